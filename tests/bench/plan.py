"""What a big action plan costs: its page, and its PDF beside WeasyPrint alone on the same page.

    python -m tests.bench.plan [--rounds 40] [--documents 3] [--memory 20]
    python -m tests.postgres python -m tests.bench.plan

Plans of 30, 120 and 240 actions under 5 themes of 6 goals, each action with an owner, dates, costs,
steps and a statement of the scan. Times are reported, never judged; a page that fails or asks more
than fifteen queries, or more for more actions, ends with code 1. Nought leaves out either.
Beside the PDFs stands the memory after one and after `--memory` more.
"""

import os
import sys

os.environ["DJANGO_SETTINGS_MODULE"] = "tests.bench.settings"

import django

django.setup()

import shutil  # noqa: E402 - models come after the settings
from argparse import ArgumentParser, Namespace  # noqa: E402
from datetime import date, datetime, timedelta  # noqa: E402
from io import StringIO  # noqa: E402

from django.conf import settings  # noqa: E402
from django.core.management import call_command  # noqa: E402
from django.db import connection  # noqa: E402
from django.urls import reverse  # noqa: E402
from django.utils.timezone import now  # noqa: E402

from accounts.models import Department, User  # noqa: E402
from tests.bench.cases import PAGE_FLOOR, Browser, Case, Request  # noqa: E402
from tests.bench.generated import Town, load_generated, make_town  # noqa: E402
from tests.bench.measuring import WrongAnswer, count_queries, medians  # noqa: E402
from tests.bench.pdf import DOCUMENTS, cost, report, resident_mb, weasyprint_alone  # noqa: E402
from tests.bench.run import machine, person, print_costs, report_faults  # noqa: E402
from trajects.documents.plan import plan_html, plan_pdf  # noqa: E402
from trajects.models import (  # noqa: E402
    Action,
    ActionOwner,
    ActionStatement,
    ActionStep,
    Audience,
    Candidate,
    Goal,
    PlanDocument,
    ThemeChoice,
    Traject,
)

THEMES, GOALS = 5, 6
PER_GOAL = (1, 4, 8)
SIZES = tuple(THEMES * GOALS * number for number in PER_GOAL)
AIM = 8
MOST_QUERIES = 15
WARM_UP = 5


def main() -> int:
    parser = ArgumentParser(prog="python -m tests.bench.plan")
    parser.add_argument("--rounds", type=int, default=40)
    parser.add_argument("--documents", type=int, default=3)
    parser.add_argument("--memory", type=int, default=DOCUMENTS)
    asked = parser.parse_args()
    call_command("collectstatic", interactive=False, verbosity=0)
    database = connection.creation.create_test_db(verbosity=0, autoclobber=True, serialize=False)
    try:
        return run(asked)
    except WrongAnswer as wrong:
        print(wrong, file=sys.stderr)
        return 1
    finally:
        connection.creation.destroy_test_db(database, verbosity=0)
        shutil.rmtree(settings.VAR_DIR)


def run(asked: Namespace) -> int:
    call_command("load_taxonomy", stdout=StringIO())
    load_generated(version=1, themes=15, at=now())
    els = person("Els")
    town = make_town(1, els, at=now())
    plans = [make_plan(town, number, els, at=now()) for number in PER_GOAL]
    faults = time_pages(town, plans, els, asked.rounds) if asked.rounds else 0
    if asked.documents:
        time_documents(plans[-1], els, asked.documents, memory_over=asked.memory)
    return faults


def time_pages(town: Town, plans: list[Traject], els: User, rounds: int) -> int:
    floor = reverse("page_floor", args=[town.organisation.pk])
    cases = [Case(PAGE_FLOOR, lambda: Request(floor))]
    cases += [_case(plan, size) for plan, size in zip(plans, SIZES, strict=True)]
    browser = Browser(els)
    costs = medians(browser, cases, warm_up=WARM_UP, rounds=rounds)
    queries = count_queries(browser, cases)
    print_costs(cases, costs, queries)
    print(f"\n{rounds} interleaved rounds after {WARM_UP} to warm up; {machine()}\n")
    by_size = {str(size): [count] for size, count in zip(SIZES, queries[1:], strict=True)}
    return report_faults([cases[1]], by_size)


