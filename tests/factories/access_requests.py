"""Access requests."""

from __future__ import annotations

from typing import Any

import factory

from common import clock
from companies.models import CompanySwitchRequest
from reference.selectors.lookups import code_id
from tests.factories.base import TenantFactory

_CLOSED = {"approved": "approved_at", "rejected": "rejected_at", "cancelled": "cancelled_at"}


class AccessRequestFactory(TenantFactory):
    """A pending request of ``user`` to ``to_company``; ``status`` closes it."""

    class Meta:
        model = CompanySwitchRequest

    class Params:
        status = "pending"

    requested_by_user = factory.SelfAttribute("user")
    company_switch_request_type_id = factory.LazyFunction(lambda: code_id("CompanySwitchRequestType", "access_request"))
    company_switch_request_status_id = factory.LazyAttribute(lambda o: code_id("CompanySwitchRequestStatus", o.status))


def make_access_request(**values: Any) -> CompanySwitchRequest:
    """Typed short form of ``AccessRequestFactory``; needs ``user`` and ``to_company``."""
    status = values.get("status", "pending")
    if status in _CLOSED:
        values.setdefault(_CLOSED[status], clock.now())
    if status in ("approved", "rejected"):
        values.setdefault(f"{status}_by_user", values["to_company"].founded_by_user)
    row: CompanySwitchRequest = AccessRequestFactory(**values)
    return row
