"""A stranger's mail is read whatever its encoding, its shape and what it says of itself."""

import base64
import quopri
import time
import unicodedata
from datetime import UTC, datetime
from email import message_from_bytes
from typing import Any

import pytest

from minhbach.intake.mail.keeping import key_of
from minhbach.intake.mail.proposing import proposed_sender
from minhbach.intake.mail.quoting import without_quoted
from minhbach.intake.mail.reading import read_mail
from minhbach.intake.mail.values import Machine, ReadMail

WORDS = "Tôi xin bảng giá đất năm 2026 của xã Mẫu Một, để được bồi thường đúng; cảm ơn Ủy ban."


def mail(content: bytes = b"", **headers: str) -> ReadMail:
    told = {"From": "Trần Thị Thử <thu@vidu.vn>", "Subject": "Xin bảng giá đất", **headers}
    head = "".join(f"{name.replace('_', '-')}: {value}\n" for name, value in told.items())
    return read_mail(message_from_bytes(head.encode() + b"\n" + content))


def test_bare_utf8_in_head_and_body_is_read_though_nothing_says_so() -> None:
    found = mail(WORDS.encode())
    assert (found.sender_name, found.sender_address) == ("Trần Thị Thử", "thu@vidu.vn")
    assert (found.subject, found.text) == ("Xin bảng giá đất", WORDS)


def cp1258(text: str) -> bytes:
    """Windows-1258 keeps the vowel with its hat in one byte and the tone in the next."""
    written = []
    for sign in text:
        parts = unicodedata.normalize("NFD", sign)
        hats = "".join(part for part in parts[1:] if part in "\u0302\u0306\u031b")
        tones = "".join(part for part in parts[1:] if part not in "\u0302\u0306\u031b")
        written.append(unicodedata.normalize("NFC", parts[0] + hats) + tones)
    return "".join(written).encode("cp1258")


@pytest.mark.parametrize(
    ("charset", "encoding", "content"),
    [
        ("utf-8", "base64", base64.encodebytes(WORDS.encode())),
        ("utf-8", "quoted-printable", quopri.encodestring(WORDS.encode())),
        ("windows-1258", "8bit", cp1258(WORDS)),
        ("windows-1258", "quoted-printable", quopri.encodestring(cp1258(WORDS))),
        ("us-ascii", "8bit", WORDS.encode()),
        ("iso-8859-1", "8bit", cp1258(WORDS)),
        ("khong-co-bang-ma-nay", "8bit", cp1258(WORDS)),
        ("utf-16", "base64", base64.encodebytes(WORDS.encode("utf-16"))),
    ],
)
def test_words_are_the_same_in_every_encoding(charset: str, encoding: str, content: bytes) -> None:
    head = {"Content-Type": f"text/plain; charset={charset}", "Content-Transfer-Encoding": encoding}
    assert mail(content, **head).text == WORDS


@pytest.mark.parametrize("charset", ["x-viet-tcvn5712", "TCVN-5712"])
def test_tcvn_is_read(charset: str) -> None:
    assert mail(b"gi\xb8 \xae\xcat", Content_Type=f"text/plain; charset={charset}").text == "giá đất"


def test_viscii_is_read() -> None:
    assert mail(b"gi\xe1 \xf0\xa4t", Content_Type="text/plain; charset=viscii").text == "giá đất"


def test_encoded_subject_in_pieces_is_joined() -> None:
    said = "=?utf-8?q?Xin_b=E1=BA=A3ng?= =?windows-1258?q?_gi=E1_=F0=E2=ECt?="
    assert mail(Subject=said).subject == "Xin bảng giá đất"


def test_html_is_read_as_text_without_what_it_hides() -> None:
    web = "<p>Tôi xin <b>bảng giá đất</b></p><script>alert(1)</script><p style='display:none'>ẩn</p><p>Cảm ơn</p>"
    found = mail(web.encode(), Content_Type="text/html; charset=utf-8")
    assert found.text == "Tôi xin bảng giá đất\nCảm ơn"


def test_plain_part_is_preferred_and_files_are_told_from_words() -> None:
    body = f"""--b
Content-Type: multipart/alternative; boundary=c

--c
Content-Type: text/plain; charset=utf-8

{WORDS}
--c
Content-Type: text/html; charset=utf-8

<p>khác</p>
--c--
--b
Content-Type: application/pdf; name="=?utf-8?q?=C4=91=C6=A1n=2Epdf?="
Content-Transfer-Encoding: base64

{base64.b64encode(b"%PDF-1.4 x").decode()}
--b
Content-Type: text/plain
Content-Disposition: attachment; filename*=utf-8''gi%E1%BA%A5y.txt

giấy tờ
--b--
""".encode()
    found = mail(body, Content_Type="multipart/mixed; boundary=b")
    assert found.text == WORDS
    assert [(file.name, file.content) for file in found.files] == [
        ("đơn.pdf", b"%PDF-1.4 x"),
        ("giấy.txt", "giấy tờ".encode()),
    ]


