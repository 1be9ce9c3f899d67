"""Changing the billing and organiser sides of a company (CO-6, CO-13)."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import asdict
from typing import Any

from auditing.services import apply_changes, business_transaction, save_and_record
from common.actors import Actor
from common.permissions import Permission
from common.problems import FieldError, FieldErrors
from companies.models import Company, CompanyBillingDetails, CompanyOrganizerDetails
from companies.selectors import describe_billing, get_billing
from companies.services.billing_input import BillingInput, check_billing
from companies.services.guards import require
from companies.services.profile import Precondition
from reference.selectors import code_id, lookup

_ORGANIZER_FIELDS = ("website", "organizer_license_number", "event_types_organized", "average_events_per_year")


def update_billing(
    *, company_id: int, changes: Mapping[str, Any], actor: Actor, precondition: Precondition | None = None
) -> CompanyBillingDetails:
    """Change billing details; the whole address is checked against its country, stored parts included.

    Raises:
        ValidationFailed: bad fields, also a stored one that does not fit a new billing country.
        Problem: INSUFFICIENT_PERMISSIONS, STALE_RESOURCE.
    """
    require(actor, Permission.BILLING_CHANGE, company_id)
    errors = FieldErrors()
    _merged(get_billing(company_id), changes, errors)
    errors.raise_if_any()
    with business_transaction(actor):
        row: CompanyBillingDetails = (
            CompanyBillingDetails.objects.alive()
            .select_for_update(of=("self",))
            .select_related("company")
            .get(company_id=company_id)
        )
        if precondition is not None:
            precondition(row)
        stored = asdict(_merged(row, changes, errors))
        errors.raise_if_any()
        stored["billing_country_id"] = code_id("Country", stored.pop("billing_country_code"))
        former = apply_changes(row, stored)
        save_and_record(row, former, action="COMPANY_BILLING_UPDATED", actor=actor, company_id=company_id)
        return row


def billing_change_errors(values: Mapping[str, Any], company_id: int) -> list[FieldError]:
    """Bad fields among changes of billing details, for one answer that names all (GEN-5)."""
    errors = FieldErrors()
    _merged(get_billing(company_id), values, errors)
    return errors.items


def _merged(row: CompanyBillingDetails, changes: Mapping[str, Any], errors: FieldErrors) -> BillingInput:
    """Lay changes over the stored row and check the whole."""
    view = describe_billing(row)
    present = {name: getattr(view, name) for name in BillingInput.__slots__}
    company: Company = row.company
    country_code = str(lookup("Country", company.country_id).code)
    return check_billing(BillingInput.of({**present, **changes}), country_code, errors, company_id=row.company_id)


def update_organizer(
    *, company_id: int, changes: Mapping[str, Any], actor: Actor, precondition: Precondition | None = None
) -> CompanyOrganizerDetails:
    """Change organiser details; values come checked from form or body.

    Raises:
        Problem: INSUFFICIENT_PERMISSIONS, STALE_RESOURCE.
    """
    require(actor, Permission.ORGANIZER_CHANGE, company_id)
    with business_transaction(actor):
        row: CompanyOrganizerDetails = (
            CompanyOrganizerDetails.objects.alive().select_for_update().get(company_id=company_id)
        )
        if precondition is not None:
            precondition(row)
        wanted = {name: changes[name] for name in _ORGANIZER_FIELDS if name in changes}
        if "event_types_organized" in wanted:
            # An empty list and none at all are the same answer: only null is stored (AU-3).
            wanted["event_types_organized"] = wanted["event_types_organized"] or None
        former = apply_changes(row, wanted)
        save_and_record(row, former, action="COMPANY_ORGANIZER_UPDATED", actor=actor, company_id=company_id)
        return row
