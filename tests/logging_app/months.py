"""Rows and months for the tests of partitions."""

from __future__ import annotations

from datetime import date, datetime, timedelta

from django.db import connection

from common import clock
from common.db.partitions import list_partitions, month_of, next_month
from logging_app.models import ApiRequest

TABLE = "log.ApiRequest"


def months_ago(count: int) -> date:
    month = month_of(clock.now())
    for _ in range(count):
        month = month_of(month - timedelta(days=1))
    return month


def months_ahead(count: int) -> date:
    month = month_of(clock.now())
    for _ in range(count):
        month = next_month(month)
    return month


def request(when: datetime, path: str = "/") -> ApiRequest:
    return ApiRequest.objects.create(
        request_id="r", method="GET", path=path, status_code=200, duration_ms=1, created_date=when
    )


def partition_of(row: ApiRequest) -> str:
    with connection.cursor() as cursor:
        cursor.execute(
            'SELECT c.relname FROM log."ApiRequest" r JOIN pg_class c ON c.oid = r.tableoid WHERE "ApiRequestID" = %s',
            [row.pk],
        )
        (name,) = cursor.fetchone()
    return str(name)


def months(table: str = TABLE) -> list[date | None]:
    return [partition.month for partition in list_partitions(table)]
