"""Lines of standard output (ER-3, LO-4)."""

from __future__ import annotations

import io
import json
import logging
import logging.config
from typing import Any

import pytest
from django.conf import settings


@pytest.fixture
def written() -> Any:
    """A logger with the formatter of the product, and what it wrote."""
    stream = io.StringIO()
    config = settings.LOGGING["formatters"]["json"]
    formatter = config["()"](**{name: value for name, value in config.items() if name != "()"})
    handler = logging.StreamHandler(stream)
    handler.setFormatter(formatter)
    logger = logging.getLogger("tests.log_lines")
    logger.addHandler(handler)
    logger.propagate = False
    yield logger, stream
    logger.removeHandler(handler)
    logger.propagate = True


def test_a_quoted_exception_shows_no_person_and_no_secret(written: Any) -> None:
    """ER-3, LO-4: databases quote the row that they refuse, drivers the address they connect to."""
    logger, stream = written
    try:
        raise ValueError("Key (Email)=(dana.reed@x.example) exists; postgres://app:hunter2@db/eventlead")
    except ValueError:
        logger.exception("work failed", extra={"data": {"password": "hunter2", "to": ["sam+1@y.example"], "rows": 3}})
    line = json.loads(stream.getvalue())
    assert line["event"] == "work failed"
    assert "ValueError" in line["exception"]
    assert "test_a_quoted_exception" in line["exception"]
    assert line["data"]["rows"] == 3
    for secret in ("dana.reed", "hunter2", "sam+1"):
        assert secret not in stream.getvalue()
