"""What a redaction forgets once it is over: the words of the file, and whatever quotes them."""

from minhbach.publication.models import Redaction


def forget_words(row: Redaction) -> None:
    """Empty what holds words of the file. Places, grounds, people and the proof stay: they are the record."""
    row.own_pages.all().delete()
    row.marks.update(text="", why="")
    row.trouble = ""
    row.save(update_fields=["trouble"])
