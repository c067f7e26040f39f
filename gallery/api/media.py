"""`/media/…`: signed addresses of copies (`gallery.serving.signing`) that nginx could not answer by itself any more."""

from typing import Any
from uuid import UUID

from django.http.response import HttpResponseBase
from django.urls import path
from drf_spectacular.utils import extend_schema
from rest_framework.permissions import AllowAny
from rest_framework.request import Request
from rest_framework.views import APIView

from gallery.api.bytes import AnyAccept, standing_copy
from gallery.api.copies import FORMAT
from gallery.imaging import geometry
from gallery.models import Image


class SignedCopyView(APIView):
    """The copy that an address tells, to whoever may see the picture now; the address itself opens nothing here."""

    permission_classes = [AllowAny]
    content_negotiation_class = AnyAccept
    throttle_classes = []

    @extend_schema(exclude=True)
    def get(self, request: Request, image_id: UUID, size: str, **signed: Any) -> HttpResponseBase:
        """Raises Image.DoesNotExist for what is unseen, as for what there is not."""
        if size not in geometry.NAMES:
            raise Image.DoesNotExist
        return standing_copy(request, image_id, size=size, wanted_format=FORMAT)


urlpatterns = [
    path("<slug:signature>/<int:expires>/<uuid:image_id>/<slug:size>/<path:kept>", SignedCopyView.as_view()),
]
