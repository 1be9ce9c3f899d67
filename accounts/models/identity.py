"""What Django's authentication framework expects of a user, on the columns that dbo.User has.

Django's own AbstractBaseUser would bring the columns password and last_login; this mixin brings the behaviour only.
"""

from __future__ import annotations

import secrets
from collections.abc import Iterator
from typing import ClassVar

from django.conf import settings
from django.contrib.auth.hashers import check_password, is_password_usable, make_password
from django.utils.crypto import salted_hmac

_SESSION_SALT = "accounts.User.session_token"


def new_session_stamp() -> str:
    """Return a random stamp for User.SessionToken (64 hex digits)."""
    return secrets.token_hex(32)


class SignInIdentity:
    """Password, session stamp and back-office rights of a user."""

    USERNAME_FIELD = "email"
    EMAIL_FIELD = "email"
    REQUIRED_FIELDS: ClassVar[list[str]] = ["first_name", "last_name"]

    # Django stores the last sign-in itself only where this is a model field; the sign-in service writes LastLoginDate.
    last_login = None

    email: str
    password_hash: str
    session_token: str

    @property
    def is_authenticated(self) -> bool:
        return True

    @property
    def is_anonymous(self) -> bool:
        return False

    def get_username(self) -> str:
        return self.email

    def natural_key(self) -> tuple[str]:
        return (self.email,)

    @classmethod
    def get_email_field_name(cls) -> str:
        return cls.EMAIL_FIELD

    @classmethod
    def normalize_username(cls, username: str) -> str:
        """Return an address in its stored form: trimmed, lower case (invariant 1)."""
        return username.strip().lower()

    @property
    def password(self) -> str:
        """The stored hash under the name that Django's forms and token generators use."""
        return self.password_hash

    @password.setter
    def password(self, encoded: str) -> None:
        self.password_hash = encoded

    def set_password(self, raw_password: str | None) -> None:
        """Hash ``raw_password`` into PasswordHash without saving; None makes it unusable."""
        self.password_hash = make_password(raw_password)

    def set_unusable_password(self) -> None:
        self.set_password(None)

    def has_usable_password(self) -> bool:
        return is_password_usable(self.password_hash)

    def check_password(self, raw_password: str) -> bool:
        """Tell whether ``raw_password`` is right; a hash with outdated parameters is renewed and stored at once."""
        return check_password(raw_password, self.password_hash, self._store_upgraded_hash)

    def store_password_hash(self) -> None:
        """Save PasswordHash alone; each user model says how."""
        raise NotImplementedError

    def _store_upgraded_hash(self, raw_password: str) -> None:
        self.set_password(raw_password)
        self.store_password_hash()

    def renew_session_stamp(self) -> None:
        """Set a new SessionToken without saving; saving it ends every browser session (invariant 31)."""
        self.session_token = new_session_stamp()

    def get_session_auth_hash(self) -> str:
        """Return the keyed hash of the session stamp that a browser session stores."""
        return self._session_hash(None)

    def get_session_auth_fallback_hash(self) -> Iterator[str]:
        """Yield the hashes under the former secret keys, for key rotation."""
        for former in settings.SECRET_KEY_FALLBACKS:
            yield self._session_hash(former)

    def _session_hash(self, secret: str | bytes | None) -> str:
        return salted_hmac(_SESSION_SALT, self.session_token, secret=secret, algorithm="sha256").hexdigest()
