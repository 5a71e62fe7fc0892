"""The words for what the check of a goal found. They speak of the text, never of who wrote it."""

from collections.abc import Mapping

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from trajects.smart import Finding, Found, Letter

LETTER_NAMES: Mapping[Letter, Promise] = {
    Letter.S: _("Specific"),
    Letter.M: _("Measurable"),
    Letter.A: _("Acceptable"),
    Letter.R: _("Realistic"),
    Letter.T: _("Time-bound"),
}
LETTER_QUESTIONS: Mapping[Letter, Promise] = {
    Letter.S: _("What will people see?"),
    Letter.M: _("How do you measure it?"),
    Letter.A: _("Who stands behind it?"),
    Letter.R: _("With which means?"),
    Letter.T: _("By when?"),
}
# By the number of letters that are met.
HEADLINES: Mapping[int, Promise] = {
    0: _("A first thought: 0 of the 5"),
    1: _("A beginning: 1 of the 5"),
    2: _("Under way: 2 of the 5"),
    3: _("Well under way: 3 of the 5"),
    4: _("Almost SMART: 4 of the 5"),
    5: _("SMART: 5 of the 5"),
}
# A and R can only be guessed from words; the page says so.
LIMITS = _(
    "This check reads words. It can see that a name or a budget is mentioned, not whether people "
    "agree or whether it will work. That is for the group to say."
)

# `words` is what was written, `first` and `second` the target and the starting value.
SENTENCES: Mapping[Finding, Promise] = {
    Finding.RESULT: _("The sentence says what changes: “%(words)s”."),
    Finding.RESULT_WRITTEN: _("You wrote down what people will see: %(words)s"),
    Finding.NOTHING_WRITTEN: _("Nothing is written here yet. What is different if this succeeds?"),
    Finding.QUESTION: _("This is still a question. What is the answer that you hope for?"),
    Finding.VAGUE_VERB: _(
        "With “%(words)s” nobody sees yet what changes. What is different if this succeeds? "
        "Write down what you see then."
    ),
    Finding.VAGUE_STATE: _(
        "“%(words)s” means something else to everybody. What do you see then, and where?"
    ),
    Finding.ACTIVITY: _(
        "“%(words)s” is an activity: it belongs in an action. What can people do or see "
        "afterwards? That is your goal."
    ),
    Finding.HEDGE: _(
        "“%(words)s” takes the promise away. Leave it out, or begin with a study as an action."
    ),
    Finding.TWO_GOALS: _("We read two goals. Split them: the second begins at “%(words)s”."),
    Finding.NO_RESULT: _("We found no result yet. What happens, and to what?"),
    Finding.AMOUNT: _("It can be counted: %(words)s."),
    Finding.EVERY_CASE: _("It can be judged case by case: %(words)s."),
    Finding.AMOUNT_WRITTEN: _("The target is %(words)s."),
    Finding.UNDEFINED_WORD: _(
        "“%(words)s” is no measure yet. How will a colleague know when it is so? Name a label, a "
        "checklist or a number."
    ),
    Finding.NO_REFERENCE: _(
        "Compared with what is it “%(words)s”? Add the year and the number of that year."
    ),
    Finding.PERCENTAGE_OF_WHAT: _("“%(words)s” of what? Say of which whole it is a part."),
    Finding.NO_UNIT: _("“%(words)s” of what? Add the unit."),
    Finding.NUMBER_OF_NAME: _(
        "The number in “%(words)s” belongs to a name. It does not say yet what you want to reach."
    ),
    Finding.VAGUE_AMOUNT: _("How much is “%(words)s”? How much is it now, and how much later?"),
    Finding.NO_NUMBER: _("We found no number. How many are there now, and how many later?"),
    Finding.CARRIER: _("Who pulls it is named: %(words)s."),
    Finding.CARRIER_WRITTEN: _("%(words)s pulls it."),
    Finding.SUPPORT_WRITTEN: _("Support is named: %(words)s."),
    Finding.NOBODY_IN_PARTICULAR: _(
        "“%(words)s” is nobody in particular. Which department or person pulls this goal?"
    ),
    Finding.UNKNOWN_NAME: _(
        "“%(words)s” is not on the list of your organisation. Is that the right name? You can "
        "fill it in under “who pulls it”."
    ),
    Finding.NO_CARRIER: _("We found no name. Which department or person pulls this goal?"),
    Finding.START_VALUE: _("A starting value is named: %(words)s."),
    Finding.MEANS: _("Means are named: %(words)s."),
    Finding.START_VALUE_WRITTEN: _("It starts from %(words)s."),
    Finding.MEANS_WRITTEN: _("The means: %(words)s"),
    Finding.ALREADY_REACHED: _(
        "The target is the same as the starting value: %(words)s. What do you want to reach?"
    ),
    Finding.RISES_TO_LESS: _(
        "You write “%(words)s”, but %(first)s is less than %(second)s. Look at the numbers again."
    ),
    Finding.FALLS_TO_MORE: _(
        "You write “%(words)s”, but %(first)s is more than %(second)s. Look at the numbers again."
    ),
    Finding.NO_GROUNDS: _(
        "We found no starting value and no means. How much is it now? Which hours or money are "
        "there?"
    ),
    Finding.END_DATE: _("There is a date: %(words)s."),
    Finding.DATE_WRITTEN: _("There is a date: %(words)s."),
    Finding.AFTER_PLAN: _(
        "“%(words)s” lies after your multi-year plan. Choose a milestone within the plan."
    ),
    Finding.BEFORE_PLAN: _(
        "“%(words)s” lies before your multi-year plan. By when do you want to be there?"
    ),
    Finding.MOVING_DATE: _(
        "“%(words)s” moves along with the calendar. Which date or which year do you mean?"
    ),
    Finding.ONLY_BEGINNING: _("“%(words)s” is a beginning. Until when, or by when?"),
    Finding.YEARS_OF_PLAN: _(
        "“%(words)s” are the years of the plan. By which date in it is this done?"
    ),
    Finding.YEAR_OF_START: _("“%(words)s” dates where you start. By when do you want to be there?"),
    Finding.NO_DATE: _("We found no date. By when?"),
    Finding.SINGLE_JOB: _(
        "“%(words)s” sounds like a single job. Perhaps it is rather an action under a larger goal."
    ),
    Finding.MAYBE_TWO_GOALS: _("Are these two goals: “%(words)s”? Then split them."),
    Finding.REFERENCE_WITHOUT_NUMBER: _(
        "You compare with an earlier time: “%(words)s”. Add the number of then."
    ),
    Finding.SEVERAL_DATES: _(
        "We found several years: %(words)s. Choose one end date; keep the others for actions."
    ),
    Finding.DATES_DIFFER: _(
        "The sentence says “%(words)s”, and the field has another year. Which one is right?"
    ),
    Finding.TARGETS_DIFFER: _(
        "The sentence says “%(words)s”, and the field has another target. Which one is right?"
    ),
}


def say(found: Found) -> str:
    """One sentence for the page, in the language of the moment."""
    first, second = found.numbers or ("", "")
    return str(SENTENCES[found.finding]) % {
        "words": found.words,
        "first": first,
        "second": second,
    }
