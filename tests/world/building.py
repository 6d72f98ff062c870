"""Builds the world, room by room in the order of the house."""

from django.test import Client

from minhbach.accounts.models import Person
from tests.world import (
    accounts,
    agencies,
    announcements,
    cascade,
    digitisation,
    foundation,
    mails,
    openness,
    outreach,
    papers,
    planning,
    planning_following,
    privacy,
    procedures,
    publication,
    redacted_answers,
    redaction,
    register,
    regulations,
    request_books,
    requests,
    requests_office,
    sheets,
    urging,
    work,
)
from tests.world.values import VISITOR, World

BACKEND = "allauth.account.auth_backends.AuthenticationBackend"
ROOMS = (
    agencies,
    accounts,
    foundation,
    papers,
    register,
    digitisation,
    publication,
    announcements,
    procedures,
    redaction,
    regulations,
    requests,
    requests_office,
    redacted_answers,
    mails,
    request_books,
    privacy,
    planning,
    planning_following,
    work,
    sheets,
    urging,
    cascade,
    openness,
    outreach,
)


def build_world() -> World:
    """Make the world in the database at hand and log every officer in."""
    world = plant_world()
    log_everybody_in(world)
    return world


def plant_world() -> World:
    """Make the world in the database at hand."""
    world = World()
    for room in ROOMS:
        room.plant(world)
    return world


def log_everybody_in(world: World) -> None:
    """Give every officer a session that begins now."""
    for name, person_id in world.people.items():
        client = Client()
        client.force_login(Person.objects.get(pk=person_id), backend=BACKEND)
        world.sessions[name] = client.cookies["sessionid"].value
    world.sessions[VISITOR] = ""
