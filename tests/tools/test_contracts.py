"""The import contract refuses what architecture.md section 1 refuses, and nothing else."""

from __future__ import annotations

import pytest

from tools.contracts import House, Place

HOUSE = House(
    apps=("reference", "auditing", "accounts", "companies"),
    ground=frozenset({"reference", "auditing"}),
    doors=frozenset({"api", "web", "admin"}),
    shared=frozenset({"services", "selectors"}),
)


@pytest.mark.parametrize(
    ("importer", "imported", "word"),
    [
        ("accounts.api.views", "accounts.web.forms", "never import each other"),
        ("accounts.admin", "accounts.api.serializers", "never import each other"),
        ("accounts.services.signup", "accounts.api.views", "may not know"),
        ("accounts.models.user", "accounts.web.forms", "may not know"),
        ("companies.services", "accounts.models.user", "services and selectors only"),
        ("accounts.services.sessions", "companies.services.memberships", "is below"),
        ("accounts.services.signup", "companies.services", "is below"),
    ],
)
def test_refused(importer: str, imported: str, word: str) -> None:
    assert word in HOUSE.objection(Place.of(importer), Place.of(imported))


@pytest.mark.parametrize(
    ("importer", "imported"),
    [
        ("accounts.api.views", "accounts.services.signup"),
        ("accounts.api.views", "accounts.api.serializers"),
        ("accounts.services.sessions", "companies.selectors"),
        ("companies.services", "accounts.services.signup"),
        ("reference.services", "auditing.services"),
        ("config.api_urls", "accounts.api.urls"),
        ("accounts.models", "common.models"),
    ],
)
def test_allowed(importer: str, imported: str) -> None:
    assert HOUSE.objection(Place.of(importer), Place.of(imported)) == ""
