"""One goal said in other ways, and figures that trip a reader. Ours and invented; the plan runs
from 2026 to 2031."""

# One goal said in other ways, and figures that trip a reader.
VARIANTS = (
    (
        "De dienst aankoop zorgt ervoor dat tegen 31 december 2028 zestig procent van onze "
        "bestekken een duurzame eis bevat, tegenover twintig procent in 2025.",
        "SMART",
    ),
    (
        "De dienst aankoop zorgt ervoor dat 60 % van onze bestekken tegen 31-12-2028 een duurzame "
        "eis bevat, tegenover 20 % in 2025.",
        "SMART",
    ),
    (
        "Tegenover 20 procent in 2025 zorgt de dienst aankoop ervoor dat tegen 31 december 2028 60 "
        "procent van onze bestekken een duurzame eis bevat.",
        "SMART",
    ),
    (
        "De dienst aankoop zorgt ervoor dat tegen 31 december 2028 het aandeel bestekken met een "
        "duurzame eis van 20 procent naar 60 procent stijgt.",
        "SMART",
    ),
    (
        "De dienst aankoop doet het aandeel bestekken met een duurzame eis stijgen van 20 naar 60 "
        "procent tegen eind 2028.",
        "SMART",
    ),
    (
        "Wij streven ernaar om tegen 2028 in 60 procent van onze bestekken een duurzame eis op te "
        "nemen.",
        "-M--T",
    ),
    ("We streven naar 60 procent bestekken met een duurzame eis tegen 2028.", "-M--T"),
    ("Tegen 2028 willen we dat 60 procent van onze bestekken een duurzame eis bevat.", "SM--T"),
    ("Er wordt tegen 2028 in 60 procent van onze bestekken een duurzame eis opgenomen.", "SM--T"),
    (
        "Het aantal bestekken met een duurzame eis neemt tegen 2028 met 30 toe tegenover 2025.",
        "SM--T",
    ),
    (
        "Het woonzorgcentrum verlaagt de voedselverspilling tegen 2029 van 140 naar 140 gram per "
        "bewoner per dag.",
        "SMA-T",
    ),
    (
        "Het woonzorgcentrum verhoogt de voedselverspilling tegen 2029 van 140 naar 100 gram per "
        "bewoner.",
        "SMA-T",
    ),
    (
        "Met 15.000 euro verlaagt het woonzorgcentrum de voedselverspilling tegen 2029 van 100 naar"
        " 140 gram per bewoner.",
        "SMA-T",
    ),
    ("We verdubbelen het aantal laadpalen van 10 naar 20 tegen 2028.", "SM-RT"),
    ("We breiden het aantal laadpalen uit van 10 naar 20 tegen 2028.", "SM-RT"),
    ("Tegen 2028 is 0 procent van het afval niet gesorteerd.", "SM--T"),
    ("Tegen 2028 hebben we nul verkeersdoden.", "SM--T"),
    ("Tegen 2028 zijn er geen verkeersdoden meer op onze wegen.", "SM--T"),
    ("Tegen 2028 is geen enkel gebouw nog verwarmd met stookolie.", "SM--T"),
    ("Tegen 2028 heeft iedereen toegang tot een toilet binnen 500 meter.", "SM--T"),
    ("We voeren tegen 2028 een lage-emissiezone in.", "S---T"),
    ("We schaffen tegen 2028 alle plastic bekers af.", "SM--T"),
    ("Tegen 2027 nemen we in alle bestekken een sociale clausule op.", "SM--T"),
    ("Tegen 2030 maken we 20 bushaltes toegankelijk.", "S---T"),
    (
        "Tegen 2030 maken we 20 bushaltes toegankelijk volgens de norm van de Vlaamse overheid.",
        "SM--T",
    ),
    ("Tegen 2028 hebben alle diensten een plan.", "SM--T"),
    ("Tegen 2030 vermindert de uitstoot.", "S---T"),
    ("Verminderen van het restafval met 10 kg per inwoner tegen 2029 t.o.v. 2025.", "SM--T"),
    (
        "Tegen 2029 produceert elke inwoner maximaal 90 kg restafval per jaar, nu is dat 110 kg.",
        "SM-RT",
    ),
    ("Tegen 2029 (nu 110 kg) produceert elke inwoner maximaal 90 kg restafval per jaar.", "SM-RT"),
    ("De dienst ICT verwijdert tegen 2027 alle oude bestanden.", "SMA-T"),
    (
        "De dienst ICT en de dienst communicatie herschrijven tegen 2028 alle 40 standaardbrieven "
        "volgens de checklist van heerlijk helder.",
        "SMA-T",
    ),
    ("Tegen 2026 zijn we klaar met het klimaatplan 2030.", "S---T"),
    ("In het kader van de SDG's 2030 planten we 100 bomen.", "SM---"),
    ("Onze gemeente haalt de doelen van het Burgemeestersconvenant 2030.", "S----"),
    ("Tegen 2030 halen we 55% reductie.", "S---T"),
    ("We kopen 5 elektrische bussen.", "SM---"),
    ("Volgens het meerjarenplan 2026-2031 kopen we tegen 2029 5 elektrische bussen.", "SM--T"),
    ("In 2025 kochten we 2 elektrische bussen, in 2029 hebben we er 10.", "SM-RT"),
    ("Tegen 2028 stijgt de tevredenheid van 7 naar 8.", "S--RT"),
    ("Elke maart planten we 40 bomen.", "SM---"),
)

