"""Two tables with one bare name in two schemas, introspection and flush."""

from __future__ import annotations

from django.core.management.color import no_style
from django.db import migrations, models
from django.db.models import F

from tests.db.bench import Bench, key, person, task


def test_namesakes_keep_their_rows_apart(bench: Bench) -> None:
    bench.apply(person(), person("AuditPerson", "audit.Person", "AuditPerson"))
    bench.rows("Person").create(email="a@example.com")
    bench.rows("AuditPerson").create(email="b@example.com")

    assert bench.rows("Person").get().email == "a@example.com"
    assert bench.rows("AuditPerson").get().email == "b@example.com"
    assert bench.rows("AuditPerson").update(email="c@example.com") == 1
    assert bench.rows("Person").get().email == "a@example.com"


def test_namesakes_join(bench: Bench) -> None:
    history = migrations.CreateModel(
        name="AuditPerson",
        fields=[
            key("AuditPerson"),
            ("email", models.CharField(max_length=255, db_column="Email")),
            ("person", models.ForeignKey("layer.Person", models.DO_NOTHING, db_column="PersonID", related_name="+")),
        ],
        options={"db_table": "audit.Person"},
    )
    bench.apply(person(), history)
    someone = bench.rows("Person").create(email="a@example.com")
    bench.rows("AuditPerson").create(email="old@example.com", person=someone)

    found = bench.rows("AuditPerson").exclude(email=F("person__email")).values_list("email", "person__email")
    assert list(found) == [("old@example.com", "a@example.com")]


def test_introspection_keeps_namesakes_apart(bench: Bench) -> None:
    audit = migrations.CreateModel(
        name="AuditPerson",
        fields=[key("AuditPerson"), ("note", models.TextField(db_column="Note", db_index=True))],
        options={"db_table": "audit.Person"},
    )
    bench.apply(person(), audit, task())
    introspection = bench.connection.introspection

    assert bench.columns("dbo.Person") == ["PersonID", "Email", "Phone", "IsDeleted"]
    assert bench.columns("audit.Person") == ["AuditPersonID", "Note"]
    assert "PK_AuditPerson" not in bench.constraints("dbo.Person")
    with bench.connection.cursor() as cursor:
        assert introspection.get_relations(cursor, "log.Task") == {"PersonID": ("PersonID", "dbo.Person")}
        assert introspection.get_primary_key_column(cursor, "audit.Person") == "AuditPersonID"
        (sequence,) = introspection.get_sequences(cursor, "dbo.Person")
    assert (sequence["table"], sequence["column"]) == ("dbo.Person", "PersonID")


def test_introspection_restores_the_search_path(bench: Bench) -> None:
    bench.apply(person())
    with bench.connection.cursor() as cursor:
        cursor.execute("SHOW search_path")
        before = cursor.fetchone()
        bench.connection.introspection.get_constraints(cursor, "dbo.Person")
        cursor.execute("SHOW search_path")
        assert cursor.fetchone() == before


def test_flush_empties_and_restarts_identities(bench: Bench) -> None:
    bench.apply(person(), person("AuditPerson", "audit.Person", "AuditPerson"), task())
    someone = bench.rows("Person").create(email="a@example.com")
    bench.rows("Task").create(title="x", person=someone)
    bench.rows("AuditPerson").create(email="a@example.com")
    tables = sorted(bench.tables())
    assert tables == ["audit.Person", "dbo.Person", "log.Task"]

    ops = bench.connection.ops
    ops.execute_sql_flush(ops.sql_flush(no_style(), tables, reset_sequences=True))
    assert not any(bench.rows(name).exists() for name in ("Person", "AuditPerson", "Task"))
    assert bench.rows("Person").create(email="b@example.com").pk == 1
