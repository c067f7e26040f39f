"""Keeping rows, files and counts in agreement over the years."""
