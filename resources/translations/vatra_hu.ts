<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="hu_HU">
<context>
    <name>assessment</name>
    <message>
        <source>%1 · provisional</source>
        <translation>%1 · ideiglenes</translation>
    </message>
    <message>
        <source>Suggested level</source>
        <translation>Javasolt szint</translation>
    </message>
    <message>
        <source>Show</source>
        <translation>Mutatás</translation>
    </message>
    <message>
        <source>The family</source>
        <translation>A család</translation>
    </message>
    <message>
        <source>Hide</source>
        <translation>Elrejtés</translation>
    </message>
    <message>
        <source>Which level do you give?</source>
        <translation>Milyen szintet állapít meg?</translation>
    </message>
    <message>
        <source>You decide otherwise than the form suggests. Write why; it is kept with the level.</source>
        <translation>Másként dönt, mint amit az űrlap javasol. Írja le, miért; az indok a szinttel együtt megmarad.</translation>
    </message>
    <message>
        <source>Why this level</source>
        <translation>Miért ez a szint</translation>
    </message>
    <message>
        <source>After sealing nothing can be changed; the answers go to the county with the next sync.</source>
        <translation>Lezárás után semmi sem változtatható; a válaszok a következő szinkronizáláskor jutnak a megyéhez.</translation>
    </message>
    <message numerus="yes">
        <source>%n questions are still to answer:</source>
        <translation>
            <numerusform>Még %n kérdés vár válaszra:</numerusform>
        </translation>
    </message>
    <message>
        <source>Nothing is missing.</source>
        <translation>Semmi sem hiányzik.</translation>
    </message>
    <message>
        <source>Which of them</source>
        <translation>Melyikük</translation>
    </message>
    <message>
        <source>Somebody is missing</source>
        <translation>Valaki hiányzik</translation>
    </message>
    <message>
        <source>Add a row</source>
        <translation>Sor hozzáadása</translation>
    </message>
    <message>
        <source>Remove this row</source>
        <translation>E sor törlése</translation>
    </message>
    <message>
        <source>Correct this assessment</source>
        <translation>A felmérés javítása</translation>
    </message>
    <message>
        <source>Level and result</source>
        <translation>Szint és eredmény</translation>
    </message>
    <message>
        <source>Leave the level as it is</source>
        <translation>A szint maradjon, ahogy van</translation>
    </message>
    <message>
        <source>Confirm another level</source>
        <translation>Más szint megadása</translation>
    </message>
    <message numerus="yes">
        <source>%n answers are set aside; they come back if you change your answer back.</source>
        <translation>
            <numerusform>%n válasz félre van téve; visszatér, ha a korábbi válasz visszaáll.</numerusform>
        </translation>
    </message>
    <message>
        <source>Next section</source>
        <translation>Következő szakasz</translation>
    </message>
    <message>
        <source>Choose a level</source>
        <translation>Válasszon szintet</translation>
    </message>
    <message>
        <source>Keep this level</source>
        <translation>Szint mentése</translation>
    </message>
    <message>
        <source>Print</source>
        <translation>Nyomtatás</translation>
    </message>
    <message numerus="yes">
        <source>Answer %n questions</source>
        <translation>
            <numerusform>%n kérdés megválaszolása</numerusform>
        </translation>
    </message>
    <message>
        <source>The level is kept.</source>
        <translation>A szint el van mentve.</translation>
    </message>
    <message>
        <source>Write the reason</source>
        <translation>Írja le az indokot</translation>
    </message>
    <message>
        <source>Finish and seal</source>
        <translation>Befejezés és lezárás</translation>
    </message>
    <message>
        <source>Danger sign recorded, the supervisor gets a task.</source>
        <translation>Veszélyjel rögzítve, a felettes feladatot kap.</translation>
    </message>
    <message>
        <source>A correction of this assessment was sealed %1.</source>
        <translation>E felmérés javítását lezárták: %1.</translation>
    </message>
    <message>
        <source>The correction is what counts.</source>
        <translation>A javítás számít.</translation>
    </message>
    <message>
        <source>The assessment is sealed.</source>
        <translation>A felmérés lezárva.</translation>
    </message>
    <message>
        <source>The whole assessment</source>
        <translation>A teljes felmérés</translation>
    </message>
    <message>
        <source>What has changed since last time</source>
        <translation>Mi változott a legutóbbi óta</translation>
    </message>
    <message>
        <source>Anonymous copy</source>
        <translation>Névtelen másolat</translation>
    </message>
    <message>
        <source>Economic situation</source>
        <translation>Gazdasági helyzet</translation>
    </message>
    <message>
        <source>Social situation</source>
        <translation>Társas helyzet</translation>
    </message>
    <message>
        <source>Health</source>
        <translation>Egészség</translation>
    </message>
    <message>
        <source>Education</source>
        <translation>Oktatás</translation>
    </message>
    <message>
        <source>Housing</source>
        <translation>Lakhatás</translation>
    </message>
    <message>
        <source>Behaviour and safety</source>
        <translation>Viselkedés és biztonság</translation>
    </message>
    <message>
        <source>Row %1</source>
        <translation>%1. sor</translation>
    </message>
    <message>
        <source>A confidential section of this assessment is not here as it was sealed.</source>
        <translation>Ennek a felmérésnek egy bizalmas része nincs itt úgy, ahogyan lezárták.</translation>
    </message>
    <message>
        <source>If it does not come with the next sync, ask the county office.</source>
        <translation>Ha a következő szinkronizálással sem érkezik meg, kérdezze meg a megyét.</translation>
    </message>
    <message>
        <source>From the family&apos;s record</source>
        <translation>A család nyilvántartásából</translation>
    </message>
    <message>
        <source>Into the family&apos;s record with the seal</source>
        <translation>A lezárással a család nyilvántartásába kerül</translation>
    </message>
    <message>
        <source>Untick what shall stay in the record as it is.</source>
        <translation>Vegye ki a jelölést annál, aminek a nyilvántartásban változatlanul kell maradnia.</translation>
    </message>
    <message>
        <source>%1: before %2, now %3</source>
        <translation>%1: korábban %2, most %3</translation>
    </message>
    <message numerus="yes">
        <source>%n answers are other than on %1</source>
        <translation>
            <numerusform>%n válasz más, mint ekkor: %1</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n points</source>
        <translation>
            <numerusform>%n pont</numerusform>
        </translation>
    </message>
    <message>
        <source>no level</source>
        <translation>nincs szint</translation>
    </message>
    <message>
        <source>%1: given %2</source>
        <translation>%1: megadva %2</translation>
    </message>
    <message>
        <source>Also given: %1. A supervisor decides.</source>
        <translation>Ezt is megadták: %1. A szakmai felettes dönt.</translation>
    </message>
    <message>
        <source>Choose another level and write why. The answers stay as they were sealed; level and reason go to the county.</source>
        <translation>Válasszon másik szintet, és írja le, miért. A válaszok úgy maradnak, ahogyan lezárták őket; a szint és az indok a megyéhez kerül.</translation>
    </message>
    <message>
        <source>Two people gave this assessment different levels.</source>
        <translation>Ketten különböző szintet adtak ennek a felmérésnek.</translation>
    </message>
    <message>
        <source>The higher one counts until a supervisor decides under “To clear up”.</source>
        <translation>A magasabb számít, amíg a szakmai felettes nem dönt a „Tisztázandó” alatt.</translation>
    </message>
    <message>
        <source>%1, because of %2</source>
        <translation>%1, a következők miatt: %2</translation>
    </message>
    <message>
        <source>Sealed %1</source>
        <translation>Lezárva: %1</translation>
    </message>
    <message>
        <source>version %1</source>
        <translation>%1. változat</translation>
    </message>
    <message>
        <source>correction</source>
        <translation>javítás</translation>
    </message>
    <message>
        <source>working document</source>
        <translation>munkadokumentum</translation>
    </message>
</context>
<context>
    <name>attachments</name>
    <message>
        <source>Scan</source>
        <translation>Szkennelt irat</translation>
    </message>
    <message>
        <source>Picture</source>
        <translation>Kép</translation>
    </message>
    <message>
        <source>Not here yet</source>
        <translation>Még nincs itt</translation>
    </message>
    <message>
        <source>Is being fetched</source>
        <translation>Lekérés alatt</translation>
    </message>
    <message>
        <source>%1 kB</source>
        <translation>%1 kB</translation>
    </message>
    <message>
        <source>Added. It goes to the county after all text.</source>
        <translation>Hozzáadva. Minden szöveg után indul a megyéhez.</translation>
    </message>
    <message>
        <source>Description kept.</source>
        <translation>A leírás megőrizve.</translation>
    </message>
    <message>
        <source>Taken back.</source>
        <translation>Visszavonva.</translation>
    </message>
    <message>
        <source>It is there again.</source>
        <translation>Ismét itt van.</translation>
    </message>
    <message>
        <source>It comes as soon as there is a line.</source>
        <translation>Megjön, amint van vonal.</translation>
    </message>
    <message>
        <source>The copy is saved.</source>
        <translation>A másolat elmentve.</translation>
    </message>
    <message>
        <source>It belongs to another family</source>
        <translation>Másik családhoz tartozik</translation>
    </message>
    <message>
        <source>Somebody on it does not want to be seen</source>
        <translation>Valaki nem szeretne látszani rajta</translation>
    </message>
    <message>
        <source>Nothing can be recognised</source>
        <translation>Nem lehet rajta semmit felismerni</translation>
    </message>
    <message>
        <source>It is here twice</source>
        <translation>Kétszer van itt</translation>
    </message>
    <message>
        <source>Another reason</source>
        <translation>Más ok</translation>
    </message>
    <message>
        <source>What is to be seen</source>
        <translation>Mi látható</translation>
    </message>
    <message>
        <source>A scan is opened from a copy: “Save a copy”, then open that.</source>
        <translation>A szkennelt irat másolatból nyílik meg: „Másolat mentése”, majd nyissa meg azt.</translation>
    </message>
    <message>
        <source>The picture is not on this laptop yet.</source>
        <translation>A kép még nincs ezen a laptopon.</translation>
    </message>
    <message>
        <source>Why it is taken back</source>
        <translation>Miért vonja vissza</translation>
    </message>
    <message>
        <source>Take it back</source>
        <translation>Visszavonás</translation>
    </message>
    <message>
        <source>Take back…</source>
        <translation>Visszavonás…</translation>
    </message>
    <message>
        <source>Save a copy</source>
        <translation>Másolat mentése</translation>
    </message>
    <message>
        <source>A copy leaves the protection of Vatra: keep it where only you can open it.</source>
        <translation>A másolat kikerül a Vatra védelme alól: tartsa ott, ahol csak Ön nyithatja meg.</translation>
    </message>
    <message>
        <source>Fetch it</source>
        <translation>Lekérés</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Bezárás</translation>
    </message>
    <message>
        <source>Pictures and scans</source>
        <translation>Képek és iratok</translation>
    </message>
    <message>
        <source>Add…</source>
        <translation>Hozzáadás…</translation>
    </message>
    <message>
        <source>Add pictures or scans</source>
        <translation>Képek vagy iratok hozzáadása</translation>
    </message>
</context>
<context>
    <name>clear_up</name>
    <message>
        <source>Name of the family</source>
        <translation>A család neve</translation>
    </message>
    <message>
        <source>Family number</source>
        <translation>A család száma</translation>
    </message>
    <message>
        <source>Phone</source>
        <translation>Telefon</translation>
    </message>
    <message>
        <source>State</source>
        <translation>Állapot</translation>
    </message>
    <message>
        <source>Case manager</source>
        <translation>Esetmenedzser</translation>
    </message>
    <message>
        <source>Last contact</source>
        <translation>Utolsó kapcsolat</translation>
    </message>
    <message>
        <source>Who looks after the family</source>
        <translation>Ki foglalkozik a családdal</translation>
    </message>
    <message>
        <source>Number of members</source>
        <translation>Tagok száma</translation>
    </message>
    <message>
        <source>Monthly income</source>
        <translation>Havi jövedelem</translation>
    </message>
    <message>
        <source>Village</source>
        <translation>Falu</translation>
    </message>
    <message>
        <source>Street</source>
        <translation>Utca</translation>
    </message>
    <message>
        <source>How to find the house</source>
        <translation>Hogyan található a ház</translation>
    </message>
    <message>
        <source>Surname</source>
        <translation>Vezetéknév</translation>
    </message>
    <message>
        <source>Given names</source>
        <translation>Utónév</translation>
    </message>
    <message>
        <source>Also known as</source>
        <translation>Más néven</translation>
    </message>
    <message>
        <source>Date of birth</source>
        <translation>Születési dátum</translation>
    </message>
    <message>
        <source>Kind of number</source>
        <translation>A szám fajtája</translation>
    </message>
    <message>
        <source>Identity number</source>
        <translation>Személyi szám</translation>
    </message>
    <message>
        <source>Sex</source>
        <translation>Nem</translation>
    </message>
    <message>
        <source>Occupation</source>
        <translation>Foglalkozás</translation>
    </message>
    <message>
        <source>School</source>
        <translation>Iskola</translation>
    </message>
    <message>
        <source>Place in the family</source>
        <translation>Szerep a családban</translation>
    </message>
    <message>
        <source>Place in the family, as written</source>
        <translation>Szerep a családban, ahogy leírták</translation>
    </message>
    <message>
        <source>In the household since</source>
        <translation>A háztartásban ettől</translation>
    </message>
    <message>
        <source>In the household until</source>
        <translation>A háztartásban eddig</translation>
    </message>
    <message>
        <source>Confirmed level of risk</source>
        <translation>Megerősített kockázati szint</translation>
    </message>
    <message>
        <source>Why this level</source>
        <translation>Miért ez a szint</translation>
    </message>
    <message>
        <source>Description</source>
        <translation>Leírás</translation>
    </message>
    <message>
        <source>Done</source>
        <translation>Kész</translation>
    </message>
    <message>
        <source>Withdrawn</source>
        <translation>Visszavonva</translation>
    </message>
    <message>
        <source>Address</source>
        <translation>Lakcím</translation>
    </message>
    <message>
        <source>Member of the household</source>
        <translation>Háztartástag</translation>
    </message>
    <message>
        <source>Day and hours of the visit</source>
        <translation>A látogatás napja és órái</translation>
    </message>
    <message>
        <source>Who was met</source>
        <translation>Kivel találkoztak</translation>
    </message>
    <message>
        <source>Taken back or not</source>
        <translation>Visszavonva vagy sem</translation>
    </message>
    <message>
        <source>How the visit went</source>
        <translation>Hogyan zajlott a látogatás</translation>
    </message>
    <message>
        <source>Suggested level and score</source>
        <translation>Javasolt szint és pontszám</translation>
    </message>
    <message>
        <source>Done or not</source>
        <translation>Kész vagy nem</translation>
    </message>
    <message>
        <source>Withdrawn or not</source>
        <translation>Visszavonva vagy nem</translation>
    </message>
    <message>
        <source>Marks of the family</source>
        <translation>A család jelölései</translation>
    </message>
    <message>
        <source>Danger signs</source>
        <translation>Veszélyjelek</translation>
    </message>
    <message>
        <source>Form and version</source>
        <translation>Űrlap és változat</translation>
    </message>
    <message>
        <source>Day, household and seal</source>
        <translation>Nap, háztartás és lezárás</translation>
    </message>
    <message>
        <source>Row of an imported list</source>
        <translation>Importált lista sora</translation>
    </message>
    <message>
        <source>What is to be done</source>
        <translation>Mi a teendő</translation>
    </message>
    <message>
        <source>Text</source>
        <translation>Szöveg</translation>
    </message>
    <message>
        <source>The form it belongs to</source>
        <translation>Az űrlap, amelyhez tartozik</translation>
    </message>
    <message>
        <source>Confidential parts</source>
        <translation>Bizalmas részek</translation>
    </message>
    <message>
        <source>Lists the form offered</source>
        <translation>Az űrlap által kínált listák</translation>
    </message>
    <message>
        <source>The picture itself</source>
        <translation>Maga a kép</translation>
    </message>
    <message>
        <source>The list it was imported from</source>
        <translation>A lista, amelyből importálták</translation>
    </message>
    <message>
        <source>Name of the person</source>
        <translation>A személy neve</translation>
    </message>
    <message>
        <source>female</source>
        <translation>nő</translation>
    </message>
    <message>
        <source>male</source>
        <translation>férfi</translation>
    </message>
    <message>
        <source>open</source>
        <translation>nyitott</translation>
    </message>
    <message>
        <source>closed</source>
        <translation>lezárt</translation>
    </message>
    <message>
        <source>CNP</source>
        <translation>CNP</translation>
    </message>
    <message>
        <source>PESEL</source>
        <translation>PESEL</translation>
    </message>
    <message>
        <source>no papers</source>
        <translation>iratok nélkül</translation>
    </message>
    <message>
        <source>How do you know?</source>
        <translation>Honnan tudja?</translation>
    </message>
    <message>
        <source>What do you know about it?</source>
        <translation>Mit tud róla?</translation>
    </message>
    <message>
        <source>One sentence; it stays with the family and the others see it.</source>
        <translation>Egy mondat; a családnál marad, és a többiek is látják.</translation>
    </message>
    <message>
        <source>Open the family</source>
        <translation>Család megnyitása</translation>
    </message>
    <message>
        <source>One person took this record back while another went on writing in it, without seeing each other. It stays in view until you decide.</source>
        <translation>Az egyik személy visszavonta ezt a bejegyzést, miközben a másik tovább írt bele, anélkül hogy látták volna egymást. Látható marad, amíg Ön dönt.</translation>
    </message>
    <message numerus="yes">
        <source>%n people wrote this without seeing each other&apos;s notes. Vatra does not choose by itself, and both versions stay in the history.</source>
        <translation>
            <numerusform>%n személy írta ezt, anélkül hogy látták volna egymás jegyzeteit. A Vatra nem választ magától, és a változatok megmaradnak az előzményekben.</numerusform>
        </translation>
    </message>
    <message>
        <source>You can read this, another person decides.</source>
        <translation>Ön elolvashatja, más dönt.</translation>
    </message>
    <message>
        <source>Something else, I write it</source>
        <translation>Mást írok be</translation>
    </message>
    <message>
        <source>Both, one beside the other</source>
        <translation>Mindkettő, egymás mellett</translation>
    </message>
    <message>
        <source>Both are true, one after the other</source>
        <translation>Mindkettő igaz, egymás után</translation>
    </message>
    <message>
        <source>It stands, with everything written since</source>
        <translation>Marad, mindennel együtt, amit azóta írtak</translation>
    </message>
    <message>
        <source>It is taken back</source>
        <translation>Visszavonva</translation>
    </message>
    <message>
        <source>You wrote</source>
        <translation>Ön írta</translation>
    </message>
    <message>
        <source>Written by %1</source>
        <translation>Írta: %1</translation>
    </message>
    <message>
        <source>not known</source>
        <translation>nem ismert</translation>
    </message>
    <message>
        <source>Version %1</source>
        <translation>%1. változat</translation>
    </message>
    <message>
        <source>Below stands who may. Tell them what you know.</source>
        <translation>Lent olvasható, ki dönthet. Mondja el nekik, amit tud.</translation>
    </message>
    <message>
        <source>Tell what you know</source>
        <translation>Elmondom, amit tudok</translation>
    </message>
    <message>
        <source>Decide</source>
        <translation>Döntés</translation>
    </message>
    <message>
        <source>Keep version %1</source>
        <translation>%1. változat megtartása</translation>
    </message>
    <message>
        <source>Let it stand</source>
        <translation>Maradjon</translation>
    </message>
    <message>
        <source>Take it back</source>
        <translation>Visszavonás</translation>
    </message>
    <message>
        <source>Keep both</source>
        <translation>Mindkettő megtartása</translation>
    </message>
    <message>
        <source>Keep what I wrote</source>
        <translation>Beírt szöveg megtartása</translation>
    </message>
    <message>
        <source>Another person decides this.</source>
        <translation>Erről más dönt.</translation>
    </message>
    <message>
        <source>Choose a version with its digit.</source>
        <translation>Válasszon egy változatot a számával.</translation>
    </message>
    <message>
        <source>Say what is true now, and since when.</source>
        <translation>Adja meg, mi igaz most, és mióta.</translation>
    </message>
    <message>
        <source>Correct what is marked.</source>
        <translation>Javítsa, ami meg van jelölve.</translation>
    </message>
    <message>
        <source>Write how you know.</source>
        <translation>Írja be, honnan tudja.</translation>
    </message>
    <message>
        <source>Nothing is deleted: the other version stays in the history.</source>
        <translation>Semmi sem törlődik: a másik változat megmarad az előzményekben.</translation>
    </message>
    <message>
        <source>left empty</source>
        <translation>üresen hagyva</translation>
    </message>
    <message>
        <source>this laptop, still to send</source>
        <translation>ez a laptop, küldésre vár</translation>
    </message>
    <message>
        <source>laptop %1</source>
        <translation>laptop: %1</translation>
    </message>
    <message>
        <source>shown everywhere until this is decided</source>
        <translation>a döntésig mindenhol ez látszik</translation>
    </message>
    <message>
        <source>An answer of the visit</source>
        <translation>A látogatás egyik válasza</translation>
    </message>
    <message>
        <source>Nothing to clear up</source>
        <translation>Nincs tisztáznivaló</translation>
    </message>
    <message>
        <source>When two people write the same thing differently, both versions wait here for a decision.</source>
        <translation>Ha ketten ugyanazt másképp írják, mindkét változat itt vár döntésre.</translation>
    </message>
    <message>
        <source>Decided. The other version stays in the history.</source>
        <translation>Eldöntve. A másik változat megmarad az előzményekben.</translation>
    </message>
    <message>
        <source>Kept for whoever decides.</source>
        <translation>Megmarad annak, aki dönt.</translation>
    </message>
    <message>
        <source>Later</source>
        <translation>Később</translation>
    </message>
    <message>
        <source>What waits</source>
        <translation>Ami vár</translation>
    </message>
    <message>
        <source>Nothing is deleted. The version that is kept stands in the history with name and date.</source>
        <translation>Semmi sem törlődik. A megtartott változat névvel és dátummal marad az előzményekben.</translation>
    </message>
    <message>
        <source>To clear up</source>
        <translation>Tisztázandó</translation>
    </message>
    <message>
        <source>two versions of the same thing</source>
        <translation>ugyanannak két változata</translation>
    </message>
    <message numerus="yes">
        <source>%n waiting</source>
        <translation>
            <numerusform>%n vár</numerusform>
        </translation>
    </message>
    <message>
        <source>The versions</source>
        <translation>A változatok</translation>
    </message>
    <message>
        <source>What is true now?</source>
        <translation>Mi igaz most?</translation>
    </message>
    <message>
        <source>choose</source>
        <translation>válasszon</translation>
    </message>
    <message>
        <source>Since when?</source>
        <translation>Mióta?</translation>
    </message>
    <message>
        <source>dd.mm.yyyy, or only the year</source>
        <translation>éééé. hh. nn., vagy csak az év</translation>
    </message>
    <message>
        <source>This day does not exist. Write it as 21.11.2026, or only the year.</source>
        <translation>Ilyen nap nincs. Írja így: 21.11.2026, vagy csak az évet.</translation>
    </message>
    <message>
        <source>Since %1. Before: %2</source>
        <translation>%1 óta. Előtte: %2</translation>
    </message>
    <message>
        <source>Write a whole number.</source>
        <translation>Egész számot írjon.</translation>
    </message>
    <message>
        <source>Only here: %1</source>
        <translation>Csak itt: %1</translation>
    </message>
    <message>
        <source>Family</source>
        <translation>Család</translation>
    </message>
    <message>
        <source>Person</source>
        <translation>Személy</translation>
    </message>
    <message>
        <source>Visit</source>
        <translation>Látogatás</translation>
    </message>
    <message>
        <source>Assessment</source>
        <translation>Értékelés</translation>
    </message>
    <message>
        <source>Task</source>
        <translation>Feladat</translation>
    </message>
    <message>
        <source>Note</source>
        <translation>Feljegyzés</translation>
    </message>
    <message>
        <source>Picture or scan</source>
        <translation>Kép vagy szkennelt lap</translation>
    </message>
    <message>
        <source>Every record</source>
        <translation>Minden bejegyzés</translation>
    </message>
    <message>
        <source>Confidential part of a form</source>
        <translation>Űrlap bizalmas része</translation>
    </message>
    <message>
        <source>Both versions are kept until somebody decides.</source>
        <translation>Mindkét változat megmarad, amíg valaki nem dönt.</translation>
    </message>
    <message>
        <source>Both versions are kept until somebody decides; the higher level is shown meanwhile.</source>
        <translation>Mindkét változat megmarad, amíg valaki nem dönt; addig a magasabb szint látszik.</translation>
    </message>
    <message>
        <source>Both versions are kept until somebody decides; it counts as done meanwhile.</source>
        <translation>Mindkét változat megmarad, amíg valaki nem dönt; addig késznek számít.</translation>
    </message>
    <message>
        <source>Both versions are kept until somebody decides; the person counts as living there meanwhile.</source>
        <translation>Mindkét változat megmarad, amíg valaki nem dönt; addig a személy ott lakónak számít.</translation>
    </message>
    <message>
        <source>What each one adds is kept; there is nothing to decide.</source>
        <translation>Amit bárki hozzáad, megmarad; nincs miről dönteni.</translation>
    </message>
    <message>
        <source>Written once and never changed; there is nothing to decide.</source>
        <translation>Egyszer írják be, és nem változik; nincs miről dönteni.</translation>
    </message>
    <message>
        <source>Whoever wrote one of the versions, or the social worker of the commune.</source>
        <translation>Aki az egyik változatot írta, vagy a község szociális munkása.</translation>
    </message>
    <message>
        <source>Whoever wrote one of the versions.</source>
        <translation>Aki az egyik változatot írta.</translation>
    </message>
    <message>
        <source>Whom the task is for.</source>
        <translation>Akinek a feladat szól.</translation>
    </message>
    <message>
        <source>Only a supervisor.</source>
        <translation>Csak szakmai felettes.</translation>
    </message>
    <message>
        <source>Why this is asked</source>
        <translation>Miért kérdezzük</translation>
    </message>
    <message>
        <source>Nobody on this laptop: ask the county office.</source>
        <translation>Ezen a laptopon senki: kérdezze a megyei hivatalt.</translation>
    </message>
    <message>
        <source>Who may decide</source>
        <translation>Ki dönthet</translation>
    </message>
    <message>
        <source>Show all rules</source>
        <translation>Minden szabály</translation>
    </message>
    <message>
        <source>Hide the rules</source>
        <translation>Szabályok elrejtése</translation>
    </message>
    <message>
        <source>Answers</source>
        <translation>Válaszok</translation>
    </message>
