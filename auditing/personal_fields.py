"""Register of personal fields in the activity log: what erasure may blank while the hash chain still verifies.

Columns are named by the dictionary; inside OldValue and NewValue a field is personal by its name, at any depth. A path
is a JSON pointer without leading slash: ``UserEmail``, ``NewValue/email``, ``OldValue/members/0/firstName``.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Any

from common.naming import to_camel

PERSONAL_COLUMNS = ("UserEmail", "IPAddress", "UserAgent")
VALUE_COLUMNS = ("OldValue", "NewValue")
PERSONAL_NAMES = frozenset(
    {
        "acceptedByEmail",
        "approvedByEmail",
        "attemptedEmail",
        "billingContactName",
        "billingEmail",
        "billingPhone",
        "bio",
        "changedByEmail",
        "email",
        "firstName",
        "fullName",
        "invitedByEmail",
        "invitedByName",
        "invitedEmail",
        "inviterName",
        "ipAddress",
        "lastName",
        "memberEmail",
        "memberName",
        "newEmail",
        "oldEmail",
        "phone",
        "phoneDisplay",
        "profilePictureUrl",
        "recipientEmail",
        "requesterEmail",
        "requesterName",
        "roleTitle",
        "userAgent",
        "userEmail",
        "userName",
    }
)


def is_personal(name: str) -> bool:
    """Whether a member of OldValue or NewValue is personal, written camelCase or snake_case."""
    return (to_camel(name) if re.fullmatch(r"[a-z0-9]+(?:_[a-z0-9]+)+", name) else name) in PERSONAL_NAMES


def _step(name: str) -> str:
    return name.replace("~", "~0").replace("/", "~1")


def split_path(path: str) -> list[str]:
    """Return the steps of a path."""
    return [step.replace("~1", "/").replace("~0", "~") for step in path.split("/")]


def personal_paths(value: Any, prefix: str) -> Iterator[tuple[str, Any]]:
    """Yield path and value of each personal field in a JSON value; one that is empty (null) holds nothing personal."""
    if isinstance(value, dict):
        for name, item in value.items():
            path = f"{prefix}/{_step(name)}"
            if not is_personal(name):
                yield from personal_paths(item, path)
            elif item is not None:
                yield path, item
    elif isinstance(value, list):
        for position, item in enumerate(value):
            yield from personal_paths(item, f"{prefix}/{position}")


def replace_at(document: Any, steps: list[str], value: Any) -> None:
    """Set the member of a JSON value that ``steps`` lead to.

    Raises:
        LookupError: there is no such place.
    """
    for step in steps[:-1]:
        document = document[int(step)] if isinstance(document, list) else document[step]
    last = steps[-1]
    if isinstance(document, list):
        document[int(last)] = value
    elif isinstance(document, dict) and last in document:
        document[last] = value
    else:
        raise LookupError("/".join(steps))
