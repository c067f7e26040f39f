"""What people do to works and to each other."""

from social.models.likes import Like

__all__ = ["Like"]
