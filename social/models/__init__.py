"""What people do to works and to each other."""

from social.models.blocks import Block
from social.models.comments import Comment, CommentLineage
from social.models.follows import Follow
from social.models.likes import Like
from social.models.moderation import APPEAL_WINDOW, Appeal, Case, Decision, Entry, Report, TargetType
from social.models.notifications import Cause, Notification
from social.models.recommendations import Recommendation, Walk
from social.models.shares import Share

__all__ = [
    "APPEAL_WINDOW",
    "Appeal",
    "Block",
    "Case",
    "Cause",
    "Comment",
    "CommentLineage",
    "Decision",
    "Entry",
    "Follow",
    "Like",
    "Notification",
    "Recommendation",
    "Report",
    "Share",
    "TargetType",
    "Walk",
]
