"""Public pages a second, as one small machine serves them: web server, worker and this loader on the same cores.

    .venv/bin/python bench/pages.py [--seconds 5] [--clients 4]

Starts the demonstration on loopback with a data folder of its own, and stops it. Each page is asked for at most the
given seconds by the given number of clients with kept connections; 95 of 100 answers came within p95. Pages that are
kept in a cache are measured twice: as they come from it, and each time with another question, so that none is kept.
"""

import argparse
import http.client
import itertools
import os
import re
import signal
import socket
import subprocess
import sys
import tempfile
import threading
import time
import urllib.request
from pathlib import Path

PROJECT = Path(__file__).resolve().parents[1]
MINHBACH = PROJECT / ".venv/bin/minhbach"
PAGES = ("/co-quan/", "/co-quan/{slug}/", "/dau-moi/", "/ke-hoach/")
KEPT = (
    "/",
    "/tro-giup/",
    "/thong-tin/{item}/",
    "/tim-kiem/?q=quy+hoach",
    "/danh-muc/cong-khai/",
    "/thong-tin/moi.atom",
)


def main() -> int:
    """Print one line a page."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--seconds", type=float, default=5)
    parser.add_argument("--clients", type=int, default=4)
    asked = parser.parse_args()
    port = free_port()
    with tempfile.TemporaryDirectory() as data:
        told = os.environ | {"MINHBACH_MODE": "demonstration", "MINHBACH_DATA": data, "MINHBACH_PORT": str(port)}
        told.pop("DATABASE_URL", None)
        for command in (["manage", "migrate", "-v", "0"], ["manage", "make_demonstration"]):
            subprocess.run([MINHBACH, *command], env=told, check=True, stdout=subprocess.DEVNULL)
        server = subprocess.Popen([MINHBACH, "run"], env=told, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
        try:
            wait_for(port)
            names = {"slug": first(port, "/dau-moi/", r'href="/co-quan/([a-z0-9-]+)/"')}
            names["item"] = first(port, "/", r'href="/thong-tin/([a-z0-9]+)/"')
            for page, fresh in [(one, False) for one in PAGES] + [(one, new) for one in KEPT for new in (False, True)]:
                found = load(port, page.format(**names), seconds=asked.seconds, clients=asked.clients, fresh=fresh)
                report(f"{page} {'anew' if fresh else ''}", *found)
        finally:
            server.send_signal(signal.SIGTERM)
            server.wait(timeout=30)
    return 0


def free_port() -> int:
    """Return a port on loopback that nobody listens on."""
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return int(probe.getsockname()[1])


def wait_for(port: int) -> None:
    """Wait until the server answers, half a minute at most."""
    for _ in range(150):
        try:
            if get(http.client.HTTPConnection("127.0.0.1", port, timeout=5), "/healthz")[0] == 200:
                return
        except OSError:
            pass
        time.sleep(0.2)
    sys.exit("the server did not start")


def first(port: int, path: str, pattern: str) -> str:
    """Return what a page of the demonstration names first."""
    with urllib.request.urlopen(f"http://127.0.0.1:{port}{path}", timeout=10) as answer:
        page = answer.read().decode()
    return re.findall(pattern, page)[0]


def get(connection: http.client.HTTPConnection, path: str) -> tuple[int, bytes]:
    """Return status and body of one page."""
    connection.request("GET", path)
    answer = connection.getresponse()
    return answer.status, answer.read()


def load(
    port: int, path: str, *, seconds: float, clients: int, fresh: bool = False
) -> tuple[int, float, list[float], int]:
    """Return how many answers came, in how many seconds, how long each took, and how many were no 200.

    :param fresh: ask each time with another question, which no cache has the answer to.
    """
    times: list[float] = []
    numbers = itertools.count()
    wrong = [0]
    until = time.perf_counter() + seconds

    def ask() -> None:
        connection = http.client.HTTPConnection("127.0.0.1", port, timeout=30)
        while (start := time.perf_counter()) < until:
            aside = f"{'&' if '?' in path else '?'}lan={next(numbers)}" if fresh else ""
            status, _ = get(connection, path + aside)
            times.append(time.perf_counter() - start)
            wrong[0] += status != 200

    began = time.perf_counter()
    threads = [threading.Thread(target=ask) for _ in range(clients)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    return len(times), time.perf_counter() - began, sorted(times), wrong[0]


def report(page: str, count: int, seconds: float, times: list[float], wrong: int) -> None:
    """Print the figures of one page."""
    p50, p95 = (times[int(len(times) * share)] * 1000 for share in (0.5, 0.95))
    print(f"{page:28} {count / seconds:7.0f} pages/s   p50 {p50:5.1f} ms   p95 {p95:5.1f} ms   not 200: {wrong}")


if __name__ == "__main__":
    sys.exit(main())
