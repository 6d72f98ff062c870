"""Judges the signatures of a PDF, inside the sandbox only. Fetches nothing: what is not at hand is not known."""

import asyncio
from dataclasses import dataclass
from datetime import datetime
from io import BytesIO

from pyhanko.pdf_utils.reader import PdfFileReader
from pyhanko.sign.diff_analysis import ModificationLevel, SuspiciousModification
from pyhanko.sign.fields import enumerate_sig_fields
from pyhanko.sign.validation import DocumentSecurityStore, async_validate_pdf_signature
from pyhanko.sign.validation.errors import NoDSSFoundError
from pyhanko.sign.validation.pdf_embedded import EmbeddedPdfSignature
from pyhanko.sign.validation.settings import KeyUsageConstraints
from pyhanko.sign.validation.status import PdfSignatureStatus, SignatureCoverageLevel
from pyhanko.sign.validation.utils import CMSAlgorithmUsagePolicy
from pyhanko_certvalidator import ValidationContext
from pyhanko_certvalidator.policy_decl import DisallowWeakAlgorithmsPolicy

from minhbach.domain.text import nfc
from minhbach.extraction.signatures.contracts import Signature, SignatureReason, SignatureVerdict
from minhbach.extraction.signatures.roots import Trusted, name_in

_MOST = 50
_USES = frozenset({"non_repudiation", "digital_signature"})
_SIGNS = KeyUsageConstraints(key_usage=_USES, match_all_key_usages=False)
# Many papers of before 2020 were signed with SHA-1: whether their bytes are whole can be told, not who signed.
_WEAK = frozenset({"sha1"})
_NOT_BROKEN = DisallowWeakAlgorithmsPolicy(  # type: ignore[no-untyped-call]
    weak_hash_algos=frozenset({"md2", "md5"}), rsa_key_size_threshold=1024
)
_ALGORITHMS = CMSAlgorithmUsagePolicy.lift_policy(_NOT_BROKEN)


def judged(data: bytes, trusted: Trusted, now: datetime) -> list[Signature]:
    """Return what is known of each signature, in the order in which they were made."""
    reader = PdfFileReader(BytesIO(data), strict=False)
    judge = _Judge(trusted, now, _store_of(reader))
    found = [judge.verdict_on(one) for one in reader.embedded_regular_signatures[:_MOST]]
    fields = sum(1 for _field in enumerate_sig_fields(reader, filled_status=True))
    passed_over = max(0, fields - len(reader.embedded_signatures))
    found += [Signature(SignatureVerdict.UNREADABLE, why=SignatureReason.KIND)] * min(passed_over, _MOST)
    # Something was signed, and nothing of it is left where signatures stand.
    return found or ([] if fields else [Signature(SignatureVerdict.UNREADABLE, why=SignatureReason.BROKEN)])


def _store_of(reader: PdfFileReader) -> DocumentSecurityStore | None:
    """Return the certificates and lists that the file itself brings along, where it does."""
    try:
        return DocumentSecurityStore.read_dss(reader)
    except (NoDSSFoundError, ValueError, KeyError, TypeError, AttributeError):
        return None


@dataclass(frozen=True)
class _Judge:
    trusted: Trusted
    now: datetime
    store: DocumentSecurityStore | None

    def verdict_on(self, embedded: EmbeddedPdfSignature) -> Signature:
        """Return what is known of one signature; a broken one hides none of the others."""
        try:
            status = self._status(embedded, self.now)
        except Exception:  # a hostile file fails in any way; that is told, never taken for "not signed"
            return Signature(SignatureVerdict.UNREADABLE, why=SignatureReason.BROKEN)
        about = _About(embedded, status)
        return about.signature(*self._found(embedded, status, about))

    def _found(
        self, embedded: EmbeddedPdfSignature, status: PdfSignatureStatus, about: "_About"
    ) -> tuple[SignatureVerdict, str]:
        if not (status.intact and status.valid):
            return SignatureVerdict.ALTERED, SignatureReason.CHANGED
        if _was_added_to(status):
            return SignatureVerdict.ALTERED, SignatureReason.ADDED
        if status.revoked:
            return SignatureVerdict.REVOKED, ""
        if status.md_algorithm in _WEAK:
            return SignatureVerdict.UNKNOWN, SignatureReason.WEAK
        if status.trusted:
            return SignatureVerdict.VALID, ""
        return self._not_trusted(embedded, about)

    def _not_trusted(self, embedded: EmbeddedPdfSignature, about: "_About") -> tuple[SignatureVerdict, str]:
        """Tell a signer that nobody vouches for from one whose certificate, or that of who vouched, ran out."""
        if about.at is not None and about.at < self.now and self._status(embedded, about.at).trusted:
            return SignatureVerdict.EXPIRED, SignatureReason.EXPIRED_SINCE
        in_force = embedded.signer_cert.not_valid_before
        if about.until < self.now and self._status(embedded, max(in_force, about.until)).trusted:
            return SignatureVerdict.EXPIRED, SignatureReason.EXPIRED_THEN
        use = embedded.signer_cert.key_usage_value
        if use is not None and not _USES & set(use.native):
            return SignatureVerdict.UNKNOWN, SignatureReason.OTHER_USE
        return SignatureVerdict.UNKNOWN, SignatureReason.NO_ROOT

    def _status(self, embedded: EmbeddedPdfSignature, moment: datetime) -> PdfSignatureStatus:
        asked = async_validate_pdf_signature(
            embedded, self._context(moment), key_usage_settings=_SIGNS, algorithm_policy=_ALGORITHMS
        )
        return asyncio.run(asked)

    def _context(self, moment: datetime) -> ValidationContext:
        others, lists, answers = list(self.trusted.others), list(self.trusted.revoked), []
        if self.store is not None:
            others += self.store.load_certs()
            lists += (one.get_object().data for one in self.store.crls)
            answers = [one.get_object().data for one in self.store.ocsps]
        return ValidationContext(
            trust_roots=list(self.trusted.roots),
            other_certs=others,
            crls=lists,
            ocsps=answers,
            moment=moment,
            allow_fetching=False,
            retroactive_revinfo=True,
        )


def _was_added_to(status: PdfSignatureStatus) -> bool:
    """Say whether the file shows more than was signed, but for what later signatures and their proofs add."""
    if status.coverage is None or status.coverage < SignatureCoverageLevel.ENTIRE_REVISION:
        return True
    if isinstance(status.diff_result, SuspiciousModification):
        return True
    return status.modification_level is not None and status.modification_level > ModificationLevel.FORM_FILLING


class _About:
    """Who signed and when, as the signature says."""

    def __init__(self, embedded: EmbeddedPdfSignature, status: PdfSignatureStatus) -> None:
        certificate = embedded.signer_cert
        self.signer, self.issuer = nfc(name_in(certificate.subject)), nfc(name_in(certificate.issuer))
        self.until: datetime = certificate.not_valid_after
        stamp = status.timestamp_validity
        self.is_stamped = bool(stamp and stamp.valid and stamp.trusted)
        told = stamp.timestamp if stamp and self.is_stamped else status.signer_reported_dt
        self.at: datetime | None = told if told is not None and told.tzinfo is not None else None

    def signature(self, verdict: SignatureVerdict, why: str) -> Signature:
        return Signature(
            verdict=verdict,
            signer=self.signer,
            issuer=self.issuer,
            at=self.at.isoformat() if self.at else "",
            is_stamped=self.is_stamped,
            until=self.until.isoformat(),
            why=str(why),
        )
