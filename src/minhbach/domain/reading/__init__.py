"""Reads an administrative document (plan, decision, official letter) laid out as Decree 30/2020 orders.

Data flows one way: `source` (lines as extraction found them) → `head` and `body` → `results`, which the contract
`reading.md` prints. Nothing here opens a file or asks the clock.
"""
