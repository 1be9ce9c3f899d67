"""Shared entries of the account tests."""

from __future__ import annotations

from typing import Any

import pytest

from settings_app import selectors

SIGNUP = {
    "email": "Dana.Reed@harbourline.example",
    "password": "blue kettle 47",
    "firstName": "Dana",
    "lastName": "Reed",
    "acceptTerms": True,
}
ADDRESS = "dana.reed@harbourline.example"
PASSWORD = "blue kettle 47"


@pytest.fixture
def entry() -> dict[str, Any]:
    """A valid body of sign-up."""
    return dict(SIGNUP)


@pytest.fixture
def set_setting(db: None) -> Any:
    """Change a setting for the test: ``set_setting("PASSWORD_EXPIRY_DAYS", "0")``."""
    from django.apps import apps

    def change(key: str, value: str) -> None:
        model = apps.get_model("settings_app", "AppSetting")
        model._default_manager.filter(setting_key=key).update(setting_value=value)
        selectors.invalidate()

    return change


@pytest.fixture
def roomy(set_setting: Any) -> None:
    """Limits that do not get in the way."""
    for key in (
        "RATE_LIMIT_SIGNUP_IP_PER_HOUR",
        "RATE_LIMIT_LOGIN_PER_MINUTE",
        "RATE_LIMIT_LOGIN_IP_PER_MINUTE",
        "RATE_LIMIT_MAIL_REQUEST_PER_HOUR",
    ):
        set_setting(key, "1000")
