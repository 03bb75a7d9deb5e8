"""Dissemination: records for other systems."""
