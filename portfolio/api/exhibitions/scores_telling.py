"""How scores are told: all to the organiser, to a juror their own."""

from collections.abc import Collection, Mapping, Sequence
from statistics import fmean
from typing import Any
from uuid import UUID

from gallery.api.pictures import Row
from portfolio.exhibitions.standings import Standing
from portfolio.models import Score
from social.api.people import tell_person


def tell_standing(standing: Standing) -> Row:
    """How something stands with the jury."""
    return {
        "mean": standing.mean,
        "spread": standing.spread,
        "count": standing.count,
        "juror_count": standing.juror_count,
    }


def tell_given(standing: Standing) -> Row:
    """The same of a work, with each score."""
    scores = [
        {"juror": tell_person(row, "juror__user"), "score": row["score"], "note": row["note"]} for row in standing.rows
    ]
    return {**tell_standing(standing), "scores": scores}


def scores_of(juror: Any, submission_ids: Collection[UUID]) -> dict[UUID, Row]:
    """What a person gave the works of these submissions, by the submitted work. One query."""
    scores = Score.objects.filter(juror__user=juror, work__submission__in=submission_ids)
    rows: Any = scores.values("work_id", "score", "note")
    return {row["work_id"]: row for row in rows}


def tell_own_scores(work_ids: Sequence[UUID], scores: Mapping[UUID, Row]) -> Row:
    """What a juror gave these works; null each that they have not scored."""
    given = [scores[pk]["score"] for pk in work_ids if pk in scores]
    nothing: Row = {"score": None, "note": ""}
    return {
        "mean": round(fmean(given), 2) if given else None,
        "count": len(given),
        "works": [
            {"id": pk, "score": scores.get(pk, nothing)["score"], "note": scores.get(pk, nothing)["note"]}
            for pk in work_ids
        ],
    }