</context>
<context>
    <name>crash</name>
    <message>
        <source>Something in Vatra did not work. What was saved is safe. Close Vatra and open it again; if this comes back, tell the person who looks after this laptop.</source>
        <translation>Valami nem működött a Vatrában. Ami mentve volt, biztonságban van. Zárja be, és nyissa meg újra a Vatrát; ha ismétlődik, szóljon a laptop gondozójának.</translation>
    </message>
</context>
<context>
    <name>families</name>
    <message>
        <source>List of families</source>
        <translation>Családok listája</translation>
    </message>
    <message>
        <source>Chosen family</source>
        <translation>A kiválasztott család</translation>
    </message>
    <message>
        <source>Village</source>
        <translation>Falu</translation>
    </message>
    <message>
        <source>Overdue</source>
        <translation>Lejárt</translation>
    </message>
    <message>
        <source>Never visited</source>
        <translation>Még nem látogatott</translation>
    </message>
    <message>
        <source>To clear up</source>
        <translation>Tisztázandó</translation>
    </message>
    <message>
        <source>Import a list</source>
        <translation>Lista beolvasása</translation>
    </message>
    <message>
        <source>New family</source>
        <translation>Új család</translation>
    </message>
    <message>
        <source>No families yet</source>
        <translation>Még nincs család</translation>
    </message>
    <message>
        <source>Open</source>
        <translation>Megnyitás</translation>
    </message>
    <message>
        <source>Start visit</source>
        <translation>Látogatás kezdése</translation>
    </message>
    <message>
        <source>No family fits</source>
        <translation>Egy család sem felel meg</translation>
    </message>
    <message>
        <source>Take a filter away to see the others.</source>
        <translation>Vegyen le egy szűrőt, hogy a többit is lássa.</translation>
    </message>
    <message>
        <source>Show all families</source>
        <translation>Minden család mutatása</translation>
    </message>
    <message>
        <source>Register the first one or import a list.</source>
        <translation>Vegye fel az elsőt, vagy olvasson be egy listát.</translation>
    </message>
    <message>
        <source>All villages</source>
        <translation>Minden falu</translation>
    </message>
    <message numerus="yes">
        <source>%n families</source>
        <translation>
            <numerusform>%n család</numerusform>
        </translation>
    </message>
    <message>
        <source>How to find</source>
        <translation>Hogyan található</translation>
    </message>
    <message>
        <source>Phone</source>
        <translation>Telefon</translation>
    </message>
    <message>
        <source>Members</source>
        <translation>Tagok</translation>
    </message>
    <message>
        <source>Children</source>
        <translation>Gyermekek</translation>
    </message>
    <message>
        <source>Last visit</source>
        <translation>Utolsó látogatás</translation>
    </message>
    <message>
        <source>never visited</source>
        <translation>még nem látogatott</translation>
    </message>
    <message>
        <source>Next visit</source>
        <translation>Következő látogatás</translation>
    </message>
    <message>
        <source>no day agreed</source>
        <translation>nincs megbeszélt nap</translation>
    </message>
    <message numerus="yes">
        <source>%n children</source>
        <translation>
            <numerusform>%n gyermek</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n people</source>
        <translation>
            <numerusform>%n fő</numerusform>
        </translation>
    </message>
    <message>
        <source>last visit: %1</source>
        <translation>utolsó látogatás: %1</translation>
    </message>
    <message numerus="yes">
        <source>%n days late</source>
        <translation>
            <numerusform>%n nap késés</numerusform>
        </translation>
    </message>
    <message>
        <source>due today</source>
        <translation>ma esedékes</translation>
    </message>
    <message>
        <source>by %1</source>
        <translation>határidő: %1</translation>
    </message>
    <message>
        <source>to clear up</source>
        <translation>tisztázandó</translation>
    </message>
    <message>
        <source>to send</source>
        <translation>küldendő</translation>
    </message>
</context>
<context>
    <name>family</name>
    <message>
        <source>In brief</source>
        <translation>Röviden</translation>
    </message>
    <message>
        <source>Members</source>
        <translation>Tagok</translation>
    </message>
    <message>
        <source>Who lives here</source>
        <translation>Kik laknak itt</translation>
    </message>
    <message>
        <source>Add a member</source>
        <translation>Új tag</translation>
    </message>
    <message>
        <source>House and contact</source>
        <translation>Ház és elérhetőség</translation>
    </message>
    <message>
        <source>Change</source>
        <translation>Módosítás</translation>
    </message>
    <message>
        <source>Name in lists</source>
        <translation>Név a listákban</translation>
    </message>
    <message>
        <source>Phone</source>
        <translation>Telefon</translation>
    </message>
    <message>
        <source>Village</source>
        <translation>Falu</translation>
    </message>
    <message>
        <source>Street and number</source>
        <translation>Utca, házszám</translation>
    </message>
    <message>
        <source>How to find the house</source>
        <translation>Hogyan található a ház</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Mégse</translation>
    </message>
    <message>
        <source>Save changes</source>
        <translation>Módosítások mentése</translation>
    </message>
    <message>
        <source>Look at both</source>
        <translation>Mindkettő megtekintése</translation>
    </message>
    <message>
        <source>Timeline</source>
        <translation>Idővonal</translation>
    </message>
    <message>
        <source>Note</source>
        <translation>Jegyzet</translation>
    </message>
    <message numerus="yes">
        <source>%n facts have two versions. Somebody has to say which one holds.</source>
        <translation>
            <numerusform>%n adatnak két változata van. Valakinek el kell döntenie, melyik érvényes.</numerusform>
        </translation>
    </message>
    <message>
        <source>age not known</source>
        <translation>ismeretlen életkor</translation>
    </message>
    <message>
        <source>Street</source>
        <translation>Utca</translation>
    </message>
    <message>
        <source>How to find</source>
        <translation>Hogyan található</translation>
    </message>
    <message>
        <source>Reasons of help</source>
        <translation>A segítség okai</translation>
    </message>
    <message>
        <source>Last visit</source>
        <translation>Utolsó látogatás</translation>
    </message>
    <message>
        <source>Next visit</source>
        <translation>Következő látogatás</translation>
    </message>
    <message>
        <source>Came by import</source>
        <translation>Beolvasásból</translation>
    </message>
    <message>
        <source>Family registered</source>
        <translation>Család felvéve</translation>
    </message>
    <message>
        <source>Changed</source>
        <translation>Módosítás</translation>
    </message>
    <message>
        <source>%1, %2</source>
        <translation>%1, %2</translation>
    </message>
    <message>
        <source>Details of the person</source>
        <translation>A személy adatai</translation>
    </message>
    <message>
        <source>Surname</source>
        <translation>Családnév</translation>
    </message>
    <message>
        <source>Given names</source>
        <translation>Utónevek</translation>
    </message>
    <message>
        <source>Date of birth</source>
        <translation>Születési dátum</translation>
    </message>
    <message>
        <source>Identity number</source>
        <translation>Személyi szám</translation>
    </message>
    <message>
        <source>Occupation</source>
        <translation>Foglalkozás</translation>
    </message>
    <message>
        <source>School and class</source>
        <translation>Iskola és osztály</translation>
    </message>
    <message>
        <source>Female or male</source>
        <translation>Nem</translation>
    </message>
    <message>
        <source>Place in the household</source>
        <translation>Hely a háztartásban</translation>
    </message>
    <message>
        <source>Does not live here any more</source>
        <translation>Már nem itt lakik</translation>
    </message>
    <message>
        <source>New member</source>
        <translation>Új családtag</translation>
    </message>
    <message>
        <source>Add to the family</source>
        <translation>Hozzáadás a családhoz</translation>
    </message>
    <message>
        <source>Add as another person</source>
        <translation>Felvétel másik személyként</translation>
    </message>
    <message>
        <source>New note</source>
        <translation>Új jegyzet</translation>
    </message>
    <message>
        <source>Facts, not opinions</source>
        <translation>Tények, nem vélemények</translation>
    </message>
    <message>
        <source>Who reads the note</source>
        <translation>Ki olvassa a jegyzetet</translation>
    </message>
    <message>
        <source>A note cannot be changed later, only completed by another.</source>
        <translation>A jegyzet később nem módosítható, csak újabbal egészíthető ki.</translation>
    </message>
    <message>
        <source>Keep the note</source>
        <translation>Jegyzet mentése</translation>
    </message>
    <message>
        <source>Notes</source>
        <translation>Jegyzetek</translation>
    </message>
    <message>
        <source>It is kept under a key of its own. Others on this laptop and in the commune do not see that it is there.</source>
        <translation>Saját kulcs alatt marad. Mások ezen a laptopon és a községben nem látják, hogy létezik.</translation>
    </message>
    <message>
        <source>I have read it</source>
        <translation>Elolvastam</translation>
    </message>
    <message>
        <source>Visits</source>
        <translation>Látogatások</translation>
    </message>
    <message>
        <source>Pictures</source>
        <translation>Képek</translation>
    </message>
    <message>
        <source>Assessments</source>
        <translation>Felmérések</translation>
    </message>
    <message>
        <source>Parts of the file</source>
        <translation>Az akta részei</translation>
    </message>
    <message>
        <source>Family header</source>
        <translation>A család fejléce</translation>
    </message>
    <message>
        <source>Start visit</source>
        <translation>Látogatás kezdése</translation>
    </message>
    <message>
        <source>Assessment</source>
        <translation>Felmérés</translation>
    </message>
    <message>
        <source>House and contact changed.</source>
        <translation>A ház és elérhetőség módosult.</translation>
    </message>
    <message>
        <source>Details changed.</source>
        <translation>Az adatok módosultak.</translation>
    </message>
    <message>
        <source>Member added.</source>
        <translation>Új családtag felvéve.</translation>
    </message>
    <message>
        <source>Noted that the person does not live here any more.</source>
        <translation>Feljegyezve, hogy a személy már nem itt lakik.</translation>
    </message>
    <message>
        <source>Note kept.</source>
        <translation>A jegyzet mentve.</translation>
    </message>
    <message>
        <source>Taken back.</source>
        <translation>Visszavonva.</translation>
    </message>
    <message>
        <source>Opening the family…</source>
        <translation>A család megnyitása…</translation>
    </message>
    <message>
        <source>No visits yet</source>
        <translation>Még nincs látogatás</translation>
    </message>
    <message>
        <source>The first visit begins with “Start visit”.</source>
        <translation>Az első látogatás a „Látogatás kezdése” gombbal indul.</translation>
    </message>
    <message>
        <source>Details of the visit</source>
        <translation>A látogatás részletei</translation>
    </message>
    <message>
        <source>Print this visit</source>
        <translation>Látogatás nyomtatása</translation>
    </message>
    <message>
        <source>Nothing yet. What is added here belongs to this visit.</source>
        <translation>Még semmi. Amit itt hozzáad, ehhez a látogatáshoz tartozik.</translation>
    </message>
    <message>
        <source>Day not known</source>
        <translation>Ismeretlen nap</translation>
    </message>
    <message>
        <source>Result</source>
        <translation>Eredmény</translation>
    </message>
    <message>
        <source>Hours</source>
        <translation>Idő</translation>
    </message>
    <message>
        <source>Who went</source>
        <translation>Ki járt ott</translation>
    </message>
    <message>
        <source>Purpose</source>
        <translation>Cél</translation>
    </message>
    <message>
        <source>Found</source>
        <translation>Megállapítások</translation>
    </message>
    <message>
        <source>Agreed</source>
        <translation>Megállapodás</translation>
    </message>
    <message>
        <source>Whoever opens, looks for, prints or saves something of this family is noted here, you too. It goes to the county; nobody can change or delete it.</source>
        <translation>Aki ennek a családnak az adatait megnyitja, keresi, kinyomtatja vagy elmenti, azt itt feljegyezzük, Önt is. A bejegyzések eljutnak a megyéhez; senki sem módosíthatja vagy törölheti őket.</translation>
    </message>
    <message>
        <source>Who looked</source>
        <translation>Ki nézte meg</translation>
    </message>
    <message>
        <source>Nobody yet</source>
        <translation>Még senki</translation>
    </message>
    <message>
        <source>The next time somebody opens this family, it is noted here.</source>
        <translation>Ha valaki legközelebb megnyitja ezt a családot, az itt látható lesz.</translation>
    </message>
    <message>
        <source>The newest %1 of %2 are shown.</source>
        <translation>A legújabb bejegyzések láthatók: %1 / %2.</translation>
    </message>
    <message>
        <source>Somebody this laptop does not know</source>
        <translation>Valaki, akit ez a laptop nem ismer</translation>
    </message>
    <message>
        <source>read: %1</source>
        <translation>elolvasta: %1</translation>
    </message>
    <message>
        <source>opened the file</source>
        <translation>megnyitotta az aktát</translation>
    </message>
    <message>
        <source>found it by looking for “%1”</source>
        <translation>megtalálta erre keresve: „%1”</translation>
    </message>
    <message>
        <source>printed something of the file</source>
        <translation>nyomtatott valamit az aktából</translation>
    </message>
    <message>
        <source>printed the visit: %1</source>
        <translation>kinyomtatta a látogatást: %1</translation>
    </message>
    <message>
        <source>saved something of the file outside Vatra</source>
        <translation>elmentett valamit az aktából a Vatrán kívülre</translation>
    </message>
    <message>
        <source>saved the visit as PDF: %1</source>
        <translation>PDF-be mentette a látogatást: %1</translation>
    </message>
    <message>
        <source>did something this version does not know</source>
        <translation>valami olyat tett, amit ez a verzió nem ismer</translation>
    </message>
    <message>
        <source>Assessments to begin</source>
        <translation>Megkezdhető felmérések</translation>
    </message>
    <message>
        <source>Finished assessments</source>
        <translation>Befejezett felmérések</translation>
    </message>
    <message>
        <source>Begin or go on</source>
        <translation>Kezdés vagy folytatás</translation>
    </message>
    <message>
        <source>Throw the draft away</source>
        <translation>Vázlat eldobása</translation>
    </message>
    <message>
        <source>Print empty</source>
        <translation>Üres nyomtatása</translation>
    </message>
    <message>
        <source>Finished</source>
        <translation>Befejezett</translation>
    </message>
    <message>
        <source>No assessments yet</source>
        <translation>Még nincs felmérés</translation>
    </message>
    <message>
        <source>Choose a form at the left; what is begun can be left and gone on with.</source>
        <translation>Válasszon űrlapot bal oldalt; a megkezdett félbehagyható és folytatható.</translation>
    </message>
    <message>
        <source>Save answers for analysis</source>
        <translation>Válaszok mentése elemzéshez</translation>
    </message>
    <message>
        <source>The files leave the protection of Vatra: keep them where only you can open them.</source>
        <translation>A fájlok kikerülnek a Vatra védelme alól: olyan helyen tartsa őket, ahol csak Ön nyithatja meg.</translation>
    </message>
    <message>
        <source>The supervisor knows and acts</source>
        <translation>A felettes tud róla és intézkedik</translation>
    </message>
    <message numerus="yes">
        <source>%n files were written.</source>
        <translation>
            <numerusform>%n fájl elkészült.</numerusform>
        </translation>
    </message>
    <message>
        <source>not begun</source>
        <translation>nincs megkezdve</translation>
    </message>
    <message numerus="yes">
        <source>%n answers</source>
        <translation>
            <numerusform>%n válasz</numerusform>
        </translation>
    </message>
    <message>
        <source>draft</source>
        <translation>vázlat</translation>
    </message>
    <message>
        <source>corrected</source>
        <translation>javítva</translation>
    </message>
    <message>
        <source>correction begun</source>
        <translation>javítás megkezdve</translation>
    </message>
    <message>
        <source>Correction: %1</source>
        <translation>Javítás: %1</translation>
    </message>
    <message>
        <source>Danger sign noticed %1: the supervisor has to act.</source>
        <translation>Veszélyjel (%1): a felettesnek intézkednie kell.</translation>
    </message>
    <message numerus="yes">
        <source>And %n more.</source>
        <translation>
            <numerusform>És még %n.</numerusform>
        </translation>
    </message>
    <message>
        <source>%1 changed this, %2: %3. You changed this at the same time: %4.</source>
        <translation>%1 módosította (%2): %3. Ön ugyanakkor ezt módosította: %4.</translation>
    </message>
    <message>
        <source>A colleague</source>
        <translation>Egy munkatárs</translation>
    </message>
    <message>
        <source>an answer of the visit</source>
        <translation>a látogatás egyik válasza</translation>
    </message>
    <message>
        <source>Known already?</source>
        <translation>Már ismert?</translation>
    </message>
    <message>
        <source>It is this person</source>
        <translation>Ő az</translation>
    </message>
    <message>
        <source>lives here already</source>
        <translation>már itt él</translation>
    </message>
    <message>
        <source>lived here until %1</source>
        <translation>itt élt eddig: %1</translation>
    </message>
    <message>
        <source>in the family: %1</source>
        <translation>ebben a családban: %1</translation>
    </message>
    <message>
        <source>Nothing yet. Drop a photograph or a PDF here, paste one, or choose “Add…”. Where and when a photograph was taken is left out of it.</source>
        <translation>Még semmi. Húzzon ide egy fényképet vagy PDF-et, illessze be, vagy válassza a „Hozzáadás…” gombot. A fényképben nem marad benne, hol és mikor készült.</translation>
    </message>
    <message>
        <source>Pictures and scans</source>
        <translation>Képek és iratok</translation>
    </message>
