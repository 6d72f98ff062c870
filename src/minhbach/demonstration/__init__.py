"""A made-up ward, built through the actions themselves."""
