"""Taking a file into the library: every check, then its bytes, then its rows.

The order is what keeps it whole. The bytes are in their place and synced before the rows are committed, and the staged
file stays until after: a crash leaves at most a staged file, whose name tells the sweeper which bytes were left beside it.
"""

from dataclasses import asdict, dataclass, field
from datetime import UTC, datetime

from django.conf import settings
from django.db import Error as DatabaseFault
from django.db import IntegrityError, transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from accounts.actions import count
from accounts.exceptions import Conflict, Refused
from accounts.models import Reservation, User, Visibility
from accounts.quota import keep
from gallery import renditions
from gallery.actions.entering import enter_again, entering
from gallery.actions.tags import own_tags, set_tags
from gallery.credit import credit_for, credit_of
from gallery.imaging import darkroom
from gallery.imaging.develop import Development
from gallery.imaging.errors import DarkroomBusy, PictureRefused
from gallery.imaging.renditions import Drawn, Wanted
from gallery.intake.kinds import PICTURE_EXTENSIONS, Type, is_allowed, recognise
from gallery.intake.names import clean_name, extension_of, with_extension
from gallery.intake.reception import Arrival, Rejected
from gallery.intake.staging import Staged
from gallery.intake.threats import find_threat
from gallery.models import Album, File, Folder, Image, Kind
from gallery.storage import originals
from gallery.tasks import render_image

FIRST = Wanted("small", "webp")


@dataclass(frozen=True)
class Wishes:
    """What the sender says of every file of a request, tags folded; what is empty is taken from the picture or the person's
    preferences."""

    folder: Folder | None = None
    title: str = ""
    description: str = ""
    tags: list[str] = field(default_factory=list)
    visibility: str = ""
    album: Album | None = None


@dataclass(frozen=True)
class Verdict:
    """What became of one file: `created` or `duplicate` with the file, or `rejected` with the reason."""

    filename: str
    status: str
    file: File | None = None
    error: Rejected | None = None


def receive_file(*, arrival: Arrival, by: User, wishes: Wishes, reservation: Reservation) -> Verdict:
    """Judges one file that arrived and keeps it if it may stay. Leaves nothing of one that is rejected."""
    try:
        verdict = judge(arrival, by=by, wishes=wishes, reservation=reservation)
    except Rejected as reason:
        return Verdict(clean_name(arrival.filename) or "?", "rejected", error=reason)
    if verdict.status == "duplicate" and verdict.file and wishes.album:
        enter_again(verdict.file, album=wishes.album, by=by)
    return verdict


def judge(arrival: Arrival, *, by: User, wishes: Wishes, reservation: Reservation) -> Verdict:
    """Raises as `admit` does."""
    if arrival.refusal:
        return known_already(arrival, by)
    if arrival.staged is None:
        raise Rejected("empty", _("The file did not arrive."))
    return admit(arrival.filename, arrival.staged, by=by, wishes=wishes, reservation=reservation)


def known_already(arrival: Arrival, by: User) -> Verdict:
    """The file that is here already, for bytes that there was no room for; else raises why they were not kept."""
    existing = File.objects.filter(owner=by, checksum=arrival.checksum).first() if arrival.checksum else None
    if existing is None or not is_whole(existing):
        raise arrival.refusal or Rejected("empty", _("The file did not arrive."))
    return Verdict(clean_name(arrival.filename) or "?", "duplicate", existing)


def admit(filename: str, staged: Staged, *, by: User, wishes: Wishes, reservation: Reservation) -> Verdict:
    """Raises Rejected, with the code of what is wrong, and Conflict where the folder went meanwhile."""
    name = clean_name(filename)
    if not name:
        raise Rejected("name_invalid", _("This is not a name for a file."))
    if not staged.size:
        raise Rejected("empty", _("The file is empty."))
    found = permitted_type(staged, name)
    if existing := here_already(staged, by):
        return Verdict(name, "duplicate", existing)
    file = new_file(staged, found, by=by, name=name, wishes=wishes)
    development = develop(staged, found, file) if found.is_picture else None
    try:
        store(file, staged, development, wishes=wishes, reservation=reservation)
    except (IntegrityError, Album.DoesNotExist) as error:
        # The same bytes came by another request of the same person, a moment ago; or their folder or album has gone since.
        if existing := here_already(staged, by):
            return Verdict(name, "duplicate", existing)
        raise Conflict(_("Your library has changed meanwhile. Please send the file again.")) from error
    return Verdict(name, "created", file)


def here_already(staged: Staged, by: User) -> File | None:
    """The person's file of the same bytes, which are put back where the disk has lost them."""
    existing = File.objects.filter(owner=by, checksum=staged.checksum).first()
    return existing if existing is None or is_whole(existing) else put_back(existing, staged)


def is_whole(file: File) -> bool:
    """Whether the bytes of a file are on the disk, by their number alone: reading them all is `verify_storage --deep`."""
    return originals().size(file.stored_name) == file.size


@transaction.atomic
def put_back(file: File, staged: Staged) -> File | None:
    """Gives a file bytes again; None where it was deleted meanwhile, which its lock makes certain."""
    locked = File.objects.select_for_update().filter(pk=file.pk).first()
    if locked and not is_whole(locked):
        originals().delete(locked.stored_name)
        originals().put(staged.path, locked.stored_name)
    return locked


def permitted_type(staged: Staged, name: str) -> Type:
    """The type of a file by its bytes, held against its name and against what the site takes."""
    found = recognise(staged.path, name)
    if extension_of(name) in PICTURE_EXTENSIONS and not (found and found.is_picture):
        raise Rejected("type_mismatch", _("The name says that this is a picture, but it is none."))
    if found is None or not is_allowed(found, settings.ALLOWED_FILE_TYPES):
        raise Rejected("unsupported_type", _("Files of this type are not taken."))
    return found


