"""Reads of the register, always for a given asker. Who sees which item is decided in `visible` alone."""

from minhbach.register.queries import lists
from minhbach.register.queries.versions import (
    latest_version,
    open_versions,
    public_version_of,
    version_record,
    versions_of,
)
from minhbach.register.queries.visible import (
    ITEM,
    VERSION_FILE,
    active,
    bodies_kept_by,
    item_for_change,
    items_by_id,
    items_kept_for,
    items_visible_to,
    kept_item,
    may_read_version_file,
    public_items,
    registers_of,
    visible_item,
    visible_item_by_public_id,
)

__all__ = [
    "ITEM",
    "VERSION_FILE",
    "active",
    "bodies_kept_by",
    "item_for_change",
    "items_by_id",
    "items_kept_for",
    "items_visible_to",
    "kept_item",
    "latest_version",
    "lists",
    "open_versions",
    "may_read_version_file",
    "public_items",
    "public_version_of",
    "registers_of",
    "version_record",
    "versions_of",
    "visible_item",
    "visible_item_by_public_id",
]
