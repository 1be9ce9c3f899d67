"""Accounts and what staff do with them; every button asks for a reason (section 23)."""

from __future__ import annotations

from collections.abc import Callable
from datetime import timedelta
from typing import Any, ClassVar, Final

from django import forms
from django.contrib import admin
from django.http import HttpRequest, HttpResponse
from unfold.widgets import UnfoldAdminSelectWidget

from accounts.admin.filters import ClosedFilter
from accounts.admin.ways_back import WaysBackAdmin
from accounts.models import User
from accounts.models.codes import UserRoleCode, UserStatusCode
from accounts.selectors.email_changes import pending_change
from accounts.selectors.users import effective_status, is_unproven
from accounts.services import staff_actions
from accounts.services.people import role_code
from accounts.services.staff_roles import set_system_role
from common import clock
from common.backoffice.confirming import ReasonForm
from common.backoffice.identity import actor_of, may
from common.backoffice.pages import own_page
from common.permissions import Permission

_FOREVER: Final = "forever"
_DURATIONS: Final = {
    "1": ("1 hour", timedelta(hours=1)),
    "24": ("24 hours", timedelta(hours=24)),
    "168": ("7 days", timedelta(days=7)),
    "720": ("30 days", timedelta(days=30)),
}
_OPEN: Final = (UserStatusCode.ACTIVE, UserStatusCode.PENDING)


class LockForm(ReasonForm):
    """How long the lock holds."""

    duration = forms.ChoiceField(
        label="The lock ends",
        choices=[(_FOREVER, "when staff lift it"), *((key, f"after {name}") for key, (name, _) in _DURATIONS.items())],
        widget=UnfoldAdminSelectWidget,
        help_text="A lock with an end is also lifted when the person chooses a new password by mail.",
    )


