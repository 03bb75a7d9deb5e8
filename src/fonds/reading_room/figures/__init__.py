"""Figures: drawn by the server, so that they are there without scripts, each with its data and its method in words."""
