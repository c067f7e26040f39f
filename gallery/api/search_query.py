"""What `search` takes, and what it means."""

from collections.abc import Iterator
from typing import Any
from uuid import UUID

from django.db.models import Q
from django.utils.functional import cached_property
from django.utils.translation import gettext_lazy as _
from drf_spectacular.types import OpenApiTypes
from drf_spectacular.utils import extend_schema_field
from rest_framework import serializers

from accounts.models import User
from gallery.actions.tags import MOST, fold_tag
from gallery.api.filters import ColorField, MomentField
from gallery.category_tree import CategoryTree
from gallery.models import Album, AlbumImage, ArtworkTag, Category, ImageTag
from gallery.search import marks
from gallery.search.finding import Search
from gallery.search.folding import words_of
from gallery.search.kinds import ALL_NAMES
from gallery.search.parser import LONGEST, Query, parse
from gallery.search.tree import Marked, Node, Number, Text, all_of

PHRASES = ("medium", "location")
"""What is looked for as words beside each other."""


@extend_schema_field(OpenApiTypes.STR)
class QueryField(serializers.Field):
    """Any text of at most 500 characters: a text field of the framework would refuse some of them."""

    default_error_messages = {"max_length": _("A query has at most {limit} characters.")}

    def to_internal_value(self, data: Any) -> Query:
        if len(data) > LONGEST:
            self.fail("max_length", limit=LONGEST)
        return parse(data)


@extend_schema_field(OpenApiTypes.STR)
class TypesField(serializers.Field):
    """Names of types, comma-separated."""

    default_error_messages = {"invalid_choice": _("There are: {names}.")}

    def to_internal_value(self, data: Any) -> list[str]:
        names = [name.strip() for name in data.split(",")]
        if not set(names) <= set(ALL_NAMES):
            self.fail("invalid_choice", names=", ".join(ALL_NAMES))
        return names


@extend_schema_field(OpenApiTypes.STR)
class DayField(serializers.Field):
    """A time, or a date, which means its first moment or, `at_end`, its last."""

    def __init__(self, *, at_end: bool = False, **options: Any) -> None:
        super().__init__(required=False, **options)
        self.moment = MomentField(at_end=at_end)

    def to_internal_value(self, data: Any) -> Any:
        return self.moment.clean(data)


@extend_schema_field(OpenApiTypes.STR)
class ColorQueryField(serializers.Field):
    """The name of a colour, or a hex value, which finds what is near."""

    def to_internal_value(self, data: Any) -> Any:
        return ColorField().clean(data)


class SearchQuerySerializer(serializers.Serializer):
    query = QueryField(
        required=False,
        help_text='Words, all of them; `"a phrase"`, `-without`, `OR`, parentheses, `prefix*`, and the fields `title: '
        "description: tag: artist: medium: camera: location: color: before:2024 after:2023-05 iso:>800 width:>3000 "
        "price:<500`. At most 500 characters; what cannot be read as an operator is searched for as words.",
    )
    type = TypesField(required=False, help_text=f"Comma-separated: {', '.join(ALL_NAMES)}. All by default.")
    date_from = DayField(help_text="When it was taken or made, else when it came here.")
    date_to = DayField(at_end=True, help_text="As `date_from`.")
    album = serializers.UUIDField(required=False)
    user = serializers.CharField(required=False, max_length=200, help_text="An id, a username, or `me`.")
    artist = serializers.CharField(required=False, max_length=200, help_text="As `user`.")
    medium = serializers.CharField(required=False, max_length=200, help_text="Its words: `oil` finds `Oil on canvas`.")
    category = serializers.CharField(required=False, max_length=200, help_text="An id or a slug; with all below it.")
    min_price = serializers.DecimalField(12, 2, required=False, min_value=0, help_text="Whatever the currency.")
    max_price = serializers.DecimalField(12, 2, required=False, min_value=0, help_text="Whatever the currency.")
    location = serializers.CharField(required=False, max_length=200, help_text="Where the artist is.")
    color = ColorQueryField(required=False, help_text="A name or a hex value; finds what is near.")
    tags = serializers.CharField(required=False, max_length=5_000, help_text="All of them, comma-separated.")
    ordering = serializers.ChoiceField(
        ["-relevance", "-date"], default="-relevance", help_text="`-date`: the newest first."
    )


