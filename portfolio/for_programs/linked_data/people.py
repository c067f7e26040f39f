"""Artists."""

from urllib.parse import quote, urljoin

from gallery.api.pictures import Row
from portfolio.for_programs.linked_data.writing import Node


def address_of(username: str, *, site: str) -> str:
    """The page of a person."""
    return f"{site}/@{quote(username)}"


def person(username: str, name: str, *, site: str) -> Node:
    """An artist where something of theirs is told."""
    return {"@type": "Person", "name": name, "url": address_of(username, site=site)}


def profile_page(artist: Row, *, site: str) -> Node:
    """An artist on their own page, as `tell_profile` tells them, but for how to reach them
    (developers.google.com/search/docs/appearance/structured-data/profile-page)."""
    address = address_of(artist["username"], site=site)
    return {
        "@type": "ProfilePage",
        "url": address,
        "dateCreated": artist["created_at"],
        "mainEntity": person(artist["username"], artist["artist_name"], site=site)
        | {
            "alternateName": artist["username"],
            "description": artist["bio"],
            "image": artist["profile_image_url"] and urljoin(site, artist["profile_image_url"]),
            "homeLocation": {"@type": "Place", "name": artist["location"]} if artist["location"] else None,
            "knowsAbout": artist["specialties"],
            "sameAs": list(artist["social_links"].values()),
        },
    }
