"""Who may call an endpoint, and the company checks of TI-2 (api.md section 1, column "Who")."""

from __future__ import annotations

from enum import StrEnum
from typing import Final, Literal, Protocol

from django.conf import settings

from common.api.principal import Principal
from common.errors import hook
from common.permissions import Permission
from common.problems import Problem

SETUP_REQUIRED: Final = "SECOND_FACTOR_SETUP_REQUIRED"
CompanyState = Literal["member", "guarded", "suspended", "not_member", "inactive"]


class Access(StrEnum):
    """P, U, M, A and S of the contract."""

    PUBLIC = "public"
    USER = "user"
    MEMBER = "member"
    ADMIN = "admin"
    SYSTEM_ADMIN = "system_admin"

    @property
    def needs_company(self) -> bool:
        return self in (Access.MEMBER, Access.ADMIN)

    @property
    def default_permission(self) -> Permission | None:
        """What is asked when the view names no permission of its own."""
        return _DEFAULTS.get(self)


_DEFAULTS = {
    Access.MEMBER: Permission.COMPANY_READ,
    Access.ADMIN: Permission.COMPANY_ADMINISTER,
    Access.SYSTEM_ADMIN: Permission.PLATFORM_ADMINISTER,
}


class CompanyGate(Protocol):
    """``settings.COMPANY_GATE``: how a user stands to a company; an unknown company is ``not_member``.

    ``guarded`` is a member whom the company lets in with a second factor only (SF-8).
    """

    def __call__(self, user_id: int, company_id: int) -> CompanyState: ...


class CrossCompanyRecorder(Protocol):
    """``settings.CROSS_COMPANY_RECORDER``: writes CROSS_COMPANY_ACCESS_DENIED (TI-4).

    It is asked on every such refusal and writes only when the attempted company exists.
    """

    def __call__(
        self, *, actor: object, attempted_company_id: int, resource_type: str, resource_id: int | None, path: str
    ) -> None: ...


def record_cross_company(
    principal: Principal, path: str, attempted_company_id: int, resource_type: str, resource_id: int | None
) -> None:
    """Report a 404 that hides something of another company (TI-4)."""
    recorder: CrossCompanyRecorder | None = hook("CROSS_COMPANY_RECORDER")
    if recorder is not None:
        recorder(
            actor=principal.as_actor(),
            attempted_company_id=attempted_company_id,
            resource_type=resource_type,
            resource_id=resource_id,
            path=path,
        )


def enter_company(principal: Principal, company_id: int, path: str) -> None:
    """Check that the caller may act in the path company (TI-2, ON-2, SF-8).

    Raises:
        Problem: NO_ACTIVE_COMPANY, COMPANY_NOT_FOUND, COMPANY_CONTEXT_MISMATCH, COMPANY_INACTIVE, ONBOARDING_REQUIRED,
            SECOND_FACTOR_SETUP_REQUIRED, in this order.
    """
    if principal.company_id is None:
        raise Problem("NO_ACTIVE_COMPANY")
    gate: CompanyGate | None = hook("COMPANY_GATE")
    state = gate(principal.user_id, company_id) if gate is not None else "not_member"
    if state not in ("member", "guarded", "inactive"):
        record_cross_company(principal, path, company_id, "Company", company_id)
        raise Problem("COMPANY_NOT_FOUND")
    if company_id != principal.company_id:
        raise Problem("COMPANY_CONTEXT_MISMATCH")
    if state == "inactive":
        raise Problem("COMPANY_INACTIVE")
    if not principal.is_onboarding_complete:
        raise Problem("ONBOARDING_REQUIRED")
    if state == "guarded" and not principal.has_second_factor:
        raise Problem(SETUP_REQUIRED)


def is_platform_closed(principal: Principal) -> bool:
    """Whether staff must show a second factor before the platform opens to this session (SF-8)."""
    return bool(settings.SECOND_FACTOR_STAFF_REQUIRED) and not principal.has_second_factor