# Figures in words, brackets and means, and verbs of all kinds.
FIGURES = (
    (
        "Tegen eind 2029 bestaat 40 procent van de maaltijden in onze scholen uit lokale producten,"
        " tegenover 12 procent in 2025, dankzij de dienst onderwijs.",
        "SMART",
    ),
    ("Elke vergaderzaal van het gemeentehuis is tegen 2027 rolstoeltoegankelijk.", "SM--T"),
    (
        "Tegen 2030 hebben we de CO2-uitstoot van het wagenpark teruggebracht van 210 naar 120 "
        "ton.",
        "SM-RT",
    ),
    ("Minstens de helft van de raadsleden is in 2031 jonger dan 40.", "SM--T"),
    ("Tegen 2028 ondervindt niemand nog geluidshinder.", "S---T"),
    ("Het aantal deelnemers aan de fietsweek gaat omhoog van 40 naar 120 tegen 2028.", "SM-RT"),
    (
        "Tegen 2028 verlaagt de dienst financiën de gemiddelde betaaltermijn van 42 naar 28 dagen "
        "met een nieuw facturatieprogramma van 12.000 euro.",
        "SMART",
    ),
    ("We communiceren transparant over onze resultaten.", "-----"),
    ("Tegen 2029 zijn er per wijk 2 deelwagens.", "SM--T"),
    ("Tegen 2029 daalt onze ecologische voetafdruk.", "S---T"),
    ("In 2030 koopt het OCMW voor 15 procent bio in.", "SMA-T"),
    ("Tegen 2028 hebben 10 van de 12 scholen een schoolstraat; vandaag zijn dat er 3.", "SM-RT"),
    ("De dienst ruimte vergroent tegen 2030 drie pleinen.", "SM--T"),
    ("Burgers en verenigingen nemen tegen 2029 25 stukken openbaar groen in beheer.", "SM--T"),
    ("Tegen 2027 ondertekent het college het charter vrouwen en mannen.", "S---T"),
    ("Tegen 1 september 2027 rijden alle schoolbussen elektrisch (2 van de 6 in 2026).", "SM-RT"),
    ("Tegen 2030 mag geen enkele leverancier nog met wegwerpverpakking leveren.", "SM--T"),
    ("De gemeente betaalt 95 procent van de facturen binnen 30 dagen.", "SM---"),
    ("Tegen 2028 is de loonkloof tussen mannen en vrouwen weg.", "S---T"),
)
