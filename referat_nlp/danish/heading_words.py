"""The words of section headings: of which kind each is, and which of them are no sure sign of a section.

Headings of a municipality's own, which no list holds, are read by their stems (:mod:`.heading_stems`).
"""

from __future__ import annotations


def _listed(words: str) -> tuple[str, ...]:
    """The entries of a list with semicolons between them; where its lines break does not matter."""
    return tuple(" ".join(word.split()) for word in words.split(";"))


#: Section kind → headings, as they are printed but for capitals and a closing colon.
WORDS: dict[str, tuple[str, ...]] = {
    "resume": _listed(
        """
        præsentation; resume; resumé; sagsresumé; sagsresume; kort resume; sagens kerne; anledning; beslutningstema;
        sagstema; formål med sagen; formål; sammenfatning; sammendrag; kort fortalt; sagen kort; sagen i korte træk;
        kort om sagen; emne; sagens emne; tema; problemstilling kort; indledning; kort sagsresumé; resumé af sagen;
        sagens indhold kort; overblik;
        sagens hovedpunkter; sagen i hovedtræk; hovedpunkter; sagen i korthed; i korte træk; kort fremstilling;
        i korthed
        """
    ),
    "indstilling": _listed(
        """
        indstilling; indstillinger; administrationen indstiller at; administrationen indstiller at det besluttes;
        forvaltningen indstiller at; administrativ indstilling; administrationens indstilling;
        forvaltningens indstilling; administrationen indstiller; forvaltningen indstiller; direktionen indstiller;
        direktionens indstilling; borgmesterens indstilling; borgmesteren indstiller; anbefaling; anbefalinger;
        administrationens anbefaling; forvaltningens anbefaling; forvaltningen anbefaler; administrationen anbefaler;
        indstilling om; det foreslås; det foreslås at; det indstilles; det indstilles at; indstilles; forslag;
        forslag til beslutning; beslutningsforslag; forslag til indstilling; magistratens indstilling;
        rådmandens indstilling; administrationens forslag til beslutning; oplæg til beslutning; det anbefales;
        det anbefales at; supplerende indstilling; ny indstilling; revideret indstilling; direktørens indstilling;
        kommunaldirektørens indstilling; borgmesteren indstiller at; rektors indstilling; forslag til afgørelse;
        indstilling til beslutning; administrationens forslag; forvaltningens forslag; direktionens forslag;
        borgmesterens forslag; forslagsstillerens indstilling; forslagsstillernes indstilling; hvad indstilles;
        oplæg til afgørelse; oplæg til vedtagelse; udkast til beslutning; udkast til afgørelse; beslutningsoplæg;
        forslag til vedtagelse; direktionens oplæg til beslutning; vi foreslår; vi indstiller; vi anbefaler;
        det skal der tages stilling til; der skal tages stilling til; udvalget skal tage stilling til;
        byrådet skal tage stilling til; det skal udvalget tage stilling til; det skal byrådet tage stilling til;
        hvad skal der tages stilling til; hvad skal der besluttes; det skal besluttes; hvad foreslås; hvad anbefales;
        indstillet
        """
    ),
    "beslutning": _listed(
        """
        beslutning; beslutninger; vedtagelse; beslutning ved afstemning; afgørelse; konklusion på punktet;
        offentlig beslutning der skal udfyldes hvis punktet er lukket; beslutningsreferat; mødets beslutning;
        endelig beslutning; referat af punktet; beslutning på mødet; beslutning truffet; det besluttedes;
        politisk beslutning; protokol; protokollat; beslutning lukket; behandling og beslutning; udvalgets behandling;
        åben beslutning;
        udfald; sagens udfald; mødets udfald; konklusion; mødebehandling; mødets behandling; behandling på mødet;
        rådets behandling; byrådets behandling; kommunalbestyrelsens behandling; regionsrådets behandling;
        bestyrelsens behandling; nævnets behandling; sådan blev det; sådan endte det; det blev besluttet;
        det besluttede vi; hvad blev besluttet; hvad blev det til; udvalget besluttede; byrådet besluttede;
        udvalgets afgørelse; byrådets afgørelse; resultat af behandlingen; udfald af behandlingen; mødets afgørelse;
        mødebeslutning; protokollering; udvalgets konklusion; byrådets konklusion; mødets konklusion
        """
    ),
    "indstilling_og_beslutning": _listed(
        """
        indstilling og beslutning; indstilling/beslutning; indstilling samt beslutning
        """
    ),
    "tidligere_beslutning": _listed(
        """
        sagens forløb; sagens forløb/påtegning; påtegning; tidligere behandling; historik;
        tidligere politisk behandling; høring og sagsgang; tidligere beslutninger; tidligere beslutning;
        politisk behandling; sagens tidligere behandling; tidligere behandlet; beslutningshistorik; sagshistorik;
        beslutninger i andre udvalg; behandling i andre udvalg; fagudvalgets beslutning; udtalelse fra udvalg;
        udvalgsbehandling; tidligere behandlinger; fagudvalgets anbefaling; tidligere sagsgang; sagens behandling;
        sagens politiske behandling; sagen har været behandlet; sagen har tidligere været behandlet;
        tidligere i sagen; forudgående behandling; forudgående politisk behandling; behandlet tidligere;
        tidligere behandling i udvalg; behandlingsforløb; behandling i udvalg; behandling i udvalgene;
        sagens hidtidige forløb; hidtidig behandling; forudgående beslutninger; sagens forhistorie;
        oversigt over politisk behandling; politisk behandling til nu; relateret behandling; tidligere behandlet i
        """
    ),
    "sagsfremstilling": _listed(
        """
        sagsfremstilling; sagsbeskrivelse; beskrivelse af sagen; beskrivelse; beslutningsgrundlag;
        hvad handler sagen om; sagens baggrund; baggrund for sagen; redegørelse; sagsfremstilling og økonomi;
        problemstilling; løsning; gennemgang af sagen; sagsfremstilling mv; fremstilling; sagens indhold; sagen; sag;
        sagens baggrund og indhold; sagsindhold; uddybning af sagen; sagsgennemgang; uddybende sagsfremstilling;
        indhold; supplerende sagsfremstilling; opsamling; uddybning; fakta om sagen; sagens oplysninger;
        sagsoplysning; sagsoplysninger; beretning; bemærkninger; administrationens bemærkninger;
        forvaltningens bemærkninger; forvaltningens vurdering; administrationens vurdering; vurdering;
        faglig vurdering; administrationens redegørelse; supplerende oplysninger; orientering; mødesager;
        baggrund og vurdering; supplerende sagsbeskrivelse; ny supplerende sagsfremstilling; dagsordenstekst;
        sagsfremstilling fra forvaltningen; løsningsforslag; forslagets indhold; projektbeskrivelse; begrundelse;
        redegørelse for sagen;
        faktiske forhold; sagsudredning; sagens oplysninger; om sagen; det handler sagen om; fakta i sagen;
        fakta om sagen; baggrund og problem; baggrund og problemstilling; løsningsmuligheder; redegørelse i sagen;
        yderligere oplysninger; nærmere beskrivelse; faktuelle oplysninger;
        udredning
        """
    ),
    "baggrund": _listed(
        """
        baggrund; forhistorie; baggrund og formål; sagens opståen
        """
    ),
    "oekonomi": _listed(
        """
        økonomi; økonomiske konsekvenser; økonomisk konsekvens; økonomiske og erhvervsmæssige konsekvenser;
        økonomi og organisatoriske konsekvenser; personale; personalemæssige konsekvenser; afledte konsekvenser;
        andre konsekvenser; effektvurdering; co2-konsekvensvurdering; økonomi og finansiering; finansiering;
        bevilling; bevillingsmæssige konsekvenser; økonomiske og personalemæssige konsekvenser; økonomiske forhold;
        økonomi og personale; økonomiske overvejelser; konsekvenser; driftsøkonomi; anlægsøkonomi; økonomisk overblik;
        budgetmæssige konsekvenser; konsekvenser for økonomi; økonomi og ressourcer; økonomisk vurdering;
        øvrige konsekvenser; personalemæssige forhold; klimakonsekvenser; klima- og miljøkonsekvenser; klimavurdering;
        miljømæssige konsekvenser; sundhedsmæssige konsekvenser; økonomi mv;
        økonomiske og administrative konsekvenser; økonomiske bemærkninger; konsekvenser for klima og miljø;
        konsekvenser for klimaet; bæredygtighed; klima; finansiering og økonomi; økonomi/personale; ressourceforbrug;
        økonomisk ramme; administrative konsekvenser; sundhed; konsekvensvurdering; miljøvurdering; borgerperspektiv;
        ligestilling; handicappolitiske konsekvenser; konsekvenser i forhold til visioner; bæredygtighedsvurdering;
        økonomi og bevilling; økonomi og tidsplan;
        økonomiske følger; økonomisk overslag; hvad koster det; det koster det; penge; ressourcer;
        virkning på budgettet; virkning for budgettet; budgetvirkning; økonomisk virkning; betydning for økonomien;
        personaleforhold; personale forhold; klima og miljø; bevillingsoversigt; effekt; effekter;
        kroner og øre
        """
    ),
    "lovgrundlag": _listed(
        """
        lovgrundlag planer mv; lov- og plangrundlag mv;
        lovgrundlag; lovgrundlag og juridisk vurdering; lov- og plangrundlag; retsgrundlag; retligt grundlag;
        retsregler og andre forskrifter; lovgivning; lovhjemmel; juridisk vurdering; juridiske forhold; hjemmel; jura;
        plangrundlag; lovgivningsmæssige rammer; lovmæssigt grundlag; juridiske konsekvenser; retlige forhold;
        lovgrundlag mv; regelgrundlag; politikker og strategier; lovgivningsmæssigt grundlag; planforhold;
        planmæssige forhold; lov- og aftalegrundlag; lovgrundlag og planforhold; retsregler;
        love og regler; lov og regler; hvad siger loven; hvad siger reglerne; regler; regelsæt
        """
    ),
    "hoering": _listed(
        """
        høring; høringer; inddragelse; borgerinddragelse; høring og inddragelse; høring/inddragelse;
        inddragelse og høring; høringssvar; offentlig høring; brugerinddragelse; inddragelse/høring; partshøring;
        udtalelser; høring af råd; inddragelse af råd og nævn; involvering; høringsproces; interessentinddragelse;
        borgerdialog; høring og dialog; høring og borgerinddragelse; inddragelse af borgere; nabohøring;
        høring og offentlighed; udtalelse;
        forudgående høring; offentlighedsfase; naboorientering;
        hørt; hørte parter; hvem er hørt; hvem har vi hørt; hvem er blevet hørt
        """
    ),
    "kompetence": _listed(
        """
        kompetence; beslutningskompetence; hvem beslutter; sagen afgøres i; afgørelseskompetence; sagsgang;
        sagens gang; forventet sagsgang; sagsforløb; sagsgang og sagstype; sagsprocedure; beslutningsproces;
        videre sagsgang; sagens videre forløb; beslutningsgang; kompetenceforhold; behandles i;
        sagens behandlingsforløb; sagsgang og kompetence; afgøres af; sagen behandles i; beslutningstager;
        beslutningsniveau; sagen afgøres af; politisk sagsgang; politisk proces; videre politisk behandling;
        kompetence og sagsgang; endelig beslutning træffes af; besluttende organ; sagstype;
        den videre politiske proces; beslutning i sagen træffes af; beslutningsforum; delegation; bemyndigelse;
        den politiske proces; beslutningen træffes af; beslutning træffes af; træffes af; sendes til; sagen sendes til;
        fremtidig behandling; kommende behandling; videre behandling
        """
    ),
    "bilag": _listed(
        """
        bilag; bilagsliste; bilag til punktet; bilag til sagen; vedlagte bilag; bilagsfortegnelse; bilag i sagen;
        bilagsnr;
        oversigt over bilag; dokumenter; sagens bilag; vedhæftede filer; vedlagt; bilagsoversigt; links; åbne bilag;
        vedlagte dokumenter; vedhæftede bilag; lukkede bilag; link; materiale; vedhæftninger; tilgængelige bilag;
        bilag/links; baggrundsmateriale;
        vedlagte filer; papirer til sagen; papirer; sagens papirer; dokumenter i sagen; dokumenter til sagen;
        sagens dokumenter; relevante links; henvisninger; filer; vedhæftet; sagsakter; akter i sagen
        """
    ),
    "fravaer": _listed(
        """
        fraværende; afbud; fravær; fraværende med afbud; fraværende uden afbud; fremmøde og inhabilitet;
        afbud/fraværende; fraværende/afbud; afbud/fravær; fravær/afbud;
        ikke til stede; ikke tilstede; deltog ikke; forfald; afbud og fravær;
        inhabilitet; fremmøde; afbud til punktet; fraværende ved punktet; inhabil; fraværende medlemmer; afbud fra;
        afbud til mødet; meldt afbud; fravær med afbud; fravær uden afbud;
        følgende deltog ikke i behandlingen af punktet; følgende deltog ikke;
        deltog ikke i behandlingen; deltog ikke i punktets behandling; deltog ikke i sagens behandling
        """
    ),
    "tidsplan": _listed(
        """
        tidsperspektiv;
        tidsplan; videre proces; den videre proces; tidsplan og videre proces; proces; procesplan;
        tids- og procesplan; tidsplan og proces; det videre forløb; videre forløb; proces og tidsplan; næste skridt;
        opfølgning; forventet tidsplan; implementering; evaluering; videre arbejde; tidshorisont;
        evaluering og opfølgning; realisering; den videre sagsgang;
        sagens videre gang; det videre arbejde; hvad sker der nu; hvad sker der så; den videre behandling;
        sagens videre behandling
        """
    ),
    "kommunikation": _listed(
        """
        kommunikation; pressemeddelelse; presse; kommunikationsplan; formidling; kommunikation og presse; information;
        kommunikation og formidling; ekstern kommunikation; kommunikation af beslutningen; kommunikationsindsats;
        annoncering; kommunikation/presse
        """
    ),
    "andet": _listed(
        """
        punkttype; planer og politikker; borgmesterpåtegning; borgmesterens påtegning;
        relation til vision og tværgående politikker;
        handlemuligheder; beskrivelse af alternativ indstilling; alternativ indstilling; alternativer; mødedeltagelse;
        øvrige sagsbehandlere; mål; strategi; vision; politisk mål; sammenhæng til politikker;
        relation til tidligere beslutninger; sammenhæng; risici; risikovurdering; koordination; andre forhold;
        øvrige forhold; mål og resultater; særlige forhold; øvrigt; noter; gæster; deltagere i punktet;
        deltagere under punktet; eventuelt; sagsbehandler; sammenhæng til vision; sammenhæng med strategi;
        mødedeltagere under punktet; deltagelse; deltagere; relation til vision og mål; beskrivelse af alternativer;
        alternativ; emneord; målsætning; yderligere forhold; øvrig information; supplerende dagsorden;
        program for byrådsmødet; fn's verdensmål; verdensmål; sammenhæng til kommunens politikker;
        orienteringspunkter; kl.-forsyning; gevinster; mål og effekt; metode; huskeliste; spørgsmål;
        alternative løsninger; handicappolitik; tilgængelighed; alternative forslag
        """
    ),
}

