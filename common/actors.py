"""Who acts. Services take an ``Actor`` as keyword argument and hand it to the audit trail."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Actor:
    """A person, visitor, job or command at the moment of acting.

    ``user_id`` is None for jobs, commands and visitors; ``name`` is then the name of the job or command.
    """

    user_id: int | None
    email: str | None
    name: str
    company_id: int | None = None
    company_role: str | None = None
    system_role: str | None = None
    session_id: str | None = None
    has_second_factor: bool = False


VISITOR = Actor(user_id=None, email=None, name="visitor")


def system_actor(name: str) -> Actor:
    """Return the actor of a job or command called ``name`` (AU-3)."""
    return Actor(user_id=None, email=None, name=name)
