"""Stored and shown forms of accepted values: E.164, spaced postcodes, local masks (CV-5).

In masks every letter and digit stands for one character of the value, other characters for themselves.
"""

from __future__ import annotations

from settings_app.selectors import Rule

TRUNK = "0"


def fill(mask: str | None, value: str) -> str:
    """Lay ``value`` into the groups of ``mask``; the last group takes what remains."""
    if not mask:
        return value
    shown, rest = [], list(value)
    for place in mask:
        if not rest:
            break
        shown.append(rest.pop(0) if place.isalnum() or place == rest[0] else place)
    return "".join(shown).rstrip(" -(") + "".join(rest)


def mask_of(rule: Rule) -> str | None:
    return rule.spacing_pattern or rule.display_format or rule.display_example


def spaced_code(rule: Rule, code: str) -> str:
    """Return a code typed without its space with it (``M5H2N2`` as ``M5H 2N2``): the last group has a fixed length."""
    groups = (mask_of(rule) or "").split(" ")
    if len(groups) != 2 or " " in code or len(code) <= len(groups[1]):
        return code
    cut = len(code) - len(groups[1])
    return f"{code[:cut]} {code[cut:]}"


def national_forms(number: str, prefix: str) -> tuple[str, ...]:
    """Ways in which local rules may write an international number: with trunk zero, bare, with prefix digits."""
    if not number.startswith(prefix):
        return ()
    rest = number[len(prefix) :]
    return TRUNK + rest, rest, prefix[1:] + rest


def trunk_of(rule: Rule) -> str:
    """The zero that stands before local numbers, where the rule shows one."""
    shown = rule.display_format or rule.display_example or rule.example
    return TRUNK if shown.startswith(TRUNK) else ""
