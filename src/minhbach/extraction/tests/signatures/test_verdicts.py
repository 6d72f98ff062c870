"""What may be said of a digital signature, for each way in which a signed file comes: nothing is ever fetched."""

from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest
import time_machine

from minhbach.extraction.extract import extract_bytes
from minhbach.extraction.signatures.contracts import Signature, SignatureVerdict
from minhbach.extraction.signatures.judge import judged
from minhbach.extraction.signatures.read import from_plain, may_be_signed, signatures_of, to_plain
from minhbach.extraction.signatures.roots import edition_of, roots_for_people, trusted_in
from minhbach.extraction.tests.samples import letterhead, pdf
from minhbach.extraction.tests.signatures.signing import (
    ISSUER,
    ROOT,
    SIGNED_AT,
    SIGNER,
    YEAR,
    Authority,
    Owner,
    added_to,
    authority,
    signed,
)  # fmt: skip

MONTH_LATER = SIGNED_AT + timedelta(days=30)
SECOND = "Sở Mẫu"


@pytest.fixture(scope="module")
def known() -> Authority:
    return authority(since=SIGNED_AT - YEAR, until=SIGNED_AT + 10 * YEAR)


@pytest.fixture(scope="module")
def signer(known: Authority) -> Owner:
    return known.signer(since=SIGNED_AT - YEAR, until=SIGNED_AT + YEAR)


@pytest.fixture(scope="module")
def plain() -> bytes:
    return pdf(letterhead)


@pytest.fixture(scope="module")
def paper(plain: bytes, signer: Owner, known: Authority) -> bytes:
    with time_machine.travel(SIGNED_AT, tick=False):
        return signed(plain, signer, known)


@pytest.fixture
def trusted(tmp_path: Path, known: Authority) -> Path:
    return known.trusted_in(tmp_path)


def judge(data: bytes, folder: Path | None, now: datetime = MONTH_LATER) -> list[Signature]:
    return judged(data, trusted_in(folder), now)


def said(data: bytes, folder: Path | None, now: datetime = MONTH_LATER) -> list[tuple[str, str]]:
    return [(one.verdict.value, one.why) for one in judge(data, folder, now)]


def test_signed_by_a_known_signer_and_unchanged_is_valid_and_says_who_and_when(paper: bytes, trusted: Path):
    (found,) = signatures_of(paper, trusted=trusted, now=MONTH_LATER)  # in its process, as everybody asks
    assert found == Signature(
        SignatureVerdict.VALID,
        signer=SIGNER,
        issuer=ISSUER,
        at="2025-06-02T03:04:05+00:00",
        is_stamped=False,
        until="2026-06-02T03:04:05+00:00",
    )
    assert from_plain(to_plain(found)) == found


def test_what_is_no_signed_pdf_is_not_even_opened(plain: bytes):
    assert not may_be_signed(plain)
    assert signatures_of(plain, trusted=None, now=MONTH_LATER) == ()
    assert signatures_of(b"/ByteRange in a text", trusted=None, now=MONTH_LATER) == ()


def test_the_lines_of_a_signed_file_are_read_as_before(plain: bytes, paper: bytes):
    lines = [line.text for line in extract_bytes(plain).source.lines]
    assert [line.text for line in extract_bytes(paper).source.lines] == lines


def test_certificate_that_ran_out_after_signing(paper: bytes, trusted: Path):
    last = SIGNED_AT + YEAR
    assert said(paper, trusted, last) == [("valid", "")]
    assert said(paper, trusted, last + timedelta(days=1)) == [("expired", "expired_since")]


def test_signed_with_a_certificate_that_had_run_out(plain: bytes, known: Authority, trusted: Path):
    old = known.signer(since=SIGNED_AT - YEAR, until=SIGNED_AT - timedelta(days=1))
    with time_machine.travel(SIGNED_AT, tick=False):
        data = signed(plain, old, known)
    assert said(data, trusted) == [("expired", "expired_then")]


