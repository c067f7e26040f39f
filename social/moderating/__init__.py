"""Moderation: what can be objected to, what was seen of it, what is done about it, and the log of all that."""
