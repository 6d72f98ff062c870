"""Short forms of official Vietnamese (UBND) and what they stand for, read from `law/words/`."""

import tomllib
from functools import cache
from pathlib import Path

from minhbach.domain.search.words import ShortForms, short_forms_from
from minhbach.lawbook.folder import law_folder


class ShortFormsInvalid(ValueError):
    """The file of short forms says one twice, or one without its source."""


@cache
def short_forms(folder: Path | None = None) -> ShortForms:
    """Return the short forms with the words that they stand for, read once in a process.

    :raises ShortFormsInvalid: if a form stands there twice or has neither source nor state.
    """
    rows = tomllib.loads(((folder or law_folder() / "words") / "short_forms.toml").read_text("utf-8"))["short_form"]
    forms = [row["short"].lower() for row in rows]
    twice = {form for form in forms if forms.count(form) > 1}
    if twice:
        raise ShortFormsInvalid(f"short_forms.toml: {min(twice)} đứng hai lần")
    bare = [
        row["short"] for row in rows if not row.get("source") or row.get("state") not in ("confirmed", "unverified")
    ]
    if bare:
        raise ShortFormsInvalid(f"short_forms.toml: {bare[0]} thiếu nguồn hoặc trạng thái")
    return short_forms_from((row["short"], row["long"]) for row in rows)
