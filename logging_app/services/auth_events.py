"""The security evidence: one row per authentication event (LO-5)."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from prometheus_client import Counter

from common import clock, context
from common.db.prepared import append
from common.stored_text import fit
from logging_app.models import AUTH_EVENT_TYPES, AuthEvent
from logging_app.services.evidence import write_evidence
from logging_app.services.text import redacted_json

_RECORDED = Counter("eventlead_auth_events", "Authentication events recorded", ["event_type", "is_success"])


def record_auth_event(
    *,
    event_type: str,
    is_success: bool,
    user_id: int | None = None,
    email: str | None = None,
    reason: str | None = None,
    details: Mapping[str, Any] | None = None,
    session_id: str | None = None,
    survive_rollback: bool | None = None,
) -> None:
    """Record an authentication event.

    A success commits with the caller's transaction; a failure survives its rollback and never raises. ``reason`` is a
    code, then free detail, cut to fit. ``survive_rollback`` overrides the rule for either.

    Raises:
        ValueError: ``event_type`` is none of the dictionary's.
    """
    if event_type not in AUTH_EVENT_TYPES:
        raise ValueError(f"{event_type!r} is no authentication event")
    _RECORDED.labels(event_type, str(is_success).lower()).inc()
    event = AuthEvent(
        event_type=event_type,
        is_success=is_success,
        user_id=user_id,
        email=fit(email.strip().lower(), 255) if email else None,
        reason=fit(reason, 255),
        details=redacted_json(dict(details)) if details is not None else None,
        session_id=fit(session_id, 64),
        created_date=clock.now(),
        **context.current().columns,
    )
    if survive_rollback if survive_rollback is not None else not is_success:
        write_evidence(event)
    else:
        append(event)
