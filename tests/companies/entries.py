"""Bodies and short cuts of the company tests."""

from __future__ import annotations

from typing import Any

from accounts.models import User
from tests.factories.accounts import make_user

HARBOURLINE = "50 910 000 010"
BILLING = {
    "billingAddressLine1": "1 Example Street",
    "billingCity": "Sydney",
    "billingState": "NSW",
    "billingPostalCode": "2000",
}


def company_body(**changes: Any) -> dict[str, Any]:
    """A valid body of POST /companies without ABN."""
    return {"companyName": "Quiet Harbour", "countryCode": "AU", "billingDetails": dict(BILLING), **changes}


def newcomer(**values: Any) -> User:
    """Somebody who has given their details and has no company."""
    return make_user(is_onboarding_complete=False, onboarding_step=2, **values)


def ok(response: Any, status: int = 200) -> Any:
    """Body of an expected answer."""
    assert response.status_code == status, response.content
    return response.json()
