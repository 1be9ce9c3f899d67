"""Base of factories of tenant tables."""

from __future__ import annotations

from typing import Any

import factory


class TenantFactory(factory.django.DjangoModelFactory):
    """Builds rows of any company: no scope needs to be open."""

    class Meta:
        abstract = True

    @classmethod
    def _get_manager(cls, model_class: Any) -> Any:
        return model_class.all_companies
