"""How submissions are told: all to the organiser; to their artist nothing of what was decided until it is announced; to a juror
with their own scores alone, and where jurying is blind, without a word of whose they are."""

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import Any
from uuid import UUID

from gallery.api.pictures import Row
from gallery.api.works import tell_artworks
from portfolio.api.exhibitions.scores_telling import scores_of, tell_given, tell_own_scores, tell_standing
from portfolio.api.exhibitions.veiled_works import tell_veiled, veil_of
from portfolio.exhibitions.conflicts import Interest, declared_by
from portfolio.exhibitions.standings import Standing, Standings, standings
from portfolio.models import Submission, SubmissionStatus, SubmittedWork
from portfolio.permissions import ARTIST, ORGANIZER, submission_roles
from portfolio.workflow.tables import SUBMISSION

PAGES = {ORGANIZER: "submissions", ARTIST: "submission", "juror": "jury"}


@dataclass(frozen=True)
class Told:
    """What is told around some submissions, found with a fixed number of queries: `works` by submission, as rows; `artworks` by
    artwork, and `veiled` by submitted work, as told."""

    viewer: Any
    base: str
    works: dict[UUID, list[Row]]
    artworks: dict[UUID, Row] = field(default_factory=dict)
    veiled: dict[UUID, Row] = field(default_factory=dict)
    standings: Standings = field(default_factory=lambda: Standings({}, {}))
    own_scores: dict[UUID, Row] = field(default_factory=dict)
    declared: set[tuple[UUID, UUID]] = field(default_factory=set)


def tell_submissions(submission_ids: Sequence[UUID], *, viewer: Any, base: str) -> list[Row]:
    """These submissions as far as the viewer may see them, as told to them in this order."""
    if not submission_ids:
        return []
    seen = Submission.objects.visible_to(viewer).filter(pk__in=submission_ids)
    found = {each.pk: each for each in seen.select_related("exhibition", "artist__artist")}
    told = gather(found, viewer=viewer, base=base)
    return [tell_submission(found[pk], told) for pk in submission_ids if pk in found]


def role_in(submission: Submission, viewer: Any) -> str:
    """As what somebody who may see a submission is told of it."""
    return next(iter(submission_roles(viewer, submission)), "juror")


def is_veiled(submission: Submission, viewer: Any) -> bool:
    return submission.exhibition.blind and role_in(submission, viewer) == "juror"


def gather(found: dict[UUID, Submission], *, viewer: Any, base: str) -> Told:
    """What is told around these submissions: two queries, and those for what their viewer is told as organiser, as juror, of
    works, and of works without a name."""
    rows = works_of(found)
    by_role = {
        role: {pk for pk, each in found.items() if role_in(each, viewer) == role}
        for role in (ORGANIZER, ARTIST, "juror")
    }
    veiled = [row for row in rows if is_veiled(found[row["submission_id"]], viewer)]
    # As told to others a work that is withheld from them is missing; its artist sees it.
    seen = [row for row in rows if row["artwork__is_public"] or row["submission_id"] in by_role[ARTIST]]
    hidden = {row["pk"] for row in veiled}
    open_ids = list(dict.fromkeys(row["artwork_id"] for row in seen if row["pk"] not in hidden))
    judged = by_role["juror"]
    works: dict[UUID, list[Row]] = defaultdict(list)
    for row in rows:
        works[row["submission_id"]].append(row)
    return Told(
        viewer=viewer,
        base=base,
        works=works,
        artworks={work["id"]: work for work in tell_artworks(open_ids, viewer=viewer, base=base)},
        veiled=tell_veiled([row for row in veiled if row["artwork__is_public"]], found, base=base),
        standings=standings(by_role[ORGANIZER]) if by_role[ORGANIZER] else Standings({}, {}),
        own_scores=scores_of(viewer, judged) if judged else {},
        declared=declared_by(viewer, {found[pk].exhibition_id for pk in judged}) if judged else set(),
    )


