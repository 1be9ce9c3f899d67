"""Cases of the audit matrix: companies, invitations, requests, what others may not reach."""

from __future__ import annotations

from typing import Any

from companies.models import Company
from companies.tasks import verify_unverified
from invitations.tasks import expire_overdue
from tests.factories.access_requests import make_access_request
from tests.factories.accounts import make_user
from tests.factories.companies import make_company, make_member
from tests.factories.invitations import make_invitation
from tests.support.audit.cases import Done, Stage, Steps, case
from tests.support.sessions import client_of

ABN = "50910000010"
BILLING = {
    "billingAddressLine1": "1 Example Street",
    "billingCity": "Sydney",
    "billingState": "NSW",
    "billingPostalCode": "2000",
}
COMPANY = {"companyName": "Harbourline Exhibits", "countryCode": "AU", "abn": ABN, "billingDetails": BILLING}
INVITED = {"invitedEmail": "new@x.example", "firstName": "New", "lastName": "Person", "roleCode": "company_viewer"}


def _company(**values: Any) -> Company:
    return make_company(make_user(), **values)


@case(
    "Company created",
    "Onboarding",
    activities="COMPANY_CREATED @company, MEMBERSHIP_CREATED @company, ONBOARDING_COMPLETED @company",
    history="Company, UserCompany, User",
    roles="company assigned company_admin",
)
def company_created(stage: Stage) -> Steps:
    user = make_user(is_onboarding_complete=False, onboarding_step=2)
    client = client_of(user)
    yield None
    answer = client.post("/companies", COMPANY)
    yield Done(answer, 201, user, company=Company.all_companies.get(founded_by_user=user))


@case("Company created")
def company_refused(stage: Stage) -> Steps:
    client = client_of(make_user(is_onboarding_complete=False, onboarding_step=2))
    yield None
    yield Done(client.post("/companies", {**COMPANY, "abn": "75930000550"}), 422)


@case("Duplicate ABN", activities="COMPANY_DUPLICATE_ATTEMPT")
def company_created_with_a_taken_abn(stage: Stage) -> Steps:
    _company(abn=ABN)
    user = make_user(is_onboarding_complete=False, onboarding_step=2)
    client = client_of(user)
    yield None
    yield Done(client.post("/companies", COMPANY), 409, user)


@case("Duplicate ABN", activities="COMPANY_DUPLICATE_ATTEMPT @company")
def taken_abn_set_later(stage: Stage) -> Steps:
    company, _ = _company(), _company(abn=ABN)
    client = client_of(company.founded_by_user)
    yield None
    answer = client.patch(f"/companies/{company.pk}", {"abn": ABN})
    yield Done(answer, 409, company.founded_by_user, company=company)


def _changed(name: str, path: str, body: Any, activities: str = "", history: str = "", status: int = 200) -> None:
    """A change that an admin makes to a part of the company."""

    def steps(stage: Stage) -> Steps:
        company = _company(company_name="Quiet Harbour")
        admin = company.founded_by_user
        client = client_of(admin, has_second_factor=True)
        yield None
        yield Done(client.patch(f"/companies/{company.pk}{path}", body), status, admin, company=company)

    steps.__name__ = name
    case("Company, billing, organiser changed", activities=activities, history=history)(steps)


_changed("company_changed", "", {"companyName": "Renamed"}, "COMPANY_UPDATED @company", "Company")
_changed("company_not_changed", "", {"companyName": "Quiet Harbour"})
_changed("company_change_refused", "", {"companyName": "x"}, status=422)
_changed("billing_changed", "/billing-details", {"billingCity": "Perth"}, "COMPANY_BILLING_UPDATED @company")
_changed("billing_not_changed", "/billing-details", {"billingCity": "Sydney"})
_changed("organiser_changed", "/organizer-details", {"averageEventsPerYear": 3}, "COMPANY_ORGANIZER_UPDATED @company")


