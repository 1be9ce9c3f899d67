"""The optional reason of declining and cancelling (IN-6)."""

from __future__ import annotations

from django.core.exceptions import ValidationError
from django.http import HttpRequest

from common.problems import ValidationFailed
from common.web.fields import TextField

_FIELD = TextField("Reason", multiline=True, max_length=500)


def reason_of(request: HttpRequest) -> str | None:
    """The reason that was typed, or None.

    Raises:
        ValidationFailed: too long, or characters that cannot be used.
    """
    try:
        return _FIELD.clean(request.POST.get("reason", "")) or None
    except ValidationError as error:
        raise ValidationFailed.of("reason", str(error.code), " ".join(error.messages)) from error
