"""Secrets of a development instance: made once, kept with the data they protect. Production brings its own."""

from __future__ import annotations

import json
import os
import secrets

from tools.devservices.layout import Layout

NAMES = (
    *("SECRET_KEY", "JWT_SIGNING_KEY", "LINK_SIGNING_KEY", "IP_HASH_KEY", "AUDIT_DIGEST_KEY"),
    "SECOND_FACTOR_KEY",
)


def development_secrets(layout: Layout) -> dict[str, str]:
    """The secrets of this VAR_DIR; the file is readable by its owner only."""
    path = layout.root / "secrets.json"
    known: dict[str, str] = json.loads(path.read_text()) if path.exists() else {}
    missing = [name for name in NAMES if name not in known]
    if missing:
        known.update({name: secrets.token_urlsafe(48) for name in missing})
        handle = os.open(path, os.O_WRONLY | os.O_CREAT | os.O_TRUNC, 0o600)
        with os.fdopen(handle, "w") as file:
            json.dump(known, file, indent=1)
    return known
