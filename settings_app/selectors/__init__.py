"""Reads of the run-time configuration."""

from settings_app.selectors import rules, values
from settings_app.selectors.rules import Rule, rules_changed, rules_for
from settings_app.selectors.values import get_bool, get_int, get_json, get_str, reload, typed_value

__all__ = [
    "Rule",
    "get_bool",
    "get_int",
    "get_json",
    "get_str",
    "invalidate",
    "reload",
    "rules_changed",
    "rules_for",
    "typed_value",
]


def invalidate() -> None:
    """Forget the settings and rules of this process."""
    values.invalidate()
    rules.forget_rules()
