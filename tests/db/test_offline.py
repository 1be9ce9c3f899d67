"""The offline connections of ``manage.py ddl``; that the script equals the migrations is in test_product_migrations."""

from __future__ import annotations

import pytest

from common.db.ddl import offline_connection


@pytest.mark.parametrize("vendor", ["postgresql", "mssql"])
def test_offline_connection_never_connects(vendor: str) -> None:
    with pytest.raises(RuntimeError, match="cannot ask a server"):
        offline_connection(vendor).connect()
