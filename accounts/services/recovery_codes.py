"""Recovery codes: ten at a time, shown once, each good for one log-in.

A set is kept by Argon2id under one salt. Its first row says with which salt and cost a code must be hashed to be
compared with all of them, so that checking takes one hash, however many codes are left.
"""

from __future__ import annotations

import secrets
from dataclasses import dataclass
from typing import Final

from django.utils.crypto import constant_time_compare

from accounts.hashers import RECOVERY_CODES
from accounts.models import User, UserRecoveryCode
from accounts.services.factor_keys import former_code_hashes
from common import clock
from common.actors import Actor

COUNT: Final = 10
_HALF: Final = 5
# Crockford's base32: no letter that looks like another sign; ten of them hold fifty bits.
_ALPHABET: Final = "0123456789abcdefghjkmnpqrstvwxyz"
_ARGON2: Final = f"{RECOVERY_CODES.algorithm}$"
_READ_AS = str.maketrans({"i": "1", "l": "1", "o": "0"})


def issue(user: User, actor: Actor) -> list[str]:
    """Store new codes and return them to be shown this once; earlier ones die.

    In the caller's transaction, which holds no more than the row of the person for the time the hashes take.
    """
    void(user, actor)
    codes: set[str] = set()
    while len(codes) < COUNT:
        code = "".join(secrets.choice(_ALPHABET) for _ in range(2 * _HALF))
        # With a digit in each, logs tell them from words (common.redaction).
        if any(sign.isdigit() for sign in code):
            codes.add(code)
    for code_hash in RECOVERY_CODES.encode_set(codes):
        row = UserRecoveryCode(user=user, code_hash=code_hash)
        row.stamp_created(actor)
        row.save()
    return [f"{code[:_HALF]}-{code[_HALF:]}" for code in sorted(codes)]


def void(user: User, actor: Actor) -> int:
    """Take every code away that is left, spent ones too; return how many could still be used."""
    unspent = 0
    for row in UserRecoveryCode.objects.alive().filter(user=user):
        unspent += row.used_at is None
        row.soft_delete(actor)
        row.save()
    return unspent


@dataclass(frozen=True, slots=True)
class HashedCode:
    """A code as typed, hashed like ``sample``: a hash of the person's set, None where there is no such set."""

    code: str
    sample: str | None
    code_hash: str


def hashed(user_id: int, code: str) -> HashedCode | None:
    """Hash a typed code for the person's set; None for what has not the shape of one.

    For callers outside of a transaction, so that nobody waits behind the hash. Whoever has no set costs one, too.
    """
    text = normalized(code)
    return _hashed(text, _sample(_live(user_id))) if len(text) == 2 * _HALF else None


def spend(user: User, typed: HashedCode | None) -> bool:
    """Spend a code of the person, whose row the caller has locked; of two at once exactly one succeeds.

    It is hashed again when the set was replaced meanwhile.
    """
    if typed is None:
        return False
    rows = _live(user.pk)
    if (sample := _sample(rows)) != typed.sample:
        typed = _hashed(typed.code, sample)
    known = (typed.code_hash, *former_code_hashes(user.pk, typed.code))
    # Every row is compared with every text, whichever fits.
    right = [row.pk for row in rows if sum(constant_time_compare(row.code_hash, text) for text in known)]
    unspent = UserRecoveryCode.objects.alive().filter(pk__in=right, used_at__isnull=True)
    return bool(unspent.update(used_at=clock.now()) == 1)


def _live(user_id: int) -> list[UserRecoveryCode]:
    """The person's set, spent ones too, in the order that makes the first of them the same each time."""
    return list(UserRecoveryCode.objects.alive().filter(user_id=user_id).order_by("id"))


def _sample(rows: list[UserRecoveryCode]) -> str | None:
    """The hash that says how the set is hashed; None for no set, or one from before that is kept under a key."""
    return next((row.code_hash for row in rows if row.code_hash.startswith(_ARGON2)), None)


def _hashed(code: str, sample: str | None) -> HashedCode:
    if sample is None:
        return HashedCode(code, None, RECOVERY_CODES.encode(code, RECOVERY_CODES.salt()))
    return HashedCode(code, sample, RECOVERY_CODES.encode_like(code, sample))


def normalized(code: str) -> str:
    """A code as it is hashed, however it was typed: case, spaces, dashes and look-alikes do not matter."""
    text = "".join(sign for sign in code.lower() if sign.isalnum())
    return text.translate(_READ_AS)
