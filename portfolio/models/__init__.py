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
from portfolio.models.statistics import DayFigures, DayReferrer, GatheredDay, Source, Subject
from portfolio.models.submissions import Score, Submission, SubmissionStatus, SubmittedWork
from portfolio.models.workflow import StatusChange

__all__ = [
    "Attachment",
    "Commission",
    "CommissionStatus",
    "ConflictOfInterest",
    "DayFigures",
    "DayReferrer",
    "Exhibition",
    "ExhibitionStatus",
    "Feature",
    "GatheredDay",
    "Juror",
    "Layout",
    "Message",
    "Note",
    "Portfolio",
    "Quote",
    "QuoteStatus",
    "Score",
    "Source",
    "StatusChange",
    "Subject",
    "Submission",
    "SubmissionStatus",
    "SubmittedWork",
    "Target",
]
