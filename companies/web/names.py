"""Names that the business register has for a company, proposed as the name it is shown under (CO-11, CO-12)."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final

from companies.selectors import CompanyView

LEGAL, BUSINESS = "Legal name", "Registered business name"
SOURCES: Final = {
    "legal": LEGAL,
    "business": BUSINESS,
    "custom": "Name of your own choice",
    "user": "As you entered it",
}


@dataclass(frozen=True, slots=True)
class NameProposal:
    """One name, where it comes from, and whether the form holds it already."""

    name: str
    source: str
    is_entered: bool


def name_proposals(company: CompanyView, entered: str) -> list[NameProposal]:
    """The legal name and the business names, each once, in the register's order."""
    legal = [(company.legal_entity_name, LEGAL)] if company.legal_entity_name else []
    found: dict[str, tuple[str, str]] = {}
    for name, source in [*legal, *((name, BUSINESS) for name in company.business_names)]:
        found.setdefault(name.casefold(), (name, source))
    chosen = entered.strip().casefold()
    return [NameProposal(name, source, key == chosen) for key, (name, source) in found.items()]
