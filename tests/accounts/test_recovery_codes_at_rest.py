"""How recovery codes are kept and checked: Argon2id, a salt for each set, one hash for each try (SF-2, SF-4, SF-9)."""

from __future__ import annotations

import base64
from dataclasses import replace
from typing import Any

import pytest
from django.contrib.auth.hashers import Argon2PasswordHasher
from django.db import IntegrityError, transaction

from accounts.hashers import RECOVERY_CODES, CodeHasher
from accounts.models import User, UserRecoveryCode
from accounts.services import recovery_codes, second_factor
from accounts.services.people import as_actor, lock_user
from auditing.services import business_transaction
from common import clock
from tests.accounts.second_factor_steps import (
    Enrolled,
    actor_of,
    challenge,
    enrol,
    failures,
    log_in_with_code,
    second_step,
)
from tests.factories.accounts import PASSWORD, make_user
from tests.support.api import ApiClient, problem_code

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("public_origin", "roomy")]

WRONG = "00000-11111"


def stored(user: User) -> list[str]:
    """What is kept of the set that counts."""
    return list(UserRecoveryCode.objects.alive().filter(user=user).values_list("code_hash", flat=True))


def salts(user: User) -> set[bytes]:
    texts = {text.split("$")[4] for text in stored(user)}
    return {base64.b64decode(text + "=" * (-len(text) % 4)) for text in texts}


def renewed(person: Enrolled) -> list[str]:
    return second_factor.renew_recovery_codes(actor=actor_of(person.session), current_password=PASSWORD)


def genuine_cost(monkeypatch: pytest.MonkeyPatch) -> None:
    """The product's, in place of the tests' cheap one."""
    for name in ("time_cost", "memory_cost", "parallelism"):
        monkeypatch.setattr(RECOVERY_CODES, name, getattr(CodeHasher, name))


def test_a_password_hash_with_a_salt_of_its_own_for_each_set() -> None:
    """128 random bits or more: 22 letters and digits."""
    first, second = enrol(make_user()), enrol(make_user())
    before = salts(first.user)
    assert all(text.startswith("argon2$argon2id$v=19$") for text in stored(first.user))
    assert len(set(stored(first.user))) == 10
    renewed(first)
    sets = [before, salts(first.user), salts(second.user)]
    assert [len(found) for found in sets] == [1, 1, 1]
    assert len(set.union(*sets)) == 3
    assert {len(salt) for salt in set.union(*sets)} == {22}


def test_cost(monkeypatch: pytest.MonkeyPatch, api: ApiClient) -> None:
    """What OWASP asks for at least; codes of another cost go on working."""
    cheap = enrol(make_user())
    genuine_cost(monkeypatch)
    person = enrol(make_user())
    assert {text.split("$")[3] for text in stored(person.user)} == {"m=19456,t=2,p=1"}
    for each in (person, cheap):
        assert log_in_with_code(api, each, each.recovery_codes[0]).status_code == 200


def spend_all(user: User) -> None:
    UserRecoveryCode.objects.filter(user=user).update(used_at=clock.now())


def have_none(user: User) -> None:
    with business_transaction(as_actor(user)):
        recovery_codes.void(user, as_actor(user))


def keep_as_before(user: User) -> None:
    for row in UserRecoveryCode.objects.filter(user=user):
        row.code_hash = f"{row.pk:064x}"
        row.save()


@pytest.mark.parametrize("change", [None, spend_all, have_none, keep_as_before])
def test_a_wrong_code_costs_one_hash(change: Any, api: ApiClient, monkeypatch: pytest.MonkeyPatch) -> None:
    """Whatever the person has left, so that the time tells nothing; it counts as a failed log-in (LK-1)."""
    person = enrol(make_user())
    if change is not None:
        change(person.user)
    token, genuine, hashed = challenge(api, person.user), Argon2PasswordHasher.encode, []

    def counted(*args: Any) -> str:
        hashed.append(args)
        return str(genuine(*args))

    monkeypatch.setattr(Argon2PasswordHasher, "encode", counted)
    assert problem_code(second_step(api, token, WRONG)) == "SECOND_FACTOR_INVALID"
    assert (len(hashed), failures(person.user)) == (1, 1)


@pytest.mark.parametrize("code", ["00000-1111", "00000-11111-2", "-----", "x" * 64])
def test_what_is_no_recovery_code(code: str, api: ApiClient) -> None:
    person = enrol(make_user())
    assert problem_code(second_step(api, challenge(api, person.user), code)) == "SECOND_FACTOR_INVALID"
    assert recovery_codes.hashed(person.user.pk, code) is None


def test_the_right_code_of_somebody_who_spent_it(api: ApiClient) -> None:
    person = enrol(make_user())
    spend_all(person.user)
    answer = log_in_with_code(api, person, person.recovery_codes[0])
    assert problem_code(answer) == "SECOND_FACTOR_INVALID"


def test_a_set_that_is_replaced_between_hashing_and_spending() -> None:
    """The former set is dead, a code of the new one counts."""
    person = enrol(make_user())
    typed = recovery_codes.hashed(person.user.pk, person.recovery_codes[0])
    assert typed is not None
    new = recovery_codes.normalized(renewed(person)[0])
    with business_transaction(as_actor(person.user)):
        user = lock_user(person.user.pk)
        assert user is not None
        assert not recovery_codes.spend(user, typed)
        assert UserRecoveryCode.objects.filter(used_at__isnull=False).count() == 0
        of_new = replace(typed, code=new)
        assert [recovery_codes.spend(user, of_new) for _ in range(2)] == [True, False]
    assert UserRecoveryCode.objects.alive().filter(used_at__isnull=False).count() == 1


def test_the_table_takes_no_code_in_clear() -> None:
    """Nothing shorter than a hash."""
    with pytest.raises(IntegrityError, match="CK_UserRecoveryCode_CodeHash"), transaction.atomic():
        UserRecoveryCode.objects.create(user=make_user(), code_hash="7f3kq-9xw2m")
