"""What the product refuses to start with in production (SE-2, SE-9, MA-5, section 26)."""

from __future__ import annotations

import os
import subprocess
import sys

import pytest

SECRETS = (
    *("SECRET_KEY", "JWT_SIGNING_KEY", "LINK_SIGNING_KEY", "IP_HASH_KEY", "AUDIT_DIGEST_KEY"),
    "SECOND_FACTOR_KEY",
)
GOOD = {"EVENTLEAD_ENV": "production", "PUBLIC_ORIGIN": "https://app.example.com", "EMAIL_TRANSPORT": "smtp"} | {
    name: f"{name.lower()}-0123456789abcdefghijklmnop" for name in SECRETS
}
_BREACHED = "BREACHED_PASSWORDS_URL"
_SHOW = "import config.settings as s; print(s.SESSION_COOKIE_SECURE, s.CSRF_COOKIE_SECURE, s.DEBUG, s.IS_DEVELOPMENT)"


def start(show: str = _SHOW, **changes: str) -> subprocess.CompletedProcess[str]:
    """Read the settings in a process of their own."""
    kept = {name: os.environ[name] for name in ("PATH", "PYTHONPATH", "HOME") if name in os.environ}
    return subprocess.run(
        [sys.executable, "-c", show], env={**kept, **GOOD, **changes}, capture_output=True, text=True, check=False
    )


def test_production_cookies_are_secure() -> None:
    """SE-9."""
    assert start().stdout.split() == ["True", "True", "False", "False"]


@pytest.mark.parametrize(
    ("change", "named"),
    [
        ({"PUBLIC_ORIGIN": "http://app.example.com"}, "PUBLIC_ORIGIN"),
        ({"EMAIL_TRANSPORT": "catcher"}, "EMAIL_TRANSPORT"),
        ({"JWT_SIGNING_KEY": "short"}, "JWT_SIGNING_KEY"),
        ({"ARGON2_MEMORY_KIB": "19455"}, "ARGON2_MEMORY_KIB"),
        ({"ARGON2_TIME_COST": "1", "ARGON2_MEMORY_KIB": "40000"}, "ARGON2_MEMORY_KIB"),
        ({"ARGON2_TIME_COST": "0"}, "ARGON2_TIME_COST"),
        ({_BREACHED: "http://mirror.example"}, _BREACHED),
        ({_BREACHED: "api.pwnedpasswords.com"}, _BREACHED),
        ({"JWT_SIGNING_KEY": "development-only-jwt_signing_key-0123456789abcdef"}, "JWT_SIGNING_KEY"),
    ],
)
def test_production_refuses_what_is_unsafe(change: dict[str, str], named: str) -> None:
    """SE-2, SE-9, MA-5, PW-1, PW-2: no open line, no mailbox that sends nothing, no weak secret, no cheap hash."""
    refused = start(**change)
    assert refused.returncode != 0
    assert "ImproperlyConfigured" in refused.stderr
    assert named in refused.stderr.splitlines()[-1]


@pytest.mark.parametrize(
    ("change", "asked"),
    [
        ({}, "https://api.pwnedpasswords.com"),
        ({_BREACHED: " https://mirror.example/passwords/ "}, "https://mirror.example/passwords"),
        ({_BREACHED: ""}, ""),
        ({"EVENTLEAD_ENV": "development"}, ""),
        ({"EVENTLEAD_ENV": "test", _BREACHED: "http://127.0.0.1:9/"}, "http://127.0.0.1:9"),
    ],
)
def test_who_is_asked_about_breached_passwords(change: dict[str, str], asked: str) -> None:
    """PW-1: in production the public service, unless another one, or nobody, is named."""
    started = start("import config.settings as s; print(s.BREACHED_PASSWORDS_URL)", **change)
    assert started.stdout.strip() == asked, started.stderr
