"""One company: profile, billing, organiser and customer details (api.md section 6)."""

from __future__ import annotations

from typing import Any

from rest_framework.request import Request

from accounts.services.sessions import issue_access
from common.api.access import Access
from common.api.documentation import documented
from common.api.etag import etag_of
from common.api.views import ApiView
from common.permissions import Permission
from companies import selectors, services
from companies.api import bodies, shapes


class CompaniesView(ApiView):
    access = Access.USER

    @documented(
        "Create the own company",
        description="The server reads the register itself. From here the access token of the answer is used.",
        request=bodies.CreateCompanyBody,
        response=shapes.CreatedCompanyShape,
        status=201,
        problems=["ONBOARDING_DETAILS_REQUIRED", "COMPANY_EXISTS", "COMPANY_LIMIT_REACHED"],
    )
    def post(self, request: Request) -> Any:
        values = self.validate(bodies.CreateCompanyBody)
        billing = services.BillingInput.of(values["billing_details"])
        created = services.create_company(entered=services.CompanyInput.of(values, billing), actor=self.actor)
        grant = issue_access(user_id=self.caller.user_id, session_id=self.caller.session_id)
        answer = {
            "access_token": grant.access_token,
            "expires_in": grant.expires_in,
            "active_company": grant.active_company,
            "company": selectors.describe_company(created.company),
            "user_company_id": created.membership.pk,
            "warnings": created.warnings,
        }
        return self.respond(shapes.CreatedCompanyShape, answer, status=201)


class CompanyView(ApiView):
    access = {"GET": Access.MEMBER, "PATCH": Access.ADMIN}
    permission = {"PATCH": Permission.COMPANY_CHANGE}

    @documented("Read a company", response=shapes.CompanyShape, etag=True)
    def get(self, request: Request, company_id: int) -> Any:
        company = selectors.get_company(self.company_id)
        return self.respond(shapes.CompanyShape, selectors.describe_company(company), etag=etag_of(company))

    @documented(
        "Change a company",
        description="ABN and ACN only while they are empty or unverified.",
        request=bodies.ChangeCompanyBody,
        response=shapes.CompanyShape,
        problems=["ABN_IMMUTABLE", "COMPANY_EXISTS", "STALE_RESOURCE"],
        etag=True,
    )
    def patch(self, request: Request, company_id: int) -> Any:
        company = services.update_company(
            company_id=self.company_id,
            changes=self.validate(bodies.ChangeCompanyBody),
            actor=self.actor,
            precondition=self.precondition(),
        )
        return self.respond(shapes.CompanyShape, selectors.describe_company(company), etag=etag_of(company))


class BillingDetailsView(ApiView):
    access = Access.ADMIN
    permission = {"GET": Permission.BILLING_READ, "PATCH": Permission.BILLING_CHANGE}

    @documented("Read the billing details", response=shapes.BillingDetailsShape, etag=True)
    def get(self, request: Request, company_id: int) -> Any:
        row = selectors.get_billing(self.company_id)
        return self.respond(shapes.BillingDetailsShape, selectors.describe_billing(row), etag=etag_of(row))

    @documented(
        "Change the billing details",
        request=bodies.ChangeBillingBody,
        response=shapes.BillingDetailsShape,
        problems=["STALE_RESOURCE"],
        etag=True,
    )
    def patch(self, request: Request, company_id: int) -> Any:
        row = services.update_billing(
            company_id=self.company_id,
            changes=self.validate(bodies.ChangeBillingBody),
            actor=self.actor,
            precondition=self.precondition(),
        )
        return self.respond(shapes.BillingDetailsShape, selectors.describe_billing(row), etag=etag_of(row))


class OrganizerDetailsView(ApiView):
    access = {"GET": Access.MEMBER, "PATCH": Access.ADMIN}
    permission = {"GET": Permission.ORGANIZER_READ, "PATCH": Permission.ORGANIZER_CHANGE}

    @documented("Read the organiser details", response=shapes.OrganizerDetailsShape, etag=True)
    def get(self, request: Request, company_id: int) -> Any:
        row = selectors.get_organizer(self.company_id)
        return self.respond(shapes.OrganizerDetailsShape, selectors.describe_organizer(row), etag=etag_of(row))

    @documented(
        "Change the organiser details",
        request=bodies.ChangeOrganizerBody,
        response=shapes.OrganizerDetailsShape,
        problems=["STALE_RESOURCE"],
        etag=True,
    )
    def patch(self, request: Request, company_id: int) -> Any:
        row = services.update_organizer(
            company_id=self.company_id,
            changes=self.validate(bodies.ChangeOrganizerBody),
            actor=self.actor,
            precondition=self.precondition(),
        )
        return self.respond(shapes.OrganizerDetailsShape, selectors.describe_organizer(row), etag=etag_of(row))


class CompanySecurityView(ApiView):
    access = Access.ADMIN

    @documented("Read how members are let in", response=shapes.CompanySecurityShape, etag=True)
    def get(self, request: Request, company_id: int) -> Any:
        row = selectors.get_company(self.company_id)
        return self.respond(shapes.CompanySecurityShape, selectors.company_security(row), etag=etag_of(row))

    @documented(
        "Require a second factor of every member, or no more",
        description="From a log-in with a second factor only. It holds at once; members without one get a mail.",
        request=bodies.ChangeCompanySecurityBody,
        response=shapes.CompanySecurityShape,
        problems=["STALE_RESOURCE"],
        etag=True,
    )
    def patch(self, request: Request, company_id: int) -> Any:
        row = services.set_second_factor_required(
            company_id=self.company_id,
            is_required=self.validate(bodies.ChangeCompanySecurityBody)["is_second_factor_required"],
            actor=self.actor,
            precondition=self.precondition(),
        )
        return self.respond(shapes.CompanySecurityShape, selectors.company_security(row), etag=etag_of(row))


class CustomerDetailsView(ApiView):
    access = Access.ADMIN
    permission = Permission.SUBSCRIPTION_READ

    @documented("Read the customer details", response=shapes.CustomerDetailsShape)
    def get(self, request: Request, company_id: int) -> Any:
        return self.respond(shapes.CustomerDetailsShape, selectors.get_customer(self.company_id))
