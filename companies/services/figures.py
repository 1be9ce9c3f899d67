"""Dashboard figures of own companies only (DA-2)."""

from __future__ import annotations

from collections.abc import Sequence

from common import context
from common.actors import Actor
from common.problems import Problem
from companies.selectors import Figures, figures, path_company_state, usable_companies
from companies.services.cross_company import record_cross_company_attempt


def read_figures(*, company_ids: Sequence[int] | None, actor: Actor) -> Figures:
    """Figures of the companies asked for, else of the active one; one foreign id refuses the whole call.

    Raises:
        Problem: NO_ACTIVE_COMPANY, COMPANY_INACTIVE, COMPANY_NOT_FOUND (attempts on existing companies are recorded,
            TI-4), SECOND_FACTOR_SETUP_REQUIRED when one of them asks for it (SF-8).
    """
    if actor.user_id is None or actor.company_id is None:
        raise Problem("NO_ACTIVE_COMPANY")
    wanted = list(dict.fromkeys(company_ids or [actor.company_id]))
    own = usable_companies(actor.user_id, wanted)
    foreign = [company_id for company_id in wanted if company_id not in own]
    for company_id in foreign:
        if path_company_state(actor.user_id, company_id) == "inactive":
            raise Problem("COMPANY_INACTIVE")
        record_cross_company_attempt(
            actor=actor,
            attempted_company_id=company_id,
            resource_type="Company",
            resource_id=company_id,
            path=context.current().path or "",
        )
    if foreign:
        raise Problem("COMPANY_NOT_FOUND")
    if any(own.values()) and not actor.has_second_factor:
        raise Problem("SECOND_FACTOR_SETUP_REQUIRED")
    return figures(wanted)
