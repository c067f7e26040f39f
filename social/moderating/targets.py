"""What a report is about: found as the person sees it who reports it, and told as they saw it."""

from collections.abc import Collection
from typing import Any, NamedTuple
from uuid import UUID

from accounts.models import Artist, User
from social.models import Case
from social.moderating.kinds import KINDS, Kind

PICTURES = 12
"""Of more pictures of one thing it is not kept which they were."""


class Target(NamedTuple):
    """A thing that can be reported: its kind, the row, whose it is, what it is called, and the path of its page."""

    type: str
    thing: Any
    owner: User
    title: str
    path: str

    @property
    def id(self) -> UUID:
        """The id that it is reported by."""
        pk: UUID = self.thing.pk
        return pk


def find_target(target_type: str, target_id: UUID, *, viewer: Any, links: Collection[UUID] = ()) -> Target | None:
    """The thing as far as the viewer sees it, with the share links `links` that they hold; else None, as for what there is
    not and for a kind that there is not."""
    kind = KINDS.get(target_type)
    thing = kind.find(target_id, viewer=viewer, links=links) if kind else None
    return told(target_type, thing) if thing else None


def standing_target(case: Case) -> Target | None:
    """What a case is about as it stands now, whoever sees it; None where it is gone."""
    thing = KINDS[case.target_type].rows().filter(pk=case.target_id).first()
    return told(case.target_type, thing) if thing else None


def told(target_type: str, thing: Any) -> Target:
    kind: Kind = KINDS[target_type]
    return Target(target_type, thing, kind.owner(thing), kind.title(thing), kind.path(thing))


def snapshot(target: Target) -> dict[str, Any]:
    """What others see of a thing now, as JSON: `title`, `owner {id, username, artist_name}`, `path`, `words {name: text}`, and
    `pictures [{id, placeholder, alt_text}]`, whose placeholders are small data URIs that stay when the pictures go. Three queries
    at most."""
    kind = KINDS[target.type]
    pictures = kind.pictures(target.thing).values_list("pk", "placeholder", "alt_text")[:PICTURES]
    artist: Artist = target.owner.artist
    names = {"username": target.owner.username, "artist_name": artist.artist_name}
    return {
        "title": target.title,
        "owner": {"id": str(target.owner.pk), **names},
        "path": target.path,
        "words": {name: text for name, text in kind.words(target.thing).items() if text},
        "pictures": [{"id": str(pk), "placeholder": blurred, "alt_text": alt} for pk, blurred, alt in pictures],
    }