</context>
<context>
    <name>formatting</name>
    <message>
        <source>today</source>
        <translation>ma</translation>
    </message>
    <message>
        <source>yesterday</source>
        <translation>tegnap</translation>
    </message>
    <message>
        <source>tomorrow</source>
        <translation>holnap</translation>
    </message>
    <message>
        <source>age not known</source>
        <translation>ismeretlen életkor</translation>
    </message>
    <message numerus="yes">
        <source>%n years</source>
        <translation>
            <numerusform>%n éves</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>forms</name>
    <message>
        <source>dd.mm.yyyy</source>
        <translation>éééé. hh. nn.</translation>
    </message>
    <message>
        <source>Calendar</source>
        <translation>Naptár</translation>
    </message>
    <message>
        <source>Clear the drawing</source>
        <translation>Rajz törlése</translation>
    </message>
    <message>
        <source>Take the signature back</source>
        <translation>Aláírás visszavonása</translation>
    </message>
    <message>
        <source>Sign as: %1</source>
        <translation>Aláírás: %1</translation>
    </message>
    <message>
        <source>hh:mm</source>
        <translation>óó:pp</translation>
    </message>
    <message>
        <source>Take it</source>
        <translation>Elfogadás</translation>
    </message>
    <message>
        <source>It is so</source>
        <translation>Így van</translation>
    </message>
    <message>
        <source>Room for the hand: draw here</source>
        <translation>Kézi aláírás helye: ide rajzoljon</translation>
    </message>
    <message>
        <source>Drawn signature</source>
        <translation>Kézi aláírás</translation>
    </message>
    <message>
        <source>Questions</source>
        <translation>Képernyők</translation>
    </message>
    <message>
        <source>Sections</source>
        <translation>Szakaszok</translation>
    </message>
    <message>
        <source>Facts</source>
        <translation>Adatok</translation>
    </message>
    <message>
        <source>Immediate danger</source>
        <translation>Közvetlen veszély</translation>
    </message>
    <message>
        <source>Back</source>
        <translation>Vissza</translation>
    </message>
    <message>
        <source>Is somebody in danger?</source>
        <translation>Veszélyben van valaki?</translation>
    </message>
    <message>
        <source>What you typed stays on the screen. Press Ctrl+S to try again.</source>
        <translation>Amit beírt, a képernyőn marad. A Ctrl+S billentyűkkel próbálja újra.</translation>
    </message>
    <message>
        <source>Call now: %1. Do not wait for the sending of data.</source>
        <translation>Hívja most: %1. Ne várjon az adatok elküldésére.</translation>
    </message>
    <message>
        <source>%1, %2 of %3 answered</source>
        <translation>%1, megválaszolva: %2 / %3</translation>
    </message>
    <message>
        <source>%1 (optional)</source>
        <translation>%1 (nem kötelező)</translation>
    </message>
    <message>
        <source>Last time: %1 · changed</source>
        <translation>Legutóbb: %1 · változott</translation>
    </message>
    <message>
        <source>Last time: %1</source>
        <translation>Legutóbb: %1</translation>
    </message>
    <message>
        <source>Proposed: %1</source>
        <translation>Javaslat: %1</translation>
    </message>
    <message>
        <source>Still to answer.</source>
        <translation>Még válaszra vár.</translation>
    </message>
    <message>
        <source>This answer does not fit the others. Compare them.</source>
        <translation>Ez a válasz nem illik a többihez. Hasonlítsa össze őket.</translation>
    </message>
    <message>
        <source>This answer is not one of the choices. Choose again.</source>
        <translation>Ez a válasz nincs a lehetőségek között. Válasszon újra.</translation>
    </message>
    <message>
        <source>Write the day like 21.11.2026, or t for today.</source>
        <translation>Írja a napot így: 2026. 11. 21., vagy t a mai naphoz.</translation>
    </message>
    <message>
        <source>Write the hour like 9:40 or 940.</source>
        <translation>Írja az órát így: 9:40 vagy 940.</translation>
    </message>
    <message>
        <source>Write a number.</source>
        <translation>Írjon be egy számot.</translation>
    </message>
    <message>
        <source>This cannot be read. Write it again.</source>
        <translation>Ez nem olvasható. Írja be újra.</translation>
    </message>
    <message>
        <source>Not saved</source>
        <translation>Nincs mentve</translation>
    </message>
    <message>
        <source>Saved at %1</source>
        <translation>Mentve: %1</translation>
    </message>
    <message>
        <source>Saving…</source>
        <translation>Mentés…</translation>
    </message>
    <message>
        <source>Nothing to save yet</source>
        <translation>Még nincs mit menteni</translation>
    </message>
    <message numerus="yes">
        <source>and %n more</source>
        <translation>
            <numerusform>és még %n</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>frame</name>
    <message>
        <source>Screens</source>
        <translation>Képernyők</translation>
    </message>
    <message>
        <source>Lock (F12)</source>
        <translation>Zárolás (F12)</translation>
    </message>
    <message>
        <source>{word}, {number} of {all}</source>
        <translation>{word}, {number} / {all}</translation>
    </message>
    <message>
        <source>Search families and persons</source>
        <translation>Családok és személyek keresése</translation>
    </message>
    <message>
        <source>Family, person, village, phone</source>
        <translation>Család, személy, falu, telefon</translation>
    </message>
    <message>
        <source>Search</source>
        <translation>Keresés</translation>
    </message>
    <message>
        <source>Back (Alt+Left)</source>
        <translation>Vissza (Alt+Balra)</translation>
    </message>
    <message>
        <source>Facts</source>
        <translation>Adatok</translation>
    </message>
    <message>
        <source>Please wait</source>
        <translation>Kérem, várjon</translation>
    </message>
    <message>
        <source>Close this message</source>
        <translation>Üzenet bezárása</translation>
    </message>
    <message>
        <source>Undo</source>
        <translation>Visszavonás</translation>
    </message>
    <message numerus="yes">
        <source>%n waiting</source>
        <translation>
            <numerusform>%n várakozik</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n to decide</source>
        <translation>
            <numerusform>%n eldöntendő</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>half_typed</name>
    <message>
        <source>Throw it away</source>
        <translation>Elvetés</translation>
    </message>
    <message>
        <source>Throw away what is half typed</source>
        <translation>A félbehagyott szöveg elvetése</translation>
    </message>
    <message>
        <source>Half typed %1, not saved yet</source>
        <translation>Félbehagyott szöveg (%1), még nincs elmentve</translation>
    </message>
</context>
<context>
    <name>health</name>
    <message>
        <source>Numbers and versions</source>
        <translation>Számok és verziók</translation>
    </message>
    <message>
        <source>Print this page</source>
        <translation>Az oldal nyomtatása</translation>
    </message>
    <message>
        <source>Nobody is named on the printed page.</source>
        <translation>A kinyomtatott oldalon senki neve nem szerepel.</translation>
    </message>
    <message>
        <source>Fine</source>
        <translation>Rendben</translation>
    </message>
    <message>
        <source>Look at it soon</source>
        <translation>Hamarosan nézze meg</translation>
    </message>
    <message>
        <source>Needs doing</source>
        <translation>Teendő van vele</translation>
    </message>
    <message>
        <source>Cannot tell</source>
        <translation>Nem tudható</translation>
    </message>
    <message>
        <source>Disk encryption</source>
        <translation>Lemeztitkosítás</translation>
    </message>
    <message>
        <source>Free space</source>
        <translation>Szabad hely</translation>
    </message>
    <message>
        <source>Clock</source>
        <translation>Óra</translation>
    </message>
    <message>
        <source>Last copy</source>
        <translation>Utolsó másolat</translation>
    </message>
    <message>
        <source>Last contact with the county</source>
        <translation>Utolsó kapcsolat a megyével</translation>
    </message>
    <message>
        <source>Protection of the passphrases</source>
        <translation>A jelmondatok védelme</translation>
    </message>
    <message>
        <source>Memory</source>
        <translation>Memória</translation>
    </message>
    <message>
        <source>on</source>
        <translation>bekapcsolva</translation>
    </message>
    <message>
        <source>off</source>
        <translation>kikapcsolva</translation>
    </message>
    <message>
        <source>not known</source>
        <translation>nem ismert</translation>
    </message>
    <message>
        <source>%1 of %2 GB</source>
        <translation>%1 / %2 GB</translation>
    </message>
    <message>
        <source>%1 GB</source>
        <translation>%1 GB</translation>
    </message>
    <message>
        <source>%1 MB and %2 passes for each try</source>
        <translation>próbánként %1 MB és %2 menet</translation>
    </message>
    <message>
        <source>not compared yet</source>
        <translation>még nem volt összevetve</translation>
    </message>
    <message>
        <source>as the county&apos;s</source>
        <translation>egyezik a megyéével</translation>
    </message>
    <message numerus="yes">
        <source>%n min slow</source>
        <translation>
            <numerusform>%n percet késik</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n min fast</source>
        <translation>
            <numerusform>%n percet siet</numerusform>
        </translation>
    </message>
    <message>
        <source>never</source>
        <translation>soha</translation>
    </message>
    <message>
        <source>Leave Vatra open for a minute without typing: a copy is made by itself. If it stays old, make room on the disk.</source>
        <translation>Hagyja nyitva a Vatrát egy percig gépelés nélkül: a másolat magától elkészül. Ha régi marad, szabadítson fel helyet a lemezen.</translation>
    </message>
    <message>
        <source>Connect to the internet soon: what was written since then is only on this laptop.</source>
        <translation>Csatlakozzon hamarosan az internetre: ami azóta készült, csak ezen a laptopon van meg.</translation>
    </message>
    <message>
        <source>Set the clock of the laptop: days of visits and deadlines come from it.</source>
        <translation>Állítsa be a laptop óráját: ebből jönnek a látogatások napjai és a határidők.</translation>
    </message>
    <message>
        <source>Have BitLocker or LUKS turned on: without it, a stolen disk shows what other programs keep on it.</source>
        <translation>Kérje a BitLocker vagy a LUKS bekapcsolását: nélküle egy ellopott lemez megmutatja, amit más programok tárolnak rajta.</translation>
    </message>
    <message>
        <source>Ask whoever set up this laptop whether its disk is encrypted.</source>
        <translation>Kérdezze meg a laptop telepítőjét, titkosított-e a lemez.</translation>
    </message>
    <message>
        <source>Make room soon: copies need it.</source>
        <translation>Szabadítson fel hamarosan helyet: a másolatoknak szükségük van rá.</translation>
    </message>
    <message>
        <source>Make room now: the next copy may not fit.</source>
        <translation>Szabadítson fel most helyet: a következő másolat talán nem fér el.</translation>
    </message>
    <message>
        <source>It is compared at the next contact with the county.</source>
        <translation>A következő kapcsolatnál lesz összevetve a megyéével.</translation>
    </message>
    <message>
        <source>Connect to the internet and press Try now under Sync.</source>
        <translation>Csatlakozzon az internetre, és a Szinkronizálás alatt nyomja meg a „Próba most” gombot.</translation>
    </message>
    <message>
        <source>Made for a laptop with little memory. Change the passphrase on a laptop with more.</source>
        <translation>Kevés memóriájú laptophoz készült. Változtassa meg a jelmondatot egy nagyobb memóriájú laptopon.</translation>
    </message>
    <message>
        <source>The key file cannot be read. Call the county office.</source>
        <translation>A kulcsfájl nem olvasható. Hívja a megyei hivatalt.</translation>
    </message>
    <message>
        <source>Close other programs before you open Vatra.</source>
        <translation>Zárja be a többi programot, mielőtt megnyitja a Vatrát.</translation>
    </message>
    <message>
        <source>The system does not tell how much memory there is.</source>
        <translation>A rendszer nem árulja el, mennyi memória van.</translation>
    </message>
    <message>
        <source>Last lock</source>
        <translation>Utolsó zárolás</translation>
    </message>
    <message>
        <source>People who sign in</source>
        <translation>Bejelentkezők</translation>
    </message>
    <message>
        <source>Passphrases</source>
        <translation>Jelmondatok</translation>
    </message>
    <message>
        <source>Copies kept</source>
        <translation>Megőrzött másolatok</translation>
    </message>
    <message>
        <source>Brought back from a copy</source>
        <translation>Másolatból visszaállítva</translation>
    </message>
</context>
<context>
    <name>help</name>
    <message>
        <source>Page of help</source>
        <translation>Súgóoldal</translation>
    </message>
    <message>
        <source>Search in help</source>
        <translation>Keresés a súgóban</translation>
    </message>
    <message>
        <source>Pages of help</source>
        <translation>Súgóoldalak</translation>
    </message>
    <message>
        <source>No page has these words</source>
        <translation>Nincs ilyen szavakat tartalmazó oldal</translation>
    </message>
    <message>
        <source>Try one shorter word.</source>
        <translation>Próbáljon egy rövidebb szót.</translation>
    </message>
    <message>
        <source>Help</source>
        <translation>Súgó</translation>
    </message>
