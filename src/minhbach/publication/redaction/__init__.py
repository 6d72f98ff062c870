"""Redaction in two steps: one marks, another applies and approves; what every place that redacts shares."""
