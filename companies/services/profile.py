"""Changing a company's profile (CO-6, CO-12)."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any

from django.db import IntegrityError

from abr_cache.services import RegisterFacts
from auditing.services import business_transaction, former_values, save_and_record
from common.actors import Actor
from common.db.constraint_names import is_broken
from common.permissions import Permission
from common.problems import FieldError, FieldErrors, Problem
from companies.models import Company
from companies.selectors import get_company
from companies.services.company_input import check_identifier, check_industry, check_name
from companies.services.creation import apply_facts, drop_facts, read_facts
from companies.services.display_names import derive_names
from companies.services.duplicates import ABN_CONSTRAINT, company_exists_problem, holds_abn
from companies.services.field_checks import check_email, check_rule
from companies.services.guards import require
from reference.selectors import code_id, lookup

Precondition = Callable[[Any], None]
_RECORDED = (
    "company_name", "phone", "email", "industry_id", "abn", "acn", "abn_status", "legal_entity_name",
    "is_gst_registered", "display_name_source", "abr_verified_at",
)  # fmt: skip


def update_company(
    *, company_id: int, changes: Mapping[str, Any], actor: Actor, precondition: Precondition | None = None
) -> Company:
    """Change name, phone, e-mail or industry, and ABN or ACN while the company is not verified.

    ``changes`` holds snake_case names of the contract (``industry_code``); what is absent stays. ``precondition`` is
    run on the locked row.

    Raises:
        ValidationFailed: bad fields, ``abn_not_registered``, ``abn_acn_mismatch``.
        Problem: INSUFFICIENT_PERMISSIONS, STALE_RESOURCE, ABN_IMMUTABLE, COMPANY_EXISTS.
    """
    require(actor, Permission.COMPANY_CHANGE, company_id)
    company = get_company(company_id)
    wanted = _checked(changes, company)
    if precondition is not None:
        precondition(company)
    _require_mutable(company, wanted)
    facts = _facts(company, wanted)
    if wanted.get("abn") and wanted["abn"] != company.abn and holds_abn(wanted["abn"], except_id=company_id):
        raise company_exists_problem(wanted["abn"], actor)
    try:
        return _update(company_id, wanted, facts, actor, precondition)
    except IntegrityError as error:
        if is_broken(ABN_CONSTRAINT, error):
            raise company_exists_problem(wanted["abn"], actor) from error
        raise


def change_errors(values: Mapping[str, Any], company_id: int) -> list[FieldError]:
    """Bad fields among changes, for one answer that names all; ``values`` lacks those refused already (GEN-5)."""
    errors = FieldErrors()
    _check(values, get_company(company_id), errors)
    return errors.items


def _checked(changes: Mapping[str, Any], company: Company) -> dict[str, Any]:
    errors = FieldErrors()
    wanted = _check(changes, company, errors)
    errors.raise_if_any()
    return wanted


def _check(changes: Mapping[str, Any], company: Company, errors: FieldErrors) -> dict[str, Any]:
    """Return column values for the changes, in stored form."""
    country = str(lookup("Country", company.country_id).code)
    wanted: dict[str, Any] = {}
    if "company_name" in changes:
        check_name(changes["company_name"] or "", errors)
        wanted["company_name"] = (changes["company_name"] or "").strip()
    if "phone" in changes:
        wanted["phone"] = check_rule(country, "phone", changes["phone"], "phone", errors, company.pk)
    if "email" in changes:
        wanted["email"] = check_email(changes["email"], "email", errors)
    if "industry_code" in changes:
        check_industry(changes["industry_code"], errors)
        wanted["industry_id"] = _industry_id(changes["industry_code"], errors)
    for kind in ("abn", "acn"):
        if kind in changes:
            wanted[kind] = check_identifier(kind, changes[kind], country, errors)
    return wanted


def _industry_id(code: str | None, errors: FieldErrors) -> int | None:
    return code_id("Industry", code) if code and not errors else None


def _require_mutable(company: Company, wanted: Mapping[str, Any]) -> None:
    changed = any(name in wanted and wanted[name] != getattr(company, name) for name in ("abn", "acn"))
    if changed and company.is_verified:
        raise Problem("ABN_IMMUTABLE")


def _facts(company: Company, wanted: Mapping[str, Any]) -> RegisterFacts | None:
    """Ask the register when the ABN or ACN of the company changes."""
    abn, acn = wanted.get("abn", company.abn), wanted.get("acn", company.acn)
    if (abn, acn) == (company.abn, company.acn):
        return None
    return read_facts(abn, acn if "acn" in wanted else None)


def _update(
    company_id: int,
    wanted: Mapping[str, Any],
    facts: RegisterFacts | None,
    actor: Actor,
    precondition: Precondition | None,
) -> Company:
    with business_transaction(actor):
        company: Company = Company.objects.alive().select_for_update().get(pk=company_id)
        if precondition is not None:
            precondition(company)
        _require_mutable(company, wanted)
        before = {name: getattr(company, name) for name in _RECORDED}
        for name, value in wanted.items():
            setattr(company, name, value)
        if company.abn != before["abn"]:
            drop_facts(company)
        if facts is not None and facts.is_found:
            apply_facts(company, facts)
        derive_names(company)
        former = former_values(company, before)
        save_and_record(company, former, action="COMPANY_UPDATED", actor=actor, company_id=company_id)
        return company
