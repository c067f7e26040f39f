"""`categories`: what works are sorted under, and what they are made of."""

from typing import Any

from drf_spectacular.types import OpenApiTypes
from drf_spectacular.utils import OpenApiParameter, extend_schema, extend_schema_view
from rest_framework.request import Request
from rest_framework.response import Response
from rest_framework.views import APIView

from accounts.requests import person
from gallery.actions.categories import change_category, create_category, delete_category, require_staff
from gallery.api.category_descriptions import (
    CategoriesSerializer,
    CategoryChangeSerializer,
    CategoryDeletedSerializer,
    NewCategorySerializer,
    WholeCategorySerializer,
)
from gallery.category_tree import CategoryTree, Row
from gallery.mediums import mediums
from gallery.models import Category

KEY = OpenApiParameter("category", OpenApiTypes.STR, OpenApiParameter.PATH, description="An id or a slug.")


def tree_of(request: Request) -> CategoryTree:
    return CategoryTree(Category.objects.visible_to(request.user))


class CategoriesView(APIView):
    @extend_schema(operation_id="api_categories_tree", responses=CategoriesSerializer)
    def get(self, request: Request) -> Response:
        """All categories as a tree, and the mediums of works. Counts are of public works, for everyone alike."""
        tree = tree_of(request)
        told = [tell(tree, row) for row in tree.children[None]]
        return Response({"categories": told, "mediums": [tell_medium(each) for each in mediums()]})

    @extend_schema(request=NewCategorySerializer, responses={201: WholeCategorySerializer})
    def post(self, request: Request) -> Response:
        """Make a category or, unless you are staff, propose one: until staff approve it, they and you alone see it.

        A name that another category has, be it only proposed, is a 400. 409 while 20 of your proposals wait.
        """
        serializer = NewCategorySerializer(data=request.data)
        serializer.is_valid(raise_exception=True)
        category = create_category(by=person(request), **serializer.validated_data)
        return Response(tell_whole(tree_of(request), str(category.pk)), status=201)


@extend_schema_view(
    get=extend_schema(parameters=[KEY]),
    put=extend_schema(parameters=[KEY]),
    patch=extend_schema(parameters=[KEY]),
    delete=extend_schema(parameters=[KEY]),
)
class CategoryView(APIView):
    @extend_schema(responses=WholeCategorySerializer)
    def get(self, request: Request, category: str) -> Response:
        """One category with those in it, and the path to it."""
        return Response(tell_whole(tree_of(request), category))

    @extend_schema(request=CategoryChangeSerializer, responses=WholeCategorySerializer)
    def put(self, request: Request, category: str) -> Response:
        """For staff: change what is sent and nothing else. 409 where it would lie within itself."""
        kept = kept_category(request, category)
        serializer = CategoryChangeSerializer(data=request.data, partial=True)
        serializer.is_valid(raise_exception=True)
        change_category(category=kept, by=request.user, **serializer.validated_data)
        return Response(tell_whole(tree_of(request), str(kept.pk)))

    @extend_schema(request=CategoryChangeSerializer, responses=WholeCategorySerializer)
    def patch(self, request: Request, category: str) -> Response:
        """As PUT."""
        return self.put(request, category)

    @extend_schema(responses={200: CategoryDeletedSerializer})
    def delete(self, request: Request, category: str) -> Response:
        """For staff: delete a category; 409 while works, hidden ones too, or categories lie in it."""
        kept = kept_category(request, category)
        delete_category(category=kept, by=request.user)
        return Response({"id": kept.pk, "deleted": True})


def found(tree: CategoryTree, key: str) -> Row:
    """Raises Category.DoesNotExist for what is unseen."""
    row = tree.find(key)
    if row is None:
        raise Category.DoesNotExist
    return row


def kept_category(request: Request, key: str) -> Category:
    """The category of a path, for staff. Raises Category.DoesNotExist for what is unseen, PermissionDenied for others."""
    row = found(tree_of(request), key)
    require_staff(request.user)
    return Category.objects.get(pk=row["pk"])


def tell_whole(tree: CategoryTree, key: str) -> Row:
    row = found(tree, key)
    return {**tell(tree, row), "path": [tell_briefly(each) for each in tree.path(row["pk"])]}


def tell(tree: CategoryTree, row: Row) -> Row:
    """A category, and all that is below it."""
    told = {
        **tell_briefly(row),
        "description": row["description"],
        "parent_id": row["parent_id"],
        "artwork_count": tree.totals[row["pk"]],
        "own_artwork_count": row["public_count"],
        "children": [tell(tree, child) for child in tree.children[row["pk"]]],
    }
    return told | ({"status": row["status"]} if row["status"] == Category.Status.PROPOSED else {})


def tell_briefly(row: Row) -> Row:
    return {"id": row["pk"], "name": row["name"], "slug": row["slug"]}


def tell_medium(medium: Any) -> Row:
    return {"name": medium.name, "artwork_count": medium.works}
