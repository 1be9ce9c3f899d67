"""Dashboard figures (DA-1, DA-2): zero in this release, since events, forms and leads come with later ones."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime

from common import clock


@dataclass(frozen=True, slots=True)
class CompanyFigures:
    """Figures of one company alone; children are not added to their parent."""

    company_id: int
    total_forms: int = 0
    total_leads: int = 0
    active_events: int = 0


@dataclass(frozen=True, slots=True)
class Totals:
    """Sums over the companies asked for."""

    total_forms: int
    total_leads: int
    active_events: int


@dataclass(frozen=True, slots=True)
class Figures:
    """Figures of several companies and their sums at one instant."""

    as_of: datetime
    totals: Totals
    companies: tuple[CompanyFigures, ...]


def figures(company_ids: Sequence[int]) -> Figures:
    """Figures of companies the caller has checked to be the person's own, in the order asked."""
    rows = tuple(CompanyFigures(company_id) for company_id in dict.fromkeys(company_ids))
    totals = Totals(
        total_forms=sum(row.total_forms for row in rows),
        total_leads=sum(row.total_leads for row in rows),
        active_events=sum(row.active_events for row in rows),
    )
    return Figures(clock.now(), totals, rows)
