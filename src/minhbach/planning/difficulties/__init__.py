"""Difficulties that go up and come back answered."""
