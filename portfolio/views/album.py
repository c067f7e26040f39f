"""One album."""

from uuid import UUID

from django.core.paginator import InvalidPage, Paginator
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, render
from django.views.decorators.http import require_safe

from accounts.requests import site_of
from gallery.actions.shares import record_visit
from gallery.imaging import geometry
from gallery.links import opened_links
from gallery.models import Privacy
from portfolio.for_programs.linked_data import of_album
from portfolio.hanging.albums import MOST_CHILDREN, Reach, children_of, images_in, link_to, path_to
from portfolio.hanging.pictures import cover
from portfolio.hanging.wall import wall
from portfolio.labels.notes import note_on_album
from portfolio.views.personal import personal

PAGE = 48


@require_safe
@personal
def album(request: HttpRequest, album_id: UUID) -> HttpResponse:
    """An album's pictures in its order, page by page, and the albums in it. Ten queries at most, whatever it holds, and those
    that note a visit."""
    reach = Reach(request.user, opened_links(request))
    found = get_object_or_404(reach.albums().select_related("owner__artist"), pk=album_id)
    if request.method == "GET" and found.owner_id != request.user.pk:
        record_visit(album_id=found.pk, person=request.user)
    try:
        page = Paginator(images_in(found, request.user), PAGE).page(request.GET.get("page", 1))
    except InvalidPage as error:
        raise Http404 from error
    images = [place.image for place in page]
    children = children_of(found, reach) if page.number == 1 else []
    site, above = site_of(request), path_to(found, reach)
    context = {
        "album": found,
        "artist": found.owner.artist.artist_name,
        "path": above,
        "children": children[:MOST_CHILDREN],
        "has_more_children": len(children) > MOST_CHILDREN,
        "page": page,
        # Where they may fill the screen, the largest copies too.
        "wall": wall(images, tuple(geometry.SIZES)),
        "cover": cover(images[0], base=site) if images else None,
        "note": note_on_album(found, viewer=request.user, link=link_to(found, reach.links)),
        "is_public": found.privacy_setting == Privacy.PUBLIC,
        "site": site,
        "linked_data": of_album(found, images, above=above, site=site),
    }
    return render(request, "portfolio/album.html", context)
