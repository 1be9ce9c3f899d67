"""The company a session acts in, asked of the companies app (LG-2, SE-5)."""

from __future__ import annotations

from common.tenancy import system_scope
from companies.selectors import ActiveMembership, active_membership, choose_active_membership, path_company_state


def membership_in(user_id: int, company_id: int | None) -> ActiveMembership | None:
    """The usable membership in that company, or None."""
    if company_id is None:
        return None
    with system_scope("accounts.services.memberships.membership_in"):
        return active_membership(user_id, company_id)


def membership_for(user_id: int, company_id: int | None) -> ActiveMembership | None:
    """The session's company while the membership is usable, else the one LG-2 chooses (SE-5)."""
    with system_scope("accounts.services.memberships.membership_for"):
        kept = active_membership(user_id, company_id) if company_id is not None else None
        return kept or choose_active_membership(user_id)


def is_in_inactive_company(user_id: int, company_id: int) -> bool:
    """Whether a member's company is switched off: the token stays good and endpoints answer COMPANY_INACTIVE."""
    with system_scope("accounts.services.memberships.is_in_inactive_company"):
        return path_company_state(user_id, company_id) == "inactive"
