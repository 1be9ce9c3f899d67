"""Second factors of people: what is set up, and who asks for it (SF-1, SF-5, SF-8)."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from django.conf import settings

from accounts.models import User, UserAuthenticator, UserPasskey, UserRecoveryCode
from accounts.models.codes import UserRoleCode
from accounts.selectors.users import get_user
from common.tenancy import system_scope
from companies.selectors import companies_requiring_second_factor
from reference.selectors import lookup

PLATFORM = "platform"
TOTP, PASSKEY, RECOVERY = "totp", "passkey", "recovery"


@dataclass(frozen=True, slots=True)
class SecondFactorStatus:
    """What a person has set up; ``required_by`` names ``platform`` and the ids of companies that insist on it."""

    is_enabled: bool
    enabled_since: datetime | None
    has_authenticator: bool
    passkey_count: int
    recovery_codes_left: int
    required_by: tuple[str | int, ...]

    @property
    def is_required(self) -> bool:
        return bool(self.required_by)


def status_of(user_id: int) -> SecondFactorStatus:
    """Describe the second factor of a person; nothing of somebody who is gone."""
    user = get_user(user_id)
    since = user.second_factor_since if user is not None else None
    return SecondFactorStatus(
        is_enabled=since is not None,
        enabled_since=since,
        has_authenticator=has_authenticator(user_id),
        passkey_count=passkey_count(user_id),
        recovery_codes_left=recovery_codes_left(user_id),
        required_by=required_by(user) if user is not None else (),
    )


def has_authenticator(user_id: int) -> bool:
    """Whether a confirmed authenticator app is there; one being set up does not count."""
    rows = UserAuthenticator.objects.alive().filter(user_id=user_id, confirmed_at__isnull=False)
    return bool(rows.exists())


def passkey_count(user_id: int) -> int:
    """How many passkeys the person has."""
    return int(UserPasskey.objects.alive().filter(user_id=user_id).count())


def recovery_codes_left(user_id: int) -> int:
    """How many recovery codes can still be used."""
    return int(UserRecoveryCode.objects.alive().filter(user_id=user_id, used_at__isnull=True).count())


def methods_of(user_id: int) -> list[str]:
    """By what the person can answer at a log-in."""
    present = {
        TOTP: has_authenticator(user_id),
        PASSKEY: passkey_count(user_id) > 0,
        RECOVERY: recovery_codes_left(user_id) > 0,
    }
    return [method for method, is_there in present.items() if is_there]


def required_by(user: User) -> tuple[str | int, ...]:
    """Who insists on a second factor of a person."""
    is_staff = lookup("UserRole", user.user_role_id).code == UserRoleCode.SYSTEM_ADMIN
    platform = (PLATFORM,) if is_staff and settings.SECOND_FACTOR_STAFF_REQUIRED else ()
    with system_scope("accounts.selectors.second_factors.required_by"):
        return (*platform, *companies_requiring_second_factor(user.pk))
