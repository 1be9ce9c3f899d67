"""Which rule a refused statement broke: the message of the database names it."""

from __future__ import annotations

import re

from django.db import IntegrityError

# Babelfish stores an index as its name and its table's in lower case, cut, with a digest behind.
_DIGESTED = re.compile(r'"(\w+)[0-9a-f]{32}"')


def is_broken(constraint: str, error: IntegrityError) -> bool:
    """Whether the statement was refused by the constraint or unique index of this name."""
    text = str(error)
    if constraint in text:
        return True
    found = _DIGESTED.search(text)
    if found is None:
        return False
    stored, name = found[1], constraint.lower()
    return stored.startswith(name) or name.startswith(stored)
