"""Access tokens (SE-2, SE-3, SE-10)."""

from __future__ import annotations

import uuid
import warnings
from datetime import timedelta
from typing import Any

import jwt
import pytest
import redis
import time_machine
from django.conf import settings

from accounts.models import User
from accounts.services import access_state
from common import clock, shared_store
from reference.selectors import code_id
from tests.factories.accounts import make_user
from tests.support.api import ApiClient, problem_code
from tests.support.sessions import session_of

pytestmark = pytest.mark.django_db


def claims_of(token: str) -> dict[str, Any]:
    claims: dict[str, Any] = jwt.decode(token, settings.JWT_SIGNING_KEY, algorithms=["HS256"])
    return claims


def signed(claims: dict[str, Any], key: str | None = None, algorithm: str = "HS256") -> str:
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")  # the library finds the key short for the longer digests
        return jwt.encode(claims, key or settings.JWT_SIGNING_KEY, algorithm=algorithm)


@pytest.fixture
def user(db: None) -> User:
    return make_user()


@pytest.fixture
def token(user: User) -> str:
    return session_of(user).access_token


def code_for(api: ApiClient, token: str) -> str:
    response = api.get("/auth/me", token=token)
    assert response.status_code == 401, response.content
    assert response["WWW-Authenticate"] == "Bearer"
    return problem_code(response)


def test_claims_are_exactly_the_documented_ones(user: User, token: str) -> None:
    """SE-2, api.md section 1: no company, so no company claims."""
    claims = claims_of(token)
    assert set(claims) == {"sub", "email", "sysRole", "sid", "atv", "iat", "exp", "jti"}
    assert claims["sub"] == str(user.pk)
    assert claims["exp"] - claims["iat"] == 900
    assert claims["sysRole"] == "company_user"
    assert str(uuid.UUID(claims["sid"])) == claims["sid"]
    assert jwt.get_unverified_header(token)["alg"] == "HS256"


def test_life_follows_the_setting(user: User, set_setting: Any) -> None:
    """SE-2: expiresIn is derived from the same setting."""
    set_setting("ACCESS_TOKEN_EXPIRY_MINUTES", "5")
    issued = session_of(user)
    claims = claims_of(issued.access_token)
    assert claims["exp"] - claims["iat"] == issued.expires_in == 300


def test_expired(api: ApiClient, token: str) -> None:
    """SE-10: a genuine token past its time; no leeway."""
    with time_machine.travel(clock.now() + timedelta(minutes=15, seconds=1)):
        assert code_for(api, token) == "ACCESS_TOKEN_EXPIRED"


def test_other_key_and_algorithms(api: ApiClient, token: str) -> None:
    """SE-2: algorithm and key are pinned."""
    claims = claims_of(token)
    forged = [
        signed(claims, key="another-key-of-at-least-32-characters!"),
        signed(claims, algorithm="HS384"),
        signed(claims, algorithm="HS512"),
        jwt.encode(claims, None, algorithm="none"),
        token[:-2] + ("AA" if token[-2:] != "AA" else "BB"),
        token + "x",
        token.split(".")[0],
        "not.a.token",
    ]
    for text in forged:
        assert code_for(api, text) == "ACCESS_TOKEN_INVALID", text


def test_expired_with_a_bad_signature_is_invalid(api: ApiClient, token: str) -> None:
    """Only a genuine token is told that it is late."""
    late = {**claims_of(token), "exp": 1}
    assert code_for(api, signed(late, key="another-key-of-at-least-32-characters!")) == "ACCESS_TOKEN_INVALID"
    assert code_for(api, signed(late)) == "ACCESS_TOKEN_EXPIRED"


@pytest.mark.parametrize(
    "change",
    [
        {"sub": "999999"},
        {"sub": "abc"},
        {"sub": "1; DROP"},
        {"sid": str(uuid.uuid4())},
        {"sid": "x"},
        {"atv": 2},
        {"atv": "1"},
        {"sysRole": "system_admin"},
        {"companyId": 1, "companyRole": "company_admin"},
        {"companyId": 1},
        {"companyRole": "company_admin"},
        {"companyId": "1", "companyRole": "company_admin"},
        {"extra": 1},
        {"jti": None},
    ],
)
def test_claims_that_do_not_hold(api: ApiClient, token: str, change: dict[str, Any]) -> None:
    """SE-3: even a well-signed token is checked against the session, the person and the membership."""
    claims = {k: v for k, v in {**claims_of(token), **change}.items() if v is not None}
    assert code_for(api, signed(claims)) == "ACCESS_TOKEN_INVALID"


