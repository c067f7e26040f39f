"""What is done to a work beside saying what it is: it is deleted, and a category is proposed for it."""

from uuid import UUID

from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.core.exceptions import ValidationError
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods

from accounts.requests import person
from gallery.actions.artworks import delete_artwork, shown_only_by
from gallery.actions.categories import create_category
from gallery.models import Category
from portfolio.views.deeds import deed, settled
from portfolio.views.studio.work import own_work


@require_http_methods(["GET", "HEAD", "POST"])
@login_required
def delete_work(request: HttpRequest, artwork_id: UUID) -> HttpResponse:
    """`/studio/works/<id>/delete`: asks, and by POST does it; `image` says whether its pictures stay: `keep` or `delete`."""
    work = own_work(request, artwork_id)
    if request.method != "POST":
        told = {"place": "studio-works", "work": work, "alone": len(shown_only_by([work.pk]))}
        return render(request, "studio/work_deleting.html", told)

    def delete() -> str:
        delete_artwork(artwork=work, by=person(request), keep_images=request.POST.get("image") != "delete")
        messages.success(request, _("“%(title)s” was deleted.") % {"title": work.title})
        return reverse("studio-works")

    return settled(delete, request, reverse("studio-work", args=[work.pk]))


@deed("", on="studio-work")
def propose_category(request: HttpRequest, back: str, artwork_id: UUID) -> str:
    """`/studio/works/<id>/category`: a category that there is not yet; staff look at it. Raises ValidationError, Conflict."""
    own_work(request, artwork_id)
    above = request.POST.get("parent", "")
    parent = Category.objects.approved().filter(pk=above).first() if above.isdecimal() and len(above) < 10 else None
    name = request.POST.get("name", "")
    if not name.strip():
        raise ValidationError(_("Say what the category is to be called."))
    category = create_category(by=person(request), name=name, parent=parent)
    words = _("“%(name)s” is proposed: the staff will look at it, and you can choose it once they have approved it.")
    messages.success(request, words % {"name": category.name})
    return f"{back}#told"
