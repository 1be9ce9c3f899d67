"""Which country a time zone belongs to, so that the browser's zone proposes the country (ON-3)."""

from __future__ import annotations

import json
from functools import cache
from importlib.resources import files

from reference.selectors import active_rows


def zone_countries() -> str:
    """JSON map of time zones to the codes of countries that are offered."""
    offered = {row.code for row in active_rows("Country")}
    return json.dumps({zone: code for zone, code in _all_zones().items() if code in offered}, separators=(",", ":"))


@cache
def _all_zones() -> dict[str, str]:
    """Main zones of every country: the table that comes with the zones themselves."""
    lines = (files("tzdata") / "zoneinfo" / "zone.tab").read_text(encoding="utf-8").splitlines()
    rows = [line.split("\t") for line in lines if line and not line.startswith("#")]
    return {row[2]: row[0] for row in rows}
