"""POST /auth/signup (SU-1 to SU-9, RL-1)."""

from __future__ import annotations

from datetime import timedelta
from typing import Any

import pytest
from django.contrib.auth.hashers import check_password

from accounts.models import User, UserEmailVerificationToken
from accounts.selectors import find_by_email
from common import clock
from tests.accounts.conftest import ADDRESS
from tests.factories.accounts import make_user
from tests.support.api import ApiClient, field_codes, problem_code
from tests.support.mail import Mailbox
from tests.support.trail import activities, auth_events, footprint, snapshots

pytestmark = pytest.mark.django_db

ANSWER = {"message": "Check your inbox. If the address can be used, a message is on its way."}


def sign_up(api: ApiClient, entry: dict[str, Any]) -> None:
    response = api.post("/auth/signup", entry)
    assert response.status_code == 202, response.content
    assert response.json() == ANSWER


def test_unknown_address(api: ApiClient, entry: dict[str, Any], mailbox: Mailbox) -> None:
    """SU-1, SU-2, SU-8: a pending account with its terms, and one mail."""
    sign_up(api, entry)
    user = User.objects.get(email=ADDRESS)
    assert (user.first_name, user.last_name, user.user_status.code) == ("Dana", "Reed", "pending")
    assert not user.is_email_verified
    assert user.onboarding_step == 1
    assert user.terms_version == "2025-10"
    assert user.terms_accepted_at is not None
    assert user.created_by_id is None
    assert user.password_hash.startswith("argon2$argon2id$")
    assert [message.subject for message in mailbox.to(ADDRESS)] == ["Confirm your e-mail address"]
    assert auth_events(email=ADDRESS) == ["SIGNUP"]
    assert activities() == ["USER_CREATED"]
    assert snapshots(user) == 1


def test_secrets_are_stored_nowhere_in_clear(api: ApiClient, entry: dict[str, Any], mailbox: Mailbox) -> None:
    """SU-3, MA-3, PW-2, AU-2."""
    from django.apps import apps

    sign_up(api, entry)
    token = mailbox.token_for(ADDRESS)
    for label in ("logging_app.EmailDelivery", "auditing.ActivityLog", "logging_app.AuthEvent"):
        rows = str(list(apps.get_model(label)._base_manager.values()))
        assert token not in rows
        assert entry["password"] not in rows
        assert "argon2" not in rows
    row = UserEmailVerificationToken.objects.get()
    assert len(row.token_hash) == 64
    assert row.expires_at - row.created_date == timedelta(hours=24)
    assert "24 hours" in mailbox.to(ADDRESS)[0].text


@pytest.mark.parametrize("status", ["pending", "locked"])
def test_unconfirmed_account_starts_anew(api: ApiClient, entry: dict[str, Any], mailbox: Mailbox, status: str) -> None:
    """SU-2: names and password replaced, earlier links dead, new mail; a lock stays."""
    sign_up(api, entry)
    old_token = mailbox.token_for(ADDRESS)
    if status == "locked":
        lock(ADDRESS)
    sign_up(api, {**entry, "firstName": "Daniela", "password": "green lantern 92"})
    user = User.objects.get(email=ADDRESS)
    assert user.first_name == "Daniela"
    assert user.user_status.code == status
    assert check_password("green lantern 92", user.password_hash)
    assert problem_code(api.post("/auth/verify-email", {"token": old_token})) == "TOKEN_INVALID"
    assert api.post("/auth/verify-email", {"token": mailbox.token_for(ADDRESS)}).status_code == 200
    assert auth_events(email=ADDRESS)[:2] == ["SIGNUP", "SIGNUP"]
    assert activities()[:2] == ["USER_CREATED", "USER_UPDATED"]


def lock(email: str) -> None:
    from accounts.models.codes import UserStatusCode
    from accounts.services.people import set_status

    user = User.objects.get(email=email)
    set_status(user, UserStatusCode.LOCKED)
    user.locked_until = clock.now() + timedelta(minutes=5)
    user.save()


