"""Internal regulations on providing information: the model, places to fill in, terms that the law bounds.

`lawbook.regulations` reads models from `law/regulations/`.
"""

from minhbach.domain.regulations.checking import Fault, faults_of, terms_too_long
from minhbach.domain.regulations.comparing import Piece, pieces_between
from minhbach.domain.regulations.filling import TERM, filled, places_in, unknown_places
from minhbach.domain.regulations.model import (
    Base,
    Demand,
    Field,
    FieldKind,
    Limit,
    Model,
    ModelArticle,
    ModelChapter,
    ModelInvalid,
    ModelState,
)
from minhbach.domain.regulations.splitting import articles_in
from minhbach.domain.regulations.text import ArticleText, chapters_of, numbered

__all__ = [
    "TERM",
    "ArticleText",
    "Base",
    "Demand",
    "Fault",
    "Field",
    "FieldKind",
    "Limit",
    "Model",
    "ModelArticle",
    "ModelChapter",
    "ModelInvalid",
    "ModelState",
    "Piece",
    "articles_in",
    "chapters_of",
    "faults_of",
    "filled",
    "numbered",
    "pieces_between",
    "places_in",
    "terms_too_long",
    "unknown_places",
]
