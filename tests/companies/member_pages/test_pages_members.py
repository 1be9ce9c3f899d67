"""What administrators do about one member on pages: role, suspension, reactivation, removal (ME-2 to ME-5)."""

from __future__ import annotations

import pytest

from accounts.models import User
from companies.models import Company, UserCompany
from tests.companies.managing import ACTS, REASON, SHOWN_REASON, everything, fields, path, send, state_of
from tests.factories.accounts import make_user
from tests.factories.companies import make_member
from tests.support.mail import Mailbox
from tests.support.pages import PageClient, form_errors, goes_to, text_of
from tests.support.trail import activities

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("roomy")]


@pytest.mark.parametrize(
    ("act", "status", "state", "told", "activity"),
    [
        ("role", "active", ("company_viewer", "active", None), "has the role Company Viewer now", "USER_ROLE_UPDATED"),
        ("suspend", "active", ("company_user", "suspended", None), "is suspended", "MEMBERSHIP_SUSPENDED"),
        ("reactivate", "suspended", ("company_user", "active", None), "again", "MEMBERSHIP_REACTIVATED"),
        ("remove", "active", ("company_user", "removed", REASON), "does not belong", "MEMBERSHIP_REMOVED"),
        ("remove", "suspended", ("company_user", "removed", REASON), "does not belong", "MEMBERSHIP_REMOVED"),
    ],
)
def test_me4_me5_each_page_says_what_happens_and_does_it(
    client: PageClient,
    company: Company,
    mailbox: Mailbox,
    act: str,
    status: str,
    state: tuple[str, str, str | None],
    told: str,
    activity: str,
) -> None:
    """UX-3: the page names person, company and consequence; afterwards the team says that it is done."""
    sam = make_user(first_name="Sam", last_name="Okafor")
    make_member(sam, company, status=status)
    page = text_of(client.get(path(sam, act)))
    for text in ("Sam Okafor", "Quiet Harbour", "What happens", "We tell Sam by mail", 'maxlength="500"'):
        assert text in page
    assert goes_to(send(client, sam, act, reason=f" {REASON} ", role_code="company_viewer")) == "/team"
    assert state_of(sam, company) == state
    assert activities(company_id=company.pk, reason=REASON) == [activity]
    assert told in text_of(client.get("/team"))
    assert len(mailbox.to(sam.email)) == 1


def test_sessions_in_the_company_end_at_once(client: PageClient, company: Company, sam: User) -> None:
    """ME-5, SE-5: the person's other pages go on where they may be."""
    page = PageClient.of(sam)
    assert page.get("/team").status_code == 200
    send(client, sam, "suspend")
    assert page.get("/team").status_code == 403
    assert "Quiet Harbour is closed to you" in text_of(page.get("/dashboard"))
    send(client, sam, "reactivate")
    assert PageClient.of(sam).get("/team").status_code == 200


def test_me4_the_same_role_writes_nothing(client: PageClient, company: Company, sam: User) -> None:
    page = client.get(path(sam, "role"))
    assert '<option value="company_user" selected>' in text_of(page)
    before = everything()
    send(client, sam, "role", role_code="company_user")
    assert everything() == before
    assert "has that role already" in text_of(client.get("/team"))


@pytest.mark.parametrize("act", ACTS)
def test_gen5_refused_entries_stay(client: PageClient, company: Company, act: str) -> None:
    sam = make_user()
    make_member(sam, company, status="suspended" if act == "reactivate" else "active")
    before = everything()
    answer = send(client, sam, act, reason="x" * 501, role_code="company_viewer")
    assert answer.status_code == 422
    assert "Use at most 500 characters; these are 501." in form_errors(answer)["reason"]
    assert "x" * 501 in text_of(answer)
    assert everything() == before


def test_roles_that_are_none(client: PageClient, sam: User) -> None:
    before = everything()
    for role_code in ("", "owner"):
        answer = send(client, sam, "role", role_code=role_code, reason=REASON)
        assert (answer.status_code, set(form_errors(answer))) == (422, {"role_code"})
        assert SHOWN_REASON in text_of(answer)
    assert everything() == before


@pytest.mark.parametrize("act", ACTS)
def test_a_colleague_was_faster(client: PageClient, company: Company, admin: User, sam: User, act: str) -> None:
    """ME-2: what the page was made from is no more; sent again, knowing it, it is done if it can be."""
    if act == "reactivate":
        UserCompany.all_companies.filter(user=sam).delete()
        make_member(sam, company, status="suspended")
    opened = fields(client.get(path(sam, act)))
    colleague = make_user()
    make_member(colleague, company, role="company_admin")
    send(PageClient.of(colleague), sam, "reactivate" if act == "reactivate" else "role", role_code="company_admin")
    before = everything()
    answer = client.post(path(sam, act), **opened | {"reason": REASON, "role_code": "company_viewer"})
    page = text_of(answer)
    assert answer.status_code == 412
    assert "Somebody changed this membership" in page
    assert SHOWN_REASON in page
    assert everything() == before
    if act == "reactivate":
        assert "Sam Okafor is active" in page
        return
    assert "Company Administrator" in page
    renewed = fields(answer) | {"reason": REASON, "role_code": "company_viewer"}
    assert goes_to(client.post(path(sam, act), **renewed)) == "/team"
