"""Writes of companies and memberships: everything other apps may call."""

from companies.models.codes import JoinedViaCode
from companies.services.abn_correction import CorrectedAbn, correct_abn
from companies.services.access_requests import abn_errors, cancel_request, request_access
from companies.services.account_closing import close_account
from companies.services.billing_input import BillingInput, billing_errors
from companies.services.claims import EVIDENCE_MAX_LENGTH, SettledClaim, settle_claim
from companies.services.company_input import CompanyInput, company_errors
from companies.services.creation import CreatedCompany, create_company
from companies.services.cross_company import record_cross_company_attempt
from companies.services.deciding import approve, approve_by_staff, reject, reject_by_staff
from companies.services.details import billing_change_errors, update_billing, update_organizer
from companies.services.figures import read_figures
from companies.services.guards import require
from companies.services.leaving import leave_company
from companies.services.member_changes import (
    change_member_role,
    reactivate_member,
    remove_member,
    require_member,
    suspend_member,
)
from companies.services.memberships import demote_primary, join, role_name
from companies.services.profile import change_errors, update_company
from companies.services.register_answers import Finding, Result
from companies.services.security import set_second_factor_required
from companies.services.staff_care import change_tier, deactivate_company, reactivate_company, reread_register
from companies.services.staff_members import (
    change_role_by_staff,
    reactivate_by_staff,
    remove_by_staff,
    suspend_by_staff,
)
from companies.services.switching import switch_company

__all__ = [
    "EVIDENCE_MAX_LENGTH",
    "BillingInput",
    "CompanyInput",
    "CorrectedAbn",
    "CreatedCompany",
    "Finding",
    "JoinedViaCode",
    "Result",
    "SettledClaim",
    "abn_errors",
    "approve",
    "approve_by_staff",
    "billing_change_errors",
    "billing_errors",
    "cancel_request",
    "change_errors",
    "change_member_role",
    "change_role_by_staff",
    "change_tier",
    "close_account",
    "company_errors",
    "correct_abn",
    "create_company",
    "deactivate_company",
    "demote_primary",
    "join",
    "leave_company",
    "reactivate_by_staff",
    "reactivate_company",
    "reactivate_member",
    "read_figures",
    "record_cross_company_attempt",
    "reject",
    "reject_by_staff",
    "remove_by_staff",
    "remove_member",
    "request_access",
    "require",
    "require_member",
    "reread_register",
    "role_name",
    "set_second_factor_required",
    "settle_claim",
    "suspend_by_staff",
    "suspend_member",
    "switch_company",
    "update_billing",
    "update_company",
    "update_organizer",
]
