"""What would go out of an item: its words and files in one version, with a digest that tells whether it changed."""

import hashlib
import json
from collections.abc import Mapping
from dataclasses import dataclass

from minhbach.foundation.contracts import FileLook, StoredFileRecord
from minhbach.foundation.queries import file_record_of, looks_at
from minhbach.register.contracts import VersionRecord
from minhbach.register.facts_kept import PUBLIC_FACTS, facts_of
from minhbach.register.facts_kept import as_json as facts_as_json
from minhbach.register.queries import latest_version, version_record
from minhbach.register.rows import ItemRow


@dataclass(frozen=True, slots=True)
class Content:
    """One version as it would be published.

    :param words: what the public reads of the item beside its files, as that version says it.
    """

    version: VersionRecord
    words: Mapping[str, object]
    files: tuple[StoredFileRecord, ...]

    @property
    def is_empty(self) -> bool:
        """True if nothing but a title would go out."""
        return not self.files and not self.version.text.strip()

    @property
    def looks(self) -> Mapping[int, FileLook]:
        """Return what is known of its files: viruses, signatures."""
        return looks_at([file.id for file in self.files])

    @property
    def said(self) -> str:
        """Return the words as one text, to be looked through; days and ids tell nothing of people."""
        texts = [value for value in self.words.values() if isinstance(value, str)]
        return "\n".join(part for part in (*texts, self.version.why) if part)

    @property
    def digest(self) -> str:
        """Return what changes whenever anything does that would go out."""
        text = hashlib.sha256(self.version.text.encode()).hexdigest()
        parts = [dict(self.words), self.version.id, self.version.why, text]
        parts += [[one.id, one.name, one.sha256] for one in self.files]
        return hashlib.sha256(json.dumps(parts, ensure_ascii=False, sort_keys=True).encode()).hexdigest()


def newest_content(row: ItemRow) -> Content:
    """Return the newest version of an item. The caller has asked who may see it."""
    return content_of(row, latest_version(row).pk)


def content_of(row: ItemRow, version_id: int) -> Content:
    """Return one version of an item. The caller has asked who may see it.

    :raises ItemNotVisible: if the item has no such version.
    """
    version = version_record(version_id, item_id=row.pk)
    own = row.versions.filter(pk=version_id).values_list("facts", flat=True)[0]
    words = own if own is not None else facts_as_json(facts_of(row))
    kept = {name: words[name] for name in PUBLIC_FACTS}
    return Content(version, kept, tuple(file_record_of(one.file_id) for one in version.files))
