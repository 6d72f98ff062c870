"""Real mail servers on loopback: one that takes mail or refuses it, and dovecot with an empty mailbox."""

# ruff: noqa: N802 (the names of the handlers are aiosmtpd's)
import asyncio
import os
import pwd
import shutil
import socket
import subprocess
import tempfile
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from grp import getgrgid
from pathlib import Path
from typing import Any

import pytest
from aiosmtpd.controller import Controller
from aiosmtpd.smtp import SMTP, Envelope, Session

from minhbach.foundation.mail.contracts import MailboxAddress
from minhbach.foundation.tests.process_tree import free_port, wait_until

DOVECOT = shutil.which("dovecot", path=f"{os.environ.get('PATH', '')}:/usr/sbin") or ""
USER, PASSWORD = "tra-lai@vidu.vn", "mat-khau-cua-hop-thu"


@dataclass
class Postman:
    """What the server does with each mail, and what it has taken. An answer that is None cuts the connection."""

    at_reader: Callable[[str], str | None] = lambda _address: "250 OK"
    at_text: Callable[[int], str | None] = lambda _count: "250 OK"
    at_sender: str = ""
    taken: list[Envelope] = field(default_factory=list)
    connections: int = 0

    async def handle_MAIL(self, server: SMTP, _s: Session, envelope: Envelope, address: str, _o: list[str]) -> str:
        if self.at_sender:
            return self.at_sender
        envelope.mail_from = address
        return "250 OK"

    async def handle_EHLO(
        self, _server: SMTP, session: Session, _e: Envelope, hostname: str, answers: list[str]
    ) -> Any:
        session.host_name = hostname
        self.connections += 1
        return answers

    async def handle_RCPT(
        self, server: SMTP, _s: Session, envelope: Envelope, address: str, _o: list[str]
    ) -> str | None:
        answer = self.at_reader(address)
        if answer is None:
            server.transport.abort()
            return "421 "
        if answer.startswith("250"):
            envelope.rcpt_tos.append(address)
        return answer

    async def handle_DATA(self, server: SMTP, _s: Session, envelope: Envelope) -> str:
        self.taken.append(envelope)
        answer = self.at_text(len(self.taken))
        if answer is None:
            server.transport.abort()
            return "421 "
        return answer


@contextmanager
def smtp_server(postman: Postman) -> Iterator[int]:
    """Run a server in a thread of this process and yield its port."""
    port = free_port()
    controller = Controller(postman, hostname="127.0.0.1", port=port, loop=asyncio.new_event_loop())
    controller.start()
    try:
        yield port
    finally:
        controller.stop()
        controller.loop.close()


@contextmanager
def imap_server() -> Iterator[MailboxAddress]:
    """Run dovecot with one mailbox in a folder of its own and yield its address; skip where it is not installed."""
    if not DOVECOT:
        pytest.skip("chưa cài dovecot: tools/setup development")
    # Below pytest's own folder the owner of the mail could not reach it.
    folder = Path(tempfile.mkdtemp(prefix="minhbach-imap-"))
    port = free_port()
    process = None
    try:
        config = folder / "dovecot.conf"
        config.write_text(_configuration(folder, port))
        with (folder / "log").open("w") as log:
            process = subprocess.Popen([DOVECOT, "-F", "-c", str(config)], stdout=log, stderr=log)
        wait_until(lambda: _answers(port), seconds=20)
        yield MailboxAddress("127.0.0.1", port, USER, PASSWORD, encrypted=False)
    finally:
        if process is not None:
            process.terminate()
            process.wait(20)
        shutil.rmtree(folder, ignore_errors=True)


def _configuration(folder: Path, port: int) -> str:
    """Return dovecot's settings, one a line: its parser takes no two in a line."""
    # Dovecot refuses to keep mail as root, and as anybody else it can only be that user.
    is_root = os.geteuid() == 0
    owner = pwd.getpwnam("nobody") if is_root else pwd.getpwuid(os.geteuid())
    mail = folder / "mail"
    mail.mkdir()
    if is_root:
        folder.chmod(0o755)
        os.chown(mail, owner.pw_uid, owner.pw_gid)
    own_user = "" if is_root else f"default_internal_user = {owner.pw_name}\ndefault_login_user = {owner.pw_name}\n"
    own_group = "" if is_root else f"default_internal_group = {getgrgid(owner.pw_gid).gr_name}\n"
    jail = "" if is_root else "  chroot =\n"
    (folder / "passwd").write_text(f"{USER}:{{PLAIN}}{PASSWORD}\n")
    return f"""
base_dir = {folder}/run
state_dir = {folder}/state
log_path = {folder}/dovecot.log
{own_user}{own_group}protocols = imap
listen = 127.0.0.1
ssl = no
disable_plaintext_auth = no
first_valid_uid = 1
mail_location = maildir:{mail}/%u
mail_uid = {owner.pw_uid}
mail_gid = {owner.pw_gid}
service imap-login {{
  inet_listener imap {{
    port = {port}
  }}
  inet_listener imaps {{
    port = 0
  }}
{jail}}}
auth_failure_delay = 0
service anvil {{
  unix_listener anvil-auth-penalty {{
    mode = 0
  }}
{jail}}}
passdb {{
  driver = passwd-file
  args = {folder}/passwd
}}
userdb {{
  driver = static
  args = uid={owner.pw_uid} gid={owner.pw_gid} home={mail}/%u
}}
namespace inbox {{
  inbox = yes
}}
"""


def _answers(port: int) -> bool:
    with socket.socket() as probe:
        probe.settimeout(2)
        try:
            probe.connect(("127.0.0.1", port))
            return probe.recv(4) == b"* OK"
        except OSError:
            return False
