"""What a benchmark reports."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field


@dataclass
class Outcome:
    """Measured values with their units for the reader, ratios for the record, and bars with whether they were met."""

    measured: dict[str, str] = field(default_factory=dict)
    ratios: dict[str, float | bool] = field(default_factory=dict)
    bars: dict[str, bool] = field(default_factory=dict)

    @property
    def passed(self) -> bool:
        return all(self.bars.values())

    def lines(self) -> Iterator[str]:
        for name, value in {**self.measured, **self.ratios}.items():
            yield f"  {name:<44} {value}"
        for name, met in self.bars.items():
            yield f"  {'met   ' if met else 'MISSED'} {name}"
