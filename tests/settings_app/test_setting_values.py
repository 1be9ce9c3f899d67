"""Values of settings against type, pattern and limits (invariant 33)."""

from __future__ import annotations

from decimal import Decimal

import pytest

from settings_app.services.setting_values import SettingLimits, form_of, value_problems

INTEGER = SettingLimits("integer", r"^-?[0-9]+$", minimum=Decimal("-2.00"), maximum=Decimal("30.00"))
DECIMAL = SettingLimits("decimal", r"^-?[0-9]+(\.[0-9]+)?$", maximum=Decimal("1.00"))
BOOLEAN = SettingLimits("boolean", "^(true|false)$")
STRING = SettingLimits("string", own_pattern="^[a-z]+$")
UNBOUNDED = SettingLimits("integer", r"^-?[0-9]+$")
JSON = SettingLimits("json", own_pattern=r"^\[.*\]$")
PATHS = SettingLimits("json", form=form_of("LOGGING_EXCLUDED_ENDPOINTS"))


@pytest.mark.parametrize(
    ("value", "limits"),
    [
        ("-2", INTEGER),
        ("30", INTEGER),
        ("0.5", DECIMAL),
        ("true", BOOLEAN),
        ("abc", STRING),
        ("[1, 2]", JSON),
        ("9" * 18, UNBOUNDED),
        ('["/a"]', PATHS),
    ],
)
def test_accepted(value: str, limits: SettingLimits) -> None:
    assert list(value_problems(value, limits)) == []


@pytest.mark.parametrize(
    ("value", "limits", "problem"),
    [
        ("-3", INTEGER, "-3 is less than the minimum -2"),
        ("31", INTEGER, "31 is more than the maximum 30"),
        ("1.5", INTEGER, "'1.5' is not of type integer"),
        ("5\n", INTEGER, "'5\\n' is not of type integer"),
        ("", INTEGER, "'' is not of type integer"),
        ("1.01", DECIMAL, "1.01 is more than the maximum 1"),
        ("True", BOOLEAN, "'True' is not of type boolean"),
        ("ab1", STRING, "'ab1' does not match the pattern ^[a-z]+$"),
        ("a\nb", STRING, "'a\\nb' is not of type string"),
        ("[1,", JSON, "'[1,' is not of type json"),
        ("1" + "0" * 18, UNBOUNDED, f"1{'0' * 18} is more than the maximum {'9' * 18}"),
        ("[5]", PATHS, "'[5]' is not a list of path prefixes that start with \"/\""),
        ("{}", JSON, "'{}' does not match the pattern ^\\[.*\\]$"),
    ],
)
def test_refused(value: str, limits: SettingLimits, problem: str) -> None:
    assert list(value_problems(value, limits)) == [problem]
