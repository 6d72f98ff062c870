"""Spreadsheets read into draft tasks."""
