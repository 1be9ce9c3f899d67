"""Notices of pages: what people should know as long as it is so (DA-1, CO-2, CO-3)."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from abr_cache.services import format_abn
from companies.selectors import RegisterState, abn_verification, register_state

if TYPE_CHECKING:
    from companies.models import Company


@dataclass(frozen=True, slots=True)
class Notice:
    """One notice; ``tone`` is info, warning or danger."""

    tone: str
    title: str
    text: str
    action_url: str = ""
    action_label: str = ""


def register_notices(company: Company) -> list[Notice]:
    """What the register says that somebody should look into; each goes when it is resolved (CO-2, CO-3)."""
    state = register_state(company)
    return [*_abn_notices(company, state), *_gst_notices(state), *_name_notices(company, state)]


def _abn_notices(company: Company, state: RegisterState) -> list[Notice]:
    if company.abn_status == "cancelled":
        text = "The business register lists the ABN of this company as cancelled. Please check it with the register."
        return [Notice("warning", "The ABN is cancelled", text)]
    if abn_verification(company) != "unverified":
        return []
    number = format_abn(str(company.abn))
    if state.replaced_by is not None:
        text = (
            f"The business register has replaced the ABN {number} by {format_abn(state.replaced_by)}. "
            "An administrator can enter the new one under Company."
        )
        return [Notice("warning", "The ABN was replaced", text)]
    if state.is_unknown:
        text = f"The business register does not know the ABN {number}. An administrator can correct it under Company."
        return [Notice("warning", "The ABN is not in the register", text)]
    text = "The business register has not confirmed the ABN of this company yet. We ask again every hour."
    return [Notice("info", "The ABN is not confirmed yet", text)]


def _gst_notices(state: RegisterState) -> list[Notice]:
    if not state.is_gst_lapsed:
        return []
    text = (
        "The business register no longer lists this company as registered for GST. Please check it with the register; "
        "this notice goes when the register lists it again."
    )
    return [Notice("warning", "The GST registration has lapsed", text)]


def _name_notices(company: Company, state: RegisterState) -> list[Notice]:
    now = f"The business register knows this company as {company.legal_entity_name} now, and invoices carry that name."
    if state.outdated_name is not None:
        text = f"{now} It is still shown as {state.outdated_name}, its former legal name. "
        text += "An administrator can choose another name under Company."
        return [Notice("warning", "The legal name has changed", text)]
    if state.former_legal_name is not None:
        return [Notice("info", "The legal name has changed", f"{now} It was {state.former_legal_name}.")]
    return []
