"""Permission questions go through ``has_permission`` only (PM-2); capabilities are flags of the role rows (PM-1).

``settings.ROLE_FLAGS`` is the dotted path of ``flags(role_type: "company" | "system", role_code: str) ->
frozenset[str]`` that returns the names of the true flags (``can_manage_users`` …) of an active role row.
"""

from __future__ import annotations

from collections.abc import Callable
from enum import StrEnum
from typing import Literal

from common.actors import Actor
from common.errors import hook

RoleType = Literal["company", "system"]
RoleFlags = Callable[[RoleType, str], frozenset[str]]


class Permission(StrEnum):
    """What can be asked; the matrix of behaviour.md section 7 in names."""

    COMPANY_READ = "company.read"
    COMPANY_ADMINISTER = "company.administer"
    COMPANY_CHANGE = "company.change"
    BILLING_READ = "billing.read"
    BILLING_CHANGE = "billing.change"
    ORGANIZER_READ = "organizer.read"
    ORGANIZER_CHANGE = "organizer.change"
    SUBSCRIPTION_READ = "subscription.read"
    DASHBOARD_READ = "dashboard.read"
    MEMBERS_READ = "members.read"
    MEMBERS_READ_INACTIVE = "members.read_inactive"
    MEMBERS_MANAGE = "members.manage"
    INVITATIONS_MANAGE = "invitations.manage"
    ACCESS_REQUESTS_DECIDE = "access_requests.decide"
    RELATIONSHIPS_READ = "relationships.read"
    RELATIONSHIPS_MANAGE = "relationships.manage"
    ACTIVITY_READ = "activity.read"
    PLATFORM_ADMINISTER = "platform.administer"
    SETTINGS_MANAGE = "settings.manage"
    REFERENCE_MANAGE = "reference.manage"
    REGISTER_CACHE_MANAGE = "register_cache.manage"
    USERS_MANAGE = "users.manage"
    SYSTEM_ROLES_ASSIGN = "system_roles.assign"
    COMPANIES_MANAGE = "companies.manage"
    LOGS_READ = "logs.read"
    RETENTION_MANAGE = "retention.manage"


# Every active membership may do these, whatever its role's flags.
_ANY_MEMBER = frozenset(
    {
        Permission.COMPANY_READ,
        Permission.ORGANIZER_READ,
        Permission.DASHBOARD_READ,
        Permission.MEMBERS_READ,
        Permission.RELATIONSHIPS_READ,
    }
)

_COMPANY_FLAG = {
    Permission.COMPANY_ADMINISTER: "can_manage_company",
    Permission.COMPANY_CHANGE: "can_manage_company",
    Permission.BILLING_READ: "can_manage_company",
    Permission.BILLING_CHANGE: "can_manage_company",
    Permission.ORGANIZER_CHANGE: "can_manage_company",
    Permission.SUBSCRIPTION_READ: "can_manage_company",
    Permission.RELATIONSHIPS_MANAGE: "can_manage_company",
    Permission.ACTIVITY_READ: "can_manage_company",
    Permission.MEMBERS_READ_INACTIVE: "can_manage_users",
    Permission.MEMBERS_MANAGE: "can_manage_users",
    Permission.INVITATIONS_MANAGE: "can_manage_users",
    Permission.ACCESS_REQUESTS_DECIDE: "can_manage_users",
}

_SYSTEM_FLAG = {
    Permission.PLATFORM_ADMINISTER: "can_manage_platform",
    Permission.SETTINGS_MANAGE: "can_manage_platform",
    Permission.REFERENCE_MANAGE: "can_manage_platform",
    Permission.REGISTER_CACHE_MANAGE: "can_manage_platform",
    Permission.USERS_MANAGE: "can_manage_platform",
    Permission.RETENTION_MANAGE: "can_manage_platform",
    Permission.SYSTEM_ROLES_ASSIGN: "can_assign_system_roles",
    Permission.COMPANIES_MANAGE: "can_manage_all_companies",
    Permission.LOGS_READ: "can_view_all_data",
}


def _flags(role_type: RoleType, role_code: str | None) -> frozenset[str]:
    source: RoleFlags | None = hook("ROLE_FLAGS")
    return source(role_type, role_code) if source is not None and role_code else frozenset()


def is_of_platform(permission: Permission) -> bool:
    """Whether a permission is one of staff, over the platform."""
    return permission in _SYSTEM_FLAG


def has_permission(actor: Actor, permission: Permission, company_id: int | None) -> bool:
    """Tell whether ``actor`` may do something, in ``company_id`` or (None) on the platform. Denies by default.

    A company permission holds in the actor's active company only; a system administrator has none by being one.
    """
    if actor.user_id is None:
        return False
    if permission in _SYSTEM_FLAG:
        return _SYSTEM_FLAG[permission] in _flags("system", actor.system_role)
    if company_id is None or actor.company_id != company_id or actor.company_role is None:
        return False
    return permission in _ANY_MEMBER or _COMPANY_FLAG.get(permission) in _flags("company", actor.company_role)
