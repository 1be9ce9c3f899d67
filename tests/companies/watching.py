"""Companies the register has confirmed, and a register that says something else about them now."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import replace
from datetime import timedelta
from typing import Any

import time_machine
from django.apps import apps

from abr_cache.simulator import entities
from common import clock
from common.tenancy import company_scope
from companies.models import Company
from companies.web.notices import register_notices
from tests.factories.accounts import make_user
from tests.factories.companies import make_company

ADMIN = "dana@southern.example"
CHANGED = "COMPANY_REGISTER_CHANGED"
CANCELLED, NO_GST, AWAY, UNKNOWN = "40910000029", "42910000038", "61910000118", "75930000550"
REPLACED, REPLACED_BY = "14930000341", "50930000330"


def held(abn: str, legal_name: str, *, days: int = 31, **values: Any) -> Company:
    """A company the register confirmed `days` ago, when it was active."""
    values = {
        "acn": abn[2:],
        "company_name": legal_name,
        "display_name_source": "legal",
        "abn_status": "active",
        "is_gst_registered": False,
        "entity_type_code": "PRV",
        "entity_type": "Australian Private Company",
        "business_names": [],
        **values,
    }
    seen = clock.now() - timedelta(days=days)
    admin = make_user(**({"email": ADMIN} if abn != AWAY else {}))
    return make_company(admin, abn=abn, legal_entity_name=legal_name, abr_verified_at=seen, **values)


def southern(**values: Any) -> Company:
    return held(CANCELLED, "SOUTHERN LEAD CAPTURE PTY LTD", **values)


def wattle(**values: Any) -> Company:
    return held(NO_GST, "WATTLE & CO. EVENTS PTY LTD", **values)


def values_of(company: Company) -> dict[str, Any]:
    return dict(Company.all_companies.filter(pk=company.pk).values().get())


def held_again(abn: str, **values: Any) -> Company:
    """A further company that is due."""
    return make_company(abn=abn, abr_verified_at=clock.now() - timedelta(days=31), abn_status="active", **values)


@contextmanager
def comes_back(abn: str, like: str) -> Iterator[None]:
    """The register knows a number that it did not know."""
    entities.BY_ABN[abn] = replace(entities.BY_ABN[like], abn=abn)
    try:
        yield
    finally:
        del entities.BY_ABN[abn]


@contextmanager
def registered_for_gst(abn: str) -> Iterator[None]:
    before = entities.BY_ABN[abn]
    entities.BY_ABN[abn] = replace(before, gst="2026-01-01")
    try:
        yield
    finally:
        entities.BY_ABN[abn] = before


def notices(company: Company) -> list[str]:
    with company_scope(company.pk):
        return [notice.title for notice in register_notices(Company.all_companies.get(pk=company.pk))]


def everything() -> dict[str, list[Any]]:
    labels = ["companies.Company", "auditing.ActivityLog", "auditing.AuditCompany", "logging_app.EmailDelivery"]
    labels += ["abr_cache.ABRSearch"]
    return {label: list(apps.get_model(label)._base_manager.order_by("pk").values()) for label in labels}


def later(days: int) -> Any:
    return time_machine.travel(clock.now() + timedelta(days=days))
