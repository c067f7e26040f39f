"""The routes of commissions."""

from django.urls import path

from portfolio.api.commissions.commissions import CommissionsView, CommissionView
from portfolio.api.commissions.messages import MessagesView
from portfolio.api.commissions.quotes import QuoteAnswerView, QuotesView
from portfolio.api.commissions.works import CommissionArtworkView

urlpatterns = [
    path("commissions", CommissionsView.as_view()),
    path("commissions/<uuid:commission_id>", CommissionView.as_view()),
    path("commissions/<uuid:commission_id>/messages", MessagesView.as_view()),
    path("commissions/<uuid:commission_id>/quotes", QuotesView.as_view()),
    path("commissions/<uuid:commission_id>/quotes/<uuid:quote_id>/answer", QuoteAnswerView.as_view()),
    path("commissions/<uuid:commission_id>/artwork", CommissionArtworkView.as_view()),
]
