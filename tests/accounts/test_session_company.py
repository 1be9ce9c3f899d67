"""The company of a session: choice, tokens, fall-back (LG-2, SE-3, SE-5)."""

from __future__ import annotations

from datetime import timedelta
from typing import Any

import jwt
import pytest
from django.conf import settings

from accounts.services import access_state
from accounts.services.sessions import issue_access, set_company
from common import clock
from common.tenancy import system_scope
from companies.models import Company, UserCompany
from reference.selectors import code_id
from tests.factories import companies
from tests.factories.accounts import PASSWORD, make_user
from tests.support.api import ApiClient, problem_code
from tests.support.sessions import session_of

pytestmark = pytest.mark.django_db


def make_company(*args: Any, **values: Any) -> Company:
    with system_scope("test"):
        return companies.make_company(*args, **values)


def make_member(*args: Any, **values: Any) -> UserCompany:
    with system_scope("test"):
        return companies.make_member(*args, **values)


def log_in(api: ApiClient, email: str) -> dict[str, Any]:
    body: dict[str, Any] = api.post("/auth/login", {"email": email, "password": PASSWORD}).json()
    return body


def claims_of(token: str) -> dict[str, Any]:
    claims: dict[str, Any] = jwt.decode(token, settings.JWT_SIGNING_KEY, algorithms=["HS256"])
    return claims


def test_primary_company_first(api: ApiClient) -> None:
    """LG-2: the primary membership, and its claims in the token."""
    user, first, second = make_user(), make_company(), make_company()
    make_member(user, first, is_primary_company=False, joined_date=clock.now() - timedelta(days=9))
    make_member(user, second, role="company_admin", is_primary_company=True)
    body = log_in(api, user.email)
    assert body["activeCompany"] == {
        "companyId": second.pk,
        "companyName": second.company_name,
        "roleCode": "company_admin",
        "roleName": "Company Administrator",
    }
    claims = claims_of(body["accessToken"])
    assert (claims["companyId"], claims["companyRole"]) == (second.pk, "company_admin")
    me = api.get("/auth/me", token=body["accessToken"]).json()
    assert me["activeCompany"] == body["activeCompany"]
    assert me["capabilities"][:2] == ["canManageCompany", "canManageUsers"]


def test_oldest_usable_company_without_a_primary(api: ApiClient) -> None:
    """LG-2: suspended memberships and inactive companies do not count."""
    user = make_user()
    suspended, inactive, usable = make_company(), make_company(is_active=False), make_company()
    for days, company in ((9, suspended), (8, inactive), (7, usable)):
        status = "suspended" if company is suspended else "active"
        joined = clock.now() - timedelta(days=days)
        make_member(user, company, status=status, is_primary_company=False, joined_date=joined)
    assert log_in(api, user.email)["activeCompany"]["companyId"] == usable.pk


def test_refresh_keeps_the_company_while_it_can(api: ApiClient) -> None:
    """SE-5: else it falls back as in LG-2."""
    user, home, other = make_user(), make_company(), make_company()
    make_member(user, home, is_primary_company=True)
    there = make_member(user, other, is_primary_company=False)
    issued = session_of(user, other.pk)
    body = api.post("/auth/refresh", {"refreshToken": issued.refresh_token}).json()
    assert body["activeCompany"]["companyId"] == other.pk
    suspended = code_id("UserCompanyStatus", "suspended")
    UserCompany.all_companies.filter(pk=there.pk).update(user_company_status_id=suspended)
    body = api.post("/auth/refresh", {"refreshToken": body["refreshToken"]}).json()
    assert body["activeCompany"]["companyId"] == home.pk


@pytest.mark.parametrize("change", ["suspended", "role"])
def test_lost_or_changed_membership_stops_the_token(api: ApiClient, change: str) -> None:
    """SE-3: the membership of companyId is active with the role in the token."""
    user, company = make_user(), make_company()
    row = make_member(user, company, role="company_user")
    token = session_of(user).access_token
    assert api.get("/auth/me", token=token).status_code == 200
    values = {
        "suspended": {"user_company_status_id": code_id("UserCompanyStatus", "suspended")},
        "role": {"user_company_role_id": code_id("UserCompanyRole", "company_viewer")},
    }[change]
    UserCompany.all_companies.filter(pk=row.pk).update(**values)
    access_state.forget(user.pk)
    assert problem_code(api.get("/auth/me", token=token)) == "ACCESS_TOKEN_INVALID"


def test_inactive_company_is_no_reason_to_sign_out(api: ApiClient) -> None:
    """TI-2, COMPANY_INACTIVE: the token stays good, its company opens nothing."""
    user = make_user()
    company = make_company(user)
    token = session_of(user).access_token
    Company.all_companies.filter(pk=company.pk).update(is_active=False)
    access_state.forget(user.pk)
    me = api.get("/auth/me", token=token)
    assert me.status_code == 200
    assert (me.json()["activeCompany"], me.json()["capabilities"]) == (None, [])


def test_set_company_and_grant(api: ApiClient) -> None:
    """SE-1: the session's own active company; other sessions keep theirs."""
    user, home, other = make_user(), make_company(), make_company()
    make_member(user, home, is_primary_company=True)
    make_member(user, other, is_primary_company=False)
    here, there = session_of(user), session_of(user)
    set_company(here.session_id, other.pk)
    grant = issue_access(user_id=user.pk, session_id=here.session_id)
    assert claims_of(grant.access_token)["companyId"] == other.pk
    assert issue_access(user_id=user.pk, session_id=there.session_id).active_company.company_id == home.pk
    assert api.post("/auth/refresh", {"refreshToken": here.refresh_token}).json()["activeCompany"]["companyId"] == (
        other.pk
    )


def test_foreign_company_is_left_out(api: ApiClient) -> None:
    """TI-1: a session never opens a company its person has no usable membership in."""
    assert session_of(make_user(), make_company().pk).active_company is None
