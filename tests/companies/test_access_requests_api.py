"""Asking, withdrawing and deciding (AR-1 to AR-4, CO-8, CO-9)."""

from __future__ import annotations

from datetime import timedelta
from typing import Any

import pytest
from django.apps import apps

from common import clock
from common.actors import Actor
from common.problems import Problem
from companies.models import Company, CompanySwitchRequest, UserCompany
from companies.selectors.domains import is_public_mailbox, verified_domains
from companies.services import approve_by_staff, reject_by_staff
from tests.companies.entries import newcomer, ok
from tests.factories.access_requests import make_access_request
from tests.factories.accounts import make_user
from tests.factories.companies import make_company, make_member
from tests.factories.invitations import make_invitation
from tests.support.mail import Mailbox
from tests.support.sessions import client_of
from tests.support.trail import activities

pytestmark = pytest.mark.django_db

ABN, ABN_SHOWN = "51824753556", "51 824 753 556"
ASK = "/companies/access-requests"


@pytest.fixture
def company() -> Company:
    return make_company(make_user(email="dana@harbourline.example"), company_name="Secret Name", abn=ABN)


def refused(response: Any, status: int, code: str) -> Any:
    assert (response.status_code, response.json()["code"]) == (status, code), response.content
    return response.json()


def test_ar1_asks_by_abn(company: Company, mailbox: Mailbox) -> None:
    """AR-1, AR-2, CO-8: any user; nothing but the ABN is disclosed; all admins get a mail."""
    second = make_user(email="ed@harbourline.example")
    make_member(second, company, role="company_admin")
    make_member(make_user(email="member@harbourline.example"), company)
    cleo = newcomer(email="cleo@elsewhere.example", first_name="Cleo", last_name="Li")
    body = ok(client_of(cleo).post(ASK, {"abn": ABN_SHOWN, "reason": "I run the stand"}), 201)
    assert (body["abn"], body["companyName"], body["statusCode"]) == (ABN, ABN_SHOWN, "pending")
    assert (body["reason"], body["decidedAt"], body["rejectionReason"]) == ("I run the stand", None, None)
    assert "requester" not in body
    assert "Secret" not in str(body)
    assert not UserCompany.all_companies.filter(user=cleo).exists()
    assert activities(company=company) == ["ACCESS_REQUEST_CREATED"]
    sent = mailbox()
    assert {message.to for message in sent} == {"dana@harbourline.example", "ed@harbourline.example"}
    assert "Cleo Li (cleo@elsewhere.example)" in sent[0].text
    assert "I run the stand" in sent[0].text
    assert sent[0].links[0].endswith("/team/requests")


def test_ar2_the_registers_name_is_shown_where_it_is_known() -> None:
    company = make_company(
        make_user(),
        company_name="Secret",
        abn=ABN,
        legal_entity_name="HARBOURLINE PTY LTD",
        abr_verified_at=clock.now(),
    )
    client = client_of(make_user())
    assert ok(client.post(ASK, {"abn": ABN}), 201)["companyName"] == "HARBOURLINE PTY LTD"
    CompanySwitchRequest.all_companies.update(cancelled_at=clock.now())
    Company.all_companies.filter(pk=company.pk).update(abr_verified_at=None)
    page = ok(client.get("/users/me/access-requests"))
    assert [item["companyName"] for item in page["items"]] == [ABN_SHOWN]


def test_ar1_refusals(company: Company) -> None:
    """AR-1: unknown ABN, members, one pending, cool-down; nothing is written."""
    client = client_of(make_user())
    refused(client.post(ASK, {"abn": "53004085616"}), 404, "COMPANY_NOT_FOUND")
    assert client.post(ASK, {"abn": "51 824 753 557"}).json()["errors"][0]["code"] == "abn_invalid"
    for status in ("active", "suspended"):
        member = make_user()
        make_member(member, company, status=status)
        refused(client_of(member).post(ASK, {"abn": ABN}), 409, "ALREADY_MEMBER")
    assert not CompanySwitchRequest.all_companies.exists()
    ok(client.post(ASK, {"abn": ABN}), 201)
    refused(client.post(ASK, {"abn": ABN}), 409, "ACCESS_REQUEST_PENDING")
    assert CompanySwitchRequest.all_companies.count() == 1


def test_ar1_cooldown_after_a_rejection(company: Company) -> None:
    """AR-1: 7 days, whatever was cancelled meanwhile."""
    cleo = make_user()
    row = make_access_request(user=cleo, to_company=company, status="rejected")
    client = client_of(cleo)
    wait = refused(client.post(ASK, {"abn": ABN}), 409, "ACCESS_REQUEST_COOLDOWN")["retryAfter"]
    assert 7 * 86_400 - 60 < wait <= 7 * 86_400
    CompanySwitchRequest.all_companies.filter(pk=row.pk).update(rejected_at=clock.now() - timedelta(days=7, seconds=1))
    ok(client.post(ASK, {"abn": ABN}), 201)