def works_of(submission_ids: Any) -> list[Row]:
    """What these submissions consist of, in order. One query."""
    works = SubmittedWork.objects.filter(submission__in=list(submission_ids)).order_by("submission", "position")
    rows: Any = works.values("pk", "submission_id", "artwork_id", "is_selected", "artwork__is_public")
    return list(rows)


def tell_submission(submission: Submission, told: Told) -> Row:
    """One submission, as told to this viewer."""
    role = role_in(submission, told.viewer)
    veiled = is_veiled(submission, told.viewer)
    known = told.veiled if veiled else told.artworks
    works = told.works[submission.pk]
    shown = [row for row in works if row["pk" if veiled else "artwork_id"] in known]
    statement = submission.artist_statement
    page = PAGES[role]
    return {
        "id": submission.pk,
        "exhibition_id": submission.exhibition_id,
        "artist": None if veiled else tell_artist(submission, told.base),
        "artworks": [known[row["pk" if veiled else "artwork_id"]] for row in shown],
        "works": [tell_work(row, submission, role, told) for row in shown],
        "unavailable_count": sum(not row["artwork__is_public"] for row in works),
        "artist_statement": veil_of(submission).over(statement) if veiled else statement,
        "status": status_for(submission, role),
        "submitted_at": submission.submitted_at,
        "fee_paid_at": None if role == "juror" else submission.fee_paid_at,
        "allowed_transitions": allowed_transitions(submission, told.viewer),
        **tell_judgement(submission, role, shown, told),
        "url": f"{told.base}/exhibitions/{submission.exhibition_id}/{page}",
    }


def tell_artist(submission: Submission, base: str) -> Row:
    artist = submission.artist
    return {
        "id": artist.pk,
        "username": artist.username,
        "artist_name": artist.artist.artist_name,
        "url": f"{base}/@{artist.username}",
    }


def tell_work(row: Row, submission: Submission, role: str, told: Told) -> Row:
    """A submitted work beside what is told of the work itself. Whether it is chosen, its artist learns once they know that the
    submission is accepted: of another it would tell what was decided at first and taken back."""
    chosen = role == ORGANIZER or (role == ARTIST and submission.status_for_artist == SubmissionStatus.ACCEPTED)
    standing = told.standings.works.get(row["pk"], Standing())
    return {
        "id": row["pk"],
        "artwork_id": None if is_veiled(submission, told.viewer) else row["artwork_id"],
        "is_selected": row["is_selected"] if chosen else None,
        "score": tell_given(standing) if role == ORGANIZER else None,
    }


def tell_judgement(submission: Submission, role: str, shown: list[Row], told: Told) -> Row:
    """`score` for the organiser; `my_score` and `conflict`, which keeps them from scoring, for a juror."""
    if role == ORGANIZER:
        standing = told.standings.submissions.get(submission.pk, Standing())
        return {"score": tell_standing(standing), "my_score": None, "conflict": None}
    if role == ARTIST:
        return {"score": None, "my_score": None, "conflict": None}
    close = (submission.exhibition_id, submission.artist_id) in told.declared
    own = tell_own_scores([row["pk"] for row in shown], told.own_scores)
    return {"score": None, "my_score": own, "conflict": Interest.DECLARED.value if close else None}


def status_for(submission: Submission, role: str) -> str:
    return submission.status if role == ORGANIZER else submission.status_for_artist


def allowed_transitions(submission: Submission, viewer: Any) -> list[str]:
    """The statuses that the viewer may move it to now: to its artist by the status that they are told."""
    return [each.target.value for each in ways_open(submission, viewer)]


def ways_open(submission: Submission, viewer: Any) -> list[Any]:
    """The transitions of the same, for buttons. Of the submission the exhibition is read too."""
    roles = submission_roles(viewer, submission)
    if ARTIST not in roles:
        return SUBMISSION.allowed(submission, roles)
    as_told = Submission(exhibition=submission.exhibition, status=SubmissionStatus(submission.status_for_artist))
    return SUBMISSION.allowed(as_told, roles)
