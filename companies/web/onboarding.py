"""Step 2 of onboarding, and the creation of a company later on (ON-4 to ON-6, CO-1 to CO-8)."""

from __future__ import annotations

from typing import Any

from django.contrib import messages
from django.http import HttpRequest, HttpResponse, QueryDict

from abr_cache.services import Outcome, RegisterEntity, SearchAnswer, format_abn, format_acn, parse_abn
from common.problems import Problem, ValidationFailed
from common.web.access import caller, signed_in
from common.web.answers import go, show
from companies.selectors import has_founded_company, shown_own_requests
from companies.services import CreatedCompany, create_company
from companies.web.asking import ask_for_access, text_of
from companies.web.forms import IDENTIFIER_COUNTRY, CompanyForm, SearchForm
from companies.web.searching import ShownSearch, details_of, run_search, shown
from reference.selectors import country as find_country
from reference.selectors import lookup

# What a person has chosen; what they wanted to choose while the register was away; the way they took last.
_CHOSEN, _WANTED, _MODE = "chosen_abn", "wanted_company", "company_mode"
_WITHOUT_DETAILS = {
    Outcome.UNAVAILABLE: "The business register has no details at the moment. Please enter them yourself.",
    Outcome.NOT_FOUND: "The business register has no record of this ABN any more. Check the number, or leave it empty.",
}
_WARNINGS = {
    "ABN_CANCELLED": "The business register lists the ABN as cancelled. Please check it with the register.",
    "REGISTER_UNAVAILABLE": "The business register did not answer. We check the ABN as soon as it does.",
    "GST_NOT_REGISTERED": "The business register says that the company is not registered for GST.",
}


@signed_in("GET", "POST")
def onboarding_company(request: HttpRequest) -> HttpResponse:
    """``/onboarding/company``: search, choose, enter, create; each step works as a plain form post."""
    principal = caller(request)
    if not principal.is_onboarding_complete and getattr(request.user, "onboarding_step", 1) < 2:
        return go("onboarding-details")
    if has_founded_company(principal.user_id):
        messages.info(request, "You have created your company already; everybody can create one.")
        return go("dashboard" if principal.is_onboarding_complete else "onboarding-details")
    if request.method != "POST":
        return _opened(request)
    match request.POST.get("action"):
        case "search":
            return _search_page(request, SearchForm(request.POST))
        case "choose":
            return _choose(request)
        case "country":
            return _change_country(request)
        case "request_access":
            return _request_access(request)
        case _:
            return _create(request)


def _country_of_person(request: HttpRequest) -> str:
    country_id = getattr(request.user, "country_id", None)
    return str(lookup("Country", country_id).code) if country_id else IDENTIFIER_COUNTRY


def _has_search(request: HttpRequest) -> bool:
    """Whether the person's country has a register we can search (ON-4)."""
    country = find_country(_country_of_person(request))
    return country is not None and bool(country.company_validation_provider)


def _opened(request: HttpRequest) -> HttpResponse:
    """Show the way that was asked for, else the one last taken, so that coming back from step 1 keeps everything."""
    has_search = _has_search(request)
    mode = request.GET.get("mode") or request.session.get(_MODE) or ("search" if has_search else "manual")
    request.session[_MODE] = mode if mode in ("chosen", "manual") else "search"
    chosen = _chosen(request) if mode == "chosen" else None
    if chosen is not None:
        initial = _from_register(chosen.results[0])
        form = CompanyForm(initial=initial, country_code=IDENTIFIER_COUNTRY, is_manual=False)
        return _form_page(request, form, chosen)
    if mode == "manual" or not has_search:
        country_code = _country_of_person(request)
        initial = {"country_code": country_code, **request.session.get(_WANTED, {})}
        form = CompanyForm(initial=initial, country_code=country_code, is_manual=True)
        return _form_page(request, form)
    return _search_page(request, SearchForm())


def _search_page(request: HttpRequest, form: SearchForm) -> HttpResponse:
    found = run_search(request, form) if form.is_bound else ShownSearch()
    values = {"mode": "search", "has_company_search": True, "search_form": form, **shown(found)}
    values["access_requests"] = shown_own_requests(caller(request).user_id)
    return show(request, "onboarding_company", values, status=found.status)


def _choose(request: HttpRequest) -> HttpResponse:
    """Load the details of a result and go to the pre-filled form (AB-5).

    Without details the form comes with what the result showed, so that nobody types it again (AX-4).
    """
    abn = request.POST.get("abn", "")
    try:
        details = details_of(request, abn)
    except ValidationFailed:
        return go("onboarding-company", mode="search")
    except Problem as problem:
        if problem.code != "RATE_LIMIT_EXCEEDED":
            raise
        messages.warning(request, "That was a lot of searches in a short time. Wait a minute and choose again.")
        return go("onboarding-company", mode="search")
    if not details.results:
        messages.warning(request, _WITHOUT_DETAILS[details.outcome])
        wanted = {"abn": format_abn(parse_abn(abn) or ""), "company_name": request.POST.get("name", "").strip()[:200]}
        request.session[_WANTED] = wanted
        return go("onboarding-company", mode="manual")
    request.session.pop(_WANTED, None)
    request.session[_CHOSEN] = details.results[0].abn
    return go("onboarding-company", mode="chosen")


