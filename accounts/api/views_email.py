"""Change of the e-mail address: asked for by its owner, confirmed by the links of both addresses (PR-1)."""

from __future__ import annotations

from typing import Any

from rest_framework.request import Request

from accounts.api.bodies import TokenBody
from accounts.api.bodies_email import EmailChangeBody, EmailChangeLinkShape, EmailChangeShape
from accounts.api.views_entry import EntryView
from accounts.api.views_session import UserView
from accounts.selectors.email_changes import pending_change
from accounts.services import email_change, email_change_links
from accounts.services.email_change_links import EmailChangeLink
from common.api.documentation import documented
from common.problems import Problem


class EmailChangeView(UserView):
    @documented("Read the open change of address", response=EmailChangeShape, problems=["NOT_FOUND"])
    def get(self, request: Request) -> Any:
        change = pending_change(self.caller.user_id)
        if change is None:
            raise Problem("NOT_FOUND", "There is no open change of address.")
        return self.respond(EmailChangeShape, change)

    @documented(
        "Ask for another e-mail address",
        description="Mails a link to the present and to the new address. The answer never tells whether the new "
        "address has an account. An earlier open change ends.",
        request=EmailChangeBody,
        response=EmailChangeShape,
        status=202,
        problems=["ACCOUNT_LOCKED"],
    )
    def post(self, request: Request) -> Any:
        change = email_change.request_change(actor=self.actor, **self.validate(EmailChangeBody))
        return self.respond(EmailChangeShape, change, status=202)


class CancelEmailChangeView(UserView):
    @documented("Cancel the open change of address", status=204, problems=["NOT_FOUND"])
    def post(self, request: Request) -> Any:
        email_change.cancel(actor=self.actor)
        return self.respond()


class ConfirmEmailChangeView(EntryView):
    token_optional = True

    @documented(
        "Confirm a change of address",
        description="For the side the link was mailed to; the same link again is a success. With both sides the "
        "address changes at once and every session ends, but for the caller's own when its access token is sent. Of a "
        "change by staff the new address alone confirms; if it does so early, the change is made at effectiveFrom.",
        request=TokenBody,
        response=EmailChangeLinkShape,
        problems=["TOKEN_INVALID", "TOKEN_USED", "TOKEN_EXPIRED", "ACCOUNT_EXISTS", "ACCOUNT_LOCKED"],
    )
    def post(self, request: Request) -> Any:
        link = email_change_links.confirm(actor=self.actor, **self.validate(TokenBody))
        return self.respond(EmailChangeLinkShape, _shown(link))


class StopEmailChangeView(EntryView):
    @documented(
        "Stop a change of address",
        description="With either link, as long as the address has not changed.",
        request=TokenBody,
        status=204,
        problems=["TOKEN_INVALID", "TOKEN_USED", "TOKEN_EXPIRED"],
    )
    def post(self, request: Request) -> Any:
        email_change_links.stop(**self.validate(TokenBody))
        return self.respond()


def _shown(link: EmailChangeLink) -> dict[str, Any]:
    change = link.change
    return {
        "side": link.side.value,
        "new_email": change.new_email,
        "is_old_confirmed": change.is_old_confirmed,
        "is_new_confirmed": change.is_new_confirmed,
        "is_changed": change.is_changed,
        "is_by_staff": change.is_by_staff,
        "effective_from": change.effective_from,
    }
