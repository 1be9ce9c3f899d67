"""Sign-up, verification, login, refresh (api.md section 4)."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any, ClassVar

from rest_framework.request import Request

from accounts.api import cookies
from accounts.api.auth_view import AuthView
from accounts.api.bodies import EmailBody, LoginBody, RefreshBody, SignupBody, TokenBody
from accounts.api.shapes import MessageShape, VerifiedEmailShape
from accounts.models.codes import Transport
from accounts.selectors import describe_user
from accounts.services import login, refresh, signup, verification
from accounts.services.sessions import IssuedSession
from common.api.access import Access
from common.api.account_shapes import SessionShape
from common.api.documentation import documented
from common.problems import Problem

NEUTRAL = {"message": "Check your inbox. If the address can be used, a message is on its way."}


class EntryView(AuthView):
    """Endpoint for visitors."""

    access: ClassVar[Access | Mapping[str, Access]] = Access.PUBLIC


class SessionView(EntryView):
    """Endpoint that answers a Session."""

    def answer(self, issued: IssuedSession) -> Any:
        """Session in the body; with cookie transport the refresh token travels in the cookie only (SE-6)."""
        by_cookie = issued.transport is Transport.COOKIE
        session = {
            "access_token": issued.access_token,
            "expires_in": issued.expires_in,
            "active_company": issued.active_company,
            "refresh_token": None if by_cookie else issued.refresh_token,
            "refresh_expires_in": issued.refresh_expires_in,
            "user": describe_user(issued.user),
        }
        return cookies.put(self.respond(SessionShape, session), issued)


class SignupView(EntryView):
    @documented("Sign up", request=SignupBody, response=MessageShape, status=202)
    def post(self, request: Request) -> Any:
        signup.sign_up(**self.validate(SignupBody))
        return self.respond(MessageShape, NEUTRAL, status=202)


class VerifyEmailView(EntryView):
    @documented(
        "Confirm an e-mail address",
        request=TokenBody,
        response=VerifiedEmailShape,
        problems=["TOKEN_INVALID", "TOKEN_USED", "TOKEN_EXPIRED"],
    )
    def post(self, request: Request) -> Any:
        return self.respond(VerifiedEmailShape, verification.verify(**self.validate(TokenBody)))


class ResendVerificationView(EntryView):
    @documented("Send the confirmation link again", request=EmailBody, response=MessageShape, status=202)
    def post(self, request: Request) -> Any:
        verification.resend(**self.validate(EmailBody))
        return self.respond(MessageShape, NEUTRAL, status=202)


class LoginView(SessionView):
    @documented(
        "Log in",
        description="SECOND_FACTOR_REQUIRED carries challengeToken, expiresIn (seconds) and methods.",
        request=LoginBody,
        response=SessionShape,
        problems=[
            "INVALID_CREDENTIALS",
            "EMAIL_NOT_VERIFIED",
            "ACCOUNT_SUSPENDED",
            "PASSWORD_EXPIRED",
            "SECOND_FACTOR_REQUIRED",
            "ACCOUNT_LOCKED",
        ],
    )
    def post(self, request: Request) -> Any:
        values = self.validate(LoginBody)
        transport = Transport(values.pop("token_transport"))
        return self.answer(login.log_in(**values, transport=transport))


class RefreshView(SessionView):
    @documented(
        "Refresh a session",
        request=RefreshBody,
        response=SessionShape,
        problems=[
            "REFRESH_TOKEN_INVALID",
            "REFRESH_TOKEN_EXPIRED",
            "REFRESH_TOKEN_REUSED",
            "ORIGIN_NOT_ALLOWED",
            "ACCOUNT_SUSPENDED",
        ],
    )
    def post(self, request: Request) -> Any:
        sent = self.validate(RefreshBody).get("refresh_token")
        if sent is not None:
            return self.answer(refresh.refresh_session(token=sent, transport=Transport.BODY))
        token = cookies.token_in(request)
        if token is None:
            raise Problem("REFRESH_TOKEN_INVALID")
        return self.answer(refresh.refresh_session(token=token, transport=Transport.COOKIE))
