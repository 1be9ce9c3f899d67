"""Every table has its pages; nobody but system administrators sees them; secrets are on none (section 23)."""

from __future__ import annotations

from typing import Any

import pytest
from django.apps import apps
from django.contrib import admin
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from auditing.models import ActivityLog
from common.backoffice.columns import SECRET_COLUMNS, shown_columns
from common.backoffice.options import ReadOnlyAdmin
from common.backoffice.writing import WritableAdmin
from common.db.schemas import APP_SCHEMAS
from common.redaction import is_secret_name
from tests.backoffice.conftest import Office
from tests.backoffice.rows import SECRET_TEXTS, example, make
from tests.factories.accounts import make_user
from tests.support.trail import activities

TABLES = sorted(
    (model for model in apps.get_models() if APP_SCHEMAS.get(model._meta.app_label, "django") != "django"),
    key=lambda model: model._meta.label,
)
REGISTERED = admin.site._registry
MOST_QUERIES = 16
each_table = pytest.mark.parametrize("model", TABLES, ids=lambda model: model._meta.label)


def page(model: Any, kind: str, *args: Any) -> str:
    return reverse(f"admin:{model._meta.app_label}_{model._meta.model_name}_{kind}", args=args)


def test_every_table_of_the_six_schemas_is_registered_and_nothing_else() -> None:
    assert set(REGISTERED) == set(TABLES)
    assert len(TABLES) >= 45
    assert all(isinstance(room, ReadOnlyAdmin) and room.section for room in REGISTERED.values())


def test_only_stewards_tables_settings_and_rules_can_be_changed() -> None:
    writable = {model._meta.db_table for model, room in REGISTERED.items() if isinstance(room, WritableAdmin)}
    stewards = {"ref.Country", "ref.Language", "ref.Industry", "ref.CustomerTier"}
    assert writable == stewards | {"config.AppSetting", "config.ValidationRule"}


@each_table
def test_no_secret_column_is_shown(model: Any) -> None:
    harmless = {"token_family_id", "session_id", "last_password_change"}  # names of sessions and dates, no secrets
    shown = {name for name in shown_columns(model) if is_secret_name(name)}
    assert shown <= harmless
    assert not SECRET_COLUMNS & set(shown_columns(model))


@each_table
def test_list_row_and_history_render(model: Any, office: Office) -> None:
    row = example(model)
    assert office.get(page(model, "changelist")).status_code == 200
    text = office.text(page(model, "change", row.pk))
    text += office.text(page(model, "history", row.pk))
    for secret in (*SECRET_TEXTS.values(), "nonce-never-shown"):
        assert secret not in text


@each_table
def test_lists_take_few_queries_however_many_rows(model: Any, office: Office) -> None:
    """No query per row, and no unbounded count(*)."""
    example(model)
    office.text(page(model, "changelist"))
    with CaptureQueriesContext(connection) as queries:
        office.text(page(model, "changelist"))
    assert len(queries) <= MOST_QUERIES, [query["sql"][:160] for query in queries]
    counts = [query["sql"] for query in queries if "COUNT(*)" in query["sql"] and model._meta.db_table in query["sql"]]
    assert all("LIMIT" in sql for sql in counts), counts


@each_table
def test_others_find_nothing(model: Any, db: None) -> None:
    """Section 24: 404 for people without the role; visitors are led to the log-in page."""
    row = example(model)
    person, visitor = Office(make_user()), Office()
    before = ActivityLog.all_companies.count()
    for kind, args in (("changelist", ()), ("change", (row.pk,)), ("history", (row.pk,)), ("delete", (row.pk,))):
        address = page(model, kind, *args)
        assert person.get(address).status_code == 404
        assert person.post(address, reason="Let me in").status_code == 404
        answer = visitor.get(address)
        assert (answer.status_code, answer["Location"].split("?")[0]) == (302, "/login")
        assert visitor.post(address, reason="Let me in").status_code == 302
    assert ActivityLog.all_companies.count() == before


