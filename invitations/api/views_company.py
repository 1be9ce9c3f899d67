"""Invitations as the inviting company sees them (api.md section 6.2)."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

from rest_framework.request import Request

from common.api.access import Access
from common.api.documentation import documented
from common.api.pagination import page_of, take_page
from common.api.views import ApiView
from common.permissions import Permission
from invitations import selectors, services
from invitations.api import bodies, shapes
from invitations.models import UserInvitation


class _InvitationsView(ApiView):
    access = Access.ADMIN
    permission = Permission.INVITATIONS_MANAGE

    def answer(self, row: UserInvitation, status: int = 200) -> Any:
        return self.respond(shapes.InvitationShape, selectors.describe_invitation(row), status=status)


class InvitationsView(_InvitationsView):
    @documented(
        "List the invitations",
        description="Newest first; an overdue one is expired from the first second.",
        query=bodies.InvitationsQuery,
        response=page_of(shapes.InvitationShape),
    )
    def get(self, request: Request, company_id: int) -> Any:
        query = self.query(bodies.InvitationsQuery)
        rows = selectors.invitations(self.company_id, query.get("status_code"))
        page = take_page(rows, query["page"], query["page_size"])
        described = replace(page, items=selectors.describe_invitations(page.items))
        return self.respond(page_of(shapes.InvitationShape), described)

    @documented(
        "Invite a colleague",
        description="The answer tells nothing about whether the address has an account.",
        request=bodies.InviteBody,
        response=shapes.InvitationShape,
        status=201,
        problems=["ALREADY_MEMBER", "INVITATION_PENDING", "ROLE_CEILING"],
    )
    def post(self, request: Request, company_id: int) -> Any:
        values = self.validate(bodies.InviteBody)
        role = values.pop("role_code")
        row = services.invite(company_id=self.company_id, role=role, actor=self.actor, **values)
        return self.answer(row, status=201)


class ResendInvitationView(_InvitationsView):
    @documented(
        "Send an invitation again",
        description="New link, new life; the former link is dead.",
        response=shapes.InvitationShape,
        problems=["INVITATION_NOT_PENDING", "INVITATION_RESEND_LIMIT", "ALREADY_MEMBER", "INVITATION_PENDING"],
    )
    def post(self, request: Request, company_id: int, user_invitation_id: int) -> Any:
        return self.answer(
            services.resend(company_id=self.company_id, user_invitation_id=user_invitation_id, actor=self.actor)
        )


class CancelInvitationView(_InvitationsView):
    @documented(
        "Cancel an invitation",
        request=bodies.ReasonBody,
        response=shapes.InvitationShape,
        problems=["INVITATION_NOT_PENDING"],
    )
    def post(self, request: Request, company_id: int, user_invitation_id: int) -> Any:
        reason = self.validate(bodies.ReasonBody).get("reason")
        row = services.cancel(
            company_id=self.company_id, user_invitation_id=user_invitation_id, actor=self.actor, reason=reason
        )
        return self.answer(row)
