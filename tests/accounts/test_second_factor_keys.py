"""Keys of authenticator apps and recovery codes at rest, and the change of the key that seals them (SF-9)."""

from __future__ import annotations

import hmac
from io import StringIO
from typing import Any

import pytest
from cryptography.hazmat.primitives import hashes
from cryptography.hazmat.primitives.kdf.hkdf import HKDF
from django.core.management import call_command

from accounts.models import UserAuthenticator, UserRecoveryCode
from accounts.services import factor_keys, second_factor
from accounts.services.factor_keys import AppKeys, Unsealable
from common import clock
from logging_app.models import ApplicationError
from tests.accounts.second_factor_steps import STEP, actor_of, enrol, log_in_with_code
from tests.factories.accounts import PASSWORD, make_user
from tests.support.api import ApiClient, problem_code

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("public_origin", "roomy")]

NEW_KEY = "a newer key of the second factors, 0123456789abcdef"


def sealed_of(user: Any) -> str:
    return str(UserAuthenticator.objects.alive().get(user=user).sealed_key)


@pytest.fixture
def rotate(settings: Any) -> Any:
    """Replace the key, as an operator does; ``keep`` False forgets the old one."""

    def replace(*, keep: bool = True) -> None:
        old = settings.SECOND_FACTOR_KEY
        settings.SECOND_FACTOR_KEY = NEW_KEY
        settings.SECOND_FACTOR_OLD_KEYS = [old] if keep else []

    return replace


def test_sealed_for_one_person() -> None:
    """A text copied to another row opens nothing there."""
    sealed = factor_keys.seal(AppKeys(7, "K", None, 0))
    assert factor_keys.unseal(sealed, 7) == AppKeys(7, "K", None, 0)
    with pytest.raises(Unsealable):
        factor_keys.unseal(sealed, 8)
    with pytest.raises(Unsealable):
        factor_keys.unseal(sealed[:-4] + "AAA=", 7)


def test_fullest_text_fits_its_column() -> None:
    """Present and next key of the longest user id."""
    keys = AppKeys(2**63 - 1, "K" * 32, "N" * 32, 2**33)
    length = UserAuthenticator._meta.get_field("sealed_key").max_length
    assert length is not None
    assert len(factor_keys.seal(keys)) <= length


def test_copied_row_logs_nobody_in(api: ApiClient) -> None:
    """Whoever can write to the table cannot give a person a key of their own."""
    person, other = enrol(make_user()), enrol(make_user())
    UserAuthenticator.objects.filter(user=person.user).update(sealed_key=sealed_of(other.user))
    assert problem_code(log_in_with_code(api, person, other.code())) == "SECOND_FACTOR_INVALID"


def test_key_is_sealed_anew_when_it_is_used(api: ApiClient, rotate: Any, settings: Any) -> None:
    """After the first log-in the old key is needed no more, by the app."""
    person = enrol(make_user())
    before = sealed_of(person.user)
    rotate()
    assert log_in_with_code(api, person).status_code == 200
    assert sealed_of(person.user) != before
    settings.SECOND_FACTOR_OLD_KEYS = []
    assert log_in_with_code(api, person, person.code(clock.now() + STEP)).status_code == 200


def test_recovery_codes_need_no_key(api: ApiClient, rotate: Any) -> None:
    """They outlive a key that is lost."""
    person = enrol(make_user())
    rotate(keep=False)
    assert log_in_with_code(api, person, person.recovery_codes[0]).status_code == 200


def former_hash(user: Any, code: str, key: str) -> str:
    """How codes were kept before: HMAC-SHA-256 under a key derived from SECOND_FACTOR_KEY, bound to the person."""
    derive = HKDF(algorithm=hashes.SHA256(), length=32, salt=None, info=b"eventlead recovery codes").derive
    text = f"{user.pk}:{code.replace('-', '')}".encode()
    return hmac.new(derive(key.encode()), text, "sha256").hexdigest()


def test_recovery_codes_from_before_count_while_their_key_is_known(api: ApiClient, rotate: Any, settings: Any) -> None:
    """Each once, its owner's only; a new set needs the key no more."""
    person, other = enrol(make_user()), enrol(make_user())
    rows = UserRecoveryCode.objects.alive().filter(user=person.user)
    for row, code in zip(rows, person.recovery_codes, strict=True):
        row.code_hash = former_hash(person.user, code, settings.SECOND_FACTOR_KEY)
        row.save()
    first, second, third, *_ = person.recovery_codes
    assert problem_code(log_in_with_code(api, other, first)) == "SECOND_FACTOR_INVALID"
    assert log_in_with_code(api, person, first).status_code == 200
    assert problem_code(log_in_with_code(api, person, first)) == "SECOND_FACTOR_INVALID"
    rotate()
    assert log_in_with_code(api, person, second).status_code == 200
    settings.SECOND_FACTOR_OLD_KEYS = []
    assert problem_code(log_in_with_code(api, person, third)) == "SECOND_FACTOR_INVALID"
    assert rows.filter(used_at__isnull=False).count() == 2
    new = second_factor.renew_recovery_codes(actor=actor_of(person.session), current_password=PASSWORD)
    assert log_in_with_code(api, person, new[0]).status_code == 200


def test_lost_key_is_reported_and_lets_nobody_in(api: ApiClient, rotate: Any) -> None:
    """No code is taken; the operator finds it among the errors."""
    person = enrol(make_user())
    rotate(keep=False)
    assert problem_code(log_in_with_code(api, person)) == "SECOND_FACTOR_INVALID"
    assert ApplicationError.objects.filter(error_type__endswith="Unsealable").exists()


def test_command_seals_everything_anew(rotate: Any, settings: Any, api: ApiClient) -> None:
    """``manage.py reseal_second_factors``: twice is once, and what cannot be opened is named."""
    first, second, lost = (enrol(make_user()) for _ in range(3))
    UserAuthenticator.objects.filter(user=lost.user).update(sealed_key="gAAAAA-nothing-of-ours")
    rotate()
    out = StringIO()
    call_command("reseal_second_factors", stdout=out)
    assert "2 sealed anew" in out.getvalue()
    assert f"user {lost.user.pk}" in out.getvalue()
    again = StringIO()
    call_command("reseal_second_factors", stdout=again)
    assert "0 sealed anew" in again.getvalue()
    settings.SECOND_FACTOR_OLD_KEYS = []
    assert [log_in_with_code(api, person).status_code for person in (first, second)] == [200, 200]