</context>
<context>
    <name>importing</name>
    <message>
        <source>Take this import back?</source>
        <translation>Visszavonja ezt a beolvasást?</translation>
    </message>
    <message>
        <source>Leave it in</source>
        <translation>Maradjon</translation>
    </message>
    <message>
        <source>Take the import back</source>
        <translation>Beolvasás visszavonása</translation>
    </message>
    <message numerus="yes">
        <source>%n families of this file leave your lists, with their people and visits. Families that somebody has worked on since stay.</source>
        <translation>
            <numerusform>A fájlból %n család kikerül a listákból, személyeivel és látogatásaival együtt. Azok a családok, amelyekkel azóta dolgoztak, maradnak.</numerusform>
        </translation>
    </message>
    <message>
        <source>Close this message</source>
        <translation>Üzenet bezárása</translation>
    </message>
    <message>
        <source>Imports so far</source>
        <translation>Eddigi beolvasások</translation>
    </message>
    <message>
        <source>Choose a list</source>
        <translation>Lista kiválasztása</translation>
    </message>
    <message>
        <source>Facts</source>
        <translation>Részletek</translation>
    </message>
    <message>
        <source>Which list do you want to bring in?</source>
        <translation>Melyik listát szeretné beolvasni?</translation>
    </message>
    <message>
        <source>A workbook (.xlsx, .xls, .ods) or a text list (.csv, .txt) as your office keeps it. Drop it here or choose it.</source>
        <translation>Táblázat (.xlsx, .xls, .ods) vagy szöveges lista (.csv, .txt), ahogy az irodában vezetik. Húzza ide, vagy válassza ki.</translation>
    </message>
    <message>
        <source>Choose a file</source>
        <translation>Fájl választása</translation>
    </message>
    <message>
        <source>Reading the file…</source>
        <translation>A fájl olvasása…</translation>
    </message>
    <message>
        <source>Path of the file</source>
        <translation>A fájl helye</translation>
    </message>
    <message>
        <source>Read it</source>
        <translation>Beolvasás</translation>
    </message>
    <message>
        <source>Or type where the file is</source>
        <translation>Vagy írja be, hol van a fájl</translation>
    </message>
    <message>
        <source>What happens to your list</source>
        <translation>Mi történik a listával</translation>
    </message>
    <message>
        <source>You see everything before anything is kept.</source>
        <translation>Mindent lát, mielőtt bármi bekerülne.</translation>
    </message>
    <message>
        <source>Nothing is lost: a column without a place becomes notes.</source>
        <translation>Semmi sem vész el: a hely nélküli oszlopból jegyzet lesz.</translation>
    </message>
    <message>
        <source>It is brought in whole or not at all.</source>
        <translation>Vagy az egész bekerül, vagy semmi.</translation>
    </message>
    <message>
        <source>It can be taken back afterwards.</source>
        <translation>Utólag vissza lehet vonni.</translation>
    </message>
    <message>
        <source>Your file stays as it is.</source>
        <translation>A fájl változatlan marad.</translation>
    </message>
    <message>
        <source>Nothing was brought in.</source>
        <translation>Semmi sem került be.</translation>
    </message>
    <message numerus="yes">
        <source>%n families</source>
        <translation>
            <numerusform>%n család</numerusform>
        </translation>
    </message>
    <message>
        <source>Take back</source>
        <translation>Visszavonás</translation>
    </message>
    <message>
        <source>Take back: %1</source>
        <translation>Visszavonás: %1</translation>
    </message>
    <message>
        <source>Lists</source>
        <translation>Listák</translation>
    </message>
    <message>
        <source>All files</source>
        <translation>Minden fájl</translation>
    </message>
    <message>
        <source>Its rows are not read as records; the report lists them all.</source>
        <translation>A sorai nem válnak bejegyzéssé; a jelentés mindet felsorolja.</translation>
    </message>
    <message>
        <source>What this sheet is</source>
        <translation>Mi ez a munkalap</translation>
    </message>
    <message numerus="yes">
        <source>%n filled rows</source>
        <translation>
            <numerusform>%n kitöltött sor</numerusform>
        </translation>
    </message>
    <message>
        <source>village: %1</source>
        <translation>falu: %1</translation>
    </message>
    <message>
        <source>Column of the file</source>
        <translation>A fájl oszlopa</translation>
    </message>
    <message>
        <source>for example</source>
        <translation>például</translation>
    </message>
    <message>
        <source>goes to</source>
        <translation>ide kerül</translation>
    </message>
    <message numerus="yes">
        <source>%n more columns are kept as notes.</source>
        <translation>
            <numerusform>További %n oszlop jegyzetként marad meg.</numerusform>
        </translation>
    </message>
    <message>
        <source>%1: goes to</source>
        <translation>%1: ide kerül</translation>
    </message>
    <message>
        <source>What Vatra found</source>
        <translation>Amit a Vatra talált</translation>
    </message>
    <message>
        <source>counting…</source>
        <translation>számolás…</translation>
    </message>
    <message numerus="yes">
        <source>%n people</source>
        <translation>
            <numerusform>%n személy</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n visits</source>
        <translation>
            <numerusform>%n látogatás</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n rows to look at</source>
        <translation>
            <numerusform>%n megnézendő sor</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n rows set aside</source>
        <translation>
            <numerusform>%n félretett sor</numerusform>
        </translation>
    </message>
    <message>
        <source>Nothing is left out</source>
        <translation>Semmi sem marad ki</translation>
    </message>
    <message>
        <source>A column that has no place of its own is kept word for word as a note of the family or person.</source>
        <translation>Az az oszlop, amelynek nincs helye, szóról szóra jegyzetként marad meg a családnál vagy a személynél.</translation>
    </message>
    <message>
        <source>Columns of the file</source>
        <translation>A fájl oszlopai</translation>
    </message>
    <message>
        <source>Back</source>
        <translation>Vissza</translation>
    </message>
    <message>
        <source>Look at the rows</source>
        <translation>Sorok megtekintése</translation>
    </message>
    <message>
        <source>Sheets of the file</source>
        <translation>A fájl munkalapjai</translation>
    </message>
    <message>
        <source>Counting…</source>
        <translation>Számolás…</translation>
    </message>
    <message>
        <source>No family yet: say which column has the names.</source>
        <translation>Még nincs család: adja meg, melyik oszlopban vannak a nevek.</translation>
    </message>
    <message>
        <source>visit</source>
        <translation>látogatás</translation>
    </message>
    <message>
        <source>set aside: %1</source>
        <translation>félretéve: %1</translation>
    </message>
    <message>
        <source>Row</source>
        <translation>Sor</translation>
    </message>
    <message>
        <source>Family</source>
        <translation>Család</translation>
    </message>
    <message>
        <source>Person or visit</source>
        <translation>Személy vagy látogatás</translation>
    </message>
    <message>
        <source>Date</source>
        <translation>Dátum</translation>
    </message>
    <message>
        <source>Identity number</source>
        <translation>Személyi szám</translation>
    </message>
    <message>
        <source>Where</source>
        <translation>Hol</translation>
    </message>
    <message>
        <source>Phone</source>
        <translation>Telefon</translation>
    </message>
    <message>
        <source>To look at</source>
        <translation>Megnézendő</translation>
    </message>
    <message>
        <source>Rows of the list</source>
        <translation>A lista sorai</translation>
    </message>
    <message>
        <source>Nothing to look at</source>
        <translation>Nincs mit megnézni</translation>
    </message>
    <message>
        <source>Which rows</source>
        <translation>Mely sorok</translation>
    </message>
    <message>
        <source>All rows</source>
        <translation>Minden sor</translation>
    </message>
    <message>
        <source>Perhaps twice</source>
        <translation>Talán kétszer</translation>
    </message>
    <message numerus="yes">
        <source>Bring in %n families</source>
        <translation>
            <numerusform>%n család felvétele</numerusform>
        </translation>
    </message>
    <message>
        <source>perhaps the same person twice</source>
        <translation>talán ugyanaz a személy kétszer</translation>
    </message>
    <message>
        <source>Import of %1</source>
        <translation>Beolvasás: %1</translation>
    </message>
    <message>
        <source>Columns kept as notes:</source>
        <translation>Jegyzetként megtartott oszlopok:</translation>
    </message>
    <message>
        <source>Set aside:</source>
        <translation>Félretéve:</translation>
    </message>
    <message>
        <source>To look at:</source>
        <translation>Megnézendő:</translation>
    </message>
    <message>
        <source>Lines of the layout that were not read:</source>
        <translation>Nem olvasott elrendezési sorok:</translation>
    </message>
    <message>
        <source>Families brought in</source>
        <translation>Felvett családok</translation>
    </message>
    <message>
        <source>If this is interrupted, nothing of the list is kept and you can begin again. You can go on working meanwhile.</source>
        <translation>Ha megszakad, a listából semmi sem marad meg, és újra lehet kezdeni. Közben tovább dolgozhat.</translation>
    </message>
    <message numerus="yes">
        <source>%1 of %n families are brought in</source>
        <translation>
            <numerusform>%n családból %1 felvéve</numerusform>
        </translation>
    </message>
    <message>
        <source>Set aside, and why</source>
        <translation>Félretéve, és miért</translation>
    </message>
    <message>
        <source>Taken, but to look at</source>
        <translation>Felvéve, de megnézendő</translation>
    </message>
    <message>
        <source>Columns kept as notes</source>
        <translation>Jegyzetként megtartott oszlopok</translation>
    </message>
    <message>
        <source>This import</source>
        <translation>Ez a beolvasás</translation>
    </message>
    <message>
        <source>Save the report</source>
        <translation>Jelentés mentése</translation>
    </message>
    <message>
        <source>Bring in another list</source>
        <translation>Másik lista beolvasása</translation>
    </message>
    <message>
        <source>The saved report holds names from your list and is not protected by Vatra.</source>
        <translation>A mentett jelentés neveket tartalmaz, és a Vatra nem védi.</translation>
    </message>
    <message>
        <source>Report of the import</source>
        <translation>A beolvasás jelentése</translation>
    </message>
    <message>
        <source>Open families</source>
        <translation>Családok megnyitása</translation>
    </message>
    <message numerus="yes">
        <source>%n notes</source>
        <translation>
            <numerusform>%n jegyzet</numerusform>
        </translation>
    </message>
    <message>
        <source>Brought in: %1</source>
        <translation>Felvéve: %1</translation>
    </message>
    <message>
        <source>%1. Saved on this laptop; it goes to the county with the next sending.</source>
        <translation>%1. Mentve ezen a laptopon; a következő küldéssel megy a megyéhez.</translation>
    </message>
    <message>
        <source>Nothing was set aside.</source>
        <translation>Semmi sem került félre.</translation>
    </message>
    <message>
        <source>Nothing to look at.</source>
        <translation>Nincs mit megnézni.</translation>
    </message>
    <message>
        <source>none</source>
        <translation>nincs</translation>
    </message>
    <message>
        <source>The report is saved as %1.</source>
        <translation>A jelentés mentve: %1.</translation>
    </message>
    <message>
        <source>Text</source>
        <translation>Szöveg</translation>
    </message>
    <message numerus="yes">
        <source>%n families were taken back.</source>
        <translation>
            <numerusform>%n család visszavonva.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n families stay</source>
        <translation>
            <numerusform>%n család marad</numerusform>
        </translation>
    </message>
    <message>
        <source>Where: %1</source>
        <translation>Hol: %1</translation>
    </message>
    <message>
        <source>Import a list</source>
        <translation>Lista beolvasása</translation>
    </message>
    <message>
        <source>1 of 4 · choose the file</source>
        <translation>1/4 · fájl kiválasztása</translation>
    </message>
    <message>
        <source>2 of 4 · what is in the columns</source>
        <translation>2/4 · mi van az oszlopokban</translation>
    </message>
    <message>
        <source>3 of 4 · look at the rows</source>
        <translation>3/4 · a sorok átnézése</translation>
    </message>
    <message>
        <source>4 of 4 · bringing in</source>
        <translation>4/4 · felvétel</translation>
    </message>
    <message>
        <source>4 of 4 · done</source>
        <translation>4/4 · kész</translation>
    </message>
    <message>
        <source>Family number</source>
        <translation>A család száma</translation>
    </message>
    <message>
        <source>Number of the row</source>
        <translation>A sor száma</translation>
    </message>
    <message>
        <source>Name of the family</source>
        <translation>A család neve</translation>
    </message>
    <message>
        <source>Name of the person</source>
        <translation>A személy neve</translation>
    </message>
    <message>
        <source>Surname</source>
        <translation>Vezetéknév</translation>
    </message>
    <message>
        <source>Given names</source>
        <translation>Utónév</translation>
    </message>
    <message>
        <source>Date of birth</source>
        <translation>Születési dátum</translation>
    </message>
    <message>
        <source>Sex</source>
        <translation>Nem</translation>
    </message>
    <message>
        <source>Place in the family</source>
        <translation>Szerep a családban</translation>
    </message>
    <message>
        <source>Village</source>
        <translation>Falu</translation>
    </message>
    <message>
        <source>Street</source>
        <translation>Utca</translation>
    </message>
    <message>
        <source>House number</source>
        <translation>Házszám</translation>
    </message>
    <message>
        <source>Occupation</source>
        <translation>Foglalkozás</translation>
    </message>
    <message>
        <source>School</source>
        <translation>Iskola</translation>
    </message>
    <message>
        <source>Monthly income</source>
        <translation>Havi jövedelem</translation>
    </message>
    <message>
        <source>Number of members</source>
        <translation>Tagok száma</translation>
    </message>
    <message>
        <source>Who looks after the family</source>
        <translation>Ki foglalkozik a családdal</translation>
    </message>
    <message>
        <source>Reasons of help</source>
        <translation>A segítség okai</translation>
    </message>
    <message>
        <source>Last visit</source>
        <translation>Utolsó látogatás</translation>
    </message>
    <message>
        <source>Remarks</source>
        <translation>Megjegyzések</translation>
    </message>
    <message>
        <source>Day of the visit</source>
        <translation>A látogatás napja</translation>
    </message>
    <message>
        <source>Purpose of the visit</source>
        <translation>A látogatás célja</translation>
    </message>
    <message>
        <source>What was found</source>
        <translation>Mit tapasztaltak</translation>
    </message>
    <message>
        <source>What was done</source>
        <translation>Mit tettek</translation>
    </message>
    <message>
        <source>Keep as a note</source>
        <translation>Megtartás jegyzetként</translation>
    </message>
    <message>
        <source>People</source>
        <translation>Személyek</translation>
    </message>
    <message>
        <source>Households</source>
        <translation>Háztartások</translation>
    </message>
    <message>
        <source>Visits</source>
        <translation>Látogatások</translation>
    </message>
    <message>
        <source>Set aside</source>
        <translation>Félretéve</translation>
    </message>
    <message>
        <source>the date is not clear; kept as a note</source>
        <translation>a dátum nem világos; jegyzetként marad</translation>
    </message>
    <message>
        <source>the sex is not clear; kept as a note</source>
        <translation>a nem nem világos; jegyzetként marad</translation>
    </message>
    <message>
        <source>the amount is not clear; kept as a note</source>
        <translation>az összeg nem világos; jegyzetként marad</translation>
    </message>
    <message>
        <source>the number is not clear; kept as a note</source>
        <translation>a szám nem világos; jegyzetként marad</translation>
    </message>
    <message>
        <source>not a phone number; kept as a note</source>
        <translation>nem telefonszám; jegyzetként marad</translation>
    </message>
    <message>
        <source>the name is missing</source>
        <translation>hiányzik a név</translation>
    </message>
    <message>
        <source>the identity number is too short or too long; kept as written</source>
        <translation>a személyi szám túl rövid vagy túl hosszú; marad, ahogy leírták</translation>
    </message>
    <message>
        <source>the identity number has other signs than digits; kept as written</source>
        <translation>a személyi számban nem csak számjegyek vannak; marad, ahogy leírták</translation>
    </message>
    <message>
        <source>the identity number names a day that does not exist; kept as written</source>
        <translation>a személyi szám nem létező napra utal; marad, ahogy leírták</translation>
    </message>
    <message>
        <source>the identity number names a county that does not exist; kept as written</source>
        <translation>a személyi szám nem létező megyére utal; marad, ahogy leírták</translation>
    </message>
    <message>
        <source>the check digit of the identity number does not fit; kept as written</source>
        <translation>a személyi szám ellenőrző száma nem egyezik; marad, ahogy leírták</translation>
    </message>
    <message>
        <source>the date of birth differs from the one in the identity number</source>
        <translation>a születési dátum eltér a személyi számban lévőtől</translation>
    </message>
    <message>
        <source>the sex differs from the one in the identity number</source>
        <translation>a nem eltér a személyi számban lévőtől</translation>
    </message>
    <message>
        <source>the name does not fit the family of this number</source>
        <translation>a név nem illik az e számú családhoz</translation>
    </message>
    <message>
        <source>perhaps the same person as in row %1</source>
        <translation>talán ugyanaz a személy, mint ebben a sorban: %1</translation>
    </message>
    <message>
        <source>a line of totals</source>
        <translation>összesítő sor</translation>
    </message>
    <message>
        <source>a line below the totals</source>
        <translation>az összesítés alatti sor</translation>
    </message>
    <message>
        <source>a signature or a remark at the foot of the list</source>
        <translation>aláírás vagy megjegyzés a lista végén</translation>
    </message>
    <message>
        <source>a remark, not a person</source>
        <translation>megjegyzés, nem személy</translation>
    </message>
    <message>
        <source>nobody is named in this row</source>
        <translation>a sor senkit sem nevez meg</translation>
    </message>
    <message>
        <source>the sheet was set aside as a whole</source>
        <translation>az egész munkalap félre lett téve</translation>
    </message>
    <message>
        <source>a visit to a family that is not in this file</source>
        <translation>látogatás olyan családnál, amely nincs a fájlban</translation>
    </message>
    <message>
        <source>a visit that fits more than one family</source>
        <translation>több családhoz is illő látogatás</translation>
    </message>
    <message>
        <source>a visit without a clear day; its text is kept as a note of the family</source>
        <translation>látogatás világos nap nélkül; a szövege a család jegyzete marad</translation>
    </message>
    <message>
        <source>changed since the import</source>
        <translation>a beolvasás óta módosult</translation>
    </message>
    <message>
        <source>has visits or notes written since</source>
        <translation>azóta látogatás vagy jegyzet készült</translation>
    </message>
</context>
<context>
    <name>lease</name>
    <message numerus="yes">
        <source>This laptop has not met the county for %n days.</source>
        <translation>
            <numerusform>Ez a laptop %n napja nem érte el a megyét.</numerusform>
        </translation>
    </message>
    <message>
        <source>It takes no new work until it does. Everything can be read, and nothing is lost.</source>
        <translation>Amíg el nem éri, nem fogad új munkát. Minden olvasható, és semmi sem veszett el.</translation>
    </message>
    <message numerus="yes">
        <source>In %n days it will take no new work. Connect it to the internet.</source>
        <translation>
            <numerusform>%n nap múlva nem fogad több új munkát. Csatlakoztassa az internethez.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>lock</name>
    <message numerus="yes">
        <source>Vatra locks in %n seconds.</source>
        <translation>
            <numerusform>A Vatra %n másodperc múlva zárol.</numerusform>
        </translation>
    </message>
    <message>
        <source>Press a key or move the mouse to go on.</source>
        <translation>Nyomjon meg egy billentyűt, vagy mozdítsa meg az egeret a folytatáshoz.</translation>
    </message>
