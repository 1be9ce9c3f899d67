"""The scope of ``common.tenancy`` as session context: transactions, autocommit, cursors, pooled connections."""

from __future__ import annotations

from typing import Any

import pytest
from django.db import connection, transaction
from django.test.utils import CaptureQueriesContext

from common.db.mssql.session_context import SessionContextMixin, statement
from common.db.session_context import EMPTY, Context, touches_rows
from common.tenancy import company_scope, system_scope
from companies.models import UserCompany
from tests.factories.accounts import make_user
from tests.factories.companies import make_company
from tests.support.roles import as_application

SETTINGS = (
    "SELECT COALESCE(current_setting('eventlead.user_id', true), ''), "
    "COALESCE(current_setting('eventlead.company_id', true), ''), "
    "COALESCE(current_setting('eventlead.scope', true), '')"
)


def settings_of(sql: str = SETTINGS) -> tuple[str, ...]:
    with connection.cursor() as cursor:
        cursor.execute(sql)
        return tuple(cursor.fetchone())


def raw_settings() -> tuple[str, ...]:
    """What the next user of the server connection would find."""
    return tuple(connection.connection.execute(SETTINGS).fetchone())


@pytest.mark.django_db(transaction=True)
def test_a_pooled_connection_carries_nothing_over() -> None:
    """Two transactions on one connection, and statements outside of any."""
    person = make_user()
    company = make_company(admin=person)
    with as_application():
        with company_scope(company.pk, person.pk):
            assert settings_of() == (str(person.pk), str(company.pk), "")
            assert raw_settings() == ("", "", "")
            assert UserCompany.objects.count() == 1
            with transaction.atomic():
                assert UserCompany.objects.count() == 1
                assert raw_settings() == (str(person.pk), str(company.pk), "")
            assert raw_settings() == ("", "", "")
            with transaction.atomic(), system_scope("tests"):
                assert UserCompany.objects.count() == 1
                transaction.set_rollback(True)
            assert raw_settings() == ("", "", "")
        with transaction.atomic():
            assert UserCompany._base_manager.count() == 0
        assert UserCompany._base_manager.count() == 0


@pytest.mark.django_db(transaction=True)
def test_cursors_of_the_server_run_in_context() -> None:
    person = make_user()
    company = make_company(admin=person)
    with as_application(), company_scope(company.pk, person.pk):
        assert [row.company_id for row in UserCompany._base_manager.iterator()] == [company.pk]
        assert raw_settings() == ("", "", "")
        with transaction.atomic():
            assert [row.company_id for row in UserCompany._base_manager.iterator()] == [company.pk]


@pytest.mark.django_db
def test_many_parameters_run_in_context() -> None:
    person = make_user()
    company = make_company(admin=person)
    with as_application(), company_scope(company.pk, person.pk), connection.cursor() as cursor:
        cursor.executemany('UPDATE dbo."Company" SET "Phone" = %s', [("+61290000001",), ("+61290000002",)])
        assert cursor.rowcount == 2


@pytest.mark.django_db
def test_row_counts_texts_and_recorded_statements_are_those_of_the_statement() -> None:
    """The setting in front shows neither in rowcount nor in what Django records."""
    person = make_user()
    company = make_company(admin=person)
    with as_application(), company_scope(company.pk, person.pk):
        with CaptureQueriesContext(connection) as captured:
            assert UserCompany._base_manager.update(is_deleted=False) == 1
        assert [query["sql"].split()[0] for query in captured] == ["UPDATE"]
        with system_scope("tests"), connection.cursor() as cursor:
            cursor.execute("SELECT 'a;b%%', %s", ["100%; '"])
            assert cursor.fetchall() == [("a;b%", "100%; '")]
        with connection.cursor() as cursor:
            cursor.execute("SELECT '50%'")
            assert cursor.fetchall() == [("50%",)]


def test_what_touches_rows() -> None:
    for sql in (
        "SELECT 1",
        " (SELECT 1) UNION SELECT 2",
        "with x as (select 1) select 1",
        "\nINSERT INTO x",
        "UPDATE x",
    ):
        assert touches_rows(sql), sql
    for sql in ("SAVEPOINT s", "ROLLBACK TO SAVEPOINT s", "SET ROLE x", "CREATE TABLE x ()", "VACUUM", "SELECTION"):
        assert not touches_rows(sql), sql


class FakeServer:
    """Records what a connection of SQL Server is told."""

    def __init__(self) -> None:
        self.sent: list[str] = []

    def cursor(self) -> FakeServer:
        return self

    def execute(self, sql: str) -> None:
        self.sent.append(sql)

    def close(self) -> None: ...


class FakeWrapper(SessionContextMixin):
    def __init__(self) -> None:
        self.connection = FakeServer()

    class wrap_database_errors:  # noqa: N801  named as Django's
        def __enter__(self) -> None: ...
        def __exit__(self, *error: object) -> None: ...

    wrap_database_errors = wrap_database_errors()  # type: ignore[assignment,misc]


def run(wrapper: Any, sql: str) -> None:
    wrapper.run_in_context(None, sql, wrapper.connection.sent.append)


def test_sql_server_is_told_once_per_change_and_emptied() -> None:
    """database.md 9.12; the statements alone, no server."""
    wrapper: Any = FakeWrapper()
    run(wrapper, "SELECT 1")
    with company_scope(3, 4):
        run(wrapper, "SELECT 2")
        run(wrapper, "SELECT 3")
        with system_scope("tests"):
            run(wrapper, "SAVEPOINT x")
            run(wrapper, "SELECT 4")
    wrapper._empty()
    run(wrapper, "SELECT 5")
    assert wrapper.connection.sent == [
        "SELECT 1",
        statement(Context("4", "3", "")),
        "SELECT 2",
        "SELECT 3",
        "SAVEPOINT x",
        statement(Context("", "", "system")),
        "SELECT 4",
        statement(EMPTY),
        "SELECT 5",
    ]
    assert statement(Context("4", "", "system")) == (
        "EXEC sp_set_session_context @key = N'eventlead.user_id', @value = 4; "
        "EXEC sp_set_session_context @key = N'eventlead.company_id', @value = NULL; "
        "EXEC sp_set_session_context @key = N'eventlead.scope', @value = N'system'"
    )
