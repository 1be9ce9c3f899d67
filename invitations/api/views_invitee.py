"""Invitations as the invited person meets them (api.md sections 5 and 6.2)."""

from __future__ import annotations

from typing import Any

from rest_framework.request import Request

from accounts.selectors import describe_user
from accounts.services.sessions import issue_access
from common.api.access import Access
from common.api.documentation import documented
from common.api.pagination import list_of
from common.api.session_cookie import set_cookie
from common.api.views import ApiView
from invitations import selectors, services
from invitations.api import bodies, shapes

_LINK_PROBLEMS = ["TOKEN_INVALID", "INVITATION_EMAIL_MISMATCH", "INVITATION_NOT_PENDING", "INVITATION_EXPIRED"]


class PreviewView(ApiView):
    access = Access.PUBLIC
    token_optional = True

    @documented(
        "Preview an invitation by its link",
        description="Spends nothing. A token that is sent decides the next step.",
        request=bodies.LinkBody,
        response=shapes.InvitationPreviewShape,
        problems=["TOKEN_INVALID"],
    )
    def post(self, request: Request) -> Any:
        found = selectors.preview(**self.validate(bodies.LinkBody), actor=self.actor)
        return self.respond(shapes.InvitationPreviewShape, found)


class InvitedSignupView(ApiView):
    access = Access.PUBLIC

    @documented(
        "Sign up with an invitation",
        description="The account is verified and active at once, and acts in the company.",
        request=bodies.InvitedSignupBody,
        response=shapes.InvitedSessionShape,
        status=201,
        problems=[
            "TOKEN_INVALID",
            "COMPANY_INACTIVE",
            "ACCOUNT_EXISTS",
            "ACCOUNT_LOCKED",
            "INVITATION_NOT_PENDING",
            "INVITATION_EXPIRED",
        ],
    )
    def post(self, request: Request) -> Any:
        values = self.validate(bodies.InvitedSignupBody)
        transport = values.pop("token_transport")
        joined = services.sign_up_by_link(**values, transport=transport)
        issued, by_cookie = joined.session, transport == "cookie"
        answer = {
            "access_token": issued.access_token,
            "expires_in": issued.expires_in,
            "active_company": issued.active_company,
            "refresh_token": None if by_cookie else issued.refresh_token,
            "refresh_expires_in": issued.refresh_expires_in,
            "user": describe_user(issued.user),
            "user_company_id": joined.user_company_id,
        }
        response = self.respond(shapes.InvitedSessionShape, answer, status=201)
        return set_cookie(response, issued.refresh_token, issued.refresh_expires_in) if by_cookie else response


class AcceptView(ApiView):
    access = Access.USER

    @documented(
        "Accept an invitation",
        description="Exactly one of token and userInvitationId. The joined company becomes the active one.",
        request=bodies.AnswerBody,
        response=shapes.AcceptedShape,
        problems=[*_LINK_PROBLEMS, "COMPANY_INACTIVE", "ALREADY_MEMBER"],
    )
    def post(self, request: Request) -> Any:
        values = self.validate(bodies.AnswerBody)
        accept = services.accept_by_link if "token" in values else services.accept_by_id
        accepted = accept(**values, actor=self.actor)
        grant = issue_access(user_id=self.caller.user_id, session_id=self.caller.session_id)
        answer = {
            "access_token": grant.access_token,
            "expires_in": grant.expires_in,
            "active_company": grant.active_company,
            "user_company_id": accepted.user_company_id,
        }
        return self.respond(shapes.AcceptedShape, answer)


class DeclineView(ApiView):
    access = Access.PUBLIC
    token_optional = True

    @documented(
        "Decline an invitation",
        description="By link without logging in, or one of the own invitations by id.",
        request=bodies.DeclineBody,
        response=shapes.DeclinedShape,
        problems=[*_LINK_PROBLEMS, "AUTHENTICATION_REQUIRED"],
    )
    def post(self, request: Request) -> Any:
        values = self.validate(bodies.DeclineBody)
        if "token" in values:
            services.decline_by_link(**values, actor=self.actor)
        else:
            services.decline_by_id(**values, actor=self.caller.as_actor())
        return self.respond(shapes.DeclinedShape, {"status_code": "declined"})


class OwnInvitationsView(ApiView):
    access = Access.USER

    @documented("List the own pending invitations", response=list_of(shapes.InvitationPreviewShape))
    def get(self, request: Request) -> Any:
        return self.plain_list(selectors.own_invitations(self.actor), shapes.InvitationPreviewShape)
