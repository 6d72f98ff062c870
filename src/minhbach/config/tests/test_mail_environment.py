"""Mail that others could read on its way, and mail from a demonstration to real people, is refused at start."""

from pathlib import Path

import pytest

from minhbach.config.environment import read_environment
from minhbach.config.mail_environment import MailSettings, UnsafeMailSetting, read_mail_settings
from minhbach.config.settings_file import UnsafeSetting
from minhbach.foundation.mail.contracts import MailboxAddress, SmtpServer

FROM = {"MINHBACH_MAIL_FROM": "Minh Bạch <tin@vidu.vn>"}


def read(*, is_production: bool = True, **variables: str) -> MailSettings:
    return read_mail_settings(variables, is_production=is_production)


@pytest.mark.parametrize(
    ("url", "server"),
    [
        ("smtps://thu:m%40t%2Fkhau@mx.vidu.vn", SmtpServer("mx.vidu.vn", 465, "thu", "m@t/khau", "tls")),
        ("smtp+starttls://thu:x@mx.vidu.vn:2587", SmtpServer("mx.vidu.vn", 2587, "thu", "x", "starttls")),
        ("smtp://127.0.0.1:2525", SmtpServer("127.0.0.1", 2525)),
        ("smtp://localhost", SmtpServer("localhost", 25)),
    ],
)
def test_server_is_read(url: str, server: SmtpServer) -> None:
    assert read(MINHBACH_SMTP=url, **FROM).server == server


def test_mailbox_is_read_with_its_folder() -> None:
    found = read(MINHBACH_IMAP="imaps://tin%40vidu.vn:x@imap.vidu.vn/INBOX/Tra%20lai").mailbox
    assert found == MailboxAddress("imap.vidu.vn", 993, "tin@vidu.vn", "x", folder="INBOX/Tra lai")
    local = read(MINHBACH_IMAP="imap://tin:x@127.0.0.1:1143").mailbox
    assert local == MailboxAddress("127.0.0.1", 1143, "tin", "x", folder="INBOX", encrypted=False)


def test_mailboxes_that_take_requests_in_are_read_with_their_bodies() -> None:
    said = "xa-mau-mot=imaps://xa%40vidu.vn:x@imap.vidu.vn/INBOX\n  so-thu=imaps://so:y@imap.vidu.vn"
    assert read(MINHBACH_IMAP_REQUESTS=said).requests == (
        ("xa-mau-mot", MailboxAddress("imap.vidu.vn", 993, "xa@vidu.vn", "x")),
        ("so-thu", MailboxAddress("imap.vidu.vn", 993, "so", "y")),
    )


def test_nothing_is_needed() -> None:
    assert read() == MailSettings()


@pytest.mark.parametrize(
    "variables",
    [
        {"MINHBACH_SMTP": "smtp://mx.vidu.vn", **FROM},
        {"MINHBACH_SMTP": "http://mx.vidu.vn", **FROM},
        {"MINHBACH_SMTP": "smtps://", **FROM},
        {"MINHBACH_SMTP": "smtps://mx.vidu.vn:bon", **FROM},
        {"MINHBACH_SMTP": "smtps://mx.vidu.vn"},
        {"MINHBACH_SMTP": "smtps://mx.vidu.vn", "MINHBACH_MAIL_FROM": "Minh Bạch"},
        {"MINHBACH_IMAP": "imap://tin:x@imap.vidu.vn"},
        {"MINHBACH_IMAP": "imaps://imap.vidu.vn"},
        {"MINHBACH_IMAP_REQUESTS": "imaps://xa:x@imap.vidu.vn"},
        {"MINHBACH_IMAP_REQUESTS": "xa=imap://xa:x@imap.vidu.vn"},
        {"MINHBACH_IMAP_REQUESTS": "xa=imaps://xa:x@imap.vidu.vn so=imaps://xa:x@imap.vidu.vn"},
        {"MINHBACH_IMAP_REQUESTS": "xa=imaps://xa:x@imap.vidu.vn", "MINHBACH_IMAP": "imaps://xa:x@imap.vidu.vn"},
    ],
    ids=[
        "plain",
        "no mail",
        "no host",
        "no port",
        "no sender",
        "no address",
        "plain mailbox",
        "no password",
        "no body",
        "plain for a body",
        "one for two",
        "returned mail too",
    ],
)
def test_wrong_or_unsafe_mail_is_refused(variables: dict[str, str]) -> None:
    with pytest.raises(UnsafeMailSetting, match="MINHBACH_"):
        read(**variables)


@pytest.mark.parametrize("name", ["MINHBACH_SMTP", "MINHBACH_IMAP"])
def test_demonstration_neither_writes_to_real_people_nor_reads_their_mail(name: str) -> None:
    scheme = "smtps" if name == "MINHBACH_SMTP" else "imaps"
    with pytest.raises(UnsafeMailSetting, match=name):
        read(is_production=False, **{name: f"{scheme}://tin:x@mail.vidu.vn", **FROM})
    assert read(is_production=False, **{name: f"{scheme}://tin:x@127.0.0.1", **FROM}) != MailSettings()


def test_no_password_in_a_refusal_or_in_what_is_printed() -> None:
    with pytest.raises(UnsafeMailSetting) as refused:
        read(MINHBACH_SMTP="smtp://thu:bi-mat@mx.vidu.vn", **FROM)
    printed = repr(read(MINHBACH_SMTP="smtps://thu:bi-mat@mx.vidu.vn", MINHBACH_IMAP="imaps://t:bi-mat@m.vn", **FROM))
    assert "bi-mat" not in str(refused.value) + printed


def test_production_does_not_start_with_unsafe_mail() -> None:
    safe = {"MINHBACH_SECRET_KEY": "k" * 50, "MINHBACH_HOSTS": "minhbach.vidu.vn"}
    with pytest.raises(UnsafeSetting, match="mã hóa"):
        read_environment(safe | {"MINHBACH_SMTP": "smtp://mx.vidu.vn", **FROM}, project=Path("/nowhere"))
