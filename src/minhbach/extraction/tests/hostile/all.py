"""Every hostile file: its name and its recipe."""

from collections.abc import Iterator

from minhbach.extraction.tests.hostile.archives import archives, letters, polyglots
from minhbach.extraction.tests.hostile.bombs import bombs
from minhbach.extraction.tests.hostile.broken import cut, names, texts
from minhbach.extraction.tests.hostile.entities import entities
from minhbach.extraction.tests.hostile.making import Make
from minhbach.extraction.tests.hostile.pdfs import pdfs
from minhbach.extraction.tests.hostile.pictures import pictures

FAMILIES = (bombs, entities, pdfs, pictures, polyglots, archives, letters, cut, texts, names)


def all_files() -> Iterator[tuple[str, Make]]:
    """Yield every file, family by family."""
    for family in FAMILIES:
        yield from family()
