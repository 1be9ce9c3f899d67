"""What an access token is checked against, cached for at most 30 seconds (SE-3).

Redis holds one hash a person, so that a change of the person, of a session or of a membership drops everything about
them with one command. Without Redis every request reads the database: a revoked right never works longer.
"""

from __future__ import annotations

import json
import time
from dataclasses import asdict, dataclass
from typing import Any, Final

import redis
from django.db import transaction

from accounts.models import User, UserRefreshToken
from accounts.selectors.sessions import live_token
from accounts.selectors.users import effective_status
from accounts.services.memberships import is_in_inactive_company, membership_in
from accounts.services.people import role_code
from common import shared_store

FRESH_SECONDS: Final = 30


@dataclass(frozen=True, slots=True)
class AccessState:
    """A live session and its person; ``company_role`` is None where the company's membership gives no access."""

    user_id: int
    access_version: int
    email: str
    full_name: str
    system_role: str
    status: str
    timezone: str
    is_onboarding_complete: bool
    company_role: str | None
    capabilities: tuple[str, ...]
    is_company_inactive: bool
    has_second_factor: bool


def read(user_id: int, session_id: str, company_id: int | None) -> AccessState | None:
    """Return the state of a session in a company, or None when the session or the person is gone."""
    name, field = _name(user_id), f"{session_id}:{company_id or ''}"
    found = shared_store.attempt(lambda store: _cached(store, name, field), lambda: None)
    if found is not None:
        return found
    asked_at = time.time()
    state = _load(user_id, session_id, company_id)
    if state is not None:
        shared_store.attempt(lambda store: _keep(store, name, field, state, asked_at), lambda: None)
    return state


def forget(*user_ids: int) -> None:
    """Drop what is cached about people, now and again once the change under way is visible to others."""
    if user_ids:
        _drop(user_ids)
        transaction.on_commit(lambda: _drop(user_ids))


def _drop(user_ids: tuple[int, ...]) -> None:
    shared_store.attempt(lambda store: store.delete(*(_name(user_id) for user_id in user_ids)), lambda: 0)


def _name(user_id: int) -> str:
    return shared_store.key("access", str(user_id))


def _cached(store: redis.Redis, name: str, field: str) -> AccessState | None:
    text: Any = store.hget(name, field)
    if text is None:
        return None
    held = json.loads(text)
    if not 0 <= time.time() - held["asked_at"] < FRESH_SECONDS:
        return None
    values = held["state"]
    return AccessState(**{**values, "capabilities": tuple(values["capabilities"])})


def _keep(store: redis.Redis, name: str, field: str, state: AccessState, asked_at: float) -> None:
    pipeline = store.pipeline()
    pipeline.hset(name, field, json.dumps({"asked_at": asked_at, "state": asdict(state)}))
    pipeline.expire(name, FRESH_SECONDS)
    pipeline.execute()


def _load(user_id: int, session_id: str, company_id: int | None) -> AccessState | None:
    row = live_token(session_id)
    if row is None or row.user_id != user_id or not row.user.is_active:
        return None
    return describe(row, company_id)


def describe(row: UserRefreshToken, company_id: int | None) -> AccessState:
    """State of a live row whose user is loaded, read from the database."""
    user: User = row.user
    membership = membership_in(user.pk, company_id)
    return AccessState(
        user_id=user.pk,
        access_version=user.access_token_version,
        email=user.email,
        full_name=user.full_name,
        system_role=role_code(user),
        status=effective_status(user).value,
        timezone=user.timezone_identifier,
        is_onboarding_complete=user.is_onboarding_complete,
        company_role=membership.role_code if membership else None,
        capabilities=tuple(sorted(membership.capabilities)) if membership else (),
        is_company_inactive=(
            company_id is not None and membership is None and is_in_inactive_company(user.pk, company_id)
        ),
        has_second_factor=row.has_second_factor,
    )
