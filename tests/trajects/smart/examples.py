"""The twenty sentences of `content/voorbeeld-smart.md`, each with the letters that it meets."""

from trajects.smart import Period

PLAN = Period(2026, 2031)
# An organisation's own names, as its lists have them.
CARRIERS = (
    *("Algemene directie", "Financiën", "Personeel", "ICT", "Communicatie", "Burgerzaken"),
    *("Omgeving en ruimtelijke ordening", "Milieu", "Mobiliteit", "Technische dienst"),
    *("Gebouwen en facility", "Cultuur", "Bibliotheek", "Sport", "Jeugd", "Sociale dienst"),
    *("Aankoop", "Poetsdienst", "Woonzorgcentrum", "Kinderopvang", "Onderwijs"),
    *("gemeenteraad", "college van burgemeester en schepenen", "managementteam", "OCMW"),
    *("duurzaamheidsambtenaar", "schepen van Klimaat", "werkgroep Fiets"),
)

TWENTY = (
    ("We zetten in op duurzaam aankopen.", "-----"),
    ("We werken verder aan de 17 SDG's uit het meerjarenplan 2026-2031.", "-----"),
    ("Tegen 2028 stimuleren we de sociale economie.", "----T"),
    ("We verminderen het papierverbruik van onze diensten.", "S----"),
    ("De poetsdienst heeft aandacht voor milieuvriendelijke producten.", "--A--"),
    ("Tegen 2035 zijn al onze gebouwen klimaatneutraal.", "S----"),
    ("Vanaf volgende maand schrijven we al onze brieven in klare taal.", "S----"),
    ("In 2027 organiseren we drie opleidingen over duurzame bestekken.", "-M--T"),
    ("Tegen eind 2027 ligt het papierverbruik van onze diensten 30 procent lager.", "S---T"),
    (
        "Elk jaar daalt het aantal verkeersongevallen op onze wegen met 5 procent tegenover het "
        "jaar ervoor.",
        "SM---",
    ),
    ("Indien mogelijk plaatsen we in 2027 zonnepanelen op drie scholen.", "-M--T"),
    (
        "De technische dienst koopt tegen 2030 alleen elektrische bestelwagens en plant elk jaar "
        "200 bomen.",
        "-MA-T",
    ),
    (
        "Tegen 31 december 2028 bevat 60 procent van onze bestekken een duurzame eis.",
        "SM--T",
    ),
    (
        "Tegen 2030 stijgt het aandeel groene stroom in onze gebouwen van 60 naar 50 procent.",
        "SM--T",
    ),
    (
        "Tegen 2030 is 40 procent van onze leidinggevenden een vrouw, tegenover 40 procent in "
        "2025.",
        "SM--T",
    ),
    (
        "Het woonzorgcentrum verlaagt de voedselverspilling van 140 naar 100 gram per bewoner "
        "per dag.",
        "SMAR-",
    ),
    (
        "Tegen eind 2027 daalt het papierverbruik van onze diensten van 1,2 naar 0,8 miljoen "
        "vellen per jaar.",
        "SM-RT",
    ),
    (
        "De dienst personeel zorgt ervoor dat tegen eind 2028 elke medewerker minstens twee "
        "dagen opleiding per jaar volgt.",
        "SMA-T",
    ),
    (
        "Met 15.000 euro uit het klimaatbudget vervangt de dienst gebouwen tegen 1 juli 2027 "
        "alle lampen in de sporthal door ledlampen.",
        "SMART",
    ),
    (
        "De dienst aankoop zorgt ervoor dat tegen 31 december 2028 60 procent van onze bestekken "
        "een duurzame eis bevat, tegenover 20 procent in 2025.",
        "SMART",
    ),
)
