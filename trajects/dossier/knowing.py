"""Who may be named in what people wrote for one traject."""

from __future__ import annotations

from typing import Any

from django.db.models import QuerySet

from accounts.models import Membership, User
from scans.models import Answer
from trajects.dossier.choice import Choice
from trajects.dossier.voice import Known, Voice
from trajects.models import (
    Action,
    ActionOwner,
    DreamImage,
    Goal,
    GoalRemark,
    GreenLight,
    Initiative,
    LiveSession,
    Measurement,
    Participant,
    PlanDecision,
    PlanText,
    ProgressNote,
    Seat,
    StepCompletion,
    Traject,
)


def voice_of(traject: Traject, choice: Choice) -> Voice:
    """Seven queries at most; none when names were chosen."""
    if choice.with_names:
        return Voice(with_names=True)
    people = (*_taking_part(traject), *_with_account(traject), *_others(traject))
    return Voice(False, people)


def _taking_part(traject: Traject) -> list[Known]:
    """Also who left since."""
    people = traject.participants.with_people().order_by("pk")
    return [Known(one.called, office_of(one), is_close=True, address=one.address) for one in people]


def _with_account(traject: Traject) -> list[Known]:
    """Members of the organisation, and everybody who once did something in the traject."""
    members = Membership.objects.filter(organisation=traject.organisation_id)
    departments = dict(members.values_list("user", "department__name"))
    union, *more = _doers(traject)
    doers = {pk for (pk,) in union.union(*more)}
    users = User.objects.filter(pk__in={*departments, *doers} - {None}).order_by("pk")
    owners = set(ActionOwner.objects.filter(action__traject=traject).values_list("user", flat=True))
    return [
        Known(name, departments.get(pk) or "", is_close=pk in owners, address=email)
        for pk, name, email in users.values_list("pk", "name", "email")
    ]


def _doers(traject: Traject) -> list[QuerySet[Any, Any]]:
    """Accounts, one column each."""
    own: list[tuple[QuerySet[Any, Any], str]] = [
        (ActionOwner.objects.filter(action__traject=traject), "user"),
        (Action.objects.filter(traject=traject), "created_by"),
        (ProgressNote.objects.filter(action__traject=traject), "author"),
        (Measurement.objects.filter(action__traject=traject), "author"),
        (Goal.objects.filter(traject=traject), "proposed_by"),
        (GoalRemark.objects.filter(goal__traject=traject), "author"),
        (DreamImage.objects.filter(traject=traject), "author"),
        (Initiative.objects.filter(traject=traject), "added_by"),
        (StepCompletion.objects.filter(traject=traject), "by"),
        (GreenLight.objects.filter(traject=traject), "recorded_by"),
        (PlanDecision.objects.filter(traject=traject), "recorded_by"),
        (PlanText.objects.filter(traject=traject), "by"),
        (LiveSession.objects.filter(traject=traject), "opened_by"),
        (Traject.objects.filter(pk=traject.pk), "created_by"),
    ]
    if traject.scan_id:
        own.append((Answer.objects.filter(respondent__scan=traject.scan_id), "updated_by"))
    return [rows.order_by().values_list(column) for rows, column in own]


def _others(traject: Traject) -> list[Known]:
    """Who came into a session under a name, and who the scan names since it was finished."""
    seats = Seat.objects.filter(session__traject=traject).exclude(name="")
    names = list(seats.order_by("pk").values_list("name", flat=True))
    scan = traject.scan
    if scan and scan.is_finished and hasattr(scan, "imprint"):
        names += [scan.imprint.finisher_name, *scan.imprint.answerer_names]
    return [Known(name) for name in names]


def office_of(one: Participant) -> str:
    """What somebody is, without the name; with_people fetches the department along."""
    department = one.department.name if one.department else ""
    return ", ".join(part for part in (one.function, department) if part)
