"""Ed25519 keys and signatures (RFC 8032) over bytes; keys travel as 32 bytes in base64, alone in a file or on the line."""

from __future__ import annotations

import base64
import binascii
from collections.abc import Iterable
from pathlib import Path

from dateline.errors import UsageError

KEY_BYTES, SIGNATURE_BYTES = 32, 64


def public_key(given: str) -> str:
    """A public key as typed, or from a file of that name, in base64. Raises UsageError."""
    text = (
        Path(given).read_text("utf-8").strip()
        if len(given) < 200 and Path(given).is_file()
        else given.strip()
    )
    if len(_decoded(text, given)) != KEY_BYTES:
        raise UsageError(f"{given}: no Ed25519 public key; it is a file or a text of 44 characters in base64")
    return text


def new_key() -> tuple[str, str]:
    """A new private key and its public one, both in base64."""
    from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey

    key = Ed25519PrivateKey.generate()
    return _encoded(key.private_bytes_raw()), _encoded(key.public_key().public_bytes_raw())


def sign(content: bytes, private: str) -> str:
    """The signature of bytes, in base64. Raises UsageError for what is no private key."""
    from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey

    raw = _decoded(private.strip(), "the private key")
    if len(raw) != KEY_BYTES:
        raise UsageError("the private key: it is no Ed25519 key; make one with `dateline partner key FILE`")
    return _encoded(Ed25519PrivateKey.from_private_bytes(raw).sign(content))


def is_signed(content: bytes, signature: str, keys: Iterable[str]) -> bool:
    """Whether the signature of the bytes was made with the private key of one of these public keys."""
    from cryptography.exceptions import InvalidSignature
    from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PublicKey

    try:
        raw = base64.b64decode(signature.strip(), validate=True)
    except (binascii.Error, ValueError):
        return False
    for key in keys:
        try:
            Ed25519PublicKey.from_public_bytes(base64.b64decode(key)).verify(raw, content)
        except (InvalidSignature, ValueError):
            continue
        return True
    return False


def _decoded(text: str, named: str) -> bytes:
    try:
        return base64.b64decode(text, validate=True)
    except (binascii.Error, ValueError) as problem:
        raise UsageError(
            f"{named}: it is not base64; name a file with a key, or write the key itself"
        ) from problem


def _encoded(raw: bytes) -> str:
    return base64.b64encode(raw).decode("ascii")
