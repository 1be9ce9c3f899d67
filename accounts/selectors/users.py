"""Reads of people."""

from __future__ import annotations

from datetime import datetime, timedelta

from django.db.models import QuerySet

from accounts.models import User
from accounts.models.codes import UserStatusCode
from common import clock
from common.db.prepared import PreparedRead
from reference.selectors import lookup
from settings_app.selectors import get_int


def people() -> QuerySet[User]:
    """Live accounts with status, role, country and language loaded."""
    queryset: QuerySet[User] = User.objects.filter(is_deleted=False)
    return queryset.select_related("user_status", "user_role", "country", "preferred_language")


def find_by_email(email: str) -> User | None:
    """Return the live account with that address, in whatever case it is written (invariant 1)."""
    return only_person(_BY_EMAIL(User.normalize_username(email)))


def find_credentials(email: str) -> User | None:
    """As ``find_by_email`` with the hash of the password alone: a log-in reads the rest when it locks the person."""
    return next(iter(_CREDENTIALS(User.normalize_username(email))), None)


def get_user(user_id: int) -> User | None:
    """Return a live account by key, or None."""
    return only_person(_BY_KEY(user_id))


# Every request of a person asks one of these.
_BY_EMAIL = PreparedRead(lambda email: User.objects.filter(email=email, is_deleted=False))
_CREDENTIALS = PreparedRead(lambda email: User.objects.filter(email=email, is_deleted=False).only("password_hash"))
_BY_KEY = PreparedRead(lambda key: User.objects.filter(pk=key, is_deleted=False))


def only_person(found: list[User]) -> User | None:
    """The one live account that was found, or None, with what ``people`` loads.

    Status, role, country and language come from the memory of the process: four joins would cost more than the rest.
    """
    if not found:
        return None
    user = found[0]
    user.user_status = lookup("UserStatus", user.user_status_id)
    user.user_role = lookup("UserRole", user.user_role_id)
    user.country = lookup("Country", user.country_id) if user.country_id else None
    language = user.preferred_language_id
    user.preferred_language = lookup("Language", language) if language else None
    return user


def status_code(user: User) -> UserStatusCode:
    """Stored status of a person."""
    return UserStatusCode(lookup("UserStatus", user.user_status_id).code)


def effective_status(user: User, now: datetime | None = None) -> UserStatusCode:
    """Status as everybody sees it: a lock past its time counts as ended (LK-2)."""
    status = status_code(user)
    if status is UserStatusCode.LOCKED and not user.is_lock_in_force(now or clock.now()):
        return status_behind_lock(user)
    return status


def status_behind_lock(user: User) -> UserStatusCode:
    """Status that a locked account returns to (invariant 29)."""
    return UserStatusCode.ACTIVE if user.is_email_verified else UserStatusCode.PENDING


def is_unproven(user: User) -> bool:
    """Whether nobody has confirmed the address and sign-up may start again: pending, or locked while pending (SU-2)."""
    return not user.is_email_verified and status_code(user) in (UserStatusCode.PENDING, UserStatusCode.LOCKED)


def is_sign_up_open(email: str) -> bool:
    """Whether an invited person with that address chooses a password instead of logging in (IN-7): SU-2 replaces it."""
    user = find_by_email(email)
    return user is None or is_unproven(user)


def password_expires_at(user: User) -> datetime | None:
    """Instant from which the password must be changed at the next login; None while expiry is off (PW-4)."""
    days = get_int("PASSWORD_EXPIRY_DAYS")
    if days <= 0:
        return None
    return (user.last_password_change or user.created_date) + timedelta(days=days)


def is_password_expired(user: User, now: datetime) -> bool:
    """Whether PW-4 bars the login at ``now``."""
    expires_at = password_expires_at(user)
    return expires_at is not None and now >= expires_at
