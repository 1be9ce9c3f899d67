"""Industries of a person (PR-2, invariant 38)."""

from __future__ import annotations

from typing import Any

import pytest

from accounts.models import User
from tests.factories.accounts import make_user
from tests.support.api import ApiClient, field_codes, problem_code
from tests.support.sessions import client_of
from tests.support.trail import activities

pytestmark = pytest.mark.django_db
PATH = "/users/me/industries"


@pytest.fixture
def person(db: None) -> User:
    return make_user()


@pytest.fixture
def client(person: User) -> ApiClient:
    return client_of(person)


def order(client: ApiClient) -> list[tuple[str, bool, int]]:
    return [(r["industryCode"], r["isPrimary"], r["sortOrder"]) for r in client.get(PATH).json()["items"]]


def add(client: ApiClient, code: str, **more: Any) -> int:
    response = client.post(PATH, {"industryCode": code, **more})
    assert response.status_code == 201, response.content
    return int(response.json()["userIndustryId"])


def test_primary_first_others_without_gaps(client: ApiClient, codes: list[str]) -> None:
    a, b, c = codes
    add(client, a)
    second = add(client, b)
    assert order(client) == [(a, False, 1), (b, False, 2)]
    add(client, c, isPrimary=True)
    assert order(client) == [(c, True, 0), (a, False, 1), (b, False, 2)]
    changed = client.patch(f"{PATH}/{second}", {"isPrimary": True})
    assert (changed.status_code, changed.json()["sortOrder"]) == (200, 0)
    assert order(client) == [(b, True, 0), (c, False, 1), (a, False, 2)]
    client.patch(f"{PATH}/{second}", {"isPrimary": False, "sortOrder": 2})
    assert order(client) == [(c, False, 1), (b, False, 2), (a, False, 3)]
    client.patch(f"{PATH}/{second}", {"sortOrder": 99})
    assert order(client) == [(c, False, 1), (a, False, 2), (b, False, 3)]


def test_no_duplicates_and_adding_again(client: ApiClient, codes: list[str]) -> None:
    first, second = add(client, codes[0], isPrimary=True), add(client, codes[1])
    refused = client.post(PATH, {"industryCode": codes[0]})
    assert (refused.status_code, problem_code(refused)) == (409, "INDUSTRY_EXISTS")
    assert client.delete(f"{PATH}/{first}").status_code == 204
    assert order(client) == [(codes[1], False, 1)]
    add(client, codes[0])
    assert problem_code(client.delete(f"{PATH}/{first}")) == "NOT_FOUND"
    assert client.delete(f"{PATH}/{second}").status_code == 204
    assert order(client) == [(codes[0], False, 1)]


def test_refusals(client: ApiClient, person: User, codes: list[str]) -> None:
    assert field_codes(client.post(PATH, {"industryCode": "nope"})) == {"industryCode": "invalid_choice"}
    mine = add(client, codes[0], isPrimary=True)
    assert field_codes(client.patch(f"{PATH}/{mine}", {"sortOrder": 0})) == {"sortOrder": "too_small"}
    assert field_codes(client.patch(f"{PATH}/{mine}", {"sortOrder": 2})) == {"sortOrder": "not_applicable"}
    stranger = client_of(make_user())
    assert problem_code(stranger.patch(f"{PATH}/{mine}", {"isPrimary": False})) == "NOT_FOUND"
    client.patch(f"{PATH}/{mine}", {"isPrimary": True})
    assert activities(user_id=person.pk) == ["USER_INDUSTRY_ADDED"], "the same again writes nothing (AU-3)"


@pytest.fixture
def codes(db: None) -> list[str]:
    from reference.selectors import active_rows

    return [row.code for row in active_rows("Industry")[:3]]
