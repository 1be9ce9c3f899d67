"""Forgotten and expired passwords (api.md section 4)."""

from __future__ import annotations

from typing import Any

from rest_framework.request import Request

from accounts.api.bodies import ConfirmResetBody, EmailBody, TokenBody
from accounts.api.shapes import MessageShape, ResetLinkShape
from accounts.api.views_entry import NEUTRAL, EntryView
from accounts.services import password_reset
from common.api.documentation import documented

_TOKEN_PROBLEMS = ["TOKEN_INVALID", "TOKEN_USED", "TOKEN_EXPIRED"]
_CHANGED = {"message": "Your password was changed. Log in with the new one."}


class RequestResetView(EntryView):
    @documented("Ask for a link to choose a new password", request=EmailBody, response=MessageShape, status=202)
    def post(self, request: Request) -> Any:
        password_reset.request_reset(**self.validate(EmailBody))
        return self.respond(MessageShape, NEUTRAL, status=202)


class ValidateResetView(EntryView):
    @documented(
        "Check a link without spending it", request=TokenBody, response=ResetLinkShape, problems=_TOKEN_PROBLEMS
    )
    def post(self, request: Request) -> Any:
        expires_at = password_reset.validate(**self.validate(TokenBody))
        return self.respond(ResetLinkShape, {"is_valid": True, "expires_at": expires_at})


class ConfirmResetView(EntryView):
    @documented("Choose a new password", request=ConfirmResetBody, response=MessageShape, problems=_TOKEN_PROBLEMS)
    def post(self, request: Request) -> Any:
        password_reset.confirm(**self.validate(ConfirmResetBody))
        return self.respond(MessageShape, _CHANGED)
