"""Create the database and its roles inside the embedded server, once and again without harm."""

from __future__ import annotations

import psycopg
from psycopg import sql

from tools.devservices.postgres import PostgresServer

DATABASE = "eventlead"
OWNER = "eventlead_owner"
APPLICATION = "eventlead_app"
RETENTION = "eventlead_retention"
OTHER_ROLES = (
    RETENTION,
    "eventlead_analyst",
    "eventlead_support",
    "eventlead_steward",
    "eventlead_compliance",
)
ALL_ROLES = (OWNER, APPLICATION, *OTHER_ROLES)


def provision(server: PostgresServer) -> None:
    """Make roles and database as the superuser. Only the owner may create databases; nobody but it owns anything."""
    with psycopg.connect(server.url("postgres", "postgres"), autocommit=True) as connection:
        known = {row[0] for row in connection.execute("SELECT rolname FROM pg_roles")}
        for role in ALL_ROLES:
            if role not in known:
                rights = sql.SQL("LOGIN CREATEDB" if role == OWNER else "LOGIN")
                connection.execute(sql.SQL("CREATE ROLE {} {}").format(sql.Identifier(role), rights))
        found = connection.execute("SELECT 1 FROM pg_database WHERE datname = %s", [DATABASE]).fetchone()
        if found is None:
            _create_database(connection)
    if server.throwaway:
        allow_tests(server)


def _create_database(connection: psycopg.Connection[tuple[object, ...]]) -> None:
    name, owner = sql.Identifier(DATABASE), sql.Identifier(OWNER)
    connection.execute(sql.SQL("CREATE DATABASE {} OWNER {} ENCODING 'UTF8' TEMPLATE template0").format(name, owner))
    connection.execute(sql.SQL("ALTER DATABASE {} SET timezone TO 'UTC'").format(name))
    connection.execute(sql.SQL("REVOKE ALL ON DATABASE {} FROM PUBLIC").format(name))
    for role in ALL_ROLES:
        connection.execute(sql.SQL("GRANT CONNECT ON DATABASE {} TO {}").format(name, sql.Identifier(role)))


def allow_tests(server: PostgresServer) -> None:
    """Let tests and benchmarks act as each role, and tests empty append-only tables; an installation allows neither."""
    owner = sql.Identifier(OWNER)
    with psycopg.connect(server.url("postgres", "postgres"), autocommit=True) as connection:
        for role in (APPLICATION, *OTHER_ROLES):
            grant = sql.SQL("GRANT {} TO {} WITH INHERIT FALSE, SET TRUE")
            connection.execute(grant.format(sql.Identifier(role), owner))
        connection.execute(sql.SQL("GRANT SET ON PARAMETER session_replication_role TO {}").format(owner))


def prepared_stamp(server: PostgresServer) -> str:
    """What `set_prepared_stamp` wrote on this database; it lives and dies with the data."""
    query = "SELECT shobj_description(oid, 'pg_database') FROM pg_database WHERE datname = %s"
    with psycopg.connect(server.url("postgres", "postgres"), autocommit=True) as connection:
        found = connection.execute(query, [DATABASE]).fetchone()
    return str(found[0]) if found and found[0] else ""


def set_prepared_stamp(server: PostgresServer, stamp: str) -> None:
    """Note on the database which version of migrations, seeds and demo data it holds."""
    with psycopg.connect(server.url("postgres", "postgres"), autocommit=True) as connection:
        connection.execute(sql.SQL("COMMENT ON DATABASE {} IS {}").format(sql.Identifier(DATABASE), sql.Literal(stamp)))
