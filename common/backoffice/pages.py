"""Further pages of a table, reached by a button of the list or of a row."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any, TypeVar, cast

from unfold.decorators import action

Page = TypeVar("Page", bound=Callable[..., Any])


def own_page(label: str, path: str, icon: str) -> Callable[[Page], Page]:
    """Make a method of an admin room a page under ``path``; name it in ``actions_list`` or ``actions_detail``.

    The button leads there by GET; whatever such a page changes, it changes on POST.
    """

    def decorate(method: Page) -> Page:
        return cast(Page, action(description=label, url_path=path, icon=icon)(method))

    return decorate
