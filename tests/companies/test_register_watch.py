"""Register watch: verified companies are asked about again (CO-3, CO-12, AU-3)."""

from __future__ import annotations

from datetime import timedelta
from io import StringIO
from typing import Any

import pytest
from django.core.management import CommandError, call_command

from abr_cache.services import register_facts
from abr_cache.simulator.control import Mode, Switches
from abr_cache.simulator.server import Simulator
from auditing.models import ActivityLog
from common import clock
from companies.models import Company
from companies.services import Result, register_watch
from companies.services.register_watch import watch_register
from companies.tasks import watch_register as task
from tests.companies.watching import (
    ADMIN,
    AWAY,
    CANCELLED,
    CHANGED,
    NO_GST,
    REPLACED,
    UNKNOWN,
    everything,
    held,
    held_again,
    southern,
    values_of,
    wattle,
)
from tests.factories.companies import make_company
from tests.support.mail import Mailbox
from tests.support.threads import run_together
from tests.support.trail import activities

pytestmark = pytest.mark.django_db


def test_co3_cancelled_abn_is_stored_recorded_and_mailed_once(register: Simulator, mailbox: Mailbox) -> None:
    """The register itself is asked; AU-3: the second run writes nothing."""
    company = southern()
    register_facts(CANCELLED)
    snapshots = Company.history.filter(id=company.pk).count()
    assert (task(), task()) == (1, 0)
    company.refresh_from_db()
    assert company.abn_status == "cancelled"
    assert company.abr_verified_at is not None
    assert clock.now() - company.abr_verified_at < timedelta(minutes=1)
    assert Company.history.filter(id=company.pk).count() == snapshots + 1
    row = ActivityLog.all_companies.get(company_id=company.pk, action=CHANGED)
    assert (row.old_value["abnStatus"], row.new_value["abnStatus"]) == ("active", "cancelled")
    (mail,) = mailbox.to(ADMIN)
    assert "The ABN is cancelled." in mail.text


@pytest.mark.parametrize(
    ("stored", "sentence"),
    [
        ({"is_gst_registered": True}, "The company is no longer registered for GST."),
        ({"abn_status": "cancelled"}, "The ABN is active again."),
    ],
)
def test_co3_lapsed_gst_and_active_again(
    register: Simulator, mailbox: Mailbox, stored: dict[str, Any], sentence: str
) -> None:
    company = wattle(**stored)
    (finding,) = watch_register().findings
    assert (finding.result, finding.changes) == (Result.CHANGED, (sentence,))
    assert activities(company_id=company.pk) == [CHANGED]
    assert [sentence in mail.text for mail in mailbox.to(ADMIN)] == [True]


def test_co3_gst_regained(register: Simulator) -> None:
    held("51824753556", "AUSTRALIAN TAXATION OFFICE", acn=None)
    (finding,) = watch_register().findings
    assert "The company is now registered for GST." in finding.changes


def test_co12_changed_legal_name_keeps_the_display_name(register: Simulator, mailbox: Mailbox) -> None:
    """The name in use stays; its source is derived again."""
    company = held(NO_GST, "WATTLE EVENTS PTY LTD")
    assert task() == 1
    company.refresh_from_db()
    assert company.legal_entity_name == "WATTLE & CO. EVENTS PTY LTD"
    assert (company.company_name, company.display_name_source) == ("WATTLE EVENTS PTY LTD", "custom")
    assert company.custom_display_name == "WATTLE EVENTS PTY LTD"
    (mail,) = mailbox.to(ADMIN)
    assert "it was WATTLE EVENTS PTY LTD" in mail.text


def test_co3_unknown_abn_is_told_once_and_can_be_corrected(register: Simulator, mailbox: Mailbox) -> None:
    company = held(UNKNOWN, "GONE PTY LTD", acn=None)
    assert (task(), task()) == (1, 0)
    call_command("register_watch", company=company.pk, stdout=StringIO())
    company.refresh_from_db()
    assert (company.is_verified, company.abn_status, company.legal_entity_name) == (False, None, "GONE PTY LTD")
    assert activities(company_id=company.pk) == [CHANGED]
    assert len(mailbox.to(ADMIN)) == 1


def test_au3_same_facts_only_move_the_date(register: Simulator, mailbox: Mailbox) -> None:
    company = wattle()
    before, snapshots = values_of(company), Company.history.filter(id=company.pk).count()
    assert [finding.result for finding in watch_register().findings] == [Result.UNCHANGED]
    after = values_of(company)
    assert after.pop("abr_verified_at") > before.pop("abr_verified_at")
    assert after == before
    assert Company.history.filter(id=company.pk).count() == snapshots
    assert activities(company_id=company.pk) == []
    assert mailbox.to(ADMIN) == []


def test_co3_unavailable_changes_nothing(register: Simulator) -> None:
    """One company that cannot be asked about does not keep the others from their turn."""
    away, company = held(AWAY, "SERVER FAULT PTY LTD", days=90), southern()
    before = values_of(away)
    assert [finding.result for finding in watch_register().findings] == [Result.UNAVAILABLE, Result.CHANGED]
    assert values_of(away) == before
    assert (activities(company_id=away.pk), activities(company_id=company.pk)) == ([], [CHANGED])


