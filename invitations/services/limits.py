"""How many invitations a company may send or resend (RL-1)."""

from __future__ import annotations

from common.api.rate_limiting import headers_of
from common.problems import Problem
from common.rate_limits import check_all, take_back

PER_HOUR = "RATE_LIMIT_INVITATION_PER_HOUR"
PER_DAY = "RATE_LIMIT_INVITATION_PER_DAY"


def count_sending(company_id: int) -> None:
    """Count one mail to an invitee; when either limit refuses, neither counts it.

    Raises:
        Problem: RATE_LIMIT_EXCEEDED with ``retryAfter`` seconds.
    """
    key = f"company:{company_id}"
    for state in check_all((PER_HOUR, key), (PER_DAY, key)):
        if not state.allowed:
            raise Problem("RATE_LIMIT_EXCEEDED", headers=headers_of(state), retryAfter=state.reset_after)


def uncount_sending(company_id: int) -> None:
    """Give back what was counted for a mail that is not sent after all."""
    for limit in (PER_HOUR, PER_DAY):
        take_back(limit, f"company:{company_id}")
