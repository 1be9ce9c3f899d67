"""Forms about one member, and about leaving (ME-2, ME-6)."""

from __future__ import annotations

from typing import Any

from django import forms

from common.web.fields import ChoiceField, TextField
from common.web.forms import PageForm
from companies.web.roles import roles_up_to

REASON_MAX_LENGTH = 500


class ReasonForm(PageForm):
    """Why, if one likes to say so; ``hint`` says who reads it."""

    reason = TextField("Reason", multiline=True, max_length=REASON_MAX_LENGTH, attrs={"rows": 3})

    def __init__(self, *args: Any, hint: str = "", **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["reason"].help_text = hint


class MemberForm(ReasonForm):
    """About one membership; ``version`` is the entity tag of the row the form was made from."""

    version = forms.CharField(required=False, widget=forms.HiddenInput)


class RoleForm(MemberForm):
    """Another role, none above one's own (PM-3)."""

    role_code = ChoiceField("New role", list, ask="Choose a role, for example Company User.")
    field_order = ("role_code", "reason")

    def __init__(self, *args: Any, own_role: str | None, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        choices = [(row.code, row.name) for row in roles_up_to(own_role)]
        self.fields["role_code"].choices = choices  # type: ignore[attr-defined]
