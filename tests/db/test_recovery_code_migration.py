"""accounts.0006: codes from before stay in both directions; what the release before cannot read goes with it."""

from __future__ import annotations

from typing import Any

import pytest
from django.core.management import call_command

from tests.db.bench import ALIAS

FORMER, PRESENT = "5ec2e7" + "ab" * 29, "argon2$argon2id$v=19$m=19456,t=2,p=1$" + "s" * 30 + "$" + "h" * 43


def migrate(name: str) -> None:
    call_command("migrate", "accounts", name, database=ALIAS, verbosity=0)


@pytest.mark.slow
def test_there_and_back_with_codes(scratch: Any) -> None:
    """S39."""
    migrate("0005")
    with scratch.cursor() as cursor:
        cursor.execute('ALTER TABLE "dbo"."UserRecoveryCode" DROP CONSTRAINT "FK_UserRecoveryCode_User_UserID"')

    def add(text: str) -> None:
        with scratch.cursor() as cursor:
            cursor.execute('INSERT INTO "dbo"."UserRecoveryCode" ("UserID", "CodeHash") VALUES (1, %s)', [text])

    def kept() -> list[str]:
        with scratch.cursor() as cursor:
            cursor.execute('SELECT "CodeHash" FROM "dbo"."UserRecoveryCode" ORDER BY "UserRecoveryCodeID"')
            return [row[0] for row in cursor.fetchall()]

    add(FORMER)
    migrate("0006")
    add(PRESENT)
    assert kept() == [FORMER, PRESENT]
    migrate("0005")
    assert kept() == [FORMER]
    migrate("0006")
    assert kept() == [FORMER]
