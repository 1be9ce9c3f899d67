"""People."""

from __future__ import annotations

import secrets
from datetime import timedelta
from typing import Any

import factory
from django.contrib.auth.hashers import make_password

from accounts.models import User, UserPasskey
from accounts.models.identity import new_session_stamp
from common import clock
from common.links import hash_token
from reference.selectors.lookups import code_id

PASSWORD = "blue kettle 47"


class UserFactory(factory.django.DjangoModelFactory):
    """An active, verified person whose onboarding is complete; ``password`` and ``status`` as wished.

    ``UserFactory(status="locked", locked_until=…)``, ``UserFactory(role="system_admin")``,
    ``UserFactory(status="pending")`` (unverified), ``UserFactory(is_onboarding_complete=False)``.
    """

    class Meta:
        model = User
        skip_postgeneration_save = True

    class Params:
        status = "active"
        role = "company_user"
        password = PASSWORD

    email = factory.Sequence(lambda n: f"person{n}@people.example")
    first_name = "Robin"
    last_name = factory.Sequence(lambda n: f"Person{n}")
    password_hash = factory.LazyAttribute(lambda o: make_password(o.password))
    session_token = factory.LazyFunction(new_session_stamp)
    user_status_id = factory.LazyAttribute(lambda o: code_id("UserStatus", o.status))
    user_role_id = factory.LazyAttribute(lambda o: code_id("UserRole", o.role))
    country_id = factory.LazyFunction(lambda: code_id("Country", "AU"))
    is_email_verified = factory.LazyAttribute(lambda o: o.status != "pending")
    email_verified_at = factory.LazyAttribute(lambda o: clock.now() if o.is_email_verified else None)
    is_locked = factory.LazyAttribute(lambda o: o.status == "locked")
    locked_until = factory.LazyAttribute(lambda o: clock.now() + timedelta(minutes=15) if o.is_locked else None)
    last_password_change = factory.LazyFunction(clock.now)
    is_onboarding_complete = factory.LazyAttribute(lambda o: o.status == "active")
    onboarding_step = factory.LazyAttribute(lambda o: 3 if o.is_onboarding_complete else 1)
    terms_accepted_at = factory.LazyFunction(clock.now)
    terms_version = "2025-10"


def make_user(**values: Any) -> User:
    """Typed short form of ``UserFactory``."""
    user: User = UserFactory(**values)
    return user


def make_passkey(user: User, **values: Any) -> UserPasskey:
    """A passkey that lists show; what signs for a real one is ``tests.support.authenticator``."""
    handle = secrets.token_urlsafe(16)
    columns = {
        "passkey_name": "Phone",
        "credential_handle": handle,
        "credential_hash": hash_token(handle),
        "public_key": "none",
    }
    row: UserPasskey = UserPasskey.objects.create(user=user, **columns | values)
    return row
