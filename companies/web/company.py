"""Settings of the active company: profile, billing and organiser side (CO-6, CO-11 to CO-13)."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from django.contrib import messages
from django.http import HttpRequest, HttpResponse

from common.api.etag import etag_of
from common.permissions import Permission, has_permission
from common.problems import Problem
from common.web import guard
from common.web.access import active_company_id, caller, company_admin, company_member
from common.web.answers import go, show
from companies import selectors, services
from companies.web.names import SOURCES, name_proposals
from companies.web.notices import register_notices
from companies.web.settings_forms import BillingForm, CompanyProfileForm, OrganizerForm, VersionedForm
from reference.selectors import find_active
from reference.services.validation import display_phone

Save = Callable[[Callable[[Any], None]], Any]
_STALE, _SAVED = 412, "Your changes are saved."


@company_member("GET", "POST")
def company(request: HttpRequest) -> HttpResponse:
    """``/company``: name, contact and what the register says; administrators edit (CO-6, CO-11)."""
    company_id, actor = active_company_id(request), caller(request).as_actor()
    if request.method != "POST":
        return _company_page(request, _company_form(company_id))
    services.require(actor, Permission.COMPANY_CHANGE, company_id)
    if "use_name" in request.POST and not guard.is_for_another_company(request):
        return _with_proposed_name(request, company_id)
    form = _company_form(company_id, request.POST)

    def save(precondition: Callable[[Any], None]) -> Any:
        return services.update_company(
            company_id=company_id, changes=form.changes(), actor=actor, precondition=precondition
        )

    status = _refusal(request, form, save)
    if status is None:
        return go("company")
    if status == _STALE:
        return _company_page(request, _company_form(company_id, request.POST, is_stale=True), status)
    return _company_page(request, form, status)


def _company_form(company_id: int, data: Any = None, *, is_stale: bool = False) -> CompanyProfileForm:
    row = selectors.get_company(company_id)
    view = selectors.describe_company(row)
    known = {
        "company_name": view.company_name,
        "abn": view.abn_formatted,
        "acn": view.acn,
        "industry_code": view.industry_code,
        "phone": view.phone_display or view.phone,
        "email": view.email,
        "version": etag_of(row),
    }
    return CompanyProfileForm(_renewed(data, row) if is_stale else data, initial=known, company=view)


def _with_proposed_name(request: HttpRequest, company_id: int) -> HttpResponse:
    """The form with a name of the register filled in, unvalidated, unsaved, and the rest as typed (CO-11)."""
    view = selectors.describe_company(selectors.get_company(company_id))
    wanted = request.POST["use_name"].casefold()
    picked = next((one.name for one in name_proposals(view, "") if one.name.casefold() == wanted), "")
    typed = {name: request.POST[name] for name in CompanyProfileForm.base_fields if name in request.POST}
    form = CompanyProfileForm(initial=typed | ({"company_name": picked} if picked else {}), company=view)
    form.fields["company_name"].widget.attrs["autofocus"] = True
    return _company_page(request, form, picked=picked)


def _company_page(
    request: HttpRequest, form: CompanyProfileForm, status: int = 200, *, picked: str = ""
) -> HttpResponse:
    company_id = active_company_id(request)
    row = selectors.get_company(company_id)
    view = selectors.describe_company(row)
    industry = find_active("Industry", view.industry_code or "")
    sees_customer = has_permission(caller(request).as_actor(), Permission.SUBSCRIPTION_READ, company_id)
    values = {
        "company": view,
        "name_source": SOURCES[view.display_name_source],
        "picked": picked,
        "notices": register_notices(row),
        "industry_name": industry.name if industry is not None else "",
        "customer": selectors.get_customer(company_id) if sees_customer else None,
    }
    return _page(request, "company", form, Permission.COMPANY_CHANGE, values, status)


@company_admin("GET", "POST", permission=Permission.BILLING_READ)
def company_billing(request: HttpRequest) -> HttpResponse:
    """``/company/billing``: contact and address for invoices; the invoice name is the legal name (CO-13)."""
    company_id, actor = active_company_id(request), caller(request).as_actor()
    if request.method != "POST":
        return _billing_page(request, _billing_form(company_id))
    services.require(actor, Permission.BILLING_CHANGE, company_id)
    if request.POST.get("action") == "country":
        # Shown again for another country, unvalidated and with everything typed (ON-4).
        typed = {name: request.POST[name] for name in BillingForm.base_fields if name in request.POST}
        return _billing_page(request, BillingForm(initial=typed, company_id=company_id))
    form = _billing_form(company_id, request.POST)

    def save(precondition: Callable[[Any], None]) -> Any:
        return services.update_billing(
            company_id=company_id, changes=form.changes(), actor=actor, precondition=precondition
        )

    status = _refusal(request, form, save)
    if status is None:
        return go("company-billing")
    if status == _STALE:
        return _billing_page(request, _billing_form(company_id, request.POST, is_stale=True), status)
    return _billing_page(request, form, status)


def _billing_form(company_id: int, data: Any = None, *, is_stale: bool = False) -> BillingForm:
    row = selectors.get_billing(company_id)
    view = selectors.describe_billing(row)
    known = {name: getattr(view, name) for name in BillingForm.base_fields if name != "version"}
    known["billing_phone"] = display_phone(view.billing_phone, view.billing_country_code or "") or view.billing_phone
    known["version"] = etag_of(row)
    return BillingForm(_renewed(data, row) if is_stale else data, initial=known, company_id=company_id)


def _billing_page(request: HttpRequest, form: BillingForm, status: int = 200) -> HttpResponse:
    billing = selectors.describe_billing(selectors.get_billing(active_company_id(request)))
    return _page(request, "company_billing", form, Permission.BILLING_CHANGE, {"billing": billing}, status)


@company_member("GET", "POST")
def company_organizer(request: HttpRequest) -> HttpResponse:
    """``/company/organizer``: web site, licence and kinds of event; administrators edit (CO-6)."""
    company_id, actor = active_company_id(request), caller(request).as_actor()
    if request.method != "POST":
        return _organizer_page(request, _organizer_form(company_id))
    services.require(actor, Permission.ORGANIZER_CHANGE, company_id)
    form = _organizer_form(company_id, request.POST)

    def save(precondition: Callable[[Any], None]) -> Any:
        return services.update_organizer(
            company_id=company_id, changes=form.changes(), actor=actor, precondition=precondition
        )

    status = _refusal(request, form, save)
    if status is None:
        return go("company-organizer")
    if status == _STALE:
        return _organizer_page(request, _organizer_form(company_id, request.POST, is_stale=True), status)
    return _organizer_page(request, form, status)


def _organizer_form(company_id: int, data: Any = None, *, is_stale: bool = False) -> OrganizerForm:
    row = selectors.get_organizer(company_id)
    view = selectors.describe_organizer(row)
    events = view.average_events_per_year
    known = {
        "website": view.website,
        "organizer_license_number": view.organizer_license_number,
        "event_types_organized": "\n".join(view.event_types_organized),
        "average_events_per_year": "" if events is None else str(events),
        "version": etag_of(row),
    }
    return OrganizerForm(_renewed(data, row) if is_stale else data, initial=known)


def _organizer_page(request: HttpRequest, form: OrganizerForm, status: int = 200) -> HttpResponse:
    organizer = selectors.describe_organizer(selectors.get_organizer(active_company_id(request)))
    return _page(request, "company_organizer", form, Permission.ORGANIZER_CHANGE, {"organizer": organizer}, status)


def _refusal(request: HttpRequest, form: VersionedForm, save: Save) -> int | None:
    """Save a form; the status of the refusal, whose errors the form then carries, or None when it is saved."""
    if guard.is_for_another_company(request):
        form.is_valid()
        form.refuse_text(guard.MESSAGE)
        return 409
    if not form.is_valid():
        return 422
    version = form.entered("version")

    def unchanged(row: Any) -> None:
        if version != etag_of(row):
            raise Problem("STALE_RESOURCE")

    try:
        save(unchanged)
    except Problem as problem:
        if problem.status != _STALE:
            form.refuse(problem, "abn" if problem.code == "COMPANY_EXISTS" and "abn" in form.fields else None)
        return problem.status
    messages.success(request, _SAVED)
    return None


def _renewed(data: Any, row: Any) -> Any:
    """What was typed, with the version of the row as it is now: the next save overwrites knowingly (CO-6)."""
    renewed = data.copy()
    renewed["version"] = etag_of(row)
    return renewed


def _page(
    request: HttpRequest, name: str, form: VersionedForm, change: Permission, values: dict[str, Any], status: int
) -> HttpResponse:
    company_id = active_company_id(request)
    shared = {
        "nav": "company",
        "form": form,
        "can_edit": has_permission(caller(request).as_actor(), change, company_id),
        "is_stale": status == _STALE,
        "differences": form.differences() if status == _STALE else [],
    }
    return show(request, name, {**shared, **values}, status=status)
