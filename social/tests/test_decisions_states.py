"""Every step that a case cannot take is a conflict, and changes nothing."""

from itertools import product

import pytest

from accounts.exceptions import Conflict
from gallery.models import Artwork
from gallery.tests.works import new_work
from social.actions.deciding import judge_appeal
from social.models import Appeal, Case, Decision, Entry, Report
from social.tests.moderation import age, appealed, decided, moderator, report

STATES = ("dismissed", "hidden", "late", "appealed", "upheld", "overturned", "removing", "removed")


class Story:
    """A case in one of its states, with all who have to do with it."""

    def __init__(self, ada, ben, state):
        self.ada, self.decider, self.judge = ada, moderator("decider"), moderator("judge")
        self.case = report(new_work(ada), ben)
        verdict = {"dismissed": "dismiss", "removing": "remove", "removed": "remove"}.get(state, "hide")
        self.decision = decided(self.case, self.decider, verdict)
        self.appeal = appealed(self.decision, ada) if state in {"appealed", "upheld", "overturned", "removed"} else None
        if state in {"upheld", "overturned", "removed"}:
            self.judged("overturned" if state == "overturned" else "upheld")
        if state == "late":
            age(self.decision, days=15)

    def judged(self, outcome):
        return judge_appeal(appeal=self.appeal, by=self.judge, outcome=outcome)

    def step(self, name):
        if name == "appeal":
            return appealed(self.decision, self.ada)
        return self.judged(name) if name in {"upheld", "overturned"} else decided(self.case, self.judge, name)


LEGAL = {("hidden", "appeal"), ("removing", "appeal"), ("appealed", "upheld"), ("appealed", "overturned")}
STEPS = ("dismiss", "hide", "remove", "suspend", "appeal", "upheld", "overturned")
WITHOUT_APPEAL = {"dismissed", "hidden", "late", "removing"}
# Where there is no appeal, there is none to judge.
POSSIBLE = [
    (state, step)
    for state, step in product(STATES, STEPS)
    if step not in {"upheld", "overturned"} or state not in WITHOUT_APPEAL
]


def everything():
    """All that a step could change."""
    models = (Case, Report, Decision, Appeal, Entry)
    works = list(Artwork.objects.values_list("pk", "is_hidden", "is_public"))
    return [works, *(sorted(model.objects.values_list(), key=str) for model in models)]


@pytest.mark.parametrize(("state", "step"), POSSIBLE)
def test_each_step_is_taken_where_it_may_be_and_else_is_a_conflict(ada, ben, state, step):
    story = Story(ada, ben, state)
    before = everything()
    if (state, step) in LEGAL:
        story.step(step)
        assert everything() != before
        return
    with pytest.raises(Conflict):
        story.step(step)
    assert everything() == before


@pytest.mark.parametrize(
    ("state", "code"),
    [("dismissed", "too_late"), ("late", "too_late"), ("appealed", "appealed"), ("upheld", "appealed")],
)
def test_an_appeal_that_cannot_be_filed_says_why(ada, ben, client_of, state, code):
    story = Story(ada, ben, state)
    with pytest.raises(Conflict) as refusal:
        story.step("appeal")
    assert refusal.value.code == code
    answer = client_of(ada).post(f"/api/decisions/{story.decision.pk}/appeal", {"text": "No."})
    assert answer.status_code == (404 if state == "dismissed" else 409)
