from django.contrib import messages
from django.core.validators import slug_re
from django.http import Http404, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.html import escape
from django.utils.timezone import now
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods

from accounts.requests import SignedInRequest
from scans import access
from scans.actions.answers import save_answers
from scans.errors import ScanFinished
from scans.forms import Submission
from scans.models import Answer, QuestionnaireTheme, Scan
from scans.models.answer import ANSWER_CHOICES
from scans.queries import (
    AskedStatement,
    asked_statements,
    scan_progress,
    stored_answer,
    theme_of_scan,
    theme_statements,
)
from scans.theme_page import Typed, refused, statement_row, theme_page

CONFLICT = 409
UNPROCESSABLE = 422


@require_http_methods(["GET", "HEAD", "POST"])
@access.existing()
def theme(request: SignedInRequest, pk: int, code: str) -> HttpResponse:
    """The statements of one theme. A post is the whole page, or with htmx one statement."""
    if request.method != "POST":
        scan = access.scan_for_reading(request.user, pk)
        return _page(request, scan, _theme_or_404(scan, code))
    scan = access.scan_for_answering(request.user, pk)
    save = _save_statement if request.htmx else _save_page
    return save(request, scan, code)


def _theme_or_404(scan: Scan, code: str) -> QuestionnaireTheme:
    found = theme_of_scan(scan, code)
    if found is None:
        raise Http404
    return found


def _page(
    request: SignedInRequest,
    scan: Scan,
    own_theme: QuestionnaireTheme,
    typed: dict[int, Typed] | None = None,
    status: int = 200,
) -> HttpResponse:
    page = theme_page(own_theme, asked_statements(scan, own_theme), scan_progress(scan), typed)
    context = {
        **_shared_context(scan, own_theme.theme.code),
        "page": page,
        "organisation": scan.organisation,
        "section": "scan",
        "may_answer": access.may_answer(scan),
    }
    return render(request, "scans/theme.html", context, status=status)


def _shared_context(scan: Scan, code: str) -> dict[str, object]:
    return {
        "scan": scan,
        "theme_url": _url(scan, code),
        # Translated and escaped once, and not by the template for each statement.
        "answer_choices": [(escape(value), escape(str(label))) for value, label in ANSWER_CHOICES],
        "today": now(),
    }


def _url(scan: Scan, code: str) -> str:
    return reverse("scans:theme", args=[scan.pk, code])


def _save_page(request: SignedInRequest, scan: Scan, code: str) -> HttpResponse:
    own_theme = _theme_or_404(scan, code)
    submission = Submission(theme_statements(scan, code), request.POST)
    _saved, typed = _store(request, scan, submission)
    if typed:
        fresh = access.scan_for_reading(request.user, scan.pk)
        return _page(request, fresh, own_theme, typed, _status(submission))
    return redirect(_after_saving(request, scan, code))


def _save_statement(request: SignedInRequest, scan: Scan, code: str) -> HttpResponse:
    wanted = request.POST.get("statement", "")
    # PostgreSQL cannot even be asked about some of what is no code, such as a NUL.
    found = theme_statements(scan, code, code=wanted) if slug_re.match(wanted) else []
    if not found:
        raise Http404
    statement = found[0]
    submission = Submission(found, request.POST)
    saved, typed = _store(request, scan, submission)
    answer = saved.get(statement.pk) or stored_answer(scan, statement)
    progress = scan_progress(scan)
    context = {
        **_shared_context(scan, code),
        "row": statement_row(AskedStatement(statement, answer), typed.get(statement.pk)),
        "progress": progress.theme(code),
        "scan_progress": progress,
        "may_answer": True,
        "is_swap": True,
    }
    part = "statement" if "keep" in request.POST else "state"
    status = _status(submission) if typed else 200
    return render(request, f"scans/_statement.html#{part}", context, status=status)


def _store(
    request: SignedInRequest, scan: Scan, submission: Submission
) -> tuple[dict[int, Answer], dict[int, Typed]]:
    """What is stored now and what was refused, both by statement pk."""
    changes = submission.changes(one_by_one=bool(request.htmx))
    try:
        outcome = save_answers(scan=scan, changes=changes, by=request.user, at=now())
    except ScanFinished:
        scan.refresh_from_db(fields=["finished_at"])
        return {}, refused(submission, {}, closed=True)
    return outcome.saved, refused(submission, outcome.conflicts)


def _status(submission: Submission) -> int:
    return CONFLICT if submission.is_valid else UNPROCESSABLE


def _after_saving(request: SignedInRequest, scan: Scan, code: str) -> str:
    """The next theme, the overview after the last one, or this page again when asked for."""
    _previous, following = scan_progress(scan).neighbours(code)
    if "stay" in request.POST:
        messages.success(request, _("Everything on this page is saved."))
        return _url(scan, code)
    if following is None:
        return scan.get_absolute_url()
    return _url(scan, following.code)
