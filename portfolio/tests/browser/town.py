"""A site with something on every page: full, nearly empty, and with the longest names that a person can enter."""

from itertools import cycle
from typing import Any
from uuid import UUID

from rest_framework.test import APIClient

from accounts.models import Artist
from conftest import PASSWORD, person
from gallery.actions.album_images import add_images
from gallery.actions.albums import create_album
from gallery.actions.categories import create_category
from gallery.actions.galleries import create_gallery
from gallery.actions.shares import share_by_link
from gallery.models import Artwork, Image
from gallery.tests.library import new_image, upload
from gallery.tests.pictures import jpeg
from gallery.tests.works import upload_work
from portfolio.actions.messages import write_message
from portfolio.actions.profiles import change_artist
from portfolio.actions.scores import score
from portfolio.models import Submission
from portfolio.tests.commission_rooms import asked, quoted, room
from portfolio.tests.entries import new_exhibition, new_juror, new_submission
from portfolio.tests.organising import page_of
from portfolio.tests.talking import say
from social.actions.blocks import set_block
from social.actions.comments import delete_comment
from social.actions.deciding import decide
from social.actions.follows import set_follow
from social.actions.likes import set_like
from social.tests.moderation import moderator, report

TITLES = ("Harbour", "Dunes", "North wind", "Low tide", "Salt", "The pier at noon", "Ebb", "Lighthouse")
SHAPES = ((640, 420), (420, 600), (500, 500), (720, 400))
LONGEST = "Wolkenbruchgewitterfront" * 9
LONG_USER = "w" * 30


def build() -> dict[str, str]:
    """Fills an empty site; the addresses of its pages by what they are."""
    ada, ben, long, mo = (person(name) for name in ("ada", "ben", LONG_USER, "moe"))
    mo.is_staff = True
    mo.save()
    painting = create_category(by=mo, name="Painting", description="Pigment on a ground.")
    pages = signing_in() | full(ada, painting) | nearly_empty(ben) | longest(long)
    pages |= exhibitions(ada, pages["artwork"]) | exhibitions(long, pages["longest artwork"], LONGEST)
    pages |= talked_of(pages["artwork"], ada, ben) | talked_of(pages["longest artwork"], long, ada, LONGEST)
    pages |= commissions(ada, ben) | commissions(long, ada, LONGEST)
    pages |= calls(ben, ada, mo, pages["artwork"]) | calls(ada, long, ben, pages["longest artwork"], LONGEST)
    set_block(artist_id=person("pest").pk, by=ada, blocked=True)
    judge = moderator()
    return pages | of_ones_own(pages, ada, judge) | of_ones_own(pages, long, judge, LONGEST)


def signing_in() -> dict[str, str]:
    """Where nobody is signed in yet, and lists of everyone's."""
    lists = {
        "home": "/",
        "explore": "/explore",
        "search": "/search",
        "artists": "/artists",
        "exhibitions": "/exhibitions",
        "missing": "/nowhere",
    }
    found = {"found": "/search?query=harbour", "nothing found": "/search?query=xylophone", "tag": "/tags/sea"}
    owned = {"customise": "/studio/portfolio", "styleguide": "/styleguide"}
    return lists | found | owned | {name: f"/{name}" for name in ("register", "login", "reset", "tags", "categories")}


def full(owner: Any, category: Any) -> dict[str, str]:
    """An artist of whom everything is told."""
    client = signed_in(owner)
    Artist.objects.filter(pk=owner.pk).update(
        artist_name="Ada Brand", bio="Paints the sea.\n\nHas done so for years.", location="Bergen"
    )
    room = create_gallery(by=owner, name="Coast", description="Where the land ends.")
    shapes = cycle(SHAPES)
    facts = {"tags": ["sea", "north"], "medium": "Oil on linen", "price": "500.00", "currency": "EUR"}
    told = facts | {"description": "Three winters at one window.", "category": category.pk, "gallery_id": room.pk}
    works = [
        upload_work(client, picture(number, next(shapes)), title=title, **told) for number, title in enumerate(TITLES)
    ]
    image = upload(client, picture(20), title="A study", visibility="public")["id"]
    return {
        "artwork": f"/artworks/{works[0]['id']}",
        "image": f"/images/{image}",
        "category": f"/categories/{category.slug}",
        **rooms(owner, room.slug),
        **albums(owner, image),
    }


