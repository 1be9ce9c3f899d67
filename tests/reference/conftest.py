from __future__ import annotations

from collections.abc import Iterator

import pytest

from reference.selectors.lookups import forget_lookups


@pytest.fixture(autouse=True)
def fresh_lookups() -> Iterator[None]:
    """A test's rows vanish with its transaction; the copies of them must, too."""
    forget_lookups()
    yield
    forget_lookups()
