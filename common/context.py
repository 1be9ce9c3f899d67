"""What is known about the work under way: one value per request, task or command, carried by a context variable.

The same request id stands on the request row, errors, auth events, activity, snapshots, mails and jobs (LO-2).
"""

from __future__ import annotations

import uuid
from collections.abc import Iterator
from contextlib import contextmanager
from contextvars import ContextVar
from dataclasses import dataclass, field
from typing import Any

from common.stored_text import fit


def new_request_id() -> str:
    return str(uuid.uuid4())


@dataclass(frozen=True, slots=True)
class RequestContext:
    """Origin of the work: request id (UUID text), raw client address, user agent, HTTP method and path.

    ``memory`` holds what the work has found out and would else ask for again; it is shown nowhere and ends with it.
    """

    request_id: str = field(default_factory=new_request_id)
    ip_address: str | None = None
    user_agent: str | None = None
    method: str | None = None
    path: str | None = None
    memory: dict[Any, Any] = field(default_factory=dict, repr=False, compare=False)

    @property
    def columns(self) -> dict[str, str | None]:
        """Request id, address and agent under their column names, cut to fit: the origin of a row."""
        return {
            "request_id": fit(self.request_id, 64),
            "ip_address": fit(self.ip_address, 45),
            "user_agent": fit(self.user_agent, 500),
        }


_EMPTY = RequestContext(request_id="")
_current: ContextVar[RequestContext] = ContextVar("eventlead_request_context", default=_EMPTY)


def current() -> RequestContext:
    """Return the bound context; outside of any, one without request id (empty text)."""
    return _current.get()


@contextmanager
def bind(context: RequestContext) -> Iterator[RequestContext]:
    """Make ``context`` the current one for the block."""
    token = _current.set(context)
    try:
        yield context
    finally:
        _current.reset(token)
