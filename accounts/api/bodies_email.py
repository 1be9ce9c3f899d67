"""Bodies and shapes of the change of address (PR-1)."""

from __future__ import annotations

from common.api.fields import BooleanField, ChoiceField, EmailField, InstantField, SecretField, TextField
from common.api.serializers import Serializer, Shape


class EmailChangeBody(Serializer):
    new_email = EmailField()
    current_password = SecretField()


class EmailChangeShape(Shape):
    """Read from ``accounts.selectors.email_changes.EmailChangeView``.

    ``isByStaff``: only the new address confirms, and the change is not made before ``effectiveFrom``.
    """

    new_email = TextField()
    requested_at = InstantField()
    expires_at = InstantField()
    is_old_confirmed = BooleanField()
    is_new_confirmed = BooleanField()
    is_by_staff = BooleanField()
    effective_from = InstantField(allow_null=True)


class EmailChangeLinkShape(Shape):
    """What the holder of a link learns: nothing of the address that is not theirs."""

    side = ChoiceField(("old", "new"))
    new_email = TextField()
    is_old_confirmed = BooleanField()
    is_new_confirmed = BooleanField()
    is_changed = BooleanField()
    is_by_staff = BooleanField()
    effective_from = InstantField(allow_null=True)
