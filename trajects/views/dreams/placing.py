"""Under which themes a dream image lies, and the groups of a theme."""

from http import HTTPStatus

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods

from accounts.requests import SignedInRequest
from trajects import access
from trajects.actions.dreams import placing as actions
from trajects.errors import ChangedMeanwhile
from trajects.forms.arranging import ClusterForm, PlaceForm
from trajects.pages.arranging import cards_of, way_back
from trajects.pages.dream_refusals import REFUSALS, refuse

WRITE = ["GET", "HEAD", "POST"]
REFUSED = tuple(REFUSALS)


@require_http_methods(WRITE)
@access.still_allowed()
def place_dream(request: SignedInRequest, pk: int, dream_pk: int) -> HttpResponse:
    """One idea may lie under several of the chosen themes."""
    seen, dream = access.dream_for_leading(request.user, pk, dream_pk)
    data = request.POST if request.method == "POST" else None
    form = PlaceForm(data, traject=seen.traject, dream=dream)
    asked = request.GET.get("thema", "")
    status = HTTPStatus.UNPROCESSABLE_ENTITY if form.errors else HTTPStatus.OK
    if form.is_valid():
        version = form.cleaned_data["version"]
        try:
            actions.place_dream(dream=dream, themes=form.themes, version=version, by=request.user)
        except REFUSED as refused:
            status = refuse(form, refused)
            form.show_version(dream.version)
        else:
            messages.success(request, _("The themes are saved."))
            return redirect(f"{way_back(seen.traject, asked, [dream.pk])}#d{dream.pk}")
    (card,) = cards_of(seen.traject, [dream])
    own = {"form": form, "card": card, "back": way_back(seen.traject, asked, [dream.pk])}
    return render(request, "trajects/dreams/place.html", {**seen.frame(), **own}, status=status)


@require_http_methods(WRITE)
@access.still_allowed()
def dream_cluster(request: SignedInRequest, pk: int, cluster_pk: int) -> HttpResponse:
    """Give a group another name, or take it away: what lay in it stays."""
    seen, cluster = access.cluster_for_leading(request.user, pk, cluster_pk)
    back = ("trajects:arrange_dreams", pk, cluster.candidate_id)
    if request.method == "POST" and "remove" in request.POST:
        actions.remove_cluster(cluster=cluster, by=request.user)
        said = _("The group “%(name)s” is gone. What lay in it stays under the theme.")
        messages.success(request, said % {"name": cluster.name})
        return redirect(*back)
    form = ClusterForm(request.POST if request.method == "POST" else None, cluster=cluster)
    status = HTTPStatus.UNPROCESSABLE_ENTITY if form.errors else HTTPStatus.OK
    if form.is_valid():
        was, name = form.cleaned_data["shown"], form.cleaned_data["name"]
        try:
            actions.rename_cluster(cluster=cluster, was=was, name=name, by=request.user)
        except REFUSED as refused:
            status = refuse(form, refused)
            if isinstance(refused, ChangedMeanwhile):
                cluster.refresh_from_db()
                form.show_stored(cluster.name)
        else:
            messages.success(request, _("The name is saved."))
            return redirect(*back)
    context = {**seen.frame(), "form": form, "cluster": cluster}
    return render(request, "trajects/dreams/cluster.html", context, status=status)
