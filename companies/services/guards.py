"""The first of three layers: every service about one company asks whether the actor may (PM-2, TI-5)."""

from __future__ import annotations

from common.actors import Actor
from common.permissions import Permission, has_permission
from common.problems import Problem


def require(actor: Actor, permission: Permission, company_id: int) -> None:
    """Refuse an actor who may not do this in that company.

    Raises:
        Problem: INSUFFICIENT_PERMISSIONS.
    """
    if not has_permission(actor, permission, company_id):
        raise Problem("INSUFFICIENT_PERMISSIONS")