class Wanted:
    """A search as it was asked for by a viewer: the query as it was read, and what it looks for."""

    def __init__(self, given: dict[str, Any], viewer: Any) -> None:
        self.given, self.viewer = given, viewer
        self.query: Query = given.get("query") or parse("")
        self.tags = dict.fromkeys(filter(None, map(fold_tag, given.get("tags", "").split(","))))

    @property
    def search(self) -> Search:
        """Raises no error: what names something absent finds nothing."""
        kinds = [] if self.is_in_vain else self.given.get("type", ALL_NAMES)
        tree = all_of([self.query.tree, *self.parts()])
        by_date = self.given["ordering"] == "-date"
        return Search(self.viewer, tree, kinds, self.narrow, by_date=by_date)

    @property
    def is_in_vain(self) -> bool:
        """Nothing has so many tags, and not everything is here that is named."""
        nobody = any(not owners for owners in self.owners)
        no_words = any(not words_of(self.given[name]) for name in PHRASES if name in self.given)
        nowhere = "category" in self.given and not self.categories
        return self.query.says_nothing or nobody or no_words or nowhere or len(self.tags) > MOST

    def parts(self) -> Iterator[Node]:
        """What is asked for beside the query, in its own terms."""
        for name in PHRASES:
            if name in self.given:
                yield Text(self.given[name], name, quoted=True)
        for name, sign in (("min_price", ">="), ("max_price", "<=")):
            if name in self.given:
                yield Number("price", sign, self.given[name])
        for name, sign in (("date_from", ">="), ("date_to", "<=")):
            if name in self.given:
                yield Marked(marks.of_range("date", sign, marks.of_day(self.given[name])))
        if "color" in self.given:
            yield self.given["color"]
        if "category" in self.given:
            yield Marked(tuple(map(marks.of_category, self.categories)))
        yield from (Marked(tuple(map(marks.of_owner, owners))) for owners in self.owners)
        yield from (Text(name, "tag", whole=True) for name in self.tags if words_of(name))

    @cached_property
    def categories(self) -> list[int]:
        """The category that is meant, and all below it; none where the viewer sees no such one."""
        tree = CategoryTree(Category.objects.visible_to(self.viewer))
        found = tree.find(self.given["category"])
        return tree.branch(found["pk"]) if found else []

    @cached_property
    def owners(self) -> list[list[UUID]]:
        """Whose things are meant, by each name that is given."""
        return [self.owner_ids(self.given[field]) for field in ("user", "artist") if field in self.given]

    def owner_ids(self, name: str) -> list[UUID]:
        """One id at most."""
        if name == "me":
            return [self.viewer.pk] if self.viewer.is_authenticated else []
        try:
            return [UUID(name)]
        except ValueError:
            return list(User.objects.filter(username__iexact=name).values_list("pk", flat=True))

    @property
    def narrow(self) -> Q:
        """What the index of words cannot tell: the time of a day, an album's pictures, and tags without a letter."""
        narrow = Q()
        for name, lookup in (("date_from", "date__gte"), ("date_to", "date__lte")):
            if name in self.given:
                narrow &= Q(**{lookup: self.given[name]})
        if "album" in self.given:
            albums = Album.objects.visible_to(self.viewer).filter(pk=self.given["album"])
            narrow &= Q(object_id__in=AlbumImage.objects.filter(album__in=albums.values("pk")).values("image"))
        for name in (name for name in self.tags if not words_of(name)):
            images = ImageTag.objects.filter(tag__name=name).values("image")
            works = ArtworkTag.objects.filter(tag__name=name).values("artwork")
            narrow &= Q(object_id__in=images) | Q(object_id__in=works)
        return narrow
