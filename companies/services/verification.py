"""Asking the register again about companies it could not be asked about when they were created (CO-2)."""

from __future__ import annotations

from common.actors import system_actor
from common.tenancy import system_scope
from companies.models import Company
from companies.selectors import register_state
from companies.services.register_answers import ask_about

JOB = "companies.verify_unverified"


def verify_unverified() -> int:
    """Ask about every unverified company; return how many were answered. Safe to run twice and in parallel.

    What the register has refused is left to the admins, who were told once, and to the daily watch.
    """
    actor = system_actor(JOB)
    with system_scope(JOB):
        waiting = Company.all_companies.filter(abn__isnull=False, abr_verified_at__isnull=True, is_deleted=False)
        return sum(
            ask_about(company, actor=actor).is_change
            for company in list(waiting.order_by("id"))
            if not register_state(company).is_told
        )
