"""Recovery codes: ten at a time, shown once, each good for one log-in."""

from __future__ import annotations

import secrets
from typing import Final

from accounts.models import User, UserRecoveryCode
from accounts.services.factor_keys import code_hashes
from common import clock
from common.actors import Actor

COUNT: Final = 10
_HALF: Final = 5
# Crockford's base32: no letter that looks like another sign; ten of them hold fifty bits.
_ALPHABET: Final = "0123456789abcdefghjkmnpqrstvwxyz"
_READ_AS = str.maketrans({"i": "1", "l": "1", "o": "0"})


def issue(user: User, actor: Actor) -> list[str]:
    """Store new codes and return them to be shown this once; earlier ones die. In the caller's transaction."""
    void(user, actor)
    codes: set[str] = set()
    while len(codes) < COUNT:
        code = "".join(secrets.choice(_ALPHABET) for _ in range(2 * _HALF))
        # With a digit in each, logs tell them from words (common.redaction).
        if any(sign.isdigit() for sign in code):
            codes.add(code)
    for code in codes:
        row = UserRecoveryCode(user=user, code_hash=code_hashes(user.pk, code)[0])
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


def spend(user: User, code: str) -> bool:
    """Spend a code of the person, whose row the caller has locked; of two at once exactly one succeeds."""
    text = normalized(code)
    if len(text) != 2 * _HALF:
        return False
    rows = UserRecoveryCode.objects.alive().filter(user=user, code_hash__in=code_hashes(user.pk, text))
    return bool(rows.filter(used_at__isnull=True).update(used_at=clock.now()) == 1)


def normalized(code: str) -> str:
    """A code as it is hashed, however it was typed: case, spaces, dashes and look-alikes do not matter."""
    text = "".join(sign for sign in code.lower() if sign.isalnum())
    return text.translate(_READ_AS)
