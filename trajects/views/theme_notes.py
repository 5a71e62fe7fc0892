"""What a moderator writes down about a candidate theme during the dialogue."""

from http import HTTPStatus

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods

from accounts.requests import SignedInRequest
from trajects import access
from trajects.actions.theme_notes import write_theme_note
from trajects.errors import ChangedMeanwhile
from trajects.forms.session import ThemeNoteForm, note_of


@require_http_methods(["GET", "HEAD", "POST"])
@access.still_allowed()
def theme_notes(
    request: SignedInRequest, pk: int, session_pk: int, candidate_pk: int
) -> HttpResponse:
    """Refuses to store over what a colleague wrote meanwhile, and shows both."""
    user = request.user
    seen, session, candidate = access.theme_for_noting(user, pk, session_pk, candidate_pk)
    data = request.POST if request.method == "POST" else None
    form, status = ThemeNoteForm(data, candidate=candidate), HTTPStatus.OK
    if form.is_valid():
        try:
            write_theme_note(candidate=candidate, **form.cleaned_data, by=user)
        except ChangedMeanwhile:
            candidate.refresh_from_db(fields=("note",))
            form.show_stored(note_of(candidate))
            status = HTTPStatus.CONFLICT
        else:
            messages.success(request, _("Your notes are saved."))
            return redirect("trajects:session", pk, session_pk)
    elif form.errors:
        status = HTTPStatus.UNPROCESSABLE_ENTITY
    context = {
        **seen.frame(),
        "session": session,
        "candidate": candidate,
        "form": form,
        "is_conflict": status == HTTPStatus.CONFLICT,
        "stored": note_of(candidate).text,
    }
    return render(request, "trajects/voting/theme_notes.html", context, status=status)
