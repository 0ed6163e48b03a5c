"""Backups made by hand, after docs/backup-format.md: whole ones, and any others a test wants."""

import base64
import hashlib
import json
import os
from collections.abc import Iterable, Mapping
from pathlib import Path
from typing import Any

from argon2.low_level import Type, hash_secret_raw
from cryptography.hazmat.primitives.ciphers.aead import AESGCM
from cryptography.hazmat.primitives.hashes import SHA256
from cryptography.hazmat.primitives.kdf.hkdf import HKDF

Rows = Mapping[str, Iterable[dict[str, Any]]]

PART = 786_432
"""Bytes beyond this come in parts."""

MAGIC = b"\x89MOOR\r\n\x1a"
CREATED = "2026-11-23T14:05:00.000Z"
PASSPHRASE = "four quiet blue boats"
KDF = {"name": "argon2id", "memory_kib": 8, "iterations": 1, "parallelism": 1}
"""As cheap as it can be: what is tested is the reading."""

FOLDER = Path(__file__).parent / "backups"
"""A backup of each version of the store's schema, from 5 on, as the app made it then."""


def lines_of(
    rows: Rows, settings: Mapping[str, str] | None = None, **head: Any
) -> tuple[list[bytes], bytes]:
    """The lines of a backup, and what stands behind them."""
    first = {
        "format": "mooring-backup",
        "version": 1,
        "schema": 5,
        "app": "0.1.0",
        "created": CREATED,
        **head,
        "records": [],
    }
    items = [
        *({"setting": name, "value": value} for name, value in (settings or {}).items()),
        *(item for table, some in rows.items() for row in some for item in items_of(table, row)),
    ]
    lines = [
        as_json(first).removesuffix(b"]}") + b"\n",
        *(as_json(item) + b",\n" for item in items),
    ]
    end = {"records": len(items), "digest": digest_of(lines)}
    return lines, as_json({"end": end}) + b"\n]}\n"


def items_of(table: str, row: dict[str, Any]) -> Iterable[dict[str, Any]]:
    """A record, with large bytes in parts before it; they stand at the top of a row here."""
    placed: dict[str, Any] = {}
    for name, value in row.items():
        if not isinstance(value, bytes):
            placed[name] = value
            continue
        parts = [value[at : at + PART] for at in range(0, len(value), PART)]
        texts = [base64.b64encode(part).decode() for part in parts]
        if len(parts) > 1:
            yield from ({"bytes": text} for text in texts)
            placed[name] = {"$bytes": len(parts)}
        else:
            placed[name] = {"$bytes": "".join(texts)}
    yield {"table": table, "row": placed}


def plain_backup(rows: Rows, settings: Mapping[str, str] | None = None, **head: Any) -> bytes:
    """A backup without a passphrase."""
    lines, end = lines_of(rows, settings, **head)
    return b"".join(lines) + end


def digest_of(lines: Iterable[bytes]) -> str:
    """The digest of lines, carried on whenever 65,536 bytes have come together."""
    digest, waiting = bytes(32), b""
    for line in lines:
        waiting += line
        if len(waiting) >= 65_536:
            digest, waiting = hashlib.sha256(digest + waiting).digest(), b""
    return (hashlib.sha256(digest + waiting).digest() if waiting else digest).hex()


def sealed_backup(
    content: bytes,
    passphrase: str = PASSPHRASE,
    *,
    chunk: int = 1024,
    kdf: Mapping[str, Any] | None = None,
    **head: Any,
) -> bytes:
    """Any content, sealed."""
    costs = {**KDF, **(kdf or {})}
    start, secret, nonce = sealed_head(passphrase, costs, chunk, head)
    seal = AESGCM(key_for("chunks", secret))
    pieces = [content[at : at + chunk] for at in range(0, len(content), chunk)] or [b""]
    sealed = b""
    for number, piece in enumerate(pieces):
        place = number.to_bytes(4) + bytes([number == len(pieces) - 1])
        sealed += seal.encrypt(nonce + place, piece, start[-32:] + place)
    return start + key_for("check", secret) + sealed


def sealed_head(
    passphrase: str, kdf: Mapping[str, Any], chunk: int, more: Mapping[str, Any]
) -> tuple[bytes, bytes, bytes]:
    """What stands before the check of the key; the secret; the start of each nonce."""
    salt, nonce = os.urandom(16), os.urandom(7)
    header = {
        "schema": 5,
        "app": "0.1.0",
        "created": CREATED,
        "kdf": {**kdf, "salt": base64.b64encode(salt).decode()},
        "cipher": {
            "name": "aes-256-gcm-stream",
            "chunk": chunk,
            "nonce": base64.b64encode(nonce).decode(),
        },
        **more,
    }
    return head_with(header), secret_of(passphrase, salt, kdf), nonce


def head_with(header: object) -> bytes:
    """Any header between the magic bytes and its digest."""
    text = as_json(header)
    signed = MAGIC + bytes([1]) + len(text).to_bytes(2) + text
    return signed + hashlib.sha256(signed).digest()


def secret_of(passphrase: str, salt: bytes, kdf: Mapping[str, Any]) -> bytes:
    """What Argon2id makes of a passphrase; nothing where the parameters are out of its range."""
    if kdf["memory_kib"] > 1 << 20 or kdf["iterations"] > 16:
        return bytes(32)
    return hash_secret_raw(
        passphrase.encode(),
        salt,
        time_cost=kdf["iterations"],
        memory_cost=kdf["memory_kib"],
        parallelism=kdf["parallelism"],
        hash_len=32,
        type=Type.ID,
    )


def key_for(purpose: str, secret: bytes) -> bytes:
    """A key for one purpose."""
    info = f"mooring backup 1 {purpose}".encode()
    return HKDF(SHA256(), length=32, salt=b"", info=info).derive(secret)


def as_json(value: object) -> bytes:
    """A value as JSON with nothing around it."""
    return json.dumps(value, separators=(",", ":")).encode()
