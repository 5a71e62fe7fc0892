"""More sentences of our own, as people of a municipality could write them. The plan runs from 2026
to 2031; figures in them are no facts."""

# As people of a municipality could write them.
EVERYDAY = (
    (
        "De gemeenteraad keurt tegen juni 2027 een reglement goed dat alle eenmalige bekers op "
        "evenementen verbiedt.",
        "SMA-T",
    ),
    (
        "Tegen 2030 rijdt de helft van ons wagenpark elektrisch, tegenover 15 procent vandaag; de "
        "technische dienst krijgt hiervoor 400.000 euro.",
        "SMART",
    ),
    ("Uiterlijk in december 2029 heeft ieder schoolgebouw een asbestvrij dak.", "SM--T"),
    ("Onze gemeente wil een voorbeeld zijn op vlak van duurzaamheid.", "-----"),
    ("Tegen 2029 is het aantal deelnemers aan de repaircafés verdubbeld.", "S---T"),
    ("Tegen 2029 stijgt het aantal deelnemers aan de repaircafés van 150 naar 300.", "SM-RT"),
    ("Het aantal zieke dagen per medewerker daalt van 14 in 2025 naar 11 in 2029.", "SM-RT"),
    (
        "De dienst sport zorgt tegen 2028 voor douches met een spaarkop in alle kleedkamers.",
        "SMA-T",
    ),
    ("Tegen 2031 gebruikt de gemeente 40 % minder energie dan in 2015.", "SM--T"),
    ("Tegen 2031 gebruikt de gemeente 40% minder energie dan in 2015 (toen 2.400 MWh).", "SM-RT"),
    ("We ondersteunen verenigingen die afval vermijden.", "-----"),
    ("Tegen 2028 krijgen 30 verenigingen een toelage voor herbruikbare bekers.", "SM--T"),
    ("Wij willen dat 80 procent van de medewerkers tevreden is over de werkplek in 2029.", "SM--T"),
    ("De tevredenheid van medewerkers stijgt van 6,8 naar 7,5 op 10 tegen 2029.", "SM-RT"),
    ("Tegen 2027 hebben we een duidelijk beeld van onze CO2-uitstoot.", "S---T"),
    (
        "Tegen eind 2028 zijn 5 laadpalen geplaatst op de parking van het gemeentehuis door de "
        "dienst mobiliteit.",
        "SMA-T",
    ),
    (
        "Tegen 2030 werkt 5 procent van onze medewerkers met een arbeidsbeperking, nu 2,1 procent. "
        "De dienst Personeel trekt dit.",
        "SMART",
    ),
    ("We gaan voor minder plastic.", "-----"),
    ("De gemeente gaat tegen 2030 volledig plasticvrij werken.", "S---T"),
    ("Elke dienst stelt tegen eind 2026 een duurzaamheidsverantwoordelijke aan.", "SM--T"),
    ("Sensibiliseren van de bevolking rond afval.", "-----"),
    ("Bomen planten.", "S----"),
    ("200 bomen tegen 2028.", "-M--T"),
    ("Jaarlijks 5 % minder restafval.", "-----"),
    ("Een duurzame gemeente in 2030.", "----T"),
    (
        "Tegen 2028 hebben alle 22 aankopers de basiscursus duurzaam aankopen gevolgd, met 6.000 "
        "euro uit het vormingsbudget.",
        "SM-RT",
    ),
    (
        "Tegen 2029 koopt het OCMW voor minstens 80.000 euro per jaar bij sociale werkplaatsen, "
        "tegenover 35.000 euro in 2025.",
        "SMART",
    ),
    ("De kinderopvang serveert vanaf september 2027 elke dag een gezonde lunch.", "S-A-T"),
    (
        "De kinderopvang serveert vanaf september 2027 twee keer per week een vegetarische "
        "maaltijd.",
        "SMA-T",
    ),
    (
        "Het restafval in onze kantoren is tegen 2028 gedaald tot 20 kg per medewerker per jaar "
        "(2025: 34 kg).",
        "SM-RT",
    ),
    ("Tegen 2030 is er minstens 1 boom per 3 inwoners.", "SM--T"),
    (
        "Tegen 2030 ligt op elk gemeentelijk dak dat geschikt is een zonnepaneleninstallatie.",
        "SM--T",
    ),
    ("In 2028 is 100% van de leveranciers boven 100.000 euro gescreend op kinderarbeid.", "SM--T"),
    ("Tegen eind 2027 beantwoorden we 90 procent van de e-mails binnen 3 werkdagen.", "SM--T"),
    (
        "De schepen van Klimaat engageert zich voor een klimaatneutrale organisatie tegen 2050.",
        "--A--",
    ),
    ("Tegen 2028 zijn de energiekosten van de sporthal met 20 procent gedaald.", "S---T"),
    (
        "Tegen 2028 dalen de energiekosten van de sporthal met 20 procent ten opzichte van 2024.",
        "SM--T",
    ),
    (
        "Tegen 2028 dalen de energiekosten van de sporthal met 20 procent ten opzichte van 2024 "
        "(60.000 euro).",
        "SM-RT",
    ),
    ("Vanaf nu kopen we enkel nog fairtrade koffie.", "SM---"),
    (
        "De helft van de medewerkers komt in 2029 met de fiets naar het werk; in 2025 was dat 32 "
        "procent.",
        "SM-RT",
    ),
    ("Tegen 2030 hebben we 10 km fietspad aangelegd en 3 kruispunten veilig gemaakt.", "-M--T"),
    ("Tegen 2030 hebben we 10 km fietspad en 3 fietsstraten aangelegd.", "SM--T"),
    (
        "Om het klimaat te redden verlagen we tegen 2029 ons gasverbruik van 800 naar 500 MWh.",
        "SM-RT",
    ),
    ("De technische dienst maait tegen 2028 alle bermen pas na 15 juni.", "SMA-T"),
    (
        "Tegen 2029 zakt de gemiddelde doorlooptijd van een omgevingsvergunning onder 80 dagen.",
        "SM--T",
    ),
    ("Tegen 2029 zakt de doorlooptijd van 110 dagen tot 80 dagen.", "SM-RT"),
    ("Het managementteam bespreekt elk kwartaal de voortgang.", "--A--"),
    ("Tegen 31 maart 2027 staat in elk bestek een artikel over sociale tewerkstelling.", "SM--T"),
    ("ICT zorgt er tegen 2028 voor dat elke afgeschreven laptop een tweede leven krijgt.", "SMA-T"),
    ("Tegen 2028 halen we 3 van de 5 sterren van het label Fairtradegemeente.", "SM--T"),
    ("Tegen 2028 stappen we over op groene stroom.", "S---T"),
    ("Tegen 2029 nemen minstens 50 burgers deel aan de energiecoöperatie.", "SM--T"),
    ("Vermindering van het papierverbruik met 30 procent tegen 2028.", "----T"),
    (
        "Tegen 2028 zal de bibliotheek 30 procent van haar collectie in eenvoudige taal aanbieden.",
        "S-A-T",
    ),
    (
        "Tegen eind 2029 staat in 60 % van onze bestekken boven 30.000 euro een duurzaam "
        "criterium.",
        "SM--T",
    ),
    (
        "Van 18 % in 2026 naar 60 % van de bestekken met een duurzaam criterium, tegen eind 2029.",
        "-M-RT",
    ),
    ("Tegen 2030 hebben we vijfendertig laadpunten.", "SM--T"),
    ("Tegen 2030 dalen de verplaatsingen met dienstwagens met een derde tegenover 2025.", "SM--T"),
    ("Tegen 2030 verdriedubbelen we het aantal deelfietsen van 20 naar 60.", "SM-RT"),
    ("Wij engageren ons om tegen 2030 40 procent minder CO2 uit te stoten dan in 2011.", "-M--T"),
    ("Tegen 2027 kent iedereen de SDG's.", "S---T"),
    ("Tegen 2029 volgt 90 % van de leidinggevenden de opleiding inclusief leidinggeven.", "SM--T"),
)


