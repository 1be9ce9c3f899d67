"""Writes go through services: with a reason, checked, audited, never a physical delete (section 23, CF-3, CF-5)."""

from __future__ import annotations

from typing import Any

import pytest
from django.urls import reverse

from accounts.models import User
from auditing.models import ActivityLog
from common.backoffice.columns import version_of
from logging_app.models import EmailDelivery
from reference.models import Country, CustomerTier, Industry, Language
from reference.selectors.lookups import active_rows
from settings_app.models import AppSetting, ValidationRule
from settings_app.selectors import get_int
from tests.backoffice.conftest import Office
from tests.backoffice.rows import make
from tests.support.trail import activities

INDUSTRIES = "/backoffice/reference/industry/"
SETTINGS = "/backoffice/settings_app/appsetting/"
MAX_ATTEMPTS = "MAX_LOGIN_ATTEMPTS"


def industry_entry(**values: Any) -> dict[str, Any]:
    entry = {
        "industry_code": "trade_shows",
        "industry_name": "Trade shows",
        "description": "Fairs and shows",
        "is_active": "on",
        "sort_order": "55",
        "reason": "Asked for by sales",
    }
    return entry | values


def setting(key: str = MAX_ATTEMPTS) -> AppSetting:
    return AppSetting.objects.select_related("setting_type").get(setting_key=key)


def setting_entry(row: AppSetting, value: str, **values: str) -> dict[str, str]:
    return {"value": value, "reason": "Audit finding 12", "version": version_of(row), **values}


def last_activity() -> ActivityLog:
    row: ActivityLog = ActivityLog.all_companies.order_by("-pk").first()
    return row


def test_industry_is_added_with_reason_history_and_audit(office: Office, staff: User) -> None:
    answer = office.post(f"{INDUSTRIES}add/", **industry_entry())
    assert answer.status_code == 302, answer.context["adminform"].form.errors
    row = Industry.objects.get(industry_code="trade_shows")
    assert row.created_by_id == staff.pk
    activity = last_activity()
    assert (activity.action, activity.entity_type, activity.entity_id) == ("REFERENCE_UPDATED", "ref.Industry", row.pk)
    assert (activity.reason, activity.user_id) == ("Asked for by sales", staff.pk)
    snapshot = row.history.get()
    assert (snapshot.history_type, snapshot.history_change_reason) == ("+", "Asked for by sales")
    assert "trade_shows" in [item.code for item in active_rows("Industry")]


def test_country_is_added_as_country_added(office: Office) -> None:
    country = {
        "country_code": "FR",
        "country_name": "France",
        "phone_prefix": "+33",
        "currency_code": "EUR",
        "currency_symbol": "€",
        "currency_name": "Euro",
        "tax_rate": "0.2",
        "postal_code_label": "Code postal",
        "state_label": "Région",
        "is_active": "on",
        "sort_order": "70",
        "reason": "New market",
    }
    answer = office.post("/backoffice/reference/country/add/", **country)
    assert answer.status_code == 302, answer.context["adminform"].form.errors
    assert last_activity().action == "COUNTRY_ADDED"


@pytest.mark.parametrize(
    ("entry", "field"),
    [
        ({"reason": ""}, "reason"),
        ({"reason": "  "}, "reason"),
        ({"industry_code": "Bad Code"}, "industry_code"),
        ({"industry_code": "technology"}, "industry_code"),
        ({"industry_name": ""}, "industry_name"),
        ({"sort_order": "-1"}, "sort_order"),
        ({"sort_order": "many"}, "sort_order"),
    ],
)
def test_refused_entries_change_nothing_and_stay_on_the_form(entry: dict[str, str], field: str, office: Office) -> None:
    """GEN-5: what is allowed stands at the field, and everything typed is still there."""
    Industry.objects.get_or_create(
        industry_code="technology", defaults={"industry_name": "Technology", "description": "Tech"}
    )
    rows, before = Industry.objects.count(), ActivityLog.all_companies.count()
    answer = office.post(f"{INDUSTRIES}add/", **industry_entry(**entry))
    assert answer.status_code == 200
    assert field in answer.context["adminform"].form.errors
    assert "Fairs and shows" in answer.content.decode()
    assert (Industry.objects.count(), ActivityLog.all_companies.count()) == (rows, before)


def test_codes_never_change(office: Office) -> None:
    """Invariant 37."""
    row = make(Industry, industry_code="expo", industry_name="Expo")
    entry = industry_entry(industry_code="other", industry_name="Exhibitions", version=version_of(row))
    assert office.post(f"{INDUSTRIES}{row.pk}/change/", **entry).status_code == 302
    row.refresh_from_db()
    assert (row.industry_code, row.industry_name) == ("expo", "Exhibitions")


