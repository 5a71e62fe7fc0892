"""The words for steps and outcomes, as the user reads them."""

from django.utils.translation import gettext_lazy as _

from scans.models.example import Effort
from scans.scoring import Outcome

STEP_NAMES = {
    1: _("Consideration"),
    2: _("Pilots"),
    3: _("Broadening"),
    4: _("Anchoring"),
    5: _("Leadership"),
}

STEP_DESCRIPTIONS = {
    1: _("We know what is possible and weigh it up."),
    2: _("We do it once, for real."),
    3: _("We do it widely, in several departments."),
    4: _("We always do it: it is fixed in rules and agreements."),
    5: _("It is normal for us, and others learn from it."),
}

OUTCOME_NAMES = {
    Outcome.YES: _("yes"),
    Outcome.NO: _("no"),
    Outcome.NOT_APPLICABLE: _("not applicable"),
    Outcome.UNKNOWN: _("don’t know"),
    Outcome.DISPUTED: _("difference"),
    Outcome.OPEN: _("open"),
}

# Names in the sprite of icons; an open answer is an empty square.
OUTCOME_ICONS = {
    Outcome.YES: "check",
    Outcome.NO: "cross",
    Outcome.NOT_APPLICABLE: "dash",
    Outcome.UNKNOWN: "question",
    Outcome.DISPUTED: "differs",
}

# Staff days of everybody together in the first year.
EFFORT_NAMES = {
    Effort.SMALL: _("small, up to 5 days"),
    Effort.MIDDLE: _("middle, 6 to 14 days"),
    Effort.LARGE: _("large, 15 days or more"),
}

# By the key of `scans.queries.examples.COST_BANDS`: euro in the first year, at most.
COST_NAMES = {
    "geen": _("nothing"),
    "tot-1000": _("up to 1,000 euro"),
    "tot-5000": _("up to 5,000 euro"),
    "tot-20000": _("up to 20,000 euro"),
    "meer": _("more than 20,000 euro"),
}

# By the name of the rule in `scans.questionnaire_files`, for who edits in the administration.
RULE_TITLES = {
    "versions_out_of_range": _("The version must be 1 to 9999."),
    "unknown_themes": _("This theme is unknown."),
    "differences_from_taxonomy": _("This theme differs from the list of themes."),
    "duplicate_themes": _("This theme stands here twice."),
    "duplicate_statement_codes": _("This code stands here twice."),
    "duplicate_names_in_themes": _("A subtheme or a word stands here twice."),
    "codes_out_of_place": _("The code does not fit its theme, step and track."),
    "steps_out_of_range": _("The step must be 1 to 5."),
    "missing_steps": _("A step has no statement."),
    "missing_light_steps": _("A step has no statement in the light scan."),
    "unknown_subthemes": _("The subtheme belongs to another theme."),
    "unused_subthemes": _("This subtheme has no statement."),
    "unknown_departments": _("This department is unknown."),
    "weights_out_of_range": _("The weight must be 1 to 9."),
    "duplicate_facts": _("This fact stands here twice."),
    "options_out_of_place": _("A choice needs two options; yes or no has none."),
    "duplicate_options": _("An option stands here twice."),
    "facts_for_unknown_themes": _("This fact names an unknown theme."),
    "conditions_on_unknown_facts": _("The condition names an unknown fact."),
    "conditions_on_unknown_values": _("The fact never has the value of this condition."),
    "texts_too_long": _("The text is longer than 25 words."),
    "double_claims": _("The text holds “en” or “of”: perhaps two claims in one."),
    "negations": _("The text holds a negation. Say what is there instead."),
    "helps_without_verdict": _("The help lacks “Ja als” or “Nee als”."),
}

# By the name of the rule in `scans.example_files`, for who edits an example in the administration.
EXAMPLE_RULES = {
    "unknown_theme": _("The theme “%(detail)s” is unknown."),
    "code_out_of_place": _("The code must be “%(detail)s” and two digits."),
    "unknown_sdg": _("SDG %(detail)s is unknown."),
    "unknown_statement": _("There is no statement with the code “%(detail)s”."),
    "named_twice": _("“%(detail)s” stands here twice."),
    "unknown_department": _("The department “%(detail)s” is unknown."),
    "effort_out_of_place": _(
        "The days do not fit the effort “%(detail)s”: klein is up to 5, middel 6 to 14, groot 15 "
        "or more."
    ),
    "range_goes_down": _("Give the lowest number first, not %(detail)s."),
    "no_time": _("It takes at least one month."),
    "nothing_to_reach": _("The example goes from %(detail)s to the same number."),
    "sentence_too_long": _("This sentence has more than 20 words: “%(detail)s”"),
    "text_too_long": _("The text has more than %(detail)s characters."),
    "too_few_or_many": _("Give %(detail)s of them, one on a line."),
    "same_code": _("This code stands here twice."),
    "shared_sentence": _("Another example says this too: “%(detail)s”"),
}
