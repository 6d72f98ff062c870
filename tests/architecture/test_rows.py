"""What the import linter cannot see: arrows between tables."""

from django.apps import apps
from django.db.models import Field, Model

from tests.architecture.house import may_use, rank_of_rooms


def rooms_models() -> list[type[Model]]:
    """Return the tables of the house, without those of packages."""
    return [model for model in apps.get_models() if model._meta.app_label in rank_of_rooms()]


def arrows() -> list[tuple[str, str, Field]]:
    """Return the rooms at both ends of every foreign key."""
    return [
        (model._meta.app_label, field.related_model._meta.app_label, field)
        for model in rooms_models()
        for field in model._meta.get_fields()
        if isinstance(field, Field) and field.is_relation and field.related_model
    ]


def test_tables_are_found() -> None:
    assert len(rooms_models()) > 10
    assert len(arrows()) > 10


def test_foreign_keys_point_to_earlier_rooms() -> None:
    ranks = rank_of_rooms()
    wrong = [str(field) for room, other, field in arrows() if other in ranks and not may_use(room, other)]
    assert wrong == []


def test_no_table_names_rows_by_content_type() -> None:
    """Events, files and jobs name their subject by kind and id (style.md): no generic foreign keys."""
    assert [str(field) for _, other, field in arrows() if other == "contenttypes"] == []
