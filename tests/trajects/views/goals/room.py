"""A goal with everything around it: all five letters, dream images, a vote, remarks."""

from datetime import date
from decimal import Decimal

from django.utils.timezone import now

from scans.models import Sdg
from tests.trajects.dream_factories import (
    DreamImageFactory,
    DreamStarFactory,
    GoalDreamFactory,
    GoalFactory,
    GoalRemarkFactory,
    ThemeAmbitionFactory,
)
from tests.trajects.factories import (
    LONG_AGO,
    CandidateFactory,
    LiveSessionFactory,
    TallyFactory,
    ThemeChoiceFactory,
    VotingRoundFactory,
)
from trajects.models import Candidate, Goal, Traject

SENTENCE = "De dienst aankoop zet tegen eind 2029 in 60 procent van de bestekken een duurzame eis."


def chosen_theme(traject: Traject, name: str = "Duurzaam aankopen", **own: object) -> Candidate:
    candidate = CandidateFactory(traject=traject, name=name, short_name=name[:20], **own)
    ThemeChoiceFactory(candidate=candidate, chosen=True)
    return candidate


def rich_goal(traject: Traject) -> Goal:
    """In the first theme, with a start and a target, grown from two dream images."""
    theme = chosen_theme(traject)
    ThemeAmbitionFactory(candidate=theme, step=3)
    goal = GoalFactory(
        candidate=theme,
        sentence=SENTENCE,
        result="Bestekken met een milieueis of een sociale eis.",
        indicator="Aandeel bestekken met een duurzame eis",
        unit="%",
        baseline=Decimal(18),
        baseline_on=date(2026, 1, 31),
        baseline_source="contractenregister",
        target=Decimal(60),
        carrier="Koen De Wilde, aankoop",
        means="Eén dag per week",
        due_on=date(2029, 12, 31),
        bbc_code="AP-4.2",
    )
    goal.sdgs.add(Sdg.objects.get_or_create(number=12, defaults={"name": "Verantwoorde"})[0])
    for text, stars in (("Dat elk bestek groen is.", 1), ("Dat ik kan zien waarom.", 2)):
        dream = DreamImageFactory(traject=traject, text=text, themes=[theme])
        GoalDreamFactory(goal=goal, dream=dream)
        DreamStarFactory.create_batch(stars, dream=dream)
    GoalRemarkFactory(goal=goal, text="Wie meet dit?", author__name="Aya")
    counted_round(traject, theme)
    return goal


def counted_round(traject: Traject, theme: Candidate) -> None:
    item = {"key": f"k{theme.pk}", "name": theme.name, "short_name": theme.short_name}
    by = traject.created_by
    session = LiveSessionFactory(traject=traject, ended_at=LONG_AGO, ended_by=by)
    closed = {"closed_at": LONG_AGO, "closed_by": by}
    counted = VotingRoundFactory(session=session, items=[item], minimum=3, **closed)
    for option, count in zip("1230", (0, 1, 2, 0), strict=True):
        TallyFactory(round=counted, item=item["key"], option=option, count=count)


def set_aside(goal: Goal) -> None:
    goal.set_aside_at, goal.set_aside_by = now(), goal.proposed_by
    goal.set_aside_because = "Dit doet de regio al."
    goal.save()
