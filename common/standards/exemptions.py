"""The one place where an exception from a rule may be declared; one that nothing needs any more is an error."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from fnmatch import fnmatchcase
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from common.standards.catalogue import Catalogue


@dataclass(frozen=True, slots=True)
class Exemption:
    """Findings of ``rule`` at ``object`` (``*`` matches any text) are allowed for ``reason``.

    It is stale when no finding needs it, and as soon as ``ends_when`` holds for the catalogue.
    """

    rule: str
    object: str
    reason: str
    ends_when: Callable[[Catalogue], bool] | None = None

    def covers(self, rule: str, target: str) -> bool:
        return rule == self.rule and fnmatchcase(target, self.object)

    def has_ended(self, catalogue: Catalogue) -> bool:
        return self.ends_when is not None and self.ends_when(catalogue)


EXEMPTIONS: Final[tuple[Exemption, ...]] = ()
