"""How a person wants pages to look (PR-3)."""

from __future__ import annotations

from dataclasses import dataclass

from accounts.models import User
from reference.selectors import code_id, lookup

DEFAULT_THEME, DEFAULT_DENSITY, DEFAULT_FONT_SIZE = "system", "comfortable", "medium"


@dataclass(frozen=True, slots=True)
class PreferencesView:
    """Codes with the classes pages carry; the base size of the font in pixels."""

    theme_code: str
    theme_css_class: str
    layout_density_code: str
    layout_density_css_class: str
    font_size_code: str
    font_size_css_class: str
    base_font_size: int


def describe_preferences(user: User) -> PreferencesView:
    """What the person chose, or the defaults."""
    theme = lookup("ThemePreference", user.theme_preference_id or code_id("ThemePreference", DEFAULT_THEME))
    density = lookup("LayoutDensity", user.layout_density_id or code_id("LayoutDensity", DEFAULT_DENSITY))
    font = lookup("FontSize", user.font_size_id or code_id("FontSize", DEFAULT_FONT_SIZE))
    return PreferencesView(
        theme_code=theme.code,
        theme_css_class=theme.css_class,
        layout_density_code=density.code,
        layout_density_css_class=density.css_class,
        font_size_code=font.code,
        font_size_css_class=font.css_class,
        base_font_size=font.base_font_size,
    )
