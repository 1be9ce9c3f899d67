"""Lookup selectors: found by code and key, read once, fresh after a change."""

from __future__ import annotations

from typing import Any

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from reference.models import Country, JoinedVia
from reference.selectors import lookups
from tests.support.threads import run_together

pytestmark = pytest.mark.django_db


def test_code_and_key_lead_to_the_same_row() -> None:
    row_id = lookups.code_id("UserStatus", "active")
    row = lookups.lookup("UserStatus", row_id)
    assert (row.code, row.name, row.allow_login) == ("active", "Active", True)


def test_rows_switched_off_are_found_but_not_offered() -> None:
    assert lookups.lookup("JoinedVia", lookups.code_id("JoinedVia", "transfer")).is_active is False
    assert [row.code for row in lookups.active_rows("JoinedVia")] == ["signup", "invitation", "access_request"]
    assert lookups.find_active("JoinedVia", "transfer") is None


def test_unknown_codes_and_keys_are_defects() -> None:
    with pytest.raises(lookups.UnknownLookup):
        lookups.code_id("UserStatus", "gone")
    with pytest.raises(lookups.UnknownLookup):
        lookups.lookup("UserStatus", 0)


def test_country_by_iso_code() -> None:
    found = lookups.country("AU")
    assert found is not None
    assert found.phone_prefix == "+61"
    assert lookups.country("ZZ") is None
    Country.objects.filter(country_code="CA").update(is_active=False)
    lookups.forget_lookups()
    assert lookups.country("CA") is None


def test_a_table_is_read_once_and_again_after_a_change() -> None:
    lookups.code_id("JoinedVia", "signup")
    with CaptureQueriesContext(connection) as queries:
        lookups.active_rows("JoinedVia")
        lookups.code_id("JoinedVia", "invitation")
    assert len(queries) == 0
    JoinedVia.objects.filter(joined_via_code="transfer").update(is_active=True)
    lookups.lookups_changed()
    assert "transfer" in [row.code for row in lookups.active_rows("JoinedVia")]


def test_a_change_of_another_process_shows_within_five_seconds(monkeypatch: pytest.MonkeyPatch) -> None:
    now = 100.0
    monkeypatch.setattr(lookups.time, "monotonic", lambda: now)
    lookups.active_rows("JoinedVia")
    JoinedVia.objects.filter(joined_via_code="transfer").update(is_active=True)
    assert len(lookups.active_rows("JoinedVia")) == 3
    now += 5
    assert len(lookups.active_rows("JoinedVia")) == 4


@pytest.mark.django_db(transaction=True)
def test_a_crowd_reads_a_table_once() -> None:
    """Whoever comes while somebody reads waits for it, and reads nothing."""
    statements: list[str] = []

    def note(execute: Any, sql: str, params: Any, many: bool, context: Any) -> Any:
        statements.append(sql)
        return execute(sql, params, many, context)

    def ask() -> int:
        with connection.execute_wrapper(note):
            return lookups.code_id("JoinedVia", "signup")

    assert len(set(run_together(*[ask] * 8))) == 1
    assert len(statements) == 1
