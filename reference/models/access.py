"""Access classes shared by the tables of schema ref and by their snapshots."""

from __future__ import annotations

from common.models import TableAccess

REF = TableAccess(rls="none", retention="permanent", roles="REF")
SNAPSHOT = TableAccess(rls="none", retention="audit", roles="AUDIT")
