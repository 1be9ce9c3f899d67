"""The permission matrix of behaviour.md section 7 as data; a refused call changes nothing (PM-1 to PM-3).

One row per endpoint; the letters say who is let in: V visitor, N no company, w viewer, m member, a admin, o another
company's admin, s system administrator. Everybody else is refused with the status of the contract.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import timedelta
from typing import Any

import pytest
from django.apps import apps

from accounts.models import UserIndustry
from accounts.services.email_change import request_change
from accounts.services.people import as_actor
from common import clock
from common.context import RequestContext, bind
from companies.models import Company
from logging_app.services import record_auth_event
from reference.selectors import code_id
from tests.factories.access_requests import make_access_request
from tests.factories.accounts import PASSWORD, make_user
from tests.factories.companies import make_company, make_member
from tests.factories.invitations import make_invitation
from tests.support.api import ApiClient
from tests.support.sessions import client_of

pytestmark = pytest.mark.django_db

PEOPLE = {
    "V": "visitor",
    "N": "no company",
    "w": "viewer",
    "m": "member",
    "a": "admin",
    "o": "other admin",
    "s": "system admin",
}
TRACE = "5e0c9a52-3f4c-4a0e-9f55-0d2a4b6f1c11"
ALL, SIGNED_IN, MEMBERS = "VNwmaos", "Nwmaos", "wma"
INVITE = {"invitedEmail": "new@x.example", "firstName": "New", "lastName": "Person", "roleCode": "company_viewer"}
DETAILS = {"firstName": "A", "lastName": "B", "countryCode": "AU", "timezoneIdentifier": "Australia/Sydney"}
BECAUSE = {"reason": "Asked for on the phone"}
IDENTIFIED = {**BECAUSE, "identityProof": "phone_callback"}
COMPANY = {
    "companyName": "Mine",
    "countryCode": "AU",
    "billingDetails": {
        "billingAddressLine1": "1 Example Street",
        "billingCity": "Sydney",
        "billingState": "NSW",
        "billingPostalCode": "2000",
    },
}


@dataclass(frozen=True)
class Rule:
    method: str
    path: str
    allowed: str
    body: Any = None

    def __str__(self) -> str:
        return f"{self.method} {self.path}"


MATRIX = [
    Rule("GET", "/users/me", SIGNED_IN),
    Rule("PATCH", "/users/me", SIGNED_IN, {"bio": "Hello"}),
    Rule("PUT", "/users/me/onboarding-details", SIGNED_IN, DETAILS),
    Rule("POST", "/users/me/accept-terms", SIGNED_IN, {"termsVersion": "2025-10"}),
    Rule("GET", "/users/me/preferences", SIGNED_IN),
    Rule("PATCH", "/users/me/preferences", SIGNED_IN, {"themeCode": "dark"}),
    Rule("GET", "/users/me/industries", SIGNED_IN),
    Rule("POST", "/users/me/industries", SIGNED_IN, {"industryCode": "event-mgmt"}),
    Rule("PATCH", "/users/me/industries/{industry}", "m", {"isPrimary": True}),
    Rule("DELETE", "/users/me/industries/{industry}", "m"),
    Rule("POST", "/users/me/email-change", SIGNED_IN, {"newEmail": "new@x.example", "currentPassword": PASSWORD}),
    Rule("GET", "/users/me/email-change", "m"),
    Rule("POST", "/users/me/email-change/cancel", "m"),
    Rule("POST", "/users/me/close", "Nwmo", {"currentPassword": PASSWORD}),
    Rule("GET", "/users/me/companies", SIGNED_IN),
    Rule("GET", "/users/me/invitations", SIGNED_IN),
    Rule("POST", "/companies", "Nwms", COMPANY),
    Rule("POST", "/users/me/switch-company", MEMBERS, {"companyId": "{company}"}),
    Rule("GET", "/dashboard/kpis", "wmao"),
    Rule("GET", "/companies/{company}", MEMBERS),
    Rule("PATCH", "/companies/{company}", "a", {"companyName": "Renamed"}),
    Rule("GET", "/companies/{company}/billing-details", "a"),
    Rule("PATCH", "/companies/{company}/billing-details", "a", {"billingCity": "Perth"}),
    Rule("GET", "/companies/{company}/organizer-details", MEMBERS),
    Rule("PATCH", "/companies/{company}/organizer-details", "a", {"averageEventsPerYear": 3}),
    Rule("GET", "/companies/{company}/customer-details", "a"),
    Rule("GET", "/companies/{company}/security", "a"),
    Rule("PATCH", "/companies/{company}/security", "a", {"isSecondFactorRequired": True}),
    Rule("GET", "/companies/{company}/users", MEMBERS),
    Rule("GET", "/companies/{company}/users?statusCode=removed", "a"),
    Rule("PATCH", "/companies/{company}/users/{colleague}/role", "a", {"roleCode": "company_viewer"}),
    Rule("POST", "/companies/{company}/users/{colleague}/suspend", "a", BECAUSE),
    Rule("POST", "/companies/{company}/users/{paused}/reactivate", "a"),
    Rule("POST", "/companies/{company}/users/{colleague}/remove", "a", BECAUSE),
    Rule("POST", "/users/me/companies/{company}/leave", "wm", BECAUSE),
    Rule("GET", "/companies/{company}/invitations", "a"),
    Rule("POST", "/companies/{company}/invitations", "a", INVITE),
    Rule("POST", "/companies/{company}/invitations/{invitation}/resend", "a"),
    Rule("POST", "/companies/{company}/invitations/{invitation}/cancel", "a"),
    Rule("POST", "/companies/access-requests", SIGNED_IN, {"abn": "51824753556"}),
    Rule("GET", "/users/me/access-requests", SIGNED_IN),
    Rule("POST", "/users/me/access-requests/{own_request}/cancel", "s"),
    Rule("GET", "/companies/{company}/access-requests", "a"),
    Rule("POST", "/companies/{company}/access-requests/{request}/approve", "a", {"roleCode": "company_viewer"}),
    Rule("POST", "/companies/{company}/access-requests/{request}/reject", "a", {"reason": "Unknown"}),
    Rule("POST", "/invitations/preview", ALL, {"token": "{token}"}),
    Rule("POST", "/invitations/decline", "V", {"token": "{token}"}),
    Rule("POST", "/invitations/accept", "", {"token": "{token}"}),
    Rule("GET", "/admin/users", "s"),
    Rule("GET", "/admin/users/{person}", "s"),
    Rule("POST", "/admin/users/{person}/lock", "s", BECAUSE),
    Rule("POST", "/admin/users/{locked}/unlock", "s", BECAUSE),
    Rule("POST", "/admin/users/{person}/suspend", "s", BECAUSE),
    Rule("POST", "/admin/users/{suspended}/reactivate", "s", BECAUSE),
    Rule("POST", "/admin/users/{closed}/reopen", "s", IDENTIFIED),
    Rule("POST", "/admin/users/{enrolled}/reset-second-factor", "s", IDENTIFIED),
    Rule("POST", "/admin/users/{person}/change-email", "s", {"newEmail": "new@x.example", **IDENTIFIED}),
    Rule("POST", "/admin/users/{moving}/cancel-email-change", "s", BECAUSE),
    Rule("PUT", "/admin/users/{person}/system-role", "s", {"systemRoleCode": "system_admin", **BECAUSE}),
    Rule("GET", "/admin/role-audit", "s"),
    Rule("GET", "/admin/diagnostics/{trace}", "s"),
]


@dataclass(frozen=True)
class Stage:
    company: Company
    invitation: Any
    industry: UserIndustry
    requests: dict[str, Any]
    subjects: dict[str, Any]
    clients: dict[str, ApiClient]

    def fill(self, value: Any) -> Any:
        if isinstance(value, dict):
            return {name: self.fill(item) for name, item in value.items()}
        if value == "{company}":
            return self.company.pk
        if not isinstance(value, str):
            return value
        names = {
            "{company}": self.company.pk,
            "{invitation}": self.invitation.pk,
            "{industry}": self.industry.pk,
            "{token}": "the-link",
            "{request}": self.requests["other"].pk,
            "{own_request}": self.requests["own"].pk,
            "{trace}": TRACE,
            **self.subjects,
        }
        for name, replacement in names.items():
            value = value.replace(name, str(replacement))
        return value


@pytest.fixture
def stage(db: None) -> Stage:
    admin, member, viewer = make_user(), make_user(), make_user()
    company = make_company(admin, company_name="Quiet Harbour")
    make_member(member, company)
    make_member(viewer, company, role="company_viewer")
    make_member(make_user(), company, status="removed")
    colleague, paused = make_user(), make_user()
    make_member(colleague, company)
    make_member(paused, company, status="suspended")
    other = make_user()
    make_company(other)
    nobody = make_user(is_onboarding_complete=False, onboarding_step=2)
    people = {"N": nobody, "w": viewer, "m": member, "a": admin, "o": other, "s": make_user(role="system_admin")}
    invitation = make_invitation(company=company, invited_by_user=admin, token="the-link")
    # With a second factor, so that nobody is refused for the lack of one.
    clients = {letter: client_of(person, has_second_factor=True) for letter, person in people.items()}
    industry = UserIndustry.all_companies.create(user=member, industry_id=code_id("Industry", "tech"), sort_order=1)
    make_company(make_user(), abn="51824753556")
    requests = {
        "other": make_access_request(user=make_user(), to_company=company),
        "own": make_access_request(user=people["s"], to_company=company),
    }
    subjects = {
        "{person}": make_user(),
        "{locked}": make_user(status="locked"),
        "{suspended}": make_user(status="suspended"),
        "{closed}": make_user(is_deleted=True, deleted_date=clock.now() + timedelta(minutes=1)),
        "{enrolled}": make_user(second_factor_since=clock.now()),
        "{colleague}": colleague,
        "{paused}": paused,
        "{moving}": make_user(),
    }
    for user, address in ((member, "m@newplace.example"), (subjects["{moving}"], "moving@newplace.example")):
        request_change(new_email=address, current_password=PASSWORD, actor=as_actor(user))
    subjects = {name: user.pk for name, user in subjects.items()}
    bind_and_record(TRACE)
    return Stage(company, invitation, industry, requests, subjects, {"V": ApiClient(), **clients})


def bind_and_record(request_id: str) -> None:
    """Something for diagnostics to find."""
    with bind(RequestContext(request_id=request_id)):
        record_auth_event(event_type="LOGIN_SUCCESS", is_success=True, email="somebody@people.example")


def business_rows() -> dict[str, Any]:
    """Every row of the business tables, and the activity apart from evidence of the refusal itself."""
    labels = ["companies.Company", "companies.UserCompany", "invitations.UserInvitation", "accounts.User"]
    labels += [
        "accounts.UserIndustry",
        "accounts.UserEmailChangeToken",
        "accounts.UserAuthenticator",
        "accounts.UserRecoveryCode",
        "companies.CompanySwitchRequest",
        "companies.CompanyBillingDetails",
        "companies.CompanyOrganizerDetails",
        "logging_app.EmailDelivery",
    ]
    rows = {label: list(apps.get_model(label)._base_manager.order_by("pk").values()) for label in labels}
    activity = apps.get_model("auditing", "ActivityLog").all_companies.exclude(action="CROSS_COMPANY_ACCESS_DENIED")
    return {**rows, "activity": activity.count()}


@pytest.mark.parametrize("rule", MATRIX, ids=str)
@pytest.mark.parametrize("letter", PEOPLE, ids=PEOPLE.values())
def test_matrix(stage: Stage, rule: Rule, letter: str) -> None:
    """GEN-8, PM-2."""
    before = business_rows()
    response = stage.clients[letter].send(rule.method, stage.fill(rule.path), stage.fill(rule.body))
    if letter in rule.allowed:
        assert response.status_code in (200, 201, 202, 204), response.content
        return
    assert response.status_code in expected_refusals(rule, letter), response.content
    assert business_rows() == before


def expected_refusals(rule: Rule, letter: str) -> set[int]:
    """401 for visitors, otherwise 403, or what section 8 and the rules of the endpoint say."""
    if letter == "V":
        return {401}
    if rule.path in ("/companies", "/users/me/close"):
        return {409}
    if rule.path.endswith("/leave") and letter == "a":
        return {409}  # ME-3: the only administrator
    own = (
        "/users/me/companies/",
        "/users/me/switch-company",
        "/users/me/industries/",
        "/users/me/access-requests/",
        "/users/me/email-change",
    )
    if rule.path.startswith(own) or (letter == "o" and rule.path.startswith("/companies/")):
        return {404}
    return {403}


def test_matrix_names_every_endpoint() -> None:
    """GEN-8: a new endpoint needs its row here."""
    from accounts.api.urls import urlpatterns as of_accounts
    from auditing.api.urls import urlpatterns as of_auditing
    from companies.api.urls import urlpatterns as of_companies
    from invitations.api.urls import urlpatterns as of_invitations
    from logging_app.api.urls import urlpatterns as of_logs

    names = {
        "<id:company_id>": "{company}",
        "<id:user_invitation_id>": "{invitation}",
        "<id:user_industry_id>": "{industry}",
        "<id:company_switch_request_id>": "{request}",
        "<id:user_id>": "{person}",
        "<str:request_id>": "{trace}",
    }
    covered = {(rule.method, rule.path.split("?")[0]) for rule in MATRIX}
    elsewhere = {("POST", "/invitations/signup")}  # needs a link of its own: tests/invitations
    same = {"{own_request}": "{request}", "{locked}": "{person}", "{suspended}": "{person}", "{closed}": "{person}"}
    same |= dict.fromkeys(("{enrolled}", "{colleague}", "{paused}", "{moving}"), "{person}")
    for name, shown in same.items():
        covered = {(method, path.replace(name, shown)) for method, path in covered}
    found = set()
    for pattern in [*of_accounts, *of_companies, *of_invitations, *of_auditing, *of_logs]:
        path = f"/{pattern.pattern}"
        for route, shown in names.items():
            path = path.replace(route, shown)
        methods = [
            name for name in ("get", "post", "put", "patch", "delete") if hasattr(pattern.callback.view_class, name)
        ]
        found |= {(method.upper(), path) for method in methods if not path.startswith("/auth/")}
    assert found == covered | elsewhere
