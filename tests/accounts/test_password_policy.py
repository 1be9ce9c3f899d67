"""A changed policy applies to new passwords only (PW-3)."""

from __future__ import annotations

from typing import Any

import pytest

from accounts.models import User
from tests.factories.accounts import PASSWORD, make_user
from tests.support.api import ApiClient, field_codes
from tests.support.sessions import client_of

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("roomy")]


@pytest.fixture
def stricter(set_setting: Any) -> None:
    """The policy asks for more than any password that exists has."""
    set_setting("PASSWORD_MIN_LENGTH", "40")
    set_setting("PASSWORD_REQUIRE_UPPERCASE", "true")


def test_an_older_password_still_signs_in(api: ApiClient, stricter: None) -> None:
    """PW-3."""
    user = make_user()
    answer = api.post("/auth/login", {"email": user.email, "password": PASSWORD})
    assert answer.status_code == 200, answer.content


def test_the_next_password_meets_the_new_policy(stricter: None) -> None:
    """PW-3: the refused change leaves the old password as it was."""
    user = make_user()
    before = user.password_hash
    body = {"currentPassword": PASSWORD, "newPassword": "another kettle 48"}
    refused = client_of(user).post("/auth/change-password", body)
    assert field_codes(refused).keys() == {"newPassword"}
    assert User.objects.get(pk=user.pk).password_hash == before


def test_pw2_a_changed_cost_reaches_an_account_at_its_next_login(api: ApiClient, settings: Any) -> None:
    """Argon2id at the configured cost; a wrong password renews nothing."""
    settings.PASSWORD_HASHERS = ["accounts.hashers.ConfiguredArgon2Hasher"]
    settings.ARGON2_TIME_COST, settings.ARGON2_MEMORY_KIB, settings.ARGON2_PARALLELISM = 1, 16, 2
    user = make_user()
    before = user.password_hash
    assert "$m=16,t=1,p=2$" in before
    settings.ARGON2_TIME_COST, settings.ARGON2_MEMORY_KIB = 3, 32
    assert api.post("/auth/login", {"email": user.email, "password": "wrong word 11"}).status_code == 401
    user.refresh_from_db()
    assert user.password_hash == before
    assert api.post("/auth/login", {"email": user.email, "password": PASSWORD}).status_code == 200
    user.refresh_from_db()
    assert user.password_hash.startswith("argon2$argon2id$")
    assert "$m=32,t=3,p=2$" in user.password_hash
    assert User.objects.filter(pk=user.pk, updated_date__isnull=True).exists(), "no change of the account itself"
