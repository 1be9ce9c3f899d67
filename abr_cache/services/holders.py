"""Who holds an ABN: the cache knows no company, so the app that does is reached by a configured path."""

from __future__ import annotations

from collections.abc import Collection, Iterable
from typing import Protocol

from common.errors import hook


class HolderFinder(Protocol):
    """`settings.REGISTER_HOLDERS`: ids of the live companies that hold one of these ABNs or ACNs."""

    def __call__(self, *, abns: Collection[str], acns: Collection[str]) -> Iterable[int]: ...


def holders(abns: Collection[str], acns: Collection[str]) -> tuple[int, ...]:
    finder: HolderFinder | None = hook("REGISTER_HOLDERS")
    if finder is None or not (abns or acns):
        return ()
    return tuple(sorted(set(finder(abns=abns, acns=acns))))
