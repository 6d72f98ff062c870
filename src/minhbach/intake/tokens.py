"""What a browser holds for a while instead of an account: sealed, so that it can be neither read nor made up."""

import json
from collections.abc import Mapping
from datetime import datetime, timedelta
from typing import Any

from cryptography.fernet import InvalidToken

from minhbach.accounts.secrets_at_rest import open_sealed, seal


def token(purpose: str, content: Mapping[str, Any], *, now: datetime) -> str:
    """Return a token for a cookie."""
    return seal(json.dumps({"for": purpose, "at": now.timestamp(), **content}))


def opened_token(purpose: str, value: str, *, now: datetime, within: timedelta) -> Mapping[str, Any] | None:
    """Return what a token of this purpose holds; None where it is none of ours, another's, or too old."""
    try:
        content: dict[str, Any] = json.loads(open_sealed(value)) if value else {}
    except (InvalidToken, ValueError, UnicodeError):
        return None
    if content.get("for") != purpose or now.timestamp() - content["at"] > within.total_seconds():
        return None
    return content
