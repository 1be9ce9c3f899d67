"""What every action of staff on an account goes through (PM-2 to PM-4, section 23)."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager

from accounts.models import User
from accounts.models.codes import UserRoleCode, UserStatusCode
from accounts.selectors.users import effective_status, people
from accounts.services.people import lock_user, role_code
from auditing.services import business_transaction
from common import clock
from common.actors import Actor
from common.locks import transaction_lock
from common.permissions import Permission, has_permission
from common.problems import FieldErrors, Problem
from common.reasons import check_reason
from reference.selectors import code_id

_MISSING_REASON = "Say why, for example: reported by the owner on the phone."


def one_staff_action_at_a_time() -> None:
    """Two administrators who act on each other would wait for each other's rows for ever; taken before any row."""
    transaction_lock("staff actions")


def checked_reason(
    reason: str, actor: Actor, permission: Permission = Permission.USERS_MANAGE, errors: FieldErrors | None = None
) -> str:
    """The reason of an action of staff as it is kept.

    Raises:
        ValidationFailed: ``reason`` (required, too_long), and what ``errors`` holds already.
        Problem: INSUFFICIENT_PERMISSIONS.
    """
    if not has_permission(actor, permission, None):
        raise Problem("INSUFFICIENT_PERMISSIONS")
    errors = FieldErrors() if errors is None else errors
    text = check_reason(reason, errors, _MISSING_REASON)
    errors.raise_if_any()
    return text


@contextmanager
def staff_action(
    *,
    user_id: int,
    reason: str,
    actor: Actor,
    permission: Permission = Permission.USERS_MANAGE,
    errors: FieldErrors | None = None,
) -> Iterator[tuple[User, str]]:
    """Open the transaction of an action of staff: the locked account, and the reason as it is kept.

    Raises:
        ValidationFailed: ``reason`` (required, too_long), and what ``errors`` holds already.
        Problem: INSUFFICIENT_PERMISSIONS, NOT_FOUND, SELF_CHANGE_FORBIDDEN.
    """
    text = checked_reason(reason, actor, permission, errors)
    with business_transaction(actor, text):
        one_staff_action_at_a_time()
        user = lock_user(user_id)
        if user is None:
            raise Problem("NOT_FOUND", "There is no such user.")
        if user.pk == actor.user_id:
            raise Problem("SELF_CHANGE_FORBIDDEN")
        yield user, text


def require_other_system_admin(user: User) -> None:
    """Refuse to take away the last active system administrator (PM-4); others pass.

    Inside ``staff_action``, or after ``one_staff_action_at_a_time``: of two administrators who act on each other one
    remains.

    Raises:
        Problem: LAST_SYSTEM_ADMIN.
    """
    if role_code(user) != UserRoleCode.SYSTEM_ADMIN:
        return
    now = clock.now()
    others = people().filter(user_role_id=code_id("UserRole", UserRoleCode.SYSTEM_ADMIN)).exclude(pk=user.pk)
    if not any(effective_status(other, now) is UserStatusCode.ACTIVE for other in others):
        raise Problem("LAST_SYSTEM_ADMIN")
