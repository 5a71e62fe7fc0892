"""What comes before the goals: the cover, the summary, the process, the scan, the photo, the vote
and the dream images. `d` is the dossier."""

from django.utils.translation import gettext as _

from trajects.documents.word.sheet import Sheet
from trajects.documents.word.styles import LEAD
from trajects.documents.word.titles import TITLES


def lay_cover(sheet: Sheet) -> None:
    with sheet.when("logo"):
        sheet.text("{{ logo }}")
    sheet.text("{{ d.cover.organisation }}", LEAD)
    sheet.text(_("CSR action plan") + " {{ d.cover.years }}", "Title")
    sheet.text("{{ d.summary.headline }}", LEAD)
    sheet.text("{{ decided }}")
    sheet.small("{{ d.cover.traject }}, {{ stamp }}.")
    sheet.page_break()
    sheet.heading(1, _("Contents"))
    sheet.contents(_("Right-click here and choose to update: the contents appear."))
    sheet.page_break()


def lay_summary(sheet: Sheet) -> None:
    sheet.heading(1, TITLES["summary"])
    sheet.text("{{ d.summary.headline }}", LEAD)
    with sheet.when("d.summary.written"):
        sheet.text("{{ d.summary.written }}")
    sheet.facts(
        (
            (_("Themes"), "d.summary.themes|length"),
            (_("Goals"), "d.summary.goals"),
            (_("Actions"), "d.summary.actions"),
            (_("Cost in euro over the years of the plan"), "d.summary.cost|number"),
            (_("Staff days"), "d.summary.days|number"),
            (_("Actions without an owner"), "d.summary.without_owner"),
            (_("Actions without a deadline"), "d.summary.without_deadline"),
        )
    )
    with sheet.each("theme in d.summary.themes"):
        sheet.heading(2, "{{ theme.name }}")
        sheet.small(
            _("Step now") + ": {{ theme.reached|step }}  ·  " + _("Ambition") + ": "
            "{{ theme.wanted|step }}"
        )
        sheet.table(
            (_("Goal"), _("What we want to reach"), _("Actions")),
            "one in theme.goals",
            ("{{ one.number }}", "{{ one.sentence }}", "{{ one.actions }}"),
            (1, 10, 2),
        )


def lay_process(sheet: Sheet) -> None:
    sheet.heading(1, TITLES["process"])
    sheet.facts(
        (
            (_("From"), "d.process.starts_on|day"),
            (_("Until"), "d.process.ends_on|day"),
            (_("People who took part"), "d.process.people"),
            (_("Departments"), "d.process.departments|join(', ')"),
        )
    )
    with sheet.each("part in d.process.parts"):
        sheet.heading(2, "{{ part.label }}")
        sheet.items("part.people", "{{ one|person }}")
    with sheet.when("d.process.meetings"):
        sheet.heading(2, _("Meetings"))
        sheet.table(
            (_("Date"), _("Meeting"), _("Step")),
            "one in d.process.meetings",
            ("{{ one.on|day }}", "{{ one.title }}", "{{ one.step }}"),
            (3, 6, 4),
        )
    with sheet.each("one in d.process.reported"):
        sheet.heading(3, "{{ one.title }}, {{ one.on|day }}")
        with sheet.when("one.report"):
            sheet.text("{{ one.report }}")
        with sheet.when("one.notes"):
            sheet.text(_("Notes of the moderator") + ": {{ one.notes }}")
    sheet.heading(2, _("The steps"))
    sheet.table(
        (_("Step"), _("What it is"), _("Done on")),
        "one in d.process.steps",
        ("{{ one.number }}", "{{ one.name }}", "{{ one.done_on|day }}"),
        (1, 6, 4),
    )


def lay_scan(sheet: Sheet) -> None:
    with sheet.when("d.mirror"):
        sheet.heading(1, TITLES["mirror"])
        sheet.text(_("The scan was finished on") + " {{ d.mirror.finished_on|day }}.", LEAD)
        sheet.table(
            (_("Theme"), _("Score"), _("Step")),
            "one in d.mirror.findings.result.lines",
            (
                "{{ one.number }} {{ one.name }}",
                "{{ one|score }}",
                "{{ one|reached }}",
            ),
            (7, 3, 3),
        )


def lay_photo(sheet: Sheet) -> None:
    with sheet.when("d.photo"):
        sheet.heading(1, TITLES["photo"])
        sheet.table(
            (_("Theme"), _("Under way"), _("Planned"), _("Stopped")),
            "one in d.photo.rows",
            (
                "{{ one.number }} {{ one.name }}",
                "{{ one.tally.running }}",
                "{{ one.tally.planned }}",
                "{{ one.tally.stopped }}",
            ),
            (7, 2, 2, 2),
        )
        with sheet.each("theme in d.photo.themes"):
            sheet.heading(2, "{{ theme.name }}")
            sheet.table(
                (_("Initiative"), _("Departments"), _("State")),
                "one in theme.pieces",
                ("{{ one.title }}", "{{ one.departments }}", "{{ one.status }}"),
                (7, 4, 2),
            )
        with sheet.when("d.photo.silent"):
            sheet.text(_("Nothing is on the photo yet of:") + " {{ d.photo.silent|join(', ') }}.")


def lay_votes(sheet: Sheet) -> None:
    with sheet.when("d.votes.rounds or d.votes.chosen"):
        sheet.heading(1, TITLES["votes"])
        with sheet.each("round in d.votes.rounds"):
            sheet.heading(2, _("Round") + " {{ round.number }}, {{ round.on|day }}")
            sheet.small(_("Votes that were cast") + ": {{ round.ballots }}")
            sheet.table(
                (_("Theme"), _("Place"), _("Mean"), _("Agreement")),
                "one in round.rows",
                (
                    "{{ one.name }}",
                    "{{ one.rank or '–' }}",
                    "{{ one.mean|comma }}",
                    "{{ one.word }}",
                ),
                (7, 2, 2, 4),
            )
        sheet.heading(2, _("Chosen themes"))
        with sheet.each("one in d.votes.chosen"):
            sheet.heading(3, "{{ one.name }}")
            sheet.text("{{ one.because }}")
            with sheet.when("one.notes"):
                sheet.text(_("Notes of the moderator") + ": {{ one.notes }}")
        with sheet.when("d.votes.light"):
            sheet.heading(2, _("Green light"))
            sheet.facts(
                (
                    (_("Decision"), "d.votes.light.decision"),
                    (_("Decided by"), "d.votes.light.decided_by"),
                    (_("Decided on"), "d.votes.light.decided_on|day"),
                    (_("Remarks"), "d.votes.light.remarks"),
                )
            )


def lay_dreams(sheet: Sheet) -> None:
    with sheet.when("d.dreams"):
        sheet.heading(1, TITLES["dreams"])
        with sheet.each("theme in d.dreams.themes"):
            sheet.heading(2, "{{ theme.name }}")
            sheet.items("theme.dreams", "{{ one|dream }}")
