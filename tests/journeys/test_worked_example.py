"""The worked example of api.md section 11, step by step over HTTP, mails and register included (J1, J2, J4)."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import pytest

from tests.support.api import problem_code
from tests.support.mail import Mailbox

if TYPE_CHECKING:
    from tests.support.api import ApiClient

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("register", "roomy")]

DANA = "dana.reed@harbourline.example"
PRIYA = "priya@harbourline.example"
BILLING = {
    "billingAddressLine1": "1 Example Street",
    "billingCity": "Sydney",
    "billingState": "NSW",
    "billingPostalCode": "2000",
}
USER = {
    "userId", "email", "firstName", "lastName", "phone", "phoneDisplay", "roleTitle", "bio", "profilePictureUrl",
    "timezoneIdentifier", "countryCode", "languageCode", "isEmailVerified", "emailVerifiedAt", "isOnboardingComplete",
    "onboardingStep", "systemRoleCode", "statusCode", "lastLoginDate", "passwordExpiresAt", "termsVersion",
    "termsAcceptedAt", "createdDate",
}  # fmt: skip
COMPANY = {
    "companyId", "companyName", "legalEntityName", "businessNames", "customDisplayName", "displayNameSource", "abn",
    "abnFormatted", "acn", "abnStatus", "abnVerification", "abrVerifiedAt", "entityType", "isGstRegistered", "phone",
    "phoneDisplay", "email", "countryCode", "industryCode", "parentCompanyId", "isActive", "createdDate", "updatedDate",
}  # fmt: skip
INVITATION = {
    "userInvitationId", "companyId", "invitedEmail", "firstName", "lastName", "roleCode", "statusCode", "invitedBy",
    "invitedAt", "expiresAt", "acceptedAt", "declinedAt", "declineReason", "cancelledAt", "cancellationReason",
    "resendCount", "lastResentAt", "canResend", "canCancel",
}  # fmt: skip
GRANT = {"accessToken", "tokenType", "expiresIn", "activeCompany"}
SESSION = GRANT | {"refreshToken", "refreshExpiresIn", "user"}


def ok(response: Any, status: int = 200) -> Any:
    assert response.status_code == status, response.content
    return response.json()


def test_worked_example(api: ApiClient, mailbox: Mailbox) -> None:
    """Two people, two companies, one switch."""
    _sign_up_and_verify(api, mailbox)
    session = ok(api.post("/auth/login", {"email": DANA, "password": "blue kettle 47"}))
    assert set(session) == SESSION
    assert set(session["user"]) == USER
    assert (session["tokenType"], session["expiresIn"], session["refreshExpiresIn"]) == ("Bearer", 900, 604800)
    assert (session["activeCompany"], session["user"]["onboardingStep"]) == (None, 1)
    dana = api.signed_in(session["accessToken"])

    user = ok(dana.put("/users/me/onboarding-details", _details("Dana", "Reed", phone="0412 345 678")))
    assert (user["phone"], user["phoneDisplay"]) == ("+61412345678", "0412 345 678")
    assert (user["onboardingStep"], user["isOnboardingComplete"]) == (2, False)

    found = ok(dana.post("/companies/search", {"query": "50 910 000 010"}))
    assert found["results"][0]["legalEntityName"] == "HARBOURLINE EXHIBITS PTY LTD"

    first = _create_first_company(dana)
    dana = api.signed_in(first["accessToken"])
    company_id = first["company"]["companyId"]

    token = _invite_priya(dana, mailbox, company_id)
    preview = ok(api.post("/invitations/preview", {"token": token}))
    assert (preview["nextStep"], preview["roleName"], preview["inviterName"]) == ("signup", "Company User", "Dana Reed")

    body = {"token": token, "password": "green lantern 92", "acceptTerms": True}
    joined = ok(api.post("/invitations/signup", body), 201)
    assert set(joined) == SESSION | {"userCompanyId"}
    assert joined["activeCompany"]["companyId"] == company_id
    assert joined["activeCompany"]["roleCode"] == "company_user"
    assert (joined["user"]["isEmailVerified"], joined["user"]["onboardingStep"]) == (True, 1)
    priya = api.signed_in(joined["accessToken"])
    _meet_the_team(priya, company_id)

    second = _create_second_company(priya)
    other_id = second["company"]["companyId"]
    priya = api.signed_in(second["accessToken"])
    assert problem_code(priya.get(f"/companies/{company_id}")) == "COMPANY_CONTEXT_MISMATCH"
    assert problem_code(dana.get(f"/companies/{other_id}")) == "COMPANY_NOT_FOUND"

    grant = ok(priya.post("/users/me/switch-company", {"companyId": company_id}))
    assert set(grant) == GRANT
    assert grant["activeCompany"] == {
        "companyId": company_id,
        "companyName": "Harbourline Exhibits",
        "roleCode": "company_user",
        "roleName": "Company User",
    }
    priya = api.signed_in(grant["accessToken"])
    assert set(ok(priya.get(f"/companies/{company_id}"))) == COMPANY
    assert problem_code(priya.post("/users/me/switch-company", {"companyId": 999999})) == "COMPANY_NOT_FOUND"
    _refresh_twice(api, joined["refreshToken"], company_id)


def _sign_up_and_verify(api: ApiClient, mailbox: Mailbox) -> None:
    body = {
        "email": "Dana.Reed@harbourline.example",
        "password": "blue kettle 47",
        "firstName": "Dana",
        "lastName": "Reed",
        "acceptTerms": True,
    }
    ok(api.post("/auth/signup", body), 202)
    token = mailbox.token_for(DANA)
    assert ok(api.post("/auth/verify-email", {"token": token})) == {"email": DANA, "isEmailVerified": True}
    assert problem_code(api.post("/auth/verify-email", {"token": token})) == "TOKEN_USED"


def _details(first_name: str, last_name: str, **more: Any) -> dict[str, Any]:
    return {
        "firstName": first_name,
        "lastName": last_name,
        "countryCode": "AU",
        "timezoneIdentifier": "Australia/Sydney",
        "roleTitle": "Marketing Manager",
        **more,
    }


def _create_first_company(dana: ApiClient) -> Any:
    body = {
        "companyName": "Harbourline Exhibits",
        "countryCode": "AU",
        "abn": "50 910 000 010",
        "industryCode": "event-mgmt",
        "billingDetails": BILLING,
    }
    created = ok(dana.post("/companies", body), 201)
    assert set(created) == GRANT | {"company", "userCompanyId", "warnings"}
    assert set(created["company"]) == COMPANY
    expected = {
        "companyName": "Harbourline Exhibits",
        "legalEntityName": "HARBOURLINE EXHIBITS PTY LTD",
        "displayNameSource": "business",
        "customDisplayName": None,
        "abn": "50910000010",
        "abnFormatted": "50 910 000 010",
        "acn": "910000010",
        "abnStatus": "active",
        "abnVerification": "verified",
        "isGstRegistered": True,
        "industryCode": "event-mgmt",
        "countryCode": "AU",
        "updatedDate": None,
    }
    assert {name: created["company"][name] for name in expected} == expected
    assert created["warnings"] == []
    assert created["activeCompany"]["roleName"] == "Company Administrator"
    return created


def _invite_priya(dana: ApiClient, mailbox: Mailbox, company_id: int) -> str:
    body = {"invitedEmail": PRIYA, "firstName": "Priya", "lastName": "Shah", "roleCode": "company_user"}
    invitation = ok(dana.post(f"/companies/{company_id}/invitations", body), 201)
    assert set(invitation) == INVITATION
    assert invitation["statusCode"] == "pending"
    assert (invitation["resendCount"], invitation["canResend"], invitation["canCancel"]) == (0, True, True)
    assert set(invitation["invitedBy"]) == {"userId", "name"}
    return mailbox.token_for(PRIYA)


def _meet_the_team(priya: ApiClient, company_id: int) -> None:
    assert problem_code(priya.get(f"/companies/{company_id}/users")) == "ONBOARDING_REQUIRED"
    user = ok(priya.put("/users/me/onboarding-details", _details("Priya", "Shah")))
    assert (user["isOnboardingComplete"], user["onboardingStep"]) == (True, 3)
    members = ok(priya.get(f"/companies/{company_id}/users"))
    assert [member["lastName"] for member in members["items"]] == ["Reed", "Shah"]
    body = {"invitedEmail": "x@harbourline.example", "firstName": "X", "lastName": "Y", "roleCode": "company_user"}
    assert problem_code(priya.post(f"/companies/{company_id}/invitations", body)) == "INSUFFICIENT_PERMISSIONS"


def _create_second_company(priya: ApiClient) -> Any:
    body = {
        "companyName": "Wattle & Co. Events",
        "countryCode": "AU",
        "abn": "42 910 000 038",
        "billingDetails": BILLING,
    }
    created = ok(priya.post("/companies", body), 201)
    assert (created["warnings"], created["company"]["isGstRegistered"]) == (["GST_NOT_REGISTERED"], False)
    assert created["activeCompany"]["companyId"] == created["company"]["companyId"]
    return created


def _refresh_twice(api: ApiClient, refresh_token: str, company_id: int) -> None:
    refreshed = ok(api.post("/auth/refresh", {"refreshToken": refresh_token}))
    assert refreshed["activeCompany"]["companyId"] == company_id
    assert problem_code(api.post("/auth/refresh", {"refreshToken": refresh_token})) == "REFRESH_TOKEN_REUSED"
    answer = api.post("/auth/refresh", {"refreshToken": refreshed["refreshToken"]})
    assert problem_code(answer) in ("REFRESH_TOKEN_INVALID", "REFRESH_TOKEN_REUSED")
