"""Who takes part in a traject, and adding people to it."""

from http import HTTPStatus

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.timezone import now
from django.utils.translation import gettext as _
from django.utils.translation import ngettext
from django.views.decorators.http import require_http_methods, require_safe

from accounts.errors import DepartmentGone
from accounts.requests import SignedInRequest
from trajects import access
from trajects.actions import people as actions
from trajects.errors import AlreadyTakingPart
from trajects.forms.people import TAKEN, MembersForm, PersonForm
from trajects.models import Part, Participant
from trajects.parts import ADD_LEADS, ADD_TITLES, PART_SLUGS, PARTS_BY_SLUG
from trajects.posting import send_and_say
from trajects.queries.people import Taken, people_of
from trajects.steps import FEWEST_IN_LEAD_GROUP, MOST_IN_LEAD_GROUP


@require_safe
def people(request: SignedInRequest, pk: int) -> HttpResponse:
    """The coordinator also sees addresses, and how far the links came."""
    seen = access.traject_for_reading(request.user, pk)
    context = {
        **seen.frame(),
        "people": people_of(seen.traject, at=now()),
        "fewest": FEWEST_IN_LEAD_GROUP,
        "most": MOST_IN_LEAD_GROUP,
    }
    return render(request, "trajects/people.html", context)


@require_http_methods(["GET", "HEAD", "POST"])
@access.still_allowed()
def add_person(request: SignedInRequest, pk: int) -> HttpResponse:
    """Two forms: members to tick, or one person without an account. ?rol= says for which part; it
    is the lead group otherwise."""
    seen = access.traject_for_coordinating(request.user, pk)
    part = PARTS_BY_SLUG.get(request.GET.get("rol", ""), Part.LEAD_GROUP)
    ticks = part != Part.COLLEAGUE
    members = MembersForm(
        request.POST if "choose" in request.POST else None, traject=seen.traject, part=part
    )
    may_tick = ticks and bool(members.members)
    data = request.POST if "save" in request.POST else None
    person = PersonForm(data, traject=seen.traject, part=part, beside_members=may_tick)
    if ticks and members.is_valid():
        _add_members(request, members, part)
        return redirect(_list_of(pk, part))
    if person.is_valid() and _add_person(request, person):
        return redirect(_list_of(pk, part))
    has_errors = members.errors or person.errors
    context = {
        **seen.frame(),
        "form": members if members.errors else person,
        "members": members if may_tick else None,
        "person": person,
        "title": ADD_TITLES[part],
        "lead": ADD_LEADS[part],
    }
    status = HTTPStatus.UNPROCESSABLE_ENTITY if has_errors else HTTPStatus.OK
    return render(request, "trajects/add_person.html", context, status=status)


def _list_of(pk: int, part: Part) -> str:
    return f"{reverse('trajects:people', args=[pk])}#{PART_SLUGS[part]}"


def _add_members(request: SignedInRequest, form: MembersForm, part: Part) -> None:
    made = actions.add_members(
        traject=form.traject,
        part=part,
        membership_pks=form.membership_pks,
        by=request.user,
        at=now(),
    )
    words = ngettext("%(number)d person is added.", "%(number)d people are added.", len(made))
    messages.success(request, words % {"number": len(made)})


def _add_person(request: SignedInRequest, form: PersonForm) -> bool:
    """Kept first, then mailed: a mail server that fails loses nobody."""
    at = now()
    try:
        made: Participant = actions.add_person(
            traject=form.traject, part=form.part, person=form.person, by=request.user, at=at
        )
    except AlreadyTakingPart:
        form.add_error("email", str(TAKEN[Taken.THERE]))
        return False
    except DepartmentGone:
        form.add_error("department", _("A colleague deleted this department. Choose again."))
        return False
    if made.may_get_link:
        send_and_say(request, made, at=at)
    else:
        messages.success(request, _("%(name)s is added.") % {"name": made.called})
    return True
