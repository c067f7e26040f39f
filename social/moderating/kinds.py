"""The kinds of things that can be reported: how each is found, what it is called, whose it is, and what others see of it."""

from collections.abc import Collection
from typing import Any
from uuid import UUID

from django.contrib.auth.models import AnonymousUser
from django.db.models import Q, QuerySet

from accounts.models import Artist, User
from gallery.models import Artwork, ArtworkImage, Gallery, Image
from social.models import Comment, TargetType

WORKS = 24
"""Of so many works in a gallery, or of an artist, it is kept what was seen."""


class Kind:
    """One kind. A `thing` is a row of `rows()`, which has joined the person whose it is."""

    owner_path = "owner"
    titled = "title"
    texts: tuple[str, ...] = ()

    def rows(self) -> Any:
        """A queryset of all that are there, whoever may see them."""
        raise NotImplementedError

    def seen_by(self, viewer: Any, links: Collection[UUID]) -> list[QuerySet[Any]]:
        """Where to look, one after the other, for what a viewer sees who comes with its address."""
        return [self.rows().visible_to(viewer)]

    def find(self, target_id: UUID, *, viewer: Any, links: Collection[UUID] = ()) -> Any:
        """The one with this id, where the viewer sees it, else None."""
        places = (place.filter(pk=target_id).first() for place in self.seen_by(viewer, links))
        return next((thing for thing in places if thing), None)

    def is_withheld(self, thing: Any) -> bool:
        """Whether it is kept from others by moderators, and not by its owner alone."""
        return thing.is_hidden or not self.owner(thing).is_active

    def is_seen(self, thing: Any) -> bool:
        """Whether anyone sees it."""
        return self.find(thing.pk, viewer=AnonymousUser()) is not None

    def owner(self, thing: Any) -> User:
        owner: User = getattr(thing, self.owner_path)
        return owner

    def title(self, thing: Any) -> str:
        return str(getattr(thing, self.titled))

    def path(self, thing: Any) -> str:
        """Of its page."""
        raise NotImplementedError

    def words(self, thing: Any) -> dict[str, str]:
        """What others read of it, by name."""
        return {name: str(getattr(thing, name)) for name in self.texts}

    def pictures(self, thing: Any) -> QuerySet[Image]:
        """What others see of it."""
        return Image.objects.none()


class Works(Kind):
    titled = "title"
    texts = ("title", "description", "alt_text", "medium", "dimensions", "license")

    def rows(self) -> Any:
        return Artwork.objects.select_related("owner__artist")

    def path(self, thing: Any) -> str:
        return f"/artworks/{thing.pk}"

    def words(self, thing: Any) -> dict[str, str]:
        return super().words(thing) | {"tags": ", ".join(thing.tags.order_by("name").values_list("name", flat=True))}

    def pictures(self, thing: Any) -> QuerySet[Image]:
        return Image.objects.filter(artwork_views__artwork=thing, is_hidden=False).order_by("artwork_views__position")


class Comments(Kind):
    owner_path = "commenter"
    texts = ("comment_text",)

    def rows(self) -> Any:
        there = Comment.objects.filter(is_deleted=False, commenter__isnull=False)
        return there.select_related("commenter__artist", "artwork")

    def seen_by(self, viewer: Any, links: Collection[UUID]) -> list[QuerySet[Comment]]:
        # What is not live stands as a tombstone at most, which tells nothing to object to.
        return [self.rows().visible_to(viewer).filter(is_live=True)]

    def title(self, thing: Any) -> str:
        return " ".join(thing.comment_text.split())[:100]

    def path(self, thing: Any) -> str:
        return f"/comments/{thing.pk}"

    def words(self, thing: Any) -> dict[str, str]:
        return super().words(thing) | {"below_work": thing.artwork.title}


class Artists(Kind):
    owner_path = "user"
    titled = "artist_name"
    texts = ("artist_name", "bio", "location")

    def rows(self) -> Any:
        return Artist.objects.select_related("user__artist")

    def is_withheld(self, thing: Any) -> bool:
        return not thing.user.is_active

    def path(self, thing: Any) -> str:
        return str(thing.user.get_absolute_url())

    def words(self, thing: Any) -> dict[str, str]:
        lists = {
            "specialties": ", ".join(thing.specialties),
            "links": ", ".join(f"{name}: {link}" for name, link in thing.social_links.items()),
            "contact": thing.contact_info if thing.show_contact else "",
        }
        return {"username": thing.user.username} | super().words(thing) | lists

    def pictures(self, thing: Any) -> QuerySet[Image]:
        return fronts(Artwork.objects.public().filter(owner=thing.pk).order_by("-sort_date"))


class Images(Kind):
    texts = ("title", "description", "alt_text", "original_filename")

    def rows(self) -> Any:
        return Image.objects.select_related("owner__artist")

    def seen_by(self, viewer: Any, links: Collection[UUID]) -> list[QuerySet[Image]]:
        return [self.rows().reachable_by(viewer, links), self.rows().filter(is_shown=True)]

    def title(self, thing: Any) -> str:
        return thing.title or thing.original_filename

    def path(self, thing: Any) -> str:
        return f"/images/{thing.pk}"

    def words(self, thing: Any) -> dict[str, str]:
        return super().words(thing) | {"tags": ", ".join(thing.tags.order_by("name").values_list("name", flat=True))}

    def pictures(self, thing: Any) -> QuerySet[Image]:
        return Image.objects.filter(pk=thing.pk)


class Galleries(Kind):
    titled = "name"
    texts = ("name", "description")

    def rows(self) -> Any:
        return Gallery.objects.select_related("owner__artist")

    def seen_by(self, viewer: Any, links: Collection[UUID]) -> list[QuerySet[Gallery]]:
        return [self.rows().reachable_by(viewer)]

    def path(self, thing: Any) -> str:
        return f"{thing.owner.get_absolute_url()}/galleries/{thing.slug}"

    def words(self, thing: Any) -> dict[str, str]:
        return super().words(thing) | {"works": ", ".join(shown_in(thing).values_list("title", flat=True)[:WORKS])}

    def pictures(self, thing: Any) -> QuerySet[Image]:
        return fronts(shown_in(thing))


def shown_in(gallery: Gallery) -> QuerySet[Artwork]:
    """The works in a gallery that anyone may see, as they hang."""
    return Artwork.objects.public().filter(hangings__gallery=gallery).order_by("hangings__position")


def fronts(works: QuerySet[Artwork]) -> QuerySet[Image]:
    """The main pictures of the first of these works."""
    first = list(works.values_list("pk", flat=True)[:WORKS])
    views = ArtworkImage.objects.filter(artwork__in=first, position=0)
    return Image.objects.filter(Q(pk__in=views.values("image")), is_hidden=False)


KINDS: dict[str, Kind] = {
    TargetType.ARTWORK: Works(),
    TargetType.COMMENT: Comments(),
    TargetType.ARTIST: Artists(),
    TargetType.IMAGE: Images(),
    TargetType.GALLERY: Galleries(),
}
