"""An antivirus for tests: Debian's clamd with a signature file of our own, or a server that speaks its protocol."""

import hashlib
import shutil
import socketserver
import struct
import subprocess
import threading
import time
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path

from minhbach.extraction.antivirus import version_of
from minhbach.extraction.tests.hostile.archives import EICAR

PROGRAM = shutil.which("clamd") or (Path("/usr/sbin/clamd").is_file() and "/usr/sbin/clamd")


@contextmanager
def real_clamd(folder: Path) -> Iterator[str]:
    """Yield the address of a clamd that knows the test virus alone."""
    (folder / "db").mkdir()
    digest = hashlib.md5(EICAR, usedforsecurity=False).hexdigest()
    (folder / "db" / "thu.hdb").write_text(f"{digest}:{len(EICAR)}:Thu.Eicar\n")
    address = str(folder / "clamd")
    lines = [f"DatabaseDirectory {folder}/db", f"LocalSocket {address}", "Foreground yes", f"LogFile {folder}/log"]
    (folder / "clamd.conf").write_text("\n".join(lines) + "\n")
    process = subprocess.Popen(
        [str(PROGRAM), f"--config-file={folder}/clamd.conf"], stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL
    )
    try:
        stop = time.monotonic() + 30
        while not version_of(address):
            assert process.poll() is None and time.monotonic() < stop, (folder / "log").read_text()
            time.sleep(0.1)
        yield address
    finally:
        process.kill()
        process.wait()


class _Door(socketserver.StreamRequestHandler):
    def handle(self) -> None:
        order = b""
        while not order.endswith(b"\0"):
            order += self.rfile.read(1)
        if order == b"zVERSION\0":
            self.wfile.write(b"ClamAV 1.4.6/1/Mon Jun  2 2025\0")
            return
        data = b""
        while size := struct.unpack(">I", self.rfile.read(4))[0]:
            data += self.rfile.read(size)
        self.server.asked += 1
        self.wfile.write(b"stream: Thu.Eicar FOUND\0" if EICAR in data else b"stream: OK\0")


class Speaker(socketserver.ThreadingUnixStreamServer):
    """Answers as clamd does, and counts how often it was asked."""

    daemon_threads = True
    asked = 0


@contextmanager
def speaking(folder: Path) -> Iterator[Speaker]:
    """Yield a server that speaks clamd's protocol under `server_address`."""
    with Speaker(str(folder / "d"), _Door) as server:
        thread = threading.Thread(target=server.serve_forever, args=(0.01,), daemon=True)
        thread.start()
        try:
            yield server
        finally:
            server.shutdown()
            with suppress(OSError):
                Path(str(server.server_address)).unlink()
