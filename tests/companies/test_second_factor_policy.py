"""Companies that let their members in with a second factor only (SF-8)."""

from __future__ import annotations

from typing import Any, NamedTuple

import pytest

from accounts.models import User
from common import clock
from companies.models import Company
from tests.companies.entries import ok
from tests.factories.accounts import make_user
from tests.factories.companies import make_company, make_member
from tests.factories.invitations import make_invitation
from tests.support.api import ApiClient, problem_code
from tests.support.mail import Mailbox
from tests.support.sessions import client_of, log_in, refresh, session_of
from tests.support.threads import run_together
from tests.support.trail import activities, footprint

pytestmark = pytest.mark.django_db

INVITED = {"invitedEmail": "new@x.example", "firstName": "New", "lastName": "Person", "roleCode": "company_viewer"}
REFUSED = (403, "SECOND_FACTOR_SETUP_REQUIRED")


class Team(NamedTuple):
    company: Company
    admin: User
    member: User

    @property
    def path(self) -> str:
        return f"/companies/{self.company.pk}"


@pytest.fixture
def team() -> Team:
    """A company that asks for nothing yet."""
    admin, member = make_user(first_name="Ada"), make_user()
    company = make_company(admin, company_name="Quiet Harbour")
    make_member(member, company)
    return Team(company, admin, member)


@pytest.fixture
def guarded(team: Team) -> Team:
    Company.all_companies.filter(pk=team.company.pk).update(is_second_factor_required=True)
    return team


def outcome(answer: Any) -> tuple[int, str]:
    return answer.status_code, problem_code(answer)


def require(client: ApiClient, team: Team, is_required: bool = True, **headers: str) -> Any:
    return client.patch(f"{team.path}/security", {"isSecondFactorRequired": is_required}, **headers)


class TestGuardedCompany:
    @pytest.mark.parametrize(
        ("method", "path", "body"),
        [
            ("GET", "", None),
            ("PATCH", "", {"companyName": "Renamed"}),
            ("GET", "/billing-details", None),
            ("PATCH", "/billing-details", {"billingCity": "Perth"}),
            ("GET", "/organizer-details", None),
            ("GET", "/customer-details", None),
            ("GET", "/security", None),
            ("PATCH", "/security", {"isSecondFactorRequired": False}),
            ("GET", "/users", None),
            ("GET", "/invitations", None),
            ("POST", "/invitations", INVITED),
            ("GET", "/access-requests", None),
        ],
    )
    def test_a_password_alone_opens_nothing(self, guarded: Team, method: str, path: str, body: Any) -> None:
        """SF-8: administrators are no exception, and nothing is written."""
        client = client_of(guarded.admin)
        before, version = footprint(), Company.all_companies.get(pk=guarded.company.pk).updated_date
        assert outcome(client.send(method, guarded.path + path, body)) == REFUSED
        assert (footprint(), Company.all_companies.get(pk=guarded.company.pk).updated_date) == (before, version)

    def test_a_second_factor_opens_it_and_survives_refreshing(self, guarded: Team, api: ApiClient) -> None:
        assert ok(client_of(guarded.member, has_second_factor=True).get(guarded.path))["companyName"] == "Quiet Harbour"
        renewed = ok(refresh(api, session_of(guarded.member, has_second_factor=True).refresh_token))
        assert ok(api.get(guarded.path, token=renewed["accessToken"]))["companyName"] == "Quiet Harbour"

    def test_what_is_personal_goes_on(self, guarded: Team, api: ApiClient) -> None:
        """SF-8: the person logs in, sees their companies, switches, and can leave for another one."""
        other = make_company(make_user(), company_name="Loud Hall")
        make_member(guarded.member, other, is_primary_company=False)
        client = api.signed_in(log_in(api, guarded.member)["accessToken"])
        assert ok(client.get("/users/me"))["email"] == guarded.member.email
        assert [row["companyName"] for row in ok(client.get("/users/me/companies"))["items"]] == [
            "Quiet Harbour",
            "Loud Hall",
        ]
        moved = ok(client.post("/users/me/switch-company", {"companyId": other.pk}))
        client = api.signed_in(moved["accessToken"])
        assert ok(client.get(f"/companies/{other.pk}"))["companyName"] == "Loud Hall"
        back = ok(client.post("/users/me/switch-company", {"companyId": guarded.company.pk}))
        assert outcome(api.get(guarded.path, token=back["accessToken"])) == REFUSED

    def test_figures_are_the_companys(self, guarded: Team) -> None:
        """DA-2 cannot be the way around, nor from another company."""
        other = make_company(make_user())
        make_member(guarded.member, other, is_primary_company=False)
        asked = f"/dashboard/kpis?companyIds={guarded.company.pk}"
        assert outcome(client_of(guarded.member).get("/dashboard/kpis")) == REFUSED
        assert outcome(client_of(guarded.member, other.pk).get(asked)) == REFUSED
        ok(client_of(guarded.member, other.pk).get("/dashboard/kpis"))
        ok(client_of(guarded.member, has_second_factor=True).get(asked))

    def test_strangers_learn_nothing_of_it(self, guarded: Team) -> None:
        """TI-2: unknown, foreign and guarded look alike from outside."""
        stranger = make_user()
        make_company(stranger)
        assert outcome(client_of(stranger).get(guarded.path)) == (404, "COMPANY_NOT_FOUND")

    def test_invited_people_may_join(self, guarded: Team) -> None:
        invited = make_user()
        make_invitation(
            company=guarded.company, invited_by_user=guarded.admin, invited_email=invited.email, token="the-link"
        )
        assert ok(client_of(invited).post("/invitations/accept", {"token": "the-link"}))


