"""Filling a site with the demo's artists, works and life, as people would: through the same actions.

What is there already is passed over, so that it may be stopped at any moment and run again.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import timedelta

from django.utils import timezone

from accounts.actions import delete_account, register_account
from accounts.models import User
from demo.cast import DOMAIN, WORKS_EACH, Person, Plan, categories, people, works_of
from demo.commissions import PLANS
from demo.exhibitions import plans
from demo.library import keep, paint_views
from demo.life import bring_to_life
from gallery.actions.artworks import create_artwork
from gallery.actions.categories import create_category
from gallery.actions.galleries import create_gallery
from gallery.models import Artwork, Category, Gallery, GalleryVisibility, Status
from portfolio.actions.features import unfeature
from portfolio.actions.profiles import change_artist
from portfolio.looks.themes import PAPERS, theme_named
from portfolio.looks.tones import legible
from portfolio.models import Feature

CURATOR = f"curator@{DOMAIN}"
APPEARS_IN = timedelta(days=7)


@dataclass(frozen=True)
class Demo:
    """How large it is to be: so many of the artists, and of each so many works. `password` is that of new artists."""

    password: str
    artists: int = len(people())
    works: int = WORKS_EACH

    @property
    def steps(self) -> int:
        """How many steps `settle` tells of."""
        return len(list(categories())) + self.artists * (2 + self.works) + len(plans()) + len(PLANS) + 1


def settle(demo: Demo) -> Iterator[str]:
    """Everything, step by step; tells of each step what was done."""
    curator = curator_of_the_demo()
    for name, description, parent in categories():
        yield category(name, description, parent, by=curator)
    for person in people()[: demo.artists]:
        artist = User.objects.filter(email=person.email).first() or move_in(person, demo.password)
        yield f"{person.name} of {person.location}"
        rooms = [room(artist, person, number) for number in range(len(person.galleries))]
        for plan in works_of(person)[: demo.works]:
            yield work(artist, person, plan, rooms)
    yield from bring_to_life(curator)


def curator_of_the_demo() -> User:
    """Who keeps categories and picks: staff, but shut out, so that nobody signs in as them and they are no artist."""
    found = User.objects.filter(email=CURATOR).first()
    return found or User.objects.create_user("demo.curator", CURATOR, None, is_staff=True, is_active=False)


def category(name: str, description: str, parent: str, *, by: User) -> str:
    if not Category.objects.filter(name__iexact=name).exists():
        above = Category.objects.filter(name__iexact=parent).first() if parent else None
        create_category(by=by, name=name, description=description, parent=above)
    return f"category {name}"


def move_in(person: Person, password: str) -> User:
    """Registers an artist and gives them their profile and the look of their portfolio."""
    artist = register_account(
        username=person.username,
        email=person.email,
        password=password,
        artist_name=person.name,
        bio=person.bio,
        location=person.location,
    )
    change_artist(
        by=artist,
        specialties=person.specialties,
        social_links=person.links,
        portfolio=look_of(person),
    )
    return artist


def look_of(person: Person) -> dict[str, str]:
    """How an artist presents themselves, with an accent of their palette in a tone that reads on their paper."""
    paper = PAPERS[theme_named(person.theme)].light
    accent = legible(person.palettes[0][1], on=paper)
    return {"theme": person.theme, "layout": person.layout, "typeface": person.typeface, "accent": accent}


def room(artist: User, person: Person, number: int) -> Gallery:
    """One of an artist's galleries. The third of somebody who has three is unlisted."""
    name = person.galleries[number]
    there = Gallery.objects.filter(owner=artist, name=name).first()
    visibility = GalleryVisibility.UNLISTED if number == 2 else GalleryVisibility.PUBLIC
    return there or create_gallery(by=artist, name=name, theme=person.theme, visibility=visibility)


def work(artist: User, person: Person, plan: Plan, rooms: list[Gallery]) -> str:
    if not Artwork.objects.filter(owner=artist, title=plan.title).exists():
        files = [keep(name, data, by=artist) for name, data in paint_views(person.username, plan)]
        when = {"published_at": timezone.now() + APPEARS_IN} if plan.facts["status"] == Status.SCHEDULED else {}
        create_artwork(
            by=artist,
            image_ids=[file.pk for file in files],
            title=plan.title,
            tags=plan.tags,
            gallery=None if plan.gallery is None else rooms[plan.gallery],
            category=Category.objects.filter(name__iexact=person.category).first(),
            **plan.facts,
            **when,
        )
    return f"{person.name}: {plan.title}"


def leave() -> Iterator[str]:
    """Takes everybody of the demo away, and with them all that is theirs and what was picked of it; categories stay."""
    curator = curator_of_the_demo()
    for pick in Feature.objects.filter(created_by=curator):
        unfeature(pick=pick, by=curator)
    for user in User.objects.filter(email__endswith=f"@{DOMAIN}").order_by("username"):
        delete_account(user=user, by=user)
        yield f"{user.username} is gone"
