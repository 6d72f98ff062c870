"""How the text of an OpenDocument was typed, where that was for fonts of before Unicode."""

from minhbach.extraction.legacy.looks import Typed, typed_as
from minhbach.extraction.office.odt_styles import TEXT
from minhbach.extraction.office.package import Package


def typed_in(package: Package) -> Typed | None:
    """Return how the main text was typed, by its looks; None for Unicode, and for what is no OpenDocument.

    Heads of pages and notes have too few words to be told by themselves: they were typed as the rest.
    """
    root = package.xml_if_present("content.xml") if "mimetype" in package.names else None
    if root is None:
        return None
    return typed_as("".join(paragraph.itertext()) for paragraph in root.iter(TEXT + "p", TEXT + "h"))
