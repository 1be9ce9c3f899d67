"""Migration operations on tables in schemas, each forward, back and forward again (S39), names by S24 to S29."""

from __future__ import annotations

import pytest
from django.db import IntegrityError, migrations, models
from django.db.models import Q

from common.db.indexes import Index
from common.db.operations import AddForeignKeyConstraint, RunSQLPerVendor
from tests.db.bench import Bench, person, task


def test_create_model_names_its_key_and_goes_away_again(bench: Bench) -> None:
    """S24: PK_<Table>; a dropped table takes nothing of its namesake along."""
    bench.apply(person("AuditPerson", "audit.Person", "AuditPerson"))
    bench.there_and_back(person())

    assert bench.tables() == {"dbo.Person", "audit.Person"}
    assert bench.constraints("dbo.Person")["PK_Person"]["primary_key"]
    assert bench.constraints("audit.Person")["PK_AuditPerson"]["primary_key"]
    bench.undo()
    assert bench.tables() == {"audit.Person"}


def test_foreign_key_across_schemas(bench: Bench) -> None:
    """S25, S43: FK_<Table>_<ReferencedTable>_<Column>, not deferrable."""
    bench.apply(person(), task())

    constraint = bench.constraints("log.Task")["FK_Task_Person_PersonID"]
    assert constraint["foreign_key"] == ("dbo.Person", "PersonID")
    with pytest.raises(IntegrityError):
        bench.rows("Task").create(title="x", person_id=999)


def test_add_and_remove_field_with_foreign_key(bench: Bench) -> None:
    bench.apply(person(), task())
    field = models.ForeignKey("layer.Person", models.DO_NOTHING, null=True, db_column="ReviewerID", related_name="+")
    bench.there_and_back(migrations.AddField("Task", "reviewer", field))

    names = bench.constraints("log.Task")
    assert names["FK_Task_Person_ReviewerID"]["foreign_key"] == ("dbo.Person", "PersonID")
    assert names["IX_Task_ReviewerID"]["index"]
    bench.apply(migrations.RemoveField("Task", "reviewer"))
    assert "ReviewerID" not in bench.columns("log.Task")


def test_alter_field_switches_index_and_unique(bench: Bench) -> None:
    bench.apply(person())
    indexed = models.CharField(max_length=255, db_column="Email", db_default="", db_index=True)
    bench.there_and_back(migrations.AlterField("Person", "email", indexed))
    assert bench.constraints("dbo.Person")["IX_Person_Email"]["columns"] == ["Email"]

    unique = models.CharField(max_length=255, db_column="Email", db_default="", unique=True)
    bench.there_and_back(migrations.AlterField("Person", "email", unique))
    names = bench.constraints("dbo.Person")
    assert names["UQ_Person_Email"]["unique"]
    assert "IX_Person_Email" not in names


def test_alter_field_changes_type_and_nullability(bench: Bench) -> None:
    bench.apply(person())
    bench.rows("Person").create(email="a@example.com", phone="+61200000000")
    field = models.CharField(max_length=40, db_column="Phone", db_default="")
    bench.there_and_back(migrations.AlterField("Person", "phone", field))

    assert bench.rows("Person").get().phone == "+61200000000"


def test_alter_foreign_key_field(bench: Bench) -> None:
    bench.apply(person(), task())
    field = models.ForeignKey(
        "layer.Person", models.DO_NOTHING, null=True, db_column="PersonID", db_index=False, related_name="+"
    )
    bench.there_and_back(migrations.AlterField("Task", "person", field))
    assert "FK_Task_Person_PersonID" in bench.constraints("log.Task")


def test_rename_field_and_its_column(bench: Bench) -> None:
    bench.apply(person(), task())
    bench.rows("Person").create(email="a@example.com")
    bench.there_and_back(migrations.RenameField("Person", "phone", "mobile"))
    renamed = models.CharField(max_length=20, null=True, db_column="Mobile")
    bench.there_and_back(migrations.AlterField("Person", "mobile", renamed))

    assert "Mobile" in bench.columns("dbo.Person")
    assert "Phone" not in bench.columns("dbo.Person")
    assert bench.rows("Person").filter(mobile=None).count() == 1


def test_add_remove_and_rename_index(bench: Bench) -> None:
    """S27: an index is found and dropped in its own schema, not in the search path."""
    bench.apply(person(), person("AuditPerson", "audit.Person", "AuditPerson"))
    bench.there_and_back(migrations.AddIndex("Person", Index(fields=["email"], name="IX_Person_Email")))
    bench.there_and_back(migrations.RenameIndex("Person", new_name="IX_Person_Email_Phone", old_name="IX_Person_Email"))
    assert "IX_Person_Email_Phone" in bench.constraints("dbo.Person")

    bench.there_and_back(migrations.RemoveIndex("Person", "IX_Person_Email_Phone"))
    assert "IX_Person_Email_Phone" not in bench.constraints("dbo.Person")