class TestSetting:
    def test_it_holds_from_the_next_request_on(self, team: Team) -> None:
        """SE-3: what is cached about a session never outlives the rule."""
        member = client_of(team.member)
        ok(member.get(team.path))
        shown = ok(require(client_of(team.admin, has_second_factor=True), team))
        assert (shown["isSecondFactorRequired"], shown["membersWithoutSecondFactor"]) == (True, 2)
        assert outcome(member.get(team.path)) == REFUSED
        ok(require(client_of(team.admin, has_second_factor=True), team, is_required=False))
        ok(member.get(team.path))

    def test_nobody_locks_themselves_out(self, team: Team) -> None:
        assert outcome(require(client_of(team.admin), team)) == REFUSED
        assert not Company.all_companies.get(pk=team.company.pk).is_second_factor_required
        assert activities(action="COMPANY_SECURITY_UPDATED") == []

    def test_members_without_one_are_told_once(self, team: Team, mailbox: Mailbox) -> None:
        """MA-1: those whom it stops, not those who are ready, suspended or gone."""
        ready = make_user(second_factor_since=clock.now())
        make_member(ready, team.company)
        make_member(make_user(status="suspended"), team.company)
        make_member(make_user(), team.company, status="suspended")
        make_member(make_user(), team.company, status="removed")
        admin = client_of(team.admin, has_second_factor=True)
        ok(require(admin, team))
        ok(require(admin, team))
        [message] = mailbox()
        assert (message.to, message.subject) == (team.member.email, "Quiet Harbour asks for two-step log-in")
        assert "Ada" in message.text
        assert any(link.endswith("/account/security") for link in message.links)
        mailbox.clear()
        ok(require(admin, team, is_required=False))
        assert mailbox() == []

    def test_change_is_recorded_with_a_snapshot_and_no_change_is_not(self, team: Team) -> None:
        """AU-2, AU-3."""
        admin, before = client_of(team.admin, has_second_factor=True), Company.history.count()
        ok(require(admin, team, is_required=False))
        assert (activities(action="COMPANY_SECURITY_UPDATED"), Company.history.count()) == ([], before)
        ok(require(admin, team))
        assert activities(action="COMPANY_SECURITY_UPDATED", company_id=team.company.pk) == ["COMPANY_SECURITY_UPDATED"]
        newest = Company.history.order_by("-history_id").first()
        assert (Company.history.count(), newest.is_second_factor_required) == (before + 1, True)

    def test_stale_change_overwrites_nothing(self, team: Team) -> None:
        """CO-6."""
        admin = client_of(team.admin, has_second_factor=True)
        tag = admin.get(f"{team.path}/security")["ETag"]
        ok(admin.patch(team.path, {"companyName": "Loud Harbour"}))
        assert outcome(require(admin, team, if_match=tag)) == (412, "STALE_RESOURCE")
        assert not Company.all_companies.get(pk=team.company.pk).is_second_factor_required
        ok(require(admin, team, if_match=admin.get(f"{team.path}/security")["ETag"]))


@pytest.mark.django_db(transaction=True)
def test_two_admins_decide_at_once(team: Team, mailbox: Mailbox) -> None:
    """GEN-3, CO-6: with the same version one wins; without one the second changes nothing more."""
    second = make_user(second_factor_since=clock.now())
    make_member(second, team.company, role="company_admin")
    clients = [client_of(user, has_second_factor=True) for user in (team.admin, second)]
    tag = clients[0].get(f"{team.path}/security")["ETag"]
    answers = run_together(*[lambda client=client: require(client, team, if_match=tag) for client in clients])
    assert sorted(answer.status_code for answer in answers) == [200, 412]
    answers = run_together(*[lambda client=client: require(client, team) for client in clients])
    assert [answer.status_code for answer in answers] == [200, 200]
    assert activities(action="COMPANY_SECURITY_UPDATED") == ["COMPANY_SECURITY_UPDATED"]
    assert len(mailbox.to(team.member.email)) == 1
