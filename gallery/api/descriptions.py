"""What answers look like, for the OpenAPI description. `gallery.api.pictures` builds them; a test holds the two together."""

from drf_spectacular.utils import extend_schema_serializer
from rest_framework import serializers

from accounts.api.serializers.answers import DeletedSerializer
from accounts.models import AiTraining, Visibility
from gallery.imaging import geometry
from gallery.models import Kind, Privacy, Processing, ShareUse


class UserBriefSerializer(serializers.Serializer):
    id = serializers.UUIDField()
    username = serializers.CharField()
    artist_name = serializers.CharField()


class ColorSerializer(serializers.Serializer):
    hex = serializers.CharField()
    name = serializers.CharField()
    share = serializers.FloatField()


class QualitySerializer(serializers.Serializer):
    sharpness = serializers.FloatField()
    exposure = serializers.FloatField()
    contrast = serializers.FloatField()
    noise = serializers.FloatField()
    score = serializers.FloatField()
    print_cm_at_300dpi = serializers.ListField(child=serializers.FloatField(), min_length=2, max_length=2)


class ThumbnailSerializer(serializers.Serializer):
    url = serializers.URLField()
    width = serializers.IntegerField()
    height = serializers.IntegerField()


ThumbnailsSerializer = type(
    "ThumbnailsSerializer", (serializers.Serializer,), {size: ThumbnailSerializer() for size in geometry.NAMES}
)


class ImageUrlsSerializer(serializers.Serializer):
    locals()["self"] = serializers.URLField()
    page = serializers.URLField()
    download = serializers.URLField()
    thumbnail = serializers.URLField()


class MetadataSerializer(serializers.Serializer):
    camera_make = serializers.CharField(allow_blank=True)
    camera_model = serializers.CharField(allow_blank=True)
    lens = serializers.CharField(allow_blank=True)
    date_taken = serializers.DateTimeField(allow_null=True)
    focal_length = serializers.FloatField(allow_null=True)
    aperture = serializers.FloatField(allow_null=True)
    iso = serializers.IntegerField(allow_null=True)
    shutter_speed = serializers.CharField(allow_blank=True)
    location_lat = serializers.FloatField(allow_null=True)
    location_lon = serializers.FloatField(allow_null=True)
    copyright = serializers.CharField(allow_blank=True)
    creator = serializers.CharField(allow_blank=True)


class OverridesSerializer(serializers.Serializer):
    ai_training = serializers.ChoiceField(AiTraining.choices, allow_blank=True)
    copyright_notice = serializers.CharField(allow_blank=True)


class RightsSerializer(serializers.Serializer):
    """What is in force, by the picture's own word, its file's, or its owner's."""

    creator = serializers.CharField()
    copyright_notice = serializers.CharField()
    credit_line = serializers.CharField()
    ai_training = serializers.ChoiceField(AiTraining.choices)
    overrides = OverridesSerializer(allow_null=True, help_text="Told to the owner only: what is set for this picture.")


class WholeMetadataSerializer(MetadataSerializer):
    exif = serializers.DictField()


class AlbumBriefSerializer(serializers.Serializer):
    id = serializers.UUIDField()
    name = serializers.CharField()


class ImageBriefSerializer(serializers.Serializer):
    """A picture, as told in lists."""

    id = serializers.UUIDField()
    user = UserBriefSerializer()
    title = serializers.CharField(allow_blank=True)
    description = serializers.CharField(allow_blank=True)
    alt_text = serializers.CharField(allow_blank=True)
    original_filename = serializers.CharField()
    mime_type = serializers.CharField()
    file_size = serializers.IntegerField()
    file_hash = serializers.CharField(allow_null=True, help_text="SHA-256 of the original; told to the owner only.")
    width = serializers.IntegerField()
    height = serializers.IntegerField()
    visibility = serializers.ChoiceField(Visibility.choices)
    is_hidden = serializers.BooleanField(help_text="By a moderator: its owner alone sees it.")
    allow_download = serializers.BooleanField()
    tags = serializers.ListField(child=serializers.CharField())
    albums = AlbumBriefSerializer(many=True)
    uploaded_at = serializers.DateTimeField()
    updated_at = serializers.DateTimeField()
    view_count = serializers.IntegerField()
    download_count = serializers.IntegerField()
    placeholder = serializers.CharField()
    colors = ColorSerializer(many=True)
    quality = QualitySerializer()
    thumbnails = ThumbnailsSerializer()
    urls = ImageUrlsSerializer()
    metadata = MetadataSerializer()
    rights = RightsSerializer()
    processing = serializers.ChoiceField(Processing.choices)


class ImageSerializer(ImageBriefSerializer):
    """A picture with everything that is known of it."""

    metadata = WholeMetadataSerializer()
    duplicates = serializers.ListField(
        child=serializers.UUIDField(), required=False, help_text="Told to the owner only."
    )


class PathEntrySerializer(serializers.Serializer):
    id = serializers.UUIDField()
    name = serializers.CharField()


class FileUrlsSerializer(serializers.Serializer):
    download = serializers.URLField()
    preview = serializers.URLField()


class FileSerializer(serializers.Serializer):
    """A file."""

    type = serializers.CharField(help_text="`file`, in lists that hold folders too.")
    id = serializers.UUIDField()
    name = serializers.CharField()
    original_filename = serializers.CharField()
    folder_id = serializers.UUIDField(allow_null=True)
    size = serializers.IntegerField()
    mime_type = serializers.CharField()
    checksum = serializers.CharField()
    kind = serializers.ChoiceField(Kind.choices)
    uploaded_at = serializers.DateTimeField()
    download_count = serializers.IntegerField()
    urls = FileUrlsSerializer()


