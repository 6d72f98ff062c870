"""How the words of plans are shown. Used as `{% load plans %}`."""

from django import template

from minhbach.planning import machine_words, responsibilities

register = template.Library()
register.filter(machine_words.note_in_words)
register.filter(responsibilities.asked_of)


@register.filter
def capfirst_of_capitals(words: str) -> str:
    """Write a position that a signature block sets in capitals as running text does: "Phó chủ tịch"."""
    return words.capitalize() if words.isupper() else words
