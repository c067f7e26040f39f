"""Liking a work, and liking it no longer."""

from uuid import UUID

from django.http import HttpRequest

from portfolio.views.deeds import deed, truth
from social.actions.likes import set_like


@deed("like", on="artwork")
def like(request: HttpRequest, back: str, artwork_id: UUID) -> str:
    """`/artworks/<id>/like`: as `liked` says, else the other of what is."""
    set_like(artwork_id=artwork_id, by=request.user, liked=truth(request, "liked"))
    return f"{back}#deeds"
