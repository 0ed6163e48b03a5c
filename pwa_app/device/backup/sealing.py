"""Opening sealed chunks: AES-256-GCM in the STREAM construction.

Source: Hoang, Reyhanitabar, Rogaway and Vizár, Online Authenticated-Encryption and its Nonce-Reuse
Misuse-Resistance, CRYPTO 2015. Each nonce and the data bound to it hold the chunk's number and
whether it is the last, so chunks cannot be left out, cut off or put in another order unseen.
"""

import hmac
import unicodedata
from collections.abc import Iterator
from typing import BinaryIO

from argon2.low_level import Type, hash_secret_raw
from cryptography.exceptions import InvalidTag
from cryptography.hazmat.primitives.ciphers.aead import AESGCM
from cryptography.hazmat.primitives.hashes import SHA256
from cryptography.hazmat.primitives.kdf.hkdf import HKDF

from pwa_app.device.backup.faults import BackupFaultError
from pwa_app.device.backup.head import DIGEST_SIZE, Derivation, Head

TAG_SIZE = 16
CHECK_SIZE = 32


def secret_from(passphrase: str, kdf: Derivation) -> bytes:
    """32 bytes from a passphrase, which is brought into Unicode's form NFC first."""
    return hash_secret_raw(
        unicodedata.normalize("NFC", passphrase).encode("utf-8", "surrogatepass"),
        kdf.salt,
        time_cost=kdf.iterations,
        memory_cost=kdf.memory_kib,
        parallelism=kdf.parallelism,
        hash_len=32,
        type=Type.ID,
    )


def key_for(purpose: str, secret: bytes) -> bytes:
    """A key of 32 bytes for one purpose, `chunks` or `check` (HKDF, RFC 5869)."""
    info = f"mooring backup 1 {purpose}".encode()
    return HKDF(SHA256(), length=32, salt=None, info=info).derive(secret)


def opened_chunks(file: BinaryIO, head: Head, bound: bytes, passphrase: str) -> Iterator[bytes]:
    """The chunks of a sealed backup, one at a time; the file stands behind the header.

    Args:
        file: What to read from.
        head: The header.
        bound: All bytes before the check of the key.
        passphrase: What the file was sealed with.

    Raises:
        BackupFaultError: The passphrase is not the right one, or a chunk cannot be opened.
    """
    secret = secret_from(passphrase, head.kdf)
    check = file.read(CHECK_SIZE)
    if len(check) < CHECK_SIZE:
        raise BackupFaultError("truncated")
    if not hmac.compare_digest(check, key_for("check", secret)):
        raise BackupFaultError("passphrase")
    cipher = AESGCM(key_for("chunks", secret))
    size = head.cipher.chunk + TAG_SIZE
    number, sealed = 0, file.read(size)
    while True:
        following = file.read(size)
        last = not following
        place = number.to_bytes(4) + bytes([last])
        try:
            yield cipher.decrypt(head.cipher.nonce + place, sealed, bound[-DIGEST_SIZE:] + place)
        except (InvalidTag, ValueError):
            raise BackupFaultError("truncated" if last else "damaged") from None
        if last:
            return
        number, sealed = number + 1, following
