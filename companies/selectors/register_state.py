"""What the business register has said about a company beyond its stored facts (CO-2, CO-3)."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import timedelta
from typing import Any, Final

from auditing.selectors import company_activity
from common import clock
from companies.models import Company

REGISTER_CHANGED: Final = "COMPANY_REGISTER_CHANGED"
NEWS_FOR = timedelta(days=30)
"""How long a change is news that asks for nothing."""


@dataclass(frozen=True, slots=True)
class RegisterState:
    """What is so now; each goes when the register says otherwise, or the company gets another ABN or name."""

    is_unknown: bool = False
    """The register does not know the ABN."""
    replaced_by: str | None = None
    """The ABN that the register has put in the place of the company's."""
    is_gst_lapsed: bool = False
    """The register once knew a registration for GST and knows none now."""
    outdated_name: str | None = None
    """The name in use, when it was the legal name and is so no longer."""
    former_legal_name: str | None = None
    """The legal name until a change in the last 30 days."""

    @property
    def is_told(self) -> bool:
        """Whether the register has refused the ABN; its admins were told, and it is for them to correct it."""
        return self.is_unknown or self.replaced_by is not None


def register_state(company: Company) -> RegisterState:
    """Read it from the activity about the ABN the company has now. Needs an open tenant scope."""
    if company.abn is None:
        return RegisterState()
    told = company_activity(company.pk, action=REGISTER_CHANGED)
    rows = [
        (old or {}, new or {}, created)
        for old, new, created in told.values_list("old_value", "new_value", "created_date")
        if (new or {}).get("abn") == company.abn
    ]
    refusal: Mapping[str, Any] = {}
    if not company.is_verified:
        refusal = next((new for _old, new, _created in rows if "isUnknown" in new or "replacedByAbn" in new), {})
    lapses = [old for old, new, _created in rows if _has_lapsed(old, new)]
    names = [(str(old["legalEntityName"]), created) for old, _new, created in rows if old.get("legalEntityName")]
    recent = [name for name, created in names if created > clock.now() - NEWS_FOR]
    return RegisterState(
        is_unknown="isUnknown" in refusal,
        replaced_by=refusal.get("replacedByAbn"),
        is_gst_lapsed=company.is_gst_registered is False and bool(lapses),
        outdated_name=company.company_name if _is_outdated(company, {name for name, _created in names}) else None,
        former_legal_name=next((name for name in recent if name != company.legal_entity_name), None),
    )


def _has_lapsed(old: Mapping[str, Any], new: Mapping[str, Any]) -> bool:
    """The register's own word, not what a person had entered before the register was asked."""
    return old.get("isGstRegistered") is True and new.get("isGstRegistered") is False and bool(old.get("abrVerifiedAt"))


def _is_outdated(company: Company, former_names: set[str]) -> bool:
    """Whether the name in use is a former legal name that the register has under no other head."""
    present = {(company.legal_entity_name or "").casefold(), *(n.casefold() for n in company.business_names or [])}
    name = company.company_name.casefold()
    return name not in present and name in {former.casefold() for former in former_names}
