"""Whose picture it is and what may be done with it, as every copy of it tells."""

from typing import TypedDict
from uuid import UUID

from django.conf import settings

from accounts.models import AiTraining, User
from gallery.imaging.credits import Credit
from gallery.models import Image

TRAINING: dict[str, bool] = {AiTraining.ALLOWED: True, AiTraining.DISALLOWED: False}
# In the language of the metadata standards: it goes out with the picture to readers whose language nobody knows.
NO_TRAINING = "No use for the training of generative models."


class Rights(TypedDict):
    """What is in force for a picture; `ai_training` is one of `AiTraining`."""

    creator: str
    copyright_notice: str
    credit_line: str
    ai_training: str


def in_force(answers: tuple[str, str]) -> str:
    """The answer to AI training: the picture's own where it gives one, else its owner's."""
    own, of_owner = answers
    return own or of_owner


def rights(*, name: str, creator: str, notices: tuple[str, str, str], training: tuple[str, str]) -> Rights:
    """The rights in force. `name` is the artist's, `creator` whom the file names; `notices` are those of the picture, its file
    and its owner, `training` the answers of the picture and its owner: the first that says something counts."""
    of_picture, of_file, of_owner = notices
    return {
        "creator": creator or name,
        "copyright_notice": of_picture or of_file or of_owner or f"© {name}",
        "credit_line": name,
        "ai_training": in_force(training),
    }


def rights_of(image: Image) -> Rights:
    """The rights of a picture. Costs a query where its owner's artist was not selected."""
    owner = image.owner
    return rights(
        name=owner.artist.artist_name or owner.username,
        creator=image.creator,
        notices=(image.copyright_notice, image.copyright, owner.copyright_notice),
        training=(image.ai_training, owner.ai_training),
    )


def credit_of(image: Image) -> Credit:
    """The credit of a picture in the library, as its copies bear it."""
    return written(rights_of(image), image.pk)


def credit_for(owner: User, *, image_id: UUID) -> Credit:
    """The credit of a picture that is coming in, but for what it says of itself.

    Costs a query where the owner's artist was not selected.
    """
    name = owner.artist.artist_name or owner.username
    notices, training = ("", "", owner.copyright_notice), ("", owner.ai_training)
    return written(rights(name=name, creator="", notices=notices, training=training), image_id)


def written(told: Rights, image_id: UUID) -> Credit:
    """Rights in the words of the metadata standards; with the picture's page where the site's own address is set."""
    return Credit(
        creator=told["creator"],
        copyright_notice=told["copyright_notice"],
        credit_line=told["credit_line"],
        usage_terms=NO_TRAINING if told["ai_training"] == AiTraining.DISALLOWED else None,
        web_statement=f"{settings.SITE_URL}/images/{image_id}" if settings.SITE_URL else None,
        ai_training=TRAINING.get(told["ai_training"]),
    )
