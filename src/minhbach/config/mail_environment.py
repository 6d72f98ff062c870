"""What the environment says of mail servers; mail that anybody on the way could read is refused at start."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from email.utils import parseaddr
from urllib.parse import SplitResult, unquote, urlsplit

from minhbach.foundation.mail.contracts import MailboxAddress, SmtpServer

LOOPBACK = frozenset({"127.0.0.1", "localhost", "::1"})
SMTP = {"smtp": ("", 25), "smtps": ("tls", 465), "smtp+starttls": ("starttls", 587)}
IMAP = {"imap": 143, "imaps": 993}
REQUESTS = "MINHBACH_IMAP_REQUESTS"


class UnsafeMailSetting(Exception):
    """A setting of mail that is wrong or would put people's data at risk; the message names the variable."""


@dataclass(frozen=True, slots=True)
class MailSettings:
    """Where mail goes out, from which address, and which mailboxes are read. None: not set; the product runs without.

    :param requests: mailboxes that take requests in, by the address (slug) of the body whose they are.
    """

    server: SmtpServer | None = None
    sender: str = ""
    mailbox: MailboxAddress | None = None
    requests: tuple[tuple[str, MailboxAddress], ...] = ()


def read_mail_settings(variables: Mapping[str, str], *, is_production: bool) -> MailSettings:
    """Return what `MINHBACH_SMTP`, `MINHBACH_MAIL_FROM`, `MINHBACH_IMAP` and `MINHBACH_IMAP_REQUESTS` say.

    :raises UnsafeMailSetting: if one is no address, if mail would travel unencrypted beyond this machine, if the
        sender lacks, if one mailbox is read for two, or if a demonstration would write to real people or read their
        mailbox.
    """
    server = _server(variables.get("MINHBACH_SMTP", ""), is_production=is_production)
    mailbox = _mailbox("MINHBACH_IMAP", variables.get("MINHBACH_IMAP", ""), is_production=is_production)
    requests = tuple(_of_bodies(variables.get(REQUESTS, ""), is_production=is_production))
    read_by_two = [one.name for _body, one in requests] + ([mailbox.name] if mailbox else [])
    if len(read_by_two) != len(set(read_by_two)):
        raise UnsafeMailSetting(f"{REQUESTS}: mỗi hộp thư chỉ đọc cho một việc; thư trả lại cũng đọc ở đây.")
    sender = variables.get("MINHBACH_MAIL_FROM", "").strip()
    address = parseaddr(sender)[1]
    if (server or sender) and (address.count("@") != 1 or address.startswith("@") or address.endswith("@")):
        raise UnsafeMailSetting("MINHBACH_MAIL_FROM phải là địa chỉ gửi thư, ví dụ: Minh Bạch <tin@vidu.vn>.")
    return MailSettings(server, sender, mailbox, requests)


def _server(url: str, *, is_production: bool) -> SmtpServer | None:
    if not url:
        return None
    parts = _parts("MINHBACH_SMTP", url, SMTP, is_production=is_production)
    encryption, port = SMTP[parts.scheme]
    return SmtpServer(
        parts.hostname or "",
        parts.port or port,
        unquote(parts.username or ""),
        unquote(parts.password or ""),
        encryption,
    )


def _of_bodies(said: str, *, is_production: bool) -> Iterator[tuple[str, MailboxAddress]]:
    """Yield the mailboxes of bodies, written "xa-mau-mot=imaps://TÊN:MẬT-KHẨU@MÁY-CHỦ/INBOX", parted by spaces."""
    for one in said.split():
        body, equals, url = one.partition("=")
        mailbox = _mailbox(REQUESTS, url, is_production=is_production) if equals else None
        if not body or mailbox is None:
            raise UnsafeMailSetting(f"{REQUESTS} phải có dạng TÊN-CƠ-QUAN=imaps://TÊN:MẬT-KHẨU@MÁY-CHỦ/INBOX.")
        yield body, mailbox


def _mailbox(name: str, url: str, *, is_production: bool) -> MailboxAddress | None:
    if not url:
        return None
    parts = _parts(name, url, IMAP, is_production=is_production)
    if not parts.username or not parts.password:
        raise UnsafeMailSetting(f"{name} cần tên và mật khẩu của hộp thư: imaps://TÊN:MẬT-KHẨU@MÁY-CHỦ/INBOX.")
    return MailboxAddress(
        parts.hostname or "",
        parts.port or IMAP[parts.scheme],
        unquote(parts.username),
        unquote(parts.password),
        folder=unquote(parts.path.strip("/")) or "INBOX",
        encrypted=parts.scheme == "imaps",
    )


def _parts(name: str, url: str, schemes: Mapping[str, object], *, is_production: bool) -> SplitResult:
    # The address holds a password, so no sentence repeats it.
    try:
        parts = urlsplit(url)
        known = parts.scheme in schemes and bool(parts.hostname) and parts.port != 0
    except ValueError:
        known = False
    if not known:
        raise UnsafeMailSetting(f"{name} phải có dạng {' hoặc '.join(f'{one}://MÁY-CHỦ:CỔNG' for one in schemes)}.")
    if parts.hostname not in LOOPBACK:
        if not is_production:
            raise UnsafeMailSetting(f"Chế độ trình diễn không gửi và không đọc thư thật. Bỏ {name}.")
        if parts.scheme in ("smtp", "imap"):
            safe = " hoặc ".join(f"{one}://" for one in schemes if one != parts.scheme)
            raise UnsafeMailSetting(f"{name} phải dùng đường truyền mã hóa: {safe}.")
    return parts
