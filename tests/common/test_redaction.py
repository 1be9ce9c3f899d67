"""Redaction by name and by shape (LO-4)."""

from __future__ import annotations

import json
import time
from typing import Any

import jwt
import pytest
from hypothesis import given
from hypothesis import strategies as st

from common.links import issue_link_secret
from common.redaction import BINARY, REDACTED, TOO_DEEP, is_secret_name, redact, redact_text

SECRET = "hunter2-correct-horse"
TOKEN = jwt.encode({"sub": "17"}, "k" * 32, algorithm="HS256")
SECRET_NAMES = [
    "password", "newPassword", "PASSWORD", "user_passwd", "pwd", "passwords", "token", "refreshToken", "access-token",
    "csrfmiddlewaretoken", "X-CSRFToken", "csrf_token", "clientSecret", "SECRET_KEY", "apiKey", "api_key", "X-API-Key",
    "APIKey", "apikey", "private_key", "privateKeyPem", "Authorization", "Proxy-Authorization", "credential",
    "awsCredentials", "Cookie", "Set-Cookie", "session_id", "sessionId", "SESSIONID", "basic_auth", "auth",
    "setupKey", "otpauthUri", "recoveryCodes", "recovery_code", "challengeToken", "sealed_key",
]  # fmt: skip
HARMLESS_NAMES = [
    "author", "authors", "authority", "monkey", "keyboard", "settingKey", "ruleKey", "key", "sessions", "session",
    "compass", "passenger", "secretary", "tokenise", "email", "firstName", "identity", "code", "recoveryCodesLeft",
    "setup", "roleCode",
]  # fmt: skip


@pytest.mark.parametrize("name", SECRET_NAMES)
def test_lo4_secret_names(name: str) -> None:
    assert is_secret_name(name)
    assert redact({name: SECRET}) == {name: REDACTED}
    assert SECRET not in json.dumps(redact({"outer": [{name: {"value": SECRET}}]}))


@pytest.mark.parametrize("name", HARMLESS_NAMES)
def test_lo4_matching_is_by_word(name: str) -> None:
    assert not is_secret_name(name)
    assert redact({name: "plain"}) == {name: "plain"}


@pytest.mark.parametrize(
    "template",
    [
        "password={}", "password = '{}'", '"newPassword": "{}"', "{{'token': '{}'}}", "X-API-Key: {}",
        "?a=1&token={}&b=2", "Authorization: Basic {}", "Cookie: a=1; eventlead_session={}", "Pwd={};Server=db",
        "postgres://app:{}@db:5432/x",
        "redis://:{}@cache/0", "https://user:{}@host/path", '{{\\"password\\":\\"{}\\"}}', "Bearer {}", "bearer  {}",
        'body: {{"a": [{{"clientSecret":"{}"}}]}}', "client_secret => '{}'",
    ],
)  # fmt: skip
def test_lo4_secrets_in_text(template: str) -> None:
    assert SECRET not in redact_text(template.format(SECRET))


@pytest.mark.parametrize("template", ["{}", "see {} here", "/x?next={}", "Bearer%20{}", "'{}'", "{},", "({})"])
def test_lo4_tokens_by_shape(template: str) -> None:
    link = issue_link_secret("password_reset").token
    assert TOKEN not in redact_text(template.format(TOKEN))
    assert link not in redact_text(template.format(link))


ONE_TIME = ["482913", "482 913", "7k3mx-0qz9d", "7K3MX 0QZ9D", "7k3mx0qz9d", " 482913 "]
HARMLESS_CODES = ["VALIDATION_ERROR", "too_short", "AU", "NSW", "required", "company_admin", "404"]


@pytest.mark.parametrize("code", ONE_TIME)
@pytest.mark.parametrize("template", ['{{"code": "{}"}}', "code='{}'", '<input name="code" value="{}">'])
def test_lo4_typed_codes(template: str, code: str) -> None:
    """SF-9: a one-time or recovery code under its name, whole or in a text."""
    assert code not in redact_text(template.format(code))
    assert redact({"code": code}) == {"code": REDACTED}
    assert redact({"code": [code]}) == {"code": REDACTED}


@pytest.mark.parametrize("code", HARMLESS_CODES)
def test_lo4_other_codes_stay(code: str) -> None:
    assert redact({"code": code}) == {"code": code}
    assert redact_text(f'{{"code": "{code}"}}') == f'{{"code": "{code}"}}'


