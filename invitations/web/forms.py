"""Forms of invitations."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Any

from accounts.services.signup import entry_errors as signup_errors
from common.problems import FieldError
from common.web.fields import ChoiceField, EmailField, PasswordField, TermsField, TextField
from common.web.forms import PageForm
from invitations.selectors import InvitationPreview
from invitations.services import entry_errors
from reference.selectors import active_rows, find_active


def offered_roles(own_role: str | None) -> list[Any]:
    """Roles that somebody with ``own_role`` may give: none above their own (IN-1, PM-3)."""
    own = find_active("UserCompanyRole", own_role or "")
    level = own.role_level if own is not None else 0
    return [row for row in active_rows("UserCompanyRole") if row.role_level <= level]


class InviteForm(PageForm):
    """Whom to invite, and as what (IN-1)."""

    first_name = TextField(
        "First name", ask="Enter the first name, for example Sam.", max_length=100, attrs={"autocomplete": "off"}
    )
    last_name = TextField(
        "Last name", ask="Enter the last name, for example Okafor.", max_length=100, attrs={"autocomplete": "off"}
    )
    invited_email = EmailField(
        ask="Enter the e-mail address of your colleague, for example sam@example.com.", attrs={"autocomplete": "off"}
    )
    role_code = ChoiceField("Role", list, ask="Choose a role, for example Company User.")

    def __init__(self, *args: Any, own_role: str | None, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        choices = [(row.code, row.name) for row in offered_roles(own_role)]
        self.fields["role_code"].choices = choices  # type: ignore[attr-defined]

    def further_errors(self) -> Iterable[FieldError]:
        return entry_errors(invited_email=self.optional("invited_email"), role=self.optional("role_code"))


class JoinForm(PageForm):
    """Password and terms of an invited person; names and address are those of the invitation (IN-8)."""

    password = PasswordField(
        "Password", ask="Choose a password, for example three unrelated words and a number.", is_new=True
    )
    accept_terms = TermsField()

    def __init__(self, data: Mapping[str, Any] | None = None, *, invitation: InvitationPreview, **kwargs: Any) -> None:
        super().__init__(data, **kwargs)
        self._invitation = invitation

    def further_errors(self) -> Iterable[FieldError]:
        return signup_errors(
            email=self._invitation.invited_email,
            first_name=self._invitation.first_name,
            last_name=self._invitation.last_name,
            password=self.cleaned_data.get("password"),
            accept_terms=None,
        )
