"""What the law says about requests beside their terms: channels, contents, refusals, costs, forms."""

from dataclasses import dataclass

from minhbach.domain.statutes.values import ChannelKey, Cited


@dataclass(frozen=True, slots=True, kw_only=True)
class Channel(Cited):
    """A way in which a request may be sent.

    :param means: what the law names under it (thư điện tử, cổng dịch vụ công quốc gia …).
    """

    key: ChannelKey
    words: str
    means: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class RequestField(Cited):
    """Something that a request must say. `required` false: only if there is any."""

    key: str
    words: str
    required: bool = True


@dataclass(frozen=True, slots=True, kw_only=True)
class RefusalGround(Cited):
    """A ground on which a request may be refused: key "28.1.a" or "27.1".

    :param classes: the classes of access that it refers to.
    """

    key: str
    words: str
    classes: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Cost(Cited):
    """A rule on costs, or a price.

    :param amount: in `unit`: "VND/trang", "%" …; None where the rule has no figure.
    """

    key: str
    words: str
    amount: int | None = None
    unit: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Form(Cited):
    """A printed form (mẫu): its number, title and who fills it in (requester, agency, third_party)."""

    number: str
    title: str
    filled_by: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Rule(Cited):
    """A rule that a page may have to tell, such as who corrects what; with an amount where it names one."""

    key: str
    words: str
    amount: int | None = None
    unit: str = ""
