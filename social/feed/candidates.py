"""Which works may be recommended to a person: a few hundred, however many works, likes and people there are.

They come from where indexes lead straight to: what people like who like what they like, the newest of the tags of what they
like, what trends, what is new. Each is cut off after a fixed number of rows, before what is theirs already is taken out: whoever
follows everybody must not have the database look through everything for the rest.
"""

from collections import Counter, defaultdict
from collections.abc import Sequence
from typing import Any, NamedTuple
from uuid import UUID

from django.db.models import Exists, F, OuterRef, Q, QuerySet

from accounts.models import User
from gallery.models import Artwork, ArtworkTag, Tag
from social.feed.parts import Parts
from social.models import Block, Follow, Like

LIKED = 50
"""A person's last so many likes tell what they like."""
ASKED, LIKERS = 20, 10
"""Of the last so many of these the last so many others who like them..."""
PEOPLE, THEIRS = 40, 20
"""... and of those who share most with them, the last so many likes."""
TOGETHER = 150
TAGS, OF_TAG = 8, 25
TRENDING = NEWEST = 120


class Together(NamedTuple):
    """By how many people a work is liked who like what the person likes, and which of these works most of them like."""

    people: int
    liked: UUID


def recommendable() -> QuerySet[Artwork]:
    """The works that may be recommended to anyone."""
    return Artwork.objects.public().filter(is_mature=False)


def last_likes(number: int, **of: Any) -> QuerySet[Any, Any]:
    """The last so many likes of a work or a person, as works and people."""
    last = Like.objects.filter(**of).order_by("-liked_at", "-pk").values("pk")[:number]
    return Like.objects.filter(pk__in=last).values_list("artwork_id", "user_id")


def first_of(works: QuerySet[Artwork], number: int) -> QuerySet[Any, Any]:
    return Artwork.objects.filter(pk__in=works.values("pk")[:number]).values_list("pk")


def newest_of_tag(tag: int) -> QuerySet[Any, Any]:
    """Ids rise with time, and the index of a tag's works is in their order."""
    return first_of(recommendable().filter(artwork_tags__tag=tag).order_by("-artwork_tags__artwork_id"), OF_TAG)


def for_anyone() -> list[QuerySet[Any, Any]]:
    """What trends, and what is new."""
    works = recommendable()
    return [
        first_of(works.order_by("-trend", "-pk"), TRENDING),
        first_of(works.order_by("-sort_date", "-pk"), NEWEST),
    ]


LIKES_OF_WORKS = Parts(lambda work: last_likes(LIKERS, artwork=work), key=Artwork, number=ASKED)
LIKES_OF_PEOPLE = Parts(
    lambda person: last_likes(THEIRS, user=person, artwork__is_public=True, artwork__is_mature=False),
    key=User,
    number=PEOPLE,
)
POOLS = Parts(newest_of_tag, key=Tag, number=TAGS, beside=for_anyone)


def open_to(viewer: Any) -> QuerySet[Artwork]:
    """Those that may be recommended to this person: not their own, not what they like, nor by whom they follow or are parted."""
    follows = Follow.objects.filter(follower=viewer.pk, artist=OuterRef("owner"))
    likes = Like.objects.filter(user=viewer.pk, artwork=OuterRef("pk"))
    works = recommendable().exclude(owner=viewer.pk).exclude(blocked_either_way(viewer, "owner"))
    return works.filter(~Exists(follows), ~Exists(likes))


def blocked_either_way(viewer: Any, person: str) -> Exists:
    """Whether the person of this column keeps the viewer away, or the viewer them."""
    theirs = Q(blocker=OuterRef(person), blocked=viewer.pk)
    return Exists(Block.objects.filter(theirs | Q(blocker=viewer.pk, blocked=OuterRef(person))))


def liked_by(viewer: Any) -> list[UUID]:
    """What a person liked last, as far as they may see it, the last first. One query."""
    works = Artwork.objects.visible_to(viewer).filter(likes__user=viewer.pk).order_by("-likes__liked_at", "-likes__pk")
    return list(works.values_list("pk", flat=True)[:LIKED])


def liked_together(liked: Sequence[UUID], viewer: Any) -> dict[UUID, Together]:
    """What is liked by people who like these works. Two queries."""
    shared: dict[UUID, set[UUID]] = defaultdict(set)
    for work, person in LIKES_OF_WORKS.of(liked[:ASKED]):
        shared[person].add(work)
    shared.pop(viewer.pk, None)
    nearest = sorted(shared, key=lambda person: (-len(shared[person]), person))[:PEOPLE]
    people: Counter[UUID] = Counter()
    through: dict[UUID, Counter[UUID]] = defaultdict(Counter)
    for work, person in LIKES_OF_PEOPLE.of(nearest):
        people[work] += 1
        through[work].update(shared[person])
    for work in liked:
        people.pop(work, None)
    return {work: Together(number, foremost(through[work])) for work, number in people.most_common(TOGETHER)}


def foremost(counts: Counter[UUID]) -> UUID:
    return max(counts, key=lambda work: (counts[work], work))


def tags_liked(liked: Sequence[UUID]) -> dict[int, tuple[str, int]]:
    """The tags that tell most of these works, by id: the name, and how many of them have it. Those of most of them first, of
    equals the rarest; none that no other work has. One query."""
    rows = ArtworkTag.objects.filter(artwork__in=liked, tag__public_count__gt=1)
    found: Counter[tuple[int, str, int]] = Counter(rows.values_list("tag", "tag__name", F("tag__public_count")))
    best = sorted(found, key=lambda tag: (-found[tag], tag[2], tag[0]))[:TAGS]
    return {pk: (name, found[pk, name, count]) for pk, name, count in best}


def pools(tags: Sequence[int]) -> set[UUID]:
    """Works that come from elsewhere than likes: the newest of these tags, what trends, what is new. One query."""
    return {pk for (pk,) in POOLS.of(tags)}