def rooms(owner: Any, slug: str) -> dict[str, str]:
    """The pages of an artist."""
    home = f"/@{owner.username}"
    return {
        "portfolio": home,
        "about": f"{home}/about",
        "present": f"{home}/present",
        "followers": f"{home}/followers",
        "following": f"{home}/following",
        "gallery": f"{home}/galleries/{slug}",
    }


def albums(owner: Any, image_id: str) -> dict[str, str]:
    """An album that anyone sees, one of the two below it behind a link with a password."""
    top = create_album(by=owner, name="Sketches", description="From the pier.", privacy_setting="public")
    below = create_album(by=owner, name="Below", parent=top, privacy_setting="public")
    closed = create_album(by=owner, name="Closed", parent=top)
    for album in (top, below, closed):
        add_images(album=album, by=owner, image_ids=[Image.objects.get(pk=image_id).pk])
    link = share_by_link(album=closed, by=owner, password=PASSWORD)
    return {"album": f"/albums/{top.pk}", "share": f"/s/{link.token}"}


def nearly_empty(owner: Any) -> dict[str, str]:
    """An artist who has only just come."""
    room = create_gallery(by=owner, name="Later")
    album = create_album(by=owner, name="Nothing yet", privacy_setting="public")
    told = rooms(owner, room.slug) | {"album": f"/albums/{album.pk}"}
    return {f"empty {name}": path for name, path in told.items()}


def longest(owner: Any) -> dict[str, str]:
    """Names without a space, as long as they may be."""
    client = signed_in(owner)
    name = LONGEST[:100]
    Artist.objects.filter(pk=owner.pk).update(artist_name=name, location=LONGEST[:200], bio=LONGEST)
    room = create_gallery(by=owner, name=LONGEST[:200], description=LONGEST)
    facts = {"medium": name, "dimensions": LONGEST[:200], "tags": [LONGEST[:40]], "description": LONGEST}
    work = upload_work(client, picture(30), title=LONGEST[:200], gallery_id=room.pk, **facts)
    image = upload(client, picture(31), title=LONGEST[:200], visibility="public")["id"]
    album = create_album(by=owner, name=LONGEST[:200], description=LONGEST, privacy_setting="public")
    add_images(album=album, by=owner, image_ids=[Image.objects.get(pk=image).pk])
    things = {"artwork": f"/artworks/{work['id']}", "image": f"/images/{image}", "album": f"/albums/{album.pk}"}
    found = {"found": f"/search?query={LONGEST[:200]}"}
    return {f"longest {name}": path for name, path in (things | found | rooms(owner, room.slug)).items()}


def exhibitions(organizer: Any, path: str, words: str = "") -> dict[str, str]:
    """A call for entry, and an exhibition in which a work of the organiser hangs; one of them has a cover."""
    cover = upload(signed_in(organizer), picture(40), title="A bill")["id"]
    facts = {"title": words[:200] or "Salt and Light", "description": f"At the edge. {words}", "location": words[:200]}
    call = new_exhibition(organizer, cover_id=cover, requirements=words, mediums=[words[:100] or "Oil"], **facts)
    running = new_exhibition(organizer, status="running", **facts)
    new_submission(running, organizer, Artwork.objects.get(pk=path.removeprefix("/artworks/")), status="accepted")
    told = {"exhibition": f"/exhibitions/{running.pk}", "call": f"/exhibitions/{call.pk}"}
    return {f"longest {name}": path for name, path in told.items()} if words else told


