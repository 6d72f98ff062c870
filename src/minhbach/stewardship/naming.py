"""What the members of an archive are called, and what a name on the way in may be."""

import re
from dataclasses import dataclass

_PART = re.compile(r"database/(?P<name>[a-z0-9_]+)/\d{6}\.jsonl")
_FILE = re.compile(r"files/(?P<name>[0-9a-f]{64})")
_CHECKPOINT = re.compile(r"checkpoints/(?P<name>\d{4}-\d\d-\d\d\.jsonl)")
_CERTIFICATE = re.compile(r"certificates/(?P<name>[^./\\\x00-\x1f][^/\\\x00-\x1f]*\.(?i:pem|crt|cer|der|crl))")
_LAW = re.compile(r"law/(?P<name>[a-z_]+/[^./\\\x00-\x1f][^/\\\x00-\x1f]*\.toml)")
_LAW_BEFORE = re.compile(r"law/(?P<name>[a-z0-9][a-z0-9-]*\.toml)")
"""Backups that knew statutes alone named them so."""
_KINDS = (("part", _PART), ("file", _FILE), ("checkpoint", _CHECKPOINT), ("certificate", _CERTIFICATE), ("law", _LAW))


@dataclass(frozen=True, slots=True)
class MemberName:
    """What a member holds: `kind` is part, file, checkpoint, certificate or law.

    `name` is the table, the hash, the file of checkpoints or of a certificate, or folder and file of law data:
    "statutes/nghi-dinh.toml".
    """

    kind: str
    name: str


def part_member(table: str, number: int) -> str:
    """Return the name of a part of a table."""
    return f"database/{table}/{number:06}.jsonl"


def file_member(sha256: str) -> str:
    """Return the name of a stored file."""
    return f"files/{sha256}"


def checkpoint_member(name: str) -> str:
    """Return the name of a day's checkpoints."""
    return f"checkpoints/{name}"


def certificate_member(name: str) -> str:
    """Return the name of a certificate, or of a list of revoked ones, that signatures are held against."""
    return f"certificates/{name}"


def law_member(folder: str, name: str) -> str:
    """Return the name of a file of law data that was added to the installation: `folder` is "statutes", "letters" …"""
    return f"law/{folder}/{name}"


def read_name(member: str) -> MemberName | None:
    """Return what a member holds, or None for a name that no backup of ours has."""
    for kind, pattern in _KINDS:
        found = pattern.fullmatch(member)
        if found:
            return MemberName(kind, found["name"])
    before = _LAW_BEFORE.fullmatch(member)
    return MemberName("law", f"statutes/{before['name']}") if before else None