class FolderSerializer(serializers.Serializer):
    """A folder; counts and sizes are of the files directly in it."""

    type = serializers.CharField(help_text="`folder`, in lists that hold files too.")
    id = serializers.UUIDField()
    name = serializers.CharField()
    parent_id = serializers.UUIDField(allow_null=True)
    path = PathEntrySerializer(many=True)
    file_count = serializers.IntegerField()
    total_size = serializers.IntegerField()
    children = serializers.ListField(
        child=serializers.DictField(), required=False, help_text="With `tree=true`: the folders in it, told alike."
    )


class FolderBriefSerializer(PathEntrySerializer):
    path = PathEntrySerializer(many=True)


@extend_schema_serializer(many=False)  # one object, though the action is called `list`
class FolderListingSerializer(serializers.Serializer):
    """What lies in a folder, page by page: its folders (as told at `folders`), then its files."""

    count = serializers.IntegerField()
    next = serializers.URLField(allow_null=True)
    previous = serializers.URLField(allow_null=True)
    folder = FolderBriefSerializer(allow_null=True)
    results = serializers.ListField(child=serializers.DictField())


class RejectionSerializer(serializers.Serializer):
    code = serializers.CharField()
    detail = serializers.CharField()


class UploadResultSerializer(serializers.Serializer):
    index = serializers.IntegerField()
    filename = serializers.CharField()
    status = serializers.ChoiceField(["created", "duplicate", "rejected"])
    id = serializers.UUIDField(allow_null=True)
    kind = serializers.ChoiceField(Kind.choices, allow_null=True)
    url = serializers.URLField(allow_null=True)
    image = ImageSerializer(allow_null=True)
    file = FileSerializer(allow_null=True)
    error = RejectionSerializer(allow_null=True)


class UploadAnswerSerializer(serializers.Serializer):
    results = UploadResultSerializer(many=True)
    created = serializers.IntegerField()
    duplicates = serializers.IntegerField()
    rejected = serializers.IntegerField()


class CheckResultSerializer(serializers.Serializer):
    checksum = serializers.CharField()
    exists = serializers.BooleanField()
    id = serializers.UUIDField(allow_null=True)


class CheckAnswerSerializer(serializers.Serializer):
    results = CheckResultSerializer(many=True)


class FolderDeletedSerializer(DeletedSerializer):
    files_deleted = serializers.IntegerField()
    folders_deleted = serializers.IntegerField()


class AccessSerializer(serializers.Serializer):
    at = serializers.DateTimeField()
    action = serializers.ChoiceField(["view", "download"])
    viewer = serializers.CharField(allow_null=True, help_text="Username; null for a visitor.")
    referrer = serializers.CharField(allow_blank=True)


class AlbumSerializer(serializers.Serializer):
    """An album, as told in lists."""

    id = serializers.UUIDField()
    user = UserBriefSerializer()
    name = serializers.CharField()
    description = serializers.CharField(allow_blank=True)
    privacy_setting = serializers.ChoiceField(Privacy.choices)
    parent_id = serializers.UUIDField(allow_null=True)
    path = PathEntrySerializer(many=True)
    child_count = serializers.IntegerField()
    image_count = serializers.IntegerField(help_text="Of the pictures that you may see.")
    cover_image_id = serializers.UUIDField(allow_null=True, help_text="The one that was chosen, if you may see it.")
    cover = ThumbnailsSerializer(allow_null=True, help_text="The one that is shown.")
    created_at = serializers.DateTimeField()
    updated_at = serializers.DateTimeField()


class ImagePageSerializer(serializers.Serializer):
    count = serializers.IntegerField()
    next = serializers.URLField(allow_null=True)
    previous = serializers.URLField(allow_null=True)
    results = ImageBriefSerializer(many=True)


class WholeAlbumSerializer(AlbumSerializer):
    """An album with the first page of what is in it, and the albums directly in it, at most 100."""

    images = ImagePageSerializer()
    children = AlbumBriefSerializer(many=True)


class AlbumDeletedSerializer(DeletedSerializer):
    images_deleted = serializers.IntegerField()


class ImageRemovedSerializer(DeletedSerializer):
    album_id = serializers.UUIDField()
    image_deleted = serializers.BooleanField()


class OrderAnswerSerializer(serializers.Serializer):
    id = serializers.UUIDField()
    image_ids = serializers.ListField(child=serializers.UUIDField())


class ShareSerializer(serializers.Serializer):
    """A person or a link that an album is open to."""

    id = serializers.UUIDField()
    user = UserBriefSerializer(allow_null=True)
    url = serializers.URLField(allow_null=True)
    has_password = serializers.BooleanField()
    expires_at = serializers.DateTimeField(allow_null=True)
    can_contribute = serializers.BooleanField()
    include_children = serializers.BooleanField()
    created_at = serializers.DateTimeField()
    last_used_at = serializers.DateTimeField(allow_null=True)
    use_count = serializers.IntegerField()


class ShareUseSerializer(serializers.Serializer):
    at = serializers.DateTimeField()
    action = serializers.ChoiceField(ShareUse.Action.choices)
    viewer = serializers.CharField(allow_null=True, help_text="Username; null for a visitor.")
    image_id = serializers.UUIDField(allow_null=True)
