"""Creating a company: everything that belongs to it commits together or not at all (ON-5, CO-1 to CO-8)."""

from __future__ import annotations

from dataclasses import dataclass

from django.db import IntegrityError

from abr_cache.services import Outcome, RegisterFacts, check_acn_agreement, format_abn, register_facts
from accounts.services.onboarding import OnboardingState, finish_onboarding, lock_onboarding
from accounts.services.sessions import set_company
from auditing.services import business_transaction, record
from common import clock
from common.actors import Actor
from common.db.constraint_names import is_broken
from common.problems import Problem, ValidationFailed
from common.tenancy import system_scope
from companies.models import (
    Company,
    CompanyBillingDetails,
    CompanyCustomerDetails,
    CompanyOrganizerDetails,
    UserCompany,
)
from companies.models.codes import CustomerTierCode, JoinedViaCode, UserCompanyRoleCode
from companies.services.billing_input import BillingInput
from companies.services.company_input import CompanyInput, check_company
from companies.services.display_names import derive_names
from companies.services.duplicates import ABN_CONSTRAINT, company_exists_problem, holds_abn
from companies.services.memberships import join
from reference.selectors import code_id

_FOUNDER_CONSTRAINT = "UQ_Company_FoundedByUserID"


@dataclass(frozen=True, slots=True)
class CreatedCompany:
    """The new company, the founder's membership, and warnings by code (CO-2)."""

    company: Company
    membership: UserCompany
    warnings: tuple[str, ...]


def create_company(*, entered: CompanyInput, actor: Actor) -> CreatedCompany:
    """Create a company for the acting person, who becomes its admin; the session opens it (CO-4, ON-6).

    The register is asked before the transaction, so that no lock is held while waiting for it. An actor without a
    session (a command) creates the same company and opens it nowhere.

    Raises:
        ValidationFailed: bad fields, ``abn_not_registered``, ``abn_acn_mismatch``.
        Problem: ONBOARDING_DETAILS_REQUIRED, COMPANY_LIMIT_REACHED, COMPANY_EXISTS.
    """
    stored = check_company(entered)
    # The new company is nobody's yet: the founder's scope cannot show it.
    with system_scope("companies.services.create_company"):
        _check_state(stored, actor)
        facts = read_facts(stored.abn, stored.acn)
        try:
            return _create(stored, facts, actor)
        except IntegrityError as error:
            raise _collision(error, stored, actor) from error


def _check_state(stored: CompanyInput, actor: Actor) -> None:
    with business_transaction(actor):
        _require_state(lock_onboarding(actor), actor)
    if stored.abn and holds_abn(stored.abn):
        raise company_exists_problem(stored.abn, actor)


def _require_state(state: OnboardingState, actor: Actor) -> None:
    if not state.has_details:
        raise Problem("ONBOARDING_DETAILS_REQUIRED")
    if Company.all_companies.filter(founded_by_user_id=actor.user_id, is_deleted=False).exists():
        raise Problem("COMPANY_LIMIT_REACHED")


def read_facts(abn: str | None, acn: str | None, *, refresh: bool = False) -> RegisterFacts | None:
    """Ask the register about an ABN in stored form; None without one. Call it outside of a transaction (CO-2).

    Raises:
        ValidationFailed: ``abn_not_registered`` (also when the register has replaced it), or ``abn_acn_mismatch`` when
            the register knows another ACN.
    """
    if abn is None:
        return None
    facts = register_facts(abn, refresh=refresh)
    if facts.outcome is Outcome.NOT_FOUND:
        raise ValidationFailed.of(
            "abn",
            "abn_not_registered",
            "The business register does not know this ABN. Correct it, or leave it empty and add it later.",
        )
    if facts.is_found and facts.abn != abn:
        number = format_abn(str(facts.abn))
        text = f"The business register has replaced this ABN by {number}. Enter that one."
        raise ValidationFailed.of("abn", "abn_not_registered", text)
    check_acn_agreement(facts, acn)
    return facts


