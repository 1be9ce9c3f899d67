"""Pages of access requests (AR-1 to AR-4, CO-8, DA-1, section 24)."""

from __future__ import annotations

import pytest

from companies.models import Company, CompanySwitchRequest, UserCompany
from tests.companies.entries import newcomer
from tests.factories.access_requests import make_access_request
from tests.factories.accounts import make_user
from tests.factories.companies import make_company
from tests.support.pages import PageClient, form_errors, goes_to, text_of

pytestmark = pytest.mark.django_db

ABN, ABN_SHOWN = "51824753556", "51 824 753 556"


@pytest.fixture
def company() -> Company:
    return make_company(make_user(), company_name="Secret Name", abn=ABN)


def test_ar1_companies_page_asks_shows_and_withdraws(company: Company) -> None:
    cleo = make_user()
    make_company(cleo, company_name="Own Stand")
    client = PageClient.of(cleo)
    refused = client.post("/access-requests", abn="12 345", reason="Because")
    assert refused.status_code == 422
    assert "abn" in form_errors(refused)
    assert "Because" in text_of(refused)
    unknown = client.post("/access-requests", abn="53 004 085 616")
    assert unknown.status_code == 404
    assert "No company with this ABN" in text_of(unknown)
    assert goes_to(client.post("/access-requests", abn=ABN_SHOWN, reason="Stand")) == "/companies"
    page = text_of(client.get("/companies"))
    assert ABN_SHOWN in page
    assert "Secret" not in page
    assert "Withdraw" in page
    again = client.post("/access-requests", abn=ABN_SHOWN)
    assert again.status_code == 409
    assert "waiting for an answer" in text_of(again)
    row = CompanySwitchRequest.all_companies.get()
    assert goes_to(client.post(f"/access-requests/{row.pk}/cancel")) == "/companies"
    row.refresh_from_db()
    assert row.cancelled_at is not None
    assert "decided or cancelled" in text_of(client.http.post(f"/access-requests/{row.pk}/cancel", follow=True))


def test_co8_onboarding_keeps_what_was_typed(company: Company) -> None:
    """CO-8, AR-1."""
    cleo = newcomer()
    client = PageClient.of(cleo)
    typed = {"country_code": "AU", "company_name": "My Stand", "abn": ABN_SHOWN, "billing_city": "Perth"}
    page = client.post("/onboarding/company?mode=manual", action="request_access", reason="I work there", **typed)
    shown = text_of(page)
    assert page.status_code == 200
    assert "on its way" in shown
    assert "My Stand" in shown
    assert "Perth" in shown
    assert "Secret" not in shown
    assert CompanySwitchRequest.all_companies.get(user=cleo).reason == "I work there"
    again = client.post("/onboarding/company?mode=manual", action="request_access", reason="Once more", **typed)
    assert again.status_code == 409
    assert "waiting for an answer" in text_of(again)
    assert "Once more" in text_of(again)
    row = CompanySwitchRequest.all_companies.get()
    assert goes_to(client.post(f"/access-requests/{row.pk}/cancel")) == "/onboarding/company"


def test_ar3_admins_decide_on_the_page(company: Company) -> None:
    """AR-3, AR-4, DA-1: notice, list, approve with a role, reject with a reason, decided meanwhile."""
    first = make_access_request(
        user=make_user(first_name="Cleo"), to_company=company, reason="<b>stand</b>", is_domain_match=True
    )
    second = make_access_request(user=make_user(), to_company=company)
    admin = PageClient.of(company.founded_by_user)
    assert "2 people ask to join" in text_of(admin.get("/dashboard"))
    page = text_of(admin.get("/team/requests"))
    assert "Cleo" in page
    assert "&lt;b&gt;stand" in page
    assert "Your mail domain" in page
    guard = {"form_company_id": str(company.pk)}
    former = {"form_company_id": str(company.pk + 1), "role_code": "company_user"}
    assert goes_to(admin.post(f"/team/requests/{first.pk}/approve", **former)) == "/team/requests"
    assert not UserCompany.all_companies.filter(user=first.user).exists()
    path = f"/team/requests/{first.pk}/approve"
    assert goes_to(admin.post(path, role_code="company_viewer", **guard)) == "/team/requests"
    assert UserCompany.all_companies.get(user=first.user).user_company_role.code == "company_viewer"
    late = admin.http.post(path, {"role_code": "company_viewer", **guard}, follow=True)
    assert "decided or withdrawn meanwhile" in text_of(late)
    assert goes_to(admin.post(f"/team/requests/{second.pk}/reject", reason="Unknown", **guard)) == "/team/requests"
    second.refresh_from_db()
    assert second.rejection_reason == "Unknown"
    assert "Nobody is waiting" in text_of(admin.get("/team/requests"))
    assert "Unknown" in text_of(admin.get("/team/requests?status=rejected"))
    assert "ask to join" not in text_of(admin.get("/dashboard"))
