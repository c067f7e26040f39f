"""The views that anybody would write first: an empty one, and a list by `ModelSerializer` with everything prefetched."""

from django.db.models import Prefetch, QuerySet
from django.http import HttpRequest, HttpResponse
from rest_framework import serializers
from rest_framework.generics import ListAPIView
from rest_framework.pagination import PageNumberPagination
from rest_framework.renderers import JSONRenderer

from accounts.models import User
from gallery.api.pictures import FACTS, METADATA, OVERRIDES, PLACE
from gallery.credit import rights_of
from gallery.imaging import geometry
from gallery.models import Album, Image


def empty(request: HttpRequest) -> HttpResponse:
    return HttpResponse()


class Metadata(serializers.ModelSerializer):
    class Meta:
        model = Image
        fields = [*METADATA, *PLACE]


class Owner(serializers.ModelSerializer):
    artist_name = serializers.CharField(source="artist.artist_name")

    class Meta:
        model = User
        fields = ["id", "username", "artist_name"]


class AlbumBrief(serializers.ModelSerializer):
    class Meta:
        model = Album
        fields = ["id", "name"]


class Picture(serializers.ModelSerializer):
    """The same document as Atelier's."""

    id = serializers.UUIDField(source="pk")
    user = Owner(source="owner")
    file_hash = serializers.CharField(source="file.checksum")
    download_count = serializers.IntegerField(source="file.download_count")
    tags = serializers.SlugRelatedField("name", many=True, read_only=True)
    albums = AlbumBrief(many=True)
    thumbnails = serializers.SerializerMethodField()
    urls = serializers.SerializerMethodField()
    metadata = Metadata(source="*")
    rights = serializers.SerializerMethodField()

    class Meta:
        model = Image
        fields = [
            "id",
            "user",
            *FACTS,
            "file_hash",
            "download_count",
            "tags",
            "albums",
            "thumbnails",
            "urls",
            "metadata",
            "rights",
        ]

    def get_rights(self, image: Image) -> dict:
        is_owner = image.owner_id == self.context["request"].user.pk
        overrides = {name: getattr(image, name) for name in OVERRIDES} if is_owner else None
        return {**rights_of(image), "overrides": overrides}

    def get_thumbnails(self, image: Image) -> dict:
        return {name: self.thumbnail(image, name) for name in geometry.NAMES}

    def thumbnail(self, image: Image, name: str) -> dict:
        width, height = geometry.rendition_size(image.width, image.height, name)
        url = self.context["request"].build_absolute_uri(f"/api/images/{image.pk}/thumbnail?size={name}")
        return {"url": url, "width": width, "height": height}

    def get_urls(self, image: Image) -> dict:
        own = self.context["request"].build_absolute_uri(f"/api/images/{image.pk}")
        page = self.context["request"].build_absolute_uri(f"/images/{image.pk}")
        return {"self": own, "page": page, "download": f"{own}/download", "thumbnail": f"{own}/thumbnail"}


class Pages(PageNumberPagination):
    page_size = 24


class ImageList(ListAPIView):
    serializer_class = Picture
    pagination_class = Pages
    renderer_classes = [JSONRenderer]
    filter_backends: list = []

    def get_queryset(self) -> QuerySet[Image]:
        seen = Image.objects.visible_to(self.request.user).order_by("-uploaded_at", "-pk")
        albums = Prefetch("albums", Album.objects.visible_to(self.request.user))
        return seen.select_related("file", "owner__artist").prefetch_related("tags", albums)
