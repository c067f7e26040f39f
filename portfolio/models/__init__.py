"""How artists present themselves, what the house puts forward, exhibitions and commissions."""

from portfolio.models.commissions import (
    Attachment,
    Commission,
    CommissionStatus,
    Message,
    Note,
    Quote,
    QuoteStatus,
)
from portfolio.models.exhibitions import ConflictOfInterest, Exhibition, ExhibitionStatus, Juror
from portfolio.models.features import Feature, Target
from portfolio.models.portfolios import Layout, Portfolio
from portfolio.models.submissions import Score, Submission, SubmissionStatus, SubmittedWork
from portfolio.models.workflow import StatusChange

__all__ = [
    "Attachment",
    "Commission",
    "CommissionStatus",
    "ConflictOfInterest",
    "Exhibition",
    "ExhibitionStatus",
    "Feature",
    "Juror",
    "Layout",
    "Message",
    "Note",
    "Portfolio",
    "Quote",
    "QuoteStatus",
    "Score",
    "StatusChange",
    "Submission",
    "SubmissionStatus",
    "SubmittedWork",
    "Target",
]
