"""Who a verified access token speaks for."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Literal

from common.actors import Actor


@dataclass(frozen=True, slots=True)
class Principal:
    """The signed-in caller as the token check found them: user, session, active company and its capabilities."""

    user_id: int
    email: str
    full_name: str
    session_id: str
    system_role: str
    company_id: int | None = None
    company_role: str | None = None
    capabilities: frozenset[str] = field(default_factory=frozenset)
    is_onboarding_complete: bool = False
    status: str = "active"
    timezone: str = "UTC"
    has_second_factor: bool = False

    @property
    def is_authenticated(self) -> Literal[True]:
        return True

    @property
    def is_anonymous(self) -> Literal[False]:
        return False

    @property
    def pk(self) -> int:
        return self.user_id

    def as_actor(self) -> Actor:
        """The actor that services take."""
        return Actor(
            user_id=self.user_id,
            email=self.email,
            name=self.full_name,
            company_id=self.company_id,
            company_role=self.company_role,
            system_role=self.system_role,
            session_id=self.session_id,
            has_second_factor=self.has_second_factor,
        )
