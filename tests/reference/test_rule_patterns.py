"""Which patterns may be saved, and that matching is bounded (CV-4)."""

from __future__ import annotations

import time

import pytest

from common.seeding import SeedRow
from reference.services.validation import pattern_problems, rule_problems
from reference.services.validation.patterns import MAX_LENGTH, matches
from settings_app.services.seeds import rule_problems as seeded_rule_problems


@pytest.mark.parametrize(
    "pattern",
    [
        "^[0-9]{4}$",
        r"^\+?1[2-9][0-9]{2}[2-9][0-9]{6}$",
        "^[0-9]{5}(-[0-9]{4})?$",
        "^13(00|11|22|33)[0-9]{6}$",
        r"^[^@\s]+@[^@\s]+\.[a-z]{2,}$",
        "^[A-Z]+ [0-9]+$",
        "^(ab)+$",
        "^[^,]*,[^,]*$",
        r"^a\$$",
    ],
)
def test_safe(pattern: str) -> None:
    assert pattern_problems(pattern) == []


@pytest.mark.parametrize(
    ("pattern", "why"),
    [
        ("^([0-9]+)+$", "repeats something"),
        ("^(([a-z])+.)+$", "repeats something"),
        ("^(a|aa)+$", "repeats something"),
        ("^(a?){30}a{30}$", "repeats something"),
        ("^(a*b?)*$", "repeats something"),
        ("^a*a*a*a*b$", "too long"),
        ("^([a-z]+)[a-z]+[a-z]+$", "too long"),
        ("^[0-9]+[0-9]+[0-9]+[0-9]+x$", "too long"),
        ("^(.*)(.*)(.*)$", "too long"),
        ("^[α-ω]+[β-ψ]+[β-ψ]+x$", "too long"),
        ("[0-9]{4}", "start with ^"),
        ("^[0-9]{4}", "end with $"),
        (r"^[0-9]{4}\$", "end with $"),
        (r"^\d{4}$", "[0-9]"),
        ("^[0-9$", "cannot be read"),
        ("^(?=a)a$", "construct"),
        (r"^(a)\1$", "construct"),
        ("^a+?$", "construct"),
        ("^(?i:a)$", "flags"),
        ("^" + "a" * 500 + "$", "longer than"),
    ],
)
def test_unsafe(pattern: str, why: str) -> None:
    problems = pattern_problems(pattern)
    assert any(why in problem for problem in problems), problems


@pytest.mark.parametrize(
    "pattern", ["^.*.*$", r"^[^@\s]+@[^@\s]+\.[a-z]{2,}$", "^[a-z]*[a-z]*$", "^(ab)+(a|b)?$", "^[^,]*,?[^,]*$"]
)
def test_the_worst_that_is_allowed_is_quick(pattern: str) -> None:
    """CV-4: time-limited by measure."""
    assert pattern_problems(pattern) == []
    for text in ("a" * MAX_LENGTH, "a" * (MAX_LENGTH - 1) + "\n", "a@" + "." * (MAX_LENGTH - 2), "ab" * 250):
        started = time.perf_counter()
        matches(pattern, text)
        # One that backtracks would take hours; a busy machine takes a moment.
        assert time.perf_counter() - started < 5


def test_longer_texts_match_nothing() -> None:
    assert matches("^a*$", "a" * MAX_LENGTH)
    assert not matches("^a*$", "a" * (MAX_LENGTH + 1))


def test_a_rule_accepts_its_own_example() -> None:
    """Invariant 35."""
    assert (
        rule_problems(
            rule_type_code="phone", pattern="^0[1-9][0-9]{8}$", example="01 23 45 67 89", min_length=10, max_length=10
        )
        == []
    )
    assert (
        rule_problems(rule_type_code="tax_id", pattern="^[0-9]{11}$", example="53 004 085 616", checksum="au.abn") == []
    )
    assert "own example" in rule_problems(rule_type_code="phone", pattern="^0[1-9]$", example="12")[0]
    assert "lengths" in rule_problems(rule_type_code="tax_id", pattern="^[0-9]+$", example="12", min_length=3)[0]
    assert (
        "checksum"
        in rule_problems(rule_type_code="tax_id", pattern="^[0-9]+$", example="53004085617", checksum="au.abn")[0]
    )
    assert "repeats" in rule_problems(rule_type_code="phone", pattern="^([0-9]+)+$", example="1")[0]


def test_the_seed_loader_refuses_an_unsafe_pattern() -> None:
    """Invariant 35."""
    values = {"ValidationPattern": "^([0-9]+)+$", "ExampleValue": "12"}
    row = SeedRow(line=2, key="PHONE_X", values=values)
    assert any("repeats" in problem for problem in seeded_rule_problems(row, None))  # type: ignore[arg-type]
