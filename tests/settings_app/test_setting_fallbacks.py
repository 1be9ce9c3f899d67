"""Where a setting's value comes from: row, row default, code (CF-1, CF-2)."""

from __future__ import annotations

import csv
import logging
from pathlib import Path
from typing import Any

import pytest
from django.db import DatabaseError

from settings_app import services
from settings_app.fallbacks import FALLBACKS
from settings_app.models import AppSetting
from settings_app.selectors import get_bool, get_int, get_json, get_str, invalidate, typed_value, values
from tests.support.limits import set_setting

SEED = Path(services.__file__).resolve().parent.parent / "seed_data" / "config.AppSetting.csv"


def test_code_defaults_equal_the_seed() -> None:
    """CF-1."""
    with SEED.open(encoding="utf-8", newline="") as file:
        rows = list(csv.DictReader(file))
    seeded = {row["SettingKey"]: typed_value(row["DefaultValue"], row["SettingTypeCode"]) for row in rows}
    assert seeded == FALLBACKS


@pytest.mark.django_db
def test_the_row_comes_first_then_its_default_then_the_code(caplog: pytest.LogCaptureFixture) -> None:
    """CF-2: what cannot be read as its type falls back, with a warning."""
    set_setting("MAX_LOGIN_ATTEMPTS", "9")
    assert get_int("MAX_LOGIN_ATTEMPTS") == 9
    AppSetting.objects.filter(setting_key="MAX_LOGIN_ATTEMPTS").update(default_value="6")
    with caplog.at_level(logging.WARNING):
        set_setting("MAX_LOGIN_ATTEMPTS", "many")
        assert get_int("MAX_LOGIN_ATTEMPTS") == 6
    assert "MAX_LOGIN_ATTEMPTS" in caplog.text
    AppSetting.objects.filter(setting_key="MAX_LOGIN_ATTEMPTS").update(default_value="some")
    invalidate()
    assert get_int("MAX_LOGIN_ATTEMPTS") == FALLBACKS["MAX_LOGIN_ATTEMPTS"]


@pytest.mark.django_db
@pytest.mark.parametrize("gone", [{"is_active": False}, {"is_deleted": True, "deleted_date": "2027-01-01T00:00:00Z"}])
def test_rows_out_of_use_do_not_count(gone: dict[str, Any]) -> None:
    """CF-2, GEN-10."""
    set_setting("MAX_LOGIN_ATTEMPTS", "9")
    AppSetting.objects.filter(setting_key="MAX_LOGIN_ATTEMPTS").update(**gone)
    invalidate()
    assert get_int("MAX_LOGIN_ATTEMPTS") == FALLBACKS["MAX_LOGIN_ATTEMPTS"]


def test_without_a_database_the_fall_backs_apply(monkeypatch: pytest.MonkeyPatch) -> None:
    """CF-2: sign-in rules hold all the same."""

    def refuse(**conditions: Any) -> Any:
        raise DatabaseError("away")

    monkeypatch.setattr(values.AppSetting.objects, "filter", refuse)
    invalidate()
    assert (get_int("MAX_LOGIN_ATTEMPTS"), get_bool("PASSWORD_REQUIRE_NUMBER")) == (5, True)
    assert get_str("TERMS_VERSION") == FALLBACKS["TERMS_VERSION"]
    assert get_json("LOGGING_EXCLUDED_ENDPOINTS") == ["/api/v1/health"]


@pytest.mark.django_db
def test_a_database_that_goes_away_leaves_the_last_known_values(monkeypatch: pytest.MonkeyPatch) -> None:
    """CF-2."""
    set_setting("MAX_LOGIN_ATTEMPTS", "9")
    assert get_int("MAX_LOGIN_ATTEMPTS") == 9

    def refuse(**conditions: Any) -> Any:
        raise DatabaseError("away")

    monkeypatch.setattr(values.AppSetting.objects, "filter", refuse)
    values._cache._freshness.expire()
    assert get_int("MAX_LOGIN_ATTEMPTS") == 9