def _case(plan: Traject, size: int) -> Case:
    path = reverse("trajects:plan", args=[plan.pk])
    aim = AIM if size == SIZES[-1] else None
    return Case(f"plan of {size}", lambda: Request(path), PAGE_FLOOR, aim=aim, most=MOST_QUERIES)


def time_documents(plan: Traject, by: User, rounds: int, *, memory_over: int) -> None:
    asked = PlanDocument(
        traject=plan, asked_at=now(), asked_by=by, audience=Audience.COUNCIL, with_names=True
    )
    html, assets = plan_html(asked)
    first = plan_pdf(asked)
    memory = [resident_mb()]
    for _document in range(memory_over):
        plan_pdf(asked)
        memory.append(resident_mb())
    weasyprint_alone(html, assets)
    costs = [
        (cost(lambda: weasyprint_alone(html, assets)), cost(lambda: plan_pdf(asked)))
        for _round in range(rounds)
    ]
    report(costs, memory, pdf=first)
    print(f"\n{rounds} interleaved rounds after one to warm up; {machine()}")


def make_plan(town: Town, per_goal: int, by: User, *, at: datetime) -> Traject:
    traject = Traject.objects.create(
        organisation=town.organisation,
        title=f"Plan met {per_goal} acties per doel",
        starts_on=at.date() - timedelta(days=400),
        ends_on=at.date() + timedelta(days=700),
        plan_from=at.year,
        plan_to=at.year + 5,
        created_at=at,
        created_by=by,
        scan=town.finished,
        scan_linked_at=at,
    )
    department = Department.objects.get_or_create(
        organisation=town.organisation, name="Dienst wonen"
    )[0]
    for place in range(THEMES):
        candidate = Candidate.objects.create(
            traject=traject, name=f"Thema {place}", short_name=f"Thema {place}", position=place
        )
        ThemeChoice.objects.create(
            candidate=candidate, chosen=True, because="Omdat het telt.", at=at, by=by
        )
        for goal in range(GOALS):
            _fill(_goal(traject, candidate, goal, by, at), per_goal, department, by, at)
    return traject


def _goal(traject: Traject, candidate: Candidate, place: int, by: User, at: datetime) -> Goal:
    return Goal.objects.create(
        traject=traject,
        candidate=candidate,
        position=place,
        sentence=f"Tegen eind {at.year + 3} is {10 * (place + 1)} % van onze gebouwen aangepast.",
        proposed_at=at,
        proposed_by=by,
    )


def _fill(goal: Goal, number: int, department: Department, by: User, at: datetime) -> None:
    first = date(at.year, 1, 1)
    actions = Action.objects.bulk_create(
        Action(
            traject=goal.traject,
            goal=goal,
            position=place,
            title=f"Actie {place} van doel {goal.pk}: gebouwen nakijken en aanpassen",
            what="We bekijken elk gebouw met de dienst die erin werkt. " * 2,
            because="Zonder dit weten we niet waar te beginnen.",
            department=department,
            starts_on=first + timedelta(days=90 * place),
            due_on=first + timedelta(days=90 * place + 200),
            cost_once=1_000 * place,
            staff_days=place,
            created_at=at,
            created_by=by,
            settled_at=at,
        )
        for place in range(1, number + 1)
    )
    for action in actions:
        ActionOwner.objects.create(action=action, user=by)
        ActionStatement.objects.create(action=action, code=f"werking-{action.position % 5 + 1}a")
        for place, text in enumerate(("Een bestek schrijven", "De werken volgen"), 1):
            ActionStep.objects.create(action=action, position=place, text=text)


if __name__ == "__main__":
    sys.exit(main())
