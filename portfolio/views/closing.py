"""Closing the comments of a work, and opening them again."""

from uuid import UUID

from django.core.exceptions import BadRequest, PermissionDenied
from django.http import HttpRequest

from gallery.actions.artworks import change_artwork
from gallery.models import Artwork
from gallery.permissions import can_change_artwork
from portfolio.views.deeds import deed, truth


@deed("", on="artwork")
def comments_open(request: HttpRequest, back: str, artwork_id: UUID) -> str:
    """`/artworks/<id>/comments/open`: as `comments_open` says. Raises PermissionDenied for others than its artist, BadRequest."""
    work = Artwork.objects.visible_to(request.user).get(pk=artwork_id)
    if not can_change_artwork(request.user, work):
        raise PermissionDenied
    wanted = truth(request, "comments_open")
    if wanted is None:
        raise BadRequest
    change_artwork(artwork=work, by=request.user, comments_open=wanted)
    return f"{back}#comments"
