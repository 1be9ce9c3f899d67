"""Cases of the audit matrix: accounts closed by their owners and reopened by staff."""

from __future__ import annotations

from typing import Any

from accounts.models import User
from tests.factories.access_requests import make_access_request
from tests.factories.accounts import PASSWORD, make_user
from tests.factories.companies import make_company, make_member
from tests.support.audit.cases import Done, Stage, Steps, case
from tests.support.audit.entries import WRONG
from tests.support.sessions import client_of

CLOSED, REOPENED = "Account closed", "Account reopened by staff"


def _close(user: User, password: str = PASSWORD) -> Any:
    return client_of(user).post("/users/me/close", {"currentPassword": password})


@case(
    CLOSED,
    events="ACCOUNT_CLOSED",
    activities="USER_CLOSED, MEMBERSHIP_REMOVED @company, COMPANY_UPDATED @company",
    history="User, UserCompany, Company",
    roles="company removed company_admin",
)
def closed_by_a_founder_alone(stage: Stage) -> Steps:
    user = make_user()
    company = make_company(user)
    yield None
    yield Done(_close(user), 204, user, company=company)


@case(CLOSED, events="ACCOUNT_CLOSED", activities="USER_CLOSED, ACCESS_REQUEST_CANCELLED @company", history="User")
def closed_while_asking(stage: Stage) -> Steps:
    user, company = make_user(), make_company(make_user())
    make_access_request(user=user, to_company=company)
    yield None
    yield Done(_close(user), 204, user, company=company)


@case(
    CLOSED,
    events="ACCOUNT_CLOSED",
    activities="USER_CLOSED, SYSTEM_ROLE_REVOKED",
    history="User",
    roles="system changed company_user",
)
def closed_by_a_system_administrator(stage: Stage) -> Steps:
    user, _ = make_user(role="system_admin"), stage.officer
    yield None
    yield Done(_close(user), 204, user)


@case(CLOSED, events="ACCOUNT_CLOSE_FAILED INCORRECT_PASSWORD")
def not_closed_for_a_wrong_password(stage: Stage) -> Steps:
    user = make_user()
    yield None
    yield Done(_close(user, WRONG), 422, user)


@case(CLOSED, events="ACCOUNT_CLOSE_FAILED LAST_ADMIN")
def not_closed_as_others_need_them(stage: Stage) -> Steps:
    user = make_user()
    make_member(make_user(), make_company(user))
    yield None
    yield Done(_close(user), 409, user)


@case(REOPENED, events="ACCOUNT_REOPENED Asked for on the phone", activities="USER_REOPENED", history="User")
def reopened(stage: Stage) -> Steps:
    user, actor = make_user(), stage.officer
    _close(user)
    yield None
    yield Done(stage.staff(user, "reopen", identityProof="phone_callback"), 200, user, actor=actor)


@case(REOPENED)
def reopened_though_the_address_is_taken(stage: Stage) -> Steps:
    user, actor = make_user(), stage.officer
    _close(user)
    make_user(email=user.email)
    yield None
    yield Done(stage.staff(user, "reopen", identityProof="phone_callback"), 409, user, actor=actor)
