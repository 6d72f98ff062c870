"""Pages of bodies and focal points, public and officers'."""