def _chosen(request: HttpRequest) -> SearchAnswer | None:
    """What the register says about the chosen ABN; None without a choice, or when it says nothing (any more)."""
    abn = request.session.get(_CHOSEN)
    if not abn:
        return None
    try:
        details = details_of(request, str(abn))
    except Problem:
        return None
    return details if details.results else None


def _from_register(entity: RegisterEntity) -> dict[str, Any]:
    """What the register knows; street and suburb it does not (ON-4). The name proposed follows CO-11."""
    return {
        "country_code": IDENTIFIER_COUNTRY,
        "company_name": entity.proposed_name,
        "abn": format_abn(entity.abn),
        "acn": format_acn(entity.acn) if entity.acn else "",
        "billing_state": entity.state or "",
        "billing_postal_code": entity.postcode or "",
    }


def _change_country(request: HttpRequest) -> HttpResponse:
    """Show the form again for another country, unvalidated and with everything typed (ON-4)."""
    country_code = request.POST.get("country_code", "")
    initial = {name: request.POST[name] for name in CompanyForm.base_fields if name in request.POST}
    form = CompanyForm(initial=initial, country_code=country_code, is_manual=True)
    return _form_page(request, form)


def _create(request: HttpRequest) -> HttpResponse:
    chosen = _chosen(request) if request.GET.get("mode") == "chosen" else None
    form = CompanyForm(request.POST, country_code=_sent_country(request.POST), is_manual=chosen is None)
    if not form.is_valid():
        return _form_page(request, form, chosen, status=422)
    try:
        created = create_company(entered=form.company(), actor=caller(request).as_actor())
    except Problem as problem:
        return _refused(request, form, problem, chosen)
    for name in (_CHOSEN, _WANTED, _MODE):
        request.session.pop(name, None)
    _announce(request, created)
    return go("dashboard")


def _request_access(request: HttpRequest) -> HttpResponse:
    """Ask the company that holds the ABN; the form stays as it was typed (CO-8)."""
    form = _typed_again(request)
    duplicate: dict[str, Any] = {"abn": request.POST.get("abn", ""), "reason": request.POST.get("reason", "")}
    try:
        ask_for_access(request, duplicate["abn"], duplicate["reason"])
    except Problem as problem:
        duplicate["error"] = text_of(problem)
        return _form_page(request, form, _typed_chosen(request), status=problem.status, duplicate=duplicate)
    duplicate["is_sent"] = True
    return _form_page(request, form, _typed_chosen(request), duplicate=duplicate)


def _typed_chosen(request: HttpRequest) -> SearchAnswer | None:
    return _chosen(request) if request.GET.get("mode") == "chosen" else None


def _typed_again(request: HttpRequest) -> CompanyForm:
    """The form with everything typed, unvalidated."""
    initial = {name: request.POST[name] for name in CompanyForm.base_fields if name in request.POST}
    is_manual = request.GET.get("mode") != "chosen"
    return CompanyForm(initial=initial, country_code=_sent_country(request.POST), is_manual=is_manual)


def _sent_country(data: QueryDict) -> str:
    return str(data.get("country_code", ""))


def _announce(request: HttpRequest, created: CreatedCompany) -> None:
    messages.success(request, f"{created.company.company_name} is set up. Welcome to EventLead.")
    for code in created.warnings:
        messages.warning(request, _WARNINGS[code])


def _refused(request: HttpRequest, form: CompanyForm, problem: Problem, chosen: SearchAnswer | None) -> HttpResponse:
    match problem.code:
        case "ONBOARDING_DETAILS_REQUIRED":
            return go("onboarding-details")
        case "COMPANY_LIMIT_REACHED":
            # The form was sent twice: the first one made the company (GEN-3).
            return go("dashboard")
        case "COMPANY_EXISTS":
            duplicate = {"abn": problem.extra["abn"]}
            return _form_page(request, form, chosen, status=problem.status, duplicate=duplicate)
    form.refuse(problem)
    return _form_page(request, form, chosen, status=problem.status)


def _form_page(
    request: HttpRequest,
    form: CompanyForm,
    chosen: SearchAnswer | None = None,
    *,
    status: int = 200,
    duplicate: dict[str, Any] | None = None,
) -> HttpResponse:
    values = {
        "mode": "chosen" if chosen is not None else "manual",
        "has_company_search": _has_search(request),
        "form": form,
        "chosen": chosen.results[0] if chosen is not None else None,
        "register_answer": chosen,
        "duplicate": duplicate,
        "access_requests": shown_own_requests(caller(request).user_id),
    }
    return show(request, "onboarding_company", values, status=status)
