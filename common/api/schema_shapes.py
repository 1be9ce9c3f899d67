"""The problem document as a shape (api.md section 2)."""

from __future__ import annotations

from common.api.fields import IntegerField, TextField, UuidField
from common.api.serializers import Shape


class ProblemItemShape(Shape):
    """One bad field; ``field`` is a path such as ``billingDetails.billingState``."""

    field = TextField(allow_blank=True)
    code = TextField()
    message = TextField()


class ProblemShape(Shape):
    """RFC 9457 problem document; some codes add members such as ``retryAfter``."""

    type = TextField()
    title = TextField()
    status = IntegerField(min_value=400, max_value=599)
    detail = TextField()
    instance = TextField()
    code = TextField()
    request_id = UuidField()
    errors = ProblemItemShape(many=True)  # type: ignore[assignment]