def test_rl1_five_requests_a_day(company: Company) -> None:
    """RL-1."""
    client = client_of(make_user())
    codes = [client.post(ASK, {"abn": "53004085616"}).status_code for _ in range(6)]
    assert codes == [404] * 5 + [429]


@pytest.mark.parametrize(
    ("email", "status", "expected"),
    [
        ("cleo@harbourline.example", "active", True),
        ("cleo@notharbourline.example", "active", False),
        ("cleo@harbourline.example.org", "active", False),
        ("cleo@mail.harbourline.example", "active", False),
        ("cleo@gmail.com", "active", False),
    ],
)
def test_co9_domain_match(company: Company, email: str, status: str, expected: bool) -> None:
    """CO-9: whole domain of an active admin's verified address, public mailboxes never."""
    make_member(make_user(email="boss@gmail.com"), company, role="company_admin")
    ok(client_of(make_user(email=email, status=status)).post(ASK, {"abn": ABN}), 201)
    assert CompanySwitchRequest.all_companies.get().is_domain_match is expected


def test_co9_only_verified_active_admins_prove_a_domain(company: Company) -> None:
    make_member(make_user(email="a@member.example"), company)
    make_member(make_user(email="b@gone.example"), company, role="company_admin", status="removed")
    make_member(make_user(email="c@paused.example"), company, role="company_admin", status="suspended")
    make_member(make_user(email="d@unproven.example", is_email_verified=False), company, role="company_admin")
    assert verified_domains(company.pk) == {"harbourline.example"}


@pytest.mark.parametrize(
    ("domain", "expected"),
    [
        *[
            (name, True)
            for name in ("gmail.com", "outlook.com", "hotmail.com", "yahoo.com.au", "yahoo.de", "icloud.com")
        ],
        *[
            (name, True)
            for name in ("bigpond.com", "optusnet.com.au", "mailinator.com", "live.com.au", "sub.gmail.com")
        ],
        *[(name, False) for name in ("notgmail.com", "gmail.com.harbourline.example", "yahoo.a.b.c", "acme.com.au")],
    ],
)
def test_co9_public_mailboxes(domain: str, expected: bool) -> None:
    assert is_public_mailbox(domain) is expected


def test_ar3_approval(company: Company, mailbox: Mailbox) -> None:
    """AR-3, ON-7: an active membership, primary, onboarding complete, told by mail; the name is shown now."""
    cleo = newcomer(email="cleo@elsewhere.example")
    row = make_access_request(user=cleo, to_company=company)
    own = client_of(cleo)
    admin = client_of(company.founded_by_user)
    body = ok(admin.post(f"/companies/{company.pk}/access-requests/{row.pk}/approve"))
    assert body["statusCode"] == "approved"
    assert body["decidedAt"]
    assert body["requester"]["email"] == "cleo@elsewhere.example"
    assert body["isDomainMatch"] is False
    membership = UserCompany.all_companies.select_related("user_company_role", "joined_via").get(user=cleo)
    assert (membership.user_company_role.code, membership.joined_via.code) == ("company_user", "access_request")
    assert membership.is_primary_company
    cleo.refresh_from_db()
    assert cleo.is_onboarding_complete
    assert activities(company=company) == ["ACCESS_REQUEST_APPROVED", "MEMBERSHIP_CREATED", "ONBOARDING_COMPLETED"]
    assert apps.get_model("auditing", "AuditRole").all_companies.filter(user=cleo, company=company).count() == 1
    assert UserCompany.history.filter(user_id=cleo.pk).count() == 1
    subjects = [message.subject for message in mailbox.to("cleo@elsewhere.example")]
    assert "Your request for access to Secret Name was approved" in subjects
    # The old rights die with the token (SE-8).
    assert own.get("/users/me").status_code == 401
    page = ok(client_of(cleo).get("/users/me/access-requests?statusCode=approved"))
    assert page["items"][0]["companyName"] == "Secret Name"


def test_ar3_role_ceiling_and_revival(company: Company) -> None:
    """AR-3, PM-3: a role up to the own; a removed membership is revived, another primary stays."""
    cleo = make_user()
    make_company(cleo)
    removed = make_member(cleo, company, status="removed")
    row = make_access_request(user=cleo, to_company=company)
    admin = client_of(company.founded_by_user)
    path = f"/companies/{company.pk}/access-requests/{row.pk}/approve"
    assert admin.post(path, {"roleCode": "nobody"}).status_code == 422
    ok(admin.post(path, {"roleCode": "company_viewer"}))
    removed.refresh_from_db()
    assert removed.removed_date is None
    assert not removed.is_primary_company
    assert UserCompany.all_companies.filter(user=cleo, company=company).count() == 1


