"""Step 1 of onboarding (ON-1 to ON-3, ON-7)."""

from __future__ import annotations

from django.contrib import messages
from django.http import HttpRequest, HttpResponse

from accounts.models import User
from accounts.selectors.profiles import describe_user
from accounts.services.memberships import membership_in
from accounts.services.onboarding import STEP_DETAILS, DetailsInput, save_details
from accounts.web.forms.profile import DetailsForm
from accounts.web.persons import person
from common.problems import Problem
from common.web.access import caller, signed_in
from common.web.answers import go, show


@signed_in("GET", "POST")
def onboarding_details(request: HttpRequest) -> HttpResponse:
    """``/onboarding/details``: can be sent again until onboarding is complete, which it is for members."""
    principal = caller(request)
    if principal.is_onboarding_complete:
        return go("dashboard")
    if request.method != "POST":
        return _page(request, DetailsForm(initial=_known(person(request))))
    form = DetailsForm(request.POST)
    if not form.is_valid():
        return _page(request, form, 422)
    try:
        saved = save_details(entered=_entered(form), actor=principal.as_actor())
    except Problem as problem:
        form.refuse(problem)
        return _page(request, form, problem.status)
    if not saved.is_onboarding_complete:
        return go("onboarding-company")
    messages.success(request, "Your details are saved. Welcome to EventLead.")
    return go("dashboard")


def _known(user: User) -> dict[str, str | None]:
    """What is known already; the zone is left open the first time, so that the browser's can be proposed (ON-3)."""
    known = describe_user(user)
    is_first = user.onboarding_step <= STEP_DETAILS
    return {
        "first_name": known.first_name,
        "last_name": known.last_name,
        "country_code": known.country_code,
        "timezone_identifier": "" if is_first else known.timezone_identifier,
        "phone": known.phone_display or known.phone,
        "role_title": known.role_title,
    }


def _entered(form: DetailsForm) -> DetailsInput:
    return DetailsInput(
        first_name=form.entered("first_name"),
        last_name=form.entered("last_name"),
        country_code=form.entered("country_code"),
        timezone_identifier=form.entered("timezone_identifier"),
        phone=form.optional("phone"),
        role_title=form.optional("role_title"),
    )


def _page(request: HttpRequest, form: DetailsForm, status: int = 200) -> HttpResponse:
    principal = caller(request)
    joined = membership_in(principal.user_id, principal.company_id)
    values = {
        "form": form,
        "step_count": 1 if joined else 2,
        "company_name": joined.company_name if joined else "",
    }
    return show(request, "onboarding_details", values, status=status)
