"""Settle who signed, in which office and on whose behalf."""

from dataclasses import dataclass

from minhbach.domain.reading.head.kinds import MINUTES
from minhbach.domain.reading.head.parts import Parts
from minhbach.domain.reading.head.signature import Signer
from minhbach.domain.reading.head.spelling import office_with_marks, surname_with_marks


@dataclass(frozen=True, slots=True)
class Signature:
    """The first signature, and the names of the others under a joint document."""

    name: str | None = None
    position: str | None = None
    authority: tuple[str, ...] = ()
    others: tuple[str, ...] = ()


def settle_signature(parts: Parts) -> Signature:
    """Return the signature. Marks that a scan lost in an office or a usual surname are put back."""
    line = parts.footer.line
    signed = [signer for signer in parts.footer.signers if signer.name] or list(parts.footer.signers)
    if parts.subject.kind is MINUTES:
        signed.reverse()  # Minutes are signed by the secretary first and by who presided last.
    if not signed or not signed[0].name:
        parts.note("signer_missing", line)
    if not signed:
        return Signature()
    others = tuple(signer.name for signer in signed[1:] if signer.name)
    if others:
        parts.note("several_signers", line)
    return _mended(parts, signed[0], others)


def _mended(parts: Parts, signer: Signer, others: tuple[str, ...]) -> Signature:
    name, position, authority = signer.name, signer.position, signer.authority
    if parts.source.ocr:
        name = surname_with_marks(name) if name else None
        position = office_with_marks(position) if position else None
        authority = tuple(office_with_marks(line) for line in authority)
    if signer.twice:
        parts.note("signer_read_twice", parts.footer.line)
    if signer.mended or name != signer.name:
        parts.note("signer_mended", parts.footer.line)
    return Signature(name, position, authority, others)