def test_forwarded_message_is_read_with_its_files() -> None:
    inner = f"From: a@vidu.vn\nSubject: gốc\nContent-Type: text/plain; charset=utf-8\n\n{WORDS}\n"
    body = f"--b\nContent-Type: message/rfc822\n\n{inner}\n--b--\n".encode()
    assert WORDS in mail(body, Content_Type="multipart/mixed; boundary=b").text


@pytest.mark.parametrize(
    ("headers", "machine"),
    [
        ({}, None),
        ({"Auto-Submitted": "no"}, None),
        ({"Auto-Submitted": "auto-replied (vacation)"}, Machine.AUTOMATIC),
        ({"Precedence": "bulk"}, Machine.AUTOMATIC),
        ({"X-Autoreply": "yes"}, Machine.AUTOMATIC),
        ({"From": "no-reply@vidu.vn"}, Machine.AUTOMATIC),
        ({"List-Unsubscribe": "<mailto:x@vidu.vn>"}, Machine.LIST),
        ({"Return-Path": "<>"}, Machine.SERVER),
        ({"From": "MAILER-DAEMON@mx.vidu.vn"}, Machine.SERVER),
        ({"Content-Type": "multipart/report; boundary=b"}, Machine.SERVER),
    ],
)
def test_machines_are_told_from_people(headers: dict[str, str], machine: Machine | None) -> None:
    assert mail(b"x", **headers).machine == machine


def test_moments_are_the_servers_and_the_senders_own() -> None:
    found = mail(Received="from a by b; Tue, 13 Oct 2026 09:00:00 +0700", Date="Mon, 31 Aug 2026 23:00:00 +0700")
    assert found.arrived_at == datetime(2026, 10, 13, 2, 0, tzinfo=UTC)
    assert found.sent_at == datetime(2026, 8, 31, 16, 0, tzinfo=UTC)
    assert mail(Date="hôm qua", Received="vô nghĩa").sent_at is None


def test_answer_is_told_from_what_it_quotes() -> None:
    intro = "Vào T3, 13 thg 10, 2026 lúc 09:00 Xã Mẫu Một <x@vidu.vn> đã viết:"
    said = f"Tôi gửi địa chỉ: thôn Mẫu.\n\n{intro}\n> Cần bổ sung\n"
    assert without_quoted(said) == "Tôi gửi địa chỉ: thôn Mẫu."
    broken = "Vâng.\nOn Tue, 13 Oct 2026 at 09:00,\nXã Mẫu Một <x@vidu.vn> wrote:\n> x"
    assert without_quoted(broken) == "Vâng."
    assert without_quoted("> chỉ trích lại") == "> chỉ trích lại", "nothing is lost where everything is quoted"
    assert without_quoted("Vào năm 2020 tôi xây nhà.\nXin giấy phép.") == "Vào năm 2020 tôi xây nhà.\nXin giấy phép."


def test_what_the_mail_says_of_its_sender_is_proposed() -> None:
    said = (
        "Tôi tên là Nguyễn Văn Mẫu, cư trú tại thôn Thử, xã Mẫu Một.\n"
        "CCCD 001085012345, ĐT 0900 000 000.\nXin quy hoạch."
    )
    found = proposed_sender(mail(said.encode()))
    assert (found.name, found.identity_number, found.email) == ("Nguyễn Văn Mẫu", "001085012345", "thu@vidu.vn")
    assert found.address == "thôn Thử, xã Mẫu Một"
    assert found.telephone == "0900 000 000"


def test_key_is_of_the_content_so_that_nobody_keeps_another_mail_out() -> None:
    one = mail(b"x", Message_ID="<a@vidu.vn>")
    assert key_of(one, body_id=1) == key_of(mail(b"x", Message_ID="<a@vidu.vn>"), body_id=1)
    assert key_of(one, body_id=1) != key_of(mail(b"y", Message_ID="<a@vidu.vn>"), body_id=1)
    assert key_of(one, body_id=1) != key_of(one, body_id=2)


@pytest.mark.parametrize(
    "content",
    [
        b"References: " + b"<a@b> " * 200_000 + b"\n\nx",
        b"Content-Type: multipart/mixed; boundary=b\n\n" + b"--b\nContent-Type: text/plain\n\nx\n" * 20_000,
        b"Content-Type: text/html\n\n" + b"<table><tr><td>" * 20_000,
        b"Subject: " + b"=?utf-8?q?=E1?=" * 50_000 + b"\n\n",
        b"\n" + b"0" * 2_000_000,
        b"From: " + b'"' * 100_000 + b"\n\nOn " + b"a" * 1_000_000,
    ],
    ids=["references", "parts", "tables", "subject", "digits", "quotes"],
)
def test_hostile_mail_costs_little(content: bytes) -> None:
    began = time.process_time()
    found: Any = read_mail(message_from_bytes(content))
    proposed_sender(found)
    without_quoted(found.text)
    assert time.process_time() - began < 2.0
