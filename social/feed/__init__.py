"""What a person's feed shows: new works of the artists they follow, and among them works that they may like."""

from social.feed.entries import Entry, Reason
from social.feed.reading import read_feed

__all__ = ["Entry", "Reason", "read_feed"]
