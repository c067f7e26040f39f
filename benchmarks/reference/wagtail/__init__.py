"""A Wagtail as its manual sets one up, with Atelier's own settings for SQLite."""
