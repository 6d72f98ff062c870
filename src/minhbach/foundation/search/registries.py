"""What the search index asks later rooms: what a hit looks like, and which body a slug in an address names."""

from collections.abc import Callable, Iterable, Mapping
from itertools import groupby

from minhbach.domain.access import Actor
from minhbach.foundation.search.contracts import Description, Hit

Describe = Callable[[tuple[int, ...], Actor], Mapping[int, Description]]
BodyToken = Callable[[str], str | None]
_descriptions: dict[str, Describe] = {}
_body_tokens: list[BodyToken] = []


def describe_hits(kind: str, answer: Describe) -> None:
    """Say how the entries of one kind are shown: where they lead, for this actor. What is left out is not shown.

    :raises ValueError: if another answer was given for this kind before.
    """
    if _descriptions.setdefault(kind, answer) is not answer:
        raise ValueError(f"Đã có câu trả lời khác cho kết quả tìm kiếm “{kind}”.")


def descriptions(hits: Iterable[Hit], actor: Actor) -> Mapping[tuple[str, int], Description]:
    """Return how each hit is shown, by kind and id: one question to each room, however many hits there are."""
    found: dict[tuple[str, int], Description] = {}
    for kind, of_kind in groupby(sorted(hits, key=lambda hit: hit.kind), key=lambda hit: hit.kind):
        if answer := _descriptions.get(kind):
            ids = tuple(hit.subject_id for hit in of_kind)
            found.update({(kind, one): described for one, described in answer(ids, actor).items()})
    return found


def name_bodies(answer: BodyToken) -> None:
    """Say which token of entries stands for the body that an address names by its slug."""
    _body_tokens[:] = [answer]


def body_token(slug: str) -> str | None:
    """Return the token of a body, None if there is no such body."""
    return _body_tokens[0](slug) if _body_tokens else None
