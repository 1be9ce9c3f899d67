"""The tables that the creation of a company writes to."""

from __future__ import annotations

from django.apps import apps

TABLES = (
    *("companies.Company", "companies.UserCompany", "companies.CompanyBillingDetails"),
    *("companies.CompanyCustomerDetails", "companies.CompanyOrganizerDetails"),
    *("auditing.ActivityLog", "auditing.AuditRole", "auditing.AuditCompany", "auditing.AuditUserCompany"),
    *("auditing.AuditUser", "logging_app.EmailDelivery"),
)


def footprint() -> dict[str, int]:
    """Rows of each of them."""
    return {label: apps.get_model(label)._base_manager.count() for label in TABLES}
