"""T-SQL of the whole schema, written without a server, parsed and held against the text rules of the standards.

What only a server can tell (whether it accepts every statement) is not proved here.
"""

from __future__ import annotations

import re
from collections import Counter

import pytest
from django.apps import apps
from sqlglot import exp, parse_one
from sqlglot.errors import ErrorLevel

from common.db.ddl import ddl_statements, script
from common.db.schemas import BUSINESS_SCHEMAS, locate
from common.naming import cut_identifier

_NAMED_TABLE = re.compile(r"CREATE TABLE \[(\w+)\]\.\[(\w+)\] \((.*)\);?$", re.DOTALL)
_DATA_TYPES = {
    "bigint",
    "bit",
    "date",
    "datetime2(6)",
    "int",
    "numeric",
    "nvarchar",
    "nvarchar(max)",
    "uniqueidentifier",
}


@pytest.fixture(scope="module")
def statements() -> list[str]:
    return ddl_statements("mssql")


@pytest.fixture(scope="module")
def tables(statements: list[str]) -> dict[tuple[str, str], str]:
    """Definition of each table of our six schemas."""
    found = [_NAMED_TABLE.match(statement) for statement in statements]
    return {(m[1], m[2]): m[3] for m in found if m and m[1] in BUSINESS_SCHEMAS}


def without_texts(statement: str) -> str:
    """The statement without its literals, comments of columns among them."""
    return re.sub(r"N?'(?:[^']|'')*'", "''", statement)


def test_no_statement_needed_a_server(statements: list[str]) -> None:
    assert len(statements) > 500
    assert script("mssql").startswith("SET ANSI_NULLS ON;\nGO\nSET QUOTED_IDENTIFIER ON;\nGO\n")
    assert script("mssql") == script("mssql")


def test_statements_parse_as_t_sql(statements: list[str]) -> None:
    for statement in statements:
        if re.match(r"(CREATE TABLE|CREATE (UNIQUE )?INDEX|ALTER TABLE)", statement):
            tree = parse_one(statement.rstrip(";"), dialect="tsql", error_level=ErrorLevel.RAISE)
            assert isinstance(tree, (exp.Create, exp.Alter)), statement


def test_every_declared_table_is_there(tables: dict[tuple[str, str], str]) -> None:
    declared = {locate(model._meta.db_table) for model in apps.get_models() if hasattr(model, "access")}
    assert set(tables) == declared


def test_schemas_come_before_tables(statements: list[str]) -> None:
    """S4, S39."""
    first_table = next(number for number, text in enumerate(statements) if text.startswith("CREATE TABLE"))
    for schema in ("ref", "config", "log", "audit", "cache", "django"):
        assert statements.index(f"IF SCHEMA_ID(N'{schema}') IS NULL EXEC(N'CREATE SCHEMA [{schema}]');") < first_table


def test_types_are_those_of_the_dictionary(tables: dict[tuple[str, str], str]) -> None:
    """S1, S6, S15, S16: nvarchar only, datetime2(6), no other type of its family."""
    for (schema, table), definition in tables.items():
        text = without_texts(definition)
        for match in re.finditer(r"(?:^|, )\[(\w+)\] (\w+(?:\((?:\d+|max)(?:, \d+)?\))?)", text):
            kind = re.sub(r"\((?!max|6\)$).*\)", "", match[2])
            assert match[2] in _DATA_TYPES or kind in _DATA_TYPES, f"{schema}.{table}.{match[1]} {match[2]}"


@pytest.mark.parametrize(
    "word",
    [
        r"\bvarchar\b",
        r"\bchar\b",
        r"\btext\b",
        r"\bdatetimeoffset\b",
        r"\bdatetime\b",
        r"\bdatetime2\b(?!\(6\))",
        r"\bGETDATE\b",
        r"\bSYSDATETIME\b",
        r"\bAT TIME ZONE\b",
        r"\bCASCADE\b",
        r"\bSET NULL\b",
    ],
)
def test_words_that_may_not_occur(statements: list[str], word: str) -> None:
    """S1, S16, S17, S18, S43."""
    found = [text for text in statements if re.search(word, without_texts(text), re.IGNORECASE)]
    assert found == []


