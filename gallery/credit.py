"""Whose picture it is, as every copy of it tells."""

from accounts.models import AiTraining, User
from gallery.imaging.credits import Credit
from gallery.models import Image

TRAINING = {AiTraining.ALLOWED: True, AiTraining.DISALLOWED: False}


def credit_for(owner: User, *, creator: str = "", copyright_notice: str = "") -> Credit:
    """What a picture itself says of its rights, and what its owner says for all of theirs where it says nothing.

    Costs a query where the owner's artist was not selected.
    """
    name = owner.artist.artist_name or owner.username
    return Credit(
        creator=creator or name,
        copyright_notice=copyright_notice or owner.copyright_notice or f"© {name}",
        credit_line=name,
        ai_training=TRAINING.get(AiTraining(owner.ai_training)),
    )


def credit_of(image: Image) -> Credit:
    """The credit of a picture in the library."""
    return credit_for(image.owner, creator=image.creator, copyright_notice=image.copyright)
