"""All generated documents: path in the repository -> text."""

from __future__ import annotations

from pathlib import Path
from typing import Any

from common.db.ddl import script
from common.db.schemas import BUSINESS_SCHEMAS
from common.documentation.counts import counts_page
from common.documentation.diagrams import schema_diagram
from common.documentation.dictionary import dictionary_page
from common.documentation.overview import overview_diagram
from common.documentation.pages import index_page, permissions_page, settings_page, standards_page
from common.standards.checking import check
from common.standards.context import Context

FOLDER = "docs/database"


def generated_documents(connection: Any, root: Path) -> dict[str, str]:
    """Return every document; the same database and code give the same texts."""
    context = Context.of(connection)
    diagrams = {f"er-{schema}.svg": schema_diagram(context.catalogue, schema) for schema in BUSINESS_SCHEMAS}
    pages = {
        "README.md": index_page(context),
        "dictionary.md": dictionary_page(context),
        "standards.md": standards_page(check(context)),
        "permissions.md": permissions_page(context),
        "counts.md": counts_page(context),
        "er-overview.svg": overview_diagram(context.catalogue),
        # What a database administrator reads before the first migration on SQL Server.
        "mssql.sql": script("mssql"),
        **diagrams,
    }
    return {**{f"{FOLDER}/{name}": text for name, text in pages.items()}, "docs/settings.md": settings_page(root)}


def drift(documents: dict[str, str], root: Path) -> list[str]:
    """Name the documents that are missing or differ from the committed files."""
    return [name for name, text in sorted(documents.items()) if _committed(root / name) != text]


def _committed(path: Path) -> str | None:
    return path.read_text(encoding="utf-8") if path.exists() else None