@pytest.mark.parametrize("missing", ["sub", "email", "sysRole", "sid", "atv", "iat", "exp", "jti"])
def test_missing_claims(api: ApiClient, token: str, missing: str) -> None:
    claims = claims_of(token)
    del claims[missing]
    assert code_for(api, signed(claims)) == "ACCESS_TOKEN_INVALID"


def test_clock_skew(api: ApiClient, token: str) -> None:
    """Section 26: 60 seconds of skew are tolerated for the time of issue, more is not."""
    claims, now = claims_of(token), int(clock.now().timestamp())
    assert api.get("/auth/me", token=signed({**claims, "iat": now + 50})).status_code == 200
    assert code_for(api, signed({**claims, "iat": now + 120})) == "ACCESS_TOKEN_INVALID"


def test_refresh_token_is_no_access_token(api: ApiClient, user: User) -> None:
    """SE-10."""
    assert code_for(api, session_of(user).refresh_token) == "ACCESS_TOKEN_INVALID"


@pytest.mark.parametrize("header", ["Basic abc", "Bearer", "Bearer ", "bearer x y", "Token x", "abc"])
def test_other_schemes(api: ApiClient, header: str) -> None:
    """SE-10."""
    response = api.get("/auth/me", Authorization=header)
    assert (response.status_code, problem_code(response)) == (401, "ACCESS_TOKEN_INVALID")


@pytest.mark.parametrize("change", ["suspended", "deleted", "erased"])
def test_person_is_gone(api: ApiClient, user: User, token: str, change: str) -> None:
    """SE-3: a change is seen as soon as it is announced."""
    assert api.get("/auth/me", token=token).status_code == 200
    values: dict[str, Any] = {
        "suspended": {"user_status_id": code_id("UserStatus", "suspended")},
        "deleted": {"is_deleted": True, "deleted_date": clock.now()},
        "erased": {"erased_at": clock.now()},
    }[change]
    User.objects.filter(pk=user.pk).update(**values)
    access_state.forget(user.pk)
    assert code_for(api, token) == "ACCESS_TOKEN_INVALID"


def test_cache_lives_thirty_seconds_at_most(api: ApiClient, user: User, token: str) -> None:
    """SE-3: a revoked right never works longer, even when nobody drops the cache."""
    start = clock.now()
    with time_machine.travel(start, tick=False):
        assert api.get("/auth/me", token=token).status_code == 200
    User.objects.filter(pk=user.pk).update(access_token_version=7)
    with time_machine.travel(start + timedelta(seconds=29), tick=False):
        assert api.get("/auth/me", token=token).status_code == 200
    with time_machine.travel(start + timedelta(seconds=31), tick=False):
        assert code_for(api, token) == "ACCESS_TOKEN_INVALID"


def test_without_redis_every_request_reads_the_database(
    api: ApiClient, user: User, token: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    """SE-3, section 26: sign-in goes on while Redis is down, and a revocation holds at once."""

    def refuse() -> Any:
        raise redis.ConnectionError("refused")

    monkeypatch.setattr(shared_store, "client", refuse)
    assert api.get("/auth/me", token=token).status_code == 200
    User.objects.filter(pk=user.pk).update(access_token_version=7)
    assert code_for(api, token) == "ACCESS_TOKEN_INVALID"


def test_checks_are_cached(api: ApiClient, token: str, django_assert_max_num_queries: Any) -> None:
    """SE-3: a light request asks the database nothing about the token."""
    from accounts.services import access_tokens

    access_tokens.verify(token)
    with django_assert_max_num_queries(0):
        access_tokens.verify(token)


def test_cors_headers_on_refusals(api: ApiClient) -> None:
    """SE-10: all 401s carry CORS headers."""
    from django.test import override_settings

    with override_settings(CORS_ALLOWED_ORIGINS=["https://app.example"]):
        response = ApiClient().get("/auth/me", Origin="https://app.example")
    assert response.status_code == 401
    assert response["Access-Control-Allow-Origin"] == "https://app.example"
    assert response["Access-Control-Allow-Credentials"] == "true"


def test_own_origin_is_allowed(api: ApiClient) -> None:
    """api.md section 4: the product's own origin is always among the allowed ones, without being configured."""
    from django.conf import settings

    for origin, allowed in ((settings.PUBLIC_ORIGIN, settings.PUBLIC_ORIGIN), ("https://elsewhere.example", None)):
        assert ApiClient().get("/config", Origin=origin).headers.get("Access-Control-Allow-Origin") == allowed
