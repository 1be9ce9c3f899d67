"""Every rule of behaviour that this release implements is named by a test."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

TESTS = Path(__file__).resolve().parents[1]

# Rules are numbered from 1 in each group.
GROUPS = {
    "GEN": 11,  # rules that hold everywhere
    "SU": 10,  # sign-up and verification
    "LG": 3,  # log-in
    "SE": 10,  # sessions and tokens
    "LK": 3,  # lock-out
    "RL": 4,  # rate limits
    "PW": 8,  # passwords
    "PM": 4,  # roles and permissions
    "TI": 7,  # isolation of companies
    "ON": 8,  # onboarding
    "AB": 5,  # register search
    "CO": 13,  # companies
    "IN": 11,  # invitations
    "ME": 6,  # members and roles
    "SW": 4,  # several companies
    "AR": 4,  # access requests
    "CV": 7,  # country validation
    "CF": 5,  # run-time configuration
    "PR": 4,  # profile, industries, preferences
    "MA": 5,  # mail
    "LO": 5,  # request log
    "ER": 5,  # errors
    "AU": 4,  # audit
}
RULES = [f"{group}-{number}" for group, last in GROUPS.items() for number in range(1, last + 1)]

# Rules of these groups that a later release brings, with what is missing.
EXEMPT = {
    "ER-5": "alerts",
    "AU-4": "activity read and exported by admins",
}


def _named() -> set[str]:
    """Rules in texts (``SU-3``) and in names of tests (``test_su3_…``)."""
    found: set[str] = set()
    for path in TESTS.rglob("*.py"):
        if path == Path(__file__):
            continue
        text = path.read_text(encoding="utf-8")
        found |= {f"{group}-{number}" for group, number in re.findall(r"\b([A-Z]{2,3})-(\d+)\b", text)}
        found |= {f"{group.upper()}-{number}" for group, number in re.findall(r"\btest_([a-z]{2,3})(\d+)_", text)}
    return found


NAMED = _named()


@pytest.mark.parametrize("rule", [rule for rule in RULES if rule not in EXEMPT])
def test_rule_is_named_by_a_test(rule: str) -> None:
    assert rule in NAMED, f"no test names {rule}"


def test_exemptions_are_rules_that_no_test_names_yet() -> None:
    assert set(EXEMPT) <= set(RULES)
    assert sorted(rule for rule in EXEMPT if rule in NAMED) == [], "take these out of EXEMPT"
