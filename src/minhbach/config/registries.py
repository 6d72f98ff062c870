"""Connects the rooms, openly, in one place: navigation, who may read which file, what the scheduler runs."""


def connect_rooms() -> None:
    """Tell the earlier rooms what later ones answer."""
