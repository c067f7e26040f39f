"""Passing a work on."""

from urllib.parse import parse_qsl, quote, urlencode, urlsplit
from uuid import UUID

from django.http import HttpRequest

from gallery.api.pictures import Row
from portfolio.views.deeds import deed
from social.actions.shares import share_artwork


@deed("artwork_share", on="artwork", for_anyone=True)
def share_work(request: HttpRequest, back: str, artwork_id: UUID) -> str:
    """`/artworks/<id>/share`: counts that it is passed on by `channel`, and leads to what that takes."""
    channel = request.POST.get("channel", "")
    share_artwork(artwork_id=artwork_id, by=request.user, channel=channel)
    return f"{opened(back, channel)}#share"


def opened(address: str, channel: str) -> str:
    """The page, with what passing on by this channel takes folded out."""
    parts = urlsplit(address)
    return parts._replace(query=urlencode(dict(parse_qsl(parts.query)) | {"share": channel})).geturl()


def mail_about(work: Row, *, site: str) -> str:
    """A `mailto:` with the name of a work and its address, to nobody yet (RFC 6068)."""
    mail = {"subject": f"{work['title']}, {work['artist']['artist_name']}", "body": f"{site}/artworks/{work['id']}"}
    return f"mailto:?{urlencode(mail, quote_via=quote)}"