@admin.register(User)
class UserAdmin(WaysBackAdmin):
    """Accounts."""

    icon: ClassVar[str] = "person"
    menu_order: ClassVar[int] = 10
    list_display = (
        *("email", "full_name", "user_status", "user_role", "is_email_verified", "last_login_date"),
        *("second_factor_since", "deleted_date"),
    )
    list_filter = (ClosedFilter, "user_status", "user_role")
    search_fields = ("email__startswith", "pk")
    search_help_text = "Beginning of the e-mail address, or number of the user"
    actions_detail = [
        *("lock", "unlock", "suspend", "reactivate", "end_sessions"),
        *("grant_system_role", "revoke_system_role", "resend_verification", "reset_second_factor"),
        *("start_email_change", "cancel_email_change", "reopen"),
    ]

    def get_actions_detail(self, request: HttpRequest, object_id: Any) -> list[Any]:
        """Buttons that make sense for this account; the services refuse the others all the same."""
        user = self.get_object(request, str(object_id))
        possible = self._possible(request, user) if user is not None else set()
        prefix = f"{self.opts.app_label}_{self.opts.model_name}_"
        return [
            action
            for action in super().get_actions_detail(request, object_id)
            if action.action_name.removeprefix(prefix) in possible
        ]

    def _possible(self, request: HttpRequest, user: User) -> set[str]:
        if user.is_deleted:
            return set() if user.erased_at is not None else {"reopen"}
        if user.pk == actor_of(request).user_id:
            return set()
        status, is_admin = effective_status(user), role_code(user) == UserRoleCode.SYSTEM_ADMIN
        may_assign = may(request, Permission.SYSTEM_ROLES_ASSIGN)
        shown = {
            "lock": status in _OPEN,
            "unlock": status is UserStatusCode.LOCKED,
            "suspend": status is not UserStatusCode.SUSPENDED,
            "reactivate": status is UserStatusCode.SUSPENDED,
            "end_sessions": status is not UserStatusCode.SUSPENDED,
            "grant_system_role": may_assign and user.is_email_verified and not is_admin,
            "revoke_system_role": may_assign and is_admin,
            "resend_verification": is_unproven(user),
            "reset_second_factor": user.second_factor_since is not None,
            "start_email_change": status is UserStatusCode.ACTIVE,
            "cancel_email_change": pending_change(user.pk) is not None,
        }
        return {name for name, is_shown in shown.items() if is_shown}

    @own_page("Lock", "lock", "lock")
    def lock(self, request: HttpRequest, object_id: str) -> HttpResponse:
        """Bar the person from signing in, for a time or until staff lift it."""

        def run(user: User, reason: str, duration: str) -> None:
            until = None if duration == _FOREVER else clock.now() + _DURATIONS[duration][1]
            staff_actions.lock(user_id=user.pk, reason=reason, actor=actor_of(request), locked_until=until)

        return self._confirm(
            request,
            object_id,
            verb="Lock",
            text="All devices of {user} are logged out at once, and signing in is refused. They are told by mail.",
            run=run,
            done="{user} is locked.",
            is_danger=True,
            form_class=LockForm,
        )

    @own_page("Unlock", "unlock", "lock_open")
    def unlock(self, request: HttpRequest, object_id: str) -> HttpResponse:
        """Lift a lock, whoever set it."""
        return self._confirm(
            request,
            object_id,
            verb="Unlock",
            text="{user} can sign in again at once; failed log-ins are counted from zero.",
            run=self._service(request, staff_actions.unlock),
            done="{user} is unlocked.",
        )

    @own_page("Suspend", "suspend", "block")
    def suspend(self, request: HttpRequest, object_id: str) -> HttpResponse:
        """Close the account to its owner until staff reactivate it."""
        return self._confirm(
            request,
            object_id,
            verb="Suspend",
            text="All devices of {user} are logged out at once. They cannot sign in or reset their password until "
            "somebody reactivates the account. They are told nothing by mail.",
            run=self._service(request, staff_actions.suspend),
            done="{user} is suspended.",
            is_danger=True,
        )

    @own_page("Reactivate", "reactivate", "undo")
    def reactivate(self, request: HttpRequest, object_id: str) -> HttpResponse:
        """Lift a suspension."""
        return self._confirm(
            request,
            object_id,
            verb="Reactivate",
            text="{user} can sign in again, with the roles and companies they had.",
            run=self._service(request, staff_actions.reactivate),
            done="{user} is reactivated.",
        )

    @own_page("End sessions", "end-sessions", "logout")
    def end_sessions(self, request: HttpRequest, object_id: str) -> HttpResponse:
        """Log the person out everywhere."""
        return self._confirm(
            request,
            object_id,
            verb="End all sessions of",
            text="All devices of {user} are logged out at once. They can sign in again.",
            run=self._service(request, staff_actions.end_sessions),
            done="No session of {user} is open any more.",
            is_danger=True,
        )

    @own_page("Make system administrator", "grant-system-role", "add_moderator")
    def grant_system_role(self, request: HttpRequest, object_id: str) -> HttpResponse:
        """Give the system role system_admin."""
        return self._confirm(
            request,
            object_id,
            verb="Make a system administrator of",
            text="{user} gets the whole back office: every account, company, setting and log. They are told by mail.",
            run=self._role(request, UserRoleCode.SYSTEM_ADMIN),
            done="{user} is a system administrator now.",
            is_danger=True,
        )

    @own_page("Revoke system role", "revoke-system-role", "remove_moderator")
    def revoke_system_role(self, request: HttpRequest, object_id: str) -> HttpResponse:
        """Take the system role system_admin."""
        return self._confirm(
            request,
            object_id,
            verb="Revoke the system role of",
            text="{user} loses the back office at once and keeps the account and its companies. They are told by mail.",
            run=self._role(request, UserRoleCode.COMPANY_USER),
            done="{user} is no system administrator any more.",
            is_danger=True,
        )

    @own_page("Resend verification", "resend-verification", "forward_to_inbox")
    def resend_verification(self, request: HttpRequest, object_id: str) -> HttpResponse:
        """Mail a new link to an account that waits for the confirmation of its address."""
        return self._confirm(
            request,
            object_id,
            verb="Send a new confirmation link to",
            text="{user} gets a new link by mail; links sent earlier stop working.",
            run=self._service(request, staff_actions.resend_verification),
            done="A new link to {user} is in the outbox.",
        )

    def _role(self, request: HttpRequest, code: UserRoleCode) -> Callable[..., None]:
        def run(user: User, reason: str) -> None:
            set_system_role(user_id=user.pk, system_role_code=code, reason=reason, actor=actor_of(request))

        return run