def test_saving_the_same_values_writes_nothing(office: Office) -> None:
    """AU-3."""
    row = make(Industry, industry_code="expo", industry_name="Expo", description="Shows", sort_order=9)
    entry = industry_entry(industry_name="Expo", description="Shows", sort_order="9", version=version_of(row))
    before = ActivityLog.all_companies.count()
    assert office.post(f"{INDUSTRIES}{row.pk}/change/", **entry).status_code == 302
    assert ActivityLog.all_companies.count() == before


def test_a_lost_update_is_refused_and_the_entries_are_kept(office: Office) -> None:
    """CF-5: the later of two edits is told what the row holds now, and may replace it knowingly."""
    row = make(Industry, industry_code="expo", industry_name="Expo")
    address, seen = f"{INDUSTRIES}{row.pk}/change/", version_of(row)
    assert office.post(address, **industry_entry(industry_name="First", version=seen)).status_code == 302
    answer = office.post(address, **industry_entry(industry_name="Second", version=seen))
    text = answer.content.decode()
    assert answer.status_code == 200
    assert "Somebody else changed this entry" in text
    assert "First" in text
    assert "Second" in text
    row.refresh_from_db()
    assert row.industry_name == "First"
    renewed = answer.context["adminform"].form.data["version"]
    assert office.post(address, **industry_entry(industry_name="Second", version=renewed)).status_code == 302


def test_unused_rows_are_soft_deleted_only(office: Office, staff: User) -> None:
    row = make(Industry, industry_code="expo", industry_name="Expo")
    address = f"{INDUSTRIES}{row.pk}/delete/"
    assert office.post(address, reason="", version=version_of(row)).status_code == 422
    assert office.post(address, reason="Never offered", version=version_of(row)).status_code == 302
    row.refresh_from_db()
    assert (row.is_deleted, row.deleted_by_id) == (True, staff.pk)
    assert last_activity().reason == "Never offered"
    assert office.get(f"{INDUSTRIES}{row.pk}/change/").status_code == 404


def test_rows_in_use_cannot_be_removed(office: Office, staff: User) -> None:
    australia = Country.objects.get(country_code="AU")
    unused_but_needed = CustomerTier.objects.get(customer_tier_code="free")
    from django.apps import apps

    row = make(Industry, industry_code="expo", industry_name="Expo")
    make(apps.get_model("accounts", "UserIndustry"), user=staff, industry=row)
    before = ActivityLog.all_companies.count()
    for used in (row, australia, unused_but_needed):
        name = used._meta.model_name
        answer = office.post(f"/backoffice/reference/{name}/{used.pk}/delete/", reason="Tidy", version=version_of(used))
        assert answer.status_code == 422
        used.refresh_from_db()
        assert not used.is_deleted
    assert ActivityLog.all_companies.count() == before


def test_what_the_product_needs_stays_switched_on(office: Office) -> None:
    tier = CustomerTier.objects.get(customer_tier_code="free")
    entry = {
        "customer_tier_name": tier.customer_tier_name,
        "description": tier.description,
        "currency_code": tier.currency_code,
        "monthly_price": "0",
        "sort_order": "10",
        "reason": "Close it",
        "version": version_of(tier),
    }
    answer = office.post(f"/backoffice/reference/customertier/{tier.pk}/change/", **entry)
    assert "is_active" in answer.context["adminform"].form.errors
    tier.refresh_from_db()
    assert tier.is_active


def test_setting_changes_within_its_bounds(office: Office, staff: User) -> None:
    """CF-3: stored with old, new, who and why, and in effect."""
    row = setting()
    answer = office.post(f"{SETTINGS}{row.pk}/change/", **setting_entry(row, "7"))
    assert answer.status_code == 302, answer.context["adminform"].form.errors
    assert get_int(MAX_ATTEMPTS) == 7
    activity = last_activity()
    assert (activity.action, activity.reason) == ("SETTING_UPDATED", "Audit finding 12")
    assert activity.new_value["settingValue"] == "7"
    history = office.text(f"{SETTINGS}{row.pk}/history/")
    assert "Audit finding 12" in history
    assert f"settingValue: {row.setting_value} → 7" in history