_SECURITY = {"isSecondFactorRequired": True}
_changed("second_factor_required", "/security", _SECURITY, "COMPANY_SECURITY_UPDATED @company", "Company")
_changed("second_factor_not_changed", "/security", {"isSecondFactorRequired": False})


@case("Company, billing, organiser changed")
def second_factor_required_without_one(stage: Stage) -> Steps:
    company = _company()
    client = client_of(company.founded_by_user)
    yield None
    yield Done(client.patch(f"/companies/{company.pk}/security", _SECURITY), 403)


@case("Company, billing, organiser changed")
def company_changed_by_a_member(stage: Stage) -> Steps:
    company, member = _company(), make_user()
    make_member(member, company)
    client = client_of(member)
    yield None
    yield Done(client.patch(f"/companies/{company.pk}", {"companyName": "Renamed"}), 403)


@case("Register change", activities="COMPANY_REGISTER_CHANGED @company", history="Company")
def register_answers_later(stage: Stage) -> Steps:
    company = _company(abn=ABN, company_name="Harbourline Events")
    yield None
    assert verify_unverified() == 1
    yield Done(actor="companies.verify_unverified", company=company)


@case("Invitation sent to expired", activities="INVITATION_SENT @company")
def invited(stage: Stage) -> Steps:
    company = _company()
    client = client_of(company.founded_by_user)
    yield None
    answer = client.post(f"/companies/{company.pk}/invitations", INVITED)
    yield Done(answer, 201, company.founded_by_user, company=company)


@case("Invitation sent to expired")
def invited_twice(stage: Stage) -> Steps:
    company = _company()
    client = client_of(company.founded_by_user)
    client.post(f"/companies/{company.pk}/invitations", INVITED)
    yield None
    yield Done(client.post(f"/companies/{company.pk}/invitations", INVITED), 409)


def _of_invitation(name: str, action: str, activities: str, answered: int = 200, **values: Any) -> None:
    """What an admin does with an invitation."""

    def steps(stage: Stage) -> Steps:
        company = _company()
        stage.set_setting("INVITATION_RESEND_INTERVAL_MINUTES", "0")
        row = make_invitation(company=company, invited_by_user=company.founded_by_user, **values)
        client = client_of(company.founded_by_user)
        yield None
        answer = client.post(f"/companies/{company.pk}/invitations/{row.pk}/{action}")
        yield Done(answer, answered, company.founded_by_user, company=company)

    steps.__name__ = name
    case("Invitation sent to expired", activities=activities)(steps)


_of_invitation("invitation_resent", "resend", "INVITATION_RESENT @company")
_of_invitation("accepted_invitation_resent", "resend", "", 409, status="declined")
_of_invitation("invitation_cancelled", "cancel", "INVITATION_CANCELLED @company")
_of_invitation("declined_invitation_cancelled", "cancel", "", 409, status="declined")


@case("Invitation sent to expired", activities="INVITATION_DECLINED @company")
def invitation_declined(stage: Stage) -> Steps:
    company = _company()
    row = make_invitation(company=company, invited_by_user=company.founded_by_user, token="the-link")
    yield None
    answer = stage.api.post("/invitations/decline", {"token": "the-link", "reason": "No time"})
    yield Done(answer, 200, actor=f"{row.first_name} {row.last_name}", company=company)


@case("Invitation sent to expired", activities="INVITATION_EXPIRED @company")
def invitation_expired(stage: Stage) -> Steps:
    company = _company()
    make_invitation(company=company, invited_by_user=company.founded_by_user, overdue=True)
    yield None
    assert expire_overdue() == 1
    yield Done(actor="invitations.expire_overdue", company=company)


@case(
    "Invitation accepted by an existing user",
    activities="INVITATION_ACCEPTED @company, MEMBERSHIP_CREATED @company",
    history="UserCompany",
    roles="company assigned company_user",
)
def invitation_accepted(stage: Stage) -> Steps:
    company, user = _company(), make_user()
    make_invitation(
        company=company, invited_by_user=company.founded_by_user, invited_email=user.email, token="the-link"
    )
    client = client_of(user)
    yield None
    yield Done(client.post("/invitations/accept", {"token": "the-link"}), 200, user, company=company)


