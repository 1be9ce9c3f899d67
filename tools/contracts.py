"""The import contract of architecture.md section 1: which room of which app may import which."""

from __future__ import annotations

from dataclasses import dataclass
from typing import cast

from grimp import ImportGraph
from importlinter import Contract, ContractCheck, fields, output

TASKS = "tasks"


@dataclass(frozen=True)
class Place:
    """A module's app and its room, such as `accounts` and `services`."""

    app: str
    room: str

    @classmethod
    def of(cls, module: str) -> Place:
        parts = module.split(".")
        return cls(parts[0], parts[1] if len(parts) > 1 else "")


@dataclass(frozen=True)
class House:
    """The rules as data. `apps` runs from the ground up; those of `ground` are one floor."""

    apps: tuple[str, ...]
    ground: frozenset[str]
    doors: frozenset[str]
    shared: frozenset[str]

    def objection(self, importer: Place, imported: Place) -> str:
        """Why an import is refused, or an empty text."""
        if importer.app not in self.apps or imported.app not in self.apps:
            return ""
        if importer.app == imported.app:
            return self._inside_one_app(importer, imported)
        return self._between_apps(importer, imported)

    def _inside_one_app(self, importer: Place, imported: Place) -> str:
        if imported.room not in self.doors or importer.room == imported.room:
            return ""
        if importer.room in self.doors:
            return "api, web and admin never import each other"
        if importer.room in {*self.shared, "models", TASKS}:
            return f"{importer.room} may not know of {imported.room}"
        return ""

    def _between_apps(self, importer: Place, imported: Place) -> str:
        if imported.room not in self.shared:
            return "an app is reached through its services and selectors only"
        if self._floor(imported.app) > self._floor(importer.app) and imported.room == "services":
            return f"{importer.app} is below {imported.app} and may only read its selectors"
        return ""

    def _floor(self, app: str) -> int:
        return 0 if app in self.ground else self.apps.index(app)


def _texts(option: object) -> list[str]:
    """The value of a contract's list option (the class attribute is a descriptor of another type)."""
    return cast("list[str]", option)


class RoomsContract(Contract):
    """Checks every direct import between the apps' modules."""

    type_name = "rooms"

    apps = fields.ListField(subfield=fields.StringField())
    ground = fields.ListField(subfield=fields.StringField())
    doors = fields.ListField(subfield=fields.StringField())
    shared = fields.ListField(subfield=fields.StringField())

    def check(self, graph: ImportGraph, verbose: bool) -> ContractCheck:
        """Collect the refused imports."""
        house = House(
            apps=tuple(_texts(self.apps)),
            ground=frozenset(_texts(self.ground)),
            doors=frozenset(_texts(self.doors)),
            shared=frozenset(_texts(self.shared)),
        )
        refused = []
        for importer in sorted(graph.modules):
            for imported in sorted(graph.find_modules_directly_imported_by(importer)):
                why = house.objection(Place.of(importer), Place.of(imported))
                if why:
                    details = graph.get_import_details(importer=importer, imported=imported)
                    lines = ", ".join(str(detail["line_number"]) for detail in details)
                    refused.append(f"{importer} (l. {lines}) -> {imported}: {why}")
        return ContractCheck(kept=not refused, metadata={"refused": refused})

    def render_broken_contract(self, check: ContractCheck) -> None:
        """Print one line for each refused import."""
        for line in check.metadata["refused"]:
            output.print_error(line, bold=False)