#: Words that head a section but are common as a subheading or a line of a case too: they need a sign in the layout,
#: or a line of their own at the level where the item's other sections stand.
AMBIGUOUS = frozenset(
    _listed(
        """
        formål; emne; tema; indledning; overblik; forslag; anbefaling; anbefalinger; løsning; indhold; sagen; sag;
        opsamling; uddybning; beretning; bemærkninger; vurdering; orientering; begrundelse; beskrivelse; personale;
        konsekvenser; klima; sundhed; bæredygtighed; miljøvurdering; bevilling; jura; proces; opfølgning;
        implementering; evaluering; information; presse; formidling; mål; strategi; vision; metode; noter; spørgsmål;
        øvrigt; sammenhæng; risici; links; link; materiale; dokumenter; vedlagt; udtalelse; udtalelser; involvering;
        deltagere; deltagelse; gæster; eventuelt; alternativer; alternativ; koordination; protokol; afgørelse;
        redegørelse; næste skridt; realisering; gevinster; afbud; fremstilling; baggrund; problemstilling; delegation;
        bemyndigelse; finansiering; ligestilling; inhabilitet; inhabil; emneord; særlige forhold; andre forhold;
        faglig vurdering; deltog ikke; plangrundlag; planforhold; lovgivning; dagsordenstekst; annoncering;
        projektbeskrivelse; høringssvar; evaluering og opfølgning; borgerperspektiv; påtegning; vedtagelse;
        forvaltningens vurdering; administrationens vurdering; forvaltningens bemærkninger;
        administrationens bemærkninger; supplerende oplysninger; løsningsforslag; forslagets indhold;
        økonomiske forhold; konsekvensvurdering; økonomisk ramme; hvad indstilles; problemstilling kort;
        udfald; konklusion; hovedpunkter; faktiske forhold; udredning; løsningsmuligheder; penge; ressourcer; regler;
        hørt; papirer; filer; vedhæftet; indstillet; om sagen; regelsæt; det koster det; i korthed; behandlingsforløb;
        klima og miljø; effekt; effekter; yderligere oplysninger; nærmere beskrivelse; faktuelle oplysninger;
        forudgående høring; offentlighedsfase; naboorientering; henvisninger; alternative løsninger; handicappolitik;
        tilgængelighed; protokollering; den videre behandling; hvad anbefales; hvad foreslås; kroner og øre
        """
    )
)
