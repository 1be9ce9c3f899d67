"""Access tokens: JWT HS256 with exactly the documented claims (SE-2, SE-3)."""

from __future__ import annotations

import uuid
from datetime import timedelta
from typing import Any, Final

import jwt
from django.conf import settings

from accounts.models import User
from accounts.services import access_state
from accounts.services.people import role_code
from common import clock
from common.api.principal import Principal
from common.problems import Problem
from companies.selectors import ActiveMembership
from settings_app.selectors import get_int

ALGORITHM: Final = "HS256"
_REQUIRED = ["sub", "email", "sysRole", "sid", "atv", "iat", "exp", "jti"]
_ALL = frozenset([*_REQUIRED, "companyId", "companyRole"])
# Clocks of several machines may differ by this much (behaviour.md section 26); expiry allows nothing.
_CLOCK_SKEW_SECONDS = 60


def life_seconds() -> int:
    """Life of an access token issued now; ``expiresIn`` is this number."""
    return get_int("ACCESS_TOKEN_EXPIRY_MINUTES") * 60


def issue(user: User, session_id: str, membership: ActiveMembership | None) -> str:
    """Sign an access token for a session that acts in the company of ``membership``."""
    now = clock.now()
    claims: dict[str, Any] = {
        "sub": str(user.pk),
        "email": user.email,
        "sysRole": role_code(user),
        "sid": session_id,
        "atv": user.access_token_version,
        "iat": int(now.timestamp()),
        "exp": int((now + timedelta(seconds=life_seconds())).timestamp()),
        "jti": str(uuid.uuid4()),
    }
    if membership is not None:
        claims |= {"companyId": membership.company_id, "companyRole": membership.role_code}
    return jwt.encode(claims, settings.JWT_SIGNING_KEY, algorithm=ALGORITHM)


def verify(token: str) -> Principal:
    """Check an access token against its signature, its time and the state of its session (SE-3).

    Raises:
        Problem: ACCESS_TOKEN_EXPIRED for a genuine token past its time, else ACCESS_TOKEN_INVALID.
    """
    claims = _decode(token)
    user_id, company_id = int(claims["sub"]), claims.get("companyId")
    state = access_state.read(user_id, claims["sid"], company_id)
    if state is None or state.access_version != claims["atv"] or state.system_role != claims["sysRole"]:
        raise Problem("ACCESS_TOKEN_INVALID")
    if company_id is not None and not _may_act(state, claims["companyRole"]):
        raise Problem("ACCESS_TOKEN_INVALID")
    return Principal(
        user_id=user_id,
        email=state.email,
        full_name=state.full_name,
        session_id=claims["sid"],
        system_role=state.system_role,
        company_id=company_id,
        company_role=claims.get("companyRole"),
        capabilities=frozenset(state.capabilities),
        is_onboarding_complete=state.is_onboarding_complete,
        status=state.status,
        timezone=state.timezone,
        has_second_factor=state.has_second_factor,
    )


def _may_act(state: access_state.AccessState, role: str) -> bool:
    return state.is_company_inactive or state.company_role == role


def _decode(token: str) -> dict[str, Any]:
    try:
        claims: dict[str, Any] = jwt.decode(
            token,
            settings.JWT_SIGNING_KEY,
            algorithms=[ALGORITHM],
            options={"require": _REQUIRED, "verify_iat": False, "verify_aud": False},
        )
    except jwt.ExpiredSignatureError as error:
        raise Problem("ACCESS_TOKEN_EXPIRED") from error
    except (jwt.InvalidTokenError, ValueError) as error:
        raise Problem("ACCESS_TOKEN_INVALID") from error
    if not _is_well_formed(claims):
        raise Problem("ACCESS_TOKEN_INVALID")
    return claims


def _is_well_formed(claims: dict[str, Any]) -> bool:
    company, role = claims.get("companyId"), claims.get("companyRole")
    return (
        claims.keys() <= _ALL
        and _is_id(claims["sub"])
        and _is_uuid(claims["sid"])
        and type(claims["atv"]) is int
        and type(claims["iat"]) is int
        and claims["iat"] <= clock.now().timestamp() + _CLOCK_SKEW_SECONDS
        and (company is None) == (role is None)
        and (company is None or (type(company) is int and isinstance(role, str)))
    )


def _is_id(value: Any) -> bool:
    return isinstance(value, str) and value.isascii() and value.isdigit() and len(value) < 19


def _is_uuid(value: Any) -> bool:
    try:
        return isinstance(value, str) and str(uuid.UUID(value)) == value
    except ValueError:
        return False
