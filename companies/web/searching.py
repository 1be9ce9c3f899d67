"""The register search on pages: the same service and limit as the endpoint (AB-1 to AB-5, RL-1)."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from typing import Any

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render

from abr_cache.services import RegisterEntity, SearchAnswer, search
from common.problems import Problem
from common.web import limits
from common.web.access import caller, signed_in
from companies.web.forms import SearchForm

_LIMIT = "RATE_LIMIT_ABR_PER_MINUTE"
_LABELS = {"abn": "ABN", "acn": "ACN", "name": "Name"}
_TOO_MANY = "That was a lot of searches in a short time. Wait a minute, then search again."


@dataclass(frozen=True, slots=True)
class ShownSearch:
    """What ``components/company_results.html`` shows; ``error`` is set when nothing was asked."""

    query: str = ""
    search_type: str = "auto"
    detected_label: str = ""
    outcome: str = ""
    is_stale: bool = False
    retrieved_at: datetime | None = None
    results: tuple[RegisterEntity, ...] = ()
    error: str = ""
    status: int = 200

    @property
    def result_count(self) -> int:
        return len(self.results)

    @property
    def selected_abn(self) -> str:
        """The one result of an ABN or ACN search is chosen beforehand; name results never are (AB-5)."""
        is_number = self.detected_label in ("ABN", "ACN")
        return self.results[0].abn if is_number and len(self.results) == 1 else ""


def run_search(request: HttpRequest, form: SearchForm) -> ShownSearch:
    """Search for what a person typed; every refusal becomes a text."""
    typed = str(form.data.get("query", "")).strip()[:200]
    search_type = str(form.data.get("search_type") or "auto")
    if not form.is_valid():
        message = next(iter(form.errors.values()))[0]
        return ShownSearch(typed, search_type, error=str(message), status=422)
    try:
        limits.count(_LIMIT, f"user:{caller(request).user_id}")
        found = search(query=typed, search_type=search_type)
    except Problem as problem:
        text = problem.errors[0].message if problem.errors else _TOO_MANY
        return ShownSearch(typed, search_type, error=text, status=problem.status)
    return ShownSearch(
        query=found.query,
        search_type=search_type,
        detected_label=_LABELS[found.search_type],
        outcome=found.outcome.value,
        is_stale=found.is_stale,
        retrieved_at=found.retrieved_at,
        results=found.results,
    )


def details_of(request: HttpRequest, abn: str) -> SearchAnswer:
    """Details of one register entry, for the pre-filled form; one of the three outcomes (AB-2).

    Raises:
        Problem: RATE_LIMIT_EXCEEDED; ValidationFailed for a text that is no ABN.
    """
    limits.count(_LIMIT, f"user:{caller(request).user_id}")
    return search(query=abn, search_type="abn")


def shown(search_shown: ShownSearch) -> dict[str, Any]:
    """Template variables of a search."""
    return {"search": search_shown, "selected_abn": search_shown.selected_abn}


@signed_in("POST")
def company_search(request: HttpRequest) -> HttpResponse:
    """``/onboarding/company/search``: the results alone, for the script that searches while somebody types."""
    found = run_search(request, SearchForm(request.POST))
    return render(request, "components/company_results.html", shown(found), status=found.status)
