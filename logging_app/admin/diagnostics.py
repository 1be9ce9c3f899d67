"""What one request did, in one timeline; slow requests and recent errors lead there (section 23)."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from django.contrib import admin
from django.http import HttpRequest, HttpResponse
from django.template.response import TemplateResponse
from django.urls import reverse
from django.utils.formats import date_format
from django.utils.timezone import localtime
from django.views.decorators.http import require_safe

from common.backoffice.identity import actor_of
from common.backoffice.instants import FORMAT
from common.backoffice.navigation import Section
from common.backoffice.pages import menu_page
from common.permissions import Permission
from logging_app.selectors import SLOW_MS, Trace, recent_errors, slow_requests, trace_of_request
from logging_app.services.diagnostics import record_look

_TITLE = "Diagnostics"
_LONGEST_ID = 64


@dataclass(frozen=True, slots=True)
class Moment:
    """One line of the timeline; ``link`` is the page of its row."""

    instant: datetime
    kind: str
    title: str
    detail: str
    is_bad: bool
    link: str

    @property
    def shown_instant(self) -> str:
        local = localtime(self.instant)
        return f"{date_format(local, FORMAT)}.{local.microsecond // 1000:03d}"


def timeline(trace: Trace) -> list[Moment]:
    """Everything of a request in the order in which it happened; a request is logged when its answer is ready."""
    return sorted(_moments(trace), key=lambda moment: moment.instant)


def _moments(trace: Trace) -> Iterator[Moment]:
    for row in trace.api_requests:
        title, detail = f"{row.method} {row.path}", f"{row.status_code} after {row.duration_ms} ms"
        yield Moment(row.created_date, "Request", title, detail, row.status_code >= 500, _page(row))
    for event in trace.auth_events:
        detail = " · ".join(part for part in (event.email, event.reason) if part)
        yield Moment(event.created_date, "Sign-in", event.event_type, detail, not event.is_success, _page(event))
    for error in trace.errors:
        yield Moment(error.created_date, "Error", error.error_type, error.error_message[:300], True, _page(error))
    for act in trace.activity:
        detail = " · ".join(part for part in (f"{act.entity_type} {act.entity_id or ''}", act.actor_name) if part)
        yield Moment(act.created_date, "Activity", act.action, detail, False, _page(act))
    for mail in trace.emails:
        title, detail = f"{mail.email_type} to {mail.recipient_email}", mail.error_message or mail.status
        yield Moment(mail.created_date, "Mail", title, detail, mail.status in ("failed", "bounced"), _page(mail))


def _page(row: Any) -> str:
    options = row._meta
    return reverse(f"admin:{options.app_label}_{options.model_name}_change", args=[row.pk])


@menu_page(
    "log/diagnostics/",
    "backoffice-diagnostics",
    title=_TITLE,
    purpose="What one request did: errors, sign-ins, activity and mail in one timeline; slow requests, recent errors.",
    section=Section.LOGS,
    icon="troubleshoot",
    order=5,
    permission=Permission.LOGS_READ,
)
@require_safe
def diagnostics_page(request: HttpRequest) -> HttpResponse:
    """Show the timeline of ``?request=<id>``, or what is worth looking at."""
    request_id = request.GET.get("request", "").strip()[:_LONGEST_ID]
    site: Any = admin.site
    context = {**site.each_context(request), "title": _TITLE, "subtitle": None, "request_id": request_id}
    if request_id:
        trace = trace_of_request(request_id)
        record_look(trace, actor=actor_of(request))
        context["moments"] = timeline(trace)
    else:
        context |= {"slow": slow_requests(), "errors": recent_errors(), "slow_ms": SLOW_MS}
    request.current_app = site.name
    return TemplateResponse(request, "backoffice/diagnostics.html", context)
