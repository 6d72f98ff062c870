"""The National Public Service Portal: requests that come from it, and news that goes back.

The official message is not at hand. Ours is described in `docs/service-portal.md`; for another one, `messages.py` and
`signing.py` change.
"""
