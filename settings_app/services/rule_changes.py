"""Changing validation rules at run time: on or off, order of trial, message (CV-4, section 23)."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any

from auditing.services import apply_changes, business_transaction, save_and_record
from common.actors import Actor
from common.naming import to_camel
from common.problems import FieldErrors, Problem
from common.reasons import check_reason
from settings_app.models import ValidationRule
from settings_app.selectors import rules_changed

MESSAGE_MAX_LENGTH = 500
HIGHEST_ORDER = 32_767
CHANGEABLE = ("is_active", "sort_order", "validation_message")


def update_rule(
    *,
    rule_key: str,
    values: Mapping[str, Any],
    reason: str,
    actor: Actor,
    if_match: Callable[[ValidationRule], None] | None = None,
) -> ValidationRule:
    """Change ``is_active``, ``sort_order`` or ``validation_message`` of a rule; others of its columns are refused.

    Recorded as VALIDATION_RULE_UPDATED with a snapshot; a change to the same values writes nothing (AU-3). ``if_match``
    runs on the locked row and raises STALE_RESOURCE for an outdated version.

    Raises:
        Problem: NOT_FOUND, or what ``if_match`` raises.
        ValidationFailed: a value or the reason is not accepted.
    """
    with business_transaction(actor=actor, reason=reason.strip()):
        row: ValidationRule | None = (
            ValidationRule.objects.alive().select_for_update().filter(rule_key=rule_key).first()
        )
        if row is None:
            raise Problem("NOT_FOUND", "There is no such rule.")
        if if_match is not None:
            if_match(row)
        wanted = _checked(values, reason)
        former = apply_changes(row, wanted)
        if save_and_record(row, former, action="VALIDATION_RULE_UPDATED", actor=actor, about={"ruleKey": row.rule_key}):
            rules_changed()
    return row


def _checked(values: Mapping[str, Any], reason: str) -> dict[str, Any]:
    errors, wanted = FieldErrors(), dict(values)
    for name in wanted.keys() - set(CHANGEABLE):
        errors.add(to_camel(name), "unknown_field", "This part of a rule comes with a release and is not changed here.")
    order = wanted.get("sort_order", 0)
    if type(order) is not int:
        errors.add("sortOrder", "wrong_type", f"Enter a whole number from 0 to {HIGHEST_ORDER}.")
    elif not 0 <= order <= HIGHEST_ORDER:
        code = "too_small" if order < 0 else "too_large"
        errors.add("sortOrder", code, f"Enter a whole number from 0 to {HIGHEST_ORDER}; lower ones are tried first.")
    if "is_active" in wanted and not isinstance(wanted["is_active"], bool):
        errors.add("isActive", "wrong_type", "Enter true or false.")
    if "validation_message" in wanted:
        wanted["validation_message"] = _message(wanted["validation_message"], errors)
    check_reason(reason, errors, "Say why the rule changes.")
    errors.raise_if_any()
    return wanted


def _message(message: Any, errors: FieldErrors) -> str:
    text = message.strip() if isinstance(message, str) else ""
    if not text:
        errors.add("validationMessage", "required", "Enter what people read when their value fails, with an example.")
    elif len(text) > MESSAGE_MAX_LENGTH:
        errors.add("validationMessage", "too_long", f"Use at most {MESSAGE_MAX_LENGTH} characters.")
    elif any(ord(char) < 32 or ord(char) == 127 for char in text):
        errors.add("validationMessage", "invalid_characters", "Line breaks and control characters are not allowed.")
    return text
