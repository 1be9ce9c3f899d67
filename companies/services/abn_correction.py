"""Correcting the ABN of a company by staff, whether or not the register has confirmed it (CO-6, CO-7)."""

from __future__ import annotations

from dataclasses import dataclass

from django.db import IntegrityError

from abr_cache.services import RegisterFacts, format_abn
from auditing.services import business_transaction, former_values, record, save_and_record
from common.actors import Actor
from common.db.constraint_names import is_broken
from common.locks import transaction_lock
from common.problems import FieldErrors, Problem
from common.tenancy import system_scope
from companies.models import Company
from companies.services.company_input import check_identifier
from companies.services.creation import apply_facts, drop_facts, read_facts, warnings_of
from companies.services.display_names import derive_names
from companies.services.duplicates import ABN_CONSTRAINT
from companies.services.register_answers import tell_admins
from companies.services.staff_steps import checked_reason, no_such_company, require_staff, staff_action
from reference.selectors import lookup

_RECORDED = (
    "abn", "acn", "abn_status", "legal_entity_name", "business_names", "entity_type_code", "entity_type",
    "is_gst_registered", "display_name_source", "custom_display_name", "abr_verified_at",
)  # fmt: skip


class _Taken(Exception):
    """Another live company holds the ABN."""


@dataclass(frozen=True, slots=True)
class CorrectedAbn:
    """The company as it is now, and warnings by code (CO-2)."""

    company: Company
    warnings: tuple[str, ...]


def correct_abn(
    *, company_id: int, abn: str, reason: str, actor: Actor, expected_version: str | None = None
) -> CorrectedAbn:
    """Give a company another ABN, or none (an empty text); the facts of the former one go with it.

    The server reads the register itself, before the transaction. Does the register not answer, the company is
    unverified and asked about every hour. The name in use stays, its source is derived again (CO-12).

    Raises:
        ValidationFailed: no reason; ``abn``: abn_invalid, not_applicable outside Australia, invalid_choice (the one the
            company has), abn_not_registered.
        Problem: INSUFFICIENT_PERMISSIONS, COMPANY_NOT_FOUND, STALE_RESOURCE, COMPANY_EXISTS (names the holder: staff
            may know it).
    """
    require_staff(actor)
    with system_scope("companies.services.correct_abn"):
        company = Company.all_companies.filter(pk=company_id, is_deleted=False).first()
        if company is None:
            raise no_such_company()
        errors = FieldErrors()
        number = _checked(abn, company, errors)
        text = checked_reason(reason, errors)
        facts = read_facts(number, None, refresh=True)
        try:
            row = _correct(company_id, number, facts, text, actor, expected_version)
        except IntegrityError as error:
            if not is_broken(ABN_CONSTRAINT, error):
                raise
            raise _refusal(str(number), company_id, text, actor) from error
        except _Taken as taken:
            raise _refusal(str(number), company_id, text, actor) from taken
    return CorrectedAbn(row, warnings_of(row, facts))


def _checked(abn: str, company: Company, errors: FieldErrors) -> str | None:
    country = str(lookup("Country", company.country_id).code)
    number = check_identifier("abn", abn, country, errors)
    if not errors and number == company.abn:
        have = "has this ABN already. To ask about it again, use “Read the register”." if number else "has no ABN."
        errors.add("abn", "invalid_choice", f"The company {have}")
    return number


def _correct(
    company_id: int,
    number: str | None,
    facts: RegisterFacts | None,
    reason: str,
    actor: Actor,
    expected_version: str | None,
) -> Company:
    with business_transaction(actor, reason):
        if number is not None:
            # Corrections to one ABN wait for each other; everybody else meets the constraint.
            transaction_lock(f"abn {number}")
        with staff_action(
            company_id=company_id, reason=reason, actor=actor, expected_version=expected_version
        ) as company:
            if number is not None and _holder(number, company_id) is not None:
                raise _Taken
            before = {name: getattr(company, name) for name in _RECORDED}
            drop_facts(company)
            company.abn, company.acn, company.is_gst_registered = number, None, None
            if facts is not None and facts.is_found:
                apply_facts(company, facts)
            derive_names(company)
            former = former_values(company, before)
            if save_and_record(company, former, action="COMPANY_UPDATED", actor=actor, company_id=company_id):
                tell_admins(company, _sentence(before["abn"], company))
            return company


def _sentence(former: str | None, company: Company) -> str:
    """What the admins read about it."""
    old, new = (format_abn(number) if number else "" for number in (former, company.abn))
    if not new:
        return f"Our support has taken the ABN {old} from the company."
    text = f"Our support has corrected the ABN from {old} to {new}." if old else f"Our support has set the ABN {new}."
    return text if company.is_verified else f"{text} The register could not confirm it yet; we ask again every hour."


def _holder(abn: str, except_id: int) -> Company | None:
    row: Company | None = Company.all_companies.filter(abn=abn, is_deleted=False).exclude(pk=except_id).first()
    return row


def _refusal(abn: str, company_id: int, reason: str, actor: Actor) -> Problem:
    """Keep the evidence in the platform's chain, where no company reads it; call it outside of a transaction (CO-8)."""
    with business_transaction(actor, reason):
        record(
            action="COMPANY_DUPLICATE_ATTEMPT",
            entity_type="dbo.Company",
            entity_id=company_id,
            actor=actor,
            new={"abn": abn},
        )
    holder = _holder(abn, company_id)
    who = f"Company {holder.pk}, {holder.company_name}, holds" if holder is not None else "Another company holds"
    return Problem(
        "COMPANY_EXISTS",
        f"{who} this ABN. Nothing is changed. If the wrong people hold it, settle that company's registration.",
        abn=abn,
    )
