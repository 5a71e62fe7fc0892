"""The plan itself and what follows: goals with actions, the timeline, the budget, what it would
bring, what was parked, the follow-up and the appendix. `d` is the dossier."""

from django.utils.translation import gettext as _

from trajects.documents.word.sheet import Sheet
from trajects.documents.word.styles import LEAD
from trajects.documents.word.titles import TITLES


def lay_goals(sheet: Sheet) -> None:
    sheet.heading(1, TITLES["goals"])
    sheet.text("{{ stamp|capitalize }}.", LEAD)
    with sheet.each("theme in d.goals.themes"):
        sheet.heading(2, "{{ theme.name }}")
        with sheet.when("theme.because"):
            sheet.text("{{ theme.because }}")
        with sheet.each("goal in theme.goals"):
            _lay_goal(sheet)


def _lay_goal(sheet: Sheet) -> None:
    sheet.heading(3, _("Goal") + " {{ goal.number }}. {{ goal.sentence }}")
    sheet.facts(
        (
            (_("Result"), "goal.result"),
            (_("Indicator"), "goal.indicator"),
            (_("Starting value"), "goal.baseline"),
            (_("Target"), "goal.target"),
            (_("Who carries it"), "goal.carrier"),
            (_("Deadline"), "goal.due_on|day"),
            (_("Code in the multi-year plan"), "goal.bbc_code"),
            (_("SDGs"), "goal.sdgs|join(', ')"),
            (_("Adopted on"), "goal.adopted_on|day"),
            (_("Set aside because"), "goal.set_aside"),
        )
    )
    with sheet.when("goal.actions"):
        sheet.table(
            (_("No."), _("Action"), _("Owner"), _("When"), _("Cost"), _("State")),
            "one in goal.actions",
            (
                "{{ one.number }}",
                "{{ one.title }}",
                "{{ one.owner_words or nobody }}",
                "{{ one.when }}",
                "{{ one.cost }}",
                "{{ one.state_name }}",
            ),
            (2, 9, 6, 5, 4, 4),
        )
    with sheet.when("not goal.actions"):
        sheet.text(_("This goal has no action yet."))
    with sheet.each("action in goal.actions"):
        _lay_action(sheet)


def _lay_action(sheet: Sheet) -> None:
    sheet.heading(4, "{{ action.number }} {{ action.title }}")
    with sheet.when("action.what"):
        sheet.text("{{ action.what }}")
    with sheet.when("action.because"):
        sheet.text(_("Why:") + " {{ action.because }}")
    with sheet.when("action.gaps"):
        sheet.text(_("What is still missing") + ": {{ action.gaps|join(', ') }}.")
    sheet.items("action.steps", "{{ one|ticked }}")
    sheet.facts(
        (
            (_("Department"), "action.department"),
            (_("Partners"), "action.partners"),
            (_("Where the money comes from"), "action.budget_note"),
            (_("Code in the multi-year plan"), "action.bbc_code"),
            (_("Staff days"), "action.staff_days|number"),
            (_("Indicator"), "action.indicator"),
            (_("Starting value"), "action.baseline"),
            (_("Target"), "action.target"),
            (_("Measured"), "action.measured|measured"),
            (_("Waits for"), "action.waits_for|references"),
            (_("Stopped because"), "action.stopped_because"),
        )
    )
    sheet.items("action.remarks", "{{ one|remark }}")


def lay_timeline(sheet: Sheet) -> None:
    with sheet.lying():
        sheet.heading(1, TITLES["timeline"])
        with sheet.each("theme in d.goals.themes"), sheet.when("theme.actions"):
            sheet.heading(2, "{{ theme.name }}")
            sheet.table(
                (_("No."), _("Action"), _("Owner"), _("Start"), _("Deadline"), _("State")),
                "one in theme.actions",
                (
                    "{{ one.number }}",
                    "{{ one.title }}",
                    "{{ one.owner_words or nobody }}",
                    "{{ one.starts_on|day }}",
                    "{{ one.due_on|day }}",
                    "{{ one.state_name }}",
                ),
                (2, 14, 9, 6, 6, 4),
            )


