"""Files that the seed loader refuses, each with nothing written (database.md 10, S40)."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from auditing.models import ActivityLog
from common.seeding import SeedRefused, load
from reference.models import Language
from settings_app.models import AppSetting
from tests.reference.seed_copies import SeedCopies, copy_seeds

pytestmark = pytest.mark.django_db

RULES, SETTINGS = "config.ValidationRule", "config.AppSetting"

REFUSALS: dict[str, tuple[Callable[[SeedCopies], object], str]] = {
    "unknown column": (lambda c: c.add_column("ref.Industry", "Colour"), "unknown column Colour"),
    "audit column": (lambda c: c.add_column("ref.Industry", "CreatedBy"), "unknown column CreatedBy"),
    "primary key": (lambda c: c.add_column("ref.Industry", "IndustryID"), "unknown column IndustryID"),
    "column given twice": (lambda c: c.add_column("ref.Industry", "SortOrder"), "column SortOrder stands twice"),
    "missing key": (lambda c: c.rename_column("ref.FontSize", "FontSizeCode", "Code"), "natural key FontSizeCode"),
    "missing column": (lambda c: c.rename_column("ref.FontSize", "CssClass", "IsActive"), "column CssClass is missing"),
    "unknown category": (
        lambda c: c.set_cell(SETTINGS, "MAX_LOGIN_ATTEMPTS", "SettingCategoryCode", "misc"),
        "unknown code 'misc' in SettingCategoryCode",
    ),
    "unknown type": (
        lambda c: c.set_cell(SETTINGS, "MAX_LOGIN_ATTEMPTS", "SettingTypeCode", "number"),
        "unknown code 'number' in SettingTypeCode",
    ),
    "unknown country": (
        lambda c: c.set_cell(RULES, "PHONE_AU_MOBILE", "CountryCode", "XX"),
        "unknown code 'XX' in CountryCode",
    ),
    "duplicate code": (lambda c: c.repeat_row("ref.Industry", "tech"), "IndustryCode 'tech' stands twice"),
    "duplicate setting": (
        lambda c: c.repeat_row(SETTINGS, "SUPPORT_EMAIL"),
        "SettingKey 'SUPPORT_EMAIL' stands twice",
    ),
    "duplicate rule": (lambda c: c.repeat_row(RULES, "POSTAL_CODE_US"), "RuleKey 'POSTAL_CODE_US' stands twice"),
    "code in capitals": (
        lambda c: c.set_cell("ref.UserRole", "company_user", "UserRoleCode", "CompanyUser"),
        "'CompanyUser' does not have the shape",
    ),
    "value under minimum": (
        lambda c: c.set_cell(SETTINGS, "MAX_LOGIN_ATTEMPTS", "SettingValue", "2"),
        "SettingValue: 2 is less than the minimum 3",
    ),
    "value over maximum": (
        lambda c: c.set_cell(SETTINGS, "MAX_LOGIN_ATTEMPTS", "SettingValue", "11"),
        "SettingValue: 11 is more than the maximum 10",
    ),
    "default under minimum": (
        lambda c: c.set_cell(SETTINGS, "RETENTION_AUDIT_DAYS", "DefaultValue", "2556"),
        "DefaultValue: 2556 is less than the minimum 2557",
    ),
    "value of another type": (
        lambda c: c.set_cell(SETTINGS, "WELCOME_EMAIL_ENABLED", "SettingValue", "yes"),
        "'yes' is not of type boolean",
    ),
    "value against its pattern": (
        lambda c: c.set_cell(SETTINGS, "TERMS_VERSION", "SettingValue", "v2"),
        "'v2' does not match the pattern",
    ),
    "broken json": (
        lambda c: c.set_cell(SETTINGS, "LOGGING_EXCLUDED_ENDPOINTS", "SettingValue", "[1,"),
        "is not of type json",
    ),
    "example against its pattern": (
        lambda c: c.set_cell(RULES, "POSTAL_CODE_AU", "ExampleValue", "20000"),
        "'20000' does not match its own pattern",
    ),
    "example outside its window": (
        lambda c: c.set_cell(RULES, "POSTAL_CODE_US", "MinLength", "6"),
        "'94102' lies outside its length window",
    ),
    "example with a wrong checksum": (
        lambda c: c.set_cell(RULES, "TAX_ID_AU_ABN", "ExampleValue", "53004085617"),
        "'53004085617' fails the checksum au.abn",
    ),
    "unknown checksum": (
        lambda c: c.set_cell(RULES, "TAX_ID_AU_ABN", "ChecksumAlgorithm", "nz.ird"),
        "unknown checksum 'nz.ird'",
    ),
    "pattern that does not compile": (
        lambda c: c.set_cell(RULES, "POSTAL_CODE_AU", "ValidationPattern", "^[0-9$"),
        "ValidationPattern does not compile",
    ),
    "empty required cell": (
        lambda c: c.set_cell("ref.Industry", "tech", "IndustryName", ""),
        "IndustryName: may not be empty",
    ),
    "text too long": (lambda c: c.set_cell("ref.Industry", "tech", "IndustryName", "x" * 101), "IndustryName: "),
    "boolean in words": (
        lambda c: c.set_cell("ref.Industry", "tech", "IsActive", "True"),
        "'True' is neither true nor false",
    ),
    "number in words": (lambda c: c.set_cell("ref.Industry", "tech", "SortOrder", "ten"), "'ten' is not a whole"),
    "json that is no object or list": (
        lambda c: c.set_cell("ref.Country", "AU", "SubdivisionsJson", "7"),
        "JSON columns hold an object or a list",
    ),
    "short line": (lambda c: c.drop_last_cell("ref.Industry", "tech"), "4 fields under 5 columns"),
    "missing file": (lambda c: c.path("ref.FontSize").unlink(), "file is missing"),
    "file of no table": (
        lambda c: c.path("ref.FontSize").with_name("ref.Colour.csv").write_text("ColourCode\nred\n", encoding="utf-8"),
        "no table of reference is declared",
    ),
    "not UTF-8": (
        lambda c: c.path("ref.Language").write_bytes(b"LanguageCode,LanguageName\nfr,Fran\xe7ais\n"),
        "not a CSV file in UTF-8",
    ),
}


@pytest.mark.parametrize("name", REFUSALS)
def test_a_bad_file_is_refused_and_nothing_is_written(name: str, tmp_path: Path) -> None:
    spoil, message = REFUSALS[name]
    copies = copy_seeds(tmp_path)
    spoil(copies)
    # Something a load would write: a missing row and a changed description.
    Language.objects.all().delete()
    AppSetting.objects.filter(setting_key="SUPPORT_EMAIL").update(description="Old")

    with pytest.raises(SeedRefused) as refused:
        load(copies.sets)

    assert any(message in problem for problem in refused.value.problems), refused.value.problems
    assert not Language.objects.exists()
    assert AppSetting.objects.get(setting_key="SUPPORT_EMAIL").description == "Old"
    assert not ActivityLog.all_companies.exists()


def test_all_problems_are_reported_at_once(tmp_path: Path) -> None:
    copies = copy_seeds(tmp_path)
    copies.add_column("ref.Industry", "Colour")
    copies.set_cell(RULES, "POSTAL_CODE_AU", "ExampleValue", "20A0")
    with pytest.raises(SeedRefused) as refused:
        load(copies.sets)
    assert len(refused.value.problems) == 2
