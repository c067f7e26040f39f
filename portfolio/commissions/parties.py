"""Who the parties to a commission are, as answers and pages name them."""

from uuid import UUID

from accounts.models import User
from gallery.api.pictures import Row
from portfolio.models import Commission


def parties_of(commission: Commission) -> dict[UUID, Row]:
    """`{id, username, artist_name}` of each whose account is there and not shut out, by id. One query."""
    people = User.objects.filter(pk__in=ids_of(commission), is_active=True)
    named = people.values_list("pk", "username", "artist__artist_name")
    return {pk: {"id": pk, "username": username, "artist_name": name} for pk, username, name in named}


def ids_of(commission: Commission) -> set[UUID]:
    """Their ids, without those whose account is gone."""
    return {party for party in (commission.client_id, commission.artist_id) if party is not None}
