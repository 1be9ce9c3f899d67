"""Commits that do not wait for the disk: only those that may, and visible at once."""

from __future__ import annotations

import pytest
from django.db import connection, transaction

from common.losable import losable_transaction
from settings_app.models import AppSetting
from tests.support.threads import run_together

pytestmark = pytest.mark.skipif(connection.vendor != "postgresql", reason="the switch is PostgreSQL's")
KEY = "ABR_CACHE_TTL_DAYS"


def waits_for_disk() -> bool:
    with connection.cursor() as cursor:
        cursor.execute("SHOW synchronous_commit")
        return bool(cursor.fetchone()[0] != "off")


@pytest.fixture
def durable(transactional_db: None) -> None:
    """The test server keeps nothing, so that it is quick; here a session as in production."""
    with connection.cursor() as cursor:
        cursor.execute("SET synchronous_commit = on")


@pytest.mark.usefixtures("durable")
def test_only_its_own_commit_does_not_wait() -> None:
    """GEN-2: the next transaction of the same connection waits again."""
    assert waits_for_disk()
    with losable_transaction():
        assert not waits_for_disk()
    assert waits_for_disk()
    with pytest.raises(ZeroDivisionError), losable_transaction():
        raise ZeroDivisionError
    assert waits_for_disk()


@pytest.mark.usefixtures("durable")
def test_a_transaction_around_it_decides() -> None:
    """GEN-2: business data never loses its commit because something in it may be lost."""
    with transaction.atomic():
        with losable_transaction():
            assert waits_for_disk()
        assert waits_for_disk()


@pytest.mark.usefixtures("durable")
def test_whole_or_not_at_all_and_visible_at_once() -> None:
    rows = AppSetting._default_manager.filter(setting_key=KEY)

    def fail_midway() -> None:
        with losable_transaction():
            rows.update(setting_value="7")
            raise ZeroDivisionError

    with pytest.raises(ZeroDivisionError):
        fail_midway()
    assert rows.get().setting_value != "7"
    with losable_transaction():
        rows.update(setting_value="7")
    assert run_together(lambda: rows.all().get().setting_value) == ["7"]
