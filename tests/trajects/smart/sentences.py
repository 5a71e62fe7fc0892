"""Sentences of our own, with the letters that each meets: families that grow by one part, and traps
for a reader of words. The plan runs from 2026 to 2031; figures in them are no facts."""

# One goal that gains or loses a part at a time.
FAMILIES = (
    ("De dienst ICT vermindert het papierverbruik van onze diensten.", "S-A--"),
    ("Tegen eind 2027 ligt het papierverbruik 30 procent lager dan in 2025.", "SM--T"),
    (
        "Tegen eind 2027 daalt het papierverbruik van 1,2 naar 0,8 miljoen vellen per jaar.",
        "SM-RT",
    ),
    (
        "De dienst ICT zorgt ervoor dat tegen eind 2027 het papierverbruik van onze diensten "
        "daalt van 1,2 naar 0,8 miljoen vellen per jaar.",
        "SMART",
    ),
    (
        "Tegen 31 december 2028 bevat 60 procent van onze bestekken een duurzame eis, tegenover "
        "20 procent in 2025.",
        "SM-RT",
    ),
    (
        "De dienst aankoop zorgt ervoor dat 60 procent van onze bestekken een duurzame eis "
        "bevat, tegenover 20 procent in 2025.",
        "SMAR-",
    ),
    (
        "De dienst aankoop zorgt ervoor dat tegen 31 december 2028 60 procent van onze bestekken "
        "een duurzame eis bevat.",
        "SMA-T",
    ),
    (
        "De dienst aankoop zorgt ervoor dat tegen 31 december 2028 onze bestekken een duurzame "
        "eis bevatten, tegenover 20 procent in 2025.",
        "S-ART",
    ),
    ("De mobiliteitsdienst legt fietspaden aan.", "S-A--"),
    ("De mobiliteitsdienst legt tegen 2029 fietspaden aan.", "S-A-T"),
    ("De mobiliteitsdienst legt tegen 2029 12 kilometer fietspaden aan.", "SMA-T"),
    (
        "De mobiliteitsdienst legt tegen 2029 12 kilometer fietspaden aan met een budget van "
        "900.000 euro.",
        "SMART",
    ),
)

# The same parts in another order.
ORDERS = (
    (
        "Tegen 31 december 2028 zorgt de dienst aankoop ervoor dat 60 procent van onze bestekken "
        "een duurzame eis bevat, tegenover 20 procent in 2025.",
        "SMART",
    ),
    (
        "60 procent van onze bestekken bevat tegen 31 december 2028 een duurzame eis, tegenover "
        "20 procent in 2025; de dienst aankoop trekt dit.",
        "SMART",
    ),
    (
        "Tegenover 20 procent in 2025 bevat 60 procent van onze bestekken tegen eind 2028 een "
        "duurzame eis, onder leiding van de dienst aankoop.",
        "SMART",
    ),
    (
        "Van 1,2 naar 0,8 miljoen vellen per jaar: zo daalt het papierverbruik van onze diensten "
        "tegen eind 2027.",
        "SM-RT",
    ),
    (
        "Alle lampen in de sporthal zijn tegen 1 juli 2027 vervangen door ledlampen, met 15.000 "
        "euro uit het klimaatbudget, door de dienst gebouwen.",
        "SMART",
    ),
)