</context>
<context>
    <name>messages</name>
    <message>
        <source>The passphrase does not fit. Check Caps Lock and the keyboard language.</source>
        <translation>A jelmondat nem egyezik. Ellenőrizze a Caps Lockot és a billentyűzet nyelvét.</translation>
    </message>
    <message>
        <source>Too many wrong passphrases. Wait a little and try again. Nothing has been deleted.</source>
        <translation>Túl sok téves jelmondat. Várjon egy kicsit, és próbálja újra. Semmi nem törlődött.</translation>
    </message>
    <message>
        <source>This passphrase is easy to guess. Take the four words that Vatra offers, or a sentence of your own of at least 15 letters, without names of people and places here.</source>
        <translation>Ezt a jelmondatot könnyű kitalálni. Vegye a Vatra által kínált négy szót vagy egy saját, legalább 15 betűs mondatot, itteni emberek és helyek neve nélkül.</translation>
    </message>
    <message>
        <source>This file is not the answer of the county office, or it was changed on the way. Copy it once more from the stick, or ask for it again.</source>
        <translation>Ez a fájl nem a megyei hivatal válasza, vagy útközben megváltozott. Másolja át újra a pendrive-ról, vagy kérje el ismét.</translation>
    </message>
    <message>
        <source>This answer is for another laptop or another colleague. Choose the file that the county office made for your request.</source>
        <translation>Ez a válasz másik laptopnak vagy másik kollégának szól. Válassza azt a fájlt, amelyet a megyei hivatal az Ön kérésére készített.</translation>
    </message>
    <message>
        <source>This answer belongs to an earlier request, or the keys of this laptop have changed since. Save a new request and take it to the county office.</source>
        <translation>Ez a válasz egy korábbi kéréshez tartozik, vagy a laptop kulcsai azóta megváltoztak. Mentsen új kérést, és vigye el a megyei hivatalba.</translation>
    </message>
    <message>
        <source>There is no open request for this worker on this laptop. Save a request first and take it to the county office.</source>
        <translation>Ezen a laptopon ennek a munkatársnak nincs nyitott kérése. Előbb mentsen egy kérést, és vigye el a megyei hivatalba.</translation>
    </message>
    <message>
        <source>The laptop has too little free memory to open the store. Close other programs and try again.</source>
        <translation>A laptopon kevés a szabad memória az adatok megnyitásához. Zárjon be más programokat, és próbálja újra.</translation>
    </message>
    <message>
        <source>The key file of this laptop cannot be read. Nothing was overwritten. Call the county office: they can help you open it.</source>
        <translation>A laptop kulcsfájlja nem olvasható. Semmi nem íródott felül. Hívja a megyei hivatalt: segítenek megnyitni.</translation>
    </message>
    <message>
        <source>Vatra is already open on this laptop. Look for its window in the task bar.</source>
        <translation>A Vatra már meg van nyitva ezen a laptopon. Keresse az ablakát a tálcán.</translation>
    </message>
    <message>
        <source>A part of the store is not where it was. Put the folder back or use the last copy.</source>
        <translation>Az adatok egy része nincs a helyén. Tegye vissza a mappát, vagy használja az utolsó másolatot.</translation>
    </message>
    <message>
        <source>This laptop is already set up. Its store was left as it is.</source>
        <translation>Ez a laptop már be van állítva. Az adatai változatlanok.</translation>
    </message>
    <message>
        <source>The store of this laptop needs help. Nothing was overwritten. Use the last copy or call the county office.</source>
        <translation>A laptop adatai segítségre szorulnak. Semmi nem íródott felül. Használja az utolsó másolatot, vagy hívja a megyei hivatalt.</translation>
    </message>
    <message>
        <source>A file in the folder belongs to another laptop. Take it out and open again.</source>
        <translation>A mappában egy fájl másik laptophoz tartozik. Vegye ki, és nyissa meg újra.</translation>
    </message>
    <message>
        <source>The store was written by a newer Vatra. Install the newer version on this laptop.</source>
        <translation>Az adatokat egy újabb Vatra írta. Telepítse az újabb változatot erre a laptopra.</translation>
    </message>
    <message>
        <source>Work that was already saved is missing from this store: an older copy may have been put back. Call the county office before you go on.</source>
        <translation>Már mentett munka hiányzik: lehet, hogy régebbi másolat került vissza. Hívja a megyei hivatalt, mielőtt folytatja.</translation>
    </message>
    <message>
        <source>No copy on this laptop opens with this passphrase. Nothing was overwritten. Call the county office: they can help you.</source>
        <translation>A laptopon egyetlen másolat sem nyílik meg ezzel a jelmondattal. Semmi nem íródott felül. Hívja a megyei hivatalt: ott segítenek.</translation>
    </message>
    <message>
        <source>This person already works on this laptop.</source>
        <translation>Ez a személy már dolgozik ezen a laptopon.</translation>
    </message>
    <message>
        <source>This person no longer works on this laptop. Open the list again.</source>
        <translation>Ez a személy már nem dolgozik ezen a laptopon. Nyissa meg újra a listát.</translation>
    </message>
    <message>
        <source>You cannot remove yourself. Ask a colleague to do it while they are signed in.</source>
        <translation>Saját magát nem veheti ki. Kérje meg egy kollégáját, hogy tegye meg, amikor be van jelentkezve.</translation>
    </message>
    <message>
        <source>The county office has ended your work on this laptop. What you wrote is kept. If this is a mistake, call the county office.</source>
        <translation>A megyei hivatal lezárta az Ön munkáját ezen a laptopon. Amit írt, megmarad. Ha tévedés történt, hívja a megyei hivatalt.</translation>
    </message>
    <message>
        <source>The county office has ended the work of the person who was signed in. What they wrote is kept. If this is a mistake, call the county office.</source>
        <translation>A megyei hivatal lezárta annak a munkáját, aki be volt jelentkezve. Amit írt, megmarad. Ha tévedés történt, hívja a megyei hivatalt.</translation>
    </message>
    <message>
        <source>Your profession may not do this here. Ask the social worker or the county office.</source>
        <translation>Az Ön szakmája ezt itt nem teheti meg. Forduljon a szociális munkáshoz vagy a megyei irodához.</translation>
    </message>
    <message>
        <source>This code is for a worker of another commune. Nobody was added. Ask the county office for a code of this commune.</source>
        <translation>Ez a kód egy másik község munkatársának szól. Senki sem került fel. Kérjen a megyei irodától ehhez a községhez tartozó kódot.</translation>
    </message>
    <message>
        <source>Vatra is locked. Open it with your passphrase.</source>
        <translation>A Vatra zárolva van. Nyissa meg a jelmondatával.</translation>
    </message>
    <message>
        <source>Vatra stopped unexpectedly. What was saved is safe. Open it again with your passphrase.</source>
        <translation>A Vatra váratlanul leállt. Ami mentve volt, biztonságban van. Nyissa meg újra a jelmondatával.</translation>
    </message>
    <message>
        <source>A part of this installation is too old to keep data safely. Install Vatra again.</source>
        <translation>A telepítés egy része túl régi az adatok biztonságos tárolásához. Telepítse újra a Vatrát.</translation>
    </message>
    <message>
        <source>The disk is full. The last step was not kept, everything before it was. Free about 200 MB and try again.</source>
        <translation>A lemez megtelt. Az utolsó lépés nem őrződött meg, minden korábbi igen. Szabadítson fel kb. 200 MB-ot, és próbálja újra.</translation>
    </message>
    <message>
        <source>The folder of Vatra cannot be written. Check its permissions or ask whoever looks after the laptop.</source>
        <translation>A Vatra mappájába nem lehet írni. Ellenőrizze a jogosultságokat, vagy kérdezze a laptop gondozóját.</translation>
    </message>
    <message>
        <source>The disk answers with errors. Send your work to the county now and have the laptop checked.</source>
        <translation>A lemez hibákat jelez. Küldje el most a munkáját a megyének, és ellenőriztesse a laptopot.</translation>
    </message>
    <message>
        <source>This record is no longer on this laptop. It may have moved to another commune.</source>
        <translation>Ez a bejegyzés már nincs ezen a laptopon. Lehet, hogy másik községhez került.</translation>
    </message>
    <message>
        <source>A signed record cannot be changed, only completed.</source>
        <translation>Az aláírt bejegyzés nem módosítható, csak kiegészíthető.</translation>
    </message>
    <message>
        <source>This file cannot be attached: Vatra takes photographs (JPEG, PNG) and PDF files that are whole. Open it on the device it comes from, save it as JPEG or PDF, and try again.</source>
        <translation>Ez a fájl nem csatolható: a Vatra ép fényképeket (JPEG, PNG) és PDF-fájlokat fogad. Nyissa meg azon az eszközön, amelyről származik, mentse JPEG vagy PDF formában, és próbálja újra.</translation>
    </message>
    <message>
        <source>This file is too large: a PDF may have 10 megabytes, a photograph 60 megapixels. Scan with fewer dots per inch, or in several parts.</source>
        <translation>Ez a fájl túl nagy: egy PDF 10 megabájt, egy fénykép 60 megapixel lehet. Szkenneljen kisebb felbontással vagy több részben.</translation>
    </message>
    <message>
        <source>The full picture is not on this laptop yet. Open it and choose “Fetch it”.</source>
        <translation>A teljes kép még nincs ezen a laptopon. Nyissa meg, és válassza a „Lekérés” gombot.</translation>
    </message>
    <message>
        <source>What lies on this laptop of the picture is damaged. It will be fetched again from the county with the next sending.</source>
        <translation>Ami a képből ezen a laptopon van, sérült. A következő küldéskor ismét lekérjük a megyétől.</translation>
    </message>
    <message>
        <source>This is too much for one save. Shorten the text and save again.</source>
        <translation>Ez egy mentéshez túl sok. Rövidítse a szöveget, és mentse újra.</translation>
    </message>
    <message>
        <source>Something is still missing. Choose it and try again.</source>
        <translation>Valami még hiányzik. Válassza ki, és próbálja újra.</translation>
    </message>
    <message>
        <source>No connection. Vatra goes on working and sends by itself later.</source>
        <translation>Nincs kapcsolat. A Vatra tovább működik, és később magától elküldi.</translation>
    </message>
    <message>
        <source>Something answered, but not your county: perhaps the log-in page of a public network. Nothing was sent.</source>
        <translation>Valami válaszolt, de nem a megye: talán egy nyilvános hálózat belépő oldala. Semmi nem ment el.</translation>
    </message>
    <message>
        <source>The county cannot take anything right now. Your work is saved and goes later.</source>
        <translation>A megye most nem tud fogadni. A munkája mentve van, és később elmegy.</translation>
    </message>
    <message>
        <source>The county does not accept this laptop at present. Your work is saved. Call the county office.</source>
        <translation>A megye most nem fogadja ezt a laptopot. A munkája mentve van. Hívja a megyei hivatalt.</translation>
    </message>
    <message>
        <source>This laptop has not met the county for too long, so it takes no new work. What you typed stays here. Connect it to the internet, or carry its work to the county.</source>
        <translation>Ez a laptop túl régóta nem érte el a megyét, ezért nem fogad új munkát. Amit beírt, itt marad. Csatlakoztassa az internethez, vagy vigye el a munkát a megyéhez.</translation>
    </message>
    <message>
        <source>The county works with an older copy of its data and has not noticed. Nothing was sent and nothing is lost. Call the county office and tell it so.</source>
        <translation>A megye az adatainak egy régebbi másolatával dolgozik, és ezt nem vette észre. Semmi nem ment el és semmi nem veszett el. Hívja a megyei hivatalt, és mondja el ezt.</translation>
    </message>
    <message>
        <source>The county answered in a way this version does not know. Your work is saved. Update Vatra.</source>
        <translation>A megye olyan választ adott, amelyet ez a változat nem ismer. A munkája mentve van. Frissítse a Vatrát.</translation>
    </message>
    <message>
        <source>The county does not know this code, or it was used or has expired. Check it, or ask for a new one.</source>
        <translation>A megye nem ismeri ezt a kódot, vagy már felhasználták, illetve lejárt. Ellenőrizze, vagy kérjen újat.</translation>
    </message>
    <message>
        <source>This file is not a county card, or it was changed on the way. Ask the county for a new one.</source>
        <translation>Ez a fájl nem megyekártya, vagy útközben megváltozott. Kérjen újat a megyétől.</translation>
    </message>
    <message>
        <source>The signs are not those of the county that answered. Nothing was taken from it. Compare address and signs with the paper from the county, letter by letter.</source>
        <translation>A jelek nem annak a megyének a jelei, amely válaszolt. Semmit nem vettünk át tőle. Vesse össze a címet és a jeleket a megye papírjával, betűről betűre.</translation>
    </message>
    <message>
        <source>The files could not be written there. Choose another folder.</source>
        <translation>A fájlokat oda nem lehetett írni. Válasszon másik mappát.</translation>
    </message>
    <message>
        <source>This form cannot be used. Ask whoever made it to correct it.</source>
        <translation>Ez az űrlap nem használható. Kérje a készítőjét, hogy javítsa ki.</translation>
    </message>
    <message>
        <source>A form from the county is not what the county signed, and was not taken. Everything else arrived. Tell the county office.</source>
        <translation>A megye egyik űrlapja nem az, amit a megye aláírt, ezért nem vettük át. Minden más megérkezett. Szóljon a megyei hivatalnak.</translation>
    </message>
    <message>
        <source>The file is damaged or may not be read. Open it in your office program, save it again and choose the new one.</source>
        <translation>A fájl sérült, vagy nem olvasható. Nyissa meg az irodai programban, mentse el újra, és válassza az újat.</translation>
    </message>
    <message>
        <source>There is no such file. Check where it is, or choose it with the button.</source>
        <translation>Nincs ilyen fájl. Nézze meg, hol van, vagy válassza ki a gombbal.</translation>
    </message>
    <message>
        <source>The file holds nothing. Check whether it is the right one, or save it again.</source>
        <translation>A fájl üres. Ellenőrizze, hogy ez-e a megfelelő, vagy mentse el újra.</translation>
    </message>
    <message>
        <source>The workbook has a password. Save a copy without the password, choose the copy, and delete it afterwards.</source>
        <translation>A táblázat jelszóval védett. Mentsen egy másolatot jelszó nélkül, válassza azt, majd törölje.</translation>
    </message>
    <message>
        <source>The file is much larger than a list of families. Copy the sheet with the families into a new file and choose that.</source>
        <translation>A fájl sokkal nagyobb egy családlistánál. Másolja a családok munkalapját új fájlba, és válassza azt.</translation>
    </message>
    <message>
        <source>This is neither a workbook nor a list as text. Open it in the program it comes from and save it as .xlsx or .csv.</source>
        <translation>Ez se nem táblázat, se nem szöveges lista. Nyissa meg abban a programban, amelyikből származik, és mentse .xlsx vagy .csv formában.</translation>
    </message>
    <message>
        <source>No list of people was found in this file. It needs one row for each person and a row with the names of the columns.</source>
        <translation>Ebben a fájlban nincs személyek listája. Személyenként egy sor kell, és egy sor az oszlopok nevével.</translation>
    </message>
    <message>
        <source>The county has published a form that needs a newer Vatra. Install the newer version on this laptop; the form is then there by itself.</source>
        <translation>A megye olyan űrlapot tett közzé, amelyhez újabb Vatra kell. Telepítse az újabb változatot erre a laptopra; az űrlap ezután magától megjelenik.</translation>
    </message>
    <message>
        <source>Something went wrong. Everything saved before is safe. Try again.</source>
        <translation>Valami nem sikerült. Minden korábbi mentés biztonságban van. Próbálja újra.</translation>
    </message>
    <message>
        <source>The address of the county was not found: probably there is no internet here. Vatra goes on working and sends by itself later.</source>
        <translation>A megye címe nem található: valószínűleg nincs itt internet. A Vatra tovább működik, és később magától elküldi.</translation>
    </message>
    <message>
        <source>The county office was reached, but Vatra is not running there at present. Your work is saved and goes by itself later.</source>
        <translation>A megyei iroda elérhető, de a Vatra most nem fut ott. A munkája el van mentve, és később magától elmegy.</translation>
    </message>
    <message>
        <source>The county does not answer from this network. Your work is saved and goes by itself later, perhaps from another place.</source>
        <translation>A megye ebből a hálózatból nem válaszol. A munkája el van mentve, és később magától elmegy, talán máshonnan.</translation>
    </message>
    <message>
        <source>The line went dead in the middle. What has arrived is safe; Vatra goes on from there by itself.</source>
        <translation>A vonal menet közben elnémult. Ami megérkezett, biztonságban van; a Vatra onnan magától folytatja.</translation>
    </message>
    <message>
        <source>The line broke off. What has arrived is safe; Vatra goes on from there by itself.</source>
        <translation>A vonal megszakadt. Ami megérkezett, biztonságban van; a Vatra onnan magától folytatja.</translation>
    </message>
    <message>
        <source>The line is too slow at present. What has arrived is safe; Vatra goes on from there by itself.</source>
        <translation>A vonal most túl lassú. Ami megérkezett, biztonságban van; a Vatra onnan magától folytatja.</translation>
    </message>
    <message>
        <source>A page of this network answered instead of your county. Open any web page, sign in to the network and try again. Nothing was sent.</source>
        <translation>A megye helyett ennek a hálózatnak egy oldala válaszolt. Nyisson meg egy weboldalt, lépjen be a hálózatba, és próbálja újra. Semmi nem ment el.</translation>
    </message>
    <message>
        <source>This network asks for a password before it lets anything through. Ask whoever looks after the network. Nothing was sent.</source>
        <translation>Ez a hálózat jelszót kér, mielőtt bármit átenged. Kérdezze meg a hálózat gondozóját. Semmi nem ment el.</translation>
    </message>
    <message>
        <source>Something stands between this laptop and your county and shows papers of its own: the network or a protection program. Use another network, or ask whoever looks after the laptop. Nothing was sent.</source>
        <translation>Valami a laptop és a megye közé állt, és saját iratait mutatja: a hálózat vagy egy védőprogram. Használjon másik hálózatot, vagy kérdezze meg a laptop gondozóját. Semmi nem ment el.</translation>
    </message>
    <message>
        <source>Another county answered at this address. Nothing was sent. Ask your county office which address is right.</source>
        <translation>Ezen a címen egy másik megye válaszolt. Semmi nem ment el. Kérdezze meg a megyei irodát, melyik cím a jó.</translation>
    </message>
    <message>
        <source>What answered has papers that are made for another name. Nothing was sent. Tell the county office.</source>
        <translation>Ami válaszolt, annak más névre szólnak az iratai. Semmi nem ment el. Szóljon a megyei irodának.</translation>
    </message>
    <message>
        <source>What answered knows only an old encryption that is not safe any more. Nothing was sent. Tell the county office.</source>
        <translation>Ami válaszolt, csak egy régi, már nem biztonságos titkosítást ismer. Semmi nem ment el. Szóljon a megyei irodának.</translation>
    </message>
    <message>
        <source>What answered does not encrypt, so it is not your county: perhaps the log-in page of a public network. Nothing was sent.</source>
        <translation>Ami válaszolt, nem titkosít, tehát nem a megye: talán egy nyilvános hálózat belépő oldala. Semmi nem ment el.</translation>
    </message>
    <message>
        <source>The county has too much to do right now and asks to wait. Your work is saved and goes by itself later.</source>
        <translation>A megyének most túl sok a dolga, és várakozást kér. A munkája el van mentve, és később magától elmegy.</translation>
    </message>
    <message>
        <source>The county has taken this laptop out of service. Your work is saved here. If this is a mistake, call the county office.</source>
        <translation>A megye kivonta ezt a laptopot a használatból. A munkája itt el van mentve. Ha ez tévedés, hívja a megyei irodát.</translation>
    </message>
    <message>
        <source>The county does not know this laptop. Your work is saved. Call the county office: the laptop may have to be set up again.</source>
        <translation>A megye nem ismeri ezt a laptopot. A munkája el van mentve. Hívja a megyei irodát: lehet, hogy a laptopot újra be kell állítani.</translation>
    </message>
    <message>
        <source>Something on the way to the county takes no messages of this size. Your work is saved. Use another network, or tell the county office.</source>
        <translation>Valami a megye felé vezető úton nem fogad ekkora üzenetet. A munkája el van mentve. Használjon másik hálózatot, vagy szóljon a megyei irodának.</translation>
    </message>
    <message>
        <source>The answer was far larger than an answer may be, and was thrown away. Your work is saved. Tell the county office.</source>
        <translation>A válasz sokkal nagyobb volt, mint lehetne, ezért eldobtuk. A munkája el van mentve. Szóljon a megyei irodának.</translation>
    </message>
    <message>
        <source>The answer of the county arrived damaged and was thrown away. Your work is saved; Vatra tries again by itself.</source>
        <translation>A megye válasza sérülten érkezett, ezért eldobtuk. A munkája el van mentve; a Vatra magától újra próbálja.</translation>
    </message>
    <message>
        <source>There is no answer of the county in this folder. Choose the folder on the stick into which the county office wrote.</source>
        <translation>Ebben a mappában nincs válasz a megyétől. Válassza ki a pendrive-on azt a mappát, ahová a megyei iroda írt.</translation>
    </message>
    <message>
        <source>A file on the stick is damaged or was changed. Nothing of it was taken. Ask the county office to write the answer again.</source>
        <translation>A pendrive egyik fájlja sérült, vagy megváltoztatták. Semmit nem vettünk át belőle. Kérje meg a megyei irodát, hogy írja ki újra a választ.</translation>
    </message>
    <message>
        <source>The files on this stick are for another laptop. Nothing of them was taken. Look for the stick of this laptop.</source>
        <translation>Ezen a pendrive-on egy másik laptop fájljai vannak. Semmit nem vettünk át belőlük. Keresse meg ennek a laptopnak a pendrive-ját.</translation>
    </message>
    <message>
        <source>A file on the stick is for a colleague who reads other records. Keep it on the stick until they have signed in and brought it.</source>
        <translation>A pendrive egyik fájlja olyan kollégának szól, aki más adatokat olvas. Hagyja a pendrive-on, amíg ő belép és behozza.</translation>
    </message>
    <message>
        <source>A file on the stick goes on from one that is missing. Bring the earlier stick first, or carry everything to the county once more.</source>
        <translation>A pendrive egyik fájlja egy hiányzó fájlt folytat. Előbb a korábbi pendrive-ot hozza be, vagy vigyen el mindent újra a megyéhez.</translation>
    </message>
    <message>
        <source>The files on this stick are from another county. Nothing of them was taken.</source>
        <translation>Ezen a pendrive-on egy másik megye fájljai vannak. Semmit nem vettünk át belőlük.</translation>
    </message>
    <message>
        <source>The stick was written by a newer Vatra. Install the newer version on this laptop, then bring it again.</source>
        <translation>A pendrive-ot egy újabb Vatra írta. Telepítse az újabb változatot erre a laptopra, azután hozza be újra.</translation>
    </message>
