"""The form of a disputed registration (CO-10)."""

from __future__ import annotations

from typing import Any

from django import forms
from unfold.widgets import (
    UnfoldAdminEmailInputWidget,
    UnfoldAdminSelectWidget,
    UnfoldAdminTextareaWidget,
)

from common.backoffice.writing import to_snake_path
from common.problems import Problem
from common.reasons import REASON_MAX_LENGTH
from companies.services import EVIDENCE_MAX_LENGTH

_FORMER = [
    ("keep", "Stay as they are"),
    ("suspend", "Are suspended"),
    ("remove", "Are removed"),
]


class ClaimForm(forms.Form):
    """Who proves the company is theirs, how, and what happens to the present admins."""

    claimant_email = forms.EmailField(
        label="Claimant's e-mail address", widget=UnfoldAdminEmailInputWidget(attrs={"autocomplete": "off"})
    )
    evidence = forms.CharField(
        label="Evidence, and where it is kept",
        max_length=EVIDENCE_MAX_LENGTH,
        widget=UnfoldAdminTextareaWidget(attrs={"rows": 5}),
    )
    former_admins = forms.ChoiceField(label="The present admins", choices=_FORMER, widget=UnfoldAdminSelectWidget)
    reason = forms.CharField(
        label="Reason; it is kept in the audit trail and mailed to everybody concerned",
        max_length=REASON_MAX_LENGTH,
        widget=UnfoldAdminTextareaWidget(attrs={"rows": 3}),
    )

    def show(self, problem: Problem) -> None:
        """Put a refusal of the service at its fields."""
        for error in problem.errors:
            name: Any = to_snake_path(error.field)
            self.add_error(name if name in self.fields else None, error.message)
        if not problem.errors:
            self.add_error(None, problem.detail)
