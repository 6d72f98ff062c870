"""Every address of the installation, found in the resolver, in both languages."""

from collections.abc import Iterator
from dataclasses import dataclass
from itertools import product
from typing import Any

from django.urls import URLPattern, URLResolver, get_resolver, reverse
from django.utils import translation

LANGUAGES = ("vi", "en")


@dataclass(frozen=True, slots=True)
class Route:
    """One named pattern: its name with namespace, and the arguments that it takes."""

    name: str
    arguments: tuple[str, ...]
    has_languages: bool

    def urls(self, values: dict[str, Any]) -> dict[str, str]:
        """Return the address by language, for these arguments."""
        languages = LANGUAGES if self.has_languages else ("vi",)
        return {language: self._url(language, values) for language in languages}

    def _url(self, language: str, values: dict[str, Any]) -> str:
        with translation.override(language):
            return reverse(self.name, kwargs=values)


def routes(urlconf: str | None = None) -> list[Route]:
    """Return every route. A pattern without a name cannot be declared, so it is given as `<its pattern>`."""
    return list(_walk(get_resolver(urlconf).url_patterns, (), (), has_languages=False))


def _walk(
    patterns: list[Any], spaces: tuple[str, ...], arguments: tuple[str, ...], *, has_languages: bool
) -> Iterator[Route]:
    for one in patterns:
        taken = (*arguments, *one.pattern.converters)
        if isinstance(one, URLResolver):
            inner = (*spaces, one.namespace) if one.namespace else spaces
            localised = has_languages or type(one.pattern).__name__ == "LocalePrefixPattern"
            yield from _walk(one.url_patterns, inner, taken, has_languages=localised)
        elif isinstance(one, URLPattern):
            yield Route(":".join((*spaces, one.name or f"<{one.pattern}>")), taken, has_languages)


def fillings(route: Route, known: dict[str, list[Any]]) -> Iterator[dict[str, Any]]:
    """Yield every way to fill the route's arguments with known values."""
    for chosen in product(*(known[name] for name in route.arguments)):
        yield dict(zip(route.arguments, chosen, strict=True))
