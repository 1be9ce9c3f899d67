"""Form of asking for access (AR-1)."""

from __future__ import annotations

from collections.abc import Iterable

from common.problems import FieldError
from common.web.fields import TextField
from common.web.forms import PageForm
from companies.services import abn_errors


class AccessRequestForm(PageForm):
    """Which company, and why."""

    abn = TextField(
        "ABN of the company",
        ask="Enter the ABN of your company, for example 51 824 753 556.",
        max_length=50,
        attrs={"autocomplete": "off", "inputmode": "numeric"},
    )
    reason = TextField("Reason", multiline=True, max_length=500, attrs={"rows": 3})

    def further_errors(self) -> Iterable[FieldError]:
        return abn_errors(self.optional("abn"))
