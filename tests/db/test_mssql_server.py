"""The SQL Server backend on a real server, when ``MSSQL_TEST_URL`` names one (mssql://sa:secret@host:1433/master).

Skipped everywhere else, so nothing here is proved without such a server.
"""

from __future__ import annotations

import os
import time
import uuid
from collections.abc import Iterator
from datetime import UTC, datetime
from typing import Any

import pytest
from django.apps import apps
from django.core.management.color import no_style
from django.db import IntegrityError, ProgrammingError, connections, migrations, models, transaction
from django.db.models import Q

from common.db.ddl import ddl_statements
from common.db.mssql import row_security
from common.db.row_security import declared_tables
from common.db.schemas import locate
from tests.db.bench import Bench, person, task

URL = os.environ.get("MSSQL_TEST_URL", "")
ALIAS = "scratch_mssql"

pytestmark = [
    pytest.mark.skipif(not URL, reason="MSSQL_TEST_URL names no SQL Server"),
    pytest.mark.enable_socket,
]


@pytest.fixture(scope="module")
def server(django_db_setup: None, django_db_blocker: Any) -> Iterator[Any]:
    """A database of its own with the product's collation, dropped afterwards."""
    import mssql_python

    from common.db.mssql.base import DatabaseWrapper
    from config.settings.database import database_config

    mssql_python.pooling(enabled=False)  # the driver would keep closed connections, and they the database
    name = f"test_layer_{uuid.uuid4().hex[:8]}"
    defaults = {"TIME_ZONE": None, "AUTOCOMMIT": True, "ATOMIC_REQUESTS": False, "TEST": {}, "CONN_MAX_AGE": 0}
    settings = {**database_config(URL), **defaults}
    with django_db_blocker.unblock():
        master = DatabaseWrapper({**settings, "NAME": "master"}, alias="mssql_master")
        with master.cursor() as cursor:
            cursor.execute(f"CREATE DATABASE [{name}] {master.creation.sql_table_creation_suffix()}")
        connections.settings[ALIAS] = {**settings, "NAME": name}
        yield connections[ALIAS]
        connections[ALIAS].close()
        del connections[ALIAS]
        del connections.settings[ALIAS]
        with master.cursor() as cursor:
            if not master.is_babelfish:
                cursor.execute(f"ALTER DATABASE [{name}] SET SINGLE_USER WITH ROLLBACK IMMEDIATE")
            _drop(cursor, name)
        master.close()


def _drop(cursor: Any, name: str) -> None:
    """Babelfish counts sessions for a moment after they closed."""
    for tries_left in reversed(range(20)):
        try:
            cursor.execute(f"DROP DATABASE [{name}]")
        except ProgrammingError as error:
            if not tries_left or "in use" not in str(error):
                raise
            time.sleep(0.25)
        else:
            return


@pytest.fixture
def bench(server: Any) -> Iterator[Bench]:
    server.prepare_database()
    bench = Bench(server)
    yield bench
    while bench.state.models:
        bench.undo()


def test_script_runs_and_is_found_in_the_catalogue(server: Any) -> None:
    with server.cursor() as cursor:
        for statement in ddl_statements("mssql"):
            cursor.execute(statement)
        declared = {model._meta.db_table for model in apps.get_models(include_auto_created=True)}
        found = set(server.introspection.table_names(cursor))
        if server.is_babelfish:  # its catalogue folds names to lower case and makes up those of keys and defaults
            assert found == {name.lower() for name in declared | {"django_migrations"}}
            return
        assert found == declared | {"django_migrations"}
        names = server.introspection.get_constraints(cursor, "dbo.User")
        assert {"PK_User", "UQ_User_Email", "DF_User_CreatedDate", "CK_User_SoftDelete"} <= set(names)
        assert names["FK_User_UserStatus_UserStatusID"]["foreign_key"] == ("ref.UserStatus", "UserStatusID")
    tables = sorted(declared)
    server.ops.execute_sql_flush(server.ops.sql_flush(no_style(), tables, reset_sequences=True))
    with server.cursor() as cursor:
        for statement in _without_policies():
            cursor.execute(statement)
        for table in tables:
            cursor.execute(server.schema_editor().sql_delete_table % {"table": server.ops.quote_name(table)})
        assert set(server.introspection.table_names(cursor)) & declared == set()


def _without_policies() -> list[str]:
    """A table under a security policy cannot be dropped."""
    tables = declared_tables()
    schemas = dict.fromkeys(locate(table.table)[0] for table in tables)
    return [
        statement
        for schema in schemas
        for statement in row_security.release([table for table in tables if locate(table.table)[0] == schema])
    ]


def test_operations_there_and_back(server: Any, bench: Bench) -> None:
    bench.apply(person(), person("AuditPerson", "audit.Person", "AuditPerson"), task())
    rule = models.UniqueConstraint(fields=["email"], condition=Q(is_deleted=False), name="UQ_Person_Email")
    renamed = models.CharField(max_length=40, null=True, db_column="Mobile")
    for operation in (
        migrations.AddConstraint("Person", rule),
        migrations.AddField("Person", "share", models.IntegerField(default=0, db_default=0, db_column="Share")),
        migrations.AddField("Person", "seen", models.DateTimeField(null=True, db_column="SeenAt", db_index=True)),
        migrations.AddField("Person", "details", models.JSONField(null=True, db_column="Details")),
        migrations.AlterField("Person", "phone", renamed),
        migrations.AlterModelTable("Person", "config.Staff"),
    ):
        if server.is_babelfish and isinstance(operation, migrations.AlterModelTable):
            continue  # it moves no tables
        bench.there_and_back(operation)
    assert "fk_task_person_personid" in {name.lower() for name in bench.constraints("log.Task")}


def test_rows_keep_instants_and_rules(bench: Bench) -> None:
    bench.apply(person())
    seen = models.DateTimeField(null=True, db_column="SeenAt")
    bench.apply(migrations.AddField("Person", "seen", seen))
    instant = datetime(2026, 3, 1, 9, 30, 0, 123456, tzinfo=UTC)
    row = bench.rows("Person").create(email="a@example.com", seen=instant)
    row.refresh_from_db()
    assert row.seen == instant
    assert bench.rows("Person").filter(seen__lte=instant, seen__year=2026).count() == 1
    bench.apply(migrations.AddConstraint("Person", models.UniqueConstraint(fields=["email"], name="UQ_Person_Email")))
    with pytest.raises(IntegrityError), transaction.atomic(using=ALIAS):
        bench.rows("Person").create(email="a@example.com")