# Verbs that promise nothing to see, and what only sounds like one.
RESULTS = (
    ("We streven naar een groene gemeente.", "-----"),
    ("We willen het fietsgebruik bevorderen.", "-----"),
    ("Tegen 2029 besteden onze diensten meer aandacht aan inclusie.", "----T"),
    ("De bibliotheek zet in op duurzame evenementen.", "--A--"),
    ("Het managementteam draagt bij aan de klimaatdoelen.", "--A--"),
    ("We verbeteren onze dienstverlening.", "-----"),
    (
        "Tegen 2028 verbetert de gemiddelde wachttijd aan het loket van 12 naar 8 minuten.",
        "SM-RT",
    ),
    ("Tegen 2028 maken we een plan op voor de schoolomgevingen.", "----T"),
    ("Tegen juni 2027 stelt de dienst mobiliteit een fietsplan op.", "--A-T"),
    ("In 2027 onderzoeken we hoe we het papierverbruik verminderen.", "----T"),
    ("We onderzoeken of we zonnepanelen kunnen leggen.", "-----"),
    ("We zorgen voor meer groen in de dorpskernen.", "-----"),
    ("We zorgen voor meer groen: van 3 naar 6 hectare tegen 2030.", "SM-RT"),
    ("De sociale dienst brengt in 2027 de noden van ouderen in kaart.", "--A-T"),
    ("Tegen 2030 is onze gemeente duurzamer.", "----T"),
    ("Meer groen in de wijken.", "-----"),
    ("Duurzaam aankopen.", "-----"),
    ("Hoe verminderen we het papierverbruik?", "-----"),
    ("We proberen tegen 2028 200 bomen te planten.", "-M--T"),
    ("Tegen 2029 planten we, als het kan, 200 bomen.", "-M--T"),
    ("Waar haalbaar ontharden we tegen 2030 5.000 m² op speelplaatsen.", "-M--T"),
    # The purpose of a result is no result, and takes nothing away.
    (
        "Tegen 2028 koopt de dienst aankoop voor 50.000 euro bij maatwerkbedrijven om de sociale "
        "economie te stimuleren.",
        "SMA-T",
    ),
    (
        "Tegen 2029 daalt het restafval van 120 naar 90 kg per inwoner door campagnes te "
        "organiseren.",
        "SM-RT",
    ),
    (
        "We organiseren opleidingen zodat tegen 2028 alle aankopers een attest duurzaam aankopen "
        "hebben.",
        "SM--T",
    ),
    ("Tegen 2030 fietsen 120 collega's naar het werk.", "SM--T"),
    ("Tegen 2030 hergebruikt de kinderopvang al het speelgoed.", "SMA-T"),
    ("Tegen 2028 verwarmt geen enkele school nog met stookolie.", "SM--T"),
    # A verb that is on no list stands where Dutch puts it.
    ("Tegen 2028 verzilveren we 40 kansen.", "SM--T"),
    ("We ontzegelen 300 tegels.", "SM---"),
    # Two goals, and what only looks like it.
    ("Tegen 2030 planten we 200 bomen en vervangen we alle lampen.", "-M--T"),
    (
        "De dienst gebouwen isoleert tegen 2029 vier daken, plaatst 90 zonnepanelen en vervangt "
        "drie ketels.",
        "-MA-T",
    ),
    ("Tegen 2028 hebben alle jongens en meisjes een fietsbrevet.", "SM--T"),
    ("Gemeente en OCMW gebruiken tegen 2028 alleen gerecycleerd papier.", "SMA-T"),
    ("Tegen 2028 kopen we alleen koffie en fruit met het label Fairtrade.", "SM--T"),
    ("De poetsdienst koopt en gebruikt tegen 2028 alleen producten met Ecolabel.", "SMA-T"),
    (
        "Tegen 2028 planten we 200 bomen. De technische dienst vervangt alle lampen.",
        "-MA-T",
    ),
)

