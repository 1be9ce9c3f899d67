"""Register facts for companies (CO-1, CO-2), purge and statistics."""

from __future__ import annotations

from datetime import date, timedelta
from io import StringIO

import pytest
from django.core.management import CommandError, call_command

from abr_cache import selectors, services, tasks
from abr_cache.client.answers import Outcome
from abr_cache.models import ABRSearch
from abr_cache.simulator.control import Mode, Switches
from abr_cache.simulator.server import Simulator
from accounts.models import User
from auditing.models import ActivityLog, LegalHold, RetentionRun
from common import clock
from common.actors import system_actor
from common.problems import ValidationFailed

pytestmark = pytest.mark.django_db
ACTOR = system_actor("test")


def age_all(days: int) -> None:
    """Make every row `days` old; it was fresh for 30."""
    read = clock.now() - timedelta(days=days)
    ABRSearch.objects.update(fetched_at=read, expires_at=read + timedelta(days=30))


def test_facts_of_an_active_company(register: Simulator) -> None:
    facts = services.register_facts("50 910 000 010")
    assert facts.is_found
    assert not facts.is_cancelled
    assert facts.abn == facts.asked_abn
    assert (facts.abn, facts.acn, facts.legal_entity_name) == (
        "50910000010",
        "910000010",
        "HARBOURLINE EXHIBITS PTY LTD",
    )
    assert (facts.is_gst_registered, facts.gst_registered_from) == (True, date(2019, 3, 4))
    assert facts.business_names[0] == "Harbourline Exhibits"


def test_facts_of_a_cancelled_one_and_of_an_unknown_one(register: Simulator) -> None:
    assert services.register_facts("40910000029").is_cancelled
    unknown = services.register_facts("75930000550")
    assert (unknown.outcome, unknown.abn, unknown.is_gst_registered) == (Outcome.NOT_FOUND, None, None)


def test_facts_come_from_the_cache_unless_refreshed(register: Simulator) -> None:
    services.search(query="50910000010")
    services.register_facts("50910000010")
    assert len(register.control.calls()) == 1
    services.register_facts("50910000010", refresh=True)
    assert len(register.control.calls()) == 2


@pytest.mark.parametrize("refresh", [True, False])
def test_neither_stale_nor_unrefreshed_facts_prove_anything(register: Simulator, refresh: bool) -> None:
    """CO-2, CO-3: unavailable is unavailable."""
    services.register_facts("50910000010")
    age_all(5 if refresh else 40)
    register.control.set(Switches(Mode.HTTP500))
    assert services.register_facts("50910000010", refresh=refresh).outcome is Outcome.UNAVAILABLE


def test_facts_of_a_wrong_number() -> None:
    with pytest.raises(ValidationFailed) as refused:
        services.register_facts("50910000011")
    assert [(error.field, error.code) for error in refused.value.errors] == [("abn", "abn_invalid")]


def test_acn_agreement(register: Simulator) -> None:
    """CO-1: with the register's answer only; a body without ACN has none."""
    facts = services.register_facts("50910000010")
    services.check_acn_agreement(facts, "910 000 010")
    services.check_acn_agreement(facts, None)
    for wrong in (facts, services.register_facts("51824753556")):
        with pytest.raises(ValidationFailed) as refused:
            services.check_acn_agreement(wrong, "910000029")
        assert [(error.field, error.code) for error in refused.value.errors] == [("acn", "abn_acn_mismatch")]
    register.control.set(Switches(Mode.HTTP500))
    services.check_acn_agreement(services.register_facts("42910000038"), "910000010")


@pytest.mark.parametrize("by", ["abn", "acn"])
def test_purge_removes_the_record_under_every_key(register: Simulator, by: str) -> None:
    for query in ("50910000010", "harbourline", "40910000029"):
        services.search(query=query)
    number = {"abn": "50 910 000 010"} if by == "abn" else {"acn": "910 000 010"}
    result = services.purge(**number, actor=ACTOR, reason="withdrawn")
    assert result.deleted_rows == 3  # ABN, ACN and one of the names
    assert not ABRSearch.objects.filter(abn="50910000010").exists()
    assert services.search(query="harbourline").result_count == 2
    assert services.search(query="40910000029").source == "cache"
    row = ActivityLog.all_companies.get(action="ABR_CACHE_PURGED")
    assert row.new_value["deletedRows"] == 3
    assert row.reason == "withdrawn"


