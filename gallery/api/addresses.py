"""Absolute addresses of what the API tells of: a client on another origin must be able to follow them as they are."""

from rest_framework.request import Request


def site(request: Request) -> str:
    """`https://host`, as this client reached it. Asked once for an answer: building one address costs as much as a row."""
    address: str = request.build_absolute_uri("/")
    return address[:-1]


def image_urls(base: str, image_id: object) -> dict[str, str]:
    own = f"{base}/api/images/{image_id}"
    return {
        "self": own,
        "page": f"{base}/images/{image_id}",
        "download": f"{own}/download",
        "thumbnail": f"{own}/thumbnail",
    }


def thumbnail_url(base: str, image_id: object, size: str = "") -> str:
    """Where a picture is in one size; without one, what the size is written behind."""
    return f"{base}/api/images/{image_id}/thumbnail?size={size}"
