"""Months of the log tables as partitions (database.md section 9, point 18; RT-1 to RT-3)."""

from __future__ import annotations

import io
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import date, timedelta
from typing import Any

import pytest
from django.core.management import call_command
from django.db import DataError, ProgrammingError, connection, connections, transaction

from common import clock
from common.db.month_tables import grant_text, partition_by_month
from common.db.partitions import MonthChanged, create_month, drop_month, instant, list_partitions, next_month
from common.db.schemas import bare_name
from logging_app import selectors
from logging_app.models import PARTITIONED, ApiRequest
from logging_app.services.partitions import ensure_months
from logging_app.tasks import make_months
from tests.logging_app.months import TABLE, months, months_ago, months_ahead, partition_of, request

pytestmark = pytest.mark.django_db
LOG = 'log."ApiRequest"'


@contextmanager
def acting_as(role: str) -> Iterator[None]:
    with connection.cursor() as cursor:
        cursor.execute(f"SET LOCAL ROLE {role}")
        try:
            yield
        finally:
            if not connection.needs_rollback:
                cursor.execute("RESET ROLE")


def test_three_tables_have_this_month_three_ahead_and_default() -> None:
    for model in PARTITIONED:
        table = model._meta.db_table
        assert months(table) == [months_ahead(n) for n in range(4)] + [None]
    assert {part.table for part in selectors.partitions()} == {model._meta.db_table for model in PARTITIONED}
    assert list_partitions("log.EmailDelivery") == []


def test_the_orm_writes_into_months_and_default() -> None:
    """DB-9.18: create, bulk_create with keys, update, move and delete go through the parent."""
    now = clock.now()
    row = request(now)
    assert partition_of(row) == f"ApiRequest_{now:%Y%m}"
    made = ApiRequest.objects.bulk_create(
        [
            ApiRequest(request_id="b", method="GET", path="/", status_code=200, duration_ms=1, created_date=when)
            for when in (now, now - timedelta(days=400))
        ]
    )
    assert [partition_of(each) for each in made] == [f"ApiRequest_{now:%Y%m}", "ApiRequest_Default"]
    ApiRequest.objects.filter(pk=row.pk).update(created_date=now - timedelta(days=400), path="/moved")
    row.refresh_from_db()
    assert (partition_of(row), row.path) == ("ApiRequest_Default", "/moved")
    assert ApiRequest.objects.filter(pk=row.pk).delete()[0] == 1


def test_rows_of_default_move_into_the_month_that_is_made() -> None:
    month = months_ago(2)
    inside = [request(instant(month)), request(instant(next_month(month)) - timedelta(microseconds=1))]
    outside = [request(instant(month) - timedelta(microseconds=1)), request(instant(months_ago(4)))]
    before = list(ApiRequest.objects.order_by("pk").values())
    assert create_month(TABLE, month)
    assert not create_month(TABLE, month)
    assert list(ApiRequest.objects.order_by("pk").values()) == before
    assert {partition_of(row) for row in inside} == {f"ApiRequest_{month:%Y%m}"}
    assert {partition_of(row) for row in outside} == {"ApiRequest_Default"}


def test_a_made_month_has_the_parents_rules() -> None:
    """S24 to S28 on the parent; the month carries its own copies."""
    month = months_ahead(4)
    assert create_month(TABLE, month)
    with connection.cursor() as cursor:
        found = connection.introspection.get_constraints(cursor, f"{bare_name(TABLE)}_{month:%Y%m}")
        parent = connection.introspection.get_constraints(cursor, TABLE)
    assert sorted(tuple(each["columns"]) for each in found.values()) == sorted(
        tuple(each["columns"]) for each in parent.values()
    )
    assert parent["PK_ApiRequest"]["columns"] == ["ApiRequestID", "CreatedDate"]
    assert parent["FK_ApiRequest_User_UserID"]["foreign_key"] == ("dbo.User", "UserID")


