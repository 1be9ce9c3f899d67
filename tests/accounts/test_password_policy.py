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
