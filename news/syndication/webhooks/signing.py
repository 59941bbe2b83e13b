"""The headers that let a receiver see that a message is ours, and when it was sent."""

import base64
import hashlib
import hmac
import secrets
import uuid
from collections.abc import Iterable

PREFIX = "whsec_"
SECRET_BYTES = 32


def new_secret() -> str:
    return PREFIX + base64.b64encode(secrets.token_bytes(SECRET_BYTES)).decode()


def new_message_id() -> str:
    return f"msg_{uuid.uuid4().hex}"


def signed_headers(
    keys: Iterable[str], message_id: str, timestamp: int, body: bytes
) -> dict[str, str]:
    """`timestamp`: of this attempt, in whole seconds. One signature for each key, any of them will do."""
    signed = f"{message_id}.{timestamp}.".encode() + body
    return {
        "webhook-id": message_id,
        "webhook-timestamp": str(timestamp),
        "webhook-signature": " ".join(f"v1,{_signature(key, signed)}" for key in keys),
    }


def _signature(key: str, signed: bytes) -> str:
    digest = hmac.digest(base64.b64decode(key.removeprefix(PREFIX)), signed, hashlib.sha256)
    return base64.b64encode(digest).decode()
