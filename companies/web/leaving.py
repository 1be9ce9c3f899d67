"""Leaving a company, for oneself (ME-6)."""

from __future__ import annotations

from django.contrib import messages
from django.http import HttpRequest, HttpResponse

from common.api.access import record_cross_company
from common.problems import Problem
from common.web.access import caller, onboarded
from common.web.answers import go, show
from companies import services
from companies.selectors import Departure, departures, own_companies
from companies.web.member_forms import ReasonForm

_HINT = "Administrators of the company read it in the list of removed members."


@onboarded("GET", "POST")
def company_leave(request: HttpRequest, company_id: int) -> HttpResponse:
    """``/companies/<company>/leave``: says what is lost and where one lands, then leaves."""
    if request.method != "POST":
        return _page(request, company_id, ReasonForm(hint=_HINT))
    form = ReasonForm(request.POST, hint=_HINT)
    if not form.is_valid():
        return _page(request, company_id, form, 422)
    principal = caller(request)
    left = _departure(request, company_id)
    try:
        services.leave_company(actor=principal.as_actor(), company_id=company_id, reason=form.optional("reason"))
    except Problem as problem:
        if problem.status == 404:
            raise
        form.refuse(problem)
        return _page(request, company_id, form, problem.status)
    messages.success(request, f"You have left {left.company_name}.")
    return go("dashboard" if company_id == principal.company_id else "companies")


def _page(request: HttpRequest, company_id: int, form: ReasonForm, status: int = 200) -> HttpResponse:
    """``effect`` of the departure: ``leaves``, or why the company keeps the person: ``blocks``, ``deactivates``."""
    principal = caller(request)
    departure = _departure(request, company_id)
    others = [one for one in own_companies(principal.user_id, principal.company_id) if one.company_id != company_id]
    values = {
        "nav": "companies",
        "form": form,
        "departure": departure,
        "is_kept": departure.effect != "leaves",
        "is_open_now": company_id == principal.company_id,
        "next_company": others[0] if others else None,
        "kept": str(form.data.get("reason", "")) if form.is_bound else "",
    }
    return show(request, "company_leave", values, status=status)


def _departure(request: HttpRequest, company_id: int) -> Departure:
    """The company among those of the person; an attempt on another's leaves evidence (TI-4)."""
    principal = caller(request)
    found = next((one for one in departures(principal.user_id) if one.company_id == company_id), None)
    if found is None:
        record_cross_company(principal, request.path, company_id, "Company", company_id)
        raise Problem("COMPANY_NOT_FOUND")
    return found
