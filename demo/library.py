"""Painted pictures, taken in as any upload is: staged, judged by their bytes, developed, kept."""

from io import BytesIO

from PIL import Image as Picture

from accounts.models import User
from accounts.quota import release, reserve
from demo.cast import Plan
from demo.painting import paint
from gallery.actions.uploads import Wishes, admit
from gallery.intake.staging import Writer
from gallery.models import File


def paint_views(person: str, plan: Plan) -> list[tuple[str, bytes]]:
    """The files of a work: the picture and, of some, a part of it from close by. JPEG, each with its name."""
    whole = paint(plan.style, seed=f"{person}/{plan.title}", palette=plan.palette, size=plan.size)
    views = [(f"{plan.title}.jpg", whole)]
    if plan.has_detail:
        views.append((f"{plan.title}, detail.jpg", detail(whole)))
    return views


def detail(whole: bytes) -> bytes:
    """The middle of a picture, twice as near."""
    picture = Picture.open(BytesIO(whole))
    width, height = picture.size
    near = picture.crop((width // 4, height // 4, width * 3 // 4, height * 3 // 4)).resize((width, height))
    written = BytesIO()
    near.save(written, "JPEG", quality=90)
    return written.getvalue()


def keep(name: str, data: bytes, *, by: User) -> File:
    """The file of these bytes in a person's library, private; the one that is there already where they are. Raises Rejected."""
    reservation = reserve(by.pk, len(data))
    try:
        with Writer() as writer:
            writer.write(data)
            staged = writer.finish()
        try:
            verdict = admit(name, staged, by=by, wishes=Wishes(visibility="private"), reservation=reservation)
        finally:
            staged.discard()
    finally:
        release(reservation)
    if verdict.file is None:
        raise LookupError(name)
    return verdict.file
