"""Authenticator apps of people: the row, its sealed keys, its codes. Callers hold the row of the person locked.

A person has one app; while another is being set up its key waits beside the one in use, which goes on working.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Final

from accounts.models import User, UserAuthenticator
from accounts.services import factor_keys, totp
from accounts.services.factor_keys import AppKeys, Unsealable
from common import clock
from common.actors import Actor
from common.errors import record_failure
from common.problems import Problem

SETUP_LIFE: Final = timedelta(minutes=30)


@dataclass(frozen=True, slots=True)
class AuthenticatorSetup:
    """What an app needs to be set up; ``otpauth_uri`` is the content of the QR code."""

    setup_key: str
    otpauth_uri: str
    issuer: str
    account_name: str


def begin(user: User, actor: Actor) -> AuthenticatorSetup:
    """Keep a new key that waits for its first code; an earlier one that waited is gone."""
    row = live(user.pk)
    present = _keys(row) if row is not None else None
    until = int((clock.now() + SETUP_LIFE).timestamp())
    keys = AppKeys(user.pk, present.key if present else None, totp.new_key(), until)
    if row is None:
        row = UserAuthenticator(user=user)
        row.stamp_created(actor)
    else:
        row.stamp_updated(actor)
    row.sealed_key = factor_keys.seal(keys)
    row.save()
    return _setup(user, keys)


def pending(user: User) -> AuthenticatorSetup | None:
    """What is being set up, or None when nothing is or it took too long."""
    row = live(user.pk)
    keys = _keys(row) if row is not None else None
    return _setup(user, keys) if keys is not None and _is_waiting(keys) else None


def confirm(user: User, code: str, actor: Actor) -> UserAuthenticator | None:
    """Put the key being set up into use when the code is of it, an app from before away; None for a wrong code."""
    row = live(user.pk)
    keys = _keys(row) if row is not None else None
    if row is None or keys is None or keys.next_key is None or not _is_waiting(keys):
        return None
    now = clock.now()
    step = totp.step_of(keys.next_key, code, now, after=0)
    if step is None:
        return None
    if row.confirmed_at is not None:
        retire(row, actor)
        row = UserAuthenticator(user=user)
        row.stamp_created(actor)
    else:
        row.stamp_updated(actor)
    row.sealed_key = factor_keys.seal(AppKeys(user.pk, keys.next_key))
    # The code that confirms is spent: whoever looked over the shoulder cannot log in with it.
    row.confirmed_at, row.last_used_step = now, step
    row.save()
    return row


def use_code(user: User, code: str, now: datetime) -> bool:
    """Spend a code of the app in use; whether it was right. A key sealed long ago is sealed anew (SF-9)."""
    row = live(user.pk)
    keys = _keys(row) if row is not None else None
    if row is None or keys is None or keys.key is None:
        return False
    step = totp.step_of(keys.key, code, now, after=row.last_used_step)
    if step is None:
        return False
    changes: dict[str, object] = {"last_used_step": step, "last_used_at": now}
    if factor_keys.is_outdated(row.sealed_key or ""):
        changes["sealed_key"] = factor_keys.seal(keys)
    # What using it leaves behind is no change that its owner made.
    rows = UserAuthenticator.objects.alive().filter(pk=row.pk, last_used_step__lt=step)
    return bool(rows.update(**changes) == 1)


def retire(row: UserAuthenticator, actor: Actor) -> None:
    """Take an app away; the row stays, its keys do not."""
    row.sealed_key = None
    row.soft_delete(actor)
    row.save()


def reseal(row: UserAuthenticator) -> bool:
    """Seal the keys of a locked row with the present key; whether that was due.

    Raises:
        Unsealable: none of the known keys opens them.
    """
    if row.sealed_key is None or not factor_keys.is_outdated(row.sealed_key):
        return False
    keys = factor_keys.unseal(row.sealed_key, row.user_id)
    UserAuthenticator.objects.filter(pk=row.pk).update(sealed_key=factor_keys.seal(keys))
    return True


def live(user_id: int) -> UserAuthenticator | None:
    """The row of a person's app, in use or being set up."""
    row: UserAuthenticator | None = UserAuthenticator.objects.alive().filter(user_id=user_id).first()
    return row


def _is_waiting(keys: AppKeys) -> bool:
    return keys.next_key is not None and clock.now().timestamp() < keys.next_until


def _keys(row: UserAuthenticator) -> AppKeys | None:
    """The keys of a row; None for one sealed with a lost key, which is recorded: staff must reset it."""
    try:
        return factor_keys.unseal(row.sealed_key or "", row.user_id)
    except Unsealable as error:
        record_failure(error, Problem("INTERNAL_ERROR"))
        return None


def _setup(user: User, keys: AppKeys) -> AuthenticatorSetup:
    key = keys.next_key or ""
    return AuthenticatorSetup(key, totp.otpauth_uri(user, key), totp.issuer(), user.email)
