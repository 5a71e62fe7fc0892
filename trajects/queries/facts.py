"""What happened in each of some trajects, counted, as the rules of `steps` and `next_tasks` ask."""

from collections import Counter, defaultdict
from collections.abc import Collection
from datetime import datetime

from django.db.models import Count, Max, Q

from scans.models import Reopening
from trajects.models import (
    Agreement,
    Initiative,
    Meeting,
    Part,
    Participant,
    StepCompletion,
    Traject,
)
from trajects.queries.dream_facts import facts_of_dreams
from trajects.queries.plan_facts import facts_of_plan
from trajects.queries.theme_facts import facts_of_themes
from trajects.steps import Facts, Key, ScanState


def facts_of(traject: Traject) -> Facts:
    return facts_of_all([traject])[traject.pk]


def facts_of_all(trajects: Collection[Traject]) -> dict[int, Facts]:
    """Nine queries, whatever the number of trajects; `with_scan` fetches their scans along."""
    pks = [traject.pk for traject in trajects]
    done = _done(pks)
    people = _people(pks)
    meetings = _meetings(pks)
    agreements = _agreements(pks)
    initiatives = _initiatives(pks)
    reopened = _reopened(trajects)
    chosen, dreamt, planned = facts_of_themes(pks), facts_of_dreams(pks), facts_of_plan(pks)
    return {
        traject.pk: Facts(
            done=frozenset(done[traject.pk]),
            moderators=people[traject.pk, Part.MODERATOR],
            in_lead_group=people[traject.pk, Part.LEAD_GROUP],
            meetings=sum(meetings[traject.pk].values()),
            theme_meetings=meetings[traject.pk][Key.THEMES],
            dream_meetings=meetings[traject.pk][Key.DREAMS],
            agreements=sum(agreements.get(traject.pk, (0, 0))),
            agreements_open=agreements.get(traject.pk, (0, 0))[0],
            scan=_scan_state(traject, reopened),
            on_photo=initiatives.get(traject.pk, (0, 0))[0],
            waiting=initiatives.get(traject.pk, (0, 0))[1],
            **chosen[traject.pk],
            **dreamt[traject.pk],
            **planned[traject.pk],
        )
        for traject in trajects
    }


def _done(pks: list[int]) -> dict[int, set[Key]]:
    done: dict[int, set[Key]] = defaultdict(set)
    rows = StepCompletion.objects.filter(traject__in=pks)
    for pk, step in rows.values_list("traject_id", "step"):
        done[pk].add(Key(step))
    return done


def _people(pks: list[int]) -> Counter[tuple[int, str]]:
    rows = Participant.objects.filter(traject__in=pks).taking_part()
    return Counter((pk, part) for pk, part in rows.values_list("traject_id", "part"))


def _meetings(pks: list[int]) -> dict[int, Counter[str]]:
    """By traject: how many for each step."""
    found: dict[int, Counter[str]] = defaultdict(Counter)
    rows = Meeting.objects.filter(traject__in=pks)
    for pk, step in rows.values_list("traject_id", "step"):
        found[pk][step] += 1
    return found


def _agreements(pks: list[int]) -> dict[int, tuple[int, int]]:
    """By traject: how many are open, how many done."""
    rows = Agreement.objects.filter(traject__in=pks).order_by().values("traject_id")
    counted = rows.annotate(
        still=Count("pk", filter=Q(done_at=None)), done=Count("pk", filter=Q(done_at__isnull=False))
    )
    return {row["traject_id"]: (row["still"], row["done"]) for row in counted}


def _initiatives(pks: list[int]) -> dict[int, tuple[int, int]]:
    """By traject: how many are on the photo, how many wait."""
    rows = Initiative.objects.filter(traject__in=pks, merged_into=None).order_by()
    counted = rows.values("traject_id").annotate(
        shown=Count("pk", filter=Q(accepted_at__isnull=False)),
        waiting=Count("pk", filter=Q(accepted_at=None, refused_at=None)),
    )
    return {row["traject_id"]: (row["shown"], row["waiting"]) for row in counted}


def _reopened(trajects: Collection[Traject]) -> dict[int, datetime]:
    """By scan: when it was last opened again."""
    scans = [traject.scan_id for traject in trajects if traject.scan_id]
    rows = Reopening.objects.filter(scan__in=scans).order_by().values("scan_id")
    return {row["scan_id"]: row["last"] for row in rows.annotate(last=Max("at"))}


def _scan_state(traject: Traject, reopened: dict[int, datetime]) -> ScanState:
    if traject.scan is None or traject.scan_linked_at is None:
        return ScanState.NONE
    last = reopened.get(traject.scan.pk)
    if last and last > traject.scan_linked_at:
        return ScanState.MOVED
    return ScanState.FINISHED if traject.scan.is_finished else ScanState.RUNNING
