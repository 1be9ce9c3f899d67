"""Evidence that staff looked at what a request did to companies and people (section 23)."""

from __future__ import annotations

from auditing.services.staff_views import record_staff_view
from common.actors import Actor
from logging_app.selectors import Trace


def record_look(trace: Trace, *, actor: Actor) -> None:
    """Record the view of each company and person of the activity once."""
    seen = {row.company_id or -(row.user_id or 0): row for row in trace.activity}
    for row in seen.values():
        record_staff_view(row, actor=actor)
