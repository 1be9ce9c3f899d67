"""Reads of companies and memberships."""

from companies.selectors.memberships import (
    CAPABILITY_FLAGS,
    ActiveMembership,
    active_membership,
    choose_active_membership,
    company_exists,
    path_company_state,
    register_holders,
    to_active_membership,
    usable_memberships,
)
from companies.selectors.recipients import Joining, Recipient, admin_recipients, joining_recipients

__all__ = [
    "CAPABILITY_FLAGS",
    "ActiveMembership",
    "Joining",
    "Recipient",
    "active_membership",
    "admin_recipients",
    "choose_active_membership",
    "company_exists",
    "joining_recipients",
    "path_company_state",
    "register_holders",
    "to_active_membership",
    "usable_memberships",
]
