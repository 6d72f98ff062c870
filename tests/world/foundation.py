"""A job that does not exist, so that its address can be asked for."""

from uuid import UUID

from tests.world.values import World


def plant(world: World) -> None:
    """Tell what the job pages may be asked for."""
    world.knows("job_id", no_such_job=UUID("00000000-0000-4000-8000-000000000000"))