def test_default_instants_are_utc(tables: dict[tuple[str, str], str]) -> None:
    """S17, S19: CreatedDate of every table."""
    for (schema, table), definition in tables.items():
        assert re.search(
            r"\[CreatedDate\] datetime2\(6\) CONSTRAINT \[DF_\w+_CreatedDate\] DEFAULT \(SYSUTCDATETIME\(\)\) NOT NULL",
            definition,
        ), f"{schema}.{table}"


def test_keys_and_defaults_are_named(tables: dict[tuple[str, str], str]) -> None:
    """S6, S24, S29."""
    for definition in tables.values():
        (key, column) = re.search(
            r"\[(\w+)ID\] bigint NOT NULL CONSTRAINT \[PK_(\w+)\] PRIMARY KEY IDENT", definition
        ).groups()
        assert key == column
        for name, found in re.findall(
            r"\[(\w+)\] \S+(?:\(\d+(?:, \d+)?\))? CONSTRAINT \[(DF_\w+)\] DEFAULT", definition
        ):
            assert found == cut_identifier(f"DF_{key}_{name}")
        assert len(re.findall("DEFAULT", without_texts(definition))) == len(re.findall(r"\[DF_", definition))


def test_json_columns_are_checked(tables: dict[tuple[str, str], str]) -> None:
    """S28, S50."""
    checked = 0
    for model in apps.get_models():
        for field in model._meta.local_concrete_fields:
            if hasattr(model, "access") and field.get_internal_type() == "JSONField":
                name = cut_identifier(f"CK_{model._meta.pk.column.removesuffix('ID')}_{field.column}Json")
                expected = f"CONSTRAINT [{name}] CHECK (ISJSON([{field.column}]) = 1)"
                assert expected in tables[locate(model._meta.db_table)]
                checked += 1
    assert checked > 10


def test_checks_unique_rules_and_foreign_keys_are_named(
    statements: list[str], tables: dict[tuple[str, str], str]
) -> None:
    """S25 to S28: every constraint has a name with the table's label."""
    labels = {
        locate(model._meta.db_table): str(model._meta.pk.column).removesuffix("ID")
        for model in apps.get_models()
        if hasattr(model, "access")
    }
    for place, definition in tables.items():
        text = without_texts(definition)
        for kind, prefix in (("CHECK", "CK"), ("UNIQUE", "UQ")):
            names = re.findall(rf"CONSTRAINT \[(\w+)\] {kind}\b", text)
            assert len(names) == len(re.findall(rf"\b{kind}\b", text)), place
            assert all(name.startswith(f"{prefix}_{labels[place]}"[:54]) for name in names), names
    keys = [
        re.match(
            r"ALTER TABLE \[(\w+)\]\.\[(\w+)\] ADD CONSTRAINT \[(\w+)\] FOREIGN KEY \(\[(\w+)\]\) "
            r"REFERENCES \[(\w+)\]\.\[(\w+)\] \(\[(\w+)\]\);$",
            text,
        )
        for text in statements
        if "FOREIGN KEY" in text and "[django]" not in text
    ]
    assert len(keys) > 100
    for match in keys:
        assert match is not None, "a foreign key of ours has an unexpected clause"
        schema, table, name, column, to_schema, to_table, _ = match.groups()
        assert name == cut_identifier(f"FK_{labels[schema, table]}_{labels[to_schema, to_table]}_{column}")


