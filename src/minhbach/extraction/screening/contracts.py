"""What screening gives. The gate, redaction and the command line hold these values."""

from dataclasses import dataclass

LABELS = (
    "NAME", "DOB", "CCCD", "CMND", "PASSPORT", "PHONE", "EMAIL", "ADDRESS", "BANK", "MST", "BHXH", "BHYT", "PLATE",
    "BIRTH_YEAR", "LAND",
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class Finding:
    """One piece of personal data.

    `label` is NAME, DOB, CCCD, CMND, PASSPORT, PHONE, EMAIL, ADDRESS, BANK, MST, BHXH, BHYT, PLATE, or a further one:
    BIRTH_YEAR (a year alone), LAND (a plot or a certificate, beside a person). `start` and `end` (exclusive) count code
    points of the screened text. `page` counts from 1 where the file has pages. `why` is a short Vietnamese phrase.
    `confidence` is 0 to 1: a person decides, and looks first at what is doubtful.
    """

    label: str
    start: int
    end: int
    text: str
    why: str
    confidence: float
    page: int | None = None


@dataclass(frozen=True, slots=True)
class Screening:
    """What was found in one text.

    `secrecy` is "Tuyệt mật", "Tối mật", "Mật" or None, `urgency` "Hỏa tốc", "Thượng khẩn", "Khẩn" or None: marks of the
    document itself. `findings` stand in the order of the text and do not overlap.
    """

    secrecy: str | None
    urgency: str | None
    findings: tuple[Finding, ...]


@dataclass(frozen=True, slots=True)
class ScreenedFile:
    """A file's text with what was found in it. `pages` is None where the format has no fixed pages.

    `unread` names what a person must look at: pictures and objects inside the file that could not be looked into, pages
    with a stamp that could not be read for sure.
    """

    format: str
    pages: int | None
    text: str
    screening: Screening
    unread: tuple[str, ...] = ()