def lay_budget(sheet: Sheet) -> None:
    with sheet.when("d.money"):
        sheet.heading(1, TITLES["budget"])
        sheet.text(_("In whole euro, VAT included, without the work of our own staff."))
        sheet.wide_table(
            _("Theme"), "year in years", "one in money", ("{{ one.name }}", "{{ value }}")
        )
        sheet.facts(
            (
                (_("Of actions without a date, in euro"), "d.money.total.unplanned|amount"),
                (_("Paid outside these years, in euro"), "d.money.total.outside|amount"),
                (_("Staff days"), "d.money.total.staff_days|amount"),
                (_("Without an amount yet"), "d.money.unpriced|references"),
            )
        )


def lay_effects(sheet: Sheet) -> None:
    with sheet.when("d.effects"):
        sheet.heading(1, TITLES["effects"])
        sheet.text(_("If every action works out, these themes come to this step."), LEAD)
        sheet.table(
            (_("Theme"), _("Step now"), _("Step if all works out"), _("Ambition")),
            "one in d.effects.themes",
            (
                "{{ one.number }} {{ one.name }}",
                "{{ one.reached|step }}",
                "{{ one.would_reach|step }}",
                "{{ one.wanted|step }}",
            ),
            (7, 2, 3, 2),
        )


def lay_rest(sheet: Sheet) -> None:
    with sheet.when("d.votes.parked"):
        sheet.heading(1, TITLES["parked"])
        sheet.table(
            (_("Theme"), _("Why not now")),
            "one in d.votes.parked",
            ("{{ one.name }}", "{{ one.because }}"),
            (4, 7),
        )
    sheet.heading(1, TITLES["following"])
    with sheet.when("d.follow_up.follow_up"):
        sheet.text("{{ d.follow_up.follow_up }}")
    with sheet.when("d.follow_up.meetings"):
        sheet.heading(2, _("Planned meetings"))
        sheet.items("d.follow_up.meetings", "{{ one.on|day }}: {{ one.title }}")
    with sheet.when("d.follow_up.communication"):
        sheet.heading(2, _("How we tell about it"))
        sheet.text("{{ d.follow_up.communication }}")
    with sheet.when("d.follow_up.decisions"):
        sheet.heading(2, _("Decision"))
        with sheet.each("one in d.follow_up.decisions"):
            sheet.text("{{ one|decided }}")
            with sheet.when("one.remarks"):
                sheet.text("{{ one.remarks }}")
    _lay_appendix(sheet)


def _lay_appendix(sheet: Sheet) -> None:
    with sheet.when("d.mirror"):
        sheet.heading(1, TITLES["answers"])
        with sheet.each("theme in d.mirror.findings.themes"):
            sheet.heading(2, "{{ theme.line.number }} {{ theme.line.name }}")
            sheet.table(
                (_("Step"), _("Statement"), _("Answer")),
                "one in theme|answers",
                ("{{ one.step }}", "{{ one.text }}", "{{ one.answer }}"),
                (1, 10, 3),
            )
    sheet.heading(1, TITLES["method"])
    for name, said in _method():
        sheet.heading(2, name)
        sheet.text(said)
    sheet.heading(1, TITLES["privacy"])
    sheet.text("{{ privacy }}")


def _method() -> tuple[tuple[str, str], ...]:
    return (
        (
            _("Score"),
            _(
                "Of the statements answered with yes or no, how much is yes. Don’t know and not "
                "applicable do not count."
            ),
        ),
        (
            _("Step"),
            _(
                "A step is reached when two thirds of its statements are yes, and every lower step "
                "is reached too. A high score without the basics therefore stands at step 0."
            ),
        ),
        (
            _("Vote"),
            _(
                "Each member of the lead group gives a theme 1 to 3 points, or says that they have "
                "no opinion. The votes are secret: only the counts are kept."
            ),
        ),
        (
            _("State of an action"),
            _(
                "It follows from the dates: planned before the start, under way from then on, late "
                "after the deadline, until somebody says that it is done or stopped."
            ),
        ),
        (
            _("If it works out"),
            _(
                "The step that a theme would reach if every statement that an action helps becomes "
                "a yes, and nothing else changes."
            ),
        ),
    )