# Numbers that count, and numbers that only stand there.
AMOUNTS = (
    ("Tegen 2028 planten we twaalf bomen.", "SM--T"),
    ("Tegen 2028 heeft de gemeente één deelwagen.", "SM--T"),
    ("Tegen 2028 heeft de gemeente een deelwagen.", "S---T"),
    ("Tegen 2028 heeft elke wijk minstens een deelwagen.", "SM--T"),
    ("Tegen 2028 planten we 15.000 bomen.", "SM--T"),
    ("Tegen 2028 planten we 2000 bomen.", "SM--T"),
    ("Tegen 2029 daalt het waterverbruik van 2000 naar 1500 kubieke meter.", "SM-RT"),
    ("Tegen 2029 daalt het waterverbruik van 2,5 miljoen naar 900.000 liter.", "SM-RT"),
    ("Tegen 2029 stijgt het fietsgebruik.", "S---T"),
    ("Tegen 2029 stijgt het aantal fietsers aanzienlijk.", "S---T"),
    ("Tegen 2028 planten we zoveel mogelijk bomen.", "S---T"),
    ("Tegen 2029 halveren we het restafval.", "S---T"),
    ("Tegen 2029 halveren we het restafval ten opzichte van 2024.", "SM--T"),
    ("Tegen 2029 bevat de helft van onze bestekken een sociale clausule.", "SM--T"),
    ("Tegen 2029 komt één op de drie collega's met de fiets.", "SM--T"),
    ("Tegen 2029 is driekwart van ons papier gerecycleerd.", "SM--T"),
    ("Tegen 2029 vermindert het energieverbruik 20 procent.", "S---T"),
    ("Tegen 2029 daalt de energiefactuur met 20.000 euro tegenover 2025.", "SM--T"),
    ("Tegen 2029 stijgt de recyclagegraad naar 70 procent.", "SM--T"),
    ("Tegen 2029 bereiken we 60 procent.", "----T"),
    ("Tegen 2029 behaalt onze gemeente stap 3 voor het thema aankopen.", "SM--T"),
    ("Tegen 2028 werken we aan SDG 12.", "----T"),
    ("Tegen 2028 voldoet het gemeentehuis aan ISO 14001.", "S---T"),
    ("Met 10.000 euro verminderen we tegen 2028 het afval op evenementen.", "S--RT"),
    ("Tegen 2028 bevatten alle bestekken boven 30.000 euro een duurzame eis.", "SM--T"),
    ("Tegen 2028 bevatten bestekken boven 30.000 euro een duurzame eis.", "S---T"),
    ("Tegen 2028 krijgen jongeren van 12 tot 18 jaar korting in het zwembad.", "S---T"),
    ("Tegen 2030 zijn 12 van onze 20 gebouwen toegankelijk.", "S---T"),
    (
        "Tegen 2030 zijn 12 van onze 20 gebouwen toegankelijk volgens de checklist van Inter.",
        "SM--T",
    ),
    ("Tegen 2030 is elk gebouw energieneutraal.", "S---T"),
    ("Tegen 2028 gebruiken we geen wegwerpbekers meer.", "SM--T"),
    ("Niet alleen scholen krijgen tegen 2028 zonnepanelen.", "S---T"),
    ("Tegen 2028 gaat alle aandacht naar groen.", "----T"),
)

# Who carries it.
CARRYING = (
    ("Iedereen gebruikt tegen 2028 alleen gerecycleerd papier.", "SM--T"),
    ("Ons bestuur koopt tegen 2028 alleen groene stroom.", "SM--T"),
    ("Het college van burgemeester en schepenen eet tegen 2028 alleen vegetarisch.", "SMA-T"),
    ("Aankoop zorgt ervoor dat tegen 2028 alle koffie het label Fairtrade heeft.", "SMA-T"),
    ("Tegen 2028 daalt de aankoop van papier van 900 naar 600 pakken.", "SM-RT"),
    ("Tegen 2028 heeft elke bibliotheek zonnepanelen.", "SM--T"),
    ("De personeelsdienst geeft tegen 2028 elke nieuwe collega een fiets.", "SMA-T"),
    ("De dienst omgeving plant tegen 2028 200 bomen.", "SMA-T"),
    ("De dienst klimaat plant tegen 2028 200 bomen.", "SM--T"),
    ("Samen met de bibliotheek lenen we tegen 2028 50 gereedschappen uit.", "SMA-T"),
    (
        "De financiele dienst van de gemeente betaalt tegen 2028 alle facturen binnen 30 dagen.",
        "SM--T",
    ),
    ("De werkgroep Fiets legt tegen 2028 40 fietsstallingen aan.", "SMA-T"),
    ("Tegen 2028 stapt 30 procent van het personeel naar het werk.", "SM--T"),
    ("Onder leiding van de schepen van Klimaat renoveren we tegen 2030 tien woningen.", "SMA-T"),
)

