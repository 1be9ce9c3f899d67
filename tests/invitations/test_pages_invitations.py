"""Invitation pages: the company's list, and the invited person's side (IN-1 to IN-11)."""

from __future__ import annotations

from typing import Any

import pytest

from accounts.models import User
from companies.models import Company, UserCompany
from invitations.models import UserInvitation
from settings_app import selectors
from tests.factories.accounts import PASSWORD, make_user
from tests.factories.companies import make_company, make_member
from tests.factories.invitations import make_invitation
from tests.support.mail import Mailbox
from tests.support.pages import PageClient, form_errors, goes_to, state_of, text_of

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("roomy")]

LIST, ACCEPT, DECLINE = "/team/invitations", "/invitations/accept", "/invitations/decline"
ENTRY = {
    "first_name": "Priya",
    "last_name": "Shah",
    "invited_email": "Priya.Shah@people.example",
    "role_code": "company_user",
}
ADDRESS = "priya.shah@people.example"


@pytest.fixture
def admin() -> User:
    return make_user(first_name="Avery", last_name="Stone")


@pytest.fixture
def company(admin: User) -> Company:
    return make_company(admin, company_name="Quiet Harbour")


@pytest.fixture
def client(admin: User, company: Company) -> PageClient:
    """The administrator of the company, logged in."""
    return PageClient.of(admin)


def rows() -> Any:
    return UserInvitation.all_companies.all()


def opened(token: str, client: PageClient | None = None) -> PageClient:
    """A browser in which the link of the mail was opened."""
    browser = client or PageClient()
    assert goes_to(browser.get(f"{ACCEPT}?token={token}")) == ACCEPT
    return browser


# The company's side


def test_invite(client: PageClient, company: Company, mailbox: Mailbox) -> None:
    """IN-1, GEN-4: sent, mailed and listed."""
    page = client.get(LIST)
    assert page.context["form"]["role_code"].value() == "company_user"
    assert "No invitations yet" in text_of(page)
    assert goes_to(client.post(LIST, form_company_id=str(company.pk), **ENTRY)) == LIST
    page = client.get(LIST)
    assert f"The invitation to {ADDRESS} is on its way" in text_of(page)
    assert [row.invited_email for row in page.context["page"].object_list] == [ADDRESS]
    assert mailbox.to(ADDRESS)


def test_refused_invitation_keeps_everything(client: PageClient) -> None:
    """GEN-5."""
    response = client.post(LIST, **ENTRY | {"invited_email": "nope", "role_code": "emperor", "last_name": ""})
    assert response.status_code == 422
    assert set(form_errors(response)) == {"invited_email", "role_code", "last_name"}
    assert 'value="Priya"' in text_of(response)
    assert not rows().exists()


def test_second_invitation_and_member(client: PageClient, company: Company) -> None:
    """IN-2, GEN-3: told at the address; still one row."""
    client.post(LIST, **ENTRY)
    response = client.post(LIST, **ENTRY)
    assert response.status_code == 409
    assert set(form_errors(response)) == {"invited_email"}
    member = make_user()
    make_member(member, company)
    response = client.post(LIST, **ENTRY | {"invited_email": member.email})
    assert (response.status_code, set(form_errors(response))) == (409, {"invited_email"})
    assert rows().count() == 1


def test_sending_limit(client: PageClient) -> None:
    """RL-1: the page says how long to wait and keeps what was typed."""
    model = type(selectors.get_int("RATE_LIMIT_INVITATION_PER_HOUR"))
    assert model is int
    from settings_app.models import AppSetting

    AppSetting.objects.filter(setting_key="RATE_LIMIT_INVITATION_PER_HOUR").update(setting_value="1")
    selectors.invalidate()
    client.post(LIST, **ENTRY)
    response = client.post(LIST, **ENTRY | {"invited_email": "other@people.example"})
    assert (response.status_code, response.context["limit_reached"]) == (429, True)
    assert 'value="other@people.example"' in text_of(response)
    assert rows().count() == 1


def test_form_of_the_former_company(client: PageClient, admin: User, company: Company) -> None:
    """SW-3, TI-1: after a switch in another tab nothing is written, and the content stays."""
    other = make_company(make_user(), company_name="Loud Hall")
    make_member(admin, other, role="company_admin")
    client.post("/switch-company", company_id=str(other.pk))
    response = client.post(LIST, form_company_id=str(company.pk), **ENTRY)
    assert response.status_code == 409
    assert "opened another company" in form_errors(response)["__all__"][0]
    assert f'value="{ENTRY["invited_email"]}"' in text_of(response)
    invitation = make_invitation(company=other, invited_by_user=admin)
    for action in ("cancel", "resend"):
        client.post(f"{LIST}/{invitation.pk}/{action}", form_company_id=str(company.pk))
    assert [(row.company_id, row.resend_count, row.cancelled_at) for row in rows()] == [(other.pk, 0, None)]


