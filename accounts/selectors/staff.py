"""People as staff see them (api.md section 9)."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import asdict, dataclass
from datetime import datetime

from django.db.models import Q, QuerySet

from accounts.models import User
from accounts.models.codes import UserStatusCode
from accounts.selectors.profiles import UserView, describe_user
from accounts.selectors.users import people
from common import clock
from common.backoffice.searching import matching
from companies.selectors import PersonMembership, memberships_of_people
from reference.selectors import code_id


@dataclass(frozen=True, slots=True)
class StaffUserView(UserView):
    """The fields of User, the lock as it is in force, and the companies."""

    is_locked: bool
    locked_until: datetime | None
    locked_reason: str | None
    failed_login_attempts: int
    companies: list[PersonMembership]


def search_people(email: str | None = None, status_code: str | None = None, is_closed: bool = False) -> QuerySet[User]:
    """Accounts, the newest first, whose address begins with ``email`` and whose status is the one in force.

    Live ones, or those that their owners have closed.
    """
    rows = (closed_people() if is_closed else people()).order_by("-pk")
    condition = matching(User, ("email__startswith",), email or "")
    if condition is not None:
        rows = rows.filter(condition)
    return rows if status_code is None else rows.filter(_in_status(UserStatusCode(status_code)))


def closed_people() -> QuerySet[User]:
    """Accounts that can be reopened: closed and not erased."""
    rows: QuerySet[User] = User.objects.filter(is_deleted=True, erased_at__isnull=True)
    return rows.select_related("user_status", "user_role", "country", "preferred_language")


def _in_status(status: UserStatusCode) -> Q:
    """A lock past its time counts as ended (LK-2)."""
    stored, lapsed = Q(user_status_id=code_id("UserStatus", status)), Q(is_locked=True, locked_until__lte=clock.now())
    if status is UserStatusCode.LOCKED:
        return stored & ~lapsed
    if status is UserStatusCode.SUSPENDED:
        return stored
    return stored | (lapsed & Q(is_email_verified=status is UserStatusCode.ACTIVE))


def describe_people(users: Iterable[User]) -> list[StaffUserView]:
    """Describe people with one query for the companies of all of them."""
    rows = list(users)
    companies = memberships_of_people([user.pk for user in rows])
    return [_describe(user, companies.get(user.pk, [])) for user in rows]


def describe_person(user: User) -> StaffUserView:
    """Describe one person."""
    return describe_people([user])[0]


def _describe(user: User, companies: list[PersonMembership]) -> StaffUserView:
    is_locked = user.is_lock_in_force(clock.now())
    return StaffUserView(
        **asdict(describe_user(user)),
        is_locked=is_locked,
        locked_until=user.locked_until if is_locked else None,
        locked_reason=user.locked_reason if is_locked else None,
        failed_login_attempts=user.failed_login_attempts,
        companies=companies,
    )
