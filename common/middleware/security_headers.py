"""Headers that django-csp and Django's SecurityMiddleware leave open (ER-4): caching and link pages."""

from __future__ import annotations

from collections.abc import Callable

from django.conf import settings
from django.http import HttpRequest, HttpResponse

# Pages reached from mails carry a secret in their address until it is taken out of it (SU-4).
LINK_PAGES = (
    *("/verify-email", "/reset-password/confirm", "/invitations/accept", "/password-expired"),
    "/confirm-email-change",
)

_ALWAYS = {
    "X-Content-Type-Options": "nosniff",
    "X-Frame-Options": "DENY",
    "Referrer-Policy": "strict-origin-when-cross-origin",
    "Cross-Origin-Opener-Policy": "same-origin",
    "Permissions-Policy": "camera=(), geolocation=(), microphone=(), payment=(), usb=()",
    # Used when no page policy is set: answers that are no page load nothing.
    "Content-Security-Policy": "default-src 'none'; frame-ancestors 'none'",
}


class SecurityHeadersMiddleware:
    """Sets what is missing on every answer, static files and failures included."""

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponse]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        response = self.get_response(request)
        is_link_page = request.path.startswith(LINK_PAGES)
        if is_link_page:
            response["Referrer-Policy"] = "no-referrer"
        if is_link_page or (_is_private(request, response) and "Cache-Control" not in response):
            response["Cache-Control"] = "no-store"
        excluded = request.path.startswith("/backoffice/")
        for name, value in _ALWAYS.items():
            if not (excluded and name == "Content-Security-Policy"):
                response.headers.setdefault(name, value)
        return response


def _is_private(request: HttpRequest, response: HttpResponse) -> bool:
    """API answers and whatever a page session is involved in must stay in no cache."""
    if request.path.startswith(settings.STATIC_URL):
        return False
    names = (settings.SESSION_COOKIE_NAME, settings.CSRF_COOKIE_NAME)
    has_cookie = any(name in request.COOKIES or name in response.cookies for name in names)
    return request.path.startswith("/api/") or has_cookie or response.status_code >= 400
