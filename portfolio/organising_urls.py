"""The pages of who organises exhibitions."""

from django.urls import path

from portfolio.views.exhibitions.announcing import AnnouncePage
from portfolio.views.exhibitions.deciding import choose_works, decide_one, decide_several, note_fee
from portfolio.views.exhibitions.editing import EditExhibitionPage
from portfolio.views.exhibitions.jurors import JurorsPage, remove_from_jury
from portfolio.views.exhibitions.making import NewExhibitionPage
from portfolio.views.exhibitions.moving import ask, delete, move
from portfolio.views.exhibitions.submissions import submissions, submissions_csv
from portfolio.views.exhibitions.yours import yours

ONE = "exhibitions/<uuid:exhibition_id>"

urlpatterns = [
    path("exhibitions/new", NewExhibitionPage.as_view(), name="exhibition-new"),
    path("exhibitions/yours", yours, name="exhibitions-yours"),
    path(f"{ONE}/edit", EditExhibitionPage.as_view(), name="exhibition-edit"),
    path(f"{ONE}/delete", delete, name="exhibition-delete"),
    path(f"{ONE}/move", move, name="exhibition-move"),
    path(f"{ONE}/move/<str:status>", ask, name="exhibition-ask"),
    path(f"{ONE}/jurors", JurorsPage.as_view(), name="exhibition-jurors"),
    path(f"{ONE}/jurors/<uuid:user_id>/remove", remove_from_jury, name="exhibition-juror-remove"),
    path(f"{ONE}/submissions", submissions, name="exhibition-submissions"),
    path(f"{ONE}/submissions.csv", submissions_csv, name="exhibition-submissions-csv"),
    path(f"{ONE}/submissions/decide", decide_several, name="exhibition-decide"),
    path(f"{ONE}/submissions/decide/one", decide_one, name="exhibition-decide-one"),
    path(f"{ONE}/submissions/choose", choose_works, name="exhibition-choose"),
    path(f"{ONE}/submissions/fee", note_fee, name="exhibition-fee"),
    path(f"{ONE}/announce", AnnouncePage.as_view(), name="exhibition-announce"),
]