def test_indexes_are_named_and_filters_are_plain(statements: list[str]) -> None:
    """S26, S27, S44, S45: comparisons with constants and IS [NOT] NULL, joined by AND."""
    nullable = {
        (*locate(model._meta.db_table), field.column)
        for model in apps.get_models()
        for field in model._meta.local_concrete_fields
        if field.null
    }
    term = r"\[\w+\] (?:IS NOT NULL|IS NULL|(?:=|<>|<|>|<=|>=) (?:N'[^']*'|-?\d+))"
    seen = Counter[str]()
    for text in statements:
        match = re.match(r"CREATE (UNIQUE )?INDEX \[(\w+)\] ON \[(\w+)\]\.\[(\w+)\] \((.*?)\)(?: WHERE (.*?))?;$", text)
        if match is None or match[3] == "django":
            assert not (match is None and re.match(r"CREATE (UNIQUE )?INDEX", text)), text
            continue
        unique, name, schema, table, listed, condition = match.groups()
        columns = re.findall(r"\[(\w+)\]", listed)
        seen[name] += 1
        prefix = "UQ" if unique else "IX"
        assert name.startswith(f"{prefix}_")
        assert name.endswith("_".join(columns)) or len(name) == 63
        if condition:
            assert re.fullmatch(rf"\(?{term}(?: AND {term})*\)?", condition), condition
        for column in columns if unique else ():
            if (schema, table, column) in nullable:
                assert f"[{column}] IS NOT NULL" in (condition or ""), name
    assert len(seen) > 100
    assert max(seen.values()) == 1


def test_unique_constraints_over_nullable_columns_are_filtered(tables: dict[tuple[str, str], str]) -> None:
    """S44: SQL Server counts nulls as equal, so an unfiltered rule may hold columns that are never null only."""
    nullable = {
        (*locate(model._meta.db_table), field.column)
        for model in apps.get_models()
        for field in model._meta.local_concrete_fields
        if field.null
    }
    for place, definition in tables.items():
        for listed in re.findall(r"\] UNIQUE \((.*?)\)", definition):
            for column in re.findall(r"\[(\w+)\]", listed):
                assert (*place, column) not in nullable, (place, column)


def test_identifiers_have_at_most_63_characters(statements: list[str]) -> None:
    """S42, on SQL Server too, so that names agree."""
    names = {name for text in statements for name in re.findall(r"\[([^\]\[]+)\]", without_texts(text))}
    assert {name for name in names if len(name) > 63} == set()
    assert any(len(name) == 63 for name in names)


def test_comments_carry_the_schema(statements: list[str]) -> None:
    """S41: MS_Description of each table and column of ours."""
    expected = {
        (*locate(model._meta.db_table), column)
        for model in apps.get_models()
        if hasattr(model, "access")
        for column in ["", *(field.column for field in model._meta.local_concrete_fields)]
    }
    found = set()
    for text in statements:
        if "sp_addextendedproperty" in text:
            levels = dict(re.findall(r"@level(\d)name = N'(\w+)'", text))
            found.add((levels["0"], levels["1"], levels.get("2", "")))
    assert found >= expected


def test_grants_follow_the_matrix(statements: list[str]) -> None:
    """S47 on SQL Server: whole schemas once, hidden columns never."""
    assert "GRANT SELECT, INSERT, UPDATE ON SCHEMA::[ref] TO [eventlead_steward];" in statements
    (support,) = [text for text in statements if "[dbo].[User] TO [eventlead_support]" in text]
    assert support.startswith("GRANT SELECT ([")
    assert "PasswordHash" not in support
    assert "SessionToken" not in support
    assert not any("DELETE" in text and "[dbo].[Company]" in text for text in statements if text.startswith("GRANT"))


def test_audit_tables_are_append_only(statements: list[str], tables: dict[tuple[str, str], str]) -> None:
    """S46: UPDATE and DELETE of every audit table, INSERT of none."""
    found = {}
    for text in statements:
        match = re.match(r"CREATE TRIGGER \[(\w+)\]\.\[\w+\] ON \[(\w+)\]\.\[(\w+)\] AFTER ([A-Z, ]+) AS", text)
        assert match is not None or not text.startswith("CREATE TRIGGER"), text
        if match is not None:
            assert match[1] == match[2]
            found[match[2], match[3]] = match[4]
    audit = {place for place in tables if place[0] == "audit"}
    assert {place: kinds for place, kinds in found.items() if place[0] == "audit"} == dict.fromkeys(
        audit, "UPDATE, DELETE"
    )
    assert not any("INSERT" in kinds for kinds in found.values())