def test_ar3_rejection(company: Company, mailbox: Mailbox) -> None:
    """AR-3: the reason is shown to the requester; the name is not."""
    cleo = make_user(email="cleo@elsewhere.example")
    row = make_access_request(user=cleo, to_company=company)
    admin = client_of(company.founded_by_user)
    path = f"/companies/{company.pk}/access-requests/{row.pk}/reject"
    assert ok(admin.post(path, {"reason": "We do not know you"}))["statusCode"] == "rejected"
    refused(admin.post(path), 409, "ACCESS_REQUEST_NOT_PENDING")
    item = ok(client_of(cleo).get("/users/me/access-requests"))["items"][0]
    assert (item["rejectionReason"], item["companyName"]) == ("We do not know you", ABN_SHOWN)
    message = mailbox.to("cleo@elsewhere.example")[0]
    assert "We do not know you" in message.text
    assert "Secret" not in message.text
    assert not UserCompany.all_companies.filter(user=cleo).exists()
    assert activities(company=company) == ["ACCESS_REQUEST_REJECTED"]


def test_ar3_withdrawing(company: Company) -> None:
    cleo = make_user()
    row = make_access_request(user=cleo, to_company=company)
    path = f"/users/me/access-requests/{row.pk}/cancel"
    assert client_of(make_user()).post(path).status_code == 404
    row.refresh_from_db()
    assert row.is_open
    client = client_of(cleo)
    assert ok(client.post(path))["statusCode"] == "cancelled"
    refused(client.post(path), 409, "ACCESS_REQUEST_NOT_PENDING")
    assert activities(company=company) == ["ACCESS_REQUEST_CANCELLED"]
    ok(client.post(ASK, {"abn": ABN}), 201)


def test_ar4_only_the_path_company_decides(company: Company) -> None:
    """AR-4, TI-4."""
    other = make_company(make_user())
    row = make_access_request(user=make_user(), to_company=company)
    client = client_of(other.founded_by_user)
    for verb in ("approve", "reject"):
        refused(client.post(f"/companies/{other.pk}/access-requests/{row.pk}/{verb}"), 404, "NOT_FOUND")
    row.refresh_from_db()
    assert row.is_open
    assert activities(company=other) == ["CROSS_COMPANY_ACCESS_DENIED"] * 2


def test_ar2_admins_list_oldest_first(company: Company) -> None:
    first, second = make_user(), make_user()
    make_access_request(user=second, to_company=company)
    make_access_request(user=first, to_company=company, requested_at=clock.now() - timedelta(days=2))
    make_access_request(user=make_user(), to_company=company, status="rejected")
    make_access_request(user=first, to_company=make_company(make_user()))
    admin = client_of(company.founded_by_user)
    page = ok(admin.get(f"/companies/{company.pk}/access-requests"))
    assert [item["requester"]["userId"] for item in page["items"]] == [first.pk, second.pk]
    assert page["total"] == 2
    assert ok(admin.get(f"/companies/{company.pk}/access-requests?statusCode=rejected"))["total"] == 1


def test_an_invitation_accepted_closes_the_request(company: Company) -> None:
    """Invariant 15: a member has no open request."""
    cleo = make_user(email="cleo@elsewhere.example")
    row = make_access_request(user=cleo, to_company=company)
    invitation = make_invitation(
        company=company, invited_by_user=company.founded_by_user, invited_email=cleo.email, token="the-link"
    )
    assert invitation.pk
    ok(client_of(cleo).post("/invitations/accept", {"token": "the-link"}))
    row.refresh_from_db()
    assert row.cancelled_at is not None


def test_co10_staff_decide_with_a_reason(company: Company) -> None:
    """CO-10."""
    staff = make_user(role="system_admin")
    actor = Actor(user_id=staff.pk, email=staff.email, name=staff.full_name, system_role="system_admin")
    rows = [make_access_request(user=make_user(), to_company=company) for _ in range(2)]
    nobody = Actor(user_id=staff.pk, email=staff.email, name=staff.full_name)
    for decide in (approve_by_staff, reject_by_staff):
        with pytest.raises(Problem):
            decide(company_switch_request_id=rows[0].pk, actor=nobody, reason="Because")
        with pytest.raises(Problem):
            decide(company_switch_request_id=rows[0].pk, actor=actor, reason=" ")
    assert activities(company=company) == []
    approve_by_staff(company_switch_request_id=rows[0].pk, actor=actor, reason="The admins left")
    reject_by_staff(company_switch_request_id=rows[1].pk, actor=actor, reason="Not from there")
    assert activities(company=company)[0] == "ACCESS_REQUEST_APPROVED"
    assert activities(company=company)[-1] == "ACCESS_REQUEST_REJECTED"
