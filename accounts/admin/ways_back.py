"""What staff do for somebody who lost a way in, once they made sure who asks (section 23)."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from django import forms
from django.http import Http404, HttpRequest, HttpResponse
from django.urls import reverse
from unfold.widgets import UnfoldAdminEmailInputWidget, UnfoldAdminSelectWidget

from accounts.admin.people import PeopleAdmin
from accounts.models import User
from accounts.services.email_change_staff import cancel_change, start_change
from accounts.services.identity_proof import PROOFS
from accounts.services.reopening import reopen
from accounts.services.second_factor_reset import reset_second_factor
from common.backoffice.confirming import ReasonForm, confirm_page
from common.backoffice.identity import actor_of
from common.backoffice.pages import own_page
from settings_app.selectors import get_int

_ASK_PROOF = "Choose how you made sure who asks."


class IdentifiedForm(ReasonForm):
    """How staff made sure who asks."""

    identity_proof = forms.ChoiceField(
        label="How you made sure who asks",
        choices=[("", "Choose what you did"), *((proof.value, text) for proof, text in PROOFS.items())],
        widget=UnfoldAdminSelectWidget,
        error_messages={"required": _ASK_PROOF, "invalid_choice": _ASK_PROOF},
        help_text="A mail proves nothing: whoever took a mailbox writes from it. Without company and telephone number, "
        "meet or call by video. Say in the reason whom you spoke to, and keep neither copy nor number of a document.",
    )


class StartEmailChangeForm(IdentifiedForm):
    """The address that the account shall have."""

    field_order = ("new_email",)

    new_email = forms.EmailField(
        label="New e-mail address",
        max_length=254,
        widget=UnfoldAdminEmailInputWidget(attrs={"autocomplete": "off"}),
        help_text="It must be confirmed by a link that is mailed to it.",
    )


class WaysBackAdmin(PeopleAdmin):
    """Pages that give an account back to its owner, and what all pages of an account share."""

    @own_page("Reopen", "reopen", "lock_open_right")
    def reopen(self, request: HttpRequest, object_id: str) -> HttpResponse:
        """Give a closed account back to its owner."""
        return self._confirm(
            request,
            object_id,
            verb="Reopen the account of",
            text="{user} is mailed a link to choose a new password. Companies, system role, passkeys and other second "
            "factors do not come back. Make sure that it is the owner who asks.",
            run=self._service(request, reopen),
            done="{user} is open again.",
            form_class=IdentifiedForm,
        )

    @own_page("Reset second factor", "reset-second-factor", "phonelink_erase")
    def reset_second_factor(self, request: HttpRequest, object_id: str) -> HttpResponse:
        """Help somebody who lost phone, passkeys and recovery codes, once it is certain who asks (SF-6)."""
        return self._confirm(
            request,
            object_id,
            verb="Reset the second factor of",
            text="Authenticator app, recovery codes and passkeys of {user} are removed, and all their devices are "
            "logged out. The password alone opens the account then: make sure who asks first, and not by mail alone. "
            "They are told by mail.",
            run=self._service(request, reset_second_factor),
            done="{user} has no second factor any more and can set one up after the next log-in.",
            is_danger=True,
            form_class=IdentifiedForm,
        )

    @own_page("Start change of address", "start-email-change", "alternate_email")
    def start_email_change(self, request: HttpRequest, object_id: str) -> HttpResponse:
        """Give the account another address, for somebody who no longer reads the mail of the present one."""
        wait = get_int("EMAIL_CHANGE_STAFF_WAIT_HOURS")
        soonest = f", {wait} hour{'' if wait == 1 else 's'} from now at the earliest" if wait else ""
        return self._confirm(
            request,
            object_id,
            verb="Start a change of address for",
            text="The new address gets a link to confirm it, {user} a notice with a link that stops the change. The "
            f"account moves once the new address is confirmed{soonest}; then all devices are logged out. A change that "
            "is open already is replaced.",
            run=self._service(request, start_change),
            done="The links are in the outbox. The address changes once the new one is confirmed.",
            is_danger=True,
            form_class=StartEmailChangeForm,
        )

    @own_page("Cancel change of address", "cancel-email-change", "cancel_schedule_send")
    def cancel_email_change(self, request: HttpRequest, object_id: str) -> HttpResponse:
        """End the open change of address, whoever started it."""
        return self._confirm(
            request,
            object_id,
            verb="Cancel the change of address of",
            text="The account keeps the address {user}, and the links that were mailed work no more.",
            run=self._service(request, cancel_change),
            done="The change is cancelled.",
        )

    def _service(self, request: HttpRequest, service: Callable[..., Any]) -> Callable[..., None]:
        def run(user: User, reason: str, **chosen: str) -> None:
            service(user_id=user.pk, reason=reason, actor=actor_of(request), **chosen)

        return run

    def _confirm(
        self,
        request: HttpRequest,
        object_id: str,
        *,
        verb: str,
        text: str,
        run: Callable[..., None],
        done: str,
        is_danger: bool = False,
        form_class: type[ReasonForm] = ReasonForm,
    ) -> HttpResponse:
        """Ask for the reason; ``{user}`` in the texts is the address of the account."""
        if not self.has_view_permission(request):
            raise Http404
        user: User = self._row(request, object_id)
        self.record_view(request, user)
        return confirm_page(
            self,
            request,
            user,
            title=f"{verb} {user.email}",
            text=text.format(user=user.email),
            button=verb.removesuffix(" of").removesuffix(" to").removesuffix(" for"),
            run=lambda reason, version, **chosen: run(user, reason, **chosen),
            done=done.format(user=user.email),
            after=reverse("admin:accounts_user_change", args=[user.pk]),
            is_danger=is_danger,
            form_class=form_class,
        )
