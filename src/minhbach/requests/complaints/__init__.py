"""Petitions about wrong answers, complaints and their deciders."""
