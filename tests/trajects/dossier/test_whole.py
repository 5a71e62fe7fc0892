"""The dossier as a whole: its parts, its figures, and that equal facts give an equal one."""

import pytest

from tests.factories import MembershipFactory
from tests.trajects.dossiers import AT, NAMES, ON, filled
from tests.trajects.dream_factories import GoalFactory, GoalRemarkFactory
from tests.trajects.plan_factories import ActionFactory, ActionOwnerFactory
from trajects.action_states import ActionState
from trajects.dossier import Choice, dossier_of
from trajects.dossier.actions import Reference
from trajects.models import Action, Audience, Traject

OWN = Choice(Audience.OWN, with_names=True, with_remarks=True, with_notes=True)


@pytest.fixture
def told(traject):
    return filled(traject)


def test_dossier_of_nearly_nothing_has_no_empty_parts(traject):
    found = dossier_of(traject, on=ON, at=AT, choice=Choice())

    missing = (found.mirror, found.photo, found.dreams, found.timeline, found.money, found.effects)
    assert missing == (None,) * 6
    assert [one.id for one in found.chapters] == [
        *("summary", "process", "votes", "goals", "following", "method", "privacy")
    ]
    assert found.summary.headline.endswith("is still making its plan.")


def test_chapters_stand_in_their_order_with_the_themes_under_the_goals(told):
    chapters = dossier_of(told.traject, on=ON, at=AT, choice=OWN).chapters

    assert [one.id for one in chapters] == [
        *("summary", "process", "mirror", "photo", "votes", "dreams", "goals", "timeline"),
        *("budget", "effects", "parked", "following", "answers", "method", "privacy"),
    ]
    assert [part.title for one in chapters for part in one.parts] == ["Klimaat"]


def test_cover_and_summary_follow_from_the_facts(told):
    found = dossier_of(told.traject, on=ON, at=AT, choice=OWN)

    assert (found.cover.organisation, found.cover.years) == ("Gemeente Aalbeke", "2026–2031")
    assert found.cover.decision == found.follow_up.decisions[0]
    summary = found.summary
    assert summary.headline == "Gemeente Aalbeke works on klimaat, with 2 actions until 2031."
    assert (summary.goals, summary.actions, summary.without_owner) == (1, 2, 1)
    # 38.000 once, and 500 in 2026 and 2027.
    assert (summary.cost, summary.cost_words, summary.days) == (39_000, "39.000", 12)
    (theme,) = summary.themes
    assert (theme.name, theme.wanted) == ("Klimaat", 3)


def test_plan_of_one_year_is_called_after_it(traject):
    traject.plan_from = traject.plan_to = 2027

    assert dossier_of(traject, on=ON, at=AT, choice=Choice()).cover.years == "2027"


def test_action_carries_all_that_is_known_of_it(told):
    isolate, boiler = dossier_of(told.traject, on=ON, at=AT, choice=OWN).goals.actions

    assert (isolate.number, isolate.state, isolate.when) == (
        "1.1",
        ActionState.RUNNING,
        "Jan 2026 to Jun 2027",
    )
    assert (
        isolate.owner_words == f"{NAMES[4]} (Dienst Milieu); {NAMES[3]} (Poetshulp, Dienst Milieu)"
    )
    assert isolate.cost == "38.000 euro once, 500 euro a year"
    assert isolate.waits_for == (Reference("1.2", "De ketel nakijken"),)
    assert [one.words for one in isolate.measured] == ["95 kWh"]
    assert [(one.text, one.by) for one in isolate.remarks] == [
        (f"Voortgang van {NAMES[6]}.", NAMES[5])
    ]
    (helped,) = isolate.statements
    asked = told.traject.scan.statements()
    assert (helped.code, helped.text) == asked.order_by("-code").values_list("code", "text")[0]
    assert boiler.is_late
    assert boiler.owners == ()
    assert [str(gap) for gap in boiler.gaps] == ["no owner yet", "no reason yet"]
    assert boiler.has_more


def test_owner_of_whom_nothing_else_is_known_is_an_owner_all_the_same(told):
    """In the table of the goal and along time."""
    nobody_knows = MembershipFactory(organisation=told.traject.organisation, department=None)
    late = Action.objects.get(title="De ketel nakijken")
    ActionOwnerFactory(action=late, user=nobody_knows.user)

    found = dossier_of(told.traject, on=ON, at=AT, choice=Choice())

    (bars,) = (goal.bars for theme in found.timeline.themes for goal in theme.goals)
    assert [one.who for one in bars if one.title == late.title] == ["a colleague"]
    assert found.goals.actions[1].owner_words == "a colleague"


def test_rounds_choice_and_light_are_counts_and_words(told):
    votes = dossier_of(told.traject, on=ON, at=AT, choice=OWN).votes

    assert [(one.number, one.ballots) for one in votes.rounds] == [(1, 8), (2, 8)]
    assert votes.last == votes.rounds[1]
    climate = votes.last.rows[0]
    assert (climate.name, climate.rank, climate.word) == ("Klimaat", 1, "unanimous")
    assert [bar.count for bar in climate.bars] == [8, 0, 0]
    assert [(one.name, one.rank) for one in votes.chosen] == [("Klimaat", 1)]
    assert [(one.name, one.because) for one in votes.parked] == [("Water", "Dat komt later.")]
    assert votes.light.decided_by == "het college"


def test_dossier_without_remarks_and_notes_holds_none(told):
    with_names = Choice(Audience.OWN, with_names=True)

    said = repr(dossier_of(told.traject, on=ON, at=AT, choice=with_names))

    for absent in (
        "Voortgang van",
        "Opmerking bij",
        "zoekt dit op",
        "Verslag",
        "Notitie",
        "twijfelt",
    ):
        assert absent not in said
    everything = repr(dossier_of(told.traject, on=ON, at=AT, choice=OWN))
    for present in ("Voortgang van", "Opmerking bij", "Verslag", "Notitie", "twijfelt"):
        assert present in everything


def test_equal_facts_make_an_equal_dossier(told):
    first = dossier_of(told.traject, on=ON, at=AT, choice=OWN)

    assert first == dossier_of(told.traject, on=ON, at=AT, choice=OWN)
    told.action.title = "Het dak en de gevel isoleren"
    told.action.save()
    assert first != dossier_of(told.traject, on=ON, at=AT, choice=OWN)


def test_number_of_queries_does_not_grow_with_the_plan(told, django_assert_num_queries):
    with django_assert_num_queries(62):
        dossier_of(Traject.objects.get(pk=told.traject.pk), on=ON, at=AT, choice=Choice())
    for _ in range(3):
        ActionOwnerFactory(action=ActionFactory(goal=told.goal))
        GoalRemarkFactory(goal=GoalFactory(traject=told.traject, candidate=told.goal.candidate))
    with django_assert_num_queries(62):
        dossier_of(Traject.objects.get(pk=told.traject.pk), on=ON, at=AT, choice=Choice())
