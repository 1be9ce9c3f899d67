"""Forms about passkeys."""

from __future__ import annotations

from accounts.services.passkeys import NAME_MAX
from common.web.fields import PasswordField, TextField
from common.web.forms import PageForm

_ASK_NAME = "Name the passkey, for example after the device it is on: Dana's phone."
_ASK_PASSWORD = "Enter your present password."  # noqa: S105


class RenamePasskeyForm(PageForm):
    """A name to recognise the passkey by."""

    name = TextField("Name", ask=_ASK_NAME, max_length=NAME_MAX, attrs={"autocomplete": "off"})


class RemovePasskeyForm(PageForm):
    """Removing needs the present password."""

    current_password = PasswordField("Present password", ask=_ASK_PASSWORD)


class AddPasskeyForm(RenamePasskeyForm):
    """Name of the new passkey, and the present password."""

    name = TextField(
        "Name",
        ask=_ASK_NAME,
        max_length=NAME_MAX,
        help_text="For example the device it is on: Dana's phone.",
        attrs={"autocomplete": "off"},
    )
    current_password = PasswordField("Present password", ask=_ASK_PASSWORD)
