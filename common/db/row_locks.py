"""Row locks by which services take turns, without holding up rows that merely refer to the locked ones."""

from __future__ import annotations

from typing import TypeVar

from django.db import connections
from django.db.models import Model, QuerySet

Row = TypeVar("Row", bound=Model)


def taking_turns(rows: QuerySet[Row]) -> QuerySet[Row]:
    """Lock rows whose keys stay as they are to the end of the transaction.

    An INSERT elsewhere that refers to such a row looks at its key only and goes on; a full lock would let it wait. So a
    person who joins a company does not wait for the person who invited them, while that one waits for the company.
    """
    return rows.select_for_update(no_key=connections[rows.db].features.has_select_for_no_key_update)
