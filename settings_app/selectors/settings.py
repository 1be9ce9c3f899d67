"""Settings as administrators see them, with what each change was (CF-3)."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from decimal import Decimal
from typing import Any

from settings_app.models import AppSetting
from settings_app.selectors.values import get_bool, get_int, get_str, typed_value

# A hard limit of the password policy, not a setting (PW-1).
PASSWORD_MAX_LENGTH = 128


@dataclass(frozen=True, slots=True)
class SettingChange:
    """One change of a value; ``old_value`` is None for the first one known."""

    changed_at: datetime
    changed_by_email: str | None
    old_value: Any
    new_value: Any
    change_reason: str | None
    request_id: str | None


@dataclass(frozen=True, slots=True)
class SettingView:
    """A setting with typed values."""

    row: AppSetting
    setting_key: str
    value: Any
    default_value: Any
    setting_type_code: str
    setting_category_code: str
    description: str
    is_editable: bool
    min_value: int | float | None
    max_value: int | float | None
    validation_regex: str | None
    updated_date: datetime | None
    updated_by_email: str | None


def settings_list(setting_category_code: str | None = None) -> list[SettingView]:
    """Return the settings in use, by category and order."""
    rows = _rows().order_by("setting_category__sort_order", "sort_order", "id")
    if setting_category_code is not None:
        rows = rows.filter(setting_category__setting_category_code=setting_category_code)
    return [view_of(row) for row in rows]


def setting(key: str) -> SettingView | None:
    """Return one setting in use, or None."""
    row = _rows().filter(setting_key=key).first()
    return None if row is None else view_of(row)


def setting_changes(key: str) -> list[SettingChange] | None:
    """Return the changes of a setting's value, newest first; None when there is no such setting."""
    row = _rows().filter(setting_key=key).first()
    if row is None:
        return None
    changes: list[SettingChange] = []
    type_code, before = row.setting_type.code, None
    for snapshot in row.history.order_by("history_date", "history_id"):
        value = _typed(snapshot.setting_value, type_code)
        if snapshot.history_type == "~" and value != before:
            changes.append(
                SettingChange(
                    changed_at=snapshot.history_date,
                    changed_by_email=snapshot.changed_by_email,
                    old_value=before,
                    new_value=value,
                    change_reason=snapshot.history_change_reason,
                    request_id=snapshot.request_id,
                )
            )
        before = value
    return changes[::-1]


def view_of(row: AppSetting) -> SettingView:
    """A row (with type, category and author at hand) as administrators see it."""
    type_code = row.setting_type.code
    return SettingView(
        row=row,
        setting_key=row.setting_key,
        value=_typed(row.setting_value, type_code),
        default_value=_typed(row.default_value, type_code),
        setting_type_code=type_code,
        setting_category_code=row.setting_category.code,
        description=row.description,
        is_editable=row.is_editable,
        min_value=_number(row.min_value),
        max_value=_number(row.max_value),
        validation_regex=row.validation_regex,
        updated_date=row.updated_date,
        updated_by_email=row.updated_by.email if row.updated_by is not None else None,
    )


def public_configuration() -> dict[str, Any]:
    """The body of ``GET /config``: the public subset, no secret and no internal address (CF-5)."""
    return {
        "password_policy": {
            "min_length": get_int("PASSWORD_MIN_LENGTH"),
            "max_length": PASSWORD_MAX_LENGTH,
            "require_uppercase": get_bool("PASSWORD_REQUIRE_UPPERCASE"),
            "require_number": get_bool("PASSWORD_REQUIRE_NUMBER"),
            "expiry_days": get_int("PASSWORD_EXPIRY_DAYS"),
        },
        "access_token_expiry_minutes": get_int("ACCESS_TOKEN_EXPIRY_MINUTES"),
        "email_verification_expiry_hours": get_int("EMAIL_VERIFICATION_EXPIRY_HOURS"),
        "password_reset_expiry_hours": get_int("PASSWORD_RESET_EXPIRY_HOURS"),
        "invitation_expiry_days": get_int("INVITATION_EXPIRY_DAYS"),
        "session_timeout_minutes": get_int("SESSION_TIMEOUT_MINUTES"),
        "company_name_min_length": get_int("COMPANY_NAME_MIN_LENGTH"),
        "company_name_max_length": get_int("COMPANY_NAME_MAX_LENGTH"),
        "terms_version": get_str("TERMS_VERSION"),
        "support_email": get_str("SUPPORT_EMAIL"),
    }


def _rows() -> Any:
    rows = AppSetting.objects.alive().filter(is_active=True)
    return rows.select_related("setting_type", "setting_category", "updated_by")


def _typed(text: str, type_code: str) -> Any:
    """The typed value; text that cannot be read is shown as it is stored."""
    try:
        value = typed_value(text, type_code)
    except ValueError:
        return text
    return text if isinstance(value, Decimal) else value


def _number(value: Decimal | None) -> int | float | None:
    if value is None:
        return None
    return int(value) if value == value.to_integral_value() else float(value)