def calls(organizer: Any, artist: Any, juror: Any, path: str, words: str = "") -> dict[str, str]:
    """What the three of them see of a call that is open and of one that is judged, blind without `words`; one entry in each."""
    work = Artwork.objects.get(pk=path.removeprefix("/artworks/"))
    facts = {"title": words[:200] or "Tide Tables", "requirements": words, "submission_fee": 5, "currency": "EUR"}
    call = new_exhibition(organizer, location=words[:200], mediums=[words[:100]] if words else [], **facts)
    judged = new_exhibition(organizer, status="jurying", blind=not words, **facts)
    sent = [new_submission(each, artist, work) for each in (call, judged)]
    Submission.objects.filter(artist=artist).update(artist_statement=words or "From one window.")
    new_juror(judged, juror)
    score(submission=sent[1], by=juror, score=7, note=words or "The best light of all.")
    parts = {"entering": "submit", "submission": "submission", "withdrawing": "submission/withdraw"}
    told = {name: page_of(call, part) for name, part in parts.items()} | {"cancelling": page_of(call, "move/cancelled")}
    told |= {name: page_of(judged, name) for name in ("edit", "jurors", "submissions", "announce", "jury", "conflicts")}
    told |= {"judging": page_of(judged, f"jury/{sent[1].pk}"), "yours": "/exhibitions/yours", "new": "/exhibitions/new"}
    return {f"longest {name}": each for name, each in told.items()} if words else told


def talked_of(path: str, artist: Any, other: Any, words: str = "") -> dict[str, str]:
    """A work that people speak of and like, of an artist whom another follows."""
    work = Artwork.objects.get(pk=path.removeprefix("/artworks/"))
    set_follow(artist_id=artist.pk, by=other, following=True)
    set_like(artwork_id=work.pk, by=other, liked=True)
    top = say(work, other, f"Fine light. {words}")
    gone = say(work, other, f"Was it cold? {words}", to=say(work, artist, f"Thank you. {words}", to=top))
    say(work, artist, f"Very. {words}", to=gone)
    delete_comment(comment=gone, by=other)
    comments = f"{path}/comments"
    if words:
        return {"longest comments": comments}
    return {"comments": comments, "thread": f"{comments}?parent={top.pk}", "block": f"/@{artist.username}/block"}


def commissions(artist: Any, client: Any, words: str = "") -> dict[str, str]:
    """One that waits for the artist, quoted before, with a picture and a file; and, without `words`, one that is finished."""
    prices = [{"title": words[:100] or "Small", "price": "280.00", "currency": "EUR", "description": words}]
    change_artist(by=artist, portfolio={"commissions": {"terms": f"Half now. {words}", "prices": prices}})
    commission = asked(client, artist, title=words[:200] or "A view", description=f"Tall. {words}")
    sent = [
        upload(signed_in(artist), picture(50), f"{words[:80]}wall.jpg"),
        upload(signed_in(artist), b"60", "plan.txt"),
    ]
    write_message(commission=commission, by=artist, text=f"See. {words}", files=[UUID(each["id"]) for each in sent])
    told = {"asking": f"/@{artist.username}/commissions", "commissions": "/commissions", "commission": room(commission)}
    if words:
        quoted(commission, terms=words, accept=True)
        return {f"longest {name}": path for name, path in told.items()}
    finished, bare = asked(client, artist, "completed"), asked(artist, client, "completed")
    told |= {"offering": "/studio/commissions", "declining": room(commission, "to/declined")}
    empty = {"empty commissions": "/commissions", "empty making": room(bare, "artwork")}
    return told | empty | {"making": room(finished, "artwork")}


def of_ones_own(pages: dict[str, str], owner: Any, judge: Any, words: str = "") -> dict[str, str]:
    """What people read who are signed in, with a decision about a picture of the owner's."""
    case = report(new_image(owner, words[:200] or "A copy"), person(f"witness{len(words)}"), "image")
    decision = decide(case=case, by=judge, verdict="hide", statement=f"It is not yours. {words}")
    kind = "longest " if words else ""
    told = {"feed": "/feed", "notifications": "/notifications", "decision": f"/decisions/{decision.pk}"}
    told |= {"report": f"/report/artwork/{pages[f'{kind}artwork'].removeprefix('/artworks/')}"}
    if words:
        return {f"{kind}{name}": path for name, path in told.items()}
    lists = {name: f"/{name}" for name in ("blocks", "decisions")}
    empty = {f"empty {name}": f"/{name}" for name in ("feed", "notifications", "blocks", "decisions")}
    return told | lists | empty | {"settings": "/notifications/settings"}


def signed_in(owner: Any) -> APIClient:
    client = APIClient()
    client.force_login(owner)
    return client


def picture(seed: int, shape: tuple[int, int] = SHAPES[0]) -> bytes:
    """Each another, since the same bytes are the same file."""
    width, height = shape
    return jpeg(width + seed, height)
