"""How routes that send pictures are described."""

from drf_spectacular.types import OpenApiTypes
from drf_spectacular.utils import OpenApiParameter, OpenApiResponse

from gallery.imaging import geometry
from gallery.imaging.recipes import FORMATS

BYTES = OpenApiResponse(OpenApiTypes.BINARY)
SIZE = OpenApiParameter("size", enum=geometry.NAMES, default="medium")
FORMAT = OpenApiParameter("format", enum=FORMATS, description="By default the best that `Accept` names.")
