"""What protects the account beside the password."""

from __future__ import annotations

from django.http import HttpRequest, HttpResponse

from accounts.web import passkeys
from common.web.access import caller, onboarded
from common.web.answers import show


@onboarded("GET")
def account_security(request: HttpRequest) -> HttpResponse:
    """``/account/security``: the person's passkeys."""
    return show(request, "account_security", {"passkeys": passkeys.panel(caller(request).user_id)})
