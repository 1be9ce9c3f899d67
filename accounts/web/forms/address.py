"""Form about the e-mail address of the account."""

from __future__ import annotations

from common.web.fields import EmailField, PasswordField
from common.web.forms import PageForm

_ASK_EMAIL = "Enter the new address, for example name@example.com."
_ASK_PASSWORD = "Enter your present password."  # noqa: S105


class EmailChangeForm(PageForm):
    """The new address, and the present password (PR-1)."""

    new_email = EmailField("New e-mail address", ask=_ASK_EMAIL, help_text="We mail a link to it, and one to yours.")
    current_password = PasswordField("Present password", ask=_ASK_PASSWORD)
