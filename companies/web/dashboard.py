"""Dashboard, own companies and switching (DA-1, SW-1 to SW-4)."""

from __future__ import annotations

from datetime import timedelta

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.urls import reverse
from django.utils import timezone
from django.utils.formats import date_format

from accounts.selectors import get_user, password_expires_at
from common import clock
from common.errors import record_failure
from common.permissions import Permission, has_permission
from common.problems import Problem
from common.web.access import caller, onboarded
from common.web.answers import go_to, own_path, show
from companies.selectors import (
    ClosedCompany,
    MembershipView,
    Totals,
    access_requests,
    closed_companies,
    get_company,
    has_founded_company,
    own_companies,
    shown_own_requests,
)
from companies.services import read_figures, switch_company
from companies.web.notices import Notice, register_notices
from companies.web.request_forms import AccessRequestForm
from invitations.selectors import own_invitations

_EXPIRY_NOTICE = timedelta(days=14)


@onboarded("GET")
def dashboard(request: HttpRequest) -> HttpResponse:
    """``/dashboard`` (DA-1, DA-4)."""
    principal = caller(request)
    own = own_companies(principal.user_id, principal.company_id)
    guarded = next((one for one in own if one.is_active_company and not one.is_open_to(principal)), None)
    values = {
        "nav": "dashboard",
        "companies": own,
        "is_guarded": guarded is not None,
        "figures": _figures(request) if guarded is None else None,
        "notices": [
            *_guarded_notices(guarded),
            *_closed_notices(request),
            *_invitation_notices(request),
            *(_request_notices(request) if guarded is None else ()),
            *_password_notices(request),
            *(_abn_notices(request) if guarded is None else ()),
        ],
        "request_access_url": reverse("companies") + "#request-access",
    }
    return show(request, "dashboard", values)


def _guarded_notices(company: MembershipView | None) -> list[Notice]:
    """SF-8: nothing of the company is shown to a session without a second factor."""
    if company is None:
        return []
    text = "Set up a second step for your log-in, and it opens. Your other companies are not affected."
    title = f"{company.company_name} asks for two-step log-in"
    return [Notice("warning", title, text, reverse("account-security"), "Set it up")]


def _figures(request: HttpRequest) -> Totals | None:
    """Figures of the active company; the rest of the page shows without them."""
    actor = caller(request).as_actor()
    if actor.company_id is None:
        return None
    try:
        return read_figures(company_ids=None, actor=actor).totals
    except Problem:
        return None
    except Exception as error:  # noqa: BLE001  (a figure that cannot be read must not take the page along)
        record_failure(error, Problem("INTERNAL_ERROR"))
        return None


def _closed_notices(request: HttpRequest) -> list[Notice]:
    """SW-4: a company that is closed to a person is in no list; they are told why."""
    return [_closed_notice(one) for one in closed_companies(caller(request).user_id)]


def _closed_notice(company: ClosedCompany) -> Notice:
    if company.is_deactivated:
        text = "Nobody can work in it at present. Nothing is lost: everything is back once it is activated again."
        title = f"{company.company_name} is deactivated"
        return Notice("warning", title, text, reverse("support"), "Contact support")
    text = "Your membership there is suspended. An administrator of the company can reactivate it; ask them about it."
    address = reverse("company-leave", args=[company.company_id])
    return Notice("warning", f"{company.company_name} is closed to you", text, address, "Leave the company")


def _invitation_notices(request: HttpRequest) -> list[Notice]:
    waiting = own_invitations(caller(request).as_actor())
    if not waiting:
        return []
    title = "An invitation is waiting for you" if len(waiting) == 1 else f"{len(waiting)} invitations wait for you"
    names = ", ".join(dict.fromkeys(invitation.company_name for invitation in waiting))
    return [Notice("info", title, f"From {names}.", reverse("companies"), "See your invitations")]


def _request_notices(request: HttpRequest) -> list[Notice]:
    """People who ask to join wait for the admins of the active company (AR-2)."""
    actor = caller(request).as_actor()
    company_id = actor.company_id
    if company_id is None or not has_permission(actor, Permission.ACCESS_REQUESTS_DECIDE, company_id):
        return []
    waiting = access_requests(company_id).count()
    if not waiting:
        return []
    title = "Somebody asks to join" if waiting == 1 else f"{waiting} people ask to join"
    return [Notice("info", title, "They wait for your answer.", reverse("team-requests"), "Review requests")]


def _password_notices(request: HttpRequest) -> list[Notice]:
    """PW-4: announced from fourteen days before."""
    user = get_user(caller(request).user_id)
    expires_at = password_expires_at(user) if user is not None else None
    if expires_at is None or expires_at - clock.now() > _EXPIRY_NOTICE:
        return []
    day = date_format(timezone.localtime(expires_at), "j F Y")
    text = f"You have to choose a new one when you log in after {day}. You can do it now."
    return [Notice("warning", "Your password expires soon", text, reverse("account-password"), "Change password")]


def _abn_notices(request: HttpRequest) -> list[Notice]:
    """CO-2: standing notices for the people who can do something about them."""
    principal = caller(request)
    company_id = principal.company_id
    if company_id is None or not has_permission(principal.as_actor(), Permission.COMPANY_CHANGE, company_id):
        return []
    return register_notices(get_company(company_id))


@onboarded("GET")
def companies(request: HttpRequest) -> HttpResponse:
    """``/companies``: where a person works, who invites them, whom they ask (SW-1, ME-6, IN-9, AR-2)."""
    return companies_page(request, AccessRequestForm(initial={"abn": request.GET.get("abn", "")[:50]}))


def companies_page(request: HttpRequest, form: AccessRequestForm, status: int = 200) -> HttpResponse:
    """The page with the form for asking, empty or refused."""
    principal = caller(request)
    values = {
        "nav": "companies",
        "notices": _closed_notices(request),
        "companies": own_companies(principal.user_id, principal.company_id),
        "invitations": own_invitations(principal.as_actor()),
        "can_create_company": not has_founded_company(principal.user_id),
        "request_access_url": "#request-access",
        "access_requests": shown_own_requests(principal.user_id),
        "form": form,
    }
    return show(request, "companies", values, status=status)


@onboarded("POST")
def switch(request: HttpRequest) -> HttpResponse:
    """``/switch-company``: opens another company in this session, then the page ``next`` of ours (SW-2, SW-4)."""
    sent = request.POST.get("company_id", "")
    if not (sent.isascii() and sent.isdigit() and len(sent) < 19):
        raise Problem("COMPANY_NOT_FOUND")
    actor = caller(request).as_actor()
    membership = switch_company(company_id=int(sent), actor=actor)
    if membership.company_id != actor.company_id:
        messages.success(request, f"{membership.company_name} is open now.")
    return go_to(own_path(request, request.POST.get("next")) or reverse("dashboard"))
