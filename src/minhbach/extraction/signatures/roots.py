"""The certificates that the installation trusts: files that its administrator put into one folder.

`.pem`, `.crt`, `.cer` and `.der` hold certificates (those of authorities that sign themselves are roots, others only
help to find the way to one), `.crl` lists of revoked ones.
"""

import hashlib
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path
from typing import TypeVar

from asn1crypto import crl, pem, x509

_CERTIFICATES = frozenset({".pem", ".crt", ".cer", ".der"})
_LISTS = frozenset({".crl"})
_MOST_BYTES = 5_000_000
_Loaded = TypeVar("_Loaded", x509.Certificate, crl.CertificateList)


@dataclass(frozen=True, slots=True)
class Trusted:
    """What a folder holds. `unread`: names of files that are no certificates or lists."""

    roots: tuple[x509.Certificate, ...]
    others: tuple[x509.Certificate, ...]
    revoked: tuple[crl.CertificateList, ...]
    unread: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Root:
    """A root for people: whose it is, and its last moment."""

    name: str
    until: datetime


def trusted_in(folder: Path | None) -> Trusted:
    """Return what stands in a folder; one that is not there holds nothing."""
    certificates: list[x509.Certificate] = []
    revoked: list[crl.CertificateList] = []
    unread = []
    for path in _files(folder):
        try:
            data = path.read_bytes()[:_MOST_BYTES]
            if path.suffix.lower() in _LISTS:
                revoked += (_whole(crl.CertificateList.load(one)) for one in _ders(data))
            else:
                certificates += (_whole(x509.Certificate.load(one)) for one in _ders(data))
        except (ValueError, TypeError, OSError):
            unread.append(path.name)
    roots = tuple(one for one in certificates if one.self_issued)
    others = tuple(one for one in certificates if not one.self_issued)
    return Trusted(roots, others, tuple(revoked), tuple(unread))


def roots_for_people(trusted: Trusted) -> tuple[Root, ...]:
    """Return the roots by the name of whose they are."""
    found = (Root(name_in(one.subject), one.not_valid_after) for one in trusted.roots)
    return tuple(sorted(found, key=lambda root: (root.name, root.until)))


def name_in(name: x509.Name) -> str:
    """Return who a certificate's subject or issuer is: its common name, else its body."""
    told = name.native
    found = told.get("common_name") or told.get("organization_name") or name.human_friendly
    return " ".join(str(found if isinstance(found, str) else found[-1]).split())[:200]


def edition_of(folder: Path | None) -> str:
    """Return a mark that changes with what the folder holds: what was judged by another one is judged anew."""
    digest = hashlib.sha256()
    for path in _files(folder):
        digest.update(hashlib.sha256(path.read_bytes()).digest())
    return digest.hexdigest()[:16]


def _files(folder: Path | None) -> Iterator[Path]:
    if folder is not None and folder.is_dir():
        yield from sorted(p for p in folder.iterdir() if p.is_file() and p.suffix.lower() in _CERTIFICATES | _LISTS)


def _ders(data: bytes) -> Iterator[bytes]:
    """Yield each object of a file in DER; a PEM file may hold several."""
    if pem.detect(data):
        yield from (der for _kind, _headers, der in pem.unarmor(data, multiple=True))
    else:
        yield data


def _whole(loaded: _Loaded) -> _Loaded:
    """Return an object whose parts could be read; loading alone reads nothing."""
    loaded.native  # noqa: B018 - reading is what raises
    return loaded
