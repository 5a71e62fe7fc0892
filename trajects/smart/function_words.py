"""Words that name no thing: articles, prepositions, pronouns, and what else stands between."""

from trajects.smart.text import words_of

FUNCTION_WORDS = words_of("""
    de het een die dat deze dit wie wat welke hoe of we wij ons onze ik je jij u uw zij ze hun haar
    zijn hij er ervoor eraan hier daar men iedereen
    en ook maar want dus als wanneer indien zodat waardoor omdat terwijl dan toch al alle alleen
    enkel elk elke ieder iedere geen niet nog meer minder veel weinig voldoende genoeg zeer heel
    om te door voor van in op aan met bij uit tot naar over onder boven tegen tegenover per via
    vanaf sinds na tussen zonder binnen rond ten opzichte vergeleken uiterlijk
    is was waren wordt worden werd heeft hebben had zal zullen zou kan kunnen moet moeten mag mogen
    wil willen gaat gaan zorgt zorgen laat laten
    minstens minimaal hoogstens maximaal ongeveer ruim bijna slechts ten minste hoogste samen
    verder steeds altijd vaak weer nu vandaag momenteel eind einde begin midden jaar jaren maand
    week dag keer jaarlijks hierbij daarbij hiervoor daarvoor zo zoveel mogelijk
    """)
SUBJECTS = frozenset({"we", "wij"})
