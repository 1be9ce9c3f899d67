"""Buttons on a membership, and the list of memberships (sections 7 and 23)."""

from __future__ import annotations

from typing import Any

import pytest
from django.urls import reverse

from accounts.models import User
from companies.models import Company, UserCompany
from tests.backoffice.conftest import Office
from tests.companies.care import REASON
from tests.factories.accounts import make_user
from tests.factories.companies import make_company, make_member
from tests.support.mail import Mailbox
from tests.support.trail import activities

LIST = "/backoffice/companies/usercompany/"
BUTTONS = ("change_role", "suspend", "reactivate", "remove")


@pytest.fixture
def company(db: None) -> Company:
    return make_company(make_user(email="avery@people.example"), company_name="Quiet <Harbour>")


@pytest.fixture
def sam(company: Company) -> UserCompany:
    return make_member(make_user(email="sam@people.example", first_name="Sam", last_name="Okafor"), company)


def page(row: UserCompany, action: str = "change") -> str:
    return reverse(f"admin:companies_usercompany_{action}", args=[row.pk])


def shown_buttons(office: Office, row: UserCompany) -> set[str]:
    text = office.text(page(row))
    return {action for action in BUTTONS if f'href="{page(row, action)}"' in text}


def state_of(row: UserCompany) -> tuple[str, str, str | None]:
    found = UserCompany.all_companies.select_related("user_company_role", "user_company_status").get(pk=row.pk)
    return found.user_company_role.code, found.user_company_status.code, found.removal_reason


def everything() -> list[Any]:
    recorded = [action for action in activities() if not action.startswith("STAFF_VIEWED")]
    return [*UserCompany.all_companies.order_by("pk").values(), recorded]


def test_buttons_that_make_sense(office: Office, company: Company, sam: UserCompany, staff: User) -> None:
    """PM-3: none on the own membership of staff."""
    assert shown_buttons(office, sam) == {"change_role", "suspend", "remove"}
    assert shown_buttons(office, make_member(make_user(), company, status="suspended")) == {"reactivate", "remove"}
    assert shown_buttons(office, make_member(make_user(), company, status="removed")) == set()
    assert shown_buttons(office, make_member(staff, company)) == set()


def test_page_of_a_membership(office: Office, sam: UserCompany) -> None:
    """Section 23: state, reason and history; opening it is recorded."""
    office.post(page(sam, "remove"), reason="Left <the> company")
    text = office.text(page(sam))
    for shown in ("Sam Okafor in Quiet &lt;Harbour&gt;", "Left &lt;the&gt; company", "Removed"):
        assert shown in text
    history = office.text(reverse("admin:companies_usercompany_history", args=[sam.pk]))
    for shown in ("MEMBERSHIP_REMOVED", "Left &lt;the&gt; company", "Sam Steward"):
        assert shown in history
    assert "STAFF_VIEWED_COMPANY" in activities(company_id=sam.company_id)


@pytest.mark.parametrize(
    ("action", "status", "state", "told", "activity"),
    [
        ("change_role", "active", ("company_admin", "active", None), "is stored", "USER_ROLE_UPDATED"),
        ("suspend", "active", ("company_user", "suspended", None), "is suspended", "MEMBERSHIP_SUSPENDED"),
        ("reactivate", "suspended", ("company_user", "active", None), "again", "MEMBERSHIP_REACTIVATED"),
        ("remove", "active", ("company_user", "removed", REASON), "does not belong", "MEMBERSHIP_REMOVED"),
        ("remove", "suspended", ("company_user", "removed", REASON), "does not belong", "MEMBERSHIP_REMOVED"),
    ],
)
def test_actions_go_through_the_services(
    office: Office,
    staff: User,
    company: Company,
    mailbox: Mailbox,
    action: str,
    status: str,
    state: tuple[str, str, str | None],
    told: str,
    activity: str,
) -> None:
    """Staff act without belonging to the company; the person is told (ME-4, ME-5)."""
    row = make_member(make_user(first_name="Sam", last_name="Okafor"), company, status=status)
    text = office.text(page(row, action))
    assert "Sam Okafor in Quiet &lt;Harbour&gt;" in text
    assert 'name="reason"' in text
    answer = office.post(page(row, action), reason=REASON, role_code="company_admin")
    assert (answer.status_code, answer["Location"]) == (302, page(row))
    assert state_of(row) == state
    assert activities(company_id=company.pk, reason=REASON, user=staff) == [activity]
    assert told in office.text(page(row))
    assert len(mailbox.to(row.user.email)) == 1


@pytest.mark.parametrize("action", BUTTONS)
def test_every_action_needs_a_reason(office: Office, company: Company, action: str) -> None:
    row = make_member(make_user(), company, status="suspended" if action == "reactivate" else "active")
    before = everything()
    for reason, text in ((" ", "This field is required."), ("x" * 501, "at most 500 characters")):
        answer = office.post(page(row, action), reason=reason, role_code="company_admin")
        assert (answer.status_code, text in answer.content.decode()) == (422, True)
    assert everything() == before