@case("Invitation accepted by an existing user")
def invitation_accepted_by_somebody_else(stage: Stage) -> Steps:
    company = _company()
    make_invitation(company=company, invited_by_user=company.founded_by_user, token="the-link")
    client = client_of(make_user())
    yield None
    yield Done(client.post("/invitations/accept", {"token": "the-link"}), 403)


@case("Company switched", activities="COMPANY_SWITCHED @company", history="UserCompany, UserCompany")
def company_switched(stage: Stage) -> Steps:
    user, company = make_user(), _company()
    make_member(user, _company())
    make_member(user, company)
    client = client_of(user)
    yield None
    yield Done(client.post("/users/me/switch-company", {"companyId": company.pk}), 200, user, company=company)


@case("Company switched")
def company_switched_to_itself(stage: Stage) -> Steps:
    user, company = make_user(), _company()
    make_member(user, company)
    client = client_of(user)
    yield None
    yield Done(client.post("/users/me/switch-company", {"companyId": company.pk}), 200, user)


@case("Cross-company attempt", activities="CROSS_COMPANY_ACCESS_DENIED @company")
def switched_to_a_foreign_company(stage: Stage) -> Steps:
    own, foreign = _company(), _company()
    client = client_of(own.founded_by_user)
    yield None
    answer = client.post("/users/me/switch-company", {"companyId": foreign.pk})
    yield Done(answer, 404, own.founded_by_user, company=own)


@case("Cross-company attempt", activities="CROSS_COMPANY_ACCESS_DENIED @company")
def foreign_company_read(stage: Stage) -> Steps:
    own, foreign = _company(), _company()
    client = client_of(own.founded_by_user)
    yield None
    yield Done(client.get(f"/companies/{foreign.pk}"), 404, own.founded_by_user, company=own)


@case("Cross-company attempt")
def missing_company_read(stage: Stage) -> Steps:
    client = client_of(_company().founded_by_user)
    yield None
    yield Done(client.get("/companies/999999999"), 404)


@case("Access request", activities="ACCESS_REQUEST_CREATED @company")
def access_requested(stage: Stage) -> Steps:
    company, user = _company(abn=ABN), make_user()
    client = client_of(user)
    yield None
    yield Done(client.post("/companies/access-requests", {"abn": ABN}), 201, user, company=company)


def _request(name: str, path: str, row: dict[str, str], status: int = 200, is_own: bool = False, **values: str) -> None:
    """What the requester (``is_own``) or an admin does with a request."""

    def steps(stage: Stage) -> Steps:
        company, user = _company(abn=ABN), make_user()
        request = make_access_request(user=user, to_company=company, **row)
        actor = user if is_own else company.founded_by_user
        client = client_of(actor)
        yield None
        answer = client.post(path.format(company=company.pk, request=request.pk))
        yield Done(answer, status, user, actor=actor, company=company)

    steps.__name__ = name
    case("Access request", **values)(steps)


_DECIDE = "/companies/{company}/access-requests/{request}"
_request(
    *("access_approved", f"{_DECIDE}/approve", {}),
    activities="ACCESS_REQUEST_APPROVED @company, MEMBERSHIP_CREATED @company",
    history="UserCompany",
    roles="company assigned company_user",
)
_request("access_rejected", f"{_DECIDE}/reject", {}, activities="ACCESS_REQUEST_REJECTED @company")
_request("access_approved_too_late", f"{_DECIDE}/approve", {"status": "cancelled"}, 409)
_request(
    *("access_request_cancelled", "/users/me/access-requests/{request}/cancel", {}, 200, True),
    activities="ACCESS_REQUEST_CANCELLED @company",
)
