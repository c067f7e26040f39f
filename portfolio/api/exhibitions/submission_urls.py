"""The routes of submissions and scores."""

from django.urls import path

from portfolio.api.exhibitions.jury_pictures import JuryPictureView
from portfolio.api.exhibitions.scores import ScoreView
from portfolio.api.exhibitions.submissions import SubmissionsView, SubmissionView, SubmitView

EXHIBITION = "exhibitions/<uuid:exhibition_id>"
SUBMISSION = f"{EXHIBITION}/submissions/<uuid:submission_id>"

urlpatterns = [
    path(f"{EXHIBITION}/submit", SubmitView.as_view()),
    path(f"{EXHIBITION}/submissions", SubmissionsView.as_view()),
    path(SUBMISSION, SubmissionView.as_view()),
    path(f"{SUBMISSION}/score", ScoreView.as_view()),
    path(f"{SUBMISSION}/works/<uuid:work_id>/image", JuryPictureView.as_view()),
]
