"""Making, changing and deleting categories. Staff keep the tree; what an artist proposes waits for them.

Names are told apart whatever their case among all categories, proposals too: whoever chooses a name that another has proposed
is told what they would be told of any that is taken, and nothing of the proposal.
"""

from collections.abc import Collection, Iterator
from contextlib import contextmanager
from typing import Any
from uuid import UUID

from django.contrib.admin.models import ADDITION, CHANGE, DELETION
from django.contrib.contenttypes.models import ContentType
from django.core.exceptions import PermissionDenied, ValidationError
from django.db import IntegrityError, transaction
from django.db.models import Q, Value
from django.db.models.functions import Lower
from django.db.models.lookups import Exact
from django.utils.translation import gettext as _

from accounts.actions.notes import note
from accounts.exceptions import Conflict
from gallery import tasks
from gallery.actions.showing import followed_works
from gallery.actions.tags import CONTROL, fold_tag, slug_of
from gallery.category_tree import CategoryTree
from gallery.models import Artwork, Category

DEEPEST = 10
LONGEST = 100
MOST_PROPOSALS = 20
CHANGEABLE = {"name", "description", "parent", "status"}


@contextmanager
def tree_held() -> Iterator[None]:
    """Within it nobody else changes the tree: two changes at once could each be right alone, and close a circle together or give
    one name twice. One transaction; Conflict where a work came into a category that goes.

    What is locked is the row that stands for the model. Those of categories are locked by whoever counts works, and behind works.
    """
    try:
        with transaction.atomic():
            rows = ContentType.objects.select_for_update(no_key=True)
            rows.get(app_label=Category._meta.app_label, model=Category._meta.model_name)
            yield
    except IntegrityError as error:
        raise Conflict(_("The categories have changed meanwhile. Please try again.")) from error


def create_category(*, by: Any, name: str, description: str = "", parent: Category | None = None) -> Category:
    """A new category: of staff an approved one, of anyone else a proposal.

    Raises ValidationError on `name` or `parent_category`, Conflict (`too_many_proposals`) where as many of theirs are waiting as
    may.
    """
    category = Category(description=description, proposed_by=None if by.is_staff else by)
    with tree_held():
        set_name(category, name)
        set_place(category, parent)
        if not by.is_staff:
            category.status = Category.Status.PROPOSED
            require_few_proposals(by)
        category.save(force_insert=True)
        if by.is_staff:
            note([category], ADDITION, "Added.", by=by)
    return category


def change_category(*, category: Category, by: Any, **changes: Any) -> Category:
    """Changes what is given and nothing else, and notes who did: name, with which the slug changes, description, parent (None:
    none), status (`approved` alone).

    Raises PermissionDenied for others than staff, ValidationError by field, Conflict (`cycle`) where the category would lie
    within itself, Category.DoesNotExist where it went meanwhile.
    """
    require_staff(by)
    if unknown := set(changes) - CHANGEABLE:
        raise ValidationError({name: _("This cannot be changed.") for name in unknown})
    with tree_held():
        category = Category.objects.get(pk=category.pk)
        before = Category.objects.get(pk=category.pk)
        set_facts(category, changes)
        if words := differences(before, category):
            category.save(update_fields=["name", "slug", "description", "parent", "status"])
            note([category], CHANGE, " ".join(words), by=by)
        if before.name != category.name or before.parent_id != category.parent_id:
            tasks.index_category.enqueue(category.pk)
    return category


def set_facts(category: Category, changes: dict[str, Any]) -> None:
    """Gives a category what is said of it. Raises as `change_category`."""
    if "name" in changes:
        set_name(category, changes["name"])
    if "parent" in changes:
        set_place(category, changes["parent"])
    if changes.get("status", Category.Status.APPROVED) != Category.Status.APPROVED:
        raise ValidationError({"status": ValidationError(_("A category can only be approved."), code="invalid_choice")})
    category.status = changes.get("status", category.status)
    category.description = changes.get("description", category.description)


def differences(before: Category, now: Category) -> list[str]:
    """What was done to a category, a sentence each."""
    return [
        sentence
        for is_so, sentence in (
            (before.name != now.name, f"Renamed from “{before.name}” to “{now.name}”."),
            (before.description != now.description, "Described anew."),
            (before.parent_id != now.parent_id, f"Moved to {f'“{now.parent}”' if now.parent else 'the top'}."),
            (before.status != now.status, "Approved."),
        )
        if is_so
    ]


