"""The routes of what people do to works and to each other."""

from django.urls import path

from social.api.blocks import BlocksView, BlockView
from social.api.comments import CommentsView, CommentView, NewCommentView
from social.api.decisions import AppealView, DecisionsView, DecisionView
from social.api.feed import FeedView
from social.api.follows import FollowersView, FollowingView, FollowView
from social.api.likes import LikesView, LikeView
from social.api.notifications import NotificationsView, ReadView, UnreadCountView
from social.api.reports import ReportsView
from social.api.shares import ShareView

urlpatterns = [
    path("artworks/<uuid:artwork_id>/like", LikeView.as_view()),
    path("artworks/<uuid:artwork_id>/likes", LikesView.as_view()),
    path("artworks/<uuid:artwork_id>/comment", NewCommentView.as_view()),
    path("artworks/<uuid:artwork_id>/comments", CommentsView.as_view()),
    path("comments/<uuid:comment_id>", CommentView.as_view()),
    path("artworks/<uuid:artwork_id>/share", ShareView.as_view()),
    path("follow/<uuid:artist_id>", FollowView.as_view()),
    path("artists/<str:artist>/followers", FollowersView.as_view()),
    path("artists/<str:artist>/following", FollowingView.as_view()),
    path("feed", FeedView.as_view()),
    path("notifications", NotificationsView.as_view()),
    path("notifications/count", UnreadCountView.as_view()),
    path("notifications/read", ReadView.as_view()),
    path("blocks", BlocksView.as_view()),
    path("blocks/<uuid:artist_id>", BlockView.as_view()),
    path("reports", ReportsView.as_view()),
    path("decisions", DecisionsView.as_view()),
    path("decisions/<uuid:decision_id>", DecisionView.as_view()),
    path("decisions/<uuid:decision_id>/appeal", AppealView.as_view()),
]