@pytest.mark.parametrize(
    "secret",
    [
        "JBSWY3DPEHPK3PXPJBSWY3DPEHPK3PXP",
        "JBSW Y3DP EHPK 3PXP JBSW Y3DP EHPK 3PXP",
        "otpauth://totp/EventLead:dana%40x.example?secret=JBSWY3DPEHPK3PXP&issuer=EventLead",
        "7k3mx-0qz9d",
        "data:image/svg+xml;charset=utf-8,%3Csvg%20d%3D%27M0%200%27%2F%3E",
        "data:text/plain;charset=utf-8,Codes%0A7k3mx-0qz9d%0A",
        "</span><span>".join(["JBSW", "Y3DP", "EHPK", "3PXP"] * 2),
    ],
)
@pytest.mark.parametrize("template", ["{}", "<li>{}</li>", 'src="{}"', "see {} here", "'{}',"])
def test_lo4_factor_secrets_by_shape(template: str, secret: str) -> None:
    """SF-9: on a page that shows them once."""
    assert secret not in redact_text(template.format(secret))


def test_lo4_ordinary_text_stays() -> None:
    text = "The author Anna O'Neil met at https://example.org:8000/a?b=c and wrote to anna@example.org about keys."
    assert redact_text(text) == text


def test_lo4_redaction_twice_changes_nothing_more() -> None:
    once = redact_text(f'password={SECRET} "token": "{TOKEN}" postgres://a:{SECRET}@h/d Cookie: x={SECRET}')
    assert redact_text(once) == once


def nested(levels: int, value: Any) -> Any:
    for _ in range(levels):
        value = {"inner": value}
    return value


def test_lo4_depth_ten_is_read_and_deeper_is_left_out() -> None:
    assert SECRET not in json.dumps(redact(nested(9, {"password": SECRET, "name": "x"})))
    assert json.dumps(redact(nested(9, {"name": "visible"}))).count("visible") == 1
    assert TOO_DEEP in json.dumps(redact(nested(10, {"name": "hidden"})))


def test_lo4_binary_is_noted() -> None:
    assert redact({"file": b"\x00\x01"}) == {"file": BINARY}


LEAVES = (
    st.none()
    | st.booleans()
    | st.integers()
    | st.text(max_size=20)
    | st.floats(allow_nan=False)
    | st.binary(max_size=4)
)
VALUES = st.recursive(
    LEAVES, lambda inner: st.lists(inner, max_size=4) | st.dictionaries(st.text(max_size=8), inner, max_size=4)
)


@given(value=VALUES, name=st.sampled_from(SECRET_NAMES), where=st.lists(st.sampled_from(["list", "map"]), max_size=8))
def test_lo4_a_secret_under_a_secret_name_never_survives(value: Any, name: str, where: list[str]) -> None:
    subject: Any = {name: SECRET, "beside": value}
    for kind in where:
        subject = [subject] if kind == "list" else {"x": subject}
    assert SECRET not in json.dumps(redact(subject))


@given(before=st.text(max_size=30), after=st.text(max_size=30))
def test_lo4_a_jwt_never_survives_in_text(before: str, after: str) -> None:
    assert TOKEN not in redact_text(f"{before} {TOKEN} {after}")


@given(VALUES)
def test_lo4_the_result_is_json(value: Any) -> None:
    json.dumps(redact(value))


@pytest.mark.parametrize("unit", ["a", "eyJ", "token=", "postgres://", "://a:", "bearer ", "\\", '"', "A-", "password"])
def test_lo4_long_input_takes_linear_time(unit: str) -> None:
    started = time.perf_counter()
    redact_text(unit * (200_000 // len(unit)))
    assert time.perf_counter() - started < 3


@pytest.mark.parametrize(
    "tag",
    [
        '<input type="hidden" name="csrfmiddlewaretoken" value="hunter2">',
        "<input value='hunter2' type=hidden name='token'/>",
        '<meta name="csrf-token" content="hunter2">',
    ],
)
def test_fields_of_forms(tag: str) -> None:
    """LO-4: pages that are captured show no token of theirs."""
    assert "hunter2" not in redact_text(f"<form>{tag}</form>")


def test_other_fields_stay() -> None:
    """LO-4: matching is by word."""
    page = '<input name="author" value="Anna"><meta name="description" content="EventLead">'
    assert redact_text(page) == page
