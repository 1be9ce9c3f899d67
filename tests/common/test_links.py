"""Secrets of mailed links (SU-3, MA-3)."""

from __future__ import annotations

import hashlib
import re

import pytest
from hypothesis import given
from hypothesis import strategies as st
from pytest_django import Settings

from common.links import derive_token, hash_token, issue_link_secret

PURPOSES = st.from_regex(r"[a-z][a-z0-9_]{0,20}", fullmatch=True)


def test_su3_secret_has_32_bytes_is_url_safe_and_only_its_hash_is_to_be_stored() -> None:
    secret = issue_link_secret("email_verification")
    assert re.fullmatch(r"[A-Za-z0-9_-]{43}", secret.token)
    assert secret.token_hash == hashlib.sha256(secret.token.encode()).hexdigest() == hash_token(secret.token)
    assert secret.token not in secret.nonce


def test_su3_every_issue_is_a_new_secret() -> None:
    assert len({issue_link_secret("password_reset").token for _ in range(100)}) == 100


@given(purpose=PURPOSES, nonce=st.text(min_size=1))
def test_ma3_token_is_derived_again_from_purpose_and_nonce(purpose: str, nonce: str) -> None:
    nonce = nonce.encode("utf-8", "ignore").decode() or "n"
    assert derive_token(purpose, nonce) == derive_token(purpose, nonce)


@given(
    first=st.tuples(PURPOSES, st.text("abc:_", min_size=1)), second=st.tuples(PURPOSES, st.text("abc:_", min_size=1))
)
def test_ma3_different_pairs_never_share_a_token(first: tuple[str, str], second: tuple[str, str]) -> None:
    assert (derive_token(*first) == derive_token(*second)) == (first == second)


def test_ma3_token_depends_on_the_server_key(settings: Settings) -> None:
    before = derive_token("invitation", "nonce")
    settings.LINK_SIGNING_KEY = "another-key-another-key-another-key"
    assert derive_token("invitation", "nonce") != before


@pytest.mark.parametrize(("purpose", "nonce"), [("", "n"), ("Mail", "n"), ("a:b", "n"), ("mail", "")])
def test_ma3_refuses_what_could_be_ambiguous(purpose: str, nonce: str) -> None:
    with pytest.raises(ValueError, match="purpose"):
        derive_token(purpose, nonce)