@pytest.mark.parametrize(
    "constraint",
    [
        models.UniqueConstraint(fields=["email"], name="UQ_Person_Email"),
        models.UniqueConstraint(fields=["email"], condition=Q(is_deleted=False), name="UQ_Person_Email"),
        models.CheckConstraint(condition=Q(email__length__gte=3), name="CK_Person_Email"),
    ],
    ids=["unique", "conditional", "check"],
)
def test_add_and_remove_constraint(bench: Bench, constraint: models.UniqueConstraint | models.CheckConstraint) -> None:
    bench.apply(person())
    bench.there_and_back(migrations.AddConstraint("Person", constraint))
    assert constraint.name in bench.constraints("dbo.Person")

    bench.there_and_back(migrations.RemoveConstraint("Person", constraint.name))
    assert constraint.name not in bench.constraints("dbo.Person")


def test_conditional_unique_constraint_is_enforced(bench: Bench) -> None:
    """S34: unique among live rows only."""
    bench.apply(person())
    rule = models.UniqueConstraint(fields=["email"], condition=Q(is_deleted=False), name="UQ_Person_Email")
    bench.apply(migrations.AddConstraint("Person", rule))
    rows = bench.rows("Person")
    rows.create(email="a@example.com", is_deleted=True)
    rows.create(email="a@example.com", is_deleted=True)
    rows.create(email="a@example.com")
    with pytest.raises(IntegrityError, match="UQ_Person_Email"):
        rows.create(email="a@example.com")
    assert rows.count() == 3


def test_alter_table_moves_to_another_schema_and_name(bench: Bench) -> None:
    bench.apply(person(), task())
    bench.rows("Person").create(email="a@example.com")
    bench.there_and_back(migrations.AlterModelTable("Person", "config.Staff"))

    assert "config.Staff" in bench.tables()
    assert "dbo.Person" not in bench.tables()
    assert bench.rows("Person").get().email == "a@example.com"
    assert bench.constraints("log.Task")["FK_Task_Person_PersonID"]["foreign_key"] == ("config.Staff", "PersonID")


def test_long_names_are_cut_to_63_bytes(bench: Bench) -> None:
    """S42: 54 characters, an underscore and eight hex digits."""
    bench.apply(person())
    column = "AVeryLongColumnNameThatAloneFillsMostOfTheRoomOfAnIdentifier"
    field = models.IntegerField(default=0, db_column=column, db_index=True)
    bench.there_and_back(migrations.AddField("Person", "long", field))

    (name,) = (
        name
        for name, found in bench.constraints("dbo.Person").items()
        if found["columns"] == [column] and found["index"]
    )
    assert len(name) == 63
    assert name[54] == "_"


def test_foreign_key_without_orm_field(bench: Bench) -> None:
    """History tables: ChangedByUserID is an integer for the ORM and a foreign key in the database."""
    bench.apply(person(), person("AuditPerson", "audit.Person", "AuditPerson"))
    plain = models.BigIntegerField(null=True, db_column="ChangedByPersonID")
    bench.apply(migrations.AddField("AuditPerson", "changed_by", plain))
    bench.there_and_back(AddForeignKeyConstraint("AuditPerson", "changed_by", to="layer.Person"))

    constraint = bench.constraints("audit.Person")["FK_AuditPerson_Person_ChangedByPersonID"]
    assert constraint["foreign_key"] == ("dbo.Person", "PersonID")
    with pytest.raises(IntegrityError):
        bench.rows("AuditPerson").create(email="a@example.com", changed_by=1)


def test_sql_per_vendor_runs_its_own_vendor_only(bench: Bench) -> None:
    bench.apply(person())
    operation = RunSQLPerVendor(
        postgresql=['CREATE VIEW dbo."Live" AS SELECT 100 % 7 AS "Rest"'],
        microsoft="THROW 50000, 'not here', 1",
        reverse_postgresql='DROP VIEW dbo."Live"',
        reverse_microsoft="THROW 50000, 'not here', 1",
    )
    bench.there_and_back(operation)
    with bench.connection.cursor() as cursor:
        cursor.execute('SELECT "Rest" FROM dbo."Live"')
        assert cursor.fetchone() == (2,)
    bench.undo()
    assert not RunSQLPerVendor(postgresql="SELECT 1").reversible
    assert operation.deconstruct()[2]["reverse_postgresql"] == 'DROP VIEW dbo."Live"'


def test_comments_with_per_cent_signs(bench: Bench) -> None:
    """S41: the comment in the catalogue equals the model's."""
    bench.apply(person())
    share = models.IntegerField(default=0, db_column="Share", db_comment="Share in %, 'quoted'")
    bench.there_and_back(migrations.AddField("Person", "share", share))
    with bench.connection.cursor() as cursor:
        found = bench.connection.introspection.get_table_description(cursor, "dbo.Person")
    assert {column.name: column.comment for column in found}["Share"] == "Share in %, 'quoted'"
