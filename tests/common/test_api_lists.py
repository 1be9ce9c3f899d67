"""CursorPage and Page over real rows (api.md section 1)."""

from __future__ import annotations

from datetime import timedelta

import pytest

from common.api.pagination import take_cursor_page, take_page
from common.clock import now
from reference.models import Industry


@pytest.mark.django_db
def test_cursor_walks_every_row_once_newest_first() -> None:
    """Rows of one instant are told apart by key; rows added meanwhile shift nothing."""
    rows = Industry.objects.all()
    keys = list(rows.values_list("pk", flat=True))
    moment = now()
    for number, key in enumerate(keys):
        rows.filter(pk=key).update(created_date=moment + timedelta(seconds=number // 3))
    expected = list(rows.order_by("-created_date", "-pk").values_list("pk", flat=True))
    seen: list[int] = []
    cursor: str | None = None
    while True:
        page = take_cursor_page(rows, cursor, 4)
        assert len(page.items) <= 4
        seen += [row.pk for row in page.items]
        rows.filter(pk=expected[0]).update(created_date=moment + timedelta(days=1))
        if (cursor := page.next_cursor) is None:
            break
    assert seen == expected


@pytest.mark.django_db
def test_page_of_a_queryset() -> None:
    rows = Industry.objects.order_by("pk")
    total = rows.count()
    page = take_page(rows, 2, 3)
    assert [row.pk for row in page.items] == list(rows.values_list("pk", flat=True)[3:6])
    assert (page.total, page.total_pages) == (total, -(-total // 3))
    assert take_page(rows, 2**62, 100).items == []
