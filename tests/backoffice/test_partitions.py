"""The page of the log tables' partitions (database.md section 9, point 18; behaviour.md sections 23 and 24)."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from types import SimpleNamespace
from typing import Any

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from common import clock
from common.db.partitions import Partition
from logging_app import selectors
from logging_app.models import PARTITIONED
from tests.backoffice.conftest import Office
from tests.factories.accounts import make_user
from tests.logging_app.months import months_ago, months_ahead

ADDRESS = "/backoffice/log/partitions/"
MOST_QUERIES = 16
WARNING = "Warning"
Estimate = Callable[..., None]


@pytest.fixture(autouse=True)
def estimate(monkeypatch: pytest.MonkeyPatch) -> Estimate:
    """Real partitions with a chosen estimate of the rows in DEFAULT, none unless said.

    The server's own estimates outlive transactions, so that they tell of the tests before.
    """

    def choose(waiting: dict[str, int], *, without: str = "") -> None:
        def chosen() -> list[Partition]:
            return [
                replace(part, rows=waiting.get(part.table, 0)) if part.month is None else part
                for part in selectors.partitions()
                if part.table != without
            ]

        monkeypatch.setattr("logging_app.admin.partitions.partitions", chosen)

    choose({})
    return choose


def run(sql: str) -> None:
    with connection.cursor() as cursor:
        cursor.execute(sql)


def test_the_page_lists_the_months_of_three_tables(office: Office) -> None:
    assert reverse("admin:backoffice-partitions") == ADDRESS
    with CaptureQueriesContext(connection) as queries:
        text = office.text(ADDRESS)
    assert len(queries) <= MOST_QUERIES, [query["sql"][:160] for query in queries]
    assert len(PARTITIONED) == 3
    for model in PARTITIONED:
        name = model._meta.object_name
        assert f"<td>{model._meta.db_table}</td>" in text
        assert f"<td>{name}_{clock.now():%Y%m}</td>" in text
        assert f"<td>{name}_Default</td>" in text
    assert text.count(f"<td>{months_ago(0):%B %Y}</td>") == 3
    assert text.count("<td>DEFAULT</td>") == 3
    assert WARNING not in text


def test_the_menu_and_the_first_page_lead_there(office: Office) -> None:
    # Once in the menu and once among the cards.
    assert office.text("/backoffice/").count(f'href="{ADDRESS}"') == 2
    assert f'href="{ADDRESS}"' in office.text(reverse("admin:logging_app_authevent_changelist"))


def test_others_find_nothing(db: None) -> None:
    """Section 24: 404 for people without the role; visitors are led to the log-in page."""
    assert Office(make_user()).get(ADDRESS).status_code == 404
    answer = Office().get(ADDRESS)
    assert (answer.status_code, answer["Location"]) == (302, "/login?next=%2Fbackoffice%2Flog%2Fpartitions%2F")


def test_the_page_only_reads(office: Office) -> None:
    before = office.text(ADDRESS).count("<td>")
    assert office.post(ADDRESS, reason="Because").status_code == 405
    assert office.text(ADDRESS).count("<td>") == before


def test_a_missing_next_month_is_warned_of(office: Office) -> None:
    month = months_ahead(1)
    run(f'DROP TABLE django."AuthEvent_{month:%Y%m}"')
    text = office.text(ADDRESS)
    assert text.count(WARNING) == 1
    assert f"{month:%B %Y} is missing" in text


def test_a_missing_month_further_ahead_is_no_matter(office: Office) -> None:
    run(f'DROP TABLE django."AuthEvent_{months_ahead(3):%Y%m}"')
    assert WARNING not in office.text(ADDRESS)


def test_rows_in_default_are_warned_of(office: Office, estimate: Estimate) -> None:
    estimate({"log.ApiRequest": 1234})
    text = office.text(ADDRESS)
    assert text.count(WARNING) == 1
    assert "DEFAULT holds rows" in text
    assert "<td>1,234</td>" in text


def test_a_table_without_partitions_is_warned_of(office: Office, estimate: Estimate) -> None:
    estimate({}, without="log.AuthEvent")
    text = office.text(ADDRESS)
    assert text.count(WARNING) == 1
    assert "This table is not partitioned" in text


@pytest.mark.parametrize(
    ("vendor", "told", "warnings"),
    [("microsoft", "This database partitions nothing", 0), ("postgresql", "No log table of this database is", 1)],
)
def test_nothing_partitioned_is_said(
    vendor: str, told: str, warnings: int, office: Office, monkeypatch: pytest.MonkeyPatch
) -> None:
    server: Any = SimpleNamespace(vendor=vendor)
    monkeypatch.setattr("logging_app.admin.partitions.partitions", list)
    monkeypatch.setattr("logging_app.admin.partitions.connection", server)
    text = office.text(ADDRESS)
    assert told in text
    assert text.count(WARNING) == warnings
    assert "<table" not in text
