"""Who may see what: classes of access, their grounds, and what must be public in which form."""

from dataclasses import dataclass

from minhbach.domain.statutes.values import Cited


@dataclass(frozen=True, slots=True, kw_only=True)
class AccessClass(Cited):
    """A class of access: `open` (được tiếp cận), `conditional` (có điều kiện) or `closed` (không được tiếp cận)."""

    code: str
    words: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Ground(Cited):
    """Why information belongs to a class.

    :param key: article and clause: "15.2", "6.1"; "5" for an article without clauses.
    :param words: a short name, Vietnamese.
    :param concerns: what it protects, in the same words in each statute, so that grounds of two can be compared:
        state_secret, harm, work_secret, internal, private_life, personal_data, business_secret, archive,
        public_interest.
    :param consent_of: whose consent opens it: "", "person", "family", "owner".
    """

    key: str
    class_code: str
    words: str
    concerns: tuple[str, ...] = ()
    consent_of: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Letter(Cited):
    """One letter of the information that must be public (Article 17(1) of both Laws).

    :param words: a short name, Vietnamese; the quotation has all of it.
    :param portal_duty: whether it, or the part that `portal_words` names, must stand on the body's portal.
    :param portal_words: the part under the duty where that is not all of the letter; empty for all of it.
    :param formerly: the letters of the Law before that held the same, our own comparison. Empty where none did.
    """

    letter: str
    words: str
    portal_duty: bool
    portal_article: str = ""
    portal_words: str = ""
    formerly: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class PublicationForm(Cited):
    """A form of publication (Article 18(1)).

    :param key: portal, data_portal, official_page, media, gazette, posting, reception or other.
    :param online: whether a corrected text must also stand there (Article 22(5) of Law 01/2026).
    """

    key: str
    words: str
    online: bool = False