def set_name(category: Category, name: str) -> None:
    """Raises ValidationError on `name` where it is none, or another category's."""
    category.name = " ".join(CONTROL.sub(" ", name).split())
    if not category.name or len(category.name) > LONGEST:
        words = _("A category has a name of 1 to %d characters.") % LONGEST
        raise ValidationError({"name": ValidationError(words, code="invalid")})
    category.slug = slug_for(category.name)
    # By the slug too: SQLite tells É from é, and two names that look alike from each other.
    same = Q(slug=category.slug) | Q(Exact(Lower("name"), Lower(Value(category.name))))
    if Category.objects.filter(same).exclude(pk=category.pk).exists():
        raise ValidationError({"name": ValidationError(_("This name is taken, or proposed already."), code="unique")})


def slug_for(name: str) -> str:
    """An address for a category: two names never share one, and none is a number, which would be an id."""
    slug = slug_of(fold_tag(name))
    return f"_{slug}" if slug.isdecimal() else slug


def set_place(category: Category, parent: Category | None) -> None:
    """Raises where a category cannot lie below `parent`: that is none, or not approved; it is below the category; the tree grows
    too deep."""
    tree = CategoryTree(Category.objects.all())
    if parent and tree.rows.get(parent.pk, {}).get("status") != Category.Status.APPROVED:
        words = _("There is no such category.")
        raise ValidationError({"parent_category": ValidationError(words, code="does_not_exist")})
    above = [row["pk"] for row in tree.path(parent.pk)] if parent else []
    if category.pk in above:
        raise Conflict(_("A category cannot lie within itself."), code="cycle", attr="parent_category")
    if len(above) + tree.height(category.pk) > DEEPEST:
        words = _("Categories may be %d deep.") % DEEPEST
        raise ValidationError({"parent_category": ValidationError(words, code="too_deep")})
    category.parent = parent


def require_staff(by: Any) -> None:
    if not by.is_staff:
        raise PermissionDenied


def require_few_proposals(by: Any) -> None:
    waiting = Category.objects.filter(proposed_by=by, status=Category.Status.PROPOSED).count()
    if waiting >= MOST_PROPOSALS:
        words = _("%d categories that you proposed are waiting already.") % waiting
        raise Conflict(words, code="too_many_proposals")


def delete_category(*, category: Category, by: Any) -> None:
    """Deletes a category that holds nothing, and notes who did.

    Raises PermissionDenied for others than staff, Conflict (`not_empty`) while a work, be it hidden, or a category lies in it,
    Category.DoesNotExist where it went meanwhile.
    """
    require_staff(by)
    with tree_held():
        category = Category.objects.get(pk=category.pk)
        if is_in_use(category):
            raise Conflict(_("There are works or categories in this category."), code="not_empty")
        note([category], DELETION, "Deleted.", by=by)
        category.delete()


def is_in_use(category: Category) -> bool:
    """Whether works, hidden ones too, or categories lie in it."""
    return category.artworks.exists() or category.children.exists()


def works_in(categories: Collection[int]) -> set[UUID]:
    """The works that are sorted under these themselves."""
    return set(Artwork.objects.filter(category__in=categories).values_list("pk", flat=True))


def merge_categories(*, into: Category, others: Collection[Category], by: Any) -> Category:
    """Sorts all works and categories of others under one, deletes those, and notes who did.

    Raises PermissionDenied for others than staff; Conflict (`cycle`) where one lies above the one that is kept, where that is
    only proposed or one has changed meanwhile; ValidationError where the tree grows too deep. Then nothing has changed.
    """
    require_staff(by)
    gone = [category for category in others if category.pk != into.pk]
    ids = [category.pk for category in gone]
    with tree_held(), followed_works(works := works_in(ids)):
        there = Category.objects.filter(Q(pk__in=ids) | Q(pk=into.pk, status=Category.Status.APPROVED)).count()
        if there <= len(ids) or works_in(ids) != works:
            raise Conflict(_("The categories have changed meanwhile. Please try again."))
        for child in Category.objects.filter(parent__in=ids).exclude(pk__in=ids):
            set_place(child, into)
            child.save(update_fields=["parent"])
            tasks.index_category.enqueue(child.pk)
        Artwork.objects.filter(category__in=ids).update(category=into)
        note(gone, DELETION, f"Merged into “{into.name}”.", by=by)
        note([into], CHANGE, f"Merged with {', '.join(f'“{category.name}”' for category in gone)}.", by=by)
        Category.objects.filter(pk__in=ids).delete()
    return Category.objects.get(pk=into.pk)
