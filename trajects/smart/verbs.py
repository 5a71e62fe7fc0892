"""The verbs of goals: those that leave something to see, those that keep people busy, and those
that promise nothing yet. Each is listed in the forms that a goal uses."""

from enum import Enum, auto

from trajects.smart.text import Phrases, words_of


class Kind(Enum):
    RESULT = auto()  # A state that one can see afterwards.
    STATE = auto()  # To be, to have: a result if something is said of a thing.
    ACTIVITY = auto()  # Busy, and nothing left behind.
    VAGUE = auto()


UP = words_of(
    """
    stijgen stijgt gestegen verhogen verhoogt verhoogd groeien groeit gegroeid toenemen toeneemt
    toegenomen neemt nemen vermeerderen vermeerdert verdubbelen verdubbelt verdubbeld
    verdrievoudigen verdrievoudigt uitbreiden uitbreidt uitgebreid optrekken opgetrokken
    """
) - {"neemt", "nemen"}
DOWN = words_of(
    """
    dalen daalt gedaald verlagen verlaagt verlaagd verminderen vermindert verminderd afnemen
    afneemt afgenomen krimpen krimpt gekrompen halveren halveert gehalveerd inkrimpen zakken
    zakt gezakt reduceren reduceert gereduceerd terugbrengen terugbrengt teruggebracht
    terugdringen terugdringt teruggedrongen besparen bespaart bespaard beperken beperkt inperken
    slinken slinkt
    """
)
# They say how much by themselves, but not of what.
MULTIPLYING = words_of(
    """
    halveren halveert gehalveerd verdubbelen verdubbelt verdubbeld verdrievoudigen
    verdrievoudigt
    """
)
# Done once, and then it is done: perhaps an action under a larger goal.
ONE_OFF = words_of(
    """
    vervangen vervangt plaatsen plaatst geplaatst bouwen bouwt gebouwd renoveren renoveert
    gerenoveerd installeren installeert geinstalleerd aanleggen aanlegt aangelegd verbouwen
    verbouwt verbouwd vernieuwen vernieuwt vernieuwd isoleren isoleert geisoleerd invoeren
    invoert ingevoerd aanstellen aanstelt aangesteld openen opent geopend inrichten ingericht
    richt slopen sloopt gesloopt ontharden onthardt onthard verhuizen verhuist verhuisd
    ondertekenen ondertekent ondertekend oprichten opgericht
    """
)
OTHER_RESULTS = words_of(
    """
    bevatten bevat kopen koopt gekocht aankopen aankoopt aangekocht bestellen bestelt besteld
    gebruiken gebruikt verbruiken verbruikt planten plant geplant aanplanten aangeplant
    schrijven schrijft geschreven herschrijven herschrijft herschreven volgen volgt gevolgd
    bereiken bereikt halen haalt gehaald behalen behaalt behaald krijgen krijgt gekregen
    ontvangen ontvangt betalen betaalt betaald geven geeft gegeven bieden biedt geboden
    aanbieden aanbiedt aangeboden leveren levert geleverd opleveren oplevert produceren
    produceert geproduceerd opwekken opwekt opgewekt wekt rijden rijdt gereden fietsen fietst
    gefietst wandelen wandelt stappen stapt pendelen pendelt komen komt gekomen werken werkt
    gewerkt eten eet gegeten drinken drinkt koken kookt gekookt verwarmen verwarmt verwarmd
    verlichten verlicht recycleren recycleert gerecycleerd hergebruiken hergebruikt herstellen
    herstelt hersteld sorteren sorteert gesorteerd inzamelen inzamelt ingezameld zamelt schenken
    schenkt geschonken tewerkstellen tewerkgesteld aanwerven aanwerft aangeworven werft werven
    wervt wonen woont gunnen gunt gegund uitbesteden uitbesteed toekennen toegekend kent kennen
    gekend vermelden vermeldt vermeld opnemen opneemt opgenomen toepassen toepast toegepast past
    publiceren publiceert gepubliceerd beantwoorden beantwoordt beantwoord antwoorden antwoordt
    afhandelen afhandelt afgehandeld behandelen behandelt behandeld slagen slaagt geslaagd
    sluiten sluit gesloten afschaffen afgeschaft schaft schaffen verdwijnen verdwijnt verdwenen
    vermijden vermijdt vermeden verbieden verbiedt verboden vullen vult gevuld lenen leent
    ontlenen ontleent delen deelt gedeeld huren huurt verhuren verhuurt verkopen verkoopt
    verkocht maken maakt gemaakt vergroenen vergroent vergroend filteren filtert opvangen
    opvangt opgevangen vangt vangen draaien draait verdelen verdeelt verdeeld lezen leest
    gelezen maaien maait gemaaid snoeien snoeit poetsen poetst gepoetst bedragen bedraagt tellen
    telt getelt geteld scoren scoort gescoord dragen draagt voldoen voldoet beschikken beschikt
    gelden geldt bestaan bestaat blijven blijft gebleven lopen loopt vertrekken vertrekt
    afleggen aflegt afgelegd parkeren parkeert digitaliseren digitaliseert gedigitaliseerd
    verwerken verwerkt composteren composteert gecomposteerd certificeren gecertificeerd
    certificeert ontsluiten ontsloten bereikbaar opleiden opgeleid opleidt bedanken bereiden
    bereidt serveren serveert geserveerd uitlenen uitleent uitgeleend toelaten toegelaten
    weigeren weigert doven dooft gedoofd uitdoven schakelen schakelt uitschakelen uitgeschakeld
    doorverwijzen doorverwezen begraven aanpassen aangepast voorzien voorziet uitrusten
    uitgerust overschakelen overschakelt overgeschakeld overstappen overgestapt ontstaan
    ontstaat verspreiden verspreidt vertegenwoordigen vormen vormt uitvoeren uitvoert uitgevoerd
    zien ziet vinden vindt gevonden weten weet begrijpen begrijpt registreren registreert
    geregistreerd besteden besteedt screenen gescreend reserveren reserveert gereserveerd
    verplichten verplicht behouden behoudt afkoppelen afgekoppeld beheren beheert bezorgen
    bezorgt vervoeren vervoert aanvaarden aanvaardt herplanten herplant spreken spreekt verlopen
    verloopt leggen legt zetelen zetelt leren leert kiezen kiest printen print drukken drukt
    afdrukken vergoeden vergoedt doneren doneert beschermen beschermt uitstoten plaatsvinden
    drogen wassen wast
    """
) - {"bereikbaar"}
STATES = words_of(
    """
    is zijn waren wordt worden geworden heeft hebben staat staan ligt liggen kan kunnen zit
    zitten
    """
)
ACTIVITIES = words_of(
    """
    organiseren organiseert georganiseerd onderzoeken onderzoekt onderzocht overleggen overlegt
    overlegd bekijken bekijkt bekeken nagaan nagegaan verkennen verkent verkend bespreken
    bespreekt besproken analyseren analyseert geanalyseerd evalueren evalueert geevalueerd
    inventariseren inventariseert geinventariseerd bestuderen bestudeert bestudeerd informeren
    informeert geinformeerd communiceren communiceert gecommuniceerd vergaderen vergadert
    voorbereiden voorbereidt voorbereid adviseren adviseert begeleiden begeleidt begeleid
    opmaken opmaakt opgemaakt opstellen opstelt opgesteld uitwerken uitwerkt uitgewerkt
    ontwikkelen ontwikkelt opstarten opstart opgestart starten start gestart lanceren lanceert
    gelanceerd opvolgen opvolgt opgevolgd monitoren monitort rapporteren rapporteert bevragen
    bevraagt bevraagd plannen nadenken nadenkt deelnemen deelneemt deelgenomen coordineren
    coordineert afstemmen afgestemd afstemt aftoetsen inspireren inspireert brainstormen
    uitnodigen uitgenodigd samenzitten helpen helpt
    """
)
VAGUE_VERBS = words_of(
    """
    stimuleren stimuleert gestimuleerd bevorderen bevordert bevorderd streven streeft gestreefd
    nastreven nastreeft nagestreefd aanmoedigen aanmoedigt aangemoedigd moedigt ondersteunen
    ondersteunt ondersteund versterken versterkt optimaliseren optimaliseert geoptimaliseerd
    faciliteren faciliteert gefaciliteerd focussen focust gefocust ambieren ambieert promoten
    promoot gepromoot sensibiliseren sensibiliseert gesensibiliseerd verbeteren verbetert
    verbeterd uitdragen uitdraagt bijdragen bijdraagt investeren investeert geinvesteerd ijveren
    ijvert waarderen engageren engageert verankeren verankert verankerd integreren integreert
    geintegreerd uitbouwen uitbouwt uitgebouwd verduurzamen verduurzaamt verduurzaamd inzetten
    ingezet inzet aanzetten nadruk mikken mikt
    """
) - {"nadruk"}
KINDS: dict[str, Kind] = {
    **dict.fromkeys(STATES, Kind.STATE),
    **dict.fromkeys(UP | DOWN | ONE_OFF | OTHER_RESULTS, Kind.RESULT),
    **dict.fromkeys(ACTIVITIES, Kind.ACTIVITY),
    **dict.fromkeys(VAGUE_VERBS, Kind.VAGUE),
}