# What one starts from, and with which means.
GROUNDS = (
    ("Tegen 2029 koopt de gemeente 40 elektrische wagens (nu: 12 wagens).", "SM-RT"),
    ("Tegen 2029 heeft 30 procent van de bestekken een sociale clausule, nu 10 procent.", "SM-RT"),
    ("Tegen 2029 is 30 procent van de koffie fairtrade, nu 30 procent.", "SM--T"),
    ("Tegen 2029 daalt het gasverbruik van 50 naar 60 MWh.", "SM--T"),
    ("Tegen 2029 neemt het aantal fietsers toe van 80 naar 60.", "SM--T"),
    ("Tegen 2029 neemt het afval af van 90 tot 60 kg per inwoner.", "SM-RT"),
    (
        "Met één dag per week van de duurzaamheidsambtenaar planten we tegen 2028 200 bomen.",
        "SMART",
    ),
    ("Met geld uit het klimaatfonds isoleren we tegen 2028 drie daken.", "SM-RT"),
    ("Zonder extra budget isoleren we tegen 2028 drie daken.", "SM--T"),
    (
        "Tegen 2029 dalen de stookkosten met 20 procent ten opzichte van 90.000 euro in 2025.",
        "SM-RT",
    ),
    ("Tegen 2028 staan er 60 fietsen tegenover het station.", "SM--T"),
    ("Tegen 2028 is elke speelplaats bestand tegen hitte.", "SM--T"),
)

# When.
DATES = (
    ("We planten 200 bomen.", "SM---"),
    ("We planten 200 bomen in 2025.", "SM---"),
    ("We planten 200 bomen tegen 2032.", "SM---"),
    ("We planten 200 bomen tegen 31/12/2028.", "SM--T"),
    ("We planten 200 bomen tegen 31.12.2028.", "SM--T"),
    ("We planten 200 bomen uiterlijk op 2028-12-31.", "SM--T"),
    ("Vóór 1 juli 2027 planten we 200 bomen.", "SM--T"),
    ("Voor eind 2027 planten we 200 bomen.", "SM--T"),
    ("Tegen het einde van de zomer van 2028 planten we 200 bomen.", "SM--T"),
    ("In het derde kwartaal van 2027 planten we 200 bomen.", "SM--T"),
    ("Tegen het einde van het meerjarenplan planten we 200 bomen.", "SM--T"),
    ("Tegen het einde van de legislatuur planten we 200 bomen.", "SM---"),
    ("Volgend jaar planten we 200 bomen.", "SM---"),
    ("Binnen drie jaar planten we 200 bomen.", "SM---"),
    ("Op termijn planten we 200 bomen.", "SM---"),
    ("Tegen 31 december planten we 200 bomen.", "SM---"),
    ("Elk jaar planten we 200 bomen.", "SM---"),
    ("Vanaf 2027 planten we elk jaar 200 bomen.", "SM---"),
    ("Vanaf 1 januari 2028 heeft elke school een groene speelplaats.", "SM--T"),
    ("In de periode 2026-2031 planten we 200 bomen.", "SM---"),
    ("In de periode 2026-2029 planten we 200 bomen.", "SM--T"),
    ("Zoals het klimaatplan 2025-2030 zegt, planten we 200 bomen.", "SM---"),
    ("Met de Agenda 2030 planten we 200 bomen.", "SM---"),
    ("Sinds 2024 planten we 200 bomen.", "SM---"),
)

SENTENCES = (*FAMILIES, *ORDERS, *RESULTS, *AMOUNTS, *CARRYING, *GROUNDS, *DATES)
