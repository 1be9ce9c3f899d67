"""Page sessions of every request outside of the API (SE-9)."""

from __future__ import annotations

from collections.abc import Callable

from django.conf import settings
from django.contrib.auth.models import AnonymousUser
from django.http import HttpRequest, HttpResponse

from accounts.models import User
from accounts.services import page_sessions
from accounts.services.page_sessions import PageSession
from common.tenancy import company_scope

# The API knows bearer tokens only, and static files nobody; neither reads or prolongs a page session.
_OTHERS = ("/api/",)


class PageSessionMiddleware:
    """Says who a page is for.

    ``request.user`` is the person or anonymous, ``request.eventlead_principal`` the ``Principal`` or None,
    ``request.page_session`` the ``PageSession`` or None, and ``request.session_ended`` is ``"timeout"`` or ``"ended"``
    when this request found its session over (the log-in page says so). Tenant tables are open for the active company.
    Stands behind Django's authentication middleware.
    """

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponse]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        request.eventlead_principal = None  # type: ignore[attr-defined]
        request.page_session = None  # type: ignore[attr-defined]
        request.session_ended = None  # type: ignore[attr-defined]
        if request.path.startswith((*_OTHERS, settings.STATIC_URL)):
            return self.get_response(request)
        session = self._find(request)
        if session is None:
            return self.get_response(request)
        request.page_session = session  # type: ignore[attr-defined]
        request.eventlead_principal = session.principal  # type: ignore[attr-defined]
        with company_scope(session.principal.company_id, session.principal.user_id):
            response = self.get_response(request)
        response["Cache-Control"] = "no-store"
        return response

    def _find(self, request: HttpRequest) -> PageSession | None:
        # Asked before the person: Django drops a session whose stamp is old when it looks for them.
        had_session = page_sessions.HANDLE in request.session
        user = request.user
        found = page_sessions.current(request, user) if isinstance(user, User) else "ended"
        if isinstance(found, PageSession):
            return found
        if had_session or isinstance(user, User):
            request.session.flush()
            request.session_ended = found if had_session else None  # type: ignore[attr-defined]
        request.user = AnonymousUser()
        return None