@pytest.mark.parametrize("role", ["company_user", "company_viewer"])
def test_others_may_not(company: Company, admin: User, role: str) -> None:
    """Section 7: listing, inviting, resending and cancelling are for administrators."""
    member = make_user()
    make_member(member, company, role=role)
    invitation = make_invitation(company=company, invited_by_user=admin)
    client = PageClient.of(member)
    assert client.get(LIST).status_code == 403
    for path in (LIST, f"{LIST}/{invitation.pk}/cancel", f"{LIST}/{invitation.pk}/resend"):
        assert client.post(path, **ENTRY).status_code == 403
    assert [(row.resend_count, row.cancelled_at) for row in rows()] == [(0, None)]


def test_list_by_status(client: PageClient, company: Company, admin: User) -> None:
    """IN-4: expired from the first second; nonsense shows all."""
    for values in ({}, {"overdue": True}, {"status": "cancelled"}):
        make_invitation(company=company, invited_by_user=admin, **values)

    def shown(query: str) -> list[str]:
        return [row.status_code for row in client.get(f"{LIST}{query}").context["page"].object_list]

    assert sorted(shown("")) == ["cancelled", "expired", "pending"]
    assert (shown("?status=expired"), shown("?status=declined")) == (["expired"], [])
    assert len(shown("?status=nonsense&page=7")) == 3


def test_resend_and_cancel(client: PageClient, company: Company, admin: User, mailbox: Mailbox) -> None:
    """IN-5, IN-6: a new link, not again within the hour, then cancelled with a reason."""
    invitation = make_invitation(company=company, invited_by_user=admin, token="former")
    assert goes_to(client.post(f"{LIST}/{invitation.pk}/resend")) == LIST
    assert "is on its way again" in text_of(client.get(LIST))
    assert state_of(opened("former").get(ACCEPT)) == "replaced"
    client.post(f"{LIST}/{invitation.pk}/resend")
    assert "sent a moment ago" in text_of(client.get(LIST))
    assert client.post(f"{LIST}/{invitation.pk}/cancel", reason="x" * 501).status_code == 302
    assert rows().get().cancelled_at is None
    client.post(f"{LIST}/{invitation.pk}/cancel", reason="Left the project")
    assert rows().get().cancellation_reason == "Left the project"
    client.post(f"{LIST}/{invitation.pk}/cancel")
    assert "Only a pending invitation can be cancelled" in text_of(client.get(LIST))


def test_foreign_invitation(client: PageClient) -> None:
    """TI-3: another company's invitation looks like none."""
    other = make_user()
    invitation = make_invitation(company=make_company(other), invited_by_user=other)
    for key in (invitation.pk, 999_999_999):
        for action in ("cancel", "resend"):
            assert client.post(f"{LIST}/{key}/{action}").status_code == 404
    assert rows().get().cancelled_at is None


# The invited person's side


def test_new_person_joins(client: PageClient, mailbox: Mailbox) -> None:
    """J2, IN-7, IN-8, SU-4: opening spends nothing; a password and the terms are enough."""
    client.post(LIST, **ENTRY)
    token = mailbox.token_for(ADDRESS)
    browser = opened(token)
    page = browser.get(ACCEPT)
    assert (state_of(page), page["Referrer-Policy"], page["Cache-Control"]) == ("signup", "no-referrer", "no-store")
    assert "Quiet Harbour" in text_of(page)
    assert "Avery Stone" in text_of(page)
    assert token not in text_of(page)
    response = browser.post(ACCEPT, password="short")
    assert response.status_code == 422
    assert set(form_errors(response)) == {"password", "accept_terms"}
    assert not User.objects.filter(email=ADDRESS).exists()
    assert goes_to(browser.post(ACCEPT, password=PASSWORD, accept_terms="on")) == "/onboarding/details"
    assert browser.get("/onboarding/details").context["company_name"] == "Quiet Harbour"
    membership = UserCompany.all_companies.get(user__email=ADDRESS)
    assert membership.is_primary_company
    assert state_of(opened(token).get(ACCEPT)) == "used"


def test_existing_person_logs_in_and_accepts(admin: User, company: Company) -> None:
    """IN-9: never silently; the link survives the log-in, the company is open afterwards."""
    user = make_user()
    make_invitation(company=company, invited_by_user=admin, invited_email=user.email, token="known")
    browser = opened("known")
    assert state_of(browser.get(ACCEPT)) == "login"
    browser.post(ACCEPT, password=PASSWORD, accept_terms="on")
    assert not UserCompany.all_companies.filter(user=user).exists()
    assert goes_to(browser.post("/login", email=user.email, password=PASSWORD, next=ACCEPT)) == ACCEPT
    assert state_of(browser.get(ACCEPT)) == "accept"
    assert goes_to(browser.post(ACCEPT)) == "/dashboard"
    assert browser.get("/dashboard").context["shell"].active_company.company_name == "Quiet Harbour"


