"""Devices: the open sessions of a person (SE-1, SE-7)."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from django.contrib import messages
from django.http import HttpRequest, HttpResponse

from accounts.models.codes import RevokedReason
from accounts.selectors.sessions import SessionRow, live_sessions
from accounts.services import page_sessions
from accounts.services.sessions import end_all_sessions, end_session
from accounts.web.devices import device_icon, device_name
from accounts.web.persons import person
from common.web.access import caller, onboarded
from common.web.answers import go, show
from companies.selectors import own_companies


@dataclass(frozen=True, slots=True)
class Device:
    """One session as the list shows it."""

    session_id: UUID
    device_name: str
    icon_name: str
    ip_address: str
    company_name: str
    created_date: datetime
    last_used_at: datetime
    is_current: bool


@onboarded("GET", "POST")
def sessions(request: HttpRequest) -> HttpResponse:
    """``/sessions``: the list; ``action=end_others`` ends the other sessions, ``end_all`` this one too."""
    principal = caller(request)
    if request.method == "POST":
        action = request.POST.get("action")
        if action == "end_others":
            return _end_others(request)
        if action != "end_all":
            return go("sessions")
        end_all_sessions(person(request), RevokedReason.LOGOUT_ALL, actor=principal.as_actor())
        page_sessions.sign_out(request)
        return go("login", out="1")
    names = {row.company_id: row.company_name for row in own_companies(principal.user_id, principal.company_id)}
    rows = live_sessions(principal.user_id, principal.session_id)
    return show(request, "sessions", {"sessions": [_device(row, names) for row in rows]})


def _end_others(request: HttpRequest) -> HttpResponse:
    principal = caller(request)
    ended = end_all_sessions(
        person(request),
        RevokedReason.SESSION_ENDED,
        actor=principal.as_actor(),
        keep_session_id=principal.session_id,
    )
    if ended:
        messages.success(request, f"{ended} other {'device is' if ended == 1 else 'devices are'} logged out.")
    else:
        messages.info(request, "No other device was logged in.")
    return go("sessions")


def _device(row: SessionRow, company_names: dict[int, str]) -> Device:
    return Device(
        session_id=row.session_id,
        device_name=device_name(row.user_agent),
        icon_name=device_icon(row.user_agent),
        ip_address=row.ip_address or "an unknown address",
        company_name=company_names.get(row.company_id or 0, ""),
        created_date=row.created_date,
        last_used_at=row.last_used_at,
        is_current=row.is_current,
    )


@onboarded("POST")
def session_end(request: HttpRequest, session_id: UUID) -> HttpResponse:
    """``/sessions/<id>/end``: ends one of the person's own sessions; others' look like ended ones."""
    principal = caller(request)
    if str(session_id) == principal.session_id:
        page_sessions.sign_out(request)
        return go("login", out="1")
    was_open = end_session(
        session_id=session_id,
        user_id=principal.user_id,
        reason=RevokedReason.SESSION_ENDED,
        actor=principal.as_actor(),
    )
    if was_open:
        messages.success(request, "The device is logged out.")
    else:
        messages.info(request, "That device was logged out already.")
    return go("sessions")
