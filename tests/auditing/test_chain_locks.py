"""Writers of chains wait for each other and never lock each other out (GEN-3)."""

from __future__ import annotations

import threading
from collections.abc import Callable
from typing import Any

import pytest
from django.db import connection

from accounts.models import User
from auditing.models import ActivityLog
from auditing.services import business_transaction, record, verify
from common.actors import Actor
from common.tenancy import company_scope
from companies.models import Company

pytestmark = pytest.mark.django_db(transaction=True)


def note(actor: Actor, company_id: int | None) -> None:
    record(action="COMPANY_UPDATED", entity_type="dbo.Company", entity_id=1, actor=actor, company_id=company_id)


def together(*works: Callable[[], Any]) -> list[BaseException]:
    """Run the works in threads of their own; return what they raised."""
    failures: list[BaseException] = []

    def run(work: Callable[[], Any]) -> None:
        try:
            work()
        except BaseException as error:  # noqa: BLE001 - returned to the test
            failures.append(error)
        finally:
            connection.close()

    threads = [threading.Thread(target=run, args=[work]) for work in works]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join(30)
    return failures


@pytest.mark.parametrize("locked", ["company", "actor"])
def test_a_writer_that_holds_what_another_refers_to_gets_the_chain(actor: Actor, company: Company, locked: str) -> None:
    row_is_held, other_has_begun = threading.Event(), threading.Event()

    def holder() -> None:
        with company_scope(company.pk, actor.user_id), business_transaction(actor=actor):
            if locked == "company":
                Company.all_companies.select_for_update().get(pk=company.pk)
            else:
                User.objects.select_for_update().get(pk=actor.user_id)
            row_is_held.set()
            other_has_begun.wait(5)
            threading.Event().wait(0.4)  # by now the other waits
            note(actor, company.pk)

    def other() -> None:
        row_is_held.wait(5)
        with business_transaction(actor=actor):
            note(actor, company.pk)
            other_has_begun.set()

    assert together(holder, other) == []
    assert [report.rows for report in verify(company.pk)] == [2]


def test_two_chains_in_either_order(actor: Actor, make_company: Callable[[str], Company]) -> None:
    first, second = make_company("A").pk, make_company("B").pk

    def write(keys: list[int | None]) -> None:
        for _ in range(10):
            with business_transaction(actor=actor):
                for key in keys:
                    note(actor, key)

    orders: list[list[int | None]] = [[first, second, None], [None, second, first], [second, first], [first, None]]
    assert together(*(lambda keys=keys: write(keys) for keys in orders)) == []
    assert ActivityLog.all_companies.count() == 100
    assert [report.bad_row for report in verify()] == [None, None, None]
