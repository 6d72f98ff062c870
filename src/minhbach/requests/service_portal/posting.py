"""Posts one message to the portal, and says what became of it. It follows nobody elsewhere: one reader alone."""

import json
import secrets
import urllib.error
import urllib.request
from collections.abc import Mapping
from dataclasses import dataclass
from email.message import Message
from typing import IO, Any
from urllib.parse import urlsplit

from minhbach.domain.text import squeeze
from minhbach.requests.service_portal.signing import Signed

TIMEOUT, MOST_READ, LONGEST_SAID = 15.0, 2000, 300
_ASK_AGAIN = frozenset({401, 403, 404, 408, 425, 429})
"""Refusals that are about the connection, the clock or the key, never about the message: they are tried again."""


@dataclass(frozen=True, slots=True)
class Posted:
    """What became of a message: the portal has it, will never have it, or (neither) it is tried again."""

    is_there: bool = False
    is_refused: bool = False
    said: str = ""


def post(url: str, content: Mapping[str, Any], *, key: str, now: int) -> Posted:
    """Sign a message and post it.

    :param now: seconds since 1970.
    """
    body = json.dumps(content, ensure_ascii=False, sort_keys=True).encode()
    parts = urlsplit(url)
    path = (parts.path or "/") + (f"?{parts.query}" if parts.query else "")
    signed = Signed("POST", path, body, now, secrets.token_urlsafe(24))
    headers = {"Content-Type": "application/json; charset=utf-8", **signed.headers(key)}
    request = urllib.request.Request(url, body, headers, method="POST")  # noqa: S310 (the settings took http and https alone)
    try:
        with _OPENER.open(request, timeout=TIMEOUT) as answer:
            answer.read(MOST_READ)
            return Posted(is_there=True)
    except urllib.error.HTTPError as error:
        said = f"{error.code} {squeeze(error.read(MOST_READ).decode('utf-8', 'replace'))}"[:LONGEST_SAID]
        final = 400 <= error.code < 500 and error.code not in _ASK_AGAIN
        return Posted(is_refused=final, said=said)
    except (OSError, ValueError) as error:
        return Posted(said=squeeze(str(error))[:LONGEST_SAID])


class _NoRedirect(urllib.request.HTTPRedirectHandler):
    def redirect_request(
        self, req: urllib.request.Request, fp: IO[bytes], code: int, msg: str, headers: Message, newurl: str
    ) -> None:
        """Follow nothing: what answers from elsewhere is an error."""
        del req, fp, code, msg, headers, newurl


_OPENER = urllib.request.build_opener(_NoRedirect(), urllib.request.ProxyHandler({}))