def test_co3_batch_stops_when_the_breaker_opens(register: Simulator) -> None:
    seen = clock.now() - timedelta(days=40)
    abns = ("49004028077", "48123123124", "16009661901", "88000014675", "53102443916", "28864970579", NO_GST)
    for abn in abns:
        make_company(abn=abn, abr_verified_at=seen)
    register.control.set(Switches(Mode.BUSY_MESSAGE))
    watch = watch_register()
    assert watch.is_stopped
    assert len(watch.findings) == 5
    assert set(Company.all_companies.values_list("abr_verified_at", flat=True)) == {seen}


def test_co3_who_is_asked_about(register: Simulator, monkeypatch: pytest.MonkeyPatch) -> None:
    """All that are due, the oldest first; fresh, never confirmed and deleted companies are left alone."""
    wattle(days=29)
    deleted = make_company(abn="50910000010")
    Company.all_companies.filter(pk=deleted.pk).update(
        is_deleted=True, deleted_date=clock.now(), abr_verified_at=clock.now() - timedelta(days=60)
    )
    make_company(abn="48910000065")
    due = [
        make_company(abn=abn, abr_verified_at=clock.now() - timedelta(days=days)).pk
        for abn, days in (("50910000074", 31), ("46910000056", 50))
    ]
    monkeypatch.setattr(register_watch, "SMALLEST_BATCH", 1)
    runs = [[finding.company_id for finding in watch_register().findings] for _ in range(2)]
    assert runs == [[due[1], due[0]], []]


@pytest.mark.parametrize(
    ("ages", "batch"),
    [
        ([], 0),
        ([29] * 3, 0),
        ([31, 30.1], 2),
        ([45] * 400, 400),  # nobody who is due waits for another day
        ([0.5] * 560, 0),
        ([2.5] * 560, 0),  # 28 days are left, and 20 a day are enough
        ([3.5] * 560, 20),
        ([28.5] * 560, 520),  # late, as after a long pause: what two days cannot do is done today
        ([29.5] * 25, 5),
        ([31, *[29.5] * 25], 6),
    ],
)
def test_co3_the_work_spreads_over_the_month(ages: list[float], batch: int) -> None:
    now = clock.now()
    seen = [now - timedelta(days=age) for age in ages]
    assert register_watch._batch(seen, now) == batch


def test_co3_an_import_of_a_day_is_never_late_and_never_a_burst() -> None:
    """Thousand companies confirmed at once, then daily runs over three months."""
    now, share = clock.now(), 36
    seen = [now] * 1000
    for day in range(1, 91):
        today = now + timedelta(days=day, minutes=1)
        size = register_watch._batch(seen, today)
        assert size <= share + 1
        seen = [*seen[size:], *[today] * size]
        assert today - seen[0] < timedelta(days=30)


def test_dry_run_says_what_would_be_recorded_and_writes_nothing(register: Simulator) -> None:
    cancelled, replaced, unknown = southern(), held_again(REPLACED), held_again(UNKNOWN)
    same = held_again(NO_GST, legal_entity_name="WATTLE & CO. EVENTS PTY LTD", company_name="Wattle")
    register_facts(CANCELLED)
    before, out = everything(), StringIO()
    call_command("register_watch", dry_run=True, stdout=out)
    call_command("register_watch", dry_run=True, company=cancelled.pk, stdout=out)
    assert everything() == before
    text = out.getvalue()
    for line in (
        f"company {cancelled.pk}: changed. The ABN is cancelled.",
        f"company {replaced.pk}: replaced in the register. The register has replaced the ABN",
        f"company {unknown.pk}: not in the register. The register no longer knows the ABN",
        f"company {same.pk}: changed.",
        "asked: 4, would change: 4 (dry run, nothing is written)",
        "asked: 1, would change: 1 (dry run, nothing is written)",
    ):
        assert line in text
    out = StringIO()
    call_command("register_watch", stdout=out)
    assert "asked: 4, changed: 4" in out.getvalue()
    assert activities(action=CHANGED) == [CHANGED] * 4


def test_command_prints_what_was_found(register: Simulator) -> None:
    company, out = southern(days=1), StringIO()
    call_command("register_watch", stdout=out)
    assert "asked: 0, changed: 0" in out.getvalue()
    call_command("register_watch", company=company.pk, stdout=out)
    assert f"company {company.pk}: changed. The ABN is cancelled." in out.getvalue()
    with pytest.raises(CommandError, match="no company 987654"):
        call_command("register_watch", company=987654)


@pytest.mark.django_db(transaction=True)
def test_gen3_two_runs_at_once_write_one_row(register: Simulator, mailbox: Mailbox) -> None:
    company = southern()
    assert sorted(run_together(task, task)) == [0, 1]
    assert activities(company_id=company.pk) == [CHANGED]
    assert len(mailbox.to(ADMIN)) == 1