@pytest.mark.parametrize("status", ["active", "locked"])
def test_known_address_changes_nothing(api: ApiClient, entry: dict[str, Any], mailbox: Mailbox, status: str) -> None:
    """SU-2: the owner is told, nothing else happens."""
    user = make_user(email=ADDRESS, first_name="Owner", status=status)
    sign_up(api, entry)
    user.refresh_from_db()
    assert user.first_name == "Owner"
    (message,) = mailbox.to(ADDRESS)
    assert message.subject == "You already have an account"
    assert any(link.endswith("/login") for link in message.links)
    assert any(link.endswith("/reset-password") for link in message.links)
    assert auth_events(email=ADDRESS) == ["SIGNUP_FAILED"]
    assert activities() == []


def test_suspended_account_gets_no_mail(api: ApiClient, entry: dict[str, Any], mailbox: Mailbox) -> None:
    """SU-2."""
    make_user(email=ADDRESS, status="suspended")
    before = footprint()
    sign_up(api, entry)
    assert footprint() == before
    assert mailbox() == []
    assert auth_events() == ["SIGNUP_FAILED"]


def test_mails_to_one_address_are_limited(
    api: ApiClient, entry: dict[str, Any], mailbox: Mailbox, set_setting: Any
) -> None:
    """SU-2: within RL limits, else none; the answer stays the same."""
    set_setting("RATE_LIMIT_SIGNUP_IP_PER_HOUR", "1000")
    make_user(email=ADDRESS)
    for _ in range(5):
        sign_up(api, entry)
    assert len(mailbox.to(ADDRESS)) == 3


def test_deleted_account_frees_its_address(api: ApiClient, entry: dict[str, Any]) -> None:
    """GEN-10."""
    make_user(email=ADDRESS, is_deleted=True, deleted_date=clock.now() + timedelta(seconds=1))
    sign_up(api, entry)
    assert find_by_email(ADDRESS) is not None
    assert User.objects.filter(email=ADDRESS).count() == 2


@pytest.mark.parametrize(
    ("change", "expected"),
    [
        ({"email": "no address"}, {"email": "email_invalid"}),
        ({"email": "a" * 250 + "@x.example"}, {"email": "too_long"}),
        ({"firstName": " ", "lastName": "x" * 101}, {"firstName": "blank", "lastName": "too_long"}),
        ({"email": "a@b_c.example"}, {"email": "email_invalid"}),
        ({"firstName": "\ufeff", "lastName": " \u200b\u3164"}, {"firstName": "blank", "lastName": "blank"}),
        ({"firstName": "Da\x00na"}, {"firstName": "invalid_characters"}),
        ({"acceptTerms": False}, {"acceptTerms": "terms_not_accepted"}),
        ({"acceptTerms": "true"}, {"acceptTerms": "wrong_type"}),
        ({"password": ""}, {"password": "blank"}),
        ({"password": "abc d1"}, {"password": "password_too_short"}),
        ({"password": "1" + "x" * 200}, {"password": "password_too_long"}),
        ({"password": "blue kettle bottle"}, {"password": "password_no_number"}),
        ({"password": "password1"}, {"password": "password_too_common"}),
        ({"password": "dana.reed1"}, {"password": "password_too_similar"}),
        ({"nickname": "D"}, {"nickname": "unknown_field"}),
    ],
)
def test_bad_input(api: ApiClient, entry: dict[str, Any], change: dict[str, Any], expected: dict[str, str]) -> None:
    """SU-1, PW-1, GEN-5: 422 per field, nothing stored, nothing counted."""
    before = footprint()
    codes = field_codes(api.post("/auth/signup", {**entry, **change}))
    assert expected.items() <= codes.items()
    if "password" not in change:
        assert codes == expected
    assert footprint() == before
    for _ in range(3):
        assert api.post("/auth/signup", entry).status_code == 202


def test_every_bad_field_is_named_at_once(api: ApiClient) -> None:
    """GEN-5."""
    body = {"email": "x", "password": "short", "firstName": "", "lastName": "", "acceptTerms": False}
    response = api.post("/auth/signup", body)
    assert set(field_codes(response)) == set(body)
    codes = [item["code"] for item in response.json()["errors"] if item["field"] == "password"]
    assert codes == ["password_too_short", "password_no_number"]


def test_missing_body(api: ApiClient) -> None:
    """Api.md section 2: required fields."""
    assert set(field_codes(api.post("/auth/signup", {})).values()) == {"required"}


