"""The pages of what people do to works and to each other."""

from django.urls import path

from portfolio.views.blocking import block
from portfolio.views.closing import comments_open
from portfolio.views.comment import DeleteCommentPage, EditCommentPage, comment
from portfolio.views.commenting import CommentsPage
from portfolio.views.following import follow, followers, following
from portfolio.views.liking import like
from portfolio.views.sharing import share_work

urlpatterns = [
    path("artworks/<uuid:artwork_id>/like", like, name="like"),
    path("artworks/<uuid:artwork_id>/share", share_work, name="share-work"),
    path("artworks/<uuid:artwork_id>/comments", CommentsPage.as_view(), name="comments"),
    path("artworks/<uuid:artwork_id>/comments/open", comments_open, name="comments-open"),
    path("comments/<uuid:comment_id>", comment, name="comment"),
    path("comments/<uuid:comment_id>/edit", EditCommentPage.as_view(), name="comment-edit"),
    path("comments/<uuid:comment_id>/delete", DeleteCommentPage.as_view(), name="comment-delete"),
    path("@<str:username>/follow", follow, name="follow"),
    path("@<str:username>/followers", followers, name="followers"),
    path("@<str:username>/following", following, name="following"),
    path("@<str:username>/block", block, name="block"),
]
