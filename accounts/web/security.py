"""What protects the account beside the password."""

from __future__ import annotations

from django.http import HttpRequest, HttpResponse

from accounts.web import passkeys, second_factor
from common.web.access import caller, onboarded
from common.web.answers import show


@onboarded("GET")
def account_security(request: HttpRequest) -> HttpResponse:
    """``/account/security``: two-step log-in and passkeys of the person."""
    principal = caller(request)
    values = {"second_factor": second_factor.panel(principal), "passkeys": passkeys.panel(principal.user_id)}
    return show(request, "account_security", values)
