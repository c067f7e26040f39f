"""The pages of commissions."""

from django.urls import path

from portfolio.views.commissions.answering import AnswerPage
from portfolio.views.commissions.asking import AskPage
from portfolio.views.commissions.making import MakingPage
from portfolio.views.commissions.messages import MessagePage
from portfolio.views.commissions.mine import commissions
from portfolio.views.commissions.moving import MovePage
from portfolio.views.commissions.offering import OfferPage
from portfolio.views.commissions.room import RoomPage
from portfolio.views.commissions.writing import NotePage, QuotePage

urlpatterns = [
    path("@<str:username>/commissions", AskPage.as_view(), name="artist-commissions"),
    path("studio/commissions", OfferPage.as_view(), name="studio-commissions"),
    path("commissions", commissions, name="commissions"),
    path("commissions/<uuid:commission_id>", RoomPage.as_view(), name="commission"),
    path("commissions/<uuid:commission_id>/to/<str:target>", MovePage.as_view(), name="commission-move"),
    path("commissions/<uuid:commission_id>/notes", NotePage.as_view(), name="commission-notes"),
    path("commissions/<uuid:commission_id>/messages", MessagePage.as_view(), name="commission-messages"),
    path("commissions/<uuid:commission_id>/quotes", QuotePage.as_view(), name="commission-quotes"),
    path(
        "commissions/<uuid:commission_id>/quotes/<uuid:quote_id>/answer",
        AnswerPage.as_view(),
        name="commission-quote-answer",
    ),
    path("commissions/<uuid:commission_id>/artwork", MakingPage.as_view(), name="commission-artwork"),
]
