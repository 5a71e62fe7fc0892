"""Every rule that a questionnaire has to keep, in one tuple."""

from collections.abc import Callable, Iterator

from scans.questionnaire_files import fact_rules, structure_rules, text_rules
from scans.questionnaire_files.content import QuestionnaireFile
from scans.questionnaire_files.problems import Problem
from scans.questionnaire_files.taxonomy import Taxonomy

Rule = Callable[[QuestionnaireFile, Taxonomy], Iterator[Problem]]

RULES: tuple[Rule, ...] = (
    structure_rules.versions_out_of_range,
    structure_rules.unknown_themes,
    structure_rules.differences_from_taxonomy,
    structure_rules.duplicate_themes,
    structure_rules.duplicate_statement_codes,
    structure_rules.duplicate_names_in_themes,
    structure_rules.codes_out_of_place,
    structure_rules.steps_out_of_range,
    structure_rules.missing_steps,
    structure_rules.missing_light_steps,
    structure_rules.unknown_subthemes,
    structure_rules.unused_subthemes,
    structure_rules.unknown_departments,
    structure_rules.weights_out_of_range,
    fact_rules.duplicate_facts,
    fact_rules.options_out_of_place,
    fact_rules.duplicate_options,
    fact_rules.facts_for_unknown_themes,
    fact_rules.conditions_on_unknown_facts,
    fact_rules.conditions_on_unknown_values,
    text_rules.texts_too_long,
    text_rules.double_claims,
    text_rules.negations,
    text_rules.helps_without_verdict,
)
