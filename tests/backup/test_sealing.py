"""Encryption of dumps: every change is noticed."""

from __future__ import annotations

import io
import struct

import pytest

from common.backup.errors import BackupFailed
from common.backup.sealing import CHUNK, seal, unseal

SECRET = "a random text of more than thirty-two characters"
HEAD = len(b"EVENTLEAD-DUMP-1\n") + 16


def sealed(plain: bytes, schema: str = "dbo") -> bytes:
    target = io.BytesIO()
    seal(io.BytesIO(plain), target, SECRET, schema)
    return target.getvalue()


def opened(data: bytes, secret: str = SECRET, schema: str = "dbo") -> bytes:
    target = io.BytesIO()
    unseal(io.BytesIO(data), target, secret, schema)
    return target.getvalue()


@pytest.mark.parametrize("size", [0, 1, CHUNK - 1, CHUNK, CHUNK + 1, 2 * CHUNK])
def test_what_was_sealed_comes_out_again(size: int) -> None:
    plain = bytes(range(256)) * (size // 256) + b"x" * (size % 256)
    data = sealed(plain)
    assert opened(data) == plain
    assert plain[:64] not in data or size == 0 or size < 64
    assert sealed(plain) != data


def chunks(data: bytes) -> list[bytes]:
    found, place = [], HEAD
    while place < len(data):
        (length,) = struct.unpack(">I", data[place : place + 4])
        found.append(data[place : place + 4 + length])
        place += 4 + length
    return found


def test_chunks_cannot_be_cut_off_swapped_or_repeated() -> None:
    data = sealed(b"a" * CHUNK + b"b" * CHUNK + b"c")
    head, (first, second, last) = data[:HEAD], chunks(data)
    for forged in (first + second, second + first + last, first + first + second + last, b"", data[HEAD:-1]):
        with pytest.raises(BackupFailed):
            opened(head + forged)


@pytest.mark.parametrize("place", [0, HEAD - 1, HEAD, HEAD + 3, HEAD + 10, -1])
def test_a_flipped_bit_is_noticed(place: int) -> None:
    data = bytearray(sealed(b"customer data"))
    data[place] ^= 1
    with pytest.raises(BackupFailed):
        opened(bytes(data))


def test_another_key_or_another_schema_opens_nothing() -> None:
    data = sealed(b"customer data")
    with pytest.raises(BackupFailed, match="not the key it was made with"):
        opened(data, secret=SECRET + "!")
    with pytest.raises(BackupFailed):
        opened(data, schema="audit")
