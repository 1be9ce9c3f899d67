"""Register of e-mail types: variables, action link, sample values (behaviour.md section 19)."""

from __future__ import annotations

from logging_app.mail.account_types import ACCOUNT_TYPES
from logging_app.mail.company_types import COMPANY_TYPES
from logging_app.mail.email_type import EmailType

EMAIL_TYPES = {kind.code: kind for kind in (*ACCOUNT_TYPES, *COMPANY_TYPES)}


def email_type(code: str) -> EmailType:
    """Return a registered type.

    Raises:
        LookupError: no type has the code.
    """
    try:
        return EMAIL_TYPES[code]
    except KeyError:
        raise LookupError(f"{code!r} is no registered e-mail type") from None
