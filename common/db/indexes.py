"""Index class of the product: names up to 63 characters (S42) instead of the ORM's 30."""

from __future__ import annotations

from django.db import models


class Index(models.Index):
    """``models.Index`` without its limit of 30 characters; its path is recorded in migrations, so keep it stable."""

    max_name_length = 63