def test_limit_by_address(api: ApiClient, entry: dict[str, Any]) -> None:
    """RL-1, RL-2: three valid sign-ups an hour, then 429 and nothing happens; another address goes on."""
    for number in range(3):
        response = api.post("/auth/signup", {**entry, "email": f"p{number}@x.example"})
        assert response["RateLimit-Limit"] == "3"
        assert response["RateLimit-Remaining"] == str(2 - number)
    before = footprint()
    refused = api.post("/auth/signup", entry)
    assert problem_code(refused) == "RATE_LIMIT_EXCEEDED"
    assert refused.status_code == 429
    assert 0 < int(refused["Retry-After"]) <= 3600
    assert refused.json()["retryAfter"] == int(refused["Retry-After"])
    assert refused["RateLimit-Remaining"] == "0"
    assert footprint() == before
    assert auth_events()[-1] == "RATE_LIMIT_EXCEEDED"
    assert ApiClient(ip_address="10.1.1.1").post("/auth/signup", entry).status_code == 202


def test_neutral_answers_take_neutral_time(
    api: ApiClient, entry: dict[str, Any], monkeypatch: pytest.MonkeyPatch, roomy: None
) -> None:
    """SU-2: comparable time whatever the address is."""
    import time

    from accounts.services import even_time

    monkeypatch.setitem(even_time.FLOOR_SECONDS, "signup", 0.25)
    make_user(email="known@x.example")
    make_user(email="gone@x.example", status="suspended")
    took = []
    for email in ("known@x.example", "gone@x.example", "new@x.example"):
        started = time.monotonic()
        sign_up(api, {**entry, "email": email})
        took.append(time.monotonic() - started)
    assert min(took) >= 0.25
    assert max(took) - min(took) < 0.2


def test_policy_follows_the_settings(api: ApiClient, entry: dict[str, Any], set_setting: Any) -> None:
    """PW-1."""
    set_setting("PASSWORD_MIN_LENGTH", "20")
    set_setting("PASSWORD_REQUIRE_UPPERCASE", "true")
    response = api.post("/auth/signup", entry)
    codes = {item["code"] for item in response.json()["errors"]}
    assert codes == {"password_too_short", "password_no_uppercase"}


def test_any_unicode_name_is_stored_as_typed(api: ApiClient, entry: dict[str, Any]) -> None:
    """GEN-4."""
    sign_up(api, {**entry, "firstName": "  Nguyễn ", "lastName": "O'Neill <b>;--"})
    user = User.objects.get(email=ADDRESS)
    assert (user.first_name, user.last_name) == ("Nguyễn", "O'Neill <b>;--")


@pytest.mark.parametrize("status", ["pending", "active", "suspended", None])
def test_resends_left_tell_nothing_about_an_account(
    api: ApiClient, entry: dict[str, Any], set_setting: Any, status: str | None
) -> None:
    """GEN-11, RL-1: a sign-up uses up no resend, so what is left of them does not tell which addresses are pending."""
    set_setting("RATE_LIMIT_SIGNUP_IP_PER_HOUR", "1000")
    if status is not None:
        make_user(email=ADDRESS, status=status, is_email_verified=status != "pending")
    sign_up(api, entry)
    sign_up(api, entry)
    answers = [api.post("/auth/resend-verification", {"email": ADDRESS}).status_code for _ in range(4)]
    assert answers == [202, 202, 202, 429]


def test_no_link_once_the_resends_are_used_up(
    api: ApiClient, entry: dict[str, Any], mailbox: Mailbox, set_setting: Any
) -> None:
    """SU-2: a repeated sign-up mails within the limits, else not at all."""
    set_setting("RATE_LIMIT_SIGNUP_IP_PER_HOUR", "1000")
    for _ in range(6):
        sign_up(api, entry)
    assert len(mailbox.to(ADDRESS)) == 1 + 3
    for _ in range(3):
        api.post("/auth/resend-verification", {"email": ADDRESS})
    sign_up(api, entry)
    assert len(mailbox.to(ADDRESS)) == 1 + 3 + 3


def test_an_address_that_grows_in_lower_case(api: ApiClient, entry: dict[str, Any]) -> None:
    """GEN-4, SU-1: at most 254 characters as it would be stored, else 422 and nothing stored."""
    grows = "a@" + ".".join(["\N{LATIN CAPITAL LETTER I WITH DOT ABOVE}" * 30] * 8)
    assert len(grows) <= 254 < len(grows.lower())
    before = footprint()
    assert field_codes(api.post("/auth/signup", {**entry, "email": grows})) == {"email": "too_long"}
    assert footprint() == before
