"""The pages of exhibitions."""

from django.urls import include, path

from portfolio.views.exhibitions.conflicts import ConflictsPage
from portfolio.views.exhibitions.exhibition import exhibition
from portfolio.views.exhibitions.exhibitions import exhibitions
from portfolio.views.exhibitions.jury import ScorePage, jury
from portfolio.views.exhibitions.sending import SendPage, StatementPage
from portfolio.views.exhibitions.submission import WithdrawPage, submission
from portfolio.views.exhibitions.submit import ChooseWorksPage

urlpatterns = [
    path("exhibitions", exhibitions, name="exhibitions"),
    path("exhibitions/<uuid:exhibition_id>", exhibition, name="exhibition"),
    path("exhibitions/<uuid:exhibition_id>/submit", ChooseWorksPage.as_view(), name="exhibition-submit"),
    path(
        "exhibitions/<uuid:exhibition_id>/submit/statement",
        StatementPage.as_view(),
        name="exhibition-submit-statement",
    ),
    path("exhibitions/<uuid:exhibition_id>/submit/send", SendPage.as_view(), name="exhibition-submit-send"),
    path("exhibitions/<uuid:exhibition_id>/submission", submission, name="exhibition-submission"),
    path("exhibitions/<uuid:exhibition_id>/submission/withdraw", WithdrawPage.as_view(), name="exhibition-withdraw"),
    path("exhibitions/<uuid:exhibition_id>/jury", jury, name="exhibition-jury"),
    path("exhibitions/<uuid:exhibition_id>/jury/<uuid:submission_id>", ScorePage.as_view(), name="exhibition-judge"),
    path("exhibitions/<uuid:exhibition_id>/conflicts", ConflictsPage.as_view(), name="exhibition-conflicts"),
    path("", include("portfolio.organising_urls")),
]
