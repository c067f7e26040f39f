"""Exhibitions (https://schema.org/ExhibitionEvent)."""

from collections.abc import Sequence
from urllib.parse import urljoin

from django.urls import reverse
from django.utils.safestring import SafeString
from django.utils.translation import gettext as _

from gallery.api.pictures import Row
from portfolio.for_programs.linked_data.lists import works_in_list
from portfolio.for_programs.linked_data.people import person
from portfolio.for_programs.linked_data.trails import breadcrumbs
from portfolio.for_programs.linked_data.writing import CONTEXT, Node, linked_data
from portfolio.hanging.exhibitions import Card
from portfolio.models import Exhibition, ExhibitionStatus


def of_exhibition(exhibition: Exhibition, cards: Sequence[Row], *, image: str | None, site: str) -> SafeString:
    """The page of an exhibition with its organiser's artist, and of the works that are on show on it, as `tell_cards` tells them;
    `image` is the address of what stands for it."""
    if exhibition.status == ExhibitionStatus.DRAFT or exhibition.is_hidden:
        return linked_data()
    path = reverse("exhibition", args=[exhibition.pk])
    trail = [(_("Exhibitions"), reverse("exhibitions")), (exhibition.title, path)]
    event = exhibition_event(exhibition, url=f"{site}{path}", site=site)
    shown = {"image": image, "workFeatured": works_in_list(cards, site=site)}
    return linked_data(event | shown, breadcrumbs(trail, site=site))


def exhibition_event(exhibition: Exhibition, *, url: str, site: str) -> Node:
    """When and where it is (developers.google.com/search/docs/appearance/structured-data/event)."""
    organizer = exhibition.organizer
    is_cancelled = exhibition.status == ExhibitionStatus.CANCELLED
    return {
        "@type": "ExhibitionEvent",
        "name": exhibition.title,
        "url": url,
        "description": exhibition.description,
        "startDate": exhibition.exhibition_start,
        "endDate": exhibition.exhibition_end,
        "eventStatus": f"{CONTEXT}/{'EventCancelled' if is_cancelled else 'EventScheduled'}",
        "eventAttendanceMode": f"{CONTEXT}/{attendance(exhibition)}EventAttendanceMode",
        "location": places(exhibition, url=url),
        "organizer": person(organizer.username, organizer.artist.artist_name, site=site),
    }


def attendance(exhibition: Exhibition) -> str:
    if not exhibition.is_virtual:
        return "Offline"
    return "Mixed" if exhibition.location else "Online"


def places(exhibition: Exhibition, *, url: str) -> list[Node]:
    """Where one goes to see it: there, here, or both."""
    there = {"@type": "Place", "name": exhibition.location, "address": exhibition.location}
    here = {"@type": "VirtualLocation", "url": url}
    return [*([there] if exhibition.location else []), *([here] if exhibition.is_virtual else [])]


def exhibitions_in_list(cards: Sequence[Card], *, site: str) -> list[Node]:
    """Exhibitions where they are some of many: their pages tell the rest."""
    return [
        {
            "@type": "ExhibitionEvent",
            "name": card.title,
            "url": f"{site}{card.href}",
            "image": card.poster and urljoin(site, card.poster.src),
            "organizer": person(card.username, card.organizer, site=site),
        }
        for card in cards
    ]