</context>
<context>
    <name>news</name>
    <message>
        <source>The disk of this laptop takes no writes. You can read everything.</source>
        <translation>A laptop lemezére nem lehet írni. Minden olvasható.</translation>
    </message>
    <message>
        <source>Nothing typed now can be kept. Tell whoever looks after this laptop.</source>
        <translation>Amit most beír, nem őrizhető meg. Szóljon annak, aki a laptopot gondozza.</translation>
    </message>
    <message>
        <source>If that was not you, tell whoever looks after this laptop.</source>
        <translation>Ha nem Ön volt, szóljon annak, aki a laptopot gondozza.</translation>
    </message>
    <message numerus="yes">
        <source>%n wrong passphrases on your tile since you last signed in, the last on %1.</source>
        <translation>
            <numerusform>%n téves jelmondat az Ön nevénél az utolsó belépése óta, az utolsó: %1.</numerusform>
        </translation>
    </message>
    <message>
        <source>With the county office (%2) you came in again on %1 under a new passphrase.</source>
        <translation>A megyei hivatal segítségével (%2) Ön %1 óta új jelmondattal lép be.</translation>
    </message>
    <message>
        <source>With the county office (%2) %3 came in again on %1 under a new passphrase.</source>
        <translation>A megyei hivatal segítségével (%2) %3 %1 óta új jelmondattal lép be.</translation>
    </message>
    <message>
        <source>If it was not you who asked for it, call them now.</source>
        <translation>Ha nem Ön kérte, most hívja a megyei hivatalt.</translation>
    </message>
    <message>
        <source>If %1 did not ask for it, call them now.</source>
        <translation>Ha ezt nem %1 kérte, most hívja a megyei hivatalt.</translation>
    </message>
</context>
<context>
    <name>print</name>
    <message>
        <source>Print</source>
        <translation>Nyomtatás</translation>
    </message>
    <message numerus="yes">
        <source>%n pages, A4</source>
        <translation>
            <numerusform>%n oldal, A4</numerusform>
        </translation>
    </message>
    <message>
        <source>A PDF leaves the protection of Vatra: keep it where only you can open it.</source>
        <translation>A PDF kikerül a Vatra védelméből: olyan helyen tartsa, ahol csak Ön nyithatja meg.</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Mégse</translation>
    </message>
    <message>
        <source>Save as PDF</source>
        <translation>Mentés PDF-ként</translation>
    </message>
    <message>
        <source>What to print</source>
        <translation>Mit nyomtassunk</translation>
    </message>
    <message>
        <source>The printer did not answer. Look whether it is on and try again.</source>
        <translation>A nyomtató nem válaszolt. Nézze meg, be van-e kapcsolva, és próbálja újra.</translation>
    </message>
    <message>
        <source>The file could not be written there. Choose another folder.</source>
        <translation>A fájlt oda nem lehetett írni. Válasszon másik mappát.</translation>
    </message>
    <message>
        <source>It could not be noted who prints or saves this, so nothing went out.</source>
        <translation>Nem sikerült feljegyezni, ki nyomtat vagy ment, ezért semmi sem került ki a Vatrából.</translation>
    </message>
</context>
<context>
    <name>recovery</name>
    <message>
        <source>I forgot my passphrase</source>
        <translation>Elfelejtettem a jelmondatom</translation>
    </message>
    <message>
        <source>A new passphrase for %1</source>
        <translation>Új jelmondat: %1</translation>
    </message>
    <message>
        <source>The county office can let you in again; nothing is lost. Choose a new passphrase, save the request on a stick and bring it to them: two people there open it together. Until their answer is here, nothing changes.</source>
        <translation>A megyei hivatal újra be tudja engedni; semmi sem veszett el. Válasszon új jelmondatot, mentse a kérést pendrive-ra, és vigye el nekik: ott ketten nyitják meg együtt. Amíg nincs itt a válaszuk, semmi sem változik.</translation>
    </message>
    <message>
        <source>What happened</source>
        <translation>Mi történt</translation>
    </message>
    <message>
        <source>The people at the county office read it.</source>
        <translation>A megyei hivatalban olvassák.</translation>
    </message>
    <message>
        <source>Ask the county office</source>
        <translation>Kérés a megyei hivatalhoz</translation>
    </message>
    <message>
        <source>Call the county office and read these signs to them, letter by letter. They answer only if theirs are the same.</source>
        <translation>Hívja a megyei hivatalt, és olvassa fel ezeket a jeleket, betűről betűre. Csak akkor válaszolnak, ha az övék ugyanaz.</translation>
    </message>
    <message>
        <source>When their answer is here, type your new passphrase and choose the file of the answer.</source>
        <translation>Ha megjött a válasz, írja be az új jelmondatot, és válassza ki a válasz fájlját.</translation>
    </message>
    <message>
        <source>New passphrase</source>
        <translation>Új jelmondat</translation>
    </message>
    <message>
        <source>Bring the answer</source>
        <translation>A válasz beolvasása</translation>
    </message>
    <message>
        <source>Make a new request</source>
        <translation>Új kérés készítése</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Bezárás</translation>
    </message>
    <message>
        <source>Save the request…</source>
        <translation>Kérés mentése…</translation>
    </message>
    <message>
        <source>Choose the answer…</source>
        <translation>Válasz kiválasztása…</translation>
    </message>
    <message>
        <source>request</source>
        <translation>keres</translation>
    </message>
    <message>
        <source>Save the request</source>
        <translation>Kérés mentése</translation>
    </message>
    <message>
        <source>Choose the answer</source>
        <translation>Válasz kiválasztása</translation>
    </message>
    <message>
        <source>The request is saved as %1. Take it to the county office.</source>
        <translation>A kérés mentve: %1. Vigye el a megyei hivatalba.</translation>
    </message>
    <message>
        <source>Your request of %1 waits for the answer of the county office.</source>
        <translation>Az Ön kérése (%1) a megyei hivatal válaszára vár.</translation>
    </message>
    <message>
        <source>Making the keys…</source>
        <translation>Kulcsok készítése…</translation>
    </message>
    <message>
        <source>Opening the answer…</source>
        <translation>A válasz megnyitása…</translation>
    </message>
    <message>
        <source>This is not the new passphrase that you chose with this request. Check Caps Lock and the keyboard language.</source>
        <translation>Ez nem az új jelmondat, amelyet ehhez a kéréshez választott. Ellenőrizze a Caps Lockot és a billentyűzet nyelvét.</translation>
    </message>
</context>
<context>
    <name>register</name>
    <message>
        <source>New family</source>
        <translation>Új család</translation>
    </message>
    <message>
        <source>Is it one of these?</source>
        <translation>Ezek közül valamelyik?</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Mégse</translation>
    </message>
    <message>
        <source>Register the family</source>
        <translation>Család felvétele</translation>
    </message>
    <message>
        <source>Stays on the laptop and goes to the county with the next sending.</source>
        <translation>A laptopon marad, és a következő küldéssel jut el a megyéhez.</translation>
    </message>
    <message>
        <source>surname</source>
        <translation>családnév</translation>
    </message>
    <message>
        <source>given names</source>
        <translation>utónevek</translation>
    </message>
    <message>
        <source>Female or male</source>
        <translation>Nem</translation>
    </message>
    <message>
        <source>Female</source>
        <translation>Nő</translation>
    </message>
    <message>
        <source>Male</source>
        <translation>Férfi</translation>
    </message>
    <message>
        <source>Not known</source>
        <translation>Nem ismert</translation>
    </message>
    <message>
        <source>Date of birth</source>
        <translation>Születési dátum</translation>
    </message>
    <message>
        <source>day month year</source>
        <translation>nap, hónap, év</translation>
    </message>
    <message>
        <source>Papers</source>
        <translation>Iratok</translation>
    </message>
    <message>
        <source>Has a %1</source>
        <translation>Van %1</translation>
    </message>
    <message>
        <source>No papers</source>
        <translation>Nincsenek iratai</translation>
    </message>
    <message>
        <source>Village</source>
        <translation>Falu</translation>
    </message>
    <message>
        <source>Street and number</source>
        <translation>Utca, házszám</translation>
    </message>
    <message>
        <source>How to find the house</source>
        <translation>Hogyan található a ház</translation>
    </message>
    <message>
        <source>Phone</source>
        <translation>Telefon</translation>
    </message>
    <message>
        <source>Who it is about</source>
        <translation>Kiről van szó</translation>
    </message>
    <message>
        <source>a neighbour&apos;s is enough</source>
        <translation>egy szomszédé is elég</translation>
    </message>
    <message>
        <source>the year alone is enough, or month and year</source>
        <translation>elég az év, vagy a hónap és az év</translation>
    </message>
    <message>
        <source>Enter a name first.</source>
        <translation>Előbb írjon be egy nevet.</translation>
    </message>
    <message numerus="yes">
        <source>%n found</source>
        <translation>
            <numerusform>%n találat</numerusform>
        </translation>
    </message>
    <message>
        <source>very likely</source>
        <translation>nagyon valószínű</translation>
    </message>
    <message>
        <source>possible</source>
        <translation>lehetséges</translation>
    </message>
    <message>
        <source>It is this one</source>
        <translation>Ez az</translation>
    </message>
    <message>
        <source>Another one</source>
        <translation>Másik</translation>
    </message>
    <message>
        <source>Another one, not %1</source>
        <translation>Másik, nem: %1</translation>
    </message>
    <message>
        <source>It is this one: %1</source>
        <translation>Ez az: %1</translation>
    </message>
    <message>
        <source>a name is enough, the rest at the visit</source>
        <translation>elég egy név, a többi a látogatáskor</translation>
    </message>
    <message>
        <source>same surname</source>
        <translation>azonos családnév</translation>
    </message>
    <message>
        <source>same village</source>
        <translation>azonos falu</translation>
    </message>
    <message>
        <source>same given name</source>
        <translation>azonos utónév</translation>
    </message>
    <message>
        <source>born in the same year</source>
        <translation>azonos születési év</translation>
    </message>
    <message>
        <source>same phone</source>
        <translation>azonos telefon</translation>
    </message>
    <message>
        <source>same identity number</source>
        <translation>azonos személyi szám</translation>
    </message>
    <message>
        <source>Enter the date as day, month, year, for example 3.9.2015, or only the year.</source>
        <translation>Írja be a dátumot nap, hónap, év sorrendben, például 3.9.2015, vagy csak az évet.</translation>
    </message>
    <message>
        <source>This date is in the future. Enter the day of birth.</source>
        <translation>Ez a dátum a jövőben van. Írja be a születés napját.</translation>
    </message>
    <message>
        <source>This number has too few or too many digits for a %1. You may keep it as it is.</source>
        <translation>Ebben a számban túl kevés vagy túl sok a számjegy (%1). Így is hagyhatja.</translation>
    </message>
    <message>
        <source>A %1 has only digits. You may keep it as it is.</source>
        <translation>%1: csak számjegyek lehetnek benne. Így is hagyhatja.</translation>
    </message>
    <message>
        <source>The check digit of the %1 does not fit. Compare with the document. You may keep it as it is.</source>
        <translation>Az ellenőrző számjegy nem egyezik (%1). Vesse össze az irattal. Így is hagyhatja.</translation>
    </message>
    <message>
        <source>The %1 names a day or county that does not exist. Compare with the document. You may keep it as it is.</source>
        <translation>%1: nem létező napot vagy megyét jelöl. Vesse össze az irattal. Így is hagyhatja.</translation>
    </message>
</context>
<context>
    <name>screens</name>
    <message>
        <source>Today</source>
        <translation>Ma</translation>
    </message>
    <message>
        <source>Families</source>
        <translation>Családok</translation>
    </message>
    <message>
        <source>New family</source>
        <translation>Új család</translation>
    </message>
    <message>
        <source>Family</source>
        <translation>Család</translation>
    </message>
    <message>
        <source>Visit</source>
        <translation>Látogatás</translation>
    </message>
    <message>
        <source>Assessment</source>
        <translation>Felmérés</translation>
    </message>
    <message>
        <source>Import a list</source>
        <translation>Lista beolvasása</translation>
    </message>
    <message>
        <source>Check a printed statement</source>
        <translation>Kinyomtatott lap ellenőrzése</translation>
    </message>
    <message>
        <source>Sync</source>
        <translation>Szinkronizálás</translation>
    </message>
    <message>
        <source>To clear up</source>
        <translation>Tisztázandó</translation>
    </message>
    <message>
        <source>Help</source>
        <translation>Súgó</translation>
    </message>
    <message>
        <source>Settings</source>
        <translation>Beállítások</translation>
    </message>
    <message>
        <source>How this laptop stands</source>
        <translation>A laptop állapota</translation>
    </message>
    <message>
        <source>Add a colleague</source>
        <translation>Kolléga felvétele</translation>
    </message>
    <message>
        <source>Change my passphrase</source>
        <translation>Jelmondatom módosítása</translation>
    </message>
    <message>
        <source>People on this laptop</source>
        <translation>Kik dolgoznak ezen a laptopon</translation>
    </message>
</context>
<context>
    <name>search</name>
    <message numerus="yes">
        <source>%n families found</source>
        <translation>
            <numerusform>%n család</numerusform>
        </translation>
    </message>
    <message>
        <source>No family found for ‹%1›</source>
        <translation>Nincs találat: ‹%1›</translation>
    </message>
    <message>
        <source>Register a new family</source>
        <translation>Új család felvétele</translation>
    </message>
    <message>
        <source>This looks like the checksum of one</source>
        <translation>Ez egy ellenőrző összegnek látszik</translation>
    </message>
</context>
<context>
    <name>settings</name>
    <message>
        <source>Language</source>
        <translation>Nyelv</translation>
    </message>
    <message>
        <source>Normal</source>
        <translation>Szokásos</translation>
    </message>
    <message>
        <source>Larger</source>
        <translation>Nagyobb</translation>
    </message>
    <message>
        <source>Largest</source>
        <translation>Legnagyobb</translation>
    </message>
    <message>
        <source>Text size</source>
        <translation>Betűméret</translation>
    </message>
    <message>
        <source>Colours</source>
        <translation>Színek</translation>
    </message>
    <message>
        <source>As the system</source>
        <translation>Mint a rendszer</translation>
    </message>
    <message>
        <source>Light</source>
        <translation>Világos</translation>
    </message>
    <message>
        <source>Dark</source>
        <translation>Sötét</translation>
    </message>
    <message>
        <source>High contrast</source>
        <translation>Nagy kontraszt</translation>
    </message>
    <message>
        <source>Lock when nobody works</source>
        <translation>Zárolás, ha senki sem dolgozik</translation>
    </message>
    <message numerus="yes">
        <source>%n min</source>
        <translation>
            <numerusform>%n perc</numerusform>
        </translation>
    </message>
    <message>
        <source>Ctrl and plus or minus does the same on every screen.</source>
        <translation>A Ctrl és a plusz vagy mínusz minden képernyőn ugyanezt teszi.</translation>
    </message>
    <message>
        <source>F12 locks at once. What is half typed is kept.</source>
        <translation>Az F12 azonnal zárol. A félig beírt szöveg megmarad.</translation>
    </message>
    <message>
        <source>This laptop</source>
        <translation>Ez a laptop</translation>
    </message>
    <message>
        <source>County</source>
        <translation>Megye</translation>
    </message>
    <message>
        <source>Commune</source>
        <translation>Község</translation>
    </message>
    <message>
        <source>Laptop</source>
        <translation>Laptop</translation>
    </message>
    <message>
        <source>Who works here and reads what; add a colleague, let one go.</source>
        <translation>Ki dolgozik itt és mit olvas; kolléga felvétele vagy távozása.</translation>
    </message>
