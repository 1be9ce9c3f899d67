"""Which addresses a person may be known by: the one rule of sign-up, invitations and changes of address."""

from __future__ import annotations

from common.mail_domains import domain_of, is_disposable
from common.problems import FieldError
from settings_app.selectors import get_bool


def address_errors(email: str, field: str = "email") -> list[FieldError]:
    """What forbids an address of good form: ``email_disposable`` while DISPOSABLE_EMAIL_ALLOWED is off.

    It depends on the domain alone, so that the refusal tells nothing about accounts (GEN-11). Accounts, invitations and
    links that exist already keep their address (CF-4).
    """
    if get_bool("DISPOSABLE_EMAIL_ALLOWED") or not is_disposable(domain_of(email)):
        return []
    message = "Throw-away addresses are not accepted. Use one that lasts. Example: name@company.example."
    return [FieldError(field, "email_disposable", message)]