def test_any_flipped_byte_before_the_signature_is_altered(plain: bytes, paper: bytes, trusted: Path):
    for at in (len(plain) // 3, len(plain) // 2, len(plain) * 2 // 3):
        assert said(paper[:at] + bytes([paper[at] ^ 1]) + paper[at + 1 :], trusted) == [("altered", "changed")]
    size = paper.index(b"841")
    assert said(paper[:size] + b"842" + paper[size + 3 :], trusted) == [("altered", "changed")]


def test_saved_again_with_more_on_a_page_is_altered_though_no_signed_byte_changed(paper: bytes, trusted: Path):
    more = added_to(paper)
    assert more.startswith(paper)
    assert said(more, trusted) == [("altered", "added")]


def test_a_second_signature_leaves_the_first_one_valid(paper: bytes, known: Authority, trusted: Path):
    second = known.signer(SECOND, since=SIGNED_AT - YEAR, until=SIGNED_AT + YEAR)
    with time_machine.travel(SIGNED_AT + timedelta(days=1), tick=False):
        data = signed(paper, second, known, field="ChuKy2")
    found = judge(data, trusted)
    assert [(one.verdict.value, one.signer) for one in found] == [("valid", SIGNER), ("valid", SECOND)]
    assert found[1].at == "2025-06-03T03:04:05+00:00"


def test_only_the_later_signature_vouches_for_what_was_added_between(paper: bytes, known: Authority, trusted: Path):
    second = known.signer(SECOND, since=SIGNED_AT - YEAR, until=SIGNED_AT + YEAR)
    with time_machine.travel(SIGNED_AT + timedelta(days=1), tick=False):
        data = signed(added_to(paper), second, known, field="ChuKy2")
    assert said(data, trusted) == [("altered", "added"), ("valid", "")]


def test_signer_whom_nobody_here_vouches_for_is_unknown(paper: bytes, tmp_path: Path):
    assert said(paper, None) == [("unknown", "no_root")]
    stranger = authority(since=SIGNED_AT - YEAR, until=SIGNED_AT + YEAR)
    assert said(paper, stranger.trusted_in(tmp_path)) == [("unknown", "no_root")]


def test_certificate_for_another_use_is_unknown(plain: bytes, known: Authority, trusted: Path):
    other = known.signer(since=SIGNED_AT - YEAR, until=SIGNED_AT + YEAR, content_commitment=False)
    with time_machine.travel(SIGNED_AT, tick=False):
        data = signed(plain, other, known)
    assert said(data, trusted) == [("unknown", "other_use")]


def test_signed_with_sha1_is_whole_but_unknown(plain: bytes, signer: Owner, known: Authority, trusted: Path):
    with time_machine.travel(SIGNED_AT, tick=False):
        data = signed(plain, signer, known, md="sha1")
    assert said(data, trusted) == [("unknown", "weak")]
    size = data.index(b"841")
    assert said(data[:size] + b"842" + data[size + 3 :], trusted) == [("altered", "changed")]


def test_revoked_by_a_list_that_the_administrator_added(paper: bytes, signer: Owner, known: Authority, trusted: Path):
    revoked = known.revoked(signer, at=SIGNED_AT + timedelta(days=5), issued=SIGNED_AT + timedelta(days=6))
    (trusted / "thu-hoi.crl").write_bytes(revoked)
    assert said(paper, trusted) == [("revoked", "")]


@pytest.mark.parametrize(
    ("was", "becomes", "why"),
    [
        (b"/ByteRange [", b"/ByteRange (", "broken"),
        (b"/Contents <", b"/Contents [", "broken"),
        (b"/SubFilter /adbe.pkcs7.detached", b"/SubFilter /adbe.x509.rsa_sha999", "kind"),
        (b"/Fields [", b"/Nothing[", "broken"),
    ],
)
def test_broken_dictionary_or_unknown_kind_is_unreadable_and_never_taken_for_unsigned(
    paper: bytes, trusted: Path, was: bytes, becomes: bytes, why: str
):
    assert was in paper
    found = signatures_of(paper.replace(was, becomes), trusted=trusted, now=MONTH_LATER)
    assert [(one.verdict.value, one.why) for one in found] == [("unreadable", why)]


def test_folder_of_certificates_says_what_it_holds_and_what_it_could_not_read(known: Authority, trusted: Path):
    before = edition_of(trusted)
    (trusted / "cap.pem").write_bytes(known.issuer.pem)
    (trusted / "hong.cer").write_bytes(b"khong phai chung thu")
    (trusted / "doc.txt").write_text("không phải chứng thư", encoding="utf-8")
    held = trusted_in(trusted)
    assert (len(held.roots), len(held.others), held.unread) == (1, 1, ("hong.cer",))
    assert [(root.name, root.until) for root in roots_for_people(held)] == [(ROOT, SIGNED_AT + 10 * YEAR)]
    assert edition_of(trusted) != before
    assert trusted_in(None).roots == () and trusted_in(trusted / "khong-co").roots == ()
    assert SIGNED_AT.tzinfo is UTC
