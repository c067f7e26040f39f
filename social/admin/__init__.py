"""The moderator's view of what people do: one file a noun."""

from social.admin import appeals, blocks, cases, comments, entries, follows, likes, notifications, shares

__all__ = ["appeals", "blocks", "cases", "comments", "entries", "follows", "likes", "notifications", "shares"]
