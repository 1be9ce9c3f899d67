"""The site of the back office: system administrators only, signed in through the product's own log-in page.

Everybody else gets 404 (behaviour.md section 24), visitors are led to the log-in page, and staff without a second
factor to where they set one up (SF-8). So the account rules are the same as everywhere: lock-out, limits, auth events
and one session that shows in the list of sessions (SE-1).
"""

from __future__ import annotations

from collections.abc import Callable
from functools import update_wrapper
from typing import Any
from urllib.parse import urlencode

from django.http import Http404, HttpRequest, HttpResponse, HttpResponseBase, HttpResponseRedirect
from django.template.response import TemplateResponse
from django.urls import URLPattern, URLResolver, path, reverse
from django.utils import timezone
from django.views.decorators.cache import never_cache
from django.views.decorators.csrf import csrf_protect
from unfold.sites import UnfoldAdminSite

from common.backoffice.identity import lacks_second_factor, may, zone_of
from common.backoffice.navigation import function_groups
from common.backoffice.options import ReadOnlyAdmin
from common.backoffice.pages import MENU_PAGES, MenuPage
from common.permissions import Permission
from common.tenancy import system_scope

View = Callable[..., HttpResponseBase]
# As tight as unfold permits: Alpine evaluates attributes, and its templates carry inline scripts and styles.
CONTENT_SECURITY_POLICY = "; ".join(
    (
        "default-src 'self'",
        "script-src 'self' 'unsafe-inline' 'unsafe-eval'",
        "style-src 'self' 'unsafe-inline'",
        "img-src 'self' data:",
        "object-src 'none'",
        "base-uri 'self'",
        "form-action 'self'",
        "frame-ancestors 'none'",
    )
)
_OWN_PAGES = {"login", "logout", "password_change", "password_change_done"}
_TEMPORARY_SAME_METHOD = 307


class BackofficeSite(UnfoldAdminSite):  # type: ignore[misc]
    """Back office of the product, under the namespace ``admin``."""

    index_template = "backoffice/index.html"
    index_title = "Back office"
    site_header = "EventLead back office"
    enable_nav_sidebar = True

    def register(self, model_or_iterable: Any, admin_class: Any = None, **options: Any) -> None:
        """Take rooms of ours only; those of libraries would write without reason, service and audit."""
        if isinstance(admin_class, type) and issubclass(admin_class, ReadOnlyAdmin):
            super().register(model_or_iterable, admin_class, **options)

    def has_permission(self, request: HttpRequest) -> bool:
        """Active system administrators (PM-2)."""
        return may(request, Permission.PLATFORM_ADMINISTER)

    def admin_view(self, view: View, cacheable: bool = False) -> View:
        """Guard a view; rows of all companies are open inside it, and the page is rendered there."""

        def inner(request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponseBase:
            if not self.has_permission(request):
                return self._refuse(request)
            if lacks_second_factor(request):
                return HttpResponseRedirect(f"{reverse('account-security')}?{urlencode({'required': 'platform'})}")
            with system_scope("backoffice"), timezone.override(zone_of(request)):
                response = view(request, *args, **kwargs)
                if isinstance(response, TemplateResponse) and not response.is_rendered:
                    response.render()
            response.headers.setdefault("Content-Security-Policy", CONTENT_SECURITY_POLICY)
            return response

        guarded: Any = inner if cacheable else never_cache(inner)
        if not getattr(view, "csrf_exempt", False):
            guarded = csrf_protect(guarded)
        wrapped: View = update_wrapper(guarded, view)
        return wrapped

    def _refuse(self, request: HttpRequest) -> HttpResponse:
        if request.user.is_authenticated:
            raise Http404
        target = request.get_full_path() if request.method in ("GET", "HEAD") else reverse("admin:index")
        return HttpResponseRedirect(f"{reverse('login')}?{urlencode({'next': target})}")

    def login(self, request: HttpRequest, extra_context: dict[str, Any] | None = None) -> HttpResponse:
        """Send people to the product's log-in page; Django's own form would go round the account rules."""
        return HttpResponseRedirect(reverse("admin:index")) if self.has_permission(request) else self._refuse(request)

    def logout(self, request: HttpRequest, extra_context: dict[str, Any] | None = None) -> HttpResponse:
        """Hand a log-out to the product's, with its method and body."""
        answer = HttpResponseRedirect(reverse("logout"))
        answer.status_code = _TEMPORARY_SAME_METHOD
        return answer

    def get_urls(self) -> list[URLPattern | URLResolver]:
        """Our pages of no single table, and Django's routes; the password is changed on the account page."""
        urls: list[URLPattern | URLResolver] = super().get_urls()
        kept = [url for url in urls if getattr(url, "name", None) not in _OWN_PAGES - {"login", "logout"}]
        # Before Django's, whose last route takes every address.
        return [*(path(page.path, self.admin_view(page.respond), name=page.name) for page in self.menu_pages()), *kept]

    def menu_pages(self) -> list[MenuPage]:
        """Pages of no single table that the apps' admin rooms have."""
        return list(MENU_PAGES.values())

    def index(self, request: HttpRequest, extra_context: dict[str, Any] | None = None) -> HttpResponse:
        """Show all tables by function."""
        context = {
            **self.each_context(request),
            "title": self.index_title,
            "subtitle": None,
            "groups": function_groups(self, request),
            **(extra_context or {}),
        }
        request.current_app = self.name
        return TemplateResponse(request, self.index_template, context)
