"""Pages on which staff take care of a company; every one asks for a reason (section 23)."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any, Final

from django import forms
from django.http import Http404, HttpRequest, HttpResponse
from django.urls import reverse
from unfold.widgets import UnfoldAdminSelectWidget, UnfoldAdminTextInputWidget

from abr_cache.services import format_abn
from common.backoffice.confirming import ReasonForm, confirm_page
from common.backoffice.identity import actor_of
from common.backoffice.pages import own_page
from companies.admin.base import CompanyDataAdmin
from companies.models import Company, CompanyCustomerDetails
from companies.services import (
    CorrectedAbn,
    Finding,
    Result,
    change_tier,
    correct_abn,
    deactivate_company,
    reactivate_company,
    reread_register,
)
from reference.selectors import active_rows, lookup

_WARNINGS: Final = {
    "ABN_CANCELLED": "The register lists it as cancelled.",
    "REGISTER_UNAVAILABLE": "The register did not answer; it is asked every hour until it does.",
    "GST_NOT_REGISTERED": "The register says that the company is not registered for GST.",
}
_FOUND: Final = {
    Result.UNCHANGED: "The register says what is stored already.",
    Result.CHANGED: "What the register says now is stored.",
    Result.MISSING: "The ABN is not confirmed any more.",
    Result.REPLACED: "The ABN is not confirmed any more.",
}


class AbnForm(ReasonForm):
    """The ABN the company should have."""

    abn = forms.CharField(
        label="ABN",
        required=False,
        max_length=20,
        widget=UnfoldAdminTextInputWidget(attrs={"inputmode": "numeric", "autocomplete": "off"}),
        help_text="For example 51 824 753 556. Empty it to take the ABN away, so that another company can use it.",
    )


class TierForm(ReasonForm):
    """The tier the company should be in."""

    tier_code = forms.ChoiceField(
        label="Tier",
        choices=lambda: [(row.code, row.name) for row in active_rows("CustomerTier")],
        widget=UnfoldAdminSelectWidget,
    )


class CompanyCare(CompanyDataAdmin):
    """The buttons of a company."""

    care_pages = ("deactivate", "reactivate", "correct_abn", "change_tier", "reread")

    def get_actions_detail(self, request: HttpRequest, object_id: Any) -> list[Any]:
        """Buttons that make sense for this company; the services refuse the others all the same."""
        company = self.get_object(request, str(object_id))
        possible = _possible(company) if company is not None else set()
        prefix = f"{self.opts.app_label}_{self.opts.model_name}_"
        return [
            action
            for action in super().get_actions_detail(request, object_id)
            if action.action_name.removeprefix(prefix) in possible
        ]

    @own_page("Deactivate", "deactivate", "block")
    def deactivate(self, request: HttpRequest, object_id: str) -> HttpResponse:
        """Close the company to its members."""

        def run(company: Company, reason: str, version: str) -> None:
            deactivate_company(
                company_id=company.pk, reason=reason, actor=actor_of(request), expected_version=version or None
            )

        return self._confirm(
            request,
            object_id,
            verb="Deactivate",
            text="Nobody can work in {company} any more, from the next request on; its people keep their accounts and "
            "their other companies. Memberships, invitations and requests stay and are back when it is reactivated. "
            "It keeps its ABN.",
            run=run,
            done="{company} is deactivated.",
            is_danger=True,
        )

    @own_page("Reactivate", "reactivate", "undo")
    def reactivate(self, request: HttpRequest, object_id: str) -> HttpResponse:
        """Open the company to its members again."""

        def run(company: Company, reason: str, version: str) -> None:
            reactivate_company(
                company_id=company.pk, reason=reason, actor=actor_of(request), expected_version=version or None
            )

        return self._confirm(
            request,
            object_id,
            verb="Reactivate",
            text="The people of {company} can work in it again, with the roles they had.",
            run=run,
            done="{company} is active again.",
        )

    @own_page("Correct ABN", "correct-abn", "edit")
    def correct_abn(self, request: HttpRequest, object_id: str) -> HttpResponse:
        """Give the company another ABN."""

        def run(company: Company, reason: str, version: str, abn: str) -> CorrectedAbn:
            return correct_abn(
                company_id=company.pk,
                abn=abn,
                reason=reason,
                actor=actor_of(request),
                expected_version=version or None,
            )

        return self._confirm(
            request,
            object_id,
            verb="Correct the ABN of",
            text="The register is asked when you save, and {company} gets what it says: legal name, business names, "
            "ACN, entity type, GST. The name in use stays. Its administrators are told by mail.",
            run=run,
            done=_corrected,
            is_danger=True,
            form_class=AbnForm,
            initial=lambda company: {"abn": format_abn(company.abn or "")},
        )

    @own_page("Change tier", "change-tier", "sell")
    def change_tier(self, request: HttpRequest, object_id: str) -> HttpResponse:
        """Put the company into another customer tier."""

        def run(company: Company, reason: str, version: str, tier_code: str) -> None:
            change_tier(company_id=company.pk, tier_code=tier_code, reason=reason, actor=actor_of(request))

        return self._confirm(
            request,
            object_id,
            verb="Change the tier of",
            text="{company} shows the new tier at once; its limits are stored and not enforced in this release.",
            run=run,
            done="The tier of {company} is stored.",
            form_class=TierForm,
            initial=lambda company: {"tier_code": _tier_code(company.pk)},
        )

    @own_page("Read the register", "reread", "sync")
    def reread(self, request: HttpRequest, object_id: str) -> HttpResponse:
        """Ask the register about the company now."""

        def run(company: Company, reason: str, version: str) -> Finding:
            return reread_register(company_id=company.pk, reason=reason, actor=actor_of(request))

        return self._confirm(
            request,
            object_id,
            verb="Read the register about",
            text="The register is asked now. What it says otherwise than before is stored, recorded and mailed to the "
            "administrators of {company}.",
            run=run,
            done=_found,
        )

    def _confirm(
        self,
        request: HttpRequest,
        object_id: str,
        *,
        verb: str,
        text: str,
        run: Callable[..., Any],
        done: str | Callable[[Any], str],
        is_danger: bool = False,
        form_class: type[ReasonForm] = ReasonForm,
        initial: Callable[[Company], Mapping[str, Any]] = lambda company: {},
    ) -> HttpResponse:
        """Ask for the reason; ``{company}`` in the texts is its name. ``run`` gets company, reason and version."""
        if not self.has_view_permission(request):
            raise Http404
        company: Company = self._row(request, object_id)
        if company.is_deleted:
            raise Http404
        self.record_view(request, company)
        return confirm_page(
            self,
            request,
            company,
            title=f"{verb} {company}",
            text=text.replace("{company}", str(company)),
            button=verb.removesuffix(" of").removesuffix(" about"),
            run=lambda reason, version, **chosen: run(company, reason, version, **chosen),
            done=done.replace("{company}", str(company)) if isinstance(done, str) else done,
            after=reverse("admin:companies_company_change", args=[company.pk]),
            is_danger=is_danger,
            form_class=form_class,
            initial=initial(company),
        )


def _possible(company: Company) -> set[str]:
    if company.is_deleted:
        return set()
    shown = {
        "settle": True,
        "deactivate": company.is_active,
        "reactivate": not company.is_active,
        "correct_abn": True,
        "change_tier": True,
        "reread": company.abn is not None,
    }
    return {name for name, is_shown in shown.items() if is_shown}


def _tier_code(company_id: int) -> str:
    row = CompanyCustomerDetails.all_companies.filter(company_id=company_id, is_deleted=False).first()
    return str(lookup("CustomerTier", row.customer_tier_id).code) if row is not None else ""


def _corrected(corrected: CorrectedAbn) -> str:
    abn = corrected.company.abn
    head = f"The ABN is {format_abn(abn)} now." if abn else "The company has no ABN any more."
    return " ".join((head, *(_WARNINGS[code] for code in corrected.warnings)))


def _found(finding: Finding) -> str:
    return " ".join((_FOUND[finding.result], *finding.changes))