def test_ensure_makes_what_is_missing_and_nothing_twice() -> None:
    late = instant(months_ago(1)) + timedelta(days=3)
    row = request(late)
    with connection.cursor() as cursor:
        cursor.execute(f'DROP TABLE django."AuthEvent_{months_ahead(3):%Y%m}"')
    assert make_months() == [f"log.ApiRequest {months_ago(1):%Y-%m}", f"log.AuthEvent {months_ahead(3):%Y-%m}"]
    assert make_months() == []
    assert partition_of(row) == f"ApiRequest_{late:%Y%m}"


def test_the_command_lists_partitions() -> None:
    out = io.StringIO()
    with connection.cursor() as cursor:
        cursor.execute(f'DROP TABLE django."AuthEvent_{months_ahead(3):%Y%m}"')
    call_command("partitions", ensure=True, stdout=out)
    lines = out.getvalue().splitlines()
    assert lines[0] == f"made log.AuthEvent {months_ahead(3):%Y-%m}"
    assert len(lines) == 2 + 15
    assert lines[6].split()[:2] == ["log.ApiRequest", "default"]


@pytest.mark.parametrize("month", [months_ago(0).replace(year=1990), months_ago(0).replace(year=2999)])
def test_months_far_away_are_refused(month: date) -> None:
    with pytest.raises(DataError, match="too far away"), transaction.atomic():
        create_month(TABLE, month)
    with pytest.raises(ProgrammingError, match="not partitioned"), transaction.atomic():
        create_month("log.EmailDelivery", months_ago(0))


def test_drop_returns_its_rows_and_refuses_another_number() -> None:
    month = months_ago(6)
    for _ in range(3):
        request(instant(month))
    create_month(TABLE, month)
    with pytest.raises(MonthChanged, match="holds 3 rows, 2 are archived"):
        drop_month(TABLE, month, 2)
    assert ApiRequest.objects.count() == 3
    assert drop_month(TABLE, month, 3) == 3
    assert (ApiRequest.objects.count(), month in months()) == (0, False)


def test_a_month_of_the_last_thirty_days_is_never_dropped() -> None:
    for month in (months_ago(0), months_ahead(1)):
        with pytest.raises(DataError, match="less than 30 days ago"), transaction.atomic():
            drop_month(TABLE, month, 0)
    with pytest.raises(ProgrammingError, match="has no month"), transaction.atomic():
        drop_month(TABLE, months_ago(8), 0)


@pytest.mark.parametrize(
    ("role", "may"),
    [
        ("eventlead_app", "create"),
        ("eventlead_retention", "drop"),
        ("eventlead_analyst", ""),
        ("eventlead_support", ""),
        ("eventlead_steward", ""),
    ],
)
def test_only_app_makes_and_only_retention_drops_months(role: str, may: str) -> None:
    with connection.cursor() as cursor:
        cursor.execute("SELECT 1 FROM pg_roles WHERE rolname = %s", [role])
        if cursor.fetchone() is None:
            pytest.skip("the server has no roles of ours")
        cursor.execute(grant_text())
    old = months_ago(6)
    create_month(TABLE, old)
    with acting_as(role):
        for name, call in {
            "create": lambda: create_month(TABLE, months_ahead(5)),
            "drop": lambda: drop_month(TABLE, old, 0),
        }.items():
            if name == may:
                call()
            else:
                with pytest.raises(ProgrammingError, match="permission denied"), transaction.atomic():
                    call()
        with (
            pytest.raises(ProgrammingError, match=r"must be owner|permission denied"),
            transaction.atomic(),
            connection.cursor() as cursor,
        ):
            cursor.execute(f'DROP TABLE django."AuthEvent_{months_ahead(1):%Y%m}"')
    assert (old in months()) == (may != "drop")
    assert (months_ahead(5) in months()) == (may == "create")


