"""The caller's own companies and account, the dashboard (api.md sections 5 and 8)."""

from __future__ import annotations

from typing import Any

from rest_framework.request import Request

from accounts.services.sessions import issue_access
from common.api.access import Access
from common.api.account_shapes import AccessGrantShape
from common.api.documentation import documented
from common.api.pagination import list_of
from common.api.views import ApiView
from companies import selectors, services
from companies.api import bodies, shapes


class OwnCompaniesView(ApiView):
    access = Access.USER

    @documented("List the own companies", response=list_of(shapes.MembershipShape))
    def get(self, request: Request) -> Any:
        caller = self.caller
        return self.plain_list(selectors.own_companies(caller.user_id, caller.company_id), shapes.MembershipShape)


class LeaveCompanyView(ApiView):
    access = Access.USER

    @documented(
        "Leave a company",
        description="Access tokens die; refreshing goes on in another company, or in none.",
        request=bodies.LeaveCompanyBody,
        status=204,
        problems=["COMPANY_NOT_FOUND", "LAST_ADMIN"],
    )
    def post(self, request: Request, company_id: int) -> Any:
        reason = self.validate(bodies.LeaveCompanyBody).get("reason")
        services.leave_company(company_id=company_id, reason=reason, actor=self.actor)
        return self.respond()


class CloseAccountView(ApiView):
    access = Access.USER

    @documented(
        "Close the own account",
        description="Ends every session and membership; the address is free. A company with nobody else in it is "
        "deactivated. LAST_ADMIN names in companies those that need another administrator first.",
        request=bodies.CloseAccountBody,
        status=204,
        problems=["ACCOUNT_LOCKED", "LAST_ADMIN", "LAST_SYSTEM_ADMIN"],
    )
    def post(self, request: Request) -> Any:
        services.close_account(actor=self.actor, **self.validate(bodies.CloseAccountBody))
        return self.respond()


class SwitchCompanyView(ApiView):
    access = Access.USER

    @documented(
        "Switch to another company",
        description="Changes this session only; its refresh token goes on.",
        request=bodies.SwitchBody,
        response=AccessGrantShape,
        problems=["COMPANY_NOT_FOUND", "MEMBERSHIP_INACTIVE", "COMPANY_INACTIVE"],
    )
    def post(self, request: Request) -> Any:
        services.switch_company(**self.validate(bodies.SwitchBody), actor=self.actor)
        grant = issue_access(user_id=self.caller.user_id, session_id=self.caller.session_id)
        return self.respond(AccessGrantShape, grant)


class FiguresView(ApiView):
    access = Access.USER

    @documented(
        "Dashboard figures",
        description="Of the companies named, else of the active one; zero in this release.",
        query=bodies.FiguresQuery,
        response=shapes.FiguresShape,
        problems=["COMPANY_NOT_FOUND", "NO_ACTIVE_COMPANY", "COMPANY_INACTIVE", "SECOND_FACTOR_SETUP_REQUIRED"],
    )
    def get(self, request: Request) -> Any:
        asked = self.query(bodies.FiguresQuery).get("company_ids")
        return self.respond(shapes.FiguresShape, services.read_figures(company_ids=asked, actor=self.actor))
