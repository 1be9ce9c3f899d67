"""Reads of companies and memberships."""

from companies.selectors.memberships import (
    CAPABILITY_FLAGS,
    ActiveMembership,
    active_membership,
    choose_active_membership,
    company_exists,
    path_company_state,
    to_active_membership,
    usable_memberships,
)

__all__ = [
    "CAPABILITY_FLAGS",
    "ActiveMembership",
    "active_membership",
    "choose_active_membership",
    "company_exists",
    "path_company_state",
    "to_active_membership",
    "usable_memberships",
]
