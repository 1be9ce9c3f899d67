"""Accepting a new version of the terms; the banner of every signed-in page leads here."""

from __future__ import annotations

from django.contrib import messages
from django.http import HttpRequest, HttpResponse

from accounts.selectors.terms import current_terms, has_accepted
from accounts.services.terms import accept_terms
from accounts.web.persons import person
from common.problems import Problem
from common.web.access import caller, signed_in, start_page
from common.web.answers import go_to, own_path, show


@signed_in("GET", "POST")
def account_terms(request: HttpRequest) -> HttpResponse:
    """``/account/terms``: which version applies and which was accepted; afterwards ``next``, or where one goes on."""
    if request.method != "POST":
        return _page(request, request.GET.get("next"))
    next_address = request.POST.get("next")
    try:
        accept_terms(terms_version=request.POST.get("terms_version", ""), actor=caller(request).as_actor())
    except Problem as problem:
        if problem.code != "TERMS_NOT_CURRENT":
            raise
        return _page(request, next_address, is_outdated=True, status=problem.status)
    messages.success(request, f"You have accepted version {current_terms()} of the terms.")
    return go_to(own_path(request, next_address) or start_page(request, caller(request)))


def _page(
    request: HttpRequest, next_address: str | None, *, is_outdated: bool = False, status: int = 200
) -> HttpResponse:
    user, current = person(request), current_terms()
    values = {
        "terms_version": current,
        "accepted_version": user.terms_version,
        "accepted_at": user.terms_accepted_at,
        "is_accepted": has_accepted(user, current),
        "is_outdated": is_outdated,
        "next": own_path(request, next_address),
    }
    return show(request, "account_terms", values, status=status)
