"""What the gate asks rooms about the files that are redacted for them: who sees them, and what becomes of the copy.

`config.registries` connects them.
"""

from collections.abc import Callable, Collection
from dataclasses import dataclass

from minhbach.domain.access import Actor
from minhbach.publication.contracts import FileToRedact, MadeCopy

_hosts: dict[str, "Host"] = {}


@dataclass(frozen=True, slots=True)
class Host:
    """One kind of subject whose files are redacted.

    :ivar sees: whether an actor sees one of the subjects.
    :ivar seen_by: ids of the subjects that an actor sees, lazily, fit for `subject_id__in`.
    :ivar file: the file to redact, for who may see it; raises PublicationRefused where it may not be redacted now.
    :ivar names: how people call subjects, by their id; `page` is the path of the page of one.
    :ivar take: puts an approved copy where the original stood for going out, and returns the id of what it is now.
        Raises PublicationRefused where the file is no part of the subject any more.
    """

    sees: Callable[[Actor, int], bool]
    seen_by: Callable[[Actor], Collection[int]]
    file: Callable[[int, int], FileToRedact]
    names: Callable[[Collection[int]], dict[int, str]]
    page: Callable[[int], str]
    take: Callable[[MadeCopy], int]


def redact_for(kind: str, host: Host) -> None:
    """Say who answers for the files of a kind of subject."""
    _hosts[kind] = host


def host_of(kind: str) -> Host:
    """Return who answers for a kind of subject.

    :raises KeyError: if nobody does.
    """
    return _hosts[kind]


def hosts() -> dict[str, Host]:
    """Return all of them, by kind."""
    return dict(_hosts)
