"""Domains that a company has proved to be its own, by verified addresses of its admins (CO-9)."""

from __future__ import annotations

from functools import cache
from pathlib import Path

from common.mail_domains import domain_of, is_disposable, parents_of
from companies.models import UserCompany
from companies.models.codes import UserCompanyRoleCode, UserCompanyStatusCode
from reference.selectors import code_id

_PROVIDERS = Path(__file__).resolve().parents[1] / "data" / "mailbox_providers.txt"
# Public endings have one or two labels: com, com.au.
_LONGEST_ENDING = 2


def is_public_mailbox(domain: str) -> bool:
    """Whether anybody can have an address there: free mailboxes, access providers, throw-away addresses."""
    exact, families = _providers()
    if parents_of(domain) & exact or is_disposable(domain):
        return True
    labels = domain.split(".")
    return labels[0] in families and len(labels) <= 1 + _LONGEST_ENDING


@cache
def _providers() -> tuple[frozenset[str], frozenset[str]]:
    lines = [line.strip() for line in _PROVIDERS.read_text(encoding="utf-8").splitlines()]
    entries = [line for line in lines if line and not line.startswith("#")]
    families = frozenset(entry.removesuffix(".*") for entry in entries if entry.endswith(".*"))
    return frozenset(entry for entry in entries if not entry.endswith(".*")), families


def verified_domains(company_id: int) -> frozenset[str]:
    """Domains of the verified addresses of the company's active admins, without public mailboxes."""
    addresses = UserCompany.all_companies.filter(
        company_id=company_id,
        user_company_role_id=code_id("UserCompanyRole", UserCompanyRoleCode.COMPANY_ADMIN),
        user_company_status_id=code_id("UserCompanyStatus", UserCompanyStatusCode.ACTIVE),
        removed_date__isnull=True,
        is_deleted=False,
        user__is_email_verified=True,
        user__is_deleted=False,
    ).values_list("user__email", flat=True)
    domains = {domain_of(address) for address in addresses}
    return frozenset(domain for domain in domains if domain and not is_public_mailbox(domain))


def is_domain_match(*, email: str, is_verified: bool, company_id: int) -> bool:
    """Whether a person's verified address stands on one of the company's domains: equal as a whole, no part of it."""
    return is_verified and domain_of(email) in verified_domains(company_id)
