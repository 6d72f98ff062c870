"""Languages beside Vietnamese in which an agency may add texts, read from `law/languages/`."""

import tomllib
from collections.abc import Mapping
from functools import cache
from pathlib import Path

from minhbach.domain.languages import CONFIRMED, PROVISIONAL, TAG, Language
from minhbach.lawbook.folder import law_folder


class LanguagesInvalid(ValueError):
    """The file of languages cannot be used; the message says why."""


@cache
def load_languages(folder: Path | None = None) -> Mapping[str, Language]:
    """Return the languages by tag, in the order of the file; read once in a process.

    :raises LanguagesInvalid: if a tag is none, stands twice, or is Vietnamese; if the state of a notice is none.
    """
    file = (folder or law_folder() / "languages") / "languages.toml"
    found: dict[str, Language] = {}
    for row in tomllib.loads(file.read_text("utf-8"))["language"]:
        one = Language(**row)
        if not TAG.fullmatch(one.tag) or one.tag.split("-")[0] == "vi" or one.tag in found:
            raise LanguagesInvalid(f"languages.toml: tag “{one.tag}” sai, trùng, hoặc là tiếng Việt")
        if one.notice_state not in (CONFIRMED, PROVISIONAL):
            raise LanguagesInvalid(f"languages.toml: notice_state của “{one.tag}” là {CONFIRMED} hoặc {PROVISIONAL}")
        found[one.tag] = one
    return found