def test_purge_of_nothing_records_nothing() -> None:
    """AU-3."""
    assert services.purge(abn="50910000010", actor=ACTOR, reason="withdrawn").deleted_rows == 0
    assert not ActivityLog.all_companies.exists()


def test_purge_of_expired_rows(register: Simulator) -> None:
    services.search(query="50910000010")
    age_all(31)
    services.search(query="51824753556")
    assert services.purge(expired_only=True, actor=ACTOR, reason="tidy").deleted_rows == 2
    assert ABRSearch.objects.count() == 1


@pytest.mark.parametrize(
    ("what", "reason", "errors"),
    [
        ({}, "r", [("", "exactly_one_of")]),
        ({"abn": "50910000010", "acn": "910000010"}, "r", [("", "exactly_one_of")]),
        ({"abn": "50910000011"}, "", [("abn", "abn_invalid"), ("reason", "required")]),
        ({"acn": "1"}, "r" * 501, [("acn", "acn_invalid"), ("reason", "too_long")]),
    ],
)
def test_purge_refuses_unclear_orders(
    register: Simulator, what: dict[str, str], reason: str, errors: list[tuple[str, str]]
) -> None:
    services.search(query="50910000010")
    with pytest.raises(ValidationFailed) as refused:
        services.purge(**what, actor=ACTOR, reason=reason)
    assert [(error.field, error.code) for error in refused.value.errors] == errors
    assert ABRSearch.objects.count() == 2


def test_command_purges_and_reports(register: Simulator) -> None:
    services.search(query="50910000010")
    out = StringIO()
    call_command("abr_purge", abn="50910000010", stdout=out)
    assert "deleted rows: 2" in out.getvalue()
    assert "companies that hold it: none" in out.getvalue()
    with pytest.raises(CommandError, match="not a valid ABN"):
        call_command("abr_purge", abn="1")


def test_daily_job_deletes_rows_older_than_ninety_days(register: Simulator) -> None:
    services.search(query="50910000010")
    age_all(91)
    services.search(query="harbourline")
    ABRSearch.objects.filter(search_type="Name").update(fetched_at=clock.now() - timedelta(days=89))
    assert tasks.purge_old_answers() == 2
    assert tasks.purge_old_answers() == 0
    assert ABRSearch.objects.count() == 3
    assert ActivityLog.all_companies.get(action="RETENTION_RUN").new_value["rowsDeleted"] == 2
    runs = RetentionRun.objects.order_by("id").values_list("table_name", "phase", "rows_deleted")
    assert list(runs) == [
        ("cache.ABRSearch", "started", 0), ("cache.ABRSearch", "completed", 2),
        ("cache.ABRSearch", "started", 0), ("cache.ABRSearch", "completed", 0),
    ]  # fmt: skip


def test_a_legal_hold_keeps_rows(register: Simulator, officer: User) -> None:
    """RT-3: and the run says so."""
    services.search(query="50910000010")
    LegalHold.objects.create(hold_name="case 1", table_name="cache.ABRSearch", reason="court", placed_by_user=officer)
    result = services.purge(abn="50910000010", actor=ACTOR, reason="withdrawn")
    assert (result.deleted_rows, result.held_rows) == (0, 2)
    assert ABRSearch.objects.count() == 2


def test_statistics(register: Simulator) -> None:
    assert (selectors.statistics().lookups, selectors.statistics().hit_rate_percent) == (0, 0)
    for query in ("50910000010", "50910000010", "910000010", "harbourline", "o'brien"):
        services.search(query=query)
    numbers = selectors.statistics()
    assert (numbers.entries, numbers.active_entries, numbers.expired_entries) == (6, 6, 0)
    assert (numbers.unique_searches, numbers.lookups, numbers.hits, numbers.hit_rate_percent) == (4, 5, 2, 40)
    assert [(row.search_type, row.unique_searches) for row in numbers.by_search_type] == [
        ("abn", 1),
        ("acn", 1),
        ("name", 2),
    ]
    assert [(top.search_type, top.search_value) for top in numbers.top_searches] == [
        ("abn", "50910000010"), ("acn", "910000010"),
    ]  # fmt: skip
    assert (numbers.ttl_days, numbers.breaker_state) == (30, "closed")
