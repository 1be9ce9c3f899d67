"""A company is made whole or not at all though its process is killed: SIGKILL at every write (GEN-2, ON-5)."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import cycle
from typing import Any

import pytest
from django.db import connection

from abr_cache.simulator.answers import GUID
from abr_cache.simulator.entities import ENTITIES, Fault
from abr_cache.simulator.server import Simulator
from accounts.models import User
from companies.models import Company
from tests.companies.creation_rows import footprint
from tests.companies.entries import company_body, newcomer
from tests.support.api import ApiClient
from tests.support.killed import AFTER_COMMIT, BEFORE_COMMIT, Fate, Requests
from tests.support.processes import database_url
from tests.support.sessions import session_of

pytestmark = [
    pytest.mark.slow,
    pytest.mark.django_db(transaction=True),
    pytest.mark.skipif(connection.vendor != "postgresql", reason="other processes reach the embedded server only"),
]
PARTS = ("Company", "UserCompany", "CompanyBillingDetails", "CompanyCustomerDetails", "CompanyOrganizerDetails")
PATH, TABLE = "/companies", "dbo.Company"
# Every company has an ABN of its own, and facts of the register to be stored with it.
NUMBERS = [entity.abn for entity in ENTITIES if entity.fault is Fault.NONE and entity.is_active]


@pytest.fixture
def requests(register: Simulator) -> Iterator[Requests]:
    variables = {"DATABASE_URL": database_url(), "ABR_BASE_URL": register.base_url, "ABR_GUID": GUID}
    started = Requests(variables)
    yield started
    started.close()


class Founder:
    """Somebody who creates one company."""

    def __init__(self, abn: str) -> None:
        self.person = newcomer()
        self.token = session_of(self.person, None).access_token
        self.body = company_body(abn=abn)

    def create(self, requests: Requests, kill_at: str | int | None = None) -> Fate:
        return requests.post(PATH, self.body, self.token, kill_at=kill_at, anchor=TABLE)

    def create_again(self) -> Any:
        """The same request, as the client sends it again."""
        return ApiClient(self.token).post(PATH, self.body)

    def state(self) -> tuple[int, bool, int]:
        """Companies founded, and where onboarding stands."""
        person = User.objects.get(pk=self.person.pk)
        founded = Company.all_companies.filter(founded_by_user=person).count()
        return founded, person.is_onboarding_complete, person.onboarding_step


def test_killed_after_each_write_leaves_nothing(requests: Requests) -> None:
    """GEN-2, ON-5: nothing of the company, the person still on step 2, and the same request then succeeds."""
    numbers = cycle(NUMBERS)
    whole, one_company = _undisturbed(requests, next(numbers))
    first = whole.writes.index(f"INSERT {TABLE}")
    points: list[str | int] = [*_spread(range(first, _last(whole.writes) + 1)), BEFORE_COMMIT]
    assert len(points) >= 10, whole.writes

    for point in points:
        name = point if isinstance(point, str) else f"after write {point}, {whole.writes[point]}"
        founder = Founder(next(numbers))
        before = footprint()
        assert founder.create(requests, point).was_killed, name
        assert footprint() == before, name
        assert founder.state() == (0, False, 2), name
        again = founder.create_again()
        assert again.status_code == 201, (name, again.content)
        assert founder.state() == (1, True, 3), name
        assert _grown(before) == one_company, name


def test_killed_after_the_commit_leaves_all(requests: Requests) -> None:
    """GEN-2, GEN-3: the answer never came, the company is whole, and sending it again makes no second one."""
    _, one_company = _undisturbed(requests, NUMBERS[0])
    founder = Founder(NUMBERS[1])
    before = footprint()
    assert founder.create(requests, AFTER_COMMIT).was_killed
    assert founder.state() == (1, True, 3)
    assert _grown(before) == one_company
    again = founder.create_again()
    assert (again.status_code, again.json()["code"]) == (409, "COMPANY_LIMIT_REACHED")
    assert _grown(before) == one_company


def _undisturbed(requests: Requests, abn: str) -> tuple[Fate, dict[str, int]]:
    """A creation that nothing happens to: its writes, and the rows it adds to each table."""
    founder = Founder(abn)
    before = footprint()
    whole = founder.create(requests)
    assert (whole.was_killed, whole.status) == (False, 201)
    grown = _grown(before)
    assert {table: grown.pop(f"companies.{table}") for table in PARTS} == dict.fromkeys(PARTS, 1)
    assert grown["auditing.ActivityLog"] >= 2
    return whole, _grown(before)


def _last(writes: list[str]) -> int:
    """The last write of the transaction of the company: its audit rows, which come right before the commit."""
    return max(number for number, write in enumerate(writes) if write.split(".")[0] in ("INSERT audit", "INSERT dbo"))


def _spread(numbers: range, most: int = 14) -> list[int]:
    """First, last, and others between in even steps."""
    if len(numbers) <= most:
        return list(numbers)
    return sorted({numbers[round(step * (len(numbers) - 1) / (most - 1))] for step in range(most)})


def _grown(before: dict[str, int]) -> dict[str, int]:
    return {label: count - before[label] for label, count in footprint().items() if count != before[label]}
