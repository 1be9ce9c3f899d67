"""Changing settings at run time (CF-3 to CF-5, invariant 33)."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from django.db import transaction

from auditing.services import apply_changes, business_transaction, record, save_and_record
from common.actors import Actor
from common.problems import FieldErrors, Problem, ValidationFailed
from common.reasons import check_reason
from settings_app.models import AppSetting
from settings_app.selectors import invalidate, rules, values
from settings_app.selectors.versions import raise_version
from settings_app.services.setting_values import SettingLimits, coded_problems, describe, form_of, text_form


def update_setting(
    *, key: str, value: Any, reason: str, actor: Actor, if_match: Callable[[AppSetting], None] | None = None
) -> AppSetting:
    """Set a setting to a typed value, or with None back to its default; every process sees it within 5 s (CF-3).

    Writes the row, its snapshot and SETTING_UPDATED together; a value that is the stored one already writes nothing
    (AU-3). ``if_match`` runs on the locked row and raises STALE_RESOURCE for an outdated version (CF-5).

    Raises:
        Problem: NOT_FOUND, SETTING_LOCKED, or what ``if_match`` raises.
        ValidationFailed: ``value`` (wrong_type, too_small, too_large, pattern_mismatch; the message names the range),
            ``reason`` (required, too_long).
    """
    with business_transaction(actor=actor, reason=reason.strip()):
        row = _lock(key)
        if if_match is not None:
            if_match(row)
        _store(row, _checked(row, value, reason), actor)
        return row


def reload_settings(*, actor: Actor, reason: str | None = None) -> int:
    """Make every process read settings and rules again; return how many settings there are (CF-3)."""
    with business_transaction(actor=actor, reason=reason):
        record(
            action="SETTINGS_RELOADED",
            entity_type="config.AppSetting",
            entity_id=None,
            actor=actor,
            new={"settingsLoaded": (count := AppSetting.objects.alive().filter(is_active=True).count())},
        )
        transaction.on_commit(_announce_all)
    return count


def limits_of(row: AppSetting) -> SettingLimits:
    """What the values of a setting must obey."""
    return SettingLimits(
        type_code=row.setting_type.code,
        type_pattern=row.setting_type.validation_pattern,
        own_pattern=row.validation_regex,
        minimum=row.min_value,
        maximum=row.max_value,
        form=form_of(row.setting_key),
    )


def _lock(key: str) -> AppSetting:
    rows = AppSetting.objects.alive().filter(setting_key=key, is_active=True)
    row: AppSetting | None = rows.select_for_update().first()
    if row is None:
        raise Problem("NOT_FOUND", "There is no such setting.")
    if not row.is_editable:
        raise Problem("SETTING_LOCKED")
    return row


def _checked(row: AppSetting, value: Any, reason: str) -> str:
    errors, limits = FieldErrors(), limits_of(row)
    check_reason(reason, errors, "Say why the setting changes.")
    text = row.default_value if value is None else text_form(value, limits.type_code)
    codes = ["wrong_type"] if text is None else [problem.code for problem in coded_problems(text, limits)]
    if codes:
        errors.add("value", codes[0], _message(row, codes[0], limits))
    errors.raise_if_any()
    if text is None:  # refused above
        raise ValidationFailed.of("value", "wrong_type", _message(row, "wrong_type", limits))
    return text


def _message(row: AppSetting, code: str, limits: SettingLimits) -> str:
    if code == "pattern_mismatch" and limits.form is None:
        return f"This does not have the expected form {limits.own_pattern}. Example: {row.default_value}."
    return f"Enter {describe(limits)}. Example: {row.default_value}."


def _store(row: AppSetting, text: str, actor: Actor) -> None:
    former = apply_changes(row, {"setting_value": text})
    if save_and_record(row, former, action="SETTING_UPDATED", actor=actor, about={"settingKey": row.setting_key}):
        transaction.on_commit(_announce)


def _announce() -> None:
    """After the commit: other processes look at the version, this one reads again at once."""
    raise_version(values.VERSION_KEY)
    values.invalidate()


def _announce_all() -> None:
    raise_version(values.VERSION_KEY)
    raise_version(rules.VERSION_KEY)
    invalidate()
