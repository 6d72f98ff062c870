"""A small HTTP server that stands in for the National Public Service Portal: it checks signatures, keeps what comes."""

import json
import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from http.server import BaseHTTPRequestHandler, HTTPServer
from typing import Any

from minhbach.requests.service_portal.signing import NONCE, SIGNATURE, TIME, NotThePortals, checked

KEY = "khoa-chung-cua-cong-va-cua-co-quan-1234567890"


@dataclass
class StandIn:
    """What the portal does with each message, and what it has taken: each place of each number once, in any order.

    :param answer: status for the so-many-th message, from 1; 0 cuts the connection.
    """

    now: int
    answer: Callable[[int], int] = lambda _count: 200
    seen: int = 0
    taken: dict[tuple[str, int], dict[str, Any]] = field(default_factory=dict)
    order: list[int] = field(default_factory=list)
    url: str = ""

    def takes(self, handler: BaseHTTPRequestHandler) -> int:
        """Take one message and return the status of the answer."""
        body = handler.rfile.read(int(handler.headers["Content-Length"]))
        try:
            signed = {name: handler.headers.get(name, "") for name in (TIME, NONCE, SIGNATURE)}
            checked(signed, method="POST", path=handler.path, body=body, key=KEY, now=self.now)
        except NotThePortals:
            return 401
        self.seen += 1
        status = self.answer(self.seen)
        if status in (0, 200):
            told = json.loads(body)
            self.taken[told["portal_number"], told["sequence"]] = told
            self.order.append(told["sequence"])
        return status


@contextmanager
def portal(now: int) -> Iterator[StandIn]:
    """Run the server in a thread of this process and yield it."""
    stand_in = StandIn(now)

    class Handler(BaseHTTPRequestHandler):
        def do_POST(self) -> None:
            status = stand_in.takes(self)
            if status:
                self.send_response(status)
                self.send_header("Content-Length", "0")
                if status == 302:
                    self.send_header("Location", stand_in.url)
                self.end_headers()

        def log_message(self, *_args: Any) -> None:
            pass

    server = HTTPServer(("127.0.0.1", 0), Handler)
    stand_in.url = f"http://127.0.0.1:{server.server_port}/tin?kenh=1"
    thread = threading.Thread(target=server.serve_forever, kwargs={"poll_interval": 0.02}, daemon=True)
    thread.start()
    try:
        yield stand_in
    finally:
        server.shutdown()
        server.server_close()
        thread.join()
