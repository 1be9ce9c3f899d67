"""`make clean`: remove the data of a VAR_DIR and the caches (standard library only)."""

from __future__ import annotations

import shutil
import sys
from pathlib import Path

from tools.devservices.layout import Layout
from tools.devservices.locks import is_used

ROOT = Path(__file__).resolve().parent.parent
CACHES = (".pytest_cache", ".mypy_cache", ".ruff_cache", ".import_linter_cache", ".hypothesis", "htmlcov")


def instances(root: Path) -> list[Layout]:
    """The instance in a folder and those below it (test, e2e, …)."""
    return [Layout(path.parent) for path in sorted(root.rglob("run")) if (path / "use.lock").exists()]


def clean(var_dir: str) -> int:
    """Remove everything, places outside VAR_DIR that belong to it too; refuses while something runs."""
    root = Layout.at(var_dir).root
    found = instances(root) if root.exists() else []
    for layout in found:
        if is_used(layout.run / "use.lock"):
            print(f"error: something still runs in {layout.root}; stop it first", file=sys.stderr)
            return 1
    if root.exists() and not found and any(root.iterdir()):
        print(f"error: {root} holds no instance of EventLead; nothing removed", file=sys.stderr)
        return 1
    for layout in found:
        for name in ("data", "sockets"):
            place = layout.places().get(name)
            if place:
                shutil.rmtree(place, ignore_errors=True)
    if found:
        shutil.rmtree(root)
    for name in CACHES:
        shutil.rmtree(ROOT / name, ignore_errors=True)
    print(f"removed {root} and the caches")
    return 0


if __name__ == "__main__":
    sys.exit(clean(sys.argv[1] if len(sys.argv) > 1 else "var"))
