"""Members of a company, the caller's own companies, the dashboard (api.md sections 5, 6.1 and 8)."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

from rest_framework.request import Request

from accounts.services.sessions import issue_access
from common.api.access import Access
from common.api.account_shapes import AccessGrantShape
from common.api.documentation import documented
from common.api.pagination import list_of, page_of, take_page
from common.api.views import ApiView
from common.permissions import Permission
from companies import selectors, services
from companies.api import bodies, shapes


class MembersView(ApiView):
    access = Access.MEMBER
    permission = Permission.MEMBERS_READ

    @documented(
        "List the members",
        description="Active ones by last name; suspended and removed ones are for admins.",
        query=bodies.MembersQuery,
        response=page_of(shapes.MemberShape),
    )
    def get(self, request: Request, company_id: int) -> Any:
        query = self.query(bodies.MembersQuery)
        if query["status_code"] != "active":
            self.require(Permission.MEMBERS_READ_INACTIVE, self.company_id)
        rows = selectors.members(self.company_id, query["status_code"], query.get("q"))
        page = take_page(rows, query["page"], query["page_size"])
        described = replace(page, items=[selectors.describe_member(row) for row in page.items])
        return self.respond(page_of(shapes.MemberShape), described)


class OwnCompaniesView(ApiView):
    access = Access.USER

    @documented("List the own companies", response=list_of(shapes.MembershipShape))
    def get(self, request: Request) -> Any:
        caller = self.caller
        return self.plain_list(selectors.own_companies(caller.user_id, caller.company_id), shapes.MembershipShape)


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