# What a second look thought of: other coats, other orders, noise.
OTHERS = (
    ("We willen meer inzetten op lokale producten.", "-----"),
    ("Er wordt ingezet op het verminderen van plastic.", "-----"),
    ("Wij maken werk van een inclusief personeelsbeleid.", "-----"),
    ("Tegen 2028 hebben we meer aandacht voor diversiteit bij aanwervingen.", "----T"),
    ("De gemeente ambieert een duurzaam aankoopbeleid.", "-----"),
    ("We houden bij elke aankoop rekening met het milieu.", "-----"),
    ("Tegen 2027 wordt duurzaamheid verankerd in de werking.", "----T"),
    ("Tegen 2029 investeren we 50.000 euro in fietspaden.", "-M--T"),
    ("We moedigen medewerkers aan om met de fiets te komen.", "-----"),
    ("Wij sensibiliseren 500 inwoners tegen 2027.", "-M--T"),
    ("We werken tegen 2028 een fietsplan uit.", "----T"),
    ("De dienst communicatie voert in 2027 campagne rond zwerfvuil.", "--A-T"),
    ("Tegen 2027 is er een actieplan rond toegankelijkheid opgemaakt.", "----T"),
    ("De milieudienst evalueert elk jaar het afvalbeleid.", "--A--"),
    ("Tegen 2028 hebben 25% van de medewerkers een fietslease.", "SM--T"),
    ("Tegen 2028 heeft ¼ van de medewerkers een fietslease.", "S---T"),
    ("Tegen 2028 is 1 op de 4 straten een woonerf.", "SM--T"),
    ("Tegen 2030 stoten onze gebouwen 55 procent minder CO2 uit ten opzichte van 2015.", "SM--T"),
    ("Tegen 2030 stoten onze gebouwen 55 procent minder CO2 uit.", "S---T"),
    (
        "De energiefactuur van het zwembad is tegen 2029 gezakt tot onder 90.000 euro (2025: "
        "130.000 euro).",
        "SM-RT",
    ),
    ("In 2029 geven we maximaal 2 euro per inwoner uit aan wegwerpmateriaal.", "SM--T"),
    ("Tegen 2029 vermindert de dienst ICT het aantal printers van 48 tot 20.", "SMART"),
    ("Tegen 2029 hebben we dubbel zoveel fietsen.", "S---T"),
    ("Tegen 2029 zijn er 20 % meer bomen dan vandaag.", "SM--T"),
    ("Tegen 2029 zijn er 20 % meer bomen.", "S---T"),
    ("Tegen 2029 zijn er 300 bomen bij geplant.", "SM--T"),
    ("Tegen 2028 stijgt het aantal vrijwilligers met 15, van 40 naar 55.", "SM-RT"),
    ("Tegen 2028 stijgt het aantal vrijwilligers van 40 met 15.", "SM--T"),
    ("Tegen 2028 is het percentage vrouwen in het managementteam 50 %.", "SMA-T"),
    ("Tegen 2028 bedraagt de score voor toegankelijkheid 7 op 10.", "SM--T"),
    ("Tegen Pasen 2028 is het park open.", "S---T"),
    ("Tegen het schooljaar 2027-2028 heeft elke school een brooddozenbeleid.", "SM--T"),
    ("Tussen 2026 en 2029 planten we 4.000 bomen.", "SM--T"),
    ("Ten laatste op 30 juni 2028 planten we 40 bomen.", "SM--T"),
    ("Eind 2027 zijn alle leslokalen voorzien van CO2-meters.", "SM--T"),
    ("Tegen midden 2028 planten we 40 bomen.", "SM--T"),
    ("We planten 40 bomen, uiterlijk 2029.", "SM--T"),
    ("We planten 40 bomen (2029).", "SM--T"),
    ("Na 2028 koopt de gemeente geen dieselwagens meer.", "SM--T"),
    ("Tot 2028 planten we 40 bomen.", "SM--T"),
    ("Tegen '28 planten we 40 bomen.", "SM---"),
    ("Tegen 2030 planten we 2030 bomen.", "SM--T"),
    ("In de zomer planten we 40 bomen.", "SM---"),
    ("We planten tegen de volgende legislatuur 40 bomen.", "SM---"),
    ("Tegen 2029 hebben 40 straten een nieuwe boom, in 2025 waren dat er 12.", "SM-RT"),
    ("Tegen 2029 hebben 40 straten een boom, momenteel 12.", "SM-RT"),
    ("Vandaag zijn er 12 laadpalen; tegen 2029 zijn het er 40.", "SM-RT"),
    (
        "Met een subsidie van Vlaanderen van 20.000 euro leggen we tegen 2028 drie wadi's aan.",
        "SM-RT",
    ),
    ("Met twee halftijdse medewerkers helpt de sociale dienst tegen 2028 80 gezinnen.", "-MART"),
    (
        "Tegen 2029 daalt het papierverbruik met de helft tegenover 2025, toen het 1,2 miljoen "
        "vellen was.",
        "SM-RT",
    ),
    ("Het aantal plastic flesjes stijgt tegen 2028 niet boven 100.", "SM--T"),
    ("Tegen 2028 gaat het aantal plastic flesjes van 400 naar 0.", "SM-RT"),
    (
        "Tegen 2028 koopt elke school alleen Fairtrade koffie, onder toezicht van de schepen van "
        "Klimaat.",
        "SMA-T",
    ),
    ("Samen met Aankoop vervangt de gemeente tegen 2028 alle wegwerpbekers.", "SMA-T"),
    ("Trekker: dienst Milieu. Tegen 2028 planten we 40 bomen.", "SMA-T"),
    ("Door Personeel worden tegen 2028 vijf leefloners aangeworven.", "SMA-T"),
    ("De communicatie verloopt tegen 2028 in eenvoudige taal.", "S---T"),
    ("De burgemeester leest tegen 2028 alle klachten.", "SM--T"),
    ("Tegen 2028 verhogen we het aantal vrijwilligers en verlagen we de kosten.", "----T"),
    ("Tegen 2028 bevatten alle bestekken een duurzame eis en een sociale clausule.", "SM--T"),
    ("Tegen 2028 is het gemeentehuis gerenoveerd én de bibliotheek verhuisd.", "----T"),
    (
        "De dienst ICT zorgt er tegen 2028 voor dat elke school glasvezel heeft en dat alle servers"
        " op groene stroom draaien.",
        "-MA-T",
    ),
    ("Tegen 2028 heeft elke school een fietsenstalling en een groendak.", "SM--T"),
    ("Tegen 2028 koopt en verdeelt de sociale dienst 100 fietsen.", "SMA-T"),
    ("Tegen 2030 zijn alle lampen led en hebben we 10 laadpalen.", "-M--T"),
    ("Minder afval en meer hergebruik.", "-----"),
    (
        "We plaatsen tegen 2028 in elke sporthal een drinkfontein omdat we plastic flesjes willen "
        "vermijden.",
        "SM--T",
    ),
    ("Als alles goed gaat, heeft elke school tegen 2028 een drinkfontein.", "SM--T"),
    ("Elke school die een speelplaats heeft, onthardt tegen 2030 minstens 100 m².", "SM--T"),
    ("Tegen 2028 weten alle medewerkers hoe ze afval sorteren.", "SM--T"),
    ("Het aantal medewerkers dat met de fiets komt, stijgt tegen 2029 van 60 naar 90.", "SM-RT"),
    ("Het aantal medewerkers dat met de fiets komt stijgt tegen 2029 van 60 naar 90.", "SM-RT"),
    ("Tegen 2029 stijgt het aantal scholen waar leerlingen afval sorteren van 3 naar 8.", "SM-RT"),
    ("TEGEN 2028 PLANTEN WE 200 BOMEN", "SM--T"),
    ("Doel: tegen 2028 planten we 200 bomen!", "SM--T"),
    ("  ", "-----"),
    ("???", "-----"),
    ("Duurzaamheid", "-----"),
)
