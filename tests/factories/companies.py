"""Companies and their members."""

from __future__ import annotations

from typing import Any

import factory

from accounts.models import User
from common import clock
from companies.models import (
    Company,
    CompanyBillingDetails,
    CompanyCustomerDetails,
    CompanyOrganizerDetails,
    UserCompany,
)
from reference.selectors.lookups import code_id
from tests.factories.base import TenantFactory


class CompanyFactory(TenantFactory):
    """An active Australian company without ABN, with its three one-to-one rows."""

    class Meta:
        model = Company
        skip_postgeneration_save = True

    company_name = factory.Sequence(lambda n: f"Company {n}")
    country_id = factory.LazyFunction(lambda: code_id("Country", "AU"))

    @factory.post_generation
    def details(company: Company, create: bool, extracted: Any, **values: Any) -> None:  # noqa: N805
        CompanyCustomerDetails.all_companies.create(company=company, customer_tier_id=code_id("CustomerTier", "free"))
        CompanyOrganizerDetails.all_companies.create(company=company)
        CompanyBillingDetails.all_companies.create(
            company=company,
            billing_address_line1="1 Example Street",
            billing_city="Sydney",
            billing_state="NSW",
            billing_postal_code="2000",
            billing_country_id=company.country_id,
        )


class MembershipFactory(TenantFactory):
    """``role`` and ``status`` by code; primary unless the person has a primary company already."""

    class Meta:
        model = UserCompany

    class Params:
        role = "company_user"
        status = "active"
        joined_via = "invitation"

    company = factory.SubFactory(CompanyFactory)
    user_company_role_id = factory.LazyAttribute(lambda o: code_id("UserCompanyRole", o.role))
    user_company_status_id = factory.LazyAttribute(lambda o: code_id("UserCompanyStatus", o.status))
    joined_via_id = factory.LazyAttribute(lambda o: code_id("JoinedVia", o.joined_via))
    removed_date = factory.LazyAttribute(lambda o: clock.now() if o.status == "removed" else None)
    is_primary_company = factory.LazyAttribute(
        lambda o: (
            o.status == "active" and not UserCompany.all_companies.filter(user=o.user, is_primary_company=True).exists()
        )
    )


def make_company(admin: User | None = None, **values: Any) -> Company:
    """A company, with ``admin`` as its administrator and founder."""
    company: Company = CompanyFactory(founded_by_user=admin, **values)
    if admin is not None:
        make_member(admin, company, role="company_admin", joined_via="signup")
    return company


def make_member(user: User, company: Company, **values: Any) -> UserCompany:
    """Typed short form of ``MembershipFactory``."""
    row: UserCompany = MembershipFactory(user=user, company=company, **values)
    return row
