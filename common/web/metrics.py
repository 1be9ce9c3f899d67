"""``/metrics``: counters of this installation in the Prometheus text format, for whoever holds METRICS_TOKEN."""

from __future__ import annotations

import os

from django.conf import settings
from django.http import Http404, HttpRequest, HttpResponse
from django.utils.crypto import constant_time_compare
from django.views.decorators.http import require_safe
from prometheus_client import CONTENT_TYPE_LATEST, REGISTRY, CollectorRegistry, generate_latest
from prometheus_client.multiprocess import MultiProcessCollector

_SCHEME = "Bearer "


@require_safe
def metrics(request: HttpRequest) -> HttpResponse:
    """Counters of all processes that share PROMETHEUS_MULTIPROC_DIR, else of this one. No person is named by any.

    Without METRICS_TOKEN the address is nothing to anybody (404); with a wrong or missing token the answer is 401.
    """
    if not settings.METRICS_TOKEN:
        raise Http404
    sent = request.headers.get("Authorization", "")
    if not sent.startswith(_SCHEME) or not constant_time_compare(sent.removeprefix(_SCHEME), settings.METRICS_TOKEN):
        return HttpResponse(
            "Send METRICS_TOKEN as a bearer token in the header Authorization.\n",
            status=401,
            content_type="text/plain",
            headers={
                "WWW-Authenticate": 'Bearer realm="metrics"',
                "Cache-Control": "no-store",
            },
        )
    body = generate_latest(_registry())
    return HttpResponse(body, content_type=CONTENT_TYPE_LATEST, headers={"Cache-Control": "no-store"})


def _registry() -> CollectorRegistry:
    if not os.environ.get("PROMETHEUS_MULTIPROC_DIR"):
        return REGISTRY
    registry = CollectorRegistry()
    MultiProcessCollector(registry)  # type: ignore[no-untyped-call]
    return registry
