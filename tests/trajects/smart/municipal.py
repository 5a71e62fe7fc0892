"""Sentences from every corner of a municipality, ours and invented. The plan runs from 2026 to
2031; figures in them are no facts."""

MUNICIPAL = (
    ("Tegen 2028 heeft elke jeugdraad een budget van 1.000 euro.", "SM-RT"),
    ("We richten tegen 2028 een werkgroep op.", "----T"),
    ("Het gemeentehuis is tegen 2029 een fossielvrij gebouw.", "S---T"),
    ("Alle leveranciers boven 30.000 euro ondertekenen tegen 2028 de gedragscode.", "SM--T"),
    ("De schoolpoort is tegen september 2027 op alle 9 scholen autovrij.", "SM--T"),
    ("Tegen eind 2028 vindt elke inwoner de openingsuren in drie klikken.", "SM--T"),
    (
        "Minstens 25 inwoners per jaar leren tegen 2029 hun fiets herstellen in het repaircafé.",
        "SM--T",
    ),
    (
        "Tegen 2029 loopt 80 procent van de subsidies via het digitaal loket, nu 35 procent.",
        "SM-RT",
    ),
    ("De wachtlijst in de kinderopvang krimpt tegen 2029 van 120 naar 40 kinderen.", "SM-RT"),
    ("Tegen 2030 vangen onze gebouwen 60 procent van het regenwater op.", "SM--T"),
    (
        "De gemeente koopt vanaf 1 januari 2027 uitsluitend koffie, thee en chocolade met een "
        "fairtradelabel.",
        "SM--T",
    ),
    (
        "Elke nieuwe medewerker krijgt vanaf 2027 binnen de maand een opleiding integriteit van de "
        "personeelsdienst.",
        "SMA-T",
    ),
    (
        "Tegen 2029 kiest 1 op 3 medewerkers voor een duurzame verplaatsing naar het werk, "
        "tegenover 1 op 5 in 2025.",
        "SM-RT",
    ),
    ("Onze CO2-uitstoot daalt tegen 2030 met 55 % t.o.v. 2011.", "SM--T"),
    ("Tegen 2031 is 15 hectare bos aangeplant.", "SM--T"),
    ("Tegen 2027 een lokaal voedselbeleid.", "----T"),
    ("Wij willen een gezonde werkplek voor onze medewerkers.", "-----"),
    (
        "Het aantal arbeidsongevallen is tegen 2028 gehalveerd tegenover de 14 ongevallen in 2025.",
        "SM-RT",
    ),
    (
        "De duurzaamheidsambtenaar rapporteert vanaf 2027 elk kwartaal over duurzame aankopen.",
        "--A--",
    ),
    (
        "Tegen 2028 weet elke leidinggevende bij wie hij grensoverschrijdend gedrag kan melden.",
        "SM--T",
    ),
    ("De bibliotheek leent in 2028 500 spullen uit.", "SMA-T"),
    ("De spullenbib in de bibliotheek leent in 2028 500 spullen uit.", "SM--T"),
    (
        "Tegen 2030 daalt de energievraag van het patrimonium gemiddeld met 2,5 procent per jaar "
        "tegenover 2025.",
        "SM--T",
    ),
    ("Tegen 2029 zijn 8 van de 10 bestuurders tevreden.", "SM--T"),
    ("In elke raadscommissie zetelt tegen 2031 minstens één vrouw.", "SM--T"),
    ("Tegen 2028 blijft het ziekteverzuim onder 6 procent (7,4 procent in 2025).", "SM-RT"),
    ("Tegen 2028 blijft het ziekteverzuim onder 6 procent.", "SM--T"),
    ("Tegen 2027 kopen we lokaal.", "----T"),
    ("Tegen 2029 kopen we meer lokaal.", "----T"),
    ("In 2026 bevragen we alle medewerkers over hun welzijn.", "-M--T"),
    ("We bouwen tegen 2030 een nieuwe school voor 4 miljoen euro.", "SM--T"),
    ("Met 4 miljoen euro bouwen we tegen 2030 een nieuwe school.", "S--RT"),
    ("Tegen 2030 gebruiken we geen pesticiden meer op onze begraafplaatsen.", "SM--T"),
    (
        "De technische dienst gebruikt nu 60 liter pesticiden per jaar en tegen 2030 geen meer.",
        "SMART",
    ),
    ("Tegen 2028 dragen alle bestekken bij aan de SDG's.", "----T"),
    ("De OCMW-voorzitter overlegt maandelijks met het managementteam over armoede.", "--A--"),
    ("Tegen 2028 verlagen we de drempel tot het sociaal huis.", "S---T"),
    (
        "Tegen 1/7/2028 heeft het sociaal huis 12 zitdagen per maand in de wijken, tegenover 4 in "
        "2025, met 0,5 VTE extra.",
        "SM-RT",
    ),
)