</context>
<context>
    <name>setup</name>
    <message>
        <source>Step %1 of %2: %3</source>
        <translation>%1. lépés, összesen %2: %3</translation>
    </message>
    <message>
        <source>Set up this laptop</source>
        <translation>A laptop beállítása</translation>
    </message>
    <message>
        <source>County card</source>
        <translation>Megyekártya</translation>
    </message>
    <message>
        <source>This laptop</source>
        <translation>Ez a laptop</translation>
    </message>
    <message>
        <source>Passphrase</source>
        <translation>Jelmondat</translation>
    </message>
    <message>
        <source>Back</source>
        <translation>Vissza</translation>
    </message>
    <message>
        <source>Go on</source>
        <translation>Tovább</translation>
    </message>
    <message>
        <source>The county gave your office a file, the county card. Choose it here.</source>
        <translation>A megye átadott a hivatalnak egy fájlt, a megyekártyát. Itt válassza ki.</translation>
    </message>
    <message>
        <source>Choose the county card</source>
        <translation>Megyekártya kiválasztása</translation>
    </message>
    <message>
        <source>Or type the county&apos;s address and the signs from its paper:</source>
        <translation>Vagy írja be a megye címét és a papírján álló jeleket:</translation>
    </message>
    <message>
        <source>Address of the county</source>
        <translation>A megye címe</translation>
    </message>
    <message>
        <source>Signs on the paper</source>
        <translation>Jelek a papíron</translation>
    </message>
    <message>
        <source>Fetch the card</source>
        <translation>Kártya letöltése</translation>
    </message>
    <message>
        <source>These are the signs you typed: the card is the county&apos;s.</source>
        <translation>Ezek a beírt jelek: a kártya a megyéé.</translation>
    </message>
    <message>
        <source>Compare these signs with the paper from the county, letter by letter.</source>
        <translation>Vesse össze ezeket a jeleket a megyétől kapott papírral, betűről betűre.</translation>
    </message>
    <message>
        <source>Code from the county</source>
        <translation>A megyétől kapott kód</translation>
    </message>
    <message>
        <source>Name of this laptop</source>
        <translation>A laptop neve</translation>
    </message>
    <message>
        <source>It works once and says which commune and which worker this laptop is for.</source>
        <translation>Egyszer használható, és megmondja, melyik községé és kié a laptop.</translation>
    </message>
    <message>
        <source>Such as PC-2: colleagues and the county see it beside your records.</source>
        <translation>Például PC-2: a kollégák és a megye ezt látják a bejegyzései mellett.</translation>
    </message>
    <message>
        <source>I have written it on paper</source>
        <translation>Felírtam papírra</translation>
    </message>
    <message>
        <source>Asking the county…</source>
        <translation>Kérdés a megyéhez…</translation>
    </message>
</context>
<context>
    <name>statement</name>
    <message>
        <source>Checksum at the foot of the page</source>
        <translation>Ellenőrző összeg a lap alján</translation>
    </message>
    <message>
        <source>Check</source>
        <translation>Ellenőrzés</translation>
    </message>
    <message>
        <source>Open it to compare</source>
        <translation>Megnyitás összevetésre</translation>
    </message>
    <message>
        <source>Type the checksum as it stands, with or without gaps; the first three groups are enough. Vatra tells which sealed assessment it belongs to, on this laptop and without a line.</source>
        <translation>Írja be az ellenőrző összeget úgy, ahogy a lapon áll, szóközökkel vagy anélkül; az első három csoport elég. A Vatra megmondja, melyik lezárt felméréshez tartozik: ezen a laptopon, internet nélkül.</translation>
    </message>
    <message>
        <source>This checksum is right: the record below was sealed so and has not changed.</source>
        <translation>Az ellenőrző összeg helyes: az alábbi lapot így zárták le, és nem változott.</translation>
    </message>
    <message>
        <source>Nearly right: look again at group %1, counted from the left.</source>
        <translation>Majdnem jó: nézze meg újra balról a(z) %1. csoportot.</translation>
    </message>
    <message>
        <source>Type at least the first three groups of four.</source>
        <translation>Írja be legalább az első három négyes csoportot.</translation>
    </message>
    <message>
        <source>A checksum has the digits 0 to 9 and the letters a to f, 32 of them at most.</source>
        <translation>Az ellenőrző összegben 0–9 számjegyek és a–f betűk állnak, legfeljebb 32.</translation>
    </message>
    <message>
        <source>No sealed assessment on this laptop has this checksum. Compare it with the paper once more; if it is typed right, the paper is from another commune, or it does not say what was sealed.</source>
        <translation>Ezen a laptopon egyetlen lezárt felmérésnek sincs ilyen ellenőrző összege. Vesse össze még egyszer a papírral; ha jól írta be, a papír más községből való, vagy nem azt mondja, amit lezártak.</translation>
    </message>
    <message>
        <source>Form</source>
        <translation>Űrlap</translation>
    </message>
    <message>
        <source>Family</source>
        <translation>Család</translation>
    </message>
    <message>
        <source>Day</source>
        <translation>Nap</translation>
    </message>
    <message>
        <source>Level</source>
        <translation>Szint</translation>
    </message>
    <message>
        <source>Sealed</source>
        <translation>Lezárva</translation>
    </message>
    <message>
        <source>Compare the lines of the paper with the record: a checksum can be copied, too.</source>
        <translation>Vesse össze a papír sorait a lappal: az ellenőrző összeg is lemásolható.</translation>
    </message>
    <message>
        <source>The paper is the anonymous copy.</source>
        <translation>A papír a névtelen másolat.</translation>
    </message>
    <message>
        <source>It was corrected since; the correction is what counts.</source>
        <translation>Azóta javították; a javítás számít.</translation>
    </message>
</context>
<context>
    <name>sync</name>
    <message>
        <source>What was done and what has arrived</source>
        <translation>Mi készült el és mi érkezett meg</translation>
    </message>
    <message>
        <source>Held back at the county</source>
        <translation>A megyénél visszatartva</translation>
    </message>
    <message>
        <source>Send again</source>
        <translation>Újraküldés</translation>
    </message>
    <message>
        <source>Write anew</source>
        <translation>Újraírás</translation>
    </message>
    <message>
        <source>Put away</source>
        <translation>Félretevés</translation>
    </message>
    <message>
        <source>The county keeps it; here nothing waits for it any more.</source>
        <translation>A megye megőrzi; itt már semmi nem vár rá.</translation>
    </message>
    <message>
        <source>Sending and days</source>
        <translation>Küldés és napok</translation>
    </message>
    <message>
        <source>Held back</source>
        <translation>Visszatartva</translation>
    </message>
    <message>
        <source>By internet</source>
        <translation>Interneten</translation>
    </message>
    <message>
        <source>Sending and receiving</source>
        <translation>Küldés és fogadás</translation>
    </message>
    <message>
        <source>Try now</source>
        <translation>Próba most</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Mégse</translation>
    </message>
    <message>
        <source>Vatra tries by itself every 15 minutes.</source>
        <translation>A Vatra 15 percenként magától próbálkozik.</translation>
    </message>
    <message>
        <source>Days</source>
        <translation>Napok</translation>
    </message>
    <message>
        <source>Nothing to send</source>
        <translation>Nincs küldenivaló</translation>
    </message>
    <message>
        <source>What you save appears here day by day, with the word of the county that it has arrived.</source>
        <translation>Amit ment, az itt napról napra megjelenik, a megye visszaigazolásával együtt.</translation>
    </message>
    <message>
        <source>Three different words</source>
        <translation>Három különböző szó</translation>
    </message>
    <message>
        <source>Saved</source>
        <translation>Mentve</translation>
    </message>
    <message>
        <source>It is on this laptop, also after a power cut.</source>
        <translation>Ezen a laptopon van, áramszünet után is.</translation>
    </message>
    <message>
        <source>Sent</source>
        <translation>Elküldve</translation>
    </message>
    <message>
        <source>It has left; the receipt is still to come.</source>
        <translation>Elment; a visszaigazolás még várat magára.</translation>
    </message>
    <message>
        <source>At the county</source>
        <translation>Megérkezett</translation>
    </message>
    <message>
        <source>The county has confirmed that it holds it.</source>
        <translation>A megye visszaigazolta, hogy nála van.</translation>
    </message>
    <message>
        <source>Sync</source>
        <translation>Szinkronizálás</translation>
    </message>
    <message>
        <source>Times are put right when they are sent; set the clock all the same, so that days are right here.</source>
        <translation>Küldéskor az időpontok helyreállnak; állítsa be mégis az órát, hogy itt jók legyenek a napok.</translation>
    </message>
    <message numerus="yes">
        <source>%n records are held back at the county.</source>
        <translation>
            <numerusform>%n bejegyzést visszatart a megye.</numerusform>
        </translation>
    </message>
    <message>
        <source>family</source>
        <translation>család</translation>
    </message>
    <message>
        <source>person</source>
        <translation>személy</translation>
    </message>
    <message>
        <source>member of the household</source>
        <translation>háztartástag</translation>
    </message>
    <message>
        <source>visit</source>
        <translation>látogatás</translation>
    </message>
    <message>
        <source>assessment</source>
        <translation>felmérés</translation>
    </message>
    <message>
        <source>task</source>
        <translation>feladat</translation>
    </message>
    <message>
        <source>note</source>
        <translation>jegyzet</translation>
    </message>
    <message>
        <source>confidential part of a form</source>
        <translation>egy űrlap bizalmas része</translation>
    </message>
    <message>
        <source>worker</source>
        <translation>munkatárs</translation>
    </message>
    <message>
        <source>The county no longer accepts work from this laptop. Call the county office.</source>
        <translation>A megye már nem fogad munkát erről a laptopról. Hívja a megyei irodát.</translation>
    </message>
    <message>
        <source>The county does not know who wrote this. Ask it to add the worker to this laptop.</source>
        <translation>A megye nem ismeri a szerzőt. Kérje, hogy vegyék fel a munkatársat erre a laptopra.</translation>
    </message>
    <message>
        <source>This is too much for one record. Write it again in two shorter ones.</source>
        <translation>Ez túl sok egy bejegyzéshez. Írja le újra két rövidebben.</translation>
    </message>
    <message>
        <source>The county cannot read this record. Call the county office; nothing is lost.</source>
        <translation>A megye nem tudja elolvasni ezt a bejegyzést. Hívja a megyei irodát; semmi sem veszett el.</translation>
    </message>
    <message>
        <source>The family belongs to another commune now. The county decides who goes on.</source>
        <translation>A család most más községhez tartozik. A megye dönti el, ki folytatja.</translation>
    </message>
    <message>
        <source>Only the county may change this. Tell the county office what should change.</source>
        <translation>Ezt csak a megye módosíthatja. Mondja el a megyei irodának, mit kell változtatni.</translation>
    </message>
    <message>
        <source>An assessment that is finished never changes. Write a new one that corrects it.</source>
        <translation>A lezárt felmérés nem változik többé. Írjon újat, amely kijavítja.</translation>
    </message>
    <message>
        <source>Only a supervisor decides between two levels of risk. The county office asks one.</source>
        <translation>Két kockázati szint között csak szakmai felettes dönt. A megyei hivatal megkérdez egyet.</translation>
    </message>
    <message>
        <source>The county looks at it first. Nothing is lost.</source>
        <translation>A megye előbb megnézi. Semmi sem veszett el.</translation>
    </message>
    <message>
        <source>The clock of this laptop is wrong: it was %1 when the county&apos;s clock showed %2.</source>
        <translation>A laptop órája rossz: ezt mutatta: %1, amikor a megyéé ezt: %2.</translation>
    </message>
    <message numerus="yes">
        <source>The clock of this laptop is %n minutes slow.</source>
        <translation>
            <numerusform>A laptop órája %n percet késik.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>The clock of this laptop is %n minutes fast.</source>
        <translation>
            <numerusform>A laptop órája %n percet siet.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n records</source>
        <translation>
            <numerusform>%n bejegyzés</numerusform>
        </translation>
    </message>
    <message>
        <source>Everything you did that day is at the county · receipt %1</source>
        <translation>Minden aznapi munkája megvan a megyénél · elismervény: %1</translation>
    </message>
    <message>
        <source>The county office writes: %1</source>
        <translation>A megyei hivatal írja: %1</translation>
    </message>
    <message numerus="yes">
        <source>%n held back</source>
        <translation>
            <numerusform>%n visszatartva</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n to send</source>
        <translation>
            <numerusform>%n küldésre vár</numerusform>
        </translation>
    </message>
    <message>
        <source>all at the county</source>
        <translation>minden megérkezett</translation>
    </message>
    <message numerus="yes">
        <source>%n at the county</source>
        <translation>
            <numerusform>%n megérkezett</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n records are saved on this laptop and wait to be sent.</source>
        <translation>
            <numerusform>%n bejegyzés mentve van ezen a laptopon, és küldésre vár.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>All text is at the county. %n pictures or scans follow.</source>
        <translation>
            <numerusform>Minden szöveg megérkezett. Még %n kép vagy irat következik.</numerusform>
        </translation>
    </message>
    <message>
        <source>Nothing has been sent from this laptop yet.</source>
        <translation>Erről a laptopról még semmit sem küldtek.</translation>
    </message>
    <message>
        <source>Nothing waits to be sent.</source>
        <translation>Semmi sem vár küldésre.</translation>
    </message>
    <message>
        <source>no contact yet</source>
        <translation>még nem volt kapcsolat</translation>
    </message>
    <message>
        <source>last contact: %1</source>
        <translation>utolsó kapcsolat: %1</translation>
    </message>
    <message>
        <source>Sending: record %1 of %2</source>
        <translation>Küldés: %1. bejegyzés, összesen %2</translation>
    </message>
    <message numerus="yes">
        <source>Receiving: %n records so far</source>
        <translation>
            <numerusform>Fogadás: eddig %n bejegyzés</numerusform>
        </translation>
    </message>
    <message>
        <source>Looking for the county…</source>
        <translation>Kapcsolat keresése a megyével…</translation>
    </message>
    <message numerus="yes">
        <source>%n records sent</source>
        <translation>
            <numerusform>%n bejegyzés elküldve</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n received</source>
        <translation>
            <numerusform>%n fogadva</numerusform>
        </translation>
    </message>
    <message>
        <source>Interrupted. It goes on by itself from here.</source>
        <translation>Megszakadt. Innen magától folytatódik.</translation>
    </message>
    <message>
        <source>A family</source>
        <translation>Egy család</translation>
    </message>
    <message>
        <source>%1 was erased by order: nothing of it is left on this laptop.</source>
        <translation>%1: a család adatait elrendelt törlés miatt eltávolítottuk; ezen a laptopon semmi sem maradt róla.</translation>
    </message>
    <message>
        <source>%1 was handed over to %2; what you had written about it is there, too.</source>
        <translation>%1: a családot átadták (%2); amit Ön róla írt, ott is megvan.</translation>
    </message>
    <message>
        <source>Visit, not finished</source>
        <translation>Befejezetlen látogatás</translation>
    </message>
    <message>
        <source>Assessment, not finished</source>
        <translation>Befejezetlen értékelés</translation>
    </message>
    <message>
        <source>Note, half typed</source>
        <translation>Félig beírt feljegyzés</translation>
    </message>
    <message>
        <source>Half typed</source>
        <translation>Félig beírva</translation>
    </message>
    <message>
        <source>Begun here, before the family moved</source>
        <translation>Itt kezdődött, mielőtt a család elköltözött</translation>
    </message>
    <message>
        <source>Typed %1; the family is in %2 now.</source>
        <translation>Beírva: %1; a család most itt van: %2.</translation>
    </message>
    <message>
        <source>another commune</source>
        <translation>másik község</translation>
    </message>
    <message>
        <source>Read</source>
        <translation>Olvasás</translation>
    </message>
    <message>
        <source>Copy the text</source>
        <translation>Szöveg másolása</translation>
    </message>
    <message>
        <source>Throw away</source>
        <translation>Eldobás</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Bezárás</translation>
    </message>
    <message>
        <source>Copied</source>
        <translation>Másolva</translation>
    </message>
    <message>
        <source>Throw away for good</source>
        <translation>Végleg eldobás</translation>
    </message>
    <message>
        <source>New form from the county: %1.</source>
        <translation>Új űrlap a megyétől: %1.</translation>
    </message>
    <message>
        <source>Stopping…</source>
        <translation>Leállítás…</translation>
    </message>
    <message>
        <source>Where there is no line. What is written on the stick opens only at the county, and its answer only on this laptop.</source>
        <translation>Ahol nincs vonal. Amit a pendrive-ra írunk, csak a megye nyithatja meg, a választ pedig csak ez a laptop.</translation>
    </message>
    <message>
        <source>By USB stick</source>
        <translation>Pendrive-on</translation>
    </message>
    <message>
        <source>Carry to the county</source>
        <translation>Elvitel a megyéhez</translation>
    </message>
    <message>
        <source>Bring from the county</source>
        <translation>Behozatal a megyétől</translation>
    </message>
    <message>
        <source>Choose the folder on the stick</source>
        <translation>Válassza ki a mappát a pendrive-on</translation>
    </message>
    <message numerus="yes">
        <source>%n records are on the stick.</source>
        <translation>
            <numerusform>%n bejegyzés van a pendrive-on.</numerusform>
        </translation>
    </message>
    <message>
        <source>Nothing waits; the stick asks for what is new.</source>
        <translation>Semmi sem vár; a pendrive az újdonságokat kéri.</translation>
    </message>
    <message>
        <source>Working with the stick…</source>
        <translation>Munka a pendrive-val…</translation>
    </message>
    <message>
        <source>Everything on the stick was known already.</source>
        <translation>A pendrive-on minden ismert volt már.</translation>
    </message>
    <message numerus="yes">
        <source>%n of your records are at the county</source>
        <translation>
            <numerusform>%n bejegyzése a megyénél van</numerusform>
        </translation>
    </message>
    <message>
        <source>Take it to the county office, and bring it back with the answer.</source>
        <translation>Vigye el a megyei irodába, és hozza vissza a válasszal.</translation>
    </message>
</context>
<context>
    <name>sync_chip</name>
    <message>
        <source>sending %1 of %2</source>
        <translation>küldés: %1 / %2</translation>
    </message>
    <message numerus="yes">
        <source>%n held back</source>
        <translation>
            <numerusform>%n visszatartva</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>no contact for %n days</source>
        <translation>
            <numerusform>%n napja nincs kapcsolat</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n to send</source>
        <translation>
            <numerusform>%n küldendő</numerusform>
        </translation>
    </message>
    <message>
        <source>All at the county · %1</source>
        <translation>Minden megérkezett · %1</translation>
    </message>
    <message>
        <source>Nothing sent yet</source>
        <translation>Még semmi nem ment el</translation>
    </message>
