"""Passkeys of a person."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from accounts.models import UserPasskey


@dataclass(frozen=True, slots=True)
class PasskeyView:
    """One passkey as its owner sees it."""

    user_passkey_id: int
    name: str
    created_date: datetime
    last_used_at: datetime | None
    is_backed_up: bool


def own_passkeys(user_id: int) -> list[PasskeyView]:
    """Passkeys of a person, the oldest first."""
    rows = UserPasskey.objects.alive().filter(user_id=user_id).order_by("created_date", "id")
    return [describe_passkey(row) for row in rows]


def describe_passkey(row: UserPasskey) -> PasskeyView:
    """Describe a row without further queries."""
    return PasskeyView(row.pk, row.passkey_name, row.created_date, row.last_used_at, row.is_backed_up)
