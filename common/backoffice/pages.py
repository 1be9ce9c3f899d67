"""Further pages: of a table, reached by a button of its list or row, and of no single table, reached by the menu."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any, TypeVar, cast

from django.http import Http404, HttpRequest, HttpResponseBase
from unfold.decorators import action

from common.backoffice.identity import may
from common.backoffice.navigation import Section
from common.permissions import Permission

Page = TypeVar("Page", bound=Callable[..., Any])
View = Callable[[HttpRequest], HttpResponseBase]


@dataclass(frozen=True, slots=True)
class MenuPage:
    """A page of no single table. ``path`` is below the back office; it is reversed as ``admin:<name>``."""

    path: str
    name: str
    title: str
    purpose: str
    section: Section
    icon: str
    order: int
    permission: Permission
    view: View

    def respond(self, request: HttpRequest) -> HttpResponseBase:
        """Answer for those who may see it; for others it is not there."""
        if not may(request, self.permission):
            raise Http404
        return self.view(request)


MENU_PAGES: dict[str, MenuPage] = {}
"""By name, in the order in which the apps' admin rooms are read."""


def own_page(label: str, path: str, icon: str) -> Callable[[Page], Page]:
    """Make a method of an admin room a page under ``path``; name it in ``actions_list`` or ``actions_detail``.

    The button leads there by GET; whatever such a page changes, it changes on POST.
    """

    def decorate(method: Page) -> Page:
        return cast(Page, action(description=label, url_path=path, icon=icon)(method))

    return decorate


def menu_page(
    path: str,
    name: str,
    *,
    title: str,
    purpose: str,
    section: Section,
    icon: str,
    order: int = 50,
    permission: Permission = Permission.PLATFORM_ADMINISTER,
) -> Callable[[View], View]:
    """Make a function of an admin room a page of the back office with an entry in the menu and on the first page."""

    def decorate(view: View) -> View:
        MENU_PAGES[name] = MenuPage(path, name, title, purpose, section, icon, order, permission, view)
        return view

    return decorate
