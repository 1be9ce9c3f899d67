"""Encryption of dump files: AES-256-GCM in chunks, so that a file of any size is never held in memory.

Format: magic, 16 bytes of salt, then chunks of a 4-byte length and the ciphertext with its tag. The key of a file is
derived from BACKUP_ENCRYPTION_KEY and the salt; the nonce counts the chunks and marks the last one, so that chunks can
be neither reordered nor cut off. The name of the schema is authenticated along.
"""

from __future__ import annotations

import os
import struct
from collections.abc import Iterator
from typing import BinaryIO, Final

from cryptography.exceptions import InvalidTag
from cryptography.hazmat.primitives.ciphers.aead import AESGCM
from cryptography.hazmat.primitives.hashes import SHA256
from cryptography.hazmat.primitives.kdf.hkdf import HKDF

from common.backup.errors import BackupFailed

CHUNK: Final = 1024 * 1024
_MAGIC: Final = b"EVENTLEAD-DUMP-1\n"
_SALT_BYTES: Final = 16
_TAG_BYTES: Final = 16


def seal(source: BinaryIO, target: BinaryIO, secret: str, schema: str) -> None:
    """Encrypt ``source`` into ``target``."""
    salt = os.urandom(_SALT_BYTES)
    cipher = _cipher(secret, salt)
    target.write(_MAGIC + salt)
    for number, (plain, is_last) in enumerate(_with_end(source)):
        sealed = cipher.encrypt(_nonce(number, is_last), plain, schema.encode())
        target.write(struct.pack(">I", len(sealed)) + sealed)


def unseal(source: BinaryIO, target: BinaryIO, secret: str, schema: str) -> None:
    """Decrypt ``source`` into ``target``.

    Raises:
        BackupFailed: another key, or a file that was changed or cut off.
    """
    if source.read(len(_MAGIC)) != _MAGIC:
        raise BackupFailed(f"the dump of {schema} is not an encrypted dump")
    cipher = _cipher(secret, source.read(_SALT_BYTES))
    for number, (sealed, is_last) in enumerate(_sealed_chunks(source, schema)):
        try:
            target.write(cipher.decrypt(_nonce(number, is_last), sealed, schema.encode()))
        except InvalidTag as error:
            raise BackupFailed(
                f"the dump of {schema} cannot be decrypted: "
                "BACKUP_ENCRYPTION_KEY is not the key it was made with, or the file was changed"
            ) from error


def _cipher(secret: str, salt: bytes) -> AESGCM:
    derived = HKDF(algorithm=SHA256(), length=32, salt=salt, info=b"eventlead backup").derive(secret.encode())
    return AESGCM(derived)


def _nonce(number: int, is_last: bool) -> bytes:
    return number.to_bytes(11, "big") + (b"\x01" if is_last else b"\x00")


def _with_end(source: BinaryIO) -> Iterator[tuple[bytes, bool]]:
    chunk = source.read(CHUNK)
    while True:
        following = source.read(CHUNK)
        yield chunk, not following
        if not following:
            return
        chunk = following


def _sealed_chunks(source: BinaryIO, schema: str) -> Iterator[tuple[bytes, bool]]:
    chunk = _sealed_chunk(source, schema)
    while True:
        following = _sealed_chunk(source, schema)
        yield chunk, not following
        if not following:
            return
        chunk = following


def _sealed_chunk(source: BinaryIO, schema: str) -> bytes:
    head = source.read(4)
    if not head:
        return b""
    length = struct.unpack(">I", head.ljust(4, b"\xff"))[0]
    sealed = source.read(length) if length <= CHUNK + _TAG_BYTES else b""
    if len(head) != 4 or len(sealed) != length:
        raise BackupFailed(f"the dump of {schema} is cut off or was changed")
    return sealed
