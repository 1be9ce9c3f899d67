"""DATABASE_URL names either vendor (CF-1)."""

from __future__ import annotations

import pytest
from django.core.exceptions import ImproperlyConfigured

from config.settings.database import database_config


def test_a_postgresql_url_with_a_socket() -> None:
    config = database_config("postgres://eventlead_app@/eventlead?host=%2Frun%2Fpg&port=5433&sslmode=require")
    assert (config["ENGINE"], config["HOST"], config["PORT"]) == ("common.db.postgresql", "/run/pg", "5433")
    assert (config["NAME"], config["USER"]) == ("eventlead", "eventlead_app")
    assert config["OPTIONS"] == {"sslmode": "require"}


def test_a_sql_server_url_hands_the_connection_string_on() -> None:
    config = database_config(
        "mssql://app:pass%40word@db.example:1433/eventlead?TrustServerCertificate=yes&Encrypt=yes&query_timeout=30"
    )
    assert (config["ENGINE"], config["HOST"], config["PORT"]) == ("common.db.mssql", "db.example", "1433")
    assert config["PASSWORD"] == "pass@word"
    assert config["OPTIONS"] == {"query_timeout": 30, "extra_params": "TrustServerCertificate=yes;Encrypt=yes"}


def test_another_scheme_is_refused_with_an_example() -> None:
    with pytest.raises(ImproperlyConfigured, match="postgres://"):
        database_config("sqlite:///db.sqlite3")
