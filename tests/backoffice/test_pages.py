"""Every table has its pages; nobody but system administrators sees them; secrets are on none (section 23)."""

from __future__ import annotations

from typing import Any
from uuid import uuid4

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


def test_no_secret_column_is_shown() -> None:
    # Names of sessions and dates, no secrets.
    harmless = {"token_family_id", "session_id", "last_password_change"}
    for model in TABLES:
        shown = set(shown_columns(model))
        assert {name for name in shown if is_secret_name(name)} <= harmless, model
        assert not SECRET_COLUMNS & shown, model


@each_table
def test_pages_of_a_table(model: Any, office: Office) -> None:
    """List, row and history render without secrets; the list takes few queries and no unbounded count(*)."""
    row = example(model)
    with CaptureQueriesContext(connection) as queries:
        text = office.text(page(model, "changelist"))
    assert len(queries) <= MOST_QUERIES, [query["sql"][:160] for query in queries]
    counts = [query["sql"] for query in queries if "COUNT(*)" in query["sql"] and model._meta.db_table in query["sql"]]
    assert all("LIMIT" in sql for sql in counts), counts
    text += office.text(page(model, "change", row.pk))
    text += office.text(page(model, "history", row.pk))
    for secret in (*SECRET_TEXTS.values(), "nonce-never-shown"):
        assert secret not in text


def test_lists_ask_no_query_per_row(office: Office) -> None:
    user = apps.get_model("accounts", "User")
    membership, session = apps.get_model("companies", "UserCompany"), apps.get_model("accounts", "UserRefreshToken")
    address = {model: page(model, "changelist") for model in (user, membership, session)}
    example(membership)
    for known in address.values():
        office.text(known)  # lookups and settings are read once
    counted: dict[Any, set[int]] = {}
    for rows in (1, 5):
        for _ in range(rows):
            make(membership, user=make_user())
            make(session, token_hash=f"{uuid4().hex}{uuid4().hex}", user=make_user())
        for model in address:
            with CaptureQueriesContext(connection) as queries:
                office.text(address[model])
            counted.setdefault(model, set()).add(len(queries))
    assert {model: len(numbers) for model, numbers in counted.items()} == dict.fromkeys(address, 1), counted


def test_others_find_nothing(db: None) -> None:
    """Section 24: 404 for people without the role; visitors are led to the log-in page; nothing is written."""
    person, visitor = Office(make_user()), Office()
    rows = {model: example(model) for model in TABLES}
    before = ActivityLog.all_companies.count()
    for model, row in rows.items():
        for kind, args in (("changelist", ()), ("change", (row.pk,)), ("delete", (row.pk,))):
            address = page(model, kind, *args)
            assert person.http.head(address).status_code == 404, address
            assert person.post(address, reason="Let me in").status_code == 404, address
            answer = visitor.http.head(address)
            assert (answer.status_code, answer["Location"].split("?")[0]) == (302, "/login"), address
            assert visitor.post(address, reason="Let me in").status_code == 302, address
    assert ActivityLog.all_companies.count() == before


def test_read_only_tables_refuse_writes(office: Office) -> None:
    for model in TABLES:
        room, row = REGISTERED[model], example(model)
        values, rows = dict(model._base_manager.filter(pk=row.pk).values()[0]), model._base_manager.count()
        refused = {} if isinstance(room, WritableAdmin) else {"change": (row.pk,)}
        refused |= {} if getattr(room, "can_add", False) else {"add": ()}
        refused |= {} if getattr(room, "can_remove", False) else {"delete": (row.pk,)}
        for kind, args in refused.items():
            assert office.post(page(model, kind, *args), reason="Because").status_code == 403, (model, kind)
        assert model._base_manager.count() == rows
        assert dict(model._base_manager.filter(pk=row.pk).values()[0]) == values
        assert not room.get_actions(None)


@pytest.mark.parametrize("search", ["7", "robin@people.example", "no-such-thing", "' OR 1=1 --"])
@pytest.mark.parametrize("label", ["accounts.User", "companies.Company", "logging_app.AuthEvent", "auditing.AuditRole"])
def test_search_takes_any_text(label: str, search: str, office: Office) -> None:
    model = apps.get_model(label)
    example(model)
    assert office.get(page(model, "changelist"), q=search).status_code == 200


def test_a_beginning_is_found_exactly(office: Office) -> None:
    users = apps.get_model("accounts", "User")
    for address in ("prefix_a@people.example", "prefixed@people.example", "other@people.example"):
        make_user(email=address)
    text = office.text(page(users, "changelist"), q="PREFIX_")
    assert "prefix_a@people.example" in text
    assert "prefixed@people.example" not in text
    assert "other@people.example" not in text


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
