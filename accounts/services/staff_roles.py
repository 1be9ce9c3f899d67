"""Granting and revoking system roles (PM-3, PM-4, SE-8, invariant 10)."""

from __future__ import annotations

from accounts.models import User
from accounts.models.codes import UserRoleCode, UserStatusCode
from accounts.selectors.users import effective_status
from accounts.services import mails
from accounts.services.people import role_code, set_role
from accounts.services.sessions import bump_access_version
from accounts.services.staff_steps import require_other_system_admin, staff_action
from auditing.services import record, record_role_change
from common.actors import Actor
from common.permissions import Permission
from common.problems import FieldErrors, Problem
from reference.selectors import code_id, lookup

_CODES = tuple(code.value for code in UserRoleCode)


def set_system_role(*, user_id: int, system_role_code: str, reason: str, actor: Actor) -> User:
    """Give a person a system role; their access tokens die and the next refresh carries it (SE-8).

    The role they hold already is a success that writes nothing (AU-3).

    Raises:
        ValidationFailed: no reason, or no such role.
        Problem: INSUFFICIENT_PERMISSIONS, NOT_FOUND, SELF_CHANGE_FORBIDDEN, LAST_SYSTEM_ADMIN, or USER_STATE for an
            account whose address nobody has confirmed: a sign-up with it could replace the password (SU-2).
    """
    errors = FieldErrors()
    if system_role_code not in _CODES:
        errors.add("systemRoleCode", "invalid_choice", f"Choose one of: {', '.join(_CODES)}.")
    with staff_action(
        user_id=user_id, reason=reason, actor=actor, permission=Permission.SYSTEM_ROLES_ASSIGN, errors=errors
    ) as (user, text):
        old, new = UserRoleCode(role_code(user)), UserRoleCode(system_role_code)
        if old is new:
            return user
        if new is UserRoleCode.SYSTEM_ADMIN:
            _require_proven(user)
        else:
            require_other_system_admin(user)
        _store(user, old, new, text, actor)
        return user


def _require_proven(user: User) -> None:
    if not user.is_email_verified:
        status = effective_status(user).value
        raise Problem("USER_STATE", f"The account is {status} and its address is not confirmed. Let it be confirmed.")


def _store(user: User, old: UserRoleCode, new: UserRoleCode, reason: str, actor: Actor) -> None:
    set_role(user, new)
    user.stamp_updated(actor)
    user.save()
    bump_access_version(user)
    record(
        action="SYSTEM_ROLE_GRANTED" if new is UserRoleCode.SYSTEM_ADMIN else "SYSTEM_ROLE_REVOKED",
        entity_type="dbo.User",
        entity_id=user.pk,
        actor=actor,
        old={"systemRoleCode": old.value},
        new={"systemRoleCode": new.value},
        reason=reason,
    )
    record_role_change(
        role_type="system",
        change_kind="changed",
        user_id=user.pk,
        actor=actor,
        old_role_code=old.value,
        new_role_code=new.value,
        reason=reason,
    )
    if effective_status(user) is not UserStatusCode.SUSPENDED:
        mails.send_system_role_changed(user, old_role_name=_name(old), new_role_name=_name(new))


def _name(code: UserRoleCode) -> str:
    return str(lookup("UserRole", code_id("UserRole", code)).name)
