"""Forms of two-step log-in."""

from __future__ import annotations

from common.web.fields import PasswordField, TextField
from common.web.forms import PageForm

_ASK_CODE = "Enter the six digits that your authenticator app shows for EventLead, for example 123 456."
_ASK_RECOVERY = "Enter one of your recovery codes, for example 7f3kq-9xw2m."
_CODE_ATTRS = {
    "inputmode": "numeric",
    "autocomplete": "one-time-code",
    "autocapitalize": "off",
    "spellcheck": "false",
    "class": "code-input",
}
_RECOVERY_ATTRS = {"autocomplete": "off", "autocapitalize": "off", "spellcheck": "false", "class": "mono"}


class AppCodeForm(PageForm):
    """A code of the authenticator app."""

    code = TextField("Code", ask=_ASK_CODE, max_length=20, attrs=_CODE_ATTRS)


class RecoveryCodeForm(PageForm):
    """A recovery code, in place of the app or passkey that is not at hand."""

    recovery_code = TextField("Recovery code", ask=_ASK_RECOVERY, max_length=40, attrs=_RECOVERY_ATTRS)


class ConfirmAppForm(PageForm):
    """The first code of an app that was just set up."""

    code = TextField("Code that the app shows now", ask=_ASK_CODE, max_length=20, attrs=_CODE_ATTRS)


class PresentPasswordForm(PageForm):
    """Every change of the second step is confirmed with the present password."""

    current_password = PasswordField("Present password", ask="Enter your present password.")
