"""Every access token that must be refused, sent to endpoints that write: right code, nothing changed (SE-10)."""

from __future__ import annotations

import uuid
import warnings
from collections.abc import Callable
from dataclasses import dataclass
from datetime import timedelta
from typing import Any

import jwt
import pytest
import time_machine
from django.apps import apps
from django.conf import settings

from accounts.models import User, UserRefreshToken
from accounts.models.codes import RevokedReason
from accounts.services import access_state
from accounts.services.sessions import IssuedSession
from common import clock
from companies.models import Company, UserCompany
from reference.selectors import code_id
from tests.factories.accounts import PASSWORD, make_user
from tests.factories.companies import make_company
from tests.support.api import ApiClient, problem_code
from tests.support.pages import PageClient
from tests.support.sessions import session_of
from tests.support.trail import footprint

pytestmark = pytest.mark.django_db

INVALID, EXPIRED = "ACCESS_TOKEN_INVALID", "ACCESS_TOKEN_EXPIRED"
OTHER_KEY = "another-key-of-at-least-32-characters!"


@dataclass
class Holder:
    """Somebody who administers a company, and the session whose token is spoilt."""

    user: User
    company: Company
    session: IssuedSession

    @property
    def token(self) -> str:
        return self.session.access_token

    def signed(self, key: str | None = None, algorithm: str = "HS256", **changes: Any) -> str:
        """The token with other claims, signed anew; by the right key unless another is given."""
        claims = jwt.decode(self.token, settings.JWT_SIGNING_KEY, algorithms=["HS256"])
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")  # the library finds the key short for the longer digests
            return jwt.encode({**claims, **changes}, key or settings.JWT_SIGNING_KEY, algorithm=algorithm)


@pytest.fixture
def holder(db: None) -> Holder:
    user = make_user(email="holder@people.example")
    company = make_company(user, company_name="Harbourline Exhibits")
    return Holder(user, company, session_of(user))


def _other_signature(holder: Holder) -> str:
    body, _, signature = holder.token.rpartition(".")
    return f"{body}.{signature[::-1]}"


def _other_body(holder: Holder) -> str:
    """The claims of one token under the signature of another."""
    head, _, signature = holder.token.split(".")
    body = holder.signed(sysRole="system_admin").split(".")[1]
    return f"{head}.{body}.{signature}"


def _unsigned(holder: Holder) -> str:
    claims = jwt.decode(holder.token, settings.JWT_SIGNING_KEY, algorithms=["HS256"])
    return jwt.encode(claims, None, algorithm="none")


def _unsigned_but_with_the_signature(holder: Holder) -> str:
    head = _unsigned(holder).split(".")[0]
    return ".".join([head, *holder.token.split(".")[1:]])


def _expired(holder: Holder) -> str:
    past = int((clock.now() - timedelta(minutes=20)).timestamp())
    return holder.signed(iat=past, exp=past + 900)


def _of_the_future(holder: Holder) -> str:
    return holder.signed(iat=int(clock.now().timestamp()) + 120)


def _refresh_token(holder: Holder) -> str:
    return holder.session.refresh_token


def _page_handle(holder: Holder) -> str:
    client = PageClient.of(holder.user)
    return str(client.http.session["page_handle"])


def _link_secret(holder: Holder) -> str:
    """A ceremony of passkeys is signed by the product as well, and is no access token."""
    body = {"currentPassword": PASSWORD}
    return str(ApiClient(holder.token).post("/auth/passkeys/register/options", body).json()["ceremonyToken"])


def _revoked_family(holder: Holder) -> str:
    assert ApiClient(holder.token).get("/auth/me").status_code == 200, "the check is cached"
    rows = UserRefreshToken.objects.filter(token_family_id=holder.session.session_id)
    assert rows.update(revoked_at=clock.now(), revoked_reason=RevokedReason.REUSE_DETECTED.value) == 1
    access_state.forget(holder.user.pk)
    return holder.token


def _reused_family(holder: Holder) -> str:
    """A spent refresh token, sent again, ends the family over HTTP (SE-4)."""
    api, body = ApiClient(), {"refreshToken": holder.session.refresh_token}
    assert api.post("/auth/refresh", body).status_code == 200
    assert problem_code(api.post("/auth/refresh", body)) == "REFRESH_TOKEN_REUSED"
    return holder.token


def _unknown_family(holder: Holder) -> str:
    return holder.signed(sid=str(uuid.uuid4()))


def _family_of_somebody_else(holder: Holder) -> str:
    return holder.signed(sid=session_of(make_user()).session_id)


