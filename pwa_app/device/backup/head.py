"""What stands before the sealed chunks of a backup, readable by all."""

import base64
import binascii
import hashlib
from typing import BinaryIO, Literal

from pydantic import BaseModel, ConfigDict, Field, ValidationError, field_validator

from pwa_app.device.backup.faults import BackupFaultError

MAGIC = b"\x89MOOR\r\n\x1a"
VERSION = 1
DIGEST_SIZE = 32
FIXED_SIZE = len(MAGIC) + 3

MOST_MEMORY_KIB = 131_072
MOST_WORK_KIB = 524_288
"""Memory times iterations: more than this is no backup of ours, and could stop a computer."""


class Derivation(BaseModel):
    """How the key comes from the passphrase: Argon2id (RFC 9106), version 1.3."""

    model_config = ConfigDict(strict=True)

    name: Literal["argon2id"]
    memory_kib: int = Field(le=MOST_MEMORY_KIB)
    iterations: int = Field(ge=1, le=16)
    parallelism: int = Field(ge=1, le=4)
    salt: bytes = Field(min_length=16, max_length=64)

    @field_validator("salt", mode="before")
    @classmethod
    def _bytes(cls, value: object) -> bytes:
        return from_base64(value)


class Cipher(BaseModel):
    """How the chunks are sealed, and how many bytes each holds but the last."""

    model_config = ConfigDict(strict=True)

    name: Literal["aes-256-gcm-stream"]
    chunk: int = Field(ge=1024, le=1_048_576)
    nonce: bytes = Field(min_length=7, max_length=7)

    @field_validator("nonce", mode="before")
    @classmethod
    def _bytes(cls, value: object) -> bytes:
        return from_base64(value)


class Head(BaseModel):
    """The header of a sealed backup."""

    model_config = ConfigDict(strict=True)

    schema_version: int = Field(alias="schema", ge=1, le=1_000_000)
    app: str
    created: str
    kdf: Derivation
    cipher: Cipher


def from_base64(value: object) -> bytes:
    """The bytes of a base64 text.

    Raises:
        ValueError: It is none.
    """
    if not isinstance(value, str):
        raise ValueError("base64 is text")
    try:
        return base64.b64decode(value, validate=True)
    except binascii.Error:
        raise ValueError("this is no base64") from None


def read_head(file: BinaryIO) -> tuple[Head, bytes]:
    """Reads the header of a sealed backup from the start of a file.

    Returns:
        The header, and all bytes it was read from; the file stands behind them.

    Raises:
        BackupFaultError: It is cut short, damaged, of a later version, or asks for too much.
    """
    fixed = file.read(FIXED_SIZE)
    if len(fixed) < FIXED_SIZE:
        raise BackupFaultError("truncated")
    if not fixed.startswith(MAGIC):
        raise BackupFaultError("foreign")
    if fixed[len(MAGIC)] != VERSION:
        raise BackupFaultError("newer")
    length = int.from_bytes(fixed[-2:])
    text = file.read(length)
    digest = file.read(DIGEST_SIZE)
    if len(text) < length or len(digest) < DIGEST_SIZE:
        raise BackupFaultError("truncated")
    if hashlib.sha256(fixed + text).digest() != digest:
        raise BackupFaultError("damaged")
    try:
        head = Head.model_validate_json(text)
    except ValidationError:
        raise BackupFaultError("refused") from None
    kdf = head.kdf
    least = 8 * kdf.parallelism
    if kdf.memory_kib < least or kdf.memory_kib * kdf.iterations > MOST_WORK_KIB:
        raise BackupFaultError("refused")
    return head, fixed + text + digest
