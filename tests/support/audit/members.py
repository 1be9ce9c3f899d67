"""Cases of the audit matrix: roles and memberships, changed by admins and by members who go."""

from __future__ import annotations

from typing import Any

from accounts.models import User
from companies.models import Company
from tests.factories.accounts import make_user
from tests.factories.companies import make_company, make_member
from tests.support.audit.cases import REASON, Done, Stage, Steps, case
from tests.support.sessions import client_of

ROLE, STATE = "Company role changed", "Member suspended, reactivated, removed, left"


def _change(admin: User, company: Company, user: User, action: str) -> Any:
    client, path = client_of(admin), f"/companies/{company.pk}/users/{user.pk}/{action}"
    if action == "role":
        return client.patch(path, {"roleCode": "company_viewer", "reason": REASON})
    return client.post(path, {"reason": REASON})


def _changed(
    name: str, line: str, action: str, activities: str = "", roles: str = "", answered: int = 200, **membership: str
) -> None:
    """What an admin does with a member."""

    def steps(stage: Stage) -> Steps:
        company, user = make_company(make_user()), make_user()
        make_member(user, company, **membership)
        admin = company.founded_by_user
        yield None
        yield Done(_change(admin, company, user, action), answered, user, actor=admin, company=company)

    steps.__name__ = name
    case(
        line,
        activities=f"{activities} @company" if activities else "",
        history="UserCompany" if activities else "",
        roles=roles,
    )(steps)


_changed("company_role_changed", ROLE, "role", "USER_ROLE_UPDATED", "company changed company_viewer")
_changed("company_role_given_again", ROLE, "role", role="company_viewer")
_changed("company_role_of_a_removed_member", ROLE, "role", answered=409, status="removed")
_changed("member_suspended", STATE, "suspend", "MEMBERSHIP_SUSPENDED")
_changed("member_suspended_again", STATE, "suspend", status="suspended")
_changed("member_reactivated", STATE, "reactivate", "MEMBERSHIP_REACTIVATED", status="suspended")
_changed("member_removed", STATE, "remove", "MEMBERSHIP_REMOVED", "company removed company_user")
_changed("member_removed_again", STATE, "remove", status="removed")


@case(
    STATE,
    activities="MEMBERSHIP_REMOVED @company",
    history="UserCompany, UserCompany",
    roles="company removed company_user",
)
def member_removed_from_the_primary_company(stage: Stage) -> Steps:
    """The flag moves to another company of theirs, which is a snapshot of that membership."""
    company, user = make_company(make_user()), make_user()
    make_member(user, company)
    make_member(user, make_company(make_user()), is_primary_company=False)
    admin = company.founded_by_user
    yield None
    yield Done(_change(admin, company, user, "remove"), 200, user, actor=admin, company=company)


@case(STATE)
def member_changed_by_another_member(stage: Stage) -> Steps:
    company, user, other = make_company(make_user()), make_user(), make_user()
    make_member(user, company)
    make_member(other, company)
    yield None
    yield Done(_change(other, company, user, "suspend"), 403)


@case(STATE)
def member_suspends_themselves(stage: Stage) -> Steps:
    company = make_company(make_user())
    admin = company.founded_by_user
    yield None
    yield Done(_change(admin, company, admin, "suspend"), 403)


@case(STATE, activities="MEMBERSHIP_LEFT @company", history="UserCompany", roles="company removed company_user")
def member_left(stage: Stage) -> Steps:
    company, user = make_company(make_user()), make_user()
    make_member(user, company)
    client = client_of(user)
    yield None
    answer = client.post(f"/users/me/companies/{company.pk}/leave", {"reason": REASON})
    yield Done(answer, 204, user, company=company)


@case(STATE)
def last_admin_does_not_leave(stage: Stage) -> Steps:
    company = make_company(make_user())
    client = client_of(company.founded_by_user)
    yield None
    yield Done(client.post(f"/users/me/companies/{company.pk}/leave"), 409)


@case("Cross-company attempt", activities="CROSS_COMPANY_ACCESS_DENIED @company")
def member_of_another_company_removed(stage: Stage) -> Steps:
    company, foreign = make_company(make_user()), make_company(make_user())
    admin = company.founded_by_user
    yield None
    yield Done(_change(admin, company, foreign.founded_by_user, "remove"), 404, admin, company=company)
