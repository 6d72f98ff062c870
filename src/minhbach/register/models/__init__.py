"""Tables of the register: items with their versions and files, the numbers of its books, lists that are taken in."""

from minhbach.register.models.dropped import DroppedDocument
from minhbach.register.models.files import HeldFile, VersionFile
from minhbach.register.models.imports import ColumnChoice, ItemImport
from minhbach.register.models.items import Item, ItemState
from minhbach.register.models.journal import BookSeries, ItemChange
from minhbach.register.models.versions import ItemVersion

__all__ = [
    "BookSeries",
    "ColumnChoice",
    "DroppedDocument",
    "HeldFile",
    "Item",
    "ItemChange",
    "ItemImport",
    "ItemState",
    "ItemVersion",
    "VersionFile",
]