# A verb that gets another meaning from words elsewhere in its clause: zetten we … in op.
Together = tuple[frozenset[str], str]
VAGUE_TOGETHER: tuple[Together, ...] = (
    (words_of("zet zetten"), "in op"),
    (words_of("zet zetten"), "ons in voor"),
    (words_of("zet zetten"), "zich in voor"),
    (words_of("werkt werken gewerkt"), "aan"),
    (
        words_of("heeft hebben schenken schenkt besteden besteedt krijgt krijgen is gaat gaan"),
        "aandacht",
    ),
    (words_of("heeft hebben"), "oog voor"),
    (words_of("zorgt zorgen"), "voor meer"),
    (words_of("zorgt zorgen"), "voor minder"),
    (words_of("leggen legt ligt"), "nadruk"),
    (words_of("draagt dragen"), "bij aan"),
    (words_of("draagt dragen"), "bij tot"),
    (words_of("houdt houden"), "rekening"),
    (words_of("maakt maken"), "werk van"),
    (words_of("maakt maken zijn is worden"), "bewust"),
    (words_of("nemen neemt"), "verantwoordelijkheid"),
    (words_of("speelt spelen"), "rol"),
    (words_of("is zijn worden"), "voorbeeld"),
    (words_of("is zijn worden"), "voortrekker"),
)
PAPERS = words_of("plan studie nota analyse charter visie actieplan werkgroep stappenplan")
ACTIVITY_TOGETHER: tuple[Together, ...] = (
    *(
        (words_of("maakt maken gemaakt schrijven schrijft geschreven is komt"), paper)
        for paper in PAPERS
    ),
    (words_of("brengt brengen gebracht"), "in kaart"),
    (words_of("voert voeren gevoerd"), "campagne"),
    (words_of("gaat gaan"), "in gesprek"),
    (words_of("legt leggen"), "verantwoording"),
    (words_of("richt richten oprichten opgericht"), "werkgroep"),
)
# As above, with a particle that closes the clause: stellen we … op.
VAGUE_WITH_PARTICLE: tuple[Together, ...] = (
    (words_of("moedigt moedigen"), "aan"),
    (words_of("bouwt bouwen"), "uit"),
    (words_of("streeft streven"), "na"),
)
ACTIVITY_WITH_PARTICLE: tuple[Together, ...] = (
    (words_of("stelt stellen maakt maken start starten"), "op"),
    (words_of("volgt volgen"), "op"),
    (words_of("werkt werken"), "uit"),
    (words_of("gaat gaan denkt denken"), "na"),
    (words_of("neemt nemen"), "deel"),
    (words_of("zit zitten"), "samen"),
)
RESULT_TOGETHER: tuple[Together, ...] = (
    (words_of("gaat gaan evolueert evolueren"), "naar"),
    (words_of("neemt nemen"), "in beheer"),
    (words_of("neemt nemen"), "in gebruik"),
)
RESULT_WITH_PARTICLE: tuple[Together, ...] = (
    (words_of("stelt stellen"), "aan"),
    (words_of("zet zetten"), "om"),
    (words_of("zet zetten"), "uit"),
    (words_of("keurt keuren"), "goed"),
    (words_of("voert voeren"), "in"),
    (words_of("wijst wijzen"), "toe"),
    (words_of("stoot stoten"), "uit"),
    (words_of("richt richten"), "in"),
)
UP_WITH_PARTICLE: tuple[Together, ...] = (
    (words_of("neemt nemen"), "toe"),
    (words_of("breidt breiden"), "uit"),
    (words_of("trekt trekken"), "op"),
)
DOWN_WITH_PARTICLE: tuple[Together, ...] = (
    (words_of("neemt nemen"), "af"),
    (words_of("dringt dringen"), "terug"),
)
# Zetten, gaan, houden: what they say lies in their other part.
IN_TWO_PARTS = frozenset(
    form
    for pairs in (
        *(VAGUE_TOGETHER, VAGUE_WITH_PARTICLE),
        *(ACTIVITY_TOGETHER, ACTIVITY_WITH_PARTICLE),
        *(RESULT_TOGETHER, RESULT_WITH_PARTICLE),
    )
    for forms, _ in pairs
    for form in forms
)
# Plurals that are verbs as well: a verb only beside `we`.
ALSO_NOUNS = words_of("planten werken plannen fietsen delen starten stappen eten start inzet huren")
# They befall a thing: no department does them.
HAPPENING = words_of(
    "verlopen verloopt bestaan bestaat blijven blijft ontstaan ontstaat verdwijnen verdwijnt "
    "gelden geldt bedragen bedraagt"
)
CARRYING = frozenset({"zorgt", "zorgen"})

HEDGES = Phrases(
    *("indien mogelijk", "waar mogelijk", "zo mogelijk", "waar haalbaar", "indien haalbaar"),
    *("als het kan", "als dat kan", "voor zover mogelijk", "in de mate van het mogelijke"),
    *("indien de middelen het toelaten", "als de middelen het toelaten", "als er geld is"),
    *("als het budget het toelaat", "indien er budget is", "als er budget is", "bij voorkeur"),
    *("proberen", "probeert", "pogen", "poogt", "trachten", "tracht", "hopen", "hoopt"),
    *("hopelijk", "eventueel", "misschien", "mogelijk ook", "mogelijks", "idealiter"),
    *("in principe", "in de mate dat het kan", "waar dat kan", "waar het kan"),
)
VAGUE_STATES = words_of(
    """
    beter duurzamer groener leefbaarder mooier sterker aangenamer inclusiever bewuster
    klantgerichter vriendelijker moderner toekomstgerichter socialer slimmer
    """
)
