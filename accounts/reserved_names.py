"""Usernames that nobody may have: the site's own words, and those that would pass for its staff."""

import re

SEPARATORS = re.compile(r"[._-]")

ADDRESSES = frozenset(
    """
    about account accounts admin api artist artists artwork artworks album albums analytics auth blog blocks
    categories category collectors commission commissions community contact decisions docs download editions embed
    exhibition exhibitions explore favicon featured feed feed.atom files folders follow galleries gallery groups
    healthz iiif image images import index language legal licence licences license licenses login logout market me media
    metrics mentorship new notifications oembed orders password portfolio preferences press prints privacy
    readyz register report reports reset robots robots.txt rooms sales schema search settings shares signin signout signup
    sitemap sitemap.xml sitemaps static statistics studio styleguide submit tag tags terms tokens upload uploads user users
    verify well-known www s
    """.split()  # noqa: SIM905 - words, to be read as words
)
IMPERSONATING = frozenset(
    """
    abuse admin administration administrator administrators admins anonymous atelier billing curator curators deleted
    everyone ftp guest help helpdesk hostmaster info mail mailerdaemon moderation moderator moderators news nobody
    noreply null official owner postmaster root security staff superuser support sysadmin system team undefined
    unknown visitor webmaster
    """.split()  # noqa: SIM905 - words, to be read as words
)


def is_reserved(username: str) -> bool:
    """Whether the site needs this name, whatever its case; separators disguise nobody (`Ad.min`)."""
    name = username.lower()
    return name in ADDRESSES or SEPARATORS.sub("", name) in IMPERSONATING