def test_role_form_starts_with_the_role(office: Office, sam: UserCompany) -> None:
    assert '<option value="company_user" selected>' in office.text(page(sam, "change_role"))
    before = everything()
    assert office.post(page(sam, "change_role"), reason=REASON, role_code="company_user").status_code == 302
    assert office.post(page(sam, "change_role"), reason=REASON, role_code="owner").status_code == 422
    assert everything() == before


@pytest.mark.parametrize("action", ["change_role", "suspend", "remove"])
def test_me3_the_last_administrator_stays(office: Office, company: Company, sam: UserCompany, action: str) -> None:
    """LAST_ADMIN for staff, too; they appoint another one first."""
    row = UserCompany.all_companies.get(company=company, user=company.founded_by_user)
    before = everything()
    answer = office.post(page(row, action), reason=REASON, role_code="company_viewer")
    assert answer.status_code == 422
    assert "only active administrator" in answer.content.decode()
    assert REASON in answer.content.decode()
    assert everything() == before
    office.post(page(sam, "change_role"), reason=REASON, role_code="company_admin")
    assert office.post(page(row, action), reason=REASON, role_code="company_viewer").status_code == 302


@pytest.mark.parametrize(
    ("action", "status"),
    [("change_role", "suspended"), ("change_role", "removed"), ("suspend", "removed"), ("reactivate", "removed")],
)
def test_what_the_state_does_not_allow(office: Office, company: Company, action: str, status: str) -> None:
    row = make_member(make_user(), company, status=status)
    before = everything()
    answer = office.post(page(row, action), reason=REASON, role_code="company_admin")
    assert answer.status_code == 422
    assert everything() == before


def test_staff_leave_their_own_membership_alone(office: Office, staff: User, company: Company) -> None:
    """PM-3."""
    row = make_member(staff, company)
    before = everything()
    for action in BUTTONS:
        answer = office.post(page(row, action), reason=REASON, role_code="company_admin")
        assert (answer.status_code, "Nobody changes their own membership" in answer.content.decode()) == (422, True)
    assert everything() == before


def test_a_page_that_is_out_of_date_is_refused(office: Office, sam: UserCompany) -> None:
    text = office.text(page(sam, "remove"))
    version = text.split('name="version" value="')[1].split('"')[0]
    office.post(page(sam, "change_role"), reason=REASON, role_code="company_viewer")
    before = everything()
    answer = office.post(page(sam, "remove"), reason=REASON, version=version)
    assert answer.status_code == 422
    assert "Somebody else changed this entry" in answer.content.decode()
    assert everything() == before


def test_pm2_others_find_no_button(company: Company, sam: UserCompany) -> None:
    """Section 24: 404 without the role, the log-in for visitors; nothing changed."""
    person, admin, visitor = Office(make_user()), Office(company.founded_by_user), Office()
    before = everything()
    for action in BUTTONS:
        for stranger in (person, admin):
            assert stranger.get(page(sam, action)).status_code == 404
            assert stranger.post(page(sam, action), reason=REASON, role_code="company_admin").status_code == 404
        assert visitor.post(page(sam, action), reason=REASON)["Location"].startswith("/login")
    assert everything() == before


def test_rows_that_are_no_more(office: Office, sam: UserCompany) -> None:
    for action in BUTTONS:
        assert office.get(reverse(f"admin:companies_usercompany_{action}", args=[999_999_999])).status_code == 404
    UserCompany.all_companies.filter(pk=sam.pk).update(is_deleted=True, deleted_date=sam.created_date)
    for action in BUTTONS:
        assert office.post(page(sam, action), reason=REASON, role_code="company_admin").status_code == 404


def test_filters_of_the_list(office: Office, company: Company, sam: UserCompany) -> None:
    """The page of a company leads to its members."""
    make_member(make_user(email="sue@people.example"), company, status="suspended")
    make_company(make_user(email="fay@people.example"))
    text = office.text(reverse("admin:companies_company_change", args=[company.pk]))
    assert f'href="{LIST}?company={company.pk}">Members of Quiet &lt;Harbour&gt;</a>' in text

    def listed(**query: Any) -> set[str]:
        text = office.text(LIST, **query)
        return {name for name in ("avery", "sam", "sue", "fay") if f"{name}@people.example" in text}

    assert listed() == {"avery", "sam", "sue", "fay"}
    assert listed(company=company.pk) == {"avery", "sam", "sue"}
    assert listed(company=company.pk, state="suspended") == listed(state="suspended") == {"sue"}
    assert listed(state="nonsense") == listed(company="nonsense") == listed()
