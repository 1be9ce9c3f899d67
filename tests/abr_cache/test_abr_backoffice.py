"""What the back office says about the register cache."""

from __future__ import annotations

from typing import Any

import pytest
from django.test import Client

from abr_cache import services
from abr_cache.simulator.control import Mode, Switches
from abr_cache.simulator.server import Simulator
from tests.factories.accounts import make_user
from tests.support.pages import PageClient, text_of

pytestmark = pytest.mark.django_db
PAGE = "/backoffice/abr_cache/abrsearch/"


def page(client: Client) -> Any:
    answer = client.get(PAGE)
    assert answer.status_code == 200
    return answer


def test_hits_and_breaker_are_shown(register: Simulator) -> None:
    """Section 20: look-ups, hits, their share, fresh answers, and whether the register is left alone."""
    client = PageClient.of(make_user(role="system_admin")).http
    for _ in range(4):
        services.search(query="50 910 000 010")
    shown = " ".join(text_of(page(client)).split())
    assert "4 look-ups, 3 of them answered by the cache (75 %). 2 answers are fresh, 0 are expired" in shown
    assert "The register is asked" in shown
    register.control.set(Switches(Mode.BAD_GUID))
    services.search(query="42 910 000 038")
    assert "The register is left alone (breaker open)" in text_of(page(client))


def test_others_see_nothing(register: Simulator) -> None:
    client = PageClient.of(make_user()).http
    services.search(query="50 910 000 010")
    answer = client.get(PAGE)
    assert answer.status_code in (302, 403, 404)
    assert "look-ups" not in text_of(answer)