def test_wrong_account_switches(admin: User, company: Company) -> None:
    """IN-9, IN-11: somebody else's link; logging out keeps it open for the right account."""
    make_invitation(company=company, invited_by_user=admin, invited_email="new@people.example", token="other")
    browser = opened("other", PageClient.of(make_user()))
    assert state_of(browser.get(ACCEPT)) == "wrong_account"
    assert state_of(browser.post(ACCEPT, password=PASSWORD, accept_terms="on")) == "wrong_account"
    assert goes_to(browser.post("/logout", next=ACCEPT)) == ACCEPT
    assert state_of(browser.get(ACCEPT)) == "signup"


@pytest.mark.parametrize(
    ("values", "state"),
    [
        ({"status": "accepted"}, "used"),
        ({"status": "declined"}, "declined"),
        ({"status": "cancelled"}, "cancelled"),
        ({"status": "expired"}, "expired"),
        ({"overdue": True}, "expired"),
    ],
)
def test_closed_invitations(admin: User, company: Company, values: dict[str, Any], state: str) -> None:
    """IN-11: each has its own text, and posts do nothing."""
    if values.get("status") == "accepted":
        values = values | {"accepted_by_user": make_user()}
    make_invitation(company=company, invited_by_user=admin, token="closed", **values)
    browser = opened("closed")
    assert state_of(browser.get(ACCEPT)) == state
    assert state_of(browser.post(ACCEPT, password=PASSWORD, accept_terms="on")) == state
    assert UserCompany.all_companies.count() == 1


def test_inactive_company(admin: User, company: Company) -> None:
    """IN-10."""
    make_invitation(company=company, invited_by_user=admin, token="inactive")
    Company.all_companies.filter(pk=company.pk).update(is_active=False)
    assert state_of(opened("inactive").get(ACCEPT)) == "company_inactive"


def test_missing_and_unknown_links() -> None:
    """IN-11."""
    browser = PageClient()
    assert state_of(browser.get(ACCEPT)) == "missing"
    assert state_of(browser.post(DECLINE)) == "missing"
    response = opened("unknown", browser).get(ACCEPT)
    assert (response.status_code, state_of(response)) == (400, "replaced")
    assert browser.post(DECLINE).status_code == 400


def test_decline_by_link(admin: User, company: Company, mailbox: Mailbox) -> None:
    """IN-6: without log-in, with a reason that the inviter gets."""
    make_invitation(company=company, invited_by_user=admin, token="declined")
    browser = opened("declined")
    assert goes_to(browser.post(DECLINE, reason="x" * 501)) == ACCEPT
    assert rows().get().declined_at is None
    assert goes_to(browser.post(DECLINE, reason="Wrong company")) == ACCEPT
    assert state_of(browser.get(ACCEPT)) == "declined"
    assert rows().get().decline_reason == "Wrong company"
    assert "Wrong company" in mailbox.to(admin.email)[-1].text


def test_own_invitations(admin: User, company: Company) -> None:
    """IN-9: from "my invitations", by id; others' ids look like none."""
    user = make_user()
    other = make_company(make_user(), company_name="Loud Hall")
    first = make_invitation(company=company, invited_by_user=admin, invited_email=user.email)
    second = make_invitation(company=other, invited_by_user_id=other.founded_by_user_id, invited_email=user.email)
    foreign = make_invitation(company=company, invited_by_user=admin)
    browser = PageClient.of(user)
    for path in (ACCEPT, DECLINE):
        for key in (str(foreign.pk), "999999999", "abc", ""):
            assert browser.post(path, user_invitation_id=key).status_code == 404
        assert goes_to(PageClient().post(path, user_invitation_id=str(first.pk))).startswith("/login")
    assert goes_to(browser.post(ACCEPT, user_invitation_id=str(first.pk))) == "/dashboard"
    assert goes_to(browser.post(ACCEPT, user_invitation_id=str(first.pk))) == "/companies"
    assert goes_to(browser.post(DECLINE, user_invitation_id=str(second.pk), reason="No time")) == "/companies"
    assert goes_to(browser.post(DECLINE, user_invitation_id=str(second.pk))) == "/companies"
    assert [row.company_name for row in browser.get("/companies").context["companies"]] == ["Quiet Harbour"]
    foreign.refresh_from_db()
    assert foreign.declined_at is None
