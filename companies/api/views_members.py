"""Members of a company (api.md section 6.1)."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

from rest_framework.request import Request

from common.api.access import Access
from common.api.documentation import documented
from common.api.pagination import page_of, take_page
from common.api.views import ApiView
from common.permissions import Permission
from common.problems import Problem
from companies import selectors, services
from companies.api import bodies, shapes

_PROBLEMS = ["NOT_FOUND", "SELF_CHANGE_FORBIDDEN", "ROLE_CEILING", "LAST_ADMIN", "MEMBERSHIP_STATE"]


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


class _ChangingView(ApiView):
    access = Access.ADMIN
    permission = Permission.MEMBERS_MANAGE

    def about(self, user_id: int) -> dict[str, Any]:
        """Who changes whom, for the services."""
        return {"actor": self.actor, "company_id": self.company_id, "user_id": user_id}

    def reason(self) -> str | None:
        reason: str | None = self.validate(bodies.MemberReasonBody).get("reason")
        return reason

    def answer(self, user_id: int) -> Any:
        row = selectors.member(self.company_id, user_id)
        if row is None:
            raise Problem("NOT_FOUND")
        return self.respond(shapes.MemberShape, selectors.describe_member(row))


class MemberRoleView(_ChangingView):
    @documented(
        "Change the role of a member",
        description="Up to the own role. Their access tokens die, refreshing brings the new role.",
        request=bodies.ChangeMemberRoleBody,
        response=shapes.MemberShape,
        problems=_PROBLEMS,
    )
    def patch(self, request: Request, company_id: int, user_id: int) -> Any:
        services.change_member_role(**self.about(user_id), **self.validate(bodies.ChangeMemberRoleBody))
        return self.answer(user_id)


class SuspendMemberView(_ChangingView):
    @documented(
        "Suspend a member",
        description="They lose the company at once, until they are reactivated in the role they had.",
        request=bodies.MemberReasonBody,
        response=shapes.MemberShape,
        problems=_PROBLEMS,
    )
    def post(self, request: Request, company_id: int, user_id: int) -> Any:
        services.suspend_member(**self.about(user_id), reason=self.reason())
        return self.answer(user_id)


class ReactivateMemberView(_ChangingView):
    @documented(
        "Reactivate a member",
        request=bodies.MemberReasonBody,
        response=shapes.MemberShape,
        problems=_PROBLEMS,
    )
    def post(self, request: Request, company_id: int, user_id: int) -> Any:
        services.reactivate_member(**self.about(user_id), reason=self.reason())
        return self.answer(user_id)


class RemoveMemberView(_ChangingView):
    @documented(
        "Remove a member",
        description="They lose the company at once and keep their account. An invitation or request brings them back.",
        request=bodies.MemberReasonBody,
        response=shapes.MemberShape,
        problems=_PROBLEMS,
    )
    def post(self, request: Request, company_id: int, user_id: int) -> Any:
        services.remove_member(**self.about(user_id), reason=self.reason())
        return self.answer(user_id)