@each_table
def test_read_only_tables_refuse_writes(model: Any, office: Office) -> None:
    room = REGISTERED[model]
    row = example(model)
    values = dict(model._base_manager.filter(pk=row.pk).values()[0])
    rows = model._base_manager.count()
    if not isinstance(room, WritableAdmin):
        assert office.post(page(model, "change", row.pk), reason="Because").status_code == 403
    if not getattr(room, "can_add", False):
        assert office.post(page(model, "add"), reason="Because").status_code == 403
    if not getattr(room, "can_remove", False):
        assert office.post(page(model, "delete", row.pk), reason="Because").status_code == 403
    assert model._base_manager.count() == rows
    assert dict(model._base_manager.filter(pk=row.pk).values()[0]) == values
    assert not room.get_actions(None)


@pytest.mark.parametrize("search", ["7", "robin@people.example", "no-such-thing", "' OR 1=1 --"])
@pytest.mark.parametrize("label", ["accounts.User", "companies.Company", "logging_app.AuthEvent", "auditing.AuditRole"])
def test_search_takes_any_text(label: str, search: str, office: Office) -> None:
    model = apps.get_model(label)
    example(model)
    assert office.get(page(model, "changelist"), q=search).status_code == 200


def test_searches_and_filters_use_indexed_columns_only() -> None:
    for model, room in REGISTERED.items():
        leading = {index.fields[0].lstrip("-") for index in model._meta.indexes if index.fields}
        leading |= {rule.fields[0] for rule in model._meta.constraints if getattr(rule, "fields", ())}
        names = {path.partition("__")[0] for path in room.search_fields} - {"pk"}
        small = model._meta.db_table.startswith("ref.")
        if not small:
            assert names <= leading, (model._meta.label, names - leading)


def test_logs_show_the_last_day_unless_searched(office: Office) -> None:
    from datetime import timedelta

    from common import clock

    event = apps.get_model("logging_app", "AuthEvent")
    make(event, email="old@people.example", request_id="old-request", created_date=clock.now() - timedelta(days=3))
    address = page(event, "changelist")
    assert "old-request" not in office.text(address)
    assert "old-request" in office.text(address, period="week")
    assert "old-request" in office.text(address, q="old@people.example")


def test_opening_a_company_and_a_user_is_recorded(office: Office) -> None:
    company, user = example(apps.get_model("companies", "Company")), make_user()
    office.text(page(type(company), "changelist"))
    assert not activities(action="STAFF_VIEWED_COMPANY")
    office.text(page(type(company), "change", company.pk))
    office.text(page(type(user), "change", user.pk))
    assert len(activities(action="STAFF_VIEWED_COMPANY", company_id=company.pk, entity_id=company.pk)) == 1
    assert len(activities(action="STAFF_VIEWED_USER", entity_id=user.pk)) == 1


def test_login_and_logout_are_the_products_own(office: Office) -> None:
    visitor = Office()
    answer = visitor.get("/backoffice/login/", next="/backoffice/")
    assert answer["Location"].startswith("/login?next=")
    assert visitor.get("/backoffice/")["Location"] == "/login?next=%2Fbackoffice%2F"
    answer = office.post("/backoffice/logout/")
    assert (answer.status_code, answer["Location"]) == (307, "/logout")
    office.post("/logout")
    assert office.get("/backoffice/").status_code == 302


def test_pages_carry_a_content_policy_and_stay_in_no_cache(office: Office) -> None:
    answer = office.get("/backoffice/")
    assert "frame-ancestors 'none'" in answer["Content-Security-Policy"]
    assert "default-src 'self'" in answer["Content-Security-Policy"]
    assert "no-store" in answer["Cache-Control"]
    assert "unsafe" not in office.get("/account")["Content-Security-Policy"]


def test_suspended_administrators_are_shut_out(office: Office, staff: Any) -> None:
    from reference.selectors import code_id

    staff.user_status_id = code_id("UserStatus", "suspended")
    staff.save()
    assert office.get("/backoffice/").status_code == 302
