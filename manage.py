#!/usr/bin/env python
"""Entry point of every management command (`make manage ARGS="…"` runs it in the right environment)."""

import os
import sys

# DDL belongs to the owner; everything else runs as the application role, which owns nothing.
OWNER_COMMANDS = {"migrate", "grants", "flush"}


def main() -> None:
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "config.settings")
    if len(sys.argv) > 1 and sys.argv[1] in OWNER_COMMANDS and "DATABASE_OWNER_URL" in os.environ:
        os.environ["DATABASE_URL"] = os.environ["DATABASE_OWNER_URL"]
    from django.core.management import execute_from_command_line

    execute_from_command_line(sys.argv)


if __name__ == "__main__":
    main()