</context>
<context>
    <name>team</name>
    <message>
        <source>People on this laptop</source>
        <translation>Kik dolgoznak ezen a laptopon</translation>
    </message>
    <message>
        <source>How they come</source>
        <translation>Hogyan jön</translation>
    </message>
    <message>
        <source>With a code of the county</source>
        <translation>A megye kódjával</translation>
    </message>
    <message>
        <source>Without a code</source>
        <translation>Kód nélkül</translation>
    </message>
    <message>
        <source>Code of the county</source>
        <translation>A megye kódja</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>Név</translation>
    </message>
    <message>
        <source>first name, surname</source>
        <translation>utónév, családnév</translation>
    </message>
    <message>
        <source>Profession</source>
        <translation>Foglalkozás</translation>
    </message>
    <message>
        <source>Choose</source>
        <translation>Válasszon</translation>
    </message>
    <message>
        <source>It works once and says who comes and with which profession. A connection is needed for this.</source>
        <translation>Egyszer használható, és megmondja, ki jön és milyen foglalkozással. Ehhez kapcsolat kell.</translation>
    </message>
    <message>
        <source>No connection is needed. The county learns of it with the next sending and must agree; until then your colleague works here as everybody does.</source>
        <translation>Kapcsolat nem kell hozzá. A megye a következő küldéskor értesül róla, és jóvá kell hagynia; addig a kolléga ugyanúgy dolgozik itt, mint bárki más.</translation>
    </message>
    <message>
        <source>Hand the laptop to your colleague now.</source>
        <translation>Most adja át a laptopot a kollégának.</translation>
    </message>
    <message>
        <source>The passphrase is theirs alone. Look away while it is typed.</source>
        <translation>A jelmondat csak a kollégáé. Ne nézze, amíg beírja.</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Mégse</translation>
    </message>
    <message>
        <source>Back</source>
        <translation>Vissza</translation>
    </message>
    <message>
        <source>Add the colleague</source>
        <translation>Kolléga felvétele</translation>
    </message>
    <message>
        <source>Go on</source>
        <translation>Tovább</translation>
    </message>
    <message>
        <source>Asking the county…</source>
        <translation>A megye kérdezése…</translation>
    </message>
    <message>
        <source>Making the keys…</source>
        <translation>Kulcsok készítése…</translation>
    </message>
    <message>
        <source>%1 works on this laptop from now on.</source>
        <translation>%1 mostantól ezen a laptopon dolgozik.</translation>
    </message>
    <message>
        <source>Who reads what</source>
        <translation>Ki mit olvas</translation>
    </message>
    <message>
        <source>Add a colleague</source>
        <translation>Kolléga felvétele</translation>
    </message>
    <message>
        <source>everybody on this laptop</source>
        <translation>mindenki ezen a laptopon</translation>
    </message>
    <message>
        <source>One laptop, several people</source>
        <translation>Egy laptop, több ember</translation>
    </message>
    <message>
        <source>Everybody has a passphrase of their own. Nobody can look up another&apos;s.</source>
        <translation>Mindenkinek saját jelmondata van. Senki sem nézheti meg a másét.</translation>
    </message>
    <message>
        <source>What a colleague wrote stays when they leave.</source>
        <translation>Amit egy kolléga írt, a távozása után is megmarad.</translation>
    </message>
    <message>
        <source>%1 reads it from the next sign-in.</source>
        <translation>%1 a következő belépéstől olvashatja.</translation>
    </message>
    <message>
        <source>Hand over to %1?</source>
        <translation>Átadja? Megkapja: %1</translation>
    </message>
    <message>
        <source>Will be able to read: %1.</source>
        <translation>Olvashatja majd: %1.</translation>
    </message>
    <message>
        <source>Do this only for a colleague you know.</source>
        <translation>Csak olyan kolléga esetében tegye, akit ismer.</translation>
    </message>
    <message>
        <source>Hand over</source>
        <translation>Átadás</translation>
    </message>
    <message>
        <source>Handing over…</source>
        <translation>Átadás folyamatban…</translation>
    </message>
    <message>
        <source>%1 opens nothing any more on this laptop.</source>
        <translation>%1 ezen a laptopon már semmit sem nyithat meg.</translation>
    </message>
    <message>
        <source>Let %1 go?</source>
        <translation>Lezárja itt a munkáját? Távozik: %1</translation>
    </message>
    <message>
        <source>New keys are made for: %1. This can take a few minutes.</source>
        <translation>Új kulcsok készülnek ehhez: %1. Ez néhány percig tarthat.</translation>
    </message>
    <message>
        <source>When a colleague who reads it signs in, new keys are made for: %1.</source>
        <translation>Amikor belép egy kolléga, aki olvassa, új kulcsok készülnek ehhez: %1.</translation>
    </message>
    <message>
        <source>Nothing that was written is lost.</source>
        <translation>Semmi nem vész el abból, amit írtak.</translation>
    </message>
    <message>
        <source>Let go</source>
        <translation>Munka lezárása</translation>
    </message>
    <message>
        <source>Making new keys…</source>
        <translation>Új kulcsok készítése…</translation>
    </message>
    <message>
        <source>families, people and visits</source>
        <translation>családok, személyek és látogatások</translation>
    </message>
    <message>
        <source>social notes</source>
        <translation>szociális feljegyzések</translation>
    </message>
    <message>
        <source>health notes</source>
        <translation>egészségügyi feljegyzések</translation>
    </message>
    <message>
        <source>school notes</source>
        <translation>iskolai feljegyzések</translation>
    </message>
    <message>
        <source>Reads: %1</source>
        <translation>Olvassa: %1</translation>
    </message>
    <message>
        <source>Waits for you to hand over: %1</source>
        <translation>Öntől várja: %1</translation>
    </message>
    <message>
        <source>The county has let go: %1</source>
        <translation>A megye lezárta a munkáját: %1</translation>
    </message>
    <message>
        <source>New keys were made for: %1</source>
        <translation>Új kulcsok készültek ehhez: %1</translation>
    </message>
    <message>
        <source>Waits for a colleague of the same profession to hand over: %1</source>
        <translation>Azonos foglalkozású kollégától várja: %1</translation>
    </message>
    <message>
        <source>%1 waits for you to hand over: %2</source>
        <translation>%1 Öntől várja: %2</translation>
    </message>
    <message>
        <source>%1 (you)</source>
        <translation>%1 (Ön)</translation>
    </message>
    <message>
        <source>Not confirmed by the county yet.</source>
        <translation>A megye még nem hagyta jóvá.</translation>
    </message>
    <message>
        <source>Change my passphrase</source>
        <translation>Jelmondatom módosítása</translation>
    </message>
    <message>
        <source>New passphrase</source>
        <translation>Új jelmondat</translation>
    </message>
    <message>
        <source>Once more</source>
        <translation>Még egyszer</translation>
    </message>
    <message>
        <source>Other words</source>
        <translation>Más szavak</translation>
    </message>
    <message>
        <source>These four words, or a sentence of your own of at least 15 letters without names.</source>
        <translation>Ez a négy szó, vagy egy saját, legalább 15 betűs mondat nevek nélkül.</translation>
    </message>
    <message>
        <source>Vatra offers these words. Write them on paper and keep it at home.</source>
        <translation>A Vatra ezeket a szavakat kínálja. Írja fel papírra, és tartsa otthon.</translation>
    </message>
    <message>
        <source>The two are not the same. Type it once more.</source>
        <translation>A kettő nem egyezik. Írja be még egyszer.</translation>
    </message>
    <message>
        <source>Present passphrase</source>
        <translation>Jelenlegi jelmondat</translation>
    </message>
    <message>
        <source>Change the passphrase</source>
        <translation>Jelmondat módosítása</translation>
    </message>
    <message>
        <source>Your new passphrase opens Vatra from now on.</source>
        <translation>Mostantól az új jelmondat nyitja meg a Vatrát.</translation>
    </message>
</context>
<context>
    <name>today</name>
    <message>
        <source>Start visit</source>
        <translation>Látogatás kezdése</translation>
    </message>
    <message>
        <source>Open</source>
        <translation>Megnyitás</translation>
    </message>
    <message>
        <source>Deadlines that cannot wait</source>
        <translation>Nem halasztható határidők</translation>
    </message>
    <message>
        <source>Today&apos;s route</source>
        <translation>Mai útvonal</translation>
    </message>
    <message>
        <source>New visit</source>
        <translation>Új látogatás</translation>
    </message>
    <message>
        <source>No visits planned</source>
        <translation>Nincs tervezett látogatás</translation>
    </message>
    <message>
        <source>Look at the families</source>
        <translation>Családok megtekintése</translation>
    </message>
    <message>
        <source>Deadlines and route</source>
        <translation>Határidők és útvonal</translation>
    </message>
    <message>
        <source>Facts</source>
        <translation>Adatok</translation>
    </message>
    <message>
        <source>To finish</source>
        <translation>Befejezendő</translation>
    </message>
    <message>
        <source>saved automatically</source>
        <translation>automatikusan mentve</translation>
    </message>
    <message>
        <source>Before you leave</source>
        <translation>Indulás előtt</translation>
    </message>
    <message>
        <source>Check again</source>
        <translation>Újra</translation>
    </message>
    <message>
        <source>This laptop</source>
        <translation>Ez a laptop</translation>
    </message>
    <message>
        <source>No families yet</source>
        <translation>Még nincs család</translation>
    </message>
    <message>
        <source>Register the first one or import a list.</source>
        <translation>Vegye fel az elsőt, vagy olvasson be egy listát.</translation>
    </message>
    <message numerus="yes">
        <source>See all %n deadlines</source>
        <translation>
            <numerusform>Mind a %n határidő</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n families</source>
        <translation>
            <numerusform>%n család</numerusform>
        </translation>
    </message>
    <message>
        <source>Village not known</source>
        <translation>Ismeretlen falu</translation>
    </message>
    <message>
        <source>Correction: %1</source>
        <translation>Javítás: %1</translation>
    </message>
    <message>
        <source>Family not on this laptop</source>
        <translation>A család nincs ezen a laptopon</translation>
    </message>
    <message numerus="yes">
        <source>%n answers</source>
        <translation>
            <numerusform>%n válasz</numerusform>
        </translation>
    </message>
    <message>
        <source>Home visit</source>
        <translation>Családlátogatás</translation>
    </message>
    <message>
        <source>Nothing received from the county yet</source>
        <translation>Még semmi nem érkezett a megyétől</translation>
    </message>
    <message>
        <source>County data of %1</source>
        <translation>A megye adatai: %1</translation>
    </message>
    <message numerus="yes">
        <source>The laptop&apos;s clock is off by %n minutes. Check it: deadlines depend on it.</source>
        <translation>
            <numerusform>A laptop órája %n perccel eltér. Ellenőrizze: a határidők ettől függnek.</numerusform>
        </translation>
    </message>
    <message>
        <source>The clock was not compared with the county yet</source>
        <translation>Az órát még nem vetettük össze a megyével</translation>
    </message>
    <message>
        <source>The laptop&apos;s clock is right</source>
        <translation>A laptop órája jól jár</translation>
    </message>
    <message>
        <source>No safety copy yet</source>
        <translation>Még nincs biztonsági másolat</translation>
    </message>
    <message>
        <source>Safety copy of %1</source>
        <translation>Biztonsági másolat: %1</translation>
    </message>
    <message>
        <source>Families</source>
        <translation>Családok</translation>
    </message>
    <message>
        <source>People</source>
        <translation>Személyek</translation>
    </message>
    <message>
        <source>Children</source>
        <translation>Gyermekek</translation>
    </message>
    <message>
        <source>Visits this month</source>
        <translation>E havi látogatások</translation>
    </message>
</context>
<context>
    <name>trade</name>
    <message>
        <source>social worker</source>
        <translation>szociális munkás</translation>
    </message>
    <message>
        <source>social assistance technician</source>
        <translation>szociális technikus</translation>
    </message>
    <message>
        <source>community nurse</source>
        <translation>közösségi egészségügyi asszisztens</translation>
    </message>
    <message>
        <source>health mediator</source>
        <translation>egészségügyi közvetítő</translation>
    </message>
    <message>
        <source>school counsellor</source>
        <translation>iskolai tanácsadó</translation>
    </message>
    <message>
        <source>school mediator</source>
        <translation>iskolai közvetítő</translation>
    </message>
    <message>
        <source>family assistant</source>
        <translation>családsegítő asszisztens</translation>
    </message>
    <message>
        <source>case manager</source>
        <translation>esetmenedzser</translation>
    </message>
    <message>
        <source>supervisor</source>
        <translation>szakmai felettes</translation>
    </message>
    <message>
        <source>reference person</source>
        <translation>háztartásfő</translation>
    </message>
    <message>
        <source>husband or wife</source>
        <translation>házastárs</translation>
    </message>
    <message>
        <source>partner</source>
        <translation>élettárs</translation>
    </message>
    <message>
        <source>son</source>
        <translation>fia</translation>
    </message>
    <message>
        <source>daughter</source>
        <translation>lánya</translation>
    </message>
    <message>
        <source>child</source>
        <translation>gyermek</translation>
    </message>
    <message>
        <source>grandchild</source>
        <translation>unoka</translation>
    </message>
    <message>
        <source>parent</source>
        <translation>szülő</translation>
    </message>
    <message>
        <source>grandparent</source>
        <translation>nagyszülő</translation>
    </message>
    <message>
        <source>brother or sister</source>
        <translation>testvér</translation>
    </message>
    <message>
        <source>other relative</source>
        <translation>egyéb rokon</translation>
    </message>
    <message>
        <source>not related</source>
        <translation>nem rokon</translation>
    </message>
    <message>
        <source>Visit made</source>
        <translation>Látogatás</translation>
    </message>
    <message>
        <source>Visit, nobody at home</source>
        <translation>Látogatás, senki nem volt otthon</translation>
    </message>
    <message>
        <source>Visit refused</source>
        <translation>Látogatás elutasítva</translation>
    </message>
    <message>
        <source>Visit, place not reachable</source>
        <translation>Látogatás, megközelíthetetlen hely</translation>
    </message>
    <message>
        <source>to send</source>
        <translation>küldendő</translation>
    </message>
    <message>
        <source>at the county</source>
        <translation>megérkezett</translation>
    </message>
    <message>
        <source>held back</source>
        <translation>visszatartva</translation>
    </message>
    <message>
        <source>No risk identified</source>
        <translation>Nincs azonosított kockázat</translation>
    </message>
    <message>
        <source>Low</source>
        <translation>Alacsony</translation>
    </message>
    <message>
        <source>Medium</source>
        <translation>Közepes</translation>
    </message>
    <message>
        <source>High</source>
        <translation>Magas</translation>
    </message>
    <message>
        <source>Urgent</source>
        <translation>Sürgős</translation>
    </message>
    <message>
        <source>everybody on the team</source>
        <translation>az egész csapat</translation>
    </message>
    <message>
        <source>only social workers</source>
        <translation>csak a szociális munkások</translation>
    </message>
    <message>
        <source>only health workers</source>
        <translation>csak az egészségügyiek</translation>
    </message>
    <message>
        <source>only school workers</source>
        <translation>csak az iskolaiak</translation>
    </message>
    <message>
        <source>Visit</source>
        <translation>Látogatás</translation>
    </message>
</context>
<context>
    <name>unlock</name>
    <message>
        <source>Show the passphrase while held (Ctrl+H)</source>
        <translation>Jelmondat mutatása lenyomva tartva (Ctrl+H)</translation>
    </message>
    <message>
        <source>Who is working now?</source>
        <translation>Ki dolgozik most?</translation>
    </message>
    <message>
        <source>Passphrase</source>
        <translation>Jelmondat</translation>
    </message>
    <message>
        <source>Open</source>
        <translation>Megnyitás</translation>
    </message>
    <message>
        <source>I forgot my passphrase</source>
        <translation>Elfelejtettem a jelmondatom</translation>
    </message>
    <message>
        <source>Look again</source>
        <translation>Újra</translation>
    </message>
    <message>
        <source>%1 · laptop %2</source>
        <translation>%1 · laptop: %2</translation>
    </message>
    <message>
        <source>The store of this laptop needs help</source>
        <translation>A laptop adatai segítségre szorulnak</translation>
    </message>
    <message>
        <source>Opening…</source>
        <translation>Megnyitás…</translation>
    </message>
    <message numerus="yes">
        <source>Try again in %n seconds. Nothing has been deleted.</source>
        <translation>
            <numerusform>Próbálja újra %n másodperc múlva. Semmi nem törlődött.</numerusform>
        </translation>
    </message>
    <message>
        <source>Caps Lock is on.</source>
        <translation>A Caps Lock be van kapcsolva.</translation>
    </message>
    <message>
        <source>It works the same without internet. What colleagues wrote stays theirs and is not lost when somebody else works here.</source>
        <translation>Internet nélkül is ugyanúgy működik. Amit a kollégák írtak, az övék marad, és nem vész el, ha más dolgozik itt.</translation>
    </message>
    <message numerus="yes">
        <source>Try again in %n minutes. Nothing has been deleted.</source>
        <translation>
            <numerusform>Próbálja újra %n perc múlva. Semmi nem törlődött.</numerusform>
        </translation>
    </message>
    <message>
        <source>in use</source>
        <translation>használatban</translation>
    </message>
    <message>
        <source>Use the copy</source>
        <translation>Másolat használata</translation>
    </message>
    <message>
        <source>Without the copy</source>
        <translation>Másolat nélkül</translation>
    </message>
    <message>
        <source>Last copy: %1.</source>
        <translation>Utolsó másolat: %1.</translation>
    </message>
    <message>
        <source>The county office let you in again (%1). Your new passphrase opens Vatra from now on.</source>
        <translation>A megyei hivatal újra beengedte (%1). Mostantól az új jelmondat nyitja meg a Vatrát.</translation>
    </message>
    <message>
        <source>Your passphrase brings back the copy (%1). What the county already has comes back by itself; the former files stay on this laptop.</source>
        <translation>A jelmondat visszahozza a másolatot (%1). Ami a megyénél már megvan, magától visszajön; a régi fájlok ezen a laptopon maradnak.</translation>
    </message>
</context>
<context>
    <name>visit</name>
    <message>
        <source>Suggested level</source>
        <translation>Javasolt szint</translation>
    </message>
    <message>
        <source>Show</source>
        <translation>Mutatás</translation>
    </message>
    <message>
        <source>Last visit</source>
        <translation>Utolsó látogatás</translation>
    </message>
    <message>
        <source>The family</source>
        <translation>A család</translation>
    </message>
    <message>
        <source>No visit is recorded yet.</source>
        <translation>Még nincs rögzített látogatás.</translation>
    </message>
    <message>
        <source>How to find the house</source>
        <translation>Hogyan található a ház</translation>
    </message>
    <message>
        <source>Phone</source>
        <translation>Telefon</translation>
    </message>
    <message numerus="yes">
        <source>%n points</source>
        <translation>
            <numerusform>%n pont</numerusform>
        </translation>
    </message>
    <message>
        <source>Hide</source>
        <translation>Elrejtés</translation>
    </message>
    <message>
        <source>Found</source>
        <translation>Megállapítva</translation>
    </message>
    <message>
        <source>Done</source>
        <translation>Elvégezve</translation>
    </message>
    <message>
        <source>Home visit</source>
        <translation>Családlátogatás</translation>
    </message>
    <message>
        <source>Which child</source>
        <translation>Melyik gyermek</translation>
    </message>
    <message>
        <source>Nothing yet. What is added here is kept at once and belongs to this visit.</source>
        <translation>Még semmi. Amit itt hozzáad, azonnal megmarad, és ehhez a látogatáshoz tartozik.</translation>
    </message>
    <message numerus="yes">
        <source>%n answers are set aside; they come back if you change your answer back.</source>
        <translation>
            <numerusform>%n válasz félre van téve; visszatér, ha a korábbi válasz visszaáll.</numerusform>
        </translation>
    </message>
    <message>
        <source>Still to answer</source>
        <translation>Még megválaszolandó</translation>
    </message>
    <message>
        <source>Next section</source>
        <translation>Következő szakasz</translation>
    </message>
    <message numerus="yes">
        <source>Answer %n questions</source>
        <translation>
            <numerusform>%n kérdés megválaszolása</numerusform>
        </translation>
    </message>
    <message>
        <source>Finish visit</source>
        <translation>Látogatás lezárása</translation>
    </message>
    <message>
        <source>Danger sign recorded.</source>
        <translation>Veszélyjelzés rögzítve.</translation>
    </message>
    <message>
        <source>The visit is recorded.</source>
        <translation>A látogatás rögzítve.</translation>
    </message>
    <message>
        <source>no longer in the household</source>
        <translation>már nem tagja a háztartásnak</translation>
    </message>
    <message>
        <source>begun at %1</source>
        <translation>kezdés: %1</translation>
    </message>
</context>
</TS>
