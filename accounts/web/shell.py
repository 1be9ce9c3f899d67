"""``shell``: what the frame of every page knows about the person in front of it (docs/pages.md)."""

from __future__ import annotations

from functools import cached_property
from typing import Any

from django.http import HttpRequest
from django.urls import reverse

from accounts.models import User
from accounts.selectors.terms import current_terms, has_accepted
from common.api.principal import Principal
from common.permissions import Permission, has_permission
from common.tenancy import system_scope
from common.web.access import principal_of
from companies.selectors import ActiveMembership, to_active_membership, usable_memberships
from reference.selectors import lookup
from settings_app.selectors import get_int

DEFAULT_THEME, DEFAULT_DENSITY, DEFAULT_FONT_SIZE = "system", "comfortable", "medium"


class Shell:
    """The frame's facts, each read only when a template asks. Visitors get the default looks (PR-3)."""

    def __init__(self, request: HttpRequest) -> None:
        self._request = request
        self._principal: Principal | None = principal_of(request)

    @property
    def is_signed_in(self) -> bool:
        return self._principal is not None

    @property
    def user_id(self) -> int | None:
        return self._principal.user_id if self._principal else None

    @property
    def user_name(self) -> str:
        return self._principal.full_name if self._principal else ""

    @property
    def first_name(self) -> str:
        return str(getattr(self._request.user, "first_name", "")) if self._principal else ""

    @property
    def initials(self) -> str:
        return "".join(word[:1] for word in (self.user_name.split()[:1] + self.user_name.split()[1:][-1:])).upper()

    @property
    def email(self) -> str:
        return self._principal.email if self._principal else ""

    @property
    def theme(self) -> str:
        return self._preference("ThemePreference", "theme_preference_id") or DEFAULT_THEME

    @property
    def density(self) -> str:
        return self._preference("LayoutDensity", "layout_density_id") or DEFAULT_DENSITY

    @property
    def font_size(self) -> str:
        return self._preference("FontSize", "font_size_id") or DEFAULT_FONT_SIZE

    def _preference(self, table: str, column: str) -> str | None:
        row_id = getattr(self._request.user, column, None) if self._principal else None
        return str(lookup(table, row_id).code) if row_id is not None else None

    @property
    def is_onboarding_complete(self) -> bool:
        return self._principal is not None and self._principal.is_onboarding_complete

    @property
    def terms_to_accept(self) -> str:
        """Version of the terms in force while the person has not accepted it; else empty."""
        user = self._request.user if self._principal else None
        if not isinstance(user, User):
            return ""
        current = current_terms()
        return "" if has_accepted(user, current) else current

    @cached_property
    def companies(self) -> list[ActiveMembership]:
        """Companies to switch between, in the order of SW-1."""
        if self._principal is None:
            return []
        with system_scope("accounts.web.shell"):
            return [to_active_membership(row) for row in usable_memberships(self._principal.user_id)]

    @cached_property
    def active_company(self) -> ActiveMembership | None:
        company_id = self._principal.company_id if self._principal else None
        return next((one for one in self.companies if one.company_id == company_id), None)

    @cached_property
    def can_manage_users(self) -> bool:
        """Whether the team's invitations are open to the person in the active company (PM-2)."""
        if self._principal is None:
            return False
        return has_permission(self._principal.as_actor(), Permission.INVITATIONS_MANAGE, self._principal.company_id)

    @cached_property
    def session_timeout_seconds(self) -> int:
        return get_int("SESSION_TIMEOUT_MINUTES") * 60

    @cached_property
    def backoffice_url(self) -> str:
        """Address of the back office; empty unless the person is a system administrator."""
        if self._principal is None:
            return ""
        is_open = has_permission(self._principal.as_actor(), Permission.PLATFORM_ADMINISTER, None)
        return reverse("admin:index") if is_open else ""


def shell(request: HttpRequest) -> dict[str, Any]:
    """Context processor."""
    return {"shell": Shell(request)}
