"""The moderator's workplace for the dream images of one theme."""

from http import HTTPStatus

from django.contrib import messages
from django.http import Http404, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.http import urlencode
from django.utils.translation import ngettext
from django.views.decorators.http import require_http_methods

from accounts.models import User
from accounts.requests import SignedInRequest
from trajects import access
from trajects.actions.dreams import placing as actions
from trajects.forms.arranging import ArrangeForm, Do
from trajects.models import Candidate
from trajects.pages.arranging import arrange_page
from trajects.pages.dream_refusals import REFUSALS, refuse

WRITE = ["GET", "HEAD", "POST"]
REFUSED = tuple(REFUSALS)


@require_http_methods(WRITE)
@access.still_allowed()
def arrange_dreams(request: SignedInRequest, pk: int, candidate_pk: int) -> HttpResponse:
    """Tick, then merge, group, or take out of a group: one form, a button for each."""
    seen, candidate = access.candidate_for_leading(request.user, pk, candidate_pk)
    form = ArrangeForm(request.POST if request.method == "POST" else None, candidate=candidate)
    status = HTTPStatus.UNPROCESSABLE_ENTITY if form.errors else HTTPStatus.OK
    if form.is_valid():
        if form.cleaned_data["do"] == Do.MERGE:
            return redirect(_merging(pk, candidate, form.dreams))
        try:
            said = _arranged(form, candidate, request.user)
        except REFUSED as refused:
            status = refuse(form, refused)
        else:
            messages.success(request, said)
            return redirect("trajects:arrange_dreams", pk, candidate.pk)
    page = arrange_page(seen.traject, candidate)
    if page is None:
        raise Http404
    context = {**seen.frame(), "form": form, "page": page, "candidate": candidate}
    return render(request, "trajects/dreams/arrange.html", context, status=status)


def _merging(pk: int, candidate: Candidate, dreams: list[int]) -> str:
    asked = urlencode([*(("d", number) for number in dreams), ("thema", candidate.pk)])
    return f"{reverse('trajects:merge_dreams', args=[pk])}?{asked}"


def _arranged(form: ArrangeForm, candidate: Candidate, by: User) -> str:
    """What was done, in words."""
    dreams, number = form.dreams, len(form.dreams)
    cluster = form.cleaned_data["group"]
    if form.cleaned_data["do"] == Do.UNGROUP:
        actions.take_out_of_clusters(candidate=candidate, dreams=dreams, by=by)
        words = ngettext(
            "%(number)s dream image is in no group now.",
            "%(number)s dream images are in no group now.",
            number,
        )
        return words % {"number": number}
    if cluster:
        actions.put_in_cluster(cluster=cluster, dreams=dreams, by=by)
        name = cluster.name
    else:
        name = form.cleaned_data["name"]
        actions.make_cluster(candidate=candidate, name=name, dreams=dreams, by=by)
    words = ngettext(
        "%(number)s dream image is in the group “%(name)s” now.",
        "%(number)s dream images are in the group “%(name)s” now.",
        number,
    )
    return words % {"number": number, "name": name}
