"""Care of accounts by staff (api.md section 9)."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from typing import Any, ClassVar

from rest_framework.request import Request

from accounts.api.bodies_admin import (
    IdentifiedReasonBody,
    LockBody,
    StaffEmailChangeBody,
    StaffReasonBody,
    StaffUserShape,
    SystemRoleBody,
    UsersQuery,
)
from accounts.api.bodies_email import EmailChangeShape
from accounts.models import User
from accounts.selectors import get_user
from accounts.selectors.staff import describe_people, describe_person, search_people
from accounts.services import email_change_staff, reopening, staff_actions
from accounts.services.staff_roles import set_system_role
from auditing.services.staff_views import record_staff_view
from common.api.access import Access
from common.api.documentation import documented
from common.api.pagination import page_of, take_page
from common.api.views import ApiView
from common.permissions import Permission
from common.problems import Problem


class _StaffView(ApiView):
    access = Access.SYSTEM_ADMIN
    permission: ClassVar[Permission | Mapping[str, Permission] | None] = Permission.USERS_MANAGE

    def answer(self, user: User) -> Any:
        return self.respond(StaffUserShape, describe_person(user))


class UsersView(_StaffView):
    @documented(
        "List people",
        description="Newest first. A lock past its time counts as ended, in the filter too. Closed accounts only with "
        "isClosed=true; their statusCode is what it was.",
        query=UsersQuery,
        response=page_of(StaffUserShape),
    )
    def get(self, request: Request) -> Any:
        query = self.query(UsersQuery)
        rows = search_people(query.get("email"), query.get("status_code"), query["is_closed"])
        page = take_page(rows, query["page"], query["page_size"])
        return self.respond(page_of(StaffUserShape), replace(page, items=describe_people(page.items)))


class UserView(_StaffView):
    @documented(
        "Read a person",
        description="The look is kept in the audit trail.",
        response=StaffUserShape,
    )
    def get(self, request: Request, user_id: int) -> Any:
        user = get_user(user_id)
        if user is None:
            raise Problem("NOT_FOUND", "There is no such user.")
        record_staff_view(user, actor=self.actor)
        return self.answer(user)


class LockView(_StaffView):
    @documented(
        "Lock an account",
        description="Ends every session; the owner is told. Without lockedUntil only staff lift the lock.",
        request=LockBody,
        response=StaffUserShape,
        problems=["NOT_FOUND", "SELF_CHANGE_FORBIDDEN", "USER_STATE", "LAST_SYSTEM_ADMIN"],
    )
    def post(self, request: Request, user_id: int) -> Any:
        return self.answer(staff_actions.lock(user_id=user_id, actor=self.actor, **self.validate(LockBody)))


class UnlockView(_StaffView):
    @documented(
        "Lift a lock",
        description="The account is again what it was before, with a zero counter of failures.",
        request=StaffReasonBody,
        response=StaffUserShape,
        problems=["NOT_FOUND", "SELF_CHANGE_FORBIDDEN", "USER_STATE"],
    )
    def post(self, request: Request, user_id: int) -> Any:
        return self.answer(staff_actions.unlock(user_id=user_id, actor=self.actor, **self.validate(StaffReasonBody)))


class SuspendView(_StaffView):
    @documented(
        "Suspend an account",
        description="Ends every session. The only active administrator of a company cannot be suspended.",
        request=StaffReasonBody,
        response=StaffUserShape,
        problems=["NOT_FOUND", "SELF_CHANGE_FORBIDDEN", "USER_STATE", "LAST_SYSTEM_ADMIN", "LAST_ADMIN"],
    )
    def post(self, request: Request, user_id: int) -> Any:
        return self.answer(staff_actions.suspend(user_id=user_id, actor=self.actor, **self.validate(StaffReasonBody)))


class ReactivateView(_StaffView):
    @documented(
        "Lift a suspension",
        request=StaffReasonBody,
        response=StaffUserShape,
        problems=["NOT_FOUND", "SELF_CHANGE_FORBIDDEN", "USER_STATE"],
    )
    def post(self, request: Request, user_id: int) -> Any:
        return self.answer(
            staff_actions.reactivate(user_id=user_id, actor=self.actor, **self.validate(StaffReasonBody))
        )


class ReopenView(_StaffView):
    @documented(
        "Reopen a closed account",
        description="Its owner is mailed a link to choose a new password. Memberships, system role and passkeys do not "
        "come back. ACCOUNT_EXISTS: the address has another account by now.",
        request=IdentifiedReasonBody,
        response=StaffUserShape,
        problems=["NOT_FOUND", "USER_STATE", "ACCOUNT_EXISTS"],
    )
    def post(self, request: Request, user_id: int) -> Any:
        return self.answer(reopening.reopen(user_id=user_id, actor=self.actor, **self.validate(IdentifiedReasonBody)))


class ResetSecondFactorView(_StaffView):
    @documented(
        "Take away a lost second factor",
        description="Removes app, recovery codes and passkeys, ends every session and tells the owner.",
        request=IdentifiedReasonBody,
        response=StaffUserShape,
        problems=["NOT_FOUND", "SELF_CHANGE_FORBIDDEN", "USER_STATE"],
    )
    def post(self, request: Request, user_id: int) -> Any:
        values = self.validate(IdentifiedReasonBody)
        return self.answer(staff_actions.reset_second_factor(user_id=user_id, actor=self.actor, **values))


class ChangeEmailView(_StaffView):
    @documented(
        "Start a change of address for somebody who lost the mailbox",
        description="The new address gets a link to confirm, the present one a link that stops the change. It is made "
        "once the new address is confirmed, but not before effectiveFrom; then every session ends. An open change is "
        "replaced. ACCOUNT_EXISTS: the new address has an account.",
        request=StaffEmailChangeBody,
        response=EmailChangeShape,
        status=202,
        problems=["NOT_FOUND", "SELF_CHANGE_FORBIDDEN", "USER_STATE", "ACCOUNT_EXISTS"],
    )
    def post(self, request: Request, user_id: int) -> Any:
        values = self.validate(StaffEmailChangeBody)
        change = email_change_staff.start_change(user_id=user_id, actor=self.actor, **values)
        return self.respond(EmailChangeShape, change, status=202)


class CancelUserEmailChangeView(_StaffView):
    @documented(
        "Cancel the open change of address of a person",
        description="Whoever started it; its links work no more. USER_STATE: none is open.",
        request=StaffReasonBody,
        response=StaffUserShape,
        problems=["NOT_FOUND", "SELF_CHANGE_FORBIDDEN", "USER_STATE"],
    )
    def post(self, request: Request, user_id: int) -> Any:
        values = self.validate(StaffReasonBody)
        return self.answer(email_change_staff.cancel_change(user_id=user_id, actor=self.actor, **values))


class SystemRoleView(_StaffView):
    permission = Permission.SYSTEM_ROLES_ASSIGN

    @documented(
        "Set the system role",
        description="Access tokens of the person end; refreshing carries the new role. The same role again is fine.",
        request=SystemRoleBody,
        response=StaffUserShape,
        problems=["NOT_FOUND", "SELF_CHANGE_FORBIDDEN", "USER_STATE", "LAST_SYSTEM_ADMIN"],
    )
    def put(self, request: Request, user_id: int) -> Any:
        return self.answer(set_system_role(user_id=user_id, actor=self.actor, **self.validate(SystemRoleBody)))
