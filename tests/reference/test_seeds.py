"""Seed data by natural key: counts, idempotence and what people changed (database.md 10)."""

from __future__ import annotations

from datetime import timedelta
from io import StringIO
from pathlib import Path
from typing import Any

import pytest
from django.apps import apps
from django.core.management import call_command
from django.core.management.base import CommandError
from django.db import connection
from django.db.migrations.loader import MigrationLoader

from common import clock
from common.seeding import load, loader, seed_set, seed_sets
from common.seeding.reading import read_set
from reference.models import CustomerTier, Industry, JoinedVia, Language, UserStatus
from settings_app.models import AppSetting, ValidationRule
from tests.reference.seed_copies import SeedCopies, copy_seeds

pytestmark = pytest.mark.django_db

ROWS = {
    "config.AppSetting": 45,
    "config.ValidationRule": 33,
    "ref.CompanyRelationshipStatus": 4,
    "ref.CompanyRelationshipType": 3,
    "ref.CompanySwitchRequestStatus": 4,
    "ref.CompanySwitchRequestType": 3,
    "ref.Country": 5,
    "ref.CustomerTier": 4,
    "ref.FontSize": 3,
    "ref.Industry": 10,
    "ref.JoinedVia": 4,
    "ref.Language": 1,
    "ref.LayoutDensity": 3,
    "ref.RuleType": 5,
    "ref.SettingCategory": 6,
    "ref.SettingType": 5,
    "ref.ThemePreference": 4,
    "ref.UserCompanyRole": 3,
    "ref.UserCompanyStatus": 3,
    "ref.UserInvitationStatus": 5,
    "ref.UserRole": 2,
    "ref.UserStatus": 4,
}


@pytest.fixture
def copies(tmp_path: Path) -> SeedCopies:
    return copy_seeds(tmp_path)


def seeded_models() -> list[Any]:
    return [apps.get_model(seeds.app_label, file.model) for seeds in seed_sets() for file in seeds.files]


def written(reports: Any) -> dict[str, tuple[int, int]]:
    return {r.table: (r.inserted, r.updated) for r in reports if r.inserted or r.updated}


def test_159_rows_in_22_files_are_in_the_database_after_migrating() -> None:
    found = {model._meta.db_table: model._base_manager.filter(created_by=None).count() for model in seeded_models()}
    assert found == ROWS
    assert (len(ROWS), sum(ROWS.values())) == (22, 159)


def test_schemas_without_seeds_start_empty() -> None:
    for model in apps.get_models():
        if model._meta.db_table.startswith(("dbo.", "log.", "audit.", "cache.")):
            assert model._base_manager.count() == 0, model._meta.db_table


def test_ref_is_loaded_before_config() -> None:
    assert [seeds.schema for seeds in seed_sets()] == ["ref", "config"]


def test_loading_again_changes_nothing() -> None:
    load(seed_sets())
    before = {model: list(model._base_manager.order_by("id").values()) for model in seeded_models()}
    assert written(load(seed_sets())) == {}
    assert {model: list(model._base_manager.order_by("id").values()) for model in seeded_models()} == before


def test_a_missing_row_is_inserted_by_the_system_and_leaves_a_snapshot() -> None:
    Industry.objects.filter(industry_code="tech").delete()
    reports = load(seed_sets())
    assert written(reports) == {"ref.Industry": (1, 0)}
    row = Industry.objects.get(industry_code="tech")
    assert (row.created_by_id, row.updated_date) == (None, None)
    snapshot = Industry.history.get(id=row.pk)
    assert (snapshot.history_type, snapshot.history_change_reason) == ("+", "seed data")


def test_a_system_lookup_is_brought_up_to_the_file() -> None:
    JoinedVia.objects.filter(joined_via_code="signup").update(
        joined_via_name="Other", is_active=False, is_deleted=True, deleted_date=clock.now() + timedelta(minutes=1)
    )
    assert written(load(seed_sets())) == {"ref.JoinedVia": (0, 1)}
    row = JoinedVia.objects.get(joined_via_code="signup")
    assert (row.joined_via_name, row.is_active, row.is_deleted, row.deleted_date) == ("Signup", True, False, None)
    assert row.updated_date is not None


@pytest.mark.parametrize(
    ("model", "key", "column"),
    [
        (Industry, {"industry_code": "tech"}, "industry_name"),
        (Language, {"language_code": "en"}, "native_name"),
        (CustomerTier, {"customer_tier_code": "free"}, "description"),
        (ValidationRule, {"rule_key": "PHONE_AU_MOBILE"}, "validation_message"),
    ],
)
def test_rows_that_people_maintain_follow_the_file_only_until_a_person_changes_them(
    model: Any, key: dict[str, str], column: str
) -> None:
    row = model.objects.filter(**key)
    original = getattr(row.get(), column)

    row.update(**{column: "From an older file"})
    assert written(load(seed_sets())) == {model._meta.db_table: (0, 1)}
    assert getattr(row.get(), column) == original
    assert row.get().updated_date is None  # still the file's to update

    row.update(**{column: "By a person"}, updated_date=clock.now() + timedelta(minutes=1))
    assert written(load(seed_sets())) == {}
    assert getattr(row.get(), column) == "By a person"