def develop(staged: Staged, found: Type, file: File) -> Development:
    """What the darkroom finds out about a picture, its first thumbnail drawn beside the staged file."""
    if threat := find_threat(staged.path, found.mime):
        raise Rejected("malicious", _("This picture also carries %(threat)s.") % {"threat": threat})
    try:
        credit = credit_for(file.owner, image_id=file.pk)
        return darkroom.develop(staged.path, limits=renditions.limits(), thumbnail=staged.thumbnail, credit=credit)
    except PictureRefused as refusal:
        raise Rejected(refusal.code, refusal.detail) from refusal
    except DarkroomBusy as busy:
        raise Refused(_("Too many pictures are coming in just now."), status=503, code="busy", wait=10) from busy


def new_file(staged: Staged, found: Type, *, by: User, name: str, wishes: Wishes) -> File:
    """The row of a file, not saved yet, under a name whose extension is true."""
    right = extension_of(name) in found.extensions
    return File(
        owner=by,
        folder=wishes.folder,
        name=name if right else with_extension(name, found.extensions[0]),
        original_filename=name,
        stored_name=staged.stored_name,
        size=staged.size,
        mime_type=found.mime,
        kind=Kind.IMAGE if found.is_picture else Kind.FILE,
        checksum=staged.checksum,
        uploaded_at=timezone.now(),
    )


def store(
    file: File, staged: Staged, development: Development | None, *, wishes: Wishes, reservation: Reservation
) -> None:
    """Keeps the bytes, then the rows. Raises IntegrityError for bytes that are here already; after an error nothing is left
    but what may have been committed."""
    originals().put(staged.path, file.stored_name)
    copies: list[str] = []
    try:
        with transaction.atomic(), entering(file, album=wishes.album, is_public=is_public(file, wishes)):
            file.save(force_insert=True)
            keep_room(reservation, file)
            if development:
                image = new_image(file, development, wishes)
                image.save(force_insert=True)
                set_tags(image=image, names=wishes.tags or own_tags(development.metadata.keywords))
                keep_thumbnail(image, staged, development, copies=copies)
                render_image.enqueue(str(image.pk))
    except BaseException:
        if not may_be_committed(file):
            originals().delete(file.stored_name)
            renditions.delete(copies)
        raise


def may_be_committed(file: File) -> bool:
    """Whether its row stands, or nobody can tell: of a COMMIT that succeeded the answer alone may have been lost. Bytes
    left for nothing are found by `verify_storage`; bytes deleted for nothing never come back."""
    try:
        return File.objects.filter(stored_name=file.stored_name).exists()
    except DatabaseFault:
        return True


def keep_room(reservation: Reservation, file: File) -> None:
    """Turns reserved room into used room, and counts the file."""
    try:
        keep(reservation, file.size)
    except Refused as refusal:
        raise Rejected(refusal.code, str(refusal.detail)) from refusal
    count(file.owner_id, file_count=1, image_count=int(file.kind == Kind.IMAGE))


def keep_thumbnail(image: Image, staged: Staged, development: Development, *, copies: list[str]) -> None:
    """Keeps the first thumbnail; its name is in `copies` before its bytes are on the shelf."""
    made = development.thumbnail
    if made is None:
        return
    name = renditions.rendition_name(stored_name=image.file.stored_name, wanted=FIRST, credit=credit_of(image))
    copies.append(name)
    renditions.keep(image, Drawn(FIRST.size, FIRST.format, made.width, made.height, made.bytes, staged.thumbnail), name)


def visibility_of(file: File, wishes: Wishes) -> str:
    return wishes.visibility or file.owner.default_visibility


def is_public(file: File, wishes: Wishes) -> bool:
    return visibility_of(file, wishes) == Visibility.PUBLIC


def new_image(file: File, development: Development, wishes: Wishes) -> Image:
    """The row of a picture, not saved yet: what it tells of itself, and what its owner says of it."""
    metadata = development.metadata
    return Image(
        file=file,
        owner=file.owner,
        uploaded_at=file.uploaded_at,
        file_size=file.size,
        mime_type=file.mime_type,
        original_filename=file.original_filename,
        title=(wishes.title or metadata.title or "")[:200],
        description=(wishes.description or metadata.description or "")[:10_000],
        visibility=visibility_of(file, wishes),
        is_public=is_public(file, wishes),
        width=development.width,
        height=development.height,
        has_alpha=development.header.has_alpha,
        frames=development.header.frames,
        perceptual_hash=development.perceptual_hash,
        placeholder=development.placeholder,
        colors=development.colors,
        quality=development.quality,
        redactions=[asdict(patch) for patch in development.redactions],
        camera_make=(metadata.camera_make or "")[:200],
        camera_model=(metadata.camera_model or "")[:200],
        lens=(metadata.lens or "")[:200],
        date_taken=taken_at(metadata.date_taken),
        focal_length=metadata.focal_length,
        aperture=metadata.aperture,
        iso=metadata.iso,
        shutter_speed=(metadata.shutter_speed or "")[:20],
        location_lat=metadata.location_lat,
        location_lon=metadata.location_lon,
        copyright=(metadata.copyright or "")[:500],
        creator=(metadata.creator or "")[:500],
        exif=metadata.exif,
    )


def taken_at(text: str | None) -> datetime | None:
    """When a picture was taken. A camera that names no zone is read as UTC: its clock shows the same everywhere."""
    if not text:
        return None
    moment = datetime.fromisoformat(text)
    try:
        return moment.astimezone(UTC) if moment.tzinfo else moment.replace(tzinfo=UTC)
    except OverflowError:
        return None
