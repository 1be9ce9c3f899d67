"""Who uses the back office."""

from __future__ import annotations

from zoneinfo import ZoneInfo, ZoneInfoNotFoundError

from django.http import HttpRequest

from common.actors import VISITOR, Actor
from common.api.access import is_platform_closed
from common.api.principal import Principal
from common.permissions import Permission, has_permission


def actor_of(request: HttpRequest) -> Actor:
    """The signed-in person as services take them; a visitor without page session has no rights."""
    principal = getattr(request, "eventlead_principal", None)
    return principal.as_actor() if isinstance(principal, Principal) else VISITOR


def may(request: HttpRequest, permission: Permission) -> bool:
    """Whether the person of the request may do something on the platform (PM-2)."""
    # A page asks for every table of the menu; rights do not change while a request runs.
    known: dict[Permission, bool] = request.__dict__.setdefault("_backoffice_rights", {})
    if permission not in known:
        user = request.user
        known[permission] = bool(
            user.is_authenticated and user.is_active and has_permission(actor_of(request), permission, None)
        )
    return known[permission]


def lacks_second_factor(request: HttpRequest) -> bool:
    """Whether this session of staff must show a second factor first (SF-8)."""
    principal = getattr(request, "eventlead_principal", None)
    return isinstance(principal, Principal) and is_platform_closed(principal)


def zone_of(request: HttpRequest) -> ZoneInfo:
    """The person's own time zone, UTC when it is unknown to this server (GEN-6)."""
    principal = getattr(request, "eventlead_principal", None)
    try:
        return ZoneInfo(principal.timezone if isinstance(principal, Principal) else "UTC")
    except (ZoneInfoNotFoundError, ValueError):
        return ZoneInfo("UTC")
