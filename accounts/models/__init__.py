"""Who people are, what they may use, and where they are signed in."""

from accounts.models.artist import Artist, PublicSize
from accounts.models.limits import Guess, RateCount
from accounts.models.preferences import AiTraining, Appearance, Mail, Visibility
from accounts.models.session import Session
from accounts.models.statistics import Reservation, Statistics
from accounts.models.token import AccessToken
from accounts.models.user import User

__all__ = [
    "AccessToken",
    "AiTraining",
    "Appearance",
    "Artist",
    "Guess",
    "Mail",
    "PublicSize",
    "RateCount",
    "Reservation",
    "Session",
    "Statistics",
    "User",
    "Visibility",
]
