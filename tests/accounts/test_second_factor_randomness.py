"""Keys of apps and recovery codes cannot be guessed (SF-2)."""

from __future__ import annotations

import base64
import math

import pytest

from accounts.services import recovery_codes, totp
from accounts.services.people import as_actor
from auditing.services import business_transaction
from tests.factories.accounts import make_user

pytestmark = pytest.mark.django_db

LETTERS = set("0123456789abcdefghjkmnpqrstvwxyz")


def test_keys_hold_160_random_bits() -> None:
    """Of 200 keys none repeats, and no place of them is constant."""
    keys = [totp.new_key() for _ in range(200)]
    assert len(set(keys)) == 200
    assert {len(base64.b32decode(key)) for key in keys} == {20}
    assert all(len(set(column)) > 20 for column in zip(*keys, strict=True))


def test_recovery_codes_hold_50_random_bits() -> None:
    """Ten letters out of 32; two people never share one, and each set is new."""
    codes: list[str] = []
    for _ in range(20):
        user = make_user()
        with business_transaction(as_actor(user)):
            codes += recovery_codes.issue(user, as_actor(user))
    plain = [code.replace("-", "") for code in codes]
    assert len(set(plain)) == 200
    assert {len(code) for code in plain} == {10}
    assert set("".join(plain)) == LETTERS
    assert 10 * math.log2(len(LETTERS)) == 50
    assert all(len(set(column)) > 20 for column in zip(*plain, strict=True))
