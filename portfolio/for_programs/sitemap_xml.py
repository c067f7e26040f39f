"""Writing a site map. By hand: a template takes ten times as long for a page of it."""

from collections.abc import Iterable
from xml.sax.saxutils import escape

from portfolio.for_programs.sitemaps import Place

HEAD = '<?xml version="1.0" encoding="UTF-8"?>\n'
NAMESPACE = "http://www.sitemaps.org/schemas/sitemap/0.9"
IMAGES = "http://www.google.com/schemas/sitemap-image/1.1"


def index_of(addresses: Iterable[str]) -> str:
    """The index of the pages at these absolute addresses."""
    entries = (f"<sitemap><loc>{escape(address)}</loc></sitemap>\n" for address in addresses)
    return f'{HEAD}<sitemapindex xmlns="{NAMESPACE}">\n{"".join(entries)}</sitemapindex>\n'


def page_of(places: Iterable[Place], *, site: str) -> str:
    """One page: these places under `site` (`https://host`)."""
    entries = "".join(entry(place, site) for place in places)
    return f'{HEAD}<urlset xmlns="{NAMESPACE}" xmlns:image="{IMAGES}">\n{entries}</urlset>\n'


def entry(place: Place, site: str) -> str:
    changed = f"<lastmod>{place.changed_at.isoformat(timespec='seconds')}</lastmod>" if place.changed_at else ""
    pictures = "".join(
        f"<image:image><image:loc>{escape(site + path)}</image:loc></image:image>" for path in place.pictures
    )
    return f"<url><loc>{escape(site + place.path)}</loc>{changed}{pictures}</url>\n"
