"""JSON as it leaves the house."""

import json
from collections.abc import Mapping
from typing import Any


def encoded(content: Mapping[str, Any]) -> bytes:
    """Readable as it is: Vietnamese letters are not escaped."""
    return json.dumps(content, ensure_ascii=False, separators=(",", ":")).encode()
