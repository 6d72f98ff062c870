"""What is known of the digital signatures of a file."""

from dataclasses import dataclass
from enum import StrEnum


class SignatureVerdict(StrEnum):
    """What may be said of one signature. Only `valid` says that the signer is known and nothing was changed."""

    VALID = "valid"
    EXPIRED = "expired"
    REVOKED = "revoked"
    ALTERED = "altered"
    UNKNOWN = "unknown"
    UNREADABLE = "unreadable"


class SignatureReason(StrEnum):
    """What the verdict rests on, where there is something to say."""

    EXPIRED_SINCE = "expired_since"  # in force when it was signed, as the signature says
    EXPIRED_THEN = "expired_then"
    CHANGED = "changed"  # the signed bytes are others
    ADDED = "added"  # the signed bytes are whole; the file shows more than they do
    NO_ROOT = "no_root"  # no certificate that is trusted here vouches for the signer
    OTHER_USE = "other_use"  # the certificate is not for signing documents
    WEAK = "weak"  # made with SHA-1, which can be forged
    KIND = "kind"  # of a kind that is not read here
    BROKEN = "broken"
    TOO_MUCH = "too_much"  # took too long, or too much memory


@dataclass(frozen=True, slots=True)
class Signature:
    """One signature, as plain values that JSON can hold.

    `at` is the moment as the signature says (ISO 8601, with its zone), "" where it says none; the signer's own clock
    unless `is_stamped`, that is, unless a trusted authority vouches for it. `until` is the last moment of the signer's
    certificate, likewise. `why` is a `SignatureReason`, or "".
    """

    verdict: SignatureVerdict
    signer: str = ""
    issuer: str = ""
    at: str = ""
    is_stamped: bool = False
    until: str = ""
    why: str = ""
