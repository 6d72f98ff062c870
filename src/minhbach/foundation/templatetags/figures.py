"""Draws figures. Used as `{% load figures %}`."""

from typing import Any

from django import template

from minhbach.foundation.figures import BarFigure, draw

register = template.Library()


@register.inclusion_tag("foundation/parts/bar_figure.html")
def bar_figure(figure: BarFigure) -> dict[str, Any]:
    """Draw bars as SVG with title, description, patterns and labels; the page sets the table of the same beneath."""
    return {"figure": figure, "drawing": draw(figure), "legend": _is_stacked(figure)}


def _is_stacked(figure: BarFigure) -> bool:
    return any(sum(bool(count) for count in bar.counts) > 1 for bar in figure.bars)