def _create(stored: CompanyInput, facts: RegisterFacts | None, actor: Actor) -> CreatedCompany:
    with business_transaction(actor):
        _require_state(lock_onboarding(actor), actor)
        company = _company(stored, facts, actor)
        company.save()
        _details(company, stored.billing, actor)
        _record_creation(company, actor)
        membership = join(
            user_id=_person(actor),
            company_id=company.pk,
            role_code=UserCompanyRoleCode.COMPANY_ADMIN,
            joined_via=JoinedViaCode.SIGNUP,
            actor=actor,
            make_primary=True,
        )
        set_company(actor.session_id, company.pk)
        finish_onboarding(actor=actor, company_id=company.pk, company_name=company.company_name)
    return CreatedCompany(company, membership, warnings_of(company, facts))


def _person(actor: Actor) -> int:
    if actor.user_id is None:
        raise ValueError("a company is created by a person")
    return actor.user_id


def _company(stored: CompanyInput, facts: RegisterFacts | None, actor: Actor) -> Company:
    company = Company(
        company_name=stored.company_name,
        abn=stored.abn,
        acn=stored.acn,
        is_gst_registered=stored.is_gst_registered,
        phone=stored.phone,
        email=stored.email,
        country_id=code_id("Country", stored.country_code),
        industry_id=code_id("Industry", stored.industry_code) if stored.industry_code else None,
        founded_by_user_id=actor.user_id,
    )
    if facts is not None and facts.is_found:
        apply_facts(company, facts)
    derive_names(company)
    company.stamp_created(actor)
    return company


def apply_facts(company: Company, facts: RegisterFacts) -> None:
    """Copy what the register says into the company; names in use are never changed (CO-2, CO-12)."""
    company.legal_entity_name = (facts.legal_entity_name or "")[:200] or None
    company.business_names = list(facts.business_names)
    company.acn = facts.acn
    company.abn_status = facts.abn_status
    company.entity_type_code = (facts.entity_type_code or "")[:10] or None
    company.entity_type = (facts.entity_type_name or "")[:100] or None
    company.is_gst_registered = facts.is_gst_registered
    company.abr_verified_at = facts.retrieved_at or clock.now()


def drop_facts(company: Company) -> None:
    """Forget what the register said about a former ABN of the company."""
    company.legal_entity_name = company.abn_status = company.entity_type_code = company.entity_type = None
    company.business_names = []
    company.abr_verified_at = None


def _details(company: Company, billing: BillingInput, actor: Actor) -> None:
    """Customer, billing and organiser rows are all made with the company (invariant 24)."""
    rows = (
        CompanyCustomerDetails(company=company, customer_tier_id=code_id("CustomerTier", CustomerTierCode.FREE)),
        CompanyOrganizerDetails(company=company),
        CompanyBillingDetails(
            company=company,
            billing_contact_name=billing.billing_contact_name,
            billing_email=billing.billing_email,
            billing_phone=billing.billing_phone,
            billing_address_line1=billing.billing_address_line1,
            billing_address_line2=billing.billing_address_line2,
            billing_city=billing.billing_city,
            billing_state=billing.billing_state,
            billing_postal_code=billing.billing_postal_code,
            billing_country_id=code_id("Country", str(billing.billing_country_code)),
        ),
    )
    for row in rows:
        row.stamp_created(actor)
        row.save()


def _record_creation(company: Company, actor: Actor) -> None:
    record(
        action="COMPANY_CREATED",
        entity_type="dbo.Company",
        entity_id=company.pk,
        actor=actor,
        company_id=company.pk,
        new={
            "companyName": company.company_name,
            "legalEntityName": company.legal_entity_name,
            "abn": company.abn,
            "abnStatus": company.abn_status,
            "isGstRegistered": company.is_gst_registered,
            "displayNameSource": company.display_name_source,
        },
    )


def warnings_of(company: Company, facts: RegisterFacts | None) -> tuple[str, ...]:
    """What the register's answer says about a company without refusing it (CO-2)."""
    if facts is None:
        return ()
    if not facts.is_found:
        return ("REGISTER_UNAVAILABLE",)
    if facts.is_cancelled:
        return ("ABN_CANCELLED",)
    return ("GST_NOT_REGISTERED",) if company.is_gst_registered is False else ()


def _collision(error: IntegrityError, stored: CompanyInput, actor: Actor) -> Exception:
    """Name the "at most one" rule that another request won (GEN-3)."""
    if is_broken(ABN_CONSTRAINT, error) and stored.abn:
        return company_exists_problem(stored.abn, actor)
    if is_broken(_FOUNDER_CONSTRAINT, error):
        return Problem("COMPANY_LIMIT_REACHED")
    return error
