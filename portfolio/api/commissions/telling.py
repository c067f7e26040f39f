"""How commissions are told to their parties: by ids, in a fixed number of queries."""

from collections import defaultdict
from collections.abc import Sequence
from typing import Any
from uuid import UUID

from django.db.models import Count

from accounts.models import User
from gallery.api.pictures import Row
from gallery.api.works import written_price
from gallery.models import Artwork
from portfolio.commissions.turns import waiting_on
from portfolio.models import Commission, Message, Note, Quote
from portfolio.permissions import commission_roles
from portfolio.workflow.tables import COMMISSION

TOLD = (
    "id", "client", "artist", "title", "description", "budget", "currency", "deadline", "status", "quote_status",
    "completion_date", "artwork", "created_at", "updated_at",
)  # fmt: skip
AS_THEY_ARE = ("id", "title", "description", "deadline", "status", "completion_date", "created_at", "updated_at")
PARTIES = ("client", "artist")
OF_PARTY = ("username", "is_active", "artist__artist_name")


def tell_commission(commission_id: UUID, *, viewer: Any, base: str) -> Row:
    """One of these. Raises Commission.DoesNotExist."""
    told = tell_commissions([commission_id], viewer=viewer, base=base)
    if not told:
        raise Commission.DoesNotExist
    return told[0]


def tell_commissions(ids: Sequence[UUID], *, viewer: Any, base: str) -> list[Row]:
    """These commissions, which the viewer is a party to, as told to them in this order. Five queries."""
    parties = [f"{party}__{name}" for party in PARTIES for name in OF_PARTY]
    seen = Commission.objects.visible_to(viewer).filter(pk__in=ids).select_related(*(f"{p}__artist" for p in PARTIES))
    found = {each.pk: each for each in seen.only(*TOLD, *parties)}
    beside = Beside(list(found), viewer=viewer)
    return [tell(found[each], beside, viewer=viewer, base=base) for each in ids if each in found]


class Beside:
    """What lies beside commissions: their notes, quotes, and messages, and which of the works made of them the viewer may see."""

    def __init__(self, ids: Sequence[UUID], *, viewer: Any) -> None:
        self.notes: dict[UUID, list[Row]] = defaultdict(list)
        self.quotes: dict[UUID, list[Row]] = defaultdict(list)
        notes = Note.objects.filter(commission__in=ids).order_by("pk").select_related("author__artist")
        for note in notes:
            self.notes[note.commission_id].append(tell_note(note))
        for quote in Quote.objects.filter(commission__in=ids).order_by("pk"):
            self.quotes[quote.commission_id].append(tell_quote(quote))
        counts = Message.objects.filter(commission__in=ids).order_by().values_list("commission")
        self.messages = dict(counts.annotate(count=Count("pk")))
        made = Commission.objects.filter(pk__in=ids).values("artwork")
        self.works = set(Artwork.objects.visible_to(viewer).filter(pk__in=made).values_list("pk", flat=True))


def tell(commission: Commission, beside: Beside, *, viewer: Any, base: str) -> Row:
    told: Row = {name: getattr(commission, name) for name in AS_THEY_ARE}
    quotes = beside.quotes[commission.pk]
    allowed = COMMISSION.allowed(commission, commission_roles(viewer, commission))
    return told | {
        "client": tell_party(commission.client, base=base),
        "artist": tell_party(commission.artist, base=base),
        "budget": written_price(commission.budget, commission.currency),
        "currency": commission.currency or None,
        "waiting_on": waiting_on(commission),
        "progress_notes": beside.notes[commission.pk],
        "allowed_transitions": [each.target for each in allowed],
        "quote": quotes[-1] if quotes else None,
        "quotes": quotes,
        "message_count": beside.messages.get(commission.pk, 0),
        "artwork_id": commission.artwork_id if commission.artwork_id in beside.works else None,
        "url": f"{base}/commissions/{commission.pk}",
    }


def tell_person(person: User | None) -> Row | None:
    """Who it is; None for who is gone or shut out."""
    if person is None or not person.is_active:
        return None
    return {"id": person.pk, "username": person.username, "artist_name": person.artist.artist_name}


def tell_party(person: User | None, *, base: str) -> Row | None:
    told = tell_person(person)
    return told and told | {"url": f"{base}/@{told['username']}"}


def tell_note(note: Note) -> Row:
    return {"at": note.created_at, "author": tell_person(note.author), "text": note.text}


def tell_quote(quote: Quote) -> Row:
    named = ("id", "currency", "terms", "status", "created_at", "answered_at")
    return {name: getattr(quote, name) for name in named} | {"amount": written_price(quote.amount, quote.currency)}
