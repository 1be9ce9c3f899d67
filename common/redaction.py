"""Removal of secrets from whatever is logged (LO-4): by the name of a field, and by the shape of a text.

Names match by word: ``author`` is not ``auth``, ``monkey`` is not ``key``. Callers redact first and cut afterwards, so
that a secret cut in half is not missed.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from itertools import pairwise
from typing import Any

REDACTED = "[redacted]"
TOO_DEEP = "[too deep]"
BINARY = "[binary]"
MAX_DEPTH = 10

_SECRET_WORDS = frozenset({
    "password", "passwd", "pwd", "passphrase", "token", "secret", "authorization", "credential", "cookie", "csrf",
    "xsrf", "otpauth",
})  # fmt: skip
# Names that people and frameworks write without a boundary between the words.
_JOINED_WORDS = frozenset({
    "apikey", "privatekey", "secretkey", "signingkey", "accesskey", "accesstoken", "refreshtoken", "authtoken",
    "csrftoken", "csrfmiddlewaretoken", "xsrftoken", "sessionid", "sessid", "newpassword", "oldpassword",
    "currentpassword", "userpassword",
})  # fmt: skip
_KEY_KINDS = frozenset({"api", "private", "signing", "access", "encryption", "setup", "sealed"})
_CODE_PAIRS = frozenset({("recovery", "code"), ("recovery", "codes")})
_WORD = re.compile(r"[A-Z]+(?![a-z])|[A-Z]?[a-z]+|[0-9]+")


def words_of(name: str) -> list[str]:
    """Split a field, header or setting name into lower-case words, plural endings removed."""
    words = [word.lower() for word in _WORD.findall(name)]
    return [word[:-1] if word.endswith("s") and word[:-1] in _SECRET_WORDS | _JOINED_WORDS else word for word in words]


def is_secret_name(name: str) -> bool:
    """Whether the value under ``name`` must never be logged."""
    words = words_of(name)
    if any(word in _SECRET_WORDS or word in _JOINED_WORDS for word in words):
        return True
    pairs = list(pairwise(words))
    if words[-1:] == ["auth"] or tuple(words[-2:]) in _CODE_PAIRS:
        return True
    return any(pair == ("session", "id") or (pair[1] in {"key", "keys"} and pair[0] in _KEY_KINDS) for pair in pairs)


# ``code`` names many harmless things, and what a person types to log in.
_TYPED_CODE = re.compile(r"\s*(?:[0-9](?:[\s+-]?[0-9]){3,9}|(?:[0-9A-Za-z][\s+-]?){10})\s*")


def is_secret_value(name: str, value: str) -> bool:
    """Whether a text is a one-time or recovery code by its name and shape together."""
    return name.lower() == "code" and _TYPED_CODE.fullmatch(value) is not None


_START = r"(?:(?<![A-Za-z0-9_-])|(?<=%[0-9A-Fa-f]{2}))"
# Every pattern starts at a fixed text or at the start of a word, so that long input costs linear time.
_JWT = re.compile(_START + r"eyJ[A-Za-z0-9_-]{4,}\.[A-Za-z0-9_-]+(?:\.[A-Za-z0-9_-]*){0,3}")
_BEARER = re.compile(r"\b(bearer)(?:\s|%20|\+){1,8}[A-Za-z0-9._~+/=-]{6,}", re.IGNORECASE)
_LINK_SECRET = re.compile(
    _START + r"(?=[a-z0-9_-]{0,42}[A-Z])(?=[A-Z0-9_-]{0,42}[a-z])[A-Za-z0-9_-]{43}(?![A-Za-z0-9_-])"
)
# Keys of authenticator apps, as texts and as QR codes, and recovery codes, which all hold a digit, alone or in a file.
_OTPAUTH = re.compile(r"otpauth(?::|%3A)(?:/|%2F){2}[^\s\"'<>]+", re.IGNORECASE)
_DATA_URI = re.compile(r"data:(?:image/svg\+xml|text/plain)[^\s\"'<>]*")
_SETUP_KEY = re.compile(r"(?<![A-Za-z0-9])[A-Z2-7]{4}(?:(?:\s|</?span>){0,3}[A-Z2-7]{4}){7}(?![A-Za-z0-9])")
_RECOVERY_CODE = re.compile(
    r"(?<![A-Za-z0-9-])(?=[a-z-]{0,10}[0-9])[0-9a-hjkmnp-tv-z]{5}-[0-9a-hjkmnp-tv-z]{5}(?![A-Za-z0-9-])"
)
_DATABASE_URL = re.compile(
    r"\b(postgres(?:ql)?|mysql|mariadb|mssql|sqlserver|oracle|mongodb|rediss?|amqps?)(\+\w{1,20})?://[^\s'\"<>]{0,500}@",
    re.IGNORECASE,
)
_URL_LOGIN = re.compile(r"://[^\s/?#'\"<>:@]{0,200}:[^\s/?#'\"<>]{0,500}@")
_HEADER_LINE = re.compile(
    r"(?<![\w-])((?:proxy-)?authorization|(?:set-)?cookie)(\\*[\"']?\s{0,4}[:=]\s{0,4}\\*[\"']?)[^\r\n\"'\\]+",
    re.IGNORECASE,
)
_PAIR = re.compile(
    r"(?<![\w-])([A-Za-z][\w.-]*)(\\*[\"']?\]?\s{0,4}(?:=>|[:=])\s{0,4})"
    r"(\\+\"[^\"]*\"?|\"(?:\\.|[^\"\\])*\"?|\\+'[^']*'?|'(?:\\.|[^'\\])*'?|[^\s,;&)}\]]+)"
)
_INPUT = re.compile(r"<(?:input|meta)\b[^<>]{0,2000}>", re.IGNORECASE)
_INPUT_NAME = re.compile(r"\bname=[\"']?([\w.-]+)", re.IGNORECASE)
_INPUT_VALUE = re.compile(r"\b(value|content)=(?:\"[^\"]*\"|'[^']*'|[^\s>]+)", re.IGNORECASE)


def _redact_input(match: re.Match[str]) -> str:
    """Fields of forms carry name and value apart from each other."""
    tag = match.group()
    name = _INPUT_NAME.search(tag)
    is_secret = name is not None and (is_secret_name(name[1]) or name[1] == "code")
    return _INPUT_VALUE.sub(rf'\1="{REDACTED}"', tag) if is_secret else tag


def _redact_pair(match: re.Match[str]) -> str:
    name, separator, value = match.groups()
    is_secret = is_secret_name(name) or is_secret_value(name, value.strip("\\\"'"))
    if not is_secret or value == REDACTED[:-1]:  # the value group stops before a closing bracket
        return match.group()
    opening = re.match(r"\\*[\"']", value)
    quote = opening.group() if opening else ""
    closing = quote if quote and value.endswith(quote[-1]) and len(value) > len(quote) else ""
    return f"{name}{separator}{quote}{REDACTED}{closing}"


def redact_text(text: str) -> str:
    """Return ``text`` without JWTs, bearer values, link secrets, log-ins in URLs and values of secret names."""
    text = _HEADER_LINE.sub(rf"\1\2{REDACTED}", text)
    text = _BEARER.sub(rf"\1 {REDACTED}", text)
    text = _JWT.sub(REDACTED, text)
    text = _DATABASE_URL.sub(rf"\1\2://{REDACTED}@", text)
    text = _DATA_URI.sub(REDACTED, _OTPAUTH.sub(REDACTED, text))
    text = _RECOVERY_CODE.sub(REDACTED, _SETUP_KEY.sub(REDACTED, text))
    text = _URL_LOGIN.sub(f"://{REDACTED}@", text)
    text = _INPUT.sub(_redact_input, text)
    text = _PAIR.sub(_redact_pair, text)
    return _LINK_SECRET.sub(REDACTED, text)


def redact(value: Any, depth: int = MAX_DEPTH) -> Any:
    """Return a JSON-ready copy of ``value`` without secrets; containers nested deeper than ``depth`` are left out."""
    if value is None or isinstance(value, bool | int | float):
        return value
    if isinstance(value, str):
        return redact_text(value)
    if isinstance(value, bytes | bytearray | memoryview):
        return BINARY
    if isinstance(value, Mapping):
        return (
            TOO_DEEP
            if depth <= 0
            else {redact_text(str(key)): _member(key, item, depth) for key, item in value.items()}
        )
    if isinstance(value, list | tuple | set | frozenset):
        return TOO_DEEP if depth <= 0 else [redact(item, depth - 1) for item in value]
    return redact_text(str(value))


def _member(key: Any, value: Any, depth: int) -> Any:
    name = str(key)
    values = value if isinstance(value, list) else [value]
    if is_secret_name(name) or any(isinstance(item, str) and is_secret_value(name, item) for item in values):
        return REDACTED
    return redact(value, depth - 1)