@pytest.mark.parametrize("value", ["2", "11", "many", "", "7.5"])
def test_setting_out_of_bounds_is_refused_with_the_range(value: str, office: Office) -> None:
    row = setting()
    answer = office.post(f"{SETTINGS}{row.pk}/change/", **setting_entry(row, value))
    assert answer.status_code == 200
    assert "from 3 to 10" in str(answer.context["adminform"].form.errors["value"])
    assert setting().setting_value == row.setting_value
    assert not activities(action="SETTING_UPDATED")


def test_setting_needs_a_reason_and_the_current_version(office: Office) -> None:
    row = setting()
    address = f"{SETTINGS}{row.pk}/change/"
    assert "reason" in office.post(address, **setting_entry(row, "7", reason="")).context["adminform"].form.errors
    answer = office.post(address, **setting_entry(row, "7", version="2020-01-01T00:00:00+00:00"))
    assert "Somebody else changed this entry" in answer.content.decode()
    assert setting().setting_value == row.setting_value


def test_default_is_restored_with_a_reason(office: Office) -> None:
    row = setting()
    office.post(f"{SETTINGS}{row.pk}/change/", **setting_entry(row, "9"))
    address = f"{SETTINGS}{row.pk}/restore-default/"
    assert row.default_value in office.text(address)
    assert office.post(address, reason="", version=version_of(setting())).status_code == 422
    assert office.post(address, reason="Back to normal", version=version_of(setting())).status_code == 302
    assert setting().setting_value == row.default_value


def test_reload_asks_for_a_reason_and_is_recorded(office: Office) -> None:
    assert office.get(f"{SETTINGS}reload/").status_code == 200
    assert not activities(action="SETTINGS_RELOADED")
    assert office.post(f"{SETTINGS}reload/", reason="Changed by hand").status_code == 302
    assert (last_activity().action, last_activity().reason) == ("SETTINGS_RELOADED", "Changed by hand")


def test_rule_is_switched_off_and_its_message_changed(office: Office) -> None:
    """CV-4: only state, order and message; the pattern stays."""
    rule = ValidationRule.objects.filter(country__country_code="AU").first()
    address = f"/backoffice/settings_app/validationrule/{rule.pk}/change/"
    entry = {"sort_order": "5", "validation_message": "Not like this. Example: 0412 345 678.", "reason": "Clearer"}
    answer = office.post(address, **entry, version=version_of(rule), validation_pattern="^.*$")
    assert answer.status_code == 302, answer.context["adminform"].form.errors
    changed = ValidationRule.objects.get(pk=rule.pk)
    assert (changed.is_active, changed.sort_order) == (False, 5)
    assert changed.validation_pattern == rule.validation_pattern
    assert last_activity().action == "VALIDATION_RULE_UPDATED"


def test_a_value_is_tried_without_storing_anything(office: Office) -> None:
    address = "/backoffice/settings_app/validationrule/try/"
    before = ActivityLog.all_companies.count()
    assert "Try" in office.text(address)
    entry = {"country_code": "AU", "rule_type_code": "phone", "value": "0412 345 678"}
    assert "+61412345678" in office.post(address, **entry).content.decode()
    assert "Not accepted" in office.post(address, **(entry | {"value": "12"})).content.decode()
    assert ActivityLog.all_companies.count() == before


def test_failed_mail_is_sent_again_once(office: Office) -> None:
    """MA-5; invariant 49: the failed row stays failed, a copy goes out."""
    failed = make(EmailDelivery)
    address = reverse("admin:logging_app_emaildelivery_change", args=[failed.pk]).replace("change/", "send-again/")
    assert office.post(address, reason="").status_code == 422
    assert office.post(address, reason="Mailbox was full").status_code == 302
    failed.refresh_from_db()
    copy = EmailDelivery.objects.order_by("-pk").first()
    assert failed.status == "failed"
    assert copy.pk != failed.pk
    assert copy.template_data == failed.template_data
    assert last_activity().action == "EMAIL_RESENT"
    assert office.post(address, reason="Mailbox was full").status_code == 422
    assert office.post(address.replace(str(failed.pk), str(copy.pk)), reason="Again").status_code == 422
    assert EmailDelivery.objects.filter(email_type=failed.email_type).count() == 2


def test_languages_are_switched_off_by_the_service(staff: User) -> None:
    from accounts.services.people import as_actor
    from reference.services.maintenance import update_row

    row = make(Language, language_code="fr", language_name="French", native_name="Français")
    off = {"is_active": False}
    update_row(table="Language", row_id=row.pk, values=off, reason="Not translated", actor=as_actor(staff))
    row.refresh_from_db()
    assert not row.is_active
