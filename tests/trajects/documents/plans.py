"""A plan with everything in it: a finished scan, a photo, a vote, a choice, dream images, two goals
with actions in every state, texts and a decision."""

from datetime import UTC, date, datetime

from accounts.models import Department
from scans.actions.imprints import make_imprint
from scans.models import Answer, Scan, Theme
from tests.factories import ScanFactory, UserFactory, answer_all, published_questionnaire
from tests.trajects.counted import candidate_called, voted
from tests.trajects.dream_factories import (
    DreamImageFactory,
    GoalFactory,
    GoalRemarkFactory,
    ThemeAmbitionFactory,
)
from tests.trajects.factories import (
    GreenLightFactory,
    MeetingFactory,
    ParticipantFactory,
    ThemeChoiceFactory,
    ThemeNoteFactory,
)
from tests.trajects.photos import photo_of
from tests.trajects.plan_factories import (
    ActionFactory,
    ActionNeedFactory,
    ActionOwnerFactory,
    ActionStatementFactory,
    ActionStepFactory,
    MeasurementFactory,
    PlanDecisionFactory,
    PlanTextFactory,
    ProgressNoteFactory,
)
from trajects.models import Action, Traject

NOW = datetime(2028, 5, 4, 9, 30, tzinfo=UTC)
BEFORE = datetime(2028, 1, 4, 9, 30, tzinfo=UTC)
ENERGY, WATER, CARE = "Energie", "Water", "Welzijn"
VOTES = {ENERGY: (0, 1, 9, 0), WATER: (1, 4, 5, 0), CARE: (6, 3, 1, 0)}
# Of people, and of what only some may read: nowhere in a document that did not ask for it.
NAMES = ("Koen De Wilde", "Hilde Maes", "Sofie Janssens")
REMARK, NOTE, SCAN_REMARK = "De offerte viel tegen.", "Nota van Els.", "Dat staat op de agenda."


def full_plan(traject: Traject) -> Traject:
    """At `NOW`; its years are 2028 to 2031."""
    traject.plan_from, traject.plan_to = 2028, 2031
    photo_of(traject)
    _scan(traject)
    voted(traject, VOTES)
    GreenLightFactory(traject=traject)
    for candidate in traject.candidates.all():
        is_chosen = candidate.name != CARE
        because = f"Omdat {candidate.name} telt." if is_chosen else "Dat loopt al goed."
        ThemeChoiceFactory(candidate=candidate, chosen=is_chosen, because=because)
        ThemeNoteFactory(candidate=candidate, text=NOTE)
    energy, water = (candidate_called(traject, name) for name in (ENERGY, WATER))
    DreamImageFactory(
        traject=traject,
        text="Op elk dak ligt een zonnepaneel.",
        author=UserFactory(name=NAMES[2]),
        themes=[energy],
    )
    for candidate, theme in ((energy, 7), (water, 10)):
        candidate.themes.add(Theme.objects.get(number=theme))
    ThemeAmbitionFactory(candidate=energy, step=3, because="Dat is haalbaar.")
    _actions(traject, energy, water)
    PlanTextFactory(
        traject=traject,
        summary="We leggen de basis.",
        follow_up="Elk kwartaal kijken we samen.",
        communication="In het infoblad.",
    )
    PlanDecisionFactory(traject=traject, decided_on=date(2028, 3, 1))
    MeetingFactory(traject=traject, title="Eerste overleg", notes=NOTE, report="We begonnen.")
    return traject


def _scan(traject: Traject) -> None:
    questionnaire = published_questionnaire(themes=(7, 10, 4))
    scan = ScanFactory(organisation=traject.organisation, questionnaire=questionnaire, year=2027)
    answer_all(scan, "jjj jjn jnx nnn nnw" * 3, by=scan.started_by)
    Answer.objects.filter(statement__code__endswith="-1a").update(remark=SCAN_REMARK)
    Scan.objects.filter(pk=scan.pk).update(finished_at=BEFORE, finished_by=scan.started_by)
    scan.refresh_from_db()
    make_imprint(scan=scan, by=scan.started_by)
    traject.scan, traject.scan_linked_at = scan, BEFORE
    traject.save()


def _actions(traject: Traject, energy: object, water: object) -> None:
    roofs = GoalFactory(
        candidate=energy,
        traject=traject,
        sentence="Tegen eind 2029 ligt op 12 gemeentelijke gebouwen een zonnedak.",
    )
    barrels = GoalFactory(
        candidate=water,
        traject=traject,
        sentence="Tegen 2030 vangen 5 scholen hun regenwater op.",
    )
    GoalRemarkFactory(goal=roofs, text=REMARK, author=UserFactory(name=NAMES[1]))
    technical = Department.objects.get(organisation=traject.organisation, name="Technische dienst")
    scanned = action(
        roofs,
        "Alle daken laten onderzoeken",
        starts_on=date(2028, 1, 10),
        due_on=date(2028, 3, 31),
        cost_once=4_500,
        department=technical,
        what="Een ingenieur bekijkt elk dak.",
        because="We weten niet welke daken sterk genoeg zijn.",
        indicator="daken onderzocht",
        unit="daken",
        baseline=0,
        target=12,
        staff_days=8,
    )
    laid = action(
        roofs,
        "Panelen leggen & aansluiten ‹fase 1›",
        starts_on=date(2028, 4, 1),
        due_on=date(2029, 12, 31),
        cost_once=120_000,
        cost_yearly=1_000,
    )
    action(roofs, "Subsidie vragen", done_on=date(2028, 2, 1), due_on=date(2028, 2, 28))
    action(barrels, "Vijf scholen bezoeken", due_on=date(2030, 6, 30))
    action(
        barrels,
        "Eén grote put graven",
        stopped_on=date(2028, 4, 1),
        stopped_because="De grond is te nat.",
    )
    guest = ParticipantFactory(traject=traject, name=NAMES[0], function="Gebouwbeheerder")
    for one in (scanned, laid):
        ActionOwnerFactory(action=one, user=None, guest=guest)
    ActionNeedFactory(action=laid, needed=scanned)
    ActionStepFactory(action=scanned, text="Een bestek schrijven", done_on=date(2028, 1, 20))
    ActionStepFactory(action=scanned, text="De daken bezoeken")
    ActionStatementFactory(action=laid, code="energie-2c")
    ProgressNoteFactory(
        action=scanned, text=REMARK, on=date(2028, 2, 2), author=UserFactory(name=NAMES[1])
    )
    MeasurementFactory(action=scanned, value=7, on=date(2028, 2, 2))


def action(goal: object, title: str, **fields: object) -> Action:
    return ActionFactory(goal=goal, title=title, **fields)
