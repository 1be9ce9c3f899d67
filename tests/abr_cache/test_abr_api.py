"""POST /companies/search and the staff endpoints of the register cache over HTTP (api.md sections 6 and 9)."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import pytest
from pytest_django import Settings

from abr_cache.api.views import PurgeView, SearchView, StatisticsView
from abr_cache.models import ABRSearch
from abr_cache.simulator.answers import GUID
from abr_cache.simulator.control import Mode, Switches
from abr_cache.simulator.server import Simulator
from accounts.models import User
from common.api.access import Access
from common.api.principal import Principal

if TYPE_CHECKING:
    from tests.support.api import ApiClient

pytestmark = pytest.mark.django_db
RESULT = {
    "abn", "abnFormatted", "acn", "legalEntityName", "matchedName", "nameType", "businessNames", "entityTypeCode",
    "entityTypeName", "abnStatus", "abnStatusEffectiveFrom", "isGstRegistered", "gstRegisteredFrom", "state",
    "postcode", "score", "hasDetails",
}  # fmt: skip
ANSWER = {
    "query", "searchType", "outcome", "source", "isStale", "retrievedAt", "results", "resultCount", "message",
}  # fmt: skip


def search(api: ApiClient, query: Any = "50 910 000 010", **more: Any) -> Any:
    return api.post("/companies/search", {"query": query, **more})


def codes(response: Any) -> list[tuple[str, str]]:
    assert response.status_code == 422, response.content
    return [(item["field"], item["code"]) for item in response.json()["errors"]]


def test_search_answer_has_the_documented_shape(api: ApiClient, register: Simulator) -> None:
    response = search(api)
    body = response.json()
    assert response.status_code == 200
    assert set(body) == ANSWER
    assert set(body["results"][0]) == RESULT
    result = body["results"][0]
    assert (body["searchType"], body["outcome"], body["source"], body["resultCount"]) == ("abn", "found", "register", 1)
    assert (result["abn"], result["abnFormatted"], result["acn"]) == ("50910000010", "50 910 000 010", "910000010")
    assert (result["isGstRegistered"], result["gstRegisteredFrom"], result["hasDetails"]) == (True, "2019-03-04", True)
    assert result["businessNames"] == ["Harbourline Exhibits", "Harbourline Events"]
    assert body["retrievedAt"].endswith("Z")
    assert "RateLimit-Limit" in response
    assert GUID not in response.content.decode()


def test_name_match_has_null_details(api: ApiClient, register: Simulator) -> None:
    (first, *_rest) = search(api, "harbourline", maxResults=1).json()["results"]
    assert (first["hasDetails"], first["acn"], first["isGstRegistered"], first["businessNames"]) == (
        False,
        None,
        None,
        [],
    )


def test_all_three_outcomes_are_200(api: ApiClient, register: Simulator) -> None:
    """AB-2."""
    assert search(api, "75930000550").json()["outcome"] == "not_found"
    register.control.set(Switches(Mode.BAD_GUID))
    body = search(api)
    assert body.status_code == 200
    assert GUID not in body.content.decode()
    assert "GUID" not in body.content.decode()
    assert (body.json()["outcome"], body.json()["source"], body.json()["retrievedAt"]) == ("unavailable", None, None)


def test_refusals(api: ApiClient, register: Simulator) -> None:
    assert codes(search(api, "51 824 753 557")) == [("query", "abn_invalid")]
    assert codes(search(api, "004 085 617")) == [("query", "acn_invalid")]
    assert codes(search(api, "harbourline", searchType="acn")) == [("query", "acn_invalid")]
    assert codes(search(api, "x")) == [("query", "too_short")]
    assert codes(search(api, "x" * 201)) == [("query", "too_long")]
    assert codes(search(api, 51824753556)) == [("query", "wrong_type")]
    assert codes(api.post("/companies/search", {})) == [("query", "required")]
    assert sorted(codes(search(api, "ok", searchType="tfn", maxResults=51, guid=GUID))) == [
        ("guid", "unknown_field"), ("maxResults", "too_large"), ("searchType", "invalid_choice"),
    ]  # fmt: skip
    assert not register.control.calls()
    assert not ABRSearch.objects.exists()


def test_search_is_limited_to_thirty_a_minute(api: ApiClient, register: Simulator) -> None:
    """RL-1."""
    statuses = [search(api).status_code for _ in range(31)]
    assert statuses == [200] * 30 + [429]
    assert len(register.control.calls()) == 1


@pytest.mark.parametrize(
    ("view", "access"), [(SearchView, "public"), (StatisticsView, "system_admin"), (PurgeView, "system_admin")]
)
def test_who_may(view: Any, access: str) -> None:
    assert view.access is Access(access)


def test_staff_endpoints_refuse_visitors(api: ApiClient, register: Simulator) -> None:
    search(api)
    purge = api.post("/admin/abr-cache/purge", {"abn": "50910000010", "reason": "withdrawn"})
    assert [purge.status_code, api.get("/admin/abr-cache/statistics").status_code] == [401, 401]
    assert ABRSearch.objects.count() == 2


class StaffOnly:
    """Stands for the token check: everybody who sends a token is staff."""

    def authenticate(self, request: Any) -> tuple[Principal, str]:
        officer = User.objects.get(email="officer@example.org")
        principal = Principal(
            user_id=officer.pk,
            email=officer.email,
            full_name="Olga Reed",
            session_id="5e0c9a52-3f4c-4a0e-9f55-0d2a4b6f1c11",
            system_role="system_admin",
            company_id=None,
            company_role=None,
            is_onboarding_complete=False,
        )
        return principal, "token"


def staff_flags(role_type: str, role_code: str) -> frozenset[str]:
    return frozenset({"can_manage_platform"} if (role_type, role_code) == ("system", "system_admin") else ())


@pytest.fixture
def staff(api: ApiClient, settings: Settings, officer: User) -> ApiClient:
    settings.API_AUTHENTICATION = f"{__name__}.StaffOnly"
    settings.ROLE_FLAGS = f"{__name__}.staff_flags"
    return api.signed_in("token")


def test_staff_read_statistics_and_purge(staff: ApiClient, register: Simulator) -> None:
    search(staff)
    search(staff)
    numbers = staff.get("/admin/abr-cache/statistics").json()
    assert set(numbers) == {
        "entries", "activeEntries", "expiredEntries", "uniqueSearches", "lookups", "hits", "hitRatePercent",
        "bySearchType", "topSearches", "ttlDays", "breakerState", "generatedAt",
    }  # fmt: skip
    assert (numbers["hits"], numbers["lookups"], numbers["hitRatePercent"]) == (1, 2, 50)
    purged = staff.post("/admin/abr-cache/purge", {"abn": "50 910 000 010", "reason": "withdrawn"})
    assert purged.json() == {"deletedRows": 2, "affectedCompanyIds": []}
    assert codes(staff.post("/admin/abr-cache/purge", {"reason": "x"})) == [("", "exactly_one_of")]
    assert codes(staff.post("/admin/abr-cache/purge", {"expiredOnly": True})) == [("reason", "required")]