def test_a_date_range_reads_its_month_only() -> None:
    rows = ApiRequest.objects.filter(created_date__gte=instant(months_ago(0)), created_date__lt=clock.now())
    plan = rows.explain()
    assert f"ApiRequest_{months_ago(0):%Y%m}" in plan
    assert "Default" not in plan
    assert f"{months_ahead(1):%Y%m}" not in plan


@pytest.mark.django_db(transaction=True)
def test_two_jobs_at_once_make_each_month_once() -> None:
    month = months_ahead(4)
    rows = [request(instant(month) + timedelta(minutes=n)) for n in range(50)]
    results: list[list[str]] = []
    problems: list[BaseException] = []
    start = threading.Barrier(4)

    def work() -> None:
        try:
            start.wait()
            results.append(ensure_months(4))
        except BaseException as error:  # noqa: BLE001
            problems.append(error)
        finally:
            connections.close_all()

    threads = [threading.Thread(target=work) for _ in range(4)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    try:
        assert problems == []
        made = [line for result in results for line in result]
        assert sorted(made) == sorted(f"{model._meta.db_table} {month:%Y-%m}" for model in PARTITIONED)
        assert {partition_of(row) for row in rows} == {f"ApiRequest_{month:%Y%m}"}
        assert ApiRequest.objects.count() == 50
    finally:
        with connection.cursor() as cursor:
            for model in PARTITIONED:
                cursor.execute(
                    f"DROP TABLE IF EXISTS {connection.ops.quote_name(f'{model._meta.db_table}_{month:%Y%m}')}"
                )


def shape() -> tuple[Any, ...]:
    """What the conversion must keep: columns, names of constraints and indexes, comments, next key."""
    with connection.cursor() as cursor:
        columns = connection.introspection.get_table_description(cursor, TABLE)
        constraints = connection.introspection.get_constraints(cursor, TABLE)
        cursor.execute(
            "SELECT obj_description(%s::regclass), relkind FROM pg_class WHERE oid = %s::regclass", [LOG] * 2
        )
        comment, kind = cursor.fetchone()
        cursor.execute(
            "SELECT attidentity, pg_get_serial_sequence(%s, 'ApiRequestID') FROM pg_attribute "
            "WHERE attrelid = %s::regclass AND attname = 'ApiRequestID'",
            [LOG, LOG],
        )
        identity = cursor.fetchone()
    key = constraints.pop("PK_ApiRequest")["columns"]
    return kind, key, columns, constraints, comment, identity


def test_the_conversion_keeps_rows_and_names_both_ways() -> None:
    """S5, S39: plain -> months -> plain, as the migration does it."""
    for when in (clock.now(), instant(months_ago(7)), instant(months_ago(0).replace(year=1990))):
        request(when)
    rows = list(ApiRequest.objects.order_by("pk").values())
    operation = partition_by_month("ApiRequest")
    kind, key, *kept = shape()
    assert (kind, key) == ("p", ["ApiRequestID", "CreatedDate"])

    with connection.schema_editor() as editor:
        operation.database_backwards("logging_app", editor, None, None)  # type: ignore[arg-type]
    assert shape() == ("r", ["ApiRequestID"], *kept)
    assert list(ApiRequest.objects.order_by("pk").values()) == rows
    assert request(clock.now()).pk == rows[-1]["id"] + 1

    with connection.schema_editor() as editor:
        operation.database_forwards("logging_app", editor, None, None)  # type: ignore[arg-type]
    assert shape() == ("p", ["ApiRequestID", "CreatedDate"], *kept)
    assert list(ApiRequest.objects.order_by("pk").values())[:3] == rows
    assert months() == [months_ago(7), *(months_ahead(n) for n in range(4)), None]
    assert [partition_of(row)[-7:] for row in ApiRequest.objects.order_by("pk")[:3]] == [
        f"_{months_ago(0):%Y%m}",
        f"_{months_ago(7):%Y%m}",
        "Default",
    ]
    assert request(clock.now()).pk == rows[-1]["id"] + 2
