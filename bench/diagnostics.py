"""A look at what one request left in the logs, among few rows and among many (section 23 "Diagnostics")."""

from __future__ import annotations

import statistics
import time
import uuid

from bench.journey import own_database
from bench.outcome import Outcome
from common import clock
from logging_app.models import ApiRequest
from logging_app.selectors import trace_of_request

LOOK_BAR_MS = 2000
_REPEATS = 15
_FEW, _MANY = 1_000, 200_000


def run(rows: int) -> Outcome:
    """Compare looks before and after the log has grown two hundredfold; ``rows`` does not matter."""
    with own_database():
        among_few = _look_ms(_FEW)
        among_many = _look_ms(_MANY - _FEW)
    return Outcome(
        measured={
            f"a look at one request among {_FEW:,} rows": f"{among_few:.2f} ms",
            f"a look at one request among {_MANY:,} rows": f"{among_many:.2f} ms",
        },
        ratios={"look_among_many_to_few": round(among_many / among_few, 2)},
        bars={f"a look takes less than {LOOK_BAR_MS / 1000:.0f} seconds": among_many < LOOK_BAR_MS},
    )


def _look_ms(more_rows: int) -> float:
    """Median of looks at one request after ``more_rows`` others joined the log."""
    now, wanted = clock.now(), str(uuid.uuid4())
    values = {"method": "GET", "path": "/x", "status_code": 200, "duration_ms": 1, "created_date": now}
    others = (ApiRequest(request_id=str(uuid.uuid4()), **values) for _ in range(more_rows))
    ApiRequest.objects.bulk_create(others, batch_size=5_000)
    ApiRequest.objects.create(request_id=wanted, **values)
    times = []
    for _ in range(_REPEATS):
        started = time.perf_counter()
        if len(trace_of_request(wanted).api_requests) != 1:
            raise RuntimeError("the request was not found")
        times.append((time.perf_counter() - started) * 1000)
    return statistics.median(times)