def test_a_rule_that_a_person_removed_does_not_come_back() -> None:
    rules = ValidationRule.objects.filter(rule_key="PHONE_AU_MOBILE")
    rules.update(is_deleted=True, deleted_date=clock.now() + timedelta(minutes=1))
    assert written(load(seed_sets())) == {}
    assert rules.get().is_deleted


def test_the_value_of_a_setting_is_never_overwritten_but_all_other_columns_are() -> None:
    setting = AppSetting.objects.filter(setting_key="MAX_LOGIN_ATTEMPTS")
    setting.update(setting_value="7", description="Old", max_value=99, updated_date=clock.now() + timedelta(minutes=1))
    assert written(load(seed_sets())) == {"config.AppSetting": (0, 1)}
    row = setting.get()
    assert (row.setting_value, row.max_value) == ("7", 10)
    assert row.description == "Wrong passwords in a row that lock an account"


def test_a_row_is_found_by_its_code_and_not_by_its_key(copies: SeedCopies) -> None:
    """The order of the file may change; keys and references stay."""
    before = dict(UserStatus.objects.values_list("user_status_code", "id"))
    path = copies.path("ref.UserStatus")
    header, *lines = path.read_text(encoding="utf-8").splitlines()
    path.write_text("\n".join([header, *reversed(lines)]) + "\n", encoding="utf-8")
    assert written(load(copies.sets)) == {}
    assert dict(UserStatus.objects.values_list("user_status_code", "id")) == before


def test_a_code_may_be_one_that_a_steward_added(copies: SeedCopies) -> None:
    apps.get_model("reference", "Country").objects.filter(country_code="CA").update(country_code="FR")
    copies.set_cell("ref.Country", "CA", "CountryCode", "IE")
    copies.set_cell("config.ValidationRule", "POSTAL_CODE_CA", "CountryCode", "FR")
    for key in ("PHONE_CA_LOCAL", "PHONE_CA_INTL"):
        copies.set_cell("config.ValidationRule", key, "CountryCode", "IE")
    load(copies.sets)
    assert ValidationRule.objects.get(rule_key="POSTAL_CODE_CA").country.country_code == "FR"
    assert ValidationRule.objects.get(rule_key="PHONE_CA_INTL").country.country_code == "IE"


def test_loading_with_the_models_of_a_migration_writes_the_same_rows() -> None:
    state = MigrationLoader(connection).project_state()
    Industry.objects.filter(industry_code="tech").delete()
    ValidationRule.objects.filter(rule_key="POSTAL_CODE_NZ").delete()
    reports = load(seed_sets(), get_model=state.apps.get_model)
    assert written(reports) == {"ref.Industry": (1, 0), "config.ValidationRule": (1, 0)}
    assert written(load(seed_sets())) == {}


def test_a_column_of_a_later_migration_is_left_to_that_migration() -> None:
    state = MigrationLoader(connection).project_state()
    state.remove_field("settings_app", "validationrule", "display_example")
    state.remove_model("settings_app", "appsetting")
    reports = load(seed_sets(), get_model=state.apps.get_model)
    assert written(reports) == {}
    assert len(reports) == 21


def test_a_row_that_somebody_inserted_meanwhile_is_updated_instead() -> None:
    """database.md 9, point 13: on a unique violation the loader updates; the transaction stays usable."""
    table = next(table for table in read_set(seed_set("reference"), apps.get_model) if table.file.model == "JoinedVia")
    row = next(row for row in table.rows if row.key == "signup")
    values = {"joined_via_code": "signup", "joined_via_name": "Signup", "description": "Twice"}
    present = loader._insert(table, row, "joined_via_code", values, "default")
    assert present == JoinedVia.objects.get(joined_via_code="signup")


def test_the_command_reports_and_its_check_writes_nothing() -> None:
    Industry.objects.filter(industry_code="tech").delete()
    out = StringIO()
    call_command("load_seed", "--check", stdout=out)
    assert "159 rows in 22 files" in out.getvalue()
    assert not Industry.objects.filter(industry_code="tech").exists()

    out = StringIO()
    call_command("load_seed", stdout=out)
    assert "ref.Industry: 10 rows, 1 inserted, 0 updated" in out.getvalue()


def test_the_command_fails_on_refused_files(copies: SeedCopies, monkeypatch: pytest.MonkeyPatch) -> None:
    copies.add_column("ref.Language", "Speakers")
    monkeypatch.setattr("reference.management.commands.load_seed.seed_sets", lambda: copies.sets)
    with pytest.raises(CommandError, match="unknown column Speakers"):
        call_command("load_seed")
