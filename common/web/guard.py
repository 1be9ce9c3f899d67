"""SW-3: a form of the former company, sent after a switch in another tab, is refused and keeps its content."""

from __future__ import annotations

from django.http import HttpRequest

from common.web.access import active_company_id

MESSAGE = (
    "You opened another company since this form was made. Nothing was saved. "
    "Check that the form is meant for the company shown above, then send it again."
)


def is_for_another_company(request: HttpRequest) -> bool:
    """Whether the form was made for a company that is no longer the active one."""
    sent = request.POST.get("form_company_id", "")
    return bool(sent) and sent != str(active_company_id(request))