def _stale_version(holder: Holder) -> str:
    User.objects.filter(pk=holder.user.pk).update(access_token_version=holder.user.access_token_version + 1)
    access_state.forget(holder.user.pk)
    return holder.token


def _version_to_come(holder: Holder) -> str:
    return holder.signed(atv=holder.user.access_token_version + 1)


def _membership(**values: Any) -> Callable[[Holder], str]:
    def spoil(holder: Holder) -> str:
        assert ApiClient(holder.token).get("/auth/me").status_code == 200, "the check is cached"
        codes = {
            "status": ("user_company_status_id", "UserCompanyStatus"),
            "role": ("user_company_role_id", "UserCompanyRole"),
        }
        changes = {codes[name][0]: code_id(codes[name][1], code) for name, code in values.items()}
        if values.get("status") == "removed":
            changes["removed_date"] = clock.now()
        assert UserCompany.all_companies.filter(user=holder.user).update(is_primary_company=False, **changes) == 1
        access_state.forget(holder.user.pk)
        return holder.token

    return spoil


def _person(status: str) -> Callable[[Holder], str]:
    def spoil(holder: Holder) -> str:
        User.objects.filter(pk=holder.user.pk).update(user_status_id=code_id("UserStatus", status))
        access_state.forget(holder.user.pk)
        return holder.token

    return spoil


REFUSED: dict[str, tuple[Callable[[Holder], str], str]] = {
    "expired": (_expired, EXPIRED),
    "wrong signature": (_other_signature, INVALID),
    "claims of another token": (_other_body, INVALID),
    "alg none": (_unsigned, INVALID),
    "alg none, signature left": (_unsigned_but_with_the_signature, INVALID),
    "other algorithm": (lambda holder: holder.signed(algorithm="HS512"), INVALID),
    "other key": (lambda holder: holder.signed(key=OTHER_KEY), INVALID),
    "key of the links": (lambda holder: holder.signed(key=settings.LINK_SIGNING_KEY), INVALID),
    "refresh as access": (_refresh_token, INVALID),
    "page handle as access": (_page_handle, INVALID),
    "ceremony as access": (_link_secret, INVALID),
    "future iat": (_of_the_future, INVALID),
    "revoked family": (_revoked_family, INVALID),
    "family ended by reuse": (_reused_family, INVALID),
    "unknown family": (_unknown_family, INVALID),
    "family of somebody else": (_family_of_somebody_else, INVALID),
    "stale version": (_stale_version, INVALID),
    "version to come": (_version_to_come, INVALID),
    "suspended membership": (_membership(status="suspended"), INVALID),
    "removed membership": (_membership(status="removed"), INVALID),
    "changed role in the company": (_membership(role="company_user"), INVALID),
    "role claimed": (lambda holder: holder.signed(sysRole="system_admin"), INVALID),
    "suspended person": (_person("suspended"), INVALID),
}


@pytest.mark.parametrize("name", REFUSED)
@pytest.mark.usefixtures("public_origin")
def test_refused(holder: Holder, name: str) -> None:
    """SE-2, SE-3, SE-10: of the person and of the company nothing changes, and nothing is recorded but the request."""
    spoil, code = REFUSED[name]
    token = spoil(holder)
    before = _everything(holder)
    own = ApiClient().patch("/users/me", {"bio": "Changed"}, token=token)
    company = ApiClient().patch(f"/companies/{holder.company.pk}", {"companyName": "Changed"}, token=token)
    for answer in (own, company):
        assert (answer.status_code, problem_code(answer)) == (401, code), answer.content
        assert answer["WWW-Authenticate"] == "Bearer"
    assert _everything(holder) == before


def test_the_same_requests_pass_with_the_token_as_issued(holder: Holder) -> None:
    """What the refusals are measured against."""
    api = ApiClient(holder.token)
    assert api.patch("/users/me", {"bio": "Changed"}).status_code == 200
    assert api.patch(f"/companies/{holder.company.pk}", {"companyName": "Changed"}).status_code == 200
    with time_machine.travel(clock.now() + timedelta(minutes=14, seconds=50)):
        assert api.get("/auth/me").status_code == 200


def _everything(holder: Holder) -> tuple[Any, ...]:
    events = apps.get_model("logging_app", "AuthEvent").objects.count()
    rows = [User.objects.filter(pk=holder.user.pk), Company.all_companies.filter(pk=holder.company.pk)]
    return footprint(), events, [list(row.values()) for row in rows]
