"""The signed-in person's session and password (api.md section 4)."""

from __future__ import annotations

from typing import Any
from uuid import UUID

from rest_framework.request import Request

from accounts.api import cookies
from accounts.api.auth_view import AuthView
from accounts.api.bodies import ChangePasswordBody
from accounts.api.shapes import MeShape, SessionRowShape, SessionsRevokedShape
from accounts.models.codes import RevokedReason, Transport
from accounts.selectors import describe_user, get_user, live_sessions, live_token
from accounts.services import password_change, sessions
from accounts.services.memberships import membership_in
from common.api.access import Access
from common.api.account_shapes import AccessGrantShape
from common.api.documentation import documented
from common.api.pagination import list_of
from common.api.rate_limiting import ANONYMOUS
from common.naming import to_camel
from common.problems import Problem
from companies.selectors import CAPABILITY_FLAGS


class UserView(AuthView):
    """Endpoint of a signed-in person."""

    access = Access.USER

    def check_cookie_origin(self, request: Request) -> bool:
        """Tell whether the session's cookie came along; then the page that sent it must be an allowed one.

        Raises:
            Problem: ORIGIN_NOT_ALLOWED.
        """
        return cookies.token_in(request) is not None


class LogoutView(UserView):
    """Ends the session of the access token or, without one, that of the cookie."""

    def _identify(self, request: Request) -> None:
        if "Authorization" in request.headers or cookies.token_in(request) is None:
            super()._identify(request)
        else:
            self.meter.count_address(ANONYMOUS)

    def handle_exception(self, exc: Exception) -> Any:
        response = super().handle_exception(exc)
        # A cookie that opens nothing is taken back all the same: the device is to be logged out.
        is_worthless = isinstance(exc, Problem) and exc.code == "REFRESH_TOKEN_INVALID"
        return cookies.remove(response) if is_worthless else response

    @documented("End this session", status=204, problems=["ORIGIN_NOT_ALLOWED", "REFRESH_TOKEN_INVALID"])
    def post(self, request: Request) -> Any:
        by_cookie = self.check_cookie_origin(request)
        if self.principal is None:
            sessions.end_session_of(token=cookies.token_in(request) or "", transport=Transport.COOKIE)
            return cookies.remove(self.respond())
        sessions.end_session(
            session_id=self.caller.session_id,
            user_id=self.caller.user_id,
            reason=RevokedReason.LOGOUT,
            actor=self.actor,
        )
        response = self.respond()
        return cookies.remove(response) if by_cookie else response


class LogoutAllView(UserView):
    @documented("End every session", response=SessionsRevokedShape)
    def post(self, request: Request) -> Any:
        user = get_user(self.caller.user_id)
        if user is None:
            raise Problem("ACCESS_TOKEN_INVALID")
        ended = sessions.end_all_sessions(user, RevokedReason.LOGOUT_ALL, actor=self.actor)
        response = self.respond(SessionsRevokedShape, {"sessions_revoked": ended})
        return cookies.remove(response) if cookies.NAME in request.COOKIES else response


class RevokeOthersView(UserView):
    @documented("End every other session", response=SessionsRevokedShape)
    def post(self, request: Request) -> Any:
        user = get_user(self.caller.user_id)
        if user is None:
            raise Problem("ACCESS_TOKEN_INVALID")
        ended = sessions.end_all_sessions(
            user, RevokedReason.SESSION_ENDED, actor=self.actor, keep_session_id=self.caller.session_id
        )
        return self.respond(SessionsRevokedShape, {"sessions_revoked": ended})


class MeView(UserView):
    @documented("Who is signed in", response=MeShape)
    def get(self, request: Request) -> Any:
        user, row = get_user(self.caller.user_id), live_token(self.caller.session_id)
        if user is None or row is None:
            raise Problem("ACCESS_TOKEN_INVALID")
        membership = membership_in(user.pk, self.caller.company_id)
        held = membership.capabilities if membership else frozenset()
        me = {
            "user": describe_user(user),
            "active_company": membership,
            "capabilities": [to_camel(flag) for flag in CAPABILITY_FLAGS if flag in held],
            "session": {"session_id": row.token_family_id, "expires_at": row.session_expires_at},
        }
        return self.respond(MeShape, me)


class ChangePasswordView(UserView):
    @documented(
        "Change the password", request=ChangePasswordBody, response=AccessGrantShape, problems=["ACCOUNT_LOCKED"]
    )
    def post(self, request: Request) -> Any:
        password_change.change_password(actor=self.actor, **self.validate(ChangePasswordBody))
        grant = sessions.issue_access(user_id=self.caller.user_id, session_id=self.caller.session_id)
        return self.respond(AccessGrantShape, grant)


class SessionsView(UserView):
    @documented("List the open sessions", response=list_of(SessionRowShape))
    def get(self, request: Request) -> Any:
        return self.plain_list(live_sessions(self.caller.user_id, self.caller.session_id), SessionRowShape)


class SessionView(UserView):
    @documented("End one session", status=204)
    def delete(self, request: Request, session_id: UUID) -> Any:
        is_own = str(session_id) == self.caller.session_id
        was_open = sessions.end_session(
            session_id=session_id,
            user_id=self.caller.user_id,
            reason=RevokedReason.LOGOUT if is_own else RevokedReason.SESSION_ENDED,
            actor=self.actor,
        )
        if not was_open:
            raise Problem("NOT_FOUND")
        return self.respond()
