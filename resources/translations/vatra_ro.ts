<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="ro_RO">
<context>
    <name>assessment</name>
    <message>
        <source>%1 · provisional</source>
        <translation>%1 · provizoriu</translation>
    </message>
    <message>
        <source>Suggested level</source>
        <translation>Nivel propus</translation>
    </message>
    <message>
        <source>Show</source>
        <translation>Arată</translation>
    </message>
    <message>
        <source>The family</source>
        <translation>Familia</translation>
    </message>
    <message>
        <source>Hide</source>
        <translation>Ascunde</translation>
    </message>
    <message>
        <source>Which level do you give?</source>
        <translation>Ce nivel stabiliți?</translation>
    </message>
    <message>
        <source>You decide otherwise than the form suggests. Write why; it is kept with the level.</source>
        <translation>Hotărâți altfel decât propune formularul. Scrieți de ce; motivul se păstrează împreună cu nivelul.</translation>
    </message>
    <message>
        <source>Why this level</source>
        <translation>De ce acest nivel</translation>
    </message>
    <message>
        <source>After sealing nothing can be changed; the answers go to the county with the next sync.</source>
        <translation>După sigilare nu se mai poate schimba nimic; răspunsurile ajung la județ la următoarea sincronizare.</translation>
    </message>
    <message numerus="yes">
        <source>%n questions are still to answer:</source>
        <translation>
            <numerusform>Mai este o întrebare de răspuns:</numerusform>
            <numerusform>Mai sunt %n întrebări de răspuns:</numerusform>
            <numerusform>Mai sunt %n de întrebări de răspuns:</numerusform>
        </translation>
    </message>
    <message>
        <source>Nothing is missing.</source>
        <translation>Nu lipsește nimic.</translation>
    </message>
    <message>
        <source>Which of them</source>
        <translation>Care dintre ei</translation>
    </message>
    <message>
        <source>Somebody is missing</source>
        <translation>Lipsește cineva</translation>
    </message>
    <message>
        <source>Add a row</source>
        <translation>Adaugă un rând</translation>
    </message>
    <message>
        <source>Remove this row</source>
        <translation>Elimină acest rând</translation>
    </message>
    <message>
        <source>Correct this assessment</source>
        <translation>Corectează această evaluare</translation>
    </message>
    <message>
        <source>Level and result</source>
        <translation>Nivel și rezultat</translation>
    </message>
    <message>
        <source>Leave the level as it is</source>
        <translation>Lasă nivelul așa cum este</translation>
    </message>
    <message>
        <source>Confirm another level</source>
        <translation>Confirmă alt nivel</translation>
    </message>
    <message numerus="yes">
        <source>%n answers are set aside; they come back if you change your answer back.</source>
        <translation>
            <numerusform>%n răspuns este pus deoparte; revine dacă refaceți răspunsul de dinainte.</numerusform>
            <numerusform>%n răspunsuri sunt puse deoparte; revin dacă refaceți răspunsul de dinainte.</numerusform>
            <numerusform>%n de răspunsuri sunt puse deoparte; revin dacă refaceți răspunsul de dinainte.</numerusform>
        </translation>
    </message>
    <message>
        <source>Next section</source>
        <translation>Secțiunea următoare</translation>
    </message>
    <message>
        <source>Choose a level</source>
        <translation>Alegeți un nivel</translation>
    </message>
    <message>
        <source>Keep this level</source>
        <translation>Păstrează acest nivel</translation>
    </message>
    <message>
        <source>Print</source>
        <translation>Tipărește</translation>
    </message>
    <message numerus="yes">
        <source>Answer %n questions</source>
        <translation>
            <numerusform>Completați %n întrebare</numerusform>
            <numerusform>Completați %n întrebări</numerusform>
            <numerusform>Completați %n de întrebări</numerusform>
        </translation>
    </message>
    <message>
        <source>The level is kept.</source>
        <translation>Nivelul este păstrat.</translation>
    </message>
    <message>
        <source>Write the reason</source>
        <translation>Scrieți motivul</translation>
    </message>
    <message>
        <source>Finish and seal</source>
        <translation>Încheie și sigilează</translation>
    </message>
    <message>
        <source>Danger sign recorded, the supervisor gets a task.</source>
        <translation>Semn de pericol notat, coordonatorul primește o sarcină.</translation>
    </message>
    <message>
        <source>A correction of this assessment was sealed %1.</source>
        <translation>O corectură a acestei evaluări a fost sigilată: %1.</translation>
    </message>
    <message>
        <source>The correction is what counts.</source>
        <translation>Contează corectura.</translation>
    </message>
    <message>
        <source>The assessment is sealed.</source>
        <translation>Evaluarea este sigilată.</translation>
    </message>
    <message>
        <source>The whole assessment</source>
        <translation>Evaluarea întreagă</translation>
    </message>
    <message>
        <source>What has changed since last time</source>
        <translation>Ce s-a schimbat de data trecută</translation>
    </message>
    <message>
        <source>Anonymous copy</source>
        <translation>Copie anonimă</translation>
    </message>
    <message>
        <source>Economic situation</source>
        <translation>Situația economică</translation>
    </message>
    <message>
        <source>Social situation</source>
        <translation>Situația socială</translation>
    </message>
    <message>
        <source>Health</source>
        <translation>Sănătate</translation>
    </message>
    <message>
        <source>Education</source>
        <translation>Educație</translation>
    </message>
    <message>
        <source>Housing</source>
        <translation>Locuire</translation>
    </message>
    <message>
        <source>Behaviour and safety</source>
        <translation>Comportament și siguranță</translation>
    </message>
    <message>
        <source>Row %1</source>
        <translation>Rândul %1</translation>
    </message>
    <message>
        <source>A confidential section of this assessment is not here as it was sealed.</source>
        <translation>O secțiune confidențială a acestei evaluări nu este aici așa cum a fost sigilată.</translation>
    </message>
    <message>
        <source>If it does not come with the next sync, ask the county office.</source>
        <translation>Dacă nu vine cu următoarea sincronizare, întrebați la județ.</translation>
    </message>
    <message>
        <source>From the family&apos;s record</source>
        <translation>Din fișa familiei</translation>
    </message>
    <message>
        <source>Into the family&apos;s record with the seal</source>
        <translation>În fișa familiei, odată cu sigilarea</translation>
    </message>
    <message>
        <source>Untick what shall stay in the record as it is.</source>
        <translation>Debifați ce trebuie să rămână în fișă așa cum este.</translation>
    </message>
    <message>
        <source>%1: before %2, now %3</source>
        <translation>%1: înainte %2, acum %3</translation>
    </message>
    <message numerus="yes">
        <source>%n answers are other than on %1</source>
        <translation>
            <numerusform>%n răspuns este altul decât la %1</numerusform>
            <numerusform>%n răspunsuri sunt altele decât la %1</numerusform>
            <numerusform>%n de răspunsuri sunt altele decât la %1</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n points</source>
        <translation>
            <numerusform>un punct</numerusform>
            <numerusform>%n puncte</numerusform>
            <numerusform>%n de puncte</numerusform>
        </translation>
    </message>
    <message>
        <source>no level</source>
        <translation>fără nivel</translation>
    </message>
    <message>
        <source>%1: given %2</source>
        <translation>%1: dat %2</translation>
    </message>
    <message>
        <source>Also given: %1. A supervisor decides.</source>
        <translation>S-a mai dat: %1. Hotărăște un coordonator.</translation>
    </message>
    <message>
        <source>Choose another level and write why. The answers stay as they were sealed; level and reason go to the county.</source>
        <translation>Alegeți alt nivel și scrieți de ce. Răspunsurile rămân așa cum au fost sigilate; nivelul și motivul ajung la județ.</translation>
    </message>
    <message>
        <source>Two people gave this assessment different levels.</source>
        <translation>Doi oameni au dat acestei evaluări niveluri diferite.</translation>
    </message>
    <message>
        <source>The higher one counts until a supervisor decides under “To clear up”.</source>
        <translation>Contează cel mai înalt, până când un coordonator hotărăște la „De lămurit”.</translation>
    </message>
    <message>
        <source>%1, because of %2</source>
        <translation>%1, din cauza %2</translation>
    </message>
    <message>
        <source>Sealed %1</source>
        <translation>Sigilat %1</translation>
    </message>
    <message>
        <source>version %1</source>
        <translation>versiunea %1</translation>
    </message>
    <message>
        <source>correction</source>
        <translation>corectură</translation>
    </message>
    <message>
        <source>working document</source>
        <translation>document de lucru</translation>
    </message>
</context>
<context>
    <name>attachments</name>
    <message>
        <source>Scan</source>
        <translation>Scanare</translation>
    </message>
    <message>
        <source>Picture</source>
        <translation>Fotografie</translation>
    </message>
    <message>
        <source>Not here yet</source>
        <translation>Încă nu e aici</translation>
    </message>
    <message>
        <source>Is being fetched</source>
        <translation>Se aduce</translation>
    </message>
    <message>
        <source>%1 kB</source>
        <translation>%1 kB</translation>
    </message>
    <message>
        <source>Added. It goes to the county after all text.</source>
        <translation>Adăugat. Pleacă la județ după toate textele.</translation>
    </message>
    <message>
        <source>Description kept.</source>
        <translation>Descrierea a fost păstrată.</translation>
    </message>
    <message>
        <source>Taken back.</source>
        <translation>Retras.</translation>
    </message>
    <message>
        <source>It is there again.</source>
        <translation>Este din nou aici.</translation>
    </message>
    <message>
        <source>It comes as soon as there is a line.</source>
        <translation>Vine de îndată ce există legătură.</translation>
    </message>
    <message>
        <source>The copy is saved.</source>
        <translation>Copia a fost salvată.</translation>
    </message>
    <message>
        <source>It belongs to another family</source>
        <translation>Este al altei familii</translation>
    </message>
    <message>
        <source>Somebody on it does not want to be seen</source>
        <translation>Cineva din imagine nu dorește să fie văzut</translation>
    </message>
    <message>
        <source>Nothing can be recognised</source>
        <translation>Nu se distinge nimic</translation>
    </message>
    <message>
        <source>It is here twice</source>
        <translation>Există de două ori</translation>
    </message>
    <message>
        <source>Another reason</source>
        <translation>Alt motiv</translation>
    </message>
    <message>
        <source>What is to be seen</source>
        <translation>Ce se vede</translation>
    </message>
    <message>
        <source>A scan is opened from a copy: “Save a copy”, then open that.</source>
        <translation>O scanare se deschide dintr-o copie: „Salvează o copie”, apoi deschideți copia.</translation>
    </message>
    <message>
        <source>The picture is not on this laptop yet.</source>
        <translation>Fotografia nu este încă pe acest laptop.</translation>
    </message>
    <message>
        <source>Why it is taken back</source>
        <translation>De ce se retrage</translation>
    </message>
    <message>
        <source>Take it back</source>
        <translation>Retrage</translation>
    </message>
    <message>
        <source>Take back…</source>
        <translation>Retrage…</translation>
    </message>
    <message>
        <source>Save a copy</source>
        <translation>Salvează o copie</translation>
    </message>
    <message>
        <source>A copy leaves the protection of Vatra: keep it where only you can open it.</source>
        <translation>O copie iese de sub protecția Vatra: păstrați-o unde doar dumneavoastră o puteți deschide.</translation>
    </message>
    <message>
        <source>Fetch it</source>
        <translation>Adu fotografia</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Închide</translation>
    </message>
    <message>
        <source>Pictures and scans</source>
        <translation>Fotografii și scanări</translation>
    </message>
    <message>
        <source>Add…</source>
        <translation>Adaugă…</translation>
    </message>
    <message>
        <source>Add pictures or scans</source>
        <translation>Adaugă fotografii sau scanări</translation>
    </message>
</context>
<context>
    <name>clear_up</name>
    <message>
        <source>Name of the family</source>
        <translation>Numele familiei</translation>
    </message>
    <message>
        <source>Family number</source>
        <translation>Numărul familiei</translation>
    </message>
    <message>
        <source>Phone</source>
        <translation>Telefon</translation>
    </message>
    <message>
        <source>State</source>
        <translation>Stare</translation>
    </message>
    <message>
        <source>Case manager</source>
        <translation>Manager de caz</translation>
    </message>
    <message>
        <source>Last contact</source>
        <translation>Ultimul contact</translation>
    </message>
    <message>
        <source>Who looks after the family</source>
        <translation>Cine se ocupă de familie</translation>
    </message>
    <message>
        <source>Number of members</source>
        <translation>Numărul de membri</translation>
    </message>
    <message>
        <source>Monthly income</source>
        <translation>Venit lunar</translation>
    </message>
    <message>
        <source>Village</source>
        <translation>Sat</translation>
    </message>
    <message>
        <source>Street</source>
        <translation>Strada</translation>
    </message>
    <message>
        <source>How to find the house</source>
        <translation>Cum găsim casa</translation>
    </message>
    <message>
        <source>Surname</source>
        <translation>Nume</translation>
    </message>
    <message>
        <source>Given names</source>
        <translation>Prenume</translation>
    </message>
    <message>
        <source>Also known as</source>
        <translation>Cunoscut și ca</translation>
    </message>
    <message>
        <source>Date of birth</source>
        <translation>Data nașterii</translation>
    </message>
    <message>
        <source>Kind of number</source>
        <translation>Felul numărului</translation>
    </message>
    <message>
        <source>Identity number</source>
        <translation>Cod numeric personal</translation>
    </message>
    <message>
        <source>Sex</source>
        <translation>Sex</translation>
    </message>
    <message>
        <source>Occupation</source>
        <translation>Ocupație</translation>
    </message>
    <message>
        <source>School</source>
        <translation>Școală</translation>
    </message>
    <message>
        <source>Place in the family</source>
        <translation>Calitatea în familie</translation>
    </message>
    <message>
        <source>Place in the family, as written</source>
        <translation>Calitatea în familie, cum a fost scrisă</translation>
    </message>
    <message>
        <source>In the household since</source>
        <translation>În gospodărie din</translation>
    </message>
    <message>
        <source>In the household until</source>
        <translation>În gospodărie până la</translation>
    </message>
    <message>
        <source>Confirmed level of risk</source>
        <translation>Nivelul de risc confirmat</translation>
    </message>
    <message>
        <source>Why this level</source>
        <translation>De ce acest nivel</translation>
    </message>
    <message>
        <source>Description</source>
        <translation>Descriere</translation>
    </message>
    <message>
        <source>Done</source>
        <translation>Făcut</translation>
    </message>
    <message>
        <source>Withdrawn</source>
        <translation>Retras</translation>
    </message>
    <message>
        <source>Address</source>
        <translation>Adresă</translation>
    </message>
    <message>
        <source>Member of the household</source>
        <translation>Membru al gospodăriei</translation>
    </message>
    <message>
        <source>Day and hours of the visit</source>
        <translation>Ziua și orele vizitei</translation>
    </message>
    <message>
        <source>Who was met</source>
        <translation>Cine a fost prezent</translation>
    </message>
    <message>
        <source>Taken back or not</source>
        <translation>Retras sau nu</translation>
    </message>
    <message>
        <source>How the visit went</source>
        <translation>Cum a decurs vizita</translation>
    </message>
    <message>
        <source>Suggested level and score</source>
        <translation>Nivelul sugerat și punctajul</translation>
    </message>
    <message>
        <source>Done or not</source>
        <translation>Făcut sau nu</translation>
    </message>
    <message>
        <source>Withdrawn or not</source>
        <translation>Retras sau nu</translation>
    </message>
    <message>
        <source>Marks of the family</source>
        <translation>Marcajele familiei</translation>
    </message>
    <message>
        <source>Danger signs</source>
        <translation>Semne de pericol</translation>
    </message>
    <message>
        <source>Form and version</source>
        <translation>Formularul și versiunea</translation>
    </message>
    <message>
        <source>Day, household and seal</source>
        <translation>Ziua, gospodăria și sigiliul</translation>
    </message>
    <message>
        <source>Row of an imported list</source>
        <translation>Rândul unei liste importate</translation>
    </message>
    <message>
        <source>What is to be done</source>
        <translation>Ce este de făcut</translation>
    </message>
    <message>
        <source>Text</source>
        <translation>Text</translation>
    </message>
    <message>
        <source>The form it belongs to</source>
        <translation>Formularul de care ține</translation>
    </message>
    <message>
        <source>Confidential parts</source>
        <translation>Părți confidențiale</translation>
    </message>
    <message>
        <source>Lists the form offered</source>
        <translation>Listele oferite de formular</translation>
    </message>
    <message>
        <source>The picture itself</source>
        <translation>Imaginea însăși</translation>
    </message>
    <message>
        <source>The list it was imported from</source>
        <translation>Lista din care a fost importat</translation>
    </message>
    <message>
        <source>Name of the person</source>
        <translation>Numele persoanei</translation>
    </message>
    <message>
        <source>female</source>
        <translation>feminin</translation>
    </message>
    <message>
        <source>male</source>
        <translation>masculin</translation>
    </message>
    <message>
        <source>open</source>
        <translation>deschis</translation>
    </message>
    <message>
        <source>closed</source>
        <translation>închis</translation>
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
        <translation>fără acte</translation>
    </message>
    <message>
        <source>How do you know?</source>
        <translation>De unde știți?</translation>
    </message>
    <message>
        <source>What do you know about it?</source>
        <translation>Ce știți despre aceasta?</translation>
    </message>
    <message>
        <source>One sentence; it stays with the family and the others see it.</source>
        <translation>O propoziție; rămâne la familie și o văd și ceilalți.</translation>
    </message>
    <message>
        <source>Open the family</source>
        <translation>Deschide familia</translation>
    </message>
    <message>
        <source>One person took this record back while another went on writing in it, without seeing each other. It stays in view until you decide.</source>
        <translation>O persoană a retras această înregistrare, iar alta a scris mai departe în ea, fără să-și vadă notele. Rămâne la vedere până hotărâți dumneavoastră.</translation>
    </message>
    <message numerus="yes">
        <source>%n people wrote this without seeing each other&apos;s notes. Vatra does not choose by itself, and both versions stay in the history.</source>
        <translation>
            <numerusform>O persoană a scris aceasta de două ori. Vatra nu alege singură, iar ambele variante rămân în istoric.</numerusform>
            <numerusform>%n persoane au scris aceasta fără să-și vadă notele. Vatra nu alege singură, iar variantele rămân în istoric.</numerusform>
            <numerusform>%n de persoane au scris aceasta fără să-și vadă notele. Vatra nu alege singură, iar variantele rămân în istoric.</numerusform>
        </translation>
    </message>
    <message>
        <source>You can read this, another person decides.</source>
        <translation>Puteți citi, hotărăște altă persoană.</translation>
    </message>
    <message>
        <source>Something else, I write it</source>
        <translation>Altceva, scriu eu</translation>
    </message>
    <message>
        <source>Both, one beside the other</source>
        <translation>Amândouă, una lângă alta</translation>
    </message>
    <message>
        <source>Both are true, one after the other</source>
        <translation>Amândouă sunt adevărate, una după alta</translation>
    </message>
    <message>
        <source>It stands, with everything written since</source>
        <translation>Rămâne, cu tot ce s-a scris de atunci</translation>
    </message>
    <message>
        <source>It is taken back</source>
        <translation>Se retrage</translation>
    </message>
    <message>
        <source>You wrote</source>
        <translation>Dumneavoastră ați scris</translation>
    </message>
    <message>
        <source>Written by %1</source>
        <translation>A scris: %1</translation>
    </message>
    <message>
        <source>not known</source>
        <translation>nu se știe</translation>
    </message>
    <message>
        <source>Version %1</source>
        <translation>Varianta %1</translation>
    </message>
    <message>
        <source>Below stands who may. Tell them what you know.</source>
        <translation>Mai jos scrie cine poate. Spuneți-le ce știți.</translation>
    </message>
    <message>
        <source>Tell what you know</source>
        <translation>Spun ce știu</translation>
    </message>
    <message>
        <source>Decide</source>
        <translation>Hotărăște</translation>
    </message>
    <message>
        <source>Keep version %1</source>
        <translation>Păstrează varianta %1</translation>
    </message>
    <message>
        <source>Let it stand</source>
        <translation>Lasă așa</translation>
    </message>
    <message>
        <source>Take it back</source>
        <translation>Retrage</translation>
    </message>
    <message>
        <source>Keep both</source>
        <translation>Păstrează amândouă</translation>
    </message>
    <message>
        <source>Keep what I wrote</source>
        <translation>Păstrează ce am scris</translation>
    </message>
    <message>
        <source>Another person decides this.</source>
        <translation>Hotărăște altă persoană.</translation>
    </message>
    <message>
        <source>Choose a version with its digit.</source>
        <translation>Alegeți o variantă cu cifra ei.</translation>
    </message>
    <message>
        <source>Say what is true now, and since when.</source>
        <translation>Spuneți ce este adevărat acum și de când.</translation>
    </message>
    <message>
        <source>Correct what is marked.</source>
        <translation>Corectați ce este marcat.</translation>
    </message>
    <message>
        <source>Write how you know.</source>
        <translation>Scrieți de unde știți.</translation>
    </message>
    <message>
        <source>Nothing is deleted: the other version stays in the history.</source>
        <translation>Nimic nu se șterge: cealaltă variantă rămâne în istoric.</translation>
    </message>
    <message>
        <source>left empty</source>
        <translation>lăsat gol</translation>
    </message>
    <message>
        <source>this laptop, still to send</source>
        <translation>acest laptop, de trimis</translation>
    </message>
    <message>
        <source>laptop %1</source>
        <translation>laptopul %1</translation>
    </message>
    <message>
        <source>shown everywhere until this is decided</source>
        <translation>se vede peste tot până la hotărâre</translation>
    </message>
    <message>
        <source>An answer of the visit</source>
        <translation>Un răspuns al vizitei</translation>
    </message>
    <message>
        <source>Nothing to clear up</source>
        <translation>Nimic de lămurit</translation>
    </message>
    <message>
        <source>When two people write the same thing differently, both versions wait here for a decision.</source>
        <translation>Când două persoane scriu diferit același lucru, ambele variante așteaptă aici o hotărâre.</translation>
    </message>
    <message>
        <source>Decided. The other version stays in the history.</source>
        <translation>Hotărât. Cealaltă variantă rămâne în istoric.</translation>
    </message>
    <message>
        <source>Kept for whoever decides.</source>
        <translation>Păstrat pentru cine hotărăște.</translation>
    </message>
    <message>
        <source>Later</source>
        <translation>Mai târziu</translation>
    </message>
    <message>
        <source>What waits</source>
        <translation>Ce așteaptă</translation>
    </message>
    <message>
        <source>Nothing is deleted. The version that is kept stands in the history with name and date.</source>
        <translation>Nimic nu se șterge. Varianta păstrată rămâne în istoric, cu nume și dată.</translation>
    </message>
    <message>
        <source>To clear up</source>
        <translation>De lămurit</translation>
    </message>
    <message>
        <source>two versions of the same thing</source>
        <translation>două variante ale aceluiași lucru</translation>
    </message>
    <message numerus="yes">
        <source>%n waiting</source>
        <translation>
            <numerusform>Așteaptă una</numerusform>
            <numerusform>Așteaptă %n</numerusform>
            <numerusform>Așteaptă %n</numerusform>
        </translation>
    </message>
    <message>
        <source>The versions</source>
        <translation>Variantele</translation>
    </message>
    <message>
        <source>What is true now?</source>
        <translation>Ce este adevărat acum?</translation>
    </message>
    <message>
        <source>choose</source>
        <translation>alegeți</translation>
    </message>
    <message>
        <source>Since when?</source>
        <translation>De când?</translation>
    </message>
    <message>
        <source>dd.mm.yyyy, or only the year</source>
        <translation>zz.ll.aaaa sau doar anul</translation>
    </message>
    <message>
        <source>This day does not exist. Write it as 21.11.2026, or only the year.</source>
        <translation>Această zi nu există. Scrieți-o ca 21.11.2026 sau doar anul.</translation>
    </message>
    <message>
        <source>Since %1. Before: %2</source>
        <translation>Din %1. Înainte: %2</translation>
    </message>
    <message>
        <source>Write a whole number.</source>
        <translation>Scrieți un număr întreg.</translation>
    </message>
    <message>
        <source>Only here: %1</source>
        <translation>Numai aici: %1</translation>
    </message>
    <message>
        <source>Family</source>
        <translation>Familia</translation>
    </message>
    <message>
        <source>Person</source>
        <translation>Persoană</translation>
    </message>
    <message>
        <source>Visit</source>
        <translation>Vizită</translation>
    </message>
    <message>
        <source>Assessment</source>
        <translation>Evaluare</translation>
    </message>
    <message>
        <source>Task</source>
        <translation>Sarcină</translation>
    </message>
    <message>
        <source>Note</source>
        <translation>Notiță</translation>
    </message>
    <message>
        <source>Picture or scan</source>
        <translation>Imagine sau scanare</translation>
    </message>
    <message>
        <source>Every record</source>
        <translation>Orice înregistrare</translation>
    </message>
    <message>
        <source>Confidential part of a form</source>
        <translation>Partea confidențială a unui formular</translation>
    </message>
    <message>
        <source>Both versions are kept until somebody decides.</source>
        <translation>Ambele variante se păstrează până când cineva hotărăște.</translation>
    </message>
    <message>
        <source>Both versions are kept until somebody decides; the higher level is shown meanwhile.</source>
        <translation>Ambele variante se păstrează până când cineva hotărăște; până atunci se arată nivelul mai înalt.</translation>
    </message>
    <message>
        <source>Both versions are kept until somebody decides; it counts as done meanwhile.</source>
        <translation>Ambele variante se păstrează până când cineva hotărăște; până atunci se consideră făcut.</translation>
    </message>
    <message>
        <source>Both versions are kept until somebody decides; the person counts as living there meanwhile.</source>
        <translation>Ambele variante se păstrează până când cineva hotărăște; până atunci se consideră că persoana locuiește acolo.</translation>
    </message>
    <message>
        <source>What each one adds is kept; there is nothing to decide.</source>
        <translation>Ce adaugă fiecare se păstrează; nu este nimic de hotărât.</translation>
    </message>
    <message>
        <source>Written once and never changed; there is nothing to decide.</source>
        <translation>Se scrie o dată și nu se mai schimbă; nu este nimic de hotărât.</translation>
    </message>
    <message>
        <source>Whoever wrote one of the versions, or the social worker of the commune.</source>
        <translation>Cine a scris una dintre variante sau asistentul social al comunei.</translation>
    </message>
    <message>
        <source>Whoever wrote one of the versions.</source>
        <translation>Cine a scris una dintre variante.</translation>
    </message>
    <message>
        <source>Whom the task is for.</source>
        <translation>Cel căruia îi este dată sarcina.</translation>
    </message>
    <message>
        <source>Only a supervisor.</source>
        <translation>Numai un coordonator.</translation>
    </message>
    <message>
        <source>Why this is asked</source>
        <translation>De ce se întreabă</translation>
    </message>
    <message>
        <source>Nobody on this laptop: ask the county office.</source>
        <translation>Nimeni pe acest laptop: întrebați județul.</translation>
    </message>
    <message>
        <source>Who may decide</source>
        <translation>Cine poate hotărî</translation>
    </message>
    <message>
        <source>Show all rules</source>
        <translation>Arată toate regulile</translation>
    </message>
    <message>
        <source>Hide the rules</source>
        <translation>Ascunde regulile</translation>
    </message>
    <message>
        <source>Answers</source>
        <translation>Răspunsuri</translation>
    </message>
</context>
<context>
    <name>crash</name>
    <message>
        <source>Something in Vatra did not work. What was saved is safe. Close Vatra and open it again; if this comes back, tell the person who looks after this laptop.</source>
        <translation>Ceva din Vatra nu a mers. Ce s-a salvat este în siguranță. Închideți Vatra și deschideți-o din nou; dacă se repetă, spuneți celui care are grijă de laptop.</translation>
    </message>
</context>
<context>
    <name>families</name>
    <message>
        <source>List of families</source>
        <translation>Lista familiilor</translation>
    </message>
    <message>
        <source>Chosen family</source>
        <translation>Familia aleasă</translation>
    </message>
    <message>
        <source>Village</source>
        <translation>Satul</translation>
    </message>
    <message>
        <source>Overdue</source>
        <translation>Restante</translation>
    </message>
    <message>
        <source>Never visited</source>
        <translation>Nevizitate</translation>
    </message>
    <message>
        <source>To clear up</source>
        <translation>De lămurit</translation>
    </message>
    <message>
        <source>Import a list</source>
        <translation>Importă o listă</translation>
    </message>
    <message>
        <source>New family</source>
        <translation>Familie nouă</translation>
    </message>
    <message>
        <source>No families yet</source>
        <translation>Încă nicio familie</translation>
    </message>
    <message>
        <source>Open</source>
        <translation>Deschide</translation>
    </message>
    <message>
        <source>Start visit</source>
        <translation>Începe vizita</translation>
    </message>
    <message>
        <source>No family fits</source>
        <translation>Nicio familie nu se potrivește</translation>
    </message>
    <message>
        <source>Take a filter away to see the others.</source>
        <translation>Renunțați la un filtru ca să le vedeți pe celelalte.</translation>
    </message>
    <message>
        <source>Show all families</source>
        <translation>Arată toate familiile</translation>
    </message>
    <message>
        <source>Register the first one or import a list.</source>
        <translation>Înregistrați prima familie sau importați o listă.</translation>
    </message>
    <message>
        <source>All villages</source>
        <translation>Toate satele</translation>
    </message>
    <message numerus="yes">
        <source>%n families</source>
        <translation>
            <numerusform>%n familie</numerusform>
            <numerusform>%n familii</numerusform>
            <numerusform>%n de familii</numerusform>
        </translation>
    </message>
    <message>
        <source>How to find</source>
        <translation>Cum găsim casa</translation>
    </message>
    <message>
        <source>Phone</source>
        <translation>Telefon</translation>
    </message>
    <message>
        <source>Members</source>
        <translation>Membri</translation>
    </message>
    <message>
        <source>Children</source>
        <translation>Copii</translation>
    </message>
    <message>
        <source>Last visit</source>
        <translation>Ultima vizită</translation>
    </message>
    <message>
        <source>never visited</source>
        <translation>nevizitată</translation>
    </message>
    <message>
        <source>Next visit</source>
        <translation>Următoarea vizită</translation>
    </message>
    <message>
        <source>no day agreed</source>
        <translation>fără o zi stabilită</translation>
    </message>
    <message numerus="yes">
        <source>%n children</source>
        <translation>
            <numerusform>%n copil</numerusform>
            <numerusform>%n copii</numerusform>
            <numerusform>%n de copii</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n people</source>
        <translation>
            <numerusform>%n persoană</numerusform>
            <numerusform>%n persoane</numerusform>
            <numerusform>%n de persoane</numerusform>
        </translation>
    </message>
    <message>
        <source>last visit: %1</source>
        <translation>ultima vizită: %1</translation>
    </message>
    <message numerus="yes">
        <source>%n days late</source>
        <translation>
            <numerusform>%n zi întârziere</numerusform>
            <numerusform>%n zile întârziere</numerusform>
            <numerusform>%n de zile întârziere</numerusform>
        </translation>
    </message>
    <message>
        <source>due today</source>
        <translation>termen azi</translation>
    </message>
    <message>
        <source>by %1</source>
        <translation>până %1</translation>
    </message>
    <message>
        <source>to clear up</source>
        <translation>de lămurit</translation>
    </message>
    <message>
        <source>to send</source>
        <translation>de trimis</translation>
    </message>
</context>
<context>
    <name>family</name>
    <message>
        <source>In brief</source>
        <translation>Pe scurt</translation>
    </message>
    <message>
        <source>Members</source>
        <translation>Membri</translation>
    </message>
    <message>
        <source>Who lives here</source>
        <translation>Cine locuiește aici</translation>
    </message>
    <message>
        <source>Add a member</source>
        <translation>Adaugă un membru</translation>
    </message>
    <message>
        <source>House and contact</source>
        <translation>Casa și contactul</translation>
    </message>
    <message>
        <source>Change</source>
        <translation>Modifică</translation>
    </message>
    <message>
        <source>Name in lists</source>
        <translation>Numele în liste</translation>
    </message>
    <message>
        <source>Phone</source>
        <translation>Telefon</translation>
    </message>
    <message>
        <source>Village</source>
        <translation>Satul</translation>
    </message>
    <message>
        <source>Street and number</source>
        <translation>Strada și numărul</translation>
    </message>
    <message>
        <source>How to find the house</source>
        <translation>Cum găsim casa</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Renunță</translation>
    </message>
    <message>
        <source>Save changes</source>
        <translation>Salvează</translation>
    </message>
    <message>
        <source>Look at both</source>
        <translation>Vezi ambele</translation>
    </message>
    <message>
        <source>Timeline</source>
        <translation>Cronologie</translation>
    </message>
    <message>
        <source>Note</source>
        <translation>Notă</translation>
    </message>
    <message numerus="yes">
        <source>%n facts have two versions. Somebody has to say which one holds.</source>
        <translation>
            <numerusform>%n informație are două variante. Cineva trebuie să spună care este cea bună.</numerusform>
            <numerusform>%n informații au două variante. Cineva trebuie să spună care este cea bună.</numerusform>
            <numerusform>%n de informații au două variante. Cineva trebuie să spună care este cea bună.</numerusform>
        </translation>
    </message>
    <message>
        <source>age not known</source>
        <translation>vârstă necunoscută</translation>
    </message>
    <message>
        <source>Street</source>
        <translation>Strada</translation>
    </message>
    <message>
        <source>How to find</source>
        <translation>Cum găsim casa</translation>
    </message>
    <message>
        <source>Reasons of help</source>
        <translation>Motivele ajutorului</translation>
    </message>
    <message>
        <source>Last visit</source>
        <translation>Ultima vizită</translation>
    </message>
    <message>
        <source>Next visit</source>
        <translation>Următoarea vizită</translation>
    </message>
    <message>
        <source>Came by import</source>
        <translation>Venită prin import</translation>
    </message>
    <message>
        <source>Family registered</source>
        <translation>Familie înregistrată</translation>
    </message>
    <message>
        <source>Changed</source>
        <translation>Modificare</translation>
    </message>
    <message>
        <source>%1, %2</source>
        <translation>%1, %2</translation>
    </message>
    <message>
        <source>Details of the person</source>
        <translation>Datele persoanei</translation>
    </message>
    <message>
        <source>Surname</source>
        <translation>Nume</translation>
    </message>
    <message>
        <source>Given names</source>
        <translation>Prenume</translation>
    </message>
    <message>
        <source>Date of birth</source>
        <translation>Data nașterii</translation>
    </message>
    <message>
        <source>Identity number</source>
        <translation>Cod numeric personal</translation>
    </message>
    <message>
        <source>Occupation</source>
        <translation>Ocupația</translation>
    </message>
    <message>
        <source>School and class</source>
        <translation>Școala și clasa</translation>
    </message>
    <message>
        <source>Female or male</source>
        <translation>Sexul</translation>
    </message>
    <message>
        <source>Place in the household</source>
        <translation>Locul în familie</translation>
    </message>
    <message>
        <source>Does not live here any more</source>
        <translation>Nu mai locuiește aici</translation>
    </message>
    <message>
        <source>New member</source>
        <translation>Membru nou</translation>
    </message>
    <message>
        <source>Add to the family</source>
        <translation>Adaugă la familie</translation>
    </message>
    <message>
        <source>Add as another person</source>
        <translation>Adaugă ca altă persoană</translation>
    </message>
    <message>
        <source>New note</source>
        <translation>Notă nouă</translation>
    </message>
    <message>
        <source>Facts, not opinions</source>
        <translation>Fapte, nu păreri</translation>
    </message>
    <message>
        <source>Who reads the note</source>
        <translation>Cine citește nota</translation>
    </message>
    <message>
        <source>A note cannot be changed later, only completed by another.</source>
        <translation>O notă nu se mai poate schimba, doar completa cu alta.</translation>
    </message>
    <message>
        <source>Keep the note</source>
        <translation>Păstrează nota</translation>
    </message>
    <message>
        <source>Notes</source>
        <translation>Note</translation>
    </message>
    <message>
        <source>It is kept under a key of its own. Others on this laptop and in the commune do not see that it is there.</source>
        <translation>Se păstrează sub o cheie a ei. Ceilalți de pe acest laptop și din comună nu văd că există.</translation>
    </message>
    <message>
        <source>I have read it</source>
        <translation>Am citit</translation>
    </message>
    <message>
        <source>Visits</source>
        <translation>Vizite</translation>
    </message>
    <message>
        <source>Pictures</source>
        <translation>Fotografii</translation>
    </message>
    <message>
        <source>Assessments</source>
        <translation>Evaluări</translation>
    </message>
    <message>
        <source>Parts of the file</source>
        <translation>Părțile dosarului</translation>
    </message>
    <message>
        <source>Family header</source>
        <translation>Antetul familiei</translation>
    </message>
    <message>
        <source>Start visit</source>
        <translation>Începe vizita</translation>
    </message>
    <message>
        <source>Assessment</source>
        <translation>Evaluare</translation>
    </message>
    <message>
        <source>House and contact changed.</source>
        <translation>Casa și contactul s-au modificat.</translation>
    </message>
    <message>
        <source>Details changed.</source>
        <translation>Datele s-au modificat.</translation>
    </message>
    <message>
        <source>Member added.</source>
        <translation>Membru adăugat.</translation>
    </message>
    <message>
        <source>Noted that the person does not live here any more.</source>
        <translation>S-a notat că persoana nu mai locuiește aici.</translation>
    </message>
    <message>
        <source>Note kept.</source>
        <translation>Nota este păstrată.</translation>
    </message>
    <message>
        <source>Taken back.</source>
        <translation>S-a revenit.</translation>
    </message>
    <message>
        <source>Opening the family…</source>
        <translation>Se deschide familia…</translation>
    </message>
    <message>
        <source>No visits yet</source>
        <translation>Încă nicio vizită</translation>
    </message>
    <message>
        <source>The first visit begins with “Start visit”.</source>
        <translation>Prima vizită începe cu „Începe vizita”.</translation>
    </message>
    <message>
        <source>Details of the visit</source>
        <translation>Detaliile vizitei</translation>
    </message>
    <message>
        <source>Print this visit</source>
        <translation>Tipărește vizita</translation>
    </message>
    <message>
        <source>Nothing yet. What is added here belongs to this visit.</source>
        <translation>Încă nimic. Ce adăugați aici ține de această vizită.</translation>
    </message>
    <message>
        <source>Day not known</source>
        <translation>Zi necunoscută</translation>
    </message>
    <message>
        <source>Result</source>
        <translation>Rezultat</translation>
    </message>
    <message>
        <source>Hours</source>
        <translation>Ore</translation>
    </message>
    <message>
        <source>Who went</source>
        <translation>Cine a mers</translation>
    </message>
    <message>
        <source>Purpose</source>
        <translation>Scop</translation>
    </message>
    <message>
        <source>Found</source>
        <translation>Constatări</translation>
    </message>
    <message>
        <source>Agreed</source>
        <translation>Convenit</translation>
    </message>
    <message>
        <source>Whoever opens, looks for, prints or saves something of this family is noted here, you too. It goes to the county; nobody can change or delete it.</source>
        <translation>Cine deschide, caută, tipărește sau salvează ceva despre această familie este notat aici, și dumneavoastră. Notările ajung la județ; nimeni nu le poate schimba sau șterge.</translation>
    </message>
    <message>
        <source>Who looked</source>
        <translation>Cine s-a uitat</translation>
    </message>
    <message>
        <source>Nobody yet</source>
        <translation>Încă nimeni</translation>
    </message>
    <message>
        <source>The next time somebody opens this family, it is noted here.</source>
        <translation>Când cineva va deschide data viitoare această familie, va fi notat aici.</translation>
    </message>
    <message>
        <source>The newest %1 of %2 are shown.</source>
        <translation>Sunt arătate cele mai noi %1 din %2.</translation>
    </message>
    <message>
        <source>Somebody this laptop does not know</source>
        <translation>Cineva necunoscut acestui laptop</translation>
    </message>
    <message>
        <source>read: %1</source>
        <translation>a citit: %1</translation>
    </message>
    <message>
        <source>opened the file</source>
        <translation>a deschis dosarul</translation>
    </message>
    <message>
        <source>found it by looking for “%1”</source>
        <translation>a găsit familia căutând „%1”</translation>
    </message>
    <message>
        <source>printed something of the file</source>
        <translation>a tipărit ceva din dosar</translation>
    </message>
    <message>
        <source>printed the visit: %1</source>
        <translation>a tipărit vizita: %1</translation>
    </message>
    <message>
        <source>saved something of the file outside Vatra</source>
        <translation>a salvat ceva din dosar în afara Vatrei</translation>
    </message>
    <message>
        <source>saved the visit as PDF: %1</source>
        <translation>a salvat vizita ca PDF: %1</translation>
    </message>
    <message>
        <source>did something this version does not know</source>
        <translation>a făcut ceva ce această versiune nu cunoaște</translation>
    </message>
    <message>
        <source>Assessments to begin</source>
        <translation>Evaluări de început</translation>
    </message>
    <message>
        <source>Finished assessments</source>
        <translation>Evaluări încheiate</translation>
    </message>
    <message>
        <source>Begin or go on</source>
        <translation>Începe sau continuă</translation>
    </message>
    <message>
        <source>Throw the draft away</source>
        <translation>Aruncă ciorna</translation>
    </message>
    <message>
        <source>Print empty</source>
        <translation>Tipărește necompletat</translation>
    </message>
    <message>
        <source>Finished</source>
        <translation>Încheiate</translation>
    </message>
    <message>
        <source>No assessments yet</source>
        <translation>Nicio evaluare încă</translation>
    </message>
    <message>
        <source>Choose a form at the left; what is begun can be left and gone on with.</source>
        <translation>Alegeți un formular din stânga; ce ați început poate fi lăsat și continuat.</translation>
    </message>
    <message>
        <source>Save answers for analysis</source>
        <translation>Salvează răspunsurile pentru analiză</translation>
    </message>
    <message>
        <source>The files leave the protection of Vatra: keep them where only you can open them.</source>
        <translation>Fișierele ies de sub protecția Vatra: păstrați-le unde numai dumneavoastră le puteți deschide.</translation>
    </message>
    <message>
        <source>The supervisor knows and acts</source>
        <translation>Coordonatorul știe și acționează</translation>
    </message>
    <message numerus="yes">
        <source>%n files were written.</source>
        <translation>
            <numerusform>A fost scris un fișier.</numerusform>
            <numerusform>Au fost scrise %n fișiere.</numerusform>
            <numerusform>Au fost scrise %n de fișiere.</numerusform>
        </translation>
    </message>
    <message>
        <source>not begun</source>
        <translation>neînceput</translation>
    </message>
    <message numerus="yes">
        <source>%n answers</source>
        <translation>
            <numerusform>un răspuns</numerusform>
            <numerusform>%n răspunsuri</numerusform>
            <numerusform>%n de răspunsuri</numerusform>
        </translation>
    </message>
    <message>
        <source>draft</source>
        <translation>ciornă</translation>
    </message>
    <message>
        <source>corrected</source>
        <translation>corectată</translation>
    </message>
    <message>
        <source>correction begun</source>
        <translation>corectură începută</translation>
    </message>
    <message>
        <source>Correction: %1</source>
        <translation>Corectură: %1</translation>
    </message>
    <message>
        <source>Danger sign noticed %1: the supervisor has to act.</source>
        <translation>Semn de pericol observat %1: coordonatorul trebuie să acționeze.</translation>
    </message>
    <message numerus="yes">
        <source>And %n more.</source>
        <translation>
            <numerusform>Și încă una.</numerusform>
            <numerusform>Și încă %n.</numerusform>
            <numerusform>Și încă %n.</numerusform>
        </translation>
    </message>
    <message>
        <source>%1 changed this, %2: %3. You changed this at the same time: %4.</source>
        <translation>%1 a schimbat, %2: %3. În același timp ați schimbat: %4.</translation>
    </message>
    <message>
        <source>A colleague</source>
        <translation>Un coleg</translation>
    </message>
    <message>
        <source>an answer of the visit</source>
        <translation>un răspuns al vizitei</translation>
    </message>
    <message>
        <source>Known already?</source>
        <translation>Deja cunoscut?</translation>
    </message>
    <message>
        <source>It is this person</source>
        <translation>Este această persoană</translation>
    </message>
    <message>
        <source>lives here already</source>
        <translation>locuiește deja aici</translation>
    </message>
    <message>
        <source>lived here until %1</source>
        <translation>a locuit aici până la %1</translation>
    </message>
    <message>
        <source>in the family: %1</source>
        <translation>în familia: %1</translation>
    </message>
    <message>
        <source>Nothing yet. Drop a photograph or a PDF here, paste one, or choose “Add…”. Where and when a photograph was taken is left out of it.</source>
        <translation>Încă nimic. Trageți aici o fotografie sau un PDF, lipiți-o sau alegeți „Adaugă…”. Locul și momentul în care a fost făcută fotografia nu se păstrează în ea.</translation>
    </message>
    <message>
        <source>Pictures and scans</source>
        <translation>Fotografii și scanări</translation>
    </message>
</context>
<context>
    <name>formatting</name>
    <message>
        <source>today</source>
        <translation>azi</translation>
    </message>
    <message>
        <source>yesterday</source>
        <translation>ieri</translation>
    </message>
    <message>
        <source>tomorrow</source>
        <translation>mâine</translation>
    </message>
    <message>
        <source>age not known</source>
        <translation>vârstă necunoscută</translation>
    </message>
    <message numerus="yes">
        <source>%n years</source>
        <translation>
            <numerusform>%n an</numerusform>
            <numerusform>%n ani</numerusform>
            <numerusform>%n de ani</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>forms</name>
    <message>
        <source>dd.mm.yyyy</source>
        <translation>zz.ll.aaaa</translation>
    </message>
    <message>
        <source>Calendar</source>
        <translation>Calendar</translation>
    </message>
    <message>
        <source>Clear the drawing</source>
        <translation>Șterge desenul</translation>
    </message>
    <message>
        <source>Take the signature back</source>
        <translation>Retrage semnătura</translation>
    </message>
    <message>
        <source>Sign as: %1</source>
        <translation>Semnează: %1</translation>
    </message>
    <message>
        <source>hh:mm</source>
        <translation>hh:mm</translation>
    </message>
    <message>
        <source>Take it</source>
        <translation>Preia</translation>
    </message>
    <message>
        <source>It is so</source>
        <translation>Așa este</translation>
    </message>
    <message>
        <source>Room for the hand: draw here</source>
        <translation>Loc pentru semnătura de mână: desenați aici</translation>
    </message>
    <message>
        <source>Drawn signature</source>
        <translation>Semnătura de mână</translation>
    </message>
    <message>
        <source>Questions</source>
        <translation>Ecrane</translation>
    </message>
    <message>
        <source>Sections</source>
        <translation>Secțiuni</translation>
    </message>
    <message>
        <source>Facts</source>
        <translation>Date</translation>
    </message>
    <message>
        <source>Immediate danger</source>
        <translation>Pericol imediat</translation>
    </message>
    <message>
        <source>Back</source>
        <translation>Înapoi</translation>
    </message>
    <message>
        <source>Is somebody in danger?</source>
        <translation>Este cineva în pericol?</translation>
    </message>
    <message>
        <source>What you typed stays on the screen. Press Ctrl+S to try again.</source>
        <translation>Ce ați scris rămâne pe ecran. Apăsați Ctrl+S pentru a încerca din nou.</translation>
    </message>
    <message>
        <source>Call now: %1. Do not wait for the sending of data.</source>
        <translation>Sunați acum: %1. Nu așteptați trimiterea datelor.</translation>
    </message>
    <message>
        <source>%1, %2 of %3 answered</source>
        <translation>%1, %2 din %3 completate</translation>
    </message>
    <message>
        <source>%1 (optional)</source>
        <translation>%1 (opțional)</translation>
    </message>
    <message>
        <source>Last time: %1 · changed</source>
        <translation>Data trecută: %1 · s-a schimbat</translation>
    </message>
    <message>
        <source>Last time: %1</source>
        <translation>Data trecută: %1</translation>
    </message>
    <message>
        <source>Proposed: %1</source>
        <translation>Propunere: %1</translation>
    </message>
    <message>
        <source>Still to answer.</source>
        <translation>Încă fără răspuns.</translation>
    </message>
    <message>
        <source>This answer does not fit the others. Compare them.</source>
        <translation>Acest răspuns nu se potrivește cu celelalte. Comparați-le.</translation>
    </message>
    <message>
        <source>This answer is not one of the choices. Choose again.</source>
        <translation>Acest răspuns nu este printre variante. Alegeți din nou.</translation>
    </message>
    <message>
        <source>Write the day like 21.11.2026, or t for today.</source>
        <translation>Scrieți ziua ca 21.11.2026 sau t pentru azi.</translation>
    </message>
    <message>
        <source>Write the hour like 9:40 or 940.</source>
        <translation>Scrieți ora ca 9:40 sau 940.</translation>
    </message>
    <message>
        <source>Write a number.</source>
        <translation>Scrieți un număr.</translation>
    </message>
    <message>
        <source>This cannot be read. Write it again.</source>
        <translation>Nu se poate citi. Scrieți din nou.</translation>
    </message>
    <message>
        <source>Not saved</source>
        <translation>Nesalvat</translation>
    </message>
    <message>
        <source>Saved at %1</source>
        <translation>Salvat la %1</translation>
    </message>
    <message>
        <source>Saving…</source>
        <translation>Se salvează…</translation>
    </message>
    <message>
        <source>Nothing to save yet</source>
        <translation>Încă nimic de salvat</translation>
    </message>
    <message numerus="yes">
        <source>and %n more</source>
        <translation>
            <numerusform>și încă una</numerusform>
            <numerusform>și încă %n</numerusform>
            <numerusform>și încă %n</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>frame</name>
    <message>
        <source>Screens</source>
        <translation>Ecrane</translation>
    </message>
    <message>
        <source>Lock (F12)</source>
        <translation>Blochează (F12)</translation>
    </message>
    <message>
        <source>{word}, {number} of {all}</source>
        <translation>{word}, {number} din {all}</translation>
    </message>
    <message>
        <source>Search families and persons</source>
        <translation>Caută familii și persoane</translation>
    </message>
    <message>
        <source>Family, person, village, phone</source>
        <translation>Familie, persoană, sat, telefon</translation>
    </message>
    <message>
        <source>Search</source>
        <translation>Caută</translation>
    </message>
    <message>
        <source>Back (Alt+Left)</source>
        <translation>Înapoi (Alt+Stânga)</translation>
    </message>
    <message>
        <source>Facts</source>
        <translation>Date</translation>
    </message>
    <message>
        <source>Please wait</source>
        <translation>Așteptați</translation>
    </message>
    <message>
        <source>Close this message</source>
        <translation>Închide mesajul</translation>
    </message>
    <message>
        <source>Undo</source>
        <translation>Anulează</translation>
    </message>
    <message numerus="yes">
        <source>%n waiting</source>
        <translation>
            <numerusform>%n în așteptare</numerusform>
            <numerusform>%n în așteptare</numerusform>
            <numerusform>%n în așteptare</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n to decide</source>
        <translation>
            <numerusform>%n de decis</numerusform>
            <numerusform>%n de decis</numerusform>
            <numerusform>%n de decis</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>half_typed</name>
    <message>
        <source>Throw it away</source>
        <translation>Șterge</translation>
    </message>
    <message>
        <source>Throw away what is half typed</source>
        <translation>Șterge textul neterminat</translation>
    </message>
    <message>
        <source>Half typed %1, not saved yet</source>
        <translation>Text neterminat (%1), încă nesalvat</translation>
    </message>
</context>
<context>
    <name>health</name>
    <message>
        <source>Numbers and versions</source>
        <translation>Cifre și versiuni</translation>
    </message>
    <message>
        <source>Print this page</source>
        <translation>Tipărește pagina</translation>
    </message>
    <message>
        <source>Nobody is named on the printed page.</source>
        <translation>Pe pagina tipărită nu este numit nimeni.</translation>
    </message>
    <message>
        <source>Fine</source>
        <translation>În regulă</translation>
    </message>
    <message>
        <source>Look at it soon</source>
        <translation>De verificat în curând</translation>
    </message>
    <message>
        <source>Needs doing</source>
        <translation>Trebuie rezolvat</translation>
    </message>
    <message>
        <source>Cannot tell</source>
        <translation>Nu se poate ști</translation>
    </message>
    <message>
        <source>Disk encryption</source>
        <translation>Criptarea discului</translation>
    </message>
    <message>
        <source>Free space</source>
        <translation>Spațiu liber</translation>
    </message>
    <message>
        <source>Clock</source>
        <translation>Ceasul</translation>
    </message>
    <message>
        <source>Last copy</source>
        <translation>Ultima copie</translation>
    </message>
    <message>
        <source>Last contact with the county</source>
        <translation>Ultimul contact cu județul</translation>
    </message>
    <message>
        <source>Protection of the passphrases</source>
        <translation>Protecția frazelor de acces</translation>
    </message>
    <message>
        <source>Memory</source>
        <translation>Memorie</translation>
    </message>
    <message>
        <source>on</source>
        <translation>pornită</translation>
    </message>
    <message>
        <source>off</source>
        <translation>oprită</translation>
    </message>
    <message>
        <source>not known</source>
        <translation>necunoscut</translation>
    </message>
    <message>
        <source>%1 of %2 GB</source>
        <translation>%1 din %2 GB</translation>
    </message>
    <message>
        <source>%1 GB</source>
        <translation>%1 GB</translation>
    </message>
    <message>
        <source>%1 MB and %2 passes for each try</source>
        <translation>%1 MB și %2 treceri la fiecare încercare</translation>
    </message>
    <message>
        <source>not compared yet</source>
        <translation>încă necomparat</translation>
    </message>
    <message>
        <source>as the county&apos;s</source>
        <translation>ca al județului</translation>
    </message>
    <message numerus="yes">
        <source>%n min slow</source>
        <translation>
            <numerusform>în urmă cu %n min</numerusform>
            <numerusform>în urmă cu %n min</numerusform>
            <numerusform>în urmă cu %n min</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n min fast</source>
        <translation>
            <numerusform>înainte cu %n min</numerusform>
            <numerusform>înainte cu %n min</numerusform>
            <numerusform>înainte cu %n min</numerusform>
        </translation>
    </message>
    <message>
        <source>never</source>
        <translation>niciodată</translation>
    </message>
    <message>
        <source>Leave Vatra open for a minute without typing: a copy is made by itself. If it stays old, make room on the disk.</source>
        <translation>Lăsați Vatra deschisă un minut fără a scrie: copia se face singură. Dacă rămâne veche, faceți loc pe disc.</translation>
    </message>
    <message>
        <source>Connect to the internet soon: what was written since then is only on this laptop.</source>
        <translation>Conectați-vă curând la internet: ce s-a scris de atunci este doar pe acest laptop.</translation>
    </message>
    <message>
        <source>Set the clock of the laptop: days of visits and deadlines come from it.</source>
        <translation>Potriviți ceasul laptopului: din el vin zilele vizitelor și termenele.</translation>
    </message>
    <message>
        <source>Have BitLocker or LUKS turned on: without it, a stolen disk shows what other programs keep on it.</source>
        <translation>Cereți să fie pornit BitLocker sau LUKS: fără el, un disc furat arată ce păstrează pe el alte programe.</translation>
    </message>
    <message>
        <source>Ask whoever set up this laptop whether its disk is encrypted.</source>
        <translation>Întrebați pe cine a instalat laptopul dacă discul este criptat.</translation>
    </message>
    <message>
        <source>Make room soon: copies need it.</source>
        <translation>Faceți loc curând: copiile au nevoie.</translation>
    </message>
    <message>
        <source>Make room now: the next copy may not fit.</source>
        <translation>Faceți loc acum: s-ar putea ca următoarea copie să nu încapă.</translation>
    </message>
    <message>
        <source>It is compared at the next contact with the county.</source>
        <translation>Se compară la următorul contact cu județul.</translation>
    </message>
    <message>
        <source>Connect to the internet and press Try now under Sync.</source>
        <translation>Conectați-vă la internet și apăsați „Încearcă acum” la Sincronizare.</translation>
    </message>
    <message>
        <source>Made for a laptop with little memory. Change the passphrase on a laptop with more.</source>
        <translation>Făcută pentru un laptop cu puțină memorie. Schimbați fraza de acces pe un laptop cu mai multă.</translation>
    </message>
    <message>
        <source>The key file cannot be read. Call the county office.</source>
        <translation>Fișierul de chei nu poate fi citit. Sunați la județ.</translation>
    </message>
    <message>
        <source>Close other programs before you open Vatra.</source>
        <translation>Închideți celelalte programe înainte de a deschide Vatra.</translation>
    </message>
    <message>
        <source>The system does not tell how much memory there is.</source>
        <translation>Sistemul nu spune câtă memorie există.</translation>
    </message>
    <message>
        <source>Last lock</source>
        <translation>Ultima încuiere</translation>
    </message>
    <message>
        <source>People who sign in</source>
        <translation>Persoane care intră</translation>
    </message>
    <message>
        <source>Passphrases</source>
        <translation>Fraze de acces</translation>
    </message>
    <message>
        <source>Copies kept</source>
        <translation>Copii păstrate</translation>
    </message>
    <message>
        <source>Brought back from a copy</source>
        <translation>Readus dintr-o copie</translation>
    </message>
</context>
<context>
    <name>help</name>
    <message>
        <source>Page of help</source>
        <translation>Pagină de ajutor</translation>
    </message>
    <message>
        <source>Search in help</source>
        <translation>Căutați în ajutor</translation>
    </message>
    <message>
        <source>Pages of help</source>
        <translation>Pagini de ajutor</translation>
    </message>
    <message>
        <source>No page has these words</source>
        <translation>Nicio pagină nu are aceste cuvinte</translation>
    </message>
    <message>
        <source>Try one shorter word.</source>
        <translation>Încercați un singur cuvânt, mai scurt.</translation>
    </message>
    <message>
        <source>Help</source>
        <translation>Ajutor</translation>
    </message>
</context>
<context>
    <name>importing</name>
    <message>
        <source>Take this import back?</source>
        <translation>Retrageți acest import?</translation>
    </message>
    <message>
        <source>Leave it in</source>
        <translation>Lasă-l</translation>
    </message>
    <message>
        <source>Take the import back</source>
        <translation>Retrage importul</translation>
    </message>
    <message numerus="yes">
        <source>%n families of this file leave your lists, with their people and visits. Families that somebody has worked on since stay.</source>
        <translation>
            <numerusform>%n familie din acest fișier iese din liste, cu persoanele și vizitele ei. Familiile la care s-a lucrat între timp rămân.</numerusform>
            <numerusform>%n familii din acest fișier ies din liste, cu persoanele și vizitele lor. Familiile la care s-a lucrat între timp rămân.</numerusform>
            <numerusform>%n de familii din acest fișier ies din liste, cu persoanele și vizitele lor. Familiile la care s-a lucrat între timp rămân.</numerusform>
        </translation>
    </message>
    <message>
        <source>Close this message</source>
        <translation>Închide acest mesaj</translation>
    </message>
    <message>
        <source>Imports so far</source>
        <translation>Importuri până acum</translation>
    </message>
    <message>
        <source>Choose a list</source>
        <translation>Alegeți o listă</translation>
    </message>
    <message>
        <source>Facts</source>
        <translation>Detalii</translation>
    </message>
    <message>
        <source>Which list do you want to bring in?</source>
        <translation>Ce listă doriți să aduceți?</translation>
    </message>
    <message>
        <source>A workbook (.xlsx, .xls, .ods) or a text list (.csv, .txt) as your office keeps it. Drop it here or choose it.</source>
        <translation>Un tabel (.xlsx, .xls, .ods) sau o listă text (.csv, .txt), așa cum o țineți la birou. Trageți fișierul aici sau alegeți-l.</translation>
    </message>
    <message>
        <source>Choose a file</source>
        <translation>Alege un fișier</translation>
    </message>
    <message>
        <source>Reading the file…</source>
        <translation>Se citește fișierul…</translation>
    </message>
    <message>
        <source>Path of the file</source>
        <translation>Calea fișierului</translation>
    </message>
    <message>
        <source>Read it</source>
        <translation>Citește</translation>
    </message>
    <message>
        <source>Or type where the file is</source>
        <translation>Sau scrieți unde este fișierul</translation>
    </message>
    <message>
        <source>What happens to your list</source>
        <translation>Ce se întâmplă cu lista</translation>
    </message>
    <message>
        <source>You see everything before anything is kept.</source>
        <translation>Vedeți totul înainte de a se păstra ceva.</translation>
    </message>
    <message>
        <source>Nothing is lost: a column without a place becomes notes.</source>
        <translation>Nimic nu se pierde: o coloană fără loc devine notă.</translation>
    </message>
    <message>
        <source>It is brought in whole or not at all.</source>
        <translation>Se aduce întreagă sau deloc.</translation>
    </message>
    <message>
        <source>It can be taken back afterwards.</source>
        <translation>Se poate retrage și după aceea.</translation>
    </message>
    <message>
        <source>Your file stays as it is.</source>
        <translation>Fișierul rămâne cum este.</translation>
    </message>
    <message>
        <source>Nothing was brought in.</source>
        <translation>Nu s-a adus nimic.</translation>
    </message>
    <message numerus="yes">
        <source>%n families</source>
        <translation>
            <numerusform>%n familie</numerusform>
            <numerusform>%n familii</numerusform>
            <numerusform>%n de familii</numerusform>
        </translation>
    </message>
    <message>
        <source>Take back</source>
        <translation>Retrage</translation>
    </message>
    <message>
        <source>Take back: %1</source>
        <translation>Retrage: %1</translation>
    </message>
    <message>
        <source>Lists</source>
        <translation>Liste</translation>
    </message>
    <message>
        <source>All files</source>
        <translation>Toate fișierele</translation>
    </message>
    <message>
        <source>Its rows are not read as records; the report lists them all.</source>
        <translation>Rândurile ei nu devin înregistrări; raportul le arată pe toate.</translation>
    </message>
    <message>
        <source>What this sheet is</source>
        <translation>Ce este această foaie</translation>
    </message>
    <message numerus="yes">
        <source>%n filled rows</source>
        <translation>
            <numerusform>%n rând completat</numerusform>
            <numerusform>%n rânduri completate</numerusform>
            <numerusform>%n de rânduri completate</numerusform>
        </translation>
    </message>
    <message>
        <source>village: %1</source>
        <translation>satul: %1</translation>
    </message>
    <message>
        <source>Column of the file</source>
        <translation>Coloana din fișier</translation>
    </message>
    <message>
        <source>for example</source>
        <translation>de exemplu</translation>
    </message>
    <message>
        <source>goes to</source>
        <translation>merge la</translation>
    </message>
    <message numerus="yes">
        <source>%n more columns are kept as notes.</source>
        <translation>
            <numerusform>Încă o coloană se păstrează ca notă.</numerusform>
            <numerusform>Încă %n coloane se păstrează ca note.</numerusform>
            <numerusform>Încă %n de coloane se păstrează ca note.</numerusform>
        </translation>
    </message>
    <message>
        <source>%1: goes to</source>
        <translation>%1: merge la</translation>
    </message>
    <message>
        <source>What Vatra found</source>
        <translation>Ce a găsit Vatra</translation>
    </message>
    <message>
        <source>counting…</source>
        <translation>se numără…</translation>
    </message>
    <message numerus="yes">
        <source>%n people</source>
        <translation>
            <numerusform>%n persoană</numerusform>
            <numerusform>%n persoane</numerusform>
            <numerusform>%n de persoane</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n visits</source>
        <translation>
            <numerusform>%n vizită</numerusform>
            <numerusform>%n vizite</numerusform>
            <numerusform>%n de vizite</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n rows to look at</source>
        <translation>
            <numerusform>%n rând de privit</numerusform>
            <numerusform>%n rânduri de privit</numerusform>
            <numerusform>%n de rânduri de privit</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n rows set aside</source>
        <translation>
            <numerusform>%n rând pus deoparte</numerusform>
            <numerusform>%n rânduri puse deoparte</numerusform>
            <numerusform>%n de rânduri puse deoparte</numerusform>
        </translation>
    </message>
    <message>
        <source>Nothing is left out</source>
        <translation>Nimic nu se lasă afară</translation>
    </message>
    <message>
        <source>A column that has no place of its own is kept word for word as a note of the family or person.</source>
        <translation>O coloană care nu are locul ei se păstrează cuvânt cu cuvânt, ca notă la familie sau la persoană.</translation>
    </message>
    <message>
        <source>Columns of the file</source>
        <translation>Coloanele fișierului</translation>
    </message>
    <message>
        <source>Back</source>
        <translation>Înapoi</translation>
    </message>
    <message>
        <source>Look at the rows</source>
        <translation>Vezi rândurile</translation>
    </message>
    <message>
        <source>Sheets of the file</source>
        <translation>Foile fișierului</translation>
    </message>
    <message>
        <source>Counting…</source>
        <translation>Se numără…</translation>
    </message>
    <message>
        <source>No family yet: say which column has the names.</source>
        <translation>Încă nicio familie: arătați care coloană are numele.</translation>
    </message>
    <message>
        <source>visit</source>
        <translation>vizită</translation>
    </message>
    <message>
        <source>set aside: %1</source>
        <translation>pus deoparte: %1</translation>
    </message>
    <message>
        <source>Row</source>
        <translation>Rând</translation>
    </message>
    <message>
        <source>Family</source>
        <translation>Familie</translation>
    </message>
    <message>
        <source>Person or visit</source>
        <translation>Persoană sau vizită</translation>
    </message>
    <message>
        <source>Date</source>
        <translation>Data</translation>
    </message>
    <message>
        <source>Identity number</source>
        <translation>CNP</translation>
    </message>
    <message>
        <source>Where</source>
        <translation>Unde</translation>
    </message>
    <message>
        <source>Phone</source>
        <translation>Telefon</translation>
    </message>
    <message>
        <source>To look at</source>
        <translation>De privit</translation>
    </message>
    <message>
        <source>Rows of the list</source>
        <translation>Rândurile listei</translation>
    </message>
    <message>
        <source>Nothing to look at</source>
        <translation>Nimic de privit</translation>
    </message>
    <message>
        <source>Which rows</source>
        <translation>Care rânduri</translation>
    </message>
    <message>
        <source>All rows</source>
        <translation>Toate rândurile</translation>
    </message>
    <message>
        <source>Perhaps twice</source>
        <translation>Poate de două ori</translation>
    </message>
    <message numerus="yes">
        <source>Bring in %n families</source>
        <translation>
            <numerusform>Adu %n familie</numerusform>
            <numerusform>Adu %n familii</numerusform>
            <numerusform>Adu %n de familii</numerusform>
        </translation>
    </message>
    <message>
        <source>perhaps the same person twice</source>
        <translation>poate aceeași persoană de două ori</translation>
    </message>
    <message>
        <source>Import of %1</source>
        <translation>Importul: %1</translation>
    </message>
    <message>
        <source>Columns kept as notes:</source>
        <translation>Coloane păstrate ca note:</translation>
    </message>
    <message>
        <source>Set aside:</source>
        <translation>Puse deoparte:</translation>
    </message>
    <message>
        <source>To look at:</source>
        <translation>De privit:</translation>
    </message>
    <message>
        <source>Lines of the layout that were not read:</source>
        <translation>Linii de aranjare care nu s-au citit:</translation>
    </message>
    <message>
        <source>Families brought in</source>
        <translation>Familii aduse</translation>
    </message>
    <message>
        <source>If this is interrupted, nothing of the list is kept and you can begin again. You can go on working meanwhile.</source>
        <translation>Dacă se întrerupe, nu rămâne nimic din listă și puteți începe din nou. Între timp puteți lucra mai departe.</translation>
    </message>
    <message numerus="yes">
        <source>%1 of %n families are brought in</source>
        <translation>
            <numerusform>%1 din %n familie este adusă</numerusform>
            <numerusform>%1 din %n familii sunt aduse</numerusform>
            <numerusform>%1 din %n de familii sunt aduse</numerusform>
        </translation>
    </message>
    <message>
        <source>Set aside, and why</source>
        <translation>Puse deoparte și de ce</translation>
    </message>
    <message>
        <source>Taken, but to look at</source>
        <translation>Luate, dar de privit</translation>
    </message>
    <message>
        <source>Columns kept as notes</source>
        <translation>Coloane păstrate ca note</translation>
    </message>
    <message>
        <source>This import</source>
        <translation>Acest import</translation>
    </message>
    <message>
        <source>Save the report</source>
        <translation>Salvează raportul</translation>
    </message>
    <message>
        <source>Bring in another list</source>
        <translation>Adu altă listă</translation>
    </message>
    <message>
        <source>The saved report holds names from your list and is not protected by Vatra.</source>
        <translation>Raportul salvat conține nume din listă și nu este protejat de Vatra.</translation>
    </message>
    <message>
        <source>Report of the import</source>
        <translation>Raportul importului</translation>
    </message>
    <message>
        <source>Open families</source>
        <translation>Deschide familiile</translation>
    </message>
    <message numerus="yes">
        <source>%n notes</source>
        <translation>
            <numerusform>%n notă</numerusform>
            <numerusform>%n note</numerusform>
            <numerusform>%n de note</numerusform>
        </translation>
    </message>
    <message>
        <source>Brought in: %1</source>
        <translation>Aduse: %1</translation>
    </message>
    <message>
        <source>%1. Saved on this laptop; it goes to the county with the next sending.</source>
        <translation>%1. Salvat pe acest laptop; pleacă la județ la următoarea trimitere.</translation>
    </message>
    <message>
        <source>Nothing was set aside.</source>
        <translation>Nu s-a pus nimic deoparte.</translation>
    </message>
    <message>
        <source>Nothing to look at.</source>
        <translation>Nimic de privit.</translation>
    </message>
    <message>
        <source>none</source>
        <translation>niciuna</translation>
    </message>
    <message>
        <source>The report is saved as %1.</source>
        <translation>Raportul este salvat ca %1.</translation>
    </message>
    <message>
        <source>Text</source>
        <translation>Text</translation>
    </message>
    <message numerus="yes">
        <source>%n families were taken back.</source>
        <translation>
            <numerusform>O familie a fost retrasă.</numerusform>
            <numerusform>%n familii au fost retrase.</numerusform>
            <numerusform>%n de familii au fost retrase.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n families stay</source>
        <translation>
            <numerusform>%n familie rămâne</numerusform>
            <numerusform>%n familii rămân</numerusform>
            <numerusform>%n de familii rămân</numerusform>
        </translation>
    </message>
    <message>
        <source>Where: %1</source>
        <translation>Unde: %1</translation>
    </message>
    <message>
        <source>Import a list</source>
        <translation>Importă o listă</translation>
    </message>
    <message>
        <source>1 of 4 · choose the file</source>
        <translation>1 din 4 · alegeți fișierul</translation>
    </message>
    <message>
        <source>2 of 4 · what is in the columns</source>
        <translation>2 din 4 · ce este în coloane</translation>
    </message>
    <message>
        <source>3 of 4 · look at the rows</source>
        <translation>3 din 4 · priviți rândurile</translation>
    </message>
    <message>
        <source>4 of 4 · bringing in</source>
        <translation>4 din 4 · se aduce</translation>
    </message>
    <message>
        <source>4 of 4 · done</source>
        <translation>4 din 4 · gata</translation>
    </message>
    <message>
        <source>Family number</source>
        <translation>Numărul familiei</translation>
    </message>
    <message>
        <source>Number of the row</source>
        <translation>Numărul rândului</translation>
    </message>
    <message>
        <source>Name of the family</source>
        <translation>Numele familiei</translation>
    </message>
    <message>
        <source>Name of the person</source>
        <translation>Numele persoanei</translation>
    </message>
    <message>
        <source>Surname</source>
        <translation>Nume</translation>
    </message>
    <message>
        <source>Given names</source>
        <translation>Prenume</translation>
    </message>
    <message>
        <source>Date of birth</source>
        <translation>Data nașterii</translation>
    </message>
    <message>
        <source>Sex</source>
        <translation>Sex</translation>
    </message>
    <message>
        <source>Place in the family</source>
        <translation>Calitatea în familie</translation>
    </message>
    <message>
        <source>Village</source>
        <translation>Sat</translation>
    </message>
    <message>
        <source>Street</source>
        <translation>Strada</translation>
    </message>
    <message>
        <source>House number</source>
        <translation>Numărul casei</translation>
    </message>
    <message>
        <source>Occupation</source>
        <translation>Ocupație</translation>
    </message>
    <message>
        <source>School</source>
        <translation>Școală</translation>
    </message>
    <message>
        <source>Monthly income</source>
        <translation>Venit lunar</translation>
    </message>
    <message>
        <source>Number of members</source>
        <translation>Numărul de membri</translation>
    </message>
    <message>
        <source>Who looks after the family</source>
        <translation>Cine se ocupă de familie</translation>
    </message>
    <message>
        <source>Reasons of help</source>
        <translation>Motivele ajutorului</translation>
    </message>
    <message>
        <source>Last visit</source>
        <translation>Ultima vizită</translation>
    </message>
    <message>
        <source>Remarks</source>
        <translation>Observații</translation>
    </message>
    <message>
        <source>Day of the visit</source>
        <translation>Ziua vizitei</translation>
    </message>
    <message>
        <source>Purpose of the visit</source>
        <translation>Scopul vizitei</translation>
    </message>
    <message>
        <source>What was found</source>
        <translation>Ce s-a constatat</translation>
    </message>
    <message>
        <source>What was done</source>
        <translation>Ce s-a făcut</translation>
    </message>
    <message>
        <source>Keep as a note</source>
        <translation>Păstrează ca notă</translation>
    </message>
    <message>
        <source>People</source>
        <translation>Persoane</translation>
    </message>
    <message>
        <source>Households</source>
        <translation>Gospodării</translation>
    </message>
    <message>
        <source>Visits</source>
        <translation>Vizite</translation>
    </message>
    <message>
        <source>Set aside</source>
        <translation>Pusă deoparte</translation>
    </message>
    <message>
        <source>the date is not clear; kept as a note</source>
        <translation>data nu este clară; păstrată ca notă</translation>
    </message>
    <message>
        <source>the sex is not clear; kept as a note</source>
        <translation>sexul nu este clar; păstrat ca notă</translation>
    </message>
    <message>
        <source>the amount is not clear; kept as a note</source>
        <translation>suma nu este clară; păstrată ca notă</translation>
    </message>
    <message>
        <source>the number is not clear; kept as a note</source>
        <translation>numărul nu este clar; păstrat ca notă</translation>
    </message>
    <message>
        <source>not a phone number; kept as a note</source>
        <translation>nu este un număr de telefon; păstrat ca notă</translation>
    </message>
    <message>
        <source>the name is missing</source>
        <translation>lipsește numele</translation>
    </message>
    <message>
        <source>the identity number is too short or too long; kept as written</source>
        <translation>codul numeric este prea scurt sau prea lung; păstrat cum a fost scris</translation>
    </message>
    <message>
        <source>the identity number has other signs than digits; kept as written</source>
        <translation>codul numeric are și alte semne decât cifre; păstrat cum a fost scris</translation>
    </message>
    <message>
        <source>the identity number names a day that does not exist; kept as written</source>
        <translation>codul numeric arată o zi care nu există; păstrat cum a fost scris</translation>
    </message>
    <message>
        <source>the identity number names a county that does not exist; kept as written</source>
        <translation>codul numeric arată un județ care nu există; păstrat cum a fost scris</translation>
    </message>
    <message>
        <source>the check digit of the identity number does not fit; kept as written</source>
        <translation>cifra de control a CNP nu se potrivește; păstrat cum a fost scris</translation>
    </message>
    <message>
        <source>the date of birth differs from the one in the identity number</source>
        <translation>data nașterii diferă de cea din CNP</translation>
    </message>
    <message>
        <source>the sex differs from the one in the identity number</source>
        <translation>sexul diferă de cel din CNP</translation>
    </message>
    <message>
        <source>the name does not fit the family of this number</source>
        <translation>numele nu se potrivește cu familia care are acest număr</translation>
    </message>
    <message>
        <source>perhaps the same person as in row %1</source>
        <translation>poate aceeași persoană ca în rândul %1</translation>
    </message>
    <message>
        <source>a line of totals</source>
        <translation>un rând de total</translation>
    </message>
    <message>
        <source>a line below the totals</source>
        <translation>un rând de sub total</translation>
    </message>
    <message>
        <source>a signature or a remark at the foot of the list</source>
        <translation>o semnătură sau o observație la sfârșitul listei</translation>
    </message>
    <message>
        <source>a remark, not a person</source>
        <translation>o observație, nu o persoană</translation>
    </message>
    <message>
        <source>nobody is named in this row</source>
        <translation>rândul nu numește pe nimeni</translation>
    </message>
    <message>
        <source>the sheet was set aside as a whole</source>
        <translation>foaia a fost pusă deoparte în întregime</translation>
    </message>
    <message>
        <source>a visit to a family that is not in this file</source>
        <translation>o vizită la o familie care nu este în acest fișier</translation>
    </message>
    <message>
        <source>a visit that fits more than one family</source>
        <translation>o vizită care se potrivește la mai multe familii</translation>
    </message>
    <message>
        <source>a visit without a clear day; its text is kept as a note of the family</source>
        <translation>o vizită fără zi clară; textul se păstrează ca notă la familie</translation>
    </message>
    <message>
        <source>changed since the import</source>
        <translation>schimbată după import</translation>
    </message>
    <message>
        <source>has visits or notes written since</source>
        <translation>are vizite sau note scrise între timp</translation>
    </message>
</context>
<context>
    <name>lease</name>
    <message numerus="yes">
        <source>This laptop has not met the county for %n days.</source>
        <translation>
            <numerusform>Acest laptop nu a mai avut legătură cu județul de %n zi.</numerusform>
            <numerusform>Acest laptop nu a mai avut legătură cu județul de %n zile.</numerusform>
            <numerusform>Acest laptop nu a mai avut legătură cu județul de %n de zile.</numerusform>
        </translation>
    </message>
    <message>
        <source>It takes no new work until it does. Everything can be read, and nothing is lost.</source>
        <translation>Până atunci nu primește lucrări noi. Totul se poate citi și nimic nu s-a pierdut.</translation>
    </message>
    <message numerus="yes">
        <source>In %n days it will take no new work. Connect it to the internet.</source>
        <translation>
            <numerusform>Peste %n zi nu va mai primi lucrări noi. Conectați-l la internet.</numerusform>
            <numerusform>Peste %n zile nu va mai primi lucrări noi. Conectați-l la internet.</numerusform>
            <numerusform>Peste %n de zile nu va mai primi lucrări noi. Conectați-l la internet.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>lock</name>
    <message numerus="yes">
        <source>Vatra locks in %n seconds.</source>
        <translation>
            <numerusform>Vatra se blochează într-o secundă.</numerusform>
            <numerusform>Vatra se blochează în %n secunde.</numerusform>
            <numerusform>Vatra se blochează în %n de secunde.</numerusform>
        </translation>
    </message>
    <message>
        <source>Press a key or move the mouse to go on.</source>
        <translation>Apăsați o tastă sau mișcați mausul ca să continuați.</translation>
    </message>
</context>
<context>
    <name>messages</name>
    <message>
        <source>The passphrase does not fit. Check Caps Lock and the keyboard language.</source>
        <translation>Fraza de acces nu se potrivește. Verificați Caps Lock și limba tastaturii.</translation>
    </message>
    <message>
        <source>Too many wrong passphrases. Wait a little and try again. Nothing has been deleted.</source>
        <translation>Prea multe fraze greșite. Așteptați puțin și încercați din nou. Nu s-a șters nimic.</translation>
    </message>
    <message>
        <source>This passphrase is easy to guess. Take the four words that Vatra offers, or a sentence of your own of at least 15 letters, without names of people and places here.</source>
        <translation>Fraza aceasta este ușor de ghicit. Luați cele patru cuvinte propuse de Vatra sau o propoziție a dumneavoastră de cel puțin 15 litere, fără nume de oameni și de locuri de aici.</translation>
    </message>
    <message>
        <source>This file is not the answer of the county office, or it was changed on the way. Copy it once more from the stick, or ask for it again.</source>
        <translation>Fișierul nu este răspunsul județului sau a fost schimbat pe drum. Copiați-l încă o dată de pe stick sau cereți-l din nou.</translation>
    </message>
    <message>
        <source>This answer is for another laptop or another colleague. Choose the file that the county office made for your request.</source>
        <translation>Răspunsul este pentru alt laptop sau alt coleg. Alegeți fișierul făcut de județ pentru cererea dumneavoastră.</translation>
    </message>
    <message>
        <source>This answer belongs to an earlier request, or the keys of this laptop have changed since. Save a new request and take it to the county office.</source>
        <translation>Răspunsul ține de o cerere mai veche sau cheile laptopului s-au schimbat între timp. Salvați o cerere nouă și duceți-o la județ.</translation>
    </message>
    <message>
        <source>There is no open request for this worker on this laptop. Save a request first and take it to the county office.</source>
        <translation>Pe acest laptop nu există o cerere deschisă pentru această persoană. Salvați întâi o cerere și duceți-o la județ.</translation>
    </message>
    <message>
        <source>The laptop has too little free memory to open the store. Close other programs and try again.</source>
        <translation>Laptopul are prea puțină memorie liberă ca să deschidă datele. Închideți alte programe și încercați din nou.</translation>
    </message>
    <message>
        <source>The key file of this laptop cannot be read. Nothing was overwritten. Call the county office: they can help you open it.</source>
        <translation>Fișierul de chei al acestui laptop nu poate fi citit. Nimic nu a fost suprascris. Sunați la județ: vă pot ajuta să îl deschideți.</translation>
    </message>
    <message>
        <source>Vatra is already open on this laptop. Look for its window in the task bar.</source>
        <translation>Vatra este deja deschisă pe acest laptop. Căutați-i fereastra în bara de activități.</translation>
    </message>
    <message>
        <source>A part of the store is not where it was. Put the folder back or use the last copy.</source>
        <translation>O parte din date nu mai este la locul ei. Puneți dosarul la loc sau folosiți ultima copie.</translation>
    </message>
    <message>
        <source>This laptop is already set up. Its store was left as it is.</source>
        <translation>Acest laptop este deja pregătit. Datele lui au rămas cum erau.</translation>
    </message>
    <message>
        <source>The store of this laptop needs help. Nothing was overwritten. Use the last copy or call the county office.</source>
        <translation>Datele acestui laptop au nevoie de ajutor. Nimic nu a fost suprascris. Folosiți ultima copie sau sunați la județ.</translation>
    </message>
    <message>
        <source>A file in the folder belongs to another laptop. Take it out and open again.</source>
        <translation>Un fișier din dosar este al altui laptop. Scoateți-l și deschideți din nou.</translation>
    </message>
    <message>
        <source>The store was written by a newer Vatra. Install the newer version on this laptop.</source>
        <translation>Datele au fost scrise de o Vatra mai nouă. Instalați versiunea nouă pe acest laptop.</translation>
    </message>
    <message>
        <source>Work that was already saved is missing from this store: an older copy may have been put back. Call the county office before you go on.</source>
        <translation>Lipsesc lucruri deja salvate: poate că a fost pusă la loc o copie mai veche. Sunați la județ înainte de a continua.</translation>
    </message>
    <message>
        <source>No copy on this laptop opens with this passphrase. Nothing was overwritten. Call the county office: they can help you.</source>
        <translation>Nicio copie de pe acest laptop nu se deschide cu această frază. Nimic nu a fost suprascris. Sunați la județ: vă pot ajuta.</translation>
    </message>
    <message>
        <source>This person already works on this laptop.</source>
        <translation>Această persoană lucrează deja pe acest laptop.</translation>
    </message>
    <message>
        <source>This person no longer works on this laptop. Open the list again.</source>
        <translation>Această persoană nu mai lucrează pe acest laptop. Deschideți lista din nou.</translation>
    </message>
    <message>
        <source>You cannot remove yourself. Ask a colleague to do it while they are signed in.</source>
        <translation>Nu vă puteți scoate pe dumneavoastră. Rugați un coleg să o facă din contul lui.</translation>
    </message>
    <message>
        <source>The county office has ended your work on this laptop. What you wrote is kept. If this is a mistake, call the county office.</source>
        <translation>Județul a încheiat lucrul dumneavoastră pe acest laptop. Ce ați scris se păstrează. Dacă este o greșeală, sunați la județ.</translation>
    </message>
    <message>
        <source>The county office has ended the work of the person who was signed in. What they wrote is kept. If this is a mistake, call the county office.</source>
        <translation>Județul a încheiat lucrul persoanei care lucra aici. Ce a scris se păstrează. Dacă este o greșeală, sunați la județ.</translation>
    </message>
    <message>
        <source>Your profession may not do this here. Ask the social worker or the county office.</source>
        <translation>Profesia dumneavoastră nu are acest drept aici. Adresați-vă asistentului social sau biroului județean.</translation>
    </message>
    <message>
        <source>This code is for a worker of another commune. Nobody was added. Ask the county office for a code of this commune.</source>
        <translation>Acest cod este pentru un lucrător din altă comună. Nu a fost adăugat nimeni. Cereți biroului județean un cod al acestei comune.</translation>
    </message>
    <message>
        <source>Vatra is locked. Open it with your passphrase.</source>
        <translation>Vatra este blocată. Deschideți-o cu fraza de acces.</translation>
    </message>
    <message>
        <source>Vatra stopped unexpectedly. What was saved is safe. Open it again with your passphrase.</source>
        <translation>Vatra s-a oprit pe neașteptate. Ce s-a salvat este în siguranță. Deschideți-o din nou cu fraza de acces.</translation>
    </message>
    <message>
        <source>A part of this installation is too old to keep data safely. Install Vatra again.</source>
        <translation>O parte a instalării este prea veche ca să păstreze datele în siguranță. Instalați Vatra din nou.</translation>
    </message>
    <message>
        <source>The disk is full. The last step was not kept, everything before it was. Free about 200 MB and try again.</source>
        <translation>Discul este plin. Ultimul pas nu s-a păstrat, tot ce a fost înainte da. Eliberați circa 200 MB și încercați din nou.</translation>
    </message>
    <message>
        <source>The folder of Vatra cannot be written. Check its permissions or ask whoever looks after the laptop.</source>
        <translation>În dosarul Vatra nu se poate scrie. Verificați drepturile sau întrebați pe cel care are grijă de laptop.</translation>
    </message>
    <message>
        <source>The disk answers with errors. Send your work to the county now and have the laptop checked.</source>
        <translation>Discul răspunde cu erori. Trimiteți acum lucrul la județ și duceți laptopul la verificat.</translation>
    </message>
    <message>
        <source>This record is no longer on this laptop. It may have moved to another commune.</source>
        <translation>Această înregistrare nu mai este pe laptop. Poate a trecut la altă comună.</translation>
    </message>
    <message>
        <source>A signed record cannot be changed, only completed.</source>
        <translation>O înregistrare semnată nu se poate schimba, doar completa.</translation>
    </message>
    <message>
        <source>This file cannot be attached: Vatra takes photographs (JPEG, PNG) and PDF files that are whole. Open it on the device it comes from, save it as JPEG or PDF, and try again.</source>
        <translation>Acest fișier nu poate fi atașat: Vatra primește fotografii (JPEG, PNG) și fișiere PDF întregi. Deschideți-l pe aparatul de pe care vine, salvați-l ca JPEG sau PDF și încercați din nou.</translation>
    </message>
    <message>
        <source>This file is too large: a PDF may have 10 megabytes, a photograph 60 megapixels. Scan with fewer dots per inch, or in several parts.</source>
        <translation>Acest fișier este prea mare: un PDF poate avea 10 megaocteți, o fotografie 60 de megapixeli. Scanați cu mai puține puncte pe inch sau în mai multe părți.</translation>
    </message>
    <message>
        <source>The full picture is not on this laptop yet. Open it and choose “Fetch it”.</source>
        <translation>Fotografia întreagă nu este încă pe acest laptop. Deschideți-o și alegeți „Adu fotografia”.</translation>
    </message>
    <message>
        <source>What lies on this laptop of the picture is damaged. It will be fetched again from the county with the next sending.</source>
        <translation>Ce se află pe acest laptop din fotografie este deteriorat. Va fi adusă din nou de la județ la următoarea trimitere.</translation>
    </message>
    <message>
        <source>This is too much for one save. Shorten the text and save again.</source>
        <translation>Este prea mult pentru o singură salvare. Scurtați textul și salvați din nou.</translation>
    </message>
    <message>
        <source>Something is still missing. Choose it and try again.</source>
        <translation>Mai lipsește ceva. Alegeți și încercați din nou.</translation>
    </message>
    <message>
        <source>No connection. Vatra goes on working and sends by itself later.</source>
        <translation>Fără conexiune. Vatra merge mai departe și trimite singură mai târziu.</translation>
    </message>
    <message>
        <source>Something answered, but not your county: perhaps the log-in page of a public network. Nothing was sent.</source>
        <translation>A răspuns cineva, dar nu județul: poate pagina de conectare a unei rețele publice. Nu s-a trimis nimic.</translation>
    </message>
    <message>
        <source>The county cannot take anything right now. Your work is saved and goes later.</source>
        <translation>Județul nu poate primi acum. Ce ați lucrat este salvat și pleacă mai târziu.</translation>
    </message>
    <message>
        <source>The county does not accept this laptop at present. Your work is saved. Call the county office.</source>
        <translation>Județul nu acceptă acum acest laptop. Ce ați lucrat este salvat. Sunați la județ.</translation>
    </message>
    <message>
        <source>This laptop has not met the county for too long, so it takes no new work. What you typed stays here. Connect it to the internet, or carry its work to the county.</source>
        <translation>Acest laptop nu a mai avut legătură cu județul de prea mult timp, așa că nu mai primește lucrări noi. Ce ați scris rămâne aici. Conectați-l la internet sau duceți lucrările la județ.</translation>
    </message>
    <message>
        <source>The county works with an older copy of its data and has not noticed. Nothing was sent and nothing is lost. Call the county office and tell it so.</source>
        <translation>Județul lucrează cu o copie mai veche a datelor sale și nu a observat. Nimic nu a fost trimis și nimic nu s-a pierdut. Sunați la județ și spuneți acest lucru.</translation>
    </message>
    <message>
        <source>The county answered in a way this version does not know. Your work is saved. Update Vatra.</source>
        <translation>Județul a răspuns într-un fel pe care versiunea aceasta nu îl știe. Ce ați lucrat este salvat. Actualizați Vatra.</translation>
    </message>
    <message>
        <source>The county does not know this code, or it was used or has expired. Check it, or ask for a new one.</source>
        <translation>Județul nu cunoaște codul, sau a fost folosit ori a expirat. Verificați-l sau cereți altul.</translation>
    </message>
    <message>
        <source>This file is not a county card, or it was changed on the way. Ask the county for a new one.</source>
        <translation>Fișierul nu este un card al județului sau a fost schimbat pe drum. Cereți altul de la județ.</translation>
    </message>
    <message>
        <source>The signs are not those of the county that answered. Nothing was taken from it. Compare address and signs with the paper from the county, letter by letter.</source>
        <translation>Semnele nu sunt ale județului care a răspuns. Nu s-a preluat nimic. Comparați adresa și semnele cu hârtia de la județ, literă cu literă.</translation>
    </message>
    <message>
        <source>The files could not be written there. Choose another folder.</source>
        <translation>Fișierele nu au putut fi scrise acolo. Alegeți alt dosar.</translation>
    </message>
    <message>
        <source>This form cannot be used. Ask whoever made it to correct it.</source>
        <translation>Formularul nu poate fi folosit. Cereți autorului să îl corecteze.</translation>
    </message>
    <message>
        <source>A form from the county is not what the county signed, and was not taken. Everything else arrived. Tell the county office.</source>
        <translation>Un formular de la județ nu este cel semnat de județ și nu a fost preluat. Tot restul a sosit. Anunțați județul.</translation>
    </message>
    <message>
        <source>The file is damaged or may not be read. Open it in your office program, save it again and choose the new one.</source>
        <translation>Fișierul este deteriorat sau nu poate fi citit. Deschideți-l în programul de birou, salvați-l din nou și alegeți fișierul nou.</translation>
    </message>
    <message>
        <source>There is no such file. Check where it is, or choose it with the button.</source>
        <translation>Nu există un asemenea fișier. Verificați unde este sau alegeți-l cu butonul.</translation>
    </message>
    <message>
        <source>The file holds nothing. Check whether it is the right one, or save it again.</source>
        <translation>Fișierul este gol. Verificați dacă este cel potrivit sau salvați-l din nou.</translation>
    </message>
    <message>
        <source>The workbook has a password. Save a copy without the password, choose the copy, and delete it afterwards.</source>
        <translation>Tabelul are parolă. Salvați o copie fără parolă, alegeți copia, iar apoi ștergeți-o.</translation>
    </message>
    <message>
        <source>The file is much larger than a list of families. Copy the sheet with the families into a new file and choose that.</source>
        <translation>Fișierul este mult mai mare decât o listă de familii. Copiați foaia cu familiile într-un fișier nou și alegeți-l pe acela.</translation>
    </message>
    <message>
        <source>This is neither a workbook nor a list as text. Open it in the program it comes from and save it as .xlsx or .csv.</source>
        <translation>Acesta nu este nici tabel, nici listă text. Deschideți-l în programul din care vine și salvați-l ca .xlsx sau .csv.</translation>
    </message>
    <message>
        <source>No list of people was found in this file. It needs one row for each person and a row with the names of the columns.</source>
        <translation>În acest fișier nu s-a găsit o listă de persoane. Este nevoie de un rând pentru fiecare persoană și de un rând cu numele coloanelor.</translation>
    </message>
    <message>
        <source>The county has published a form that needs a newer Vatra. Install the newer version on this laptop; the form is then there by itself.</source>
        <translation>Județul a publicat un formular care are nevoie de o versiune mai nouă de Vatra. Instalați versiunea nouă pe acest laptop; formularul apare apoi de la sine.</translation>
    </message>
    <message>
        <source>Something went wrong. Everything saved before is safe. Try again.</source>
        <translation>Ceva nu a mers. Tot ce s-a salvat înainte este în siguranță. Încercați din nou.</translation>
    </message>
    <message>
        <source>The address of the county was not found: probably there is no internet here. Vatra goes on working and sends by itself later.</source>
        <translation>Adresa județului nu a fost găsită: probabil aici nu este internet. Vatra merge mai departe și trimite singură mai târziu.</translation>
    </message>
    <message>
        <source>The county office was reached, but Vatra is not running there at present. Your work is saved and goes by itself later.</source>
        <translation>Biroul județean a fost găsit, dar Vatra nu rulează acolo acum. Munca dumneavoastră este salvată și pleacă singură mai târziu.</translation>
    </message>
    <message>
        <source>The county does not answer from this network. Your work is saved and goes by itself later, perhaps from another place.</source>
        <translation>Județul nu răspunde din această rețea. Munca dumneavoastră este salvată și pleacă singură mai târziu, poate din alt loc.</translation>
    </message>
    <message>
        <source>The line went dead in the middle. What has arrived is safe; Vatra goes on from there by itself.</source>
        <translation>Linia a amuțit la mijloc. Ce a ajuns este în siguranță; Vatra continuă singură de acolo.</translation>
    </message>
    <message>
        <source>The line broke off. What has arrived is safe; Vatra goes on from there by itself.</source>
        <translation>Linia s-a întrerupt. Ce a ajuns este în siguranță; Vatra continuă singură de acolo.</translation>
    </message>
    <message>
        <source>The line is too slow at present. What has arrived is safe; Vatra goes on from there by itself.</source>
        <translation>Linia este prea lentă acum. Ce a ajuns este în siguranță; Vatra continuă singură de acolo.</translation>
    </message>
    <message>
        <source>A page of this network answered instead of your county. Open any web page, sign in to the network and try again. Nothing was sent.</source>
        <translation>În locul județului a răspuns o pagină a acestei rețele. Deschideți orice pagină web, conectați-vă la rețea și încercați din nou. Nu s-a trimis nimic.</translation>
    </message>
    <message>
        <source>This network asks for a password before it lets anything through. Ask whoever looks after the network. Nothing was sent.</source>
        <translation>Această rețea cere o parolă înainte să lase ceva să treacă. Întrebați pe cine se ocupă de rețea. Nu s-a trimis nimic.</translation>
    </message>
    <message>
        <source>Something stands between this laptop and your county and shows papers of its own: the network or a protection program. Use another network, or ask whoever looks after the laptop. Nothing was sent.</source>
        <translation>Ceva stă între acest laptop și județ și arată acte proprii: rețeaua sau un program de protecție. Folosiți altă rețea sau întrebați pe cine se ocupă de laptop. Nu s-a trimis nimic.</translation>
    </message>
    <message>
        <source>Another county answered at this address. Nothing was sent. Ask your county office which address is right.</source>
        <translation>La această adresă a răspuns alt județ. Nu s-a trimis nimic. Întrebați biroul județean care adresă este bună.</translation>
    </message>
    <message>
        <source>What answered has papers that are made for another name. Nothing was sent. Tell the county office.</source>
        <translation>Ce a răspuns are acte făcute pe alt nume. Nu s-a trimis nimic. Anunțați biroul județean.</translation>
    </message>
    <message>
        <source>What answered knows only an old encryption that is not safe any more. Nothing was sent. Tell the county office.</source>
        <translation>Ce a răspuns cunoaște doar o criptare veche, care nu mai este sigură. Nu s-a trimis nimic. Anunțați biroul județean.</translation>
    </message>
    <message>
        <source>What answered does not encrypt, so it is not your county: perhaps the log-in page of a public network. Nothing was sent.</source>
        <translation>Ce a răspuns nu criptează, deci nu este județul: poate pagina de conectare a unei rețele publice. Nu s-a trimis nimic.</translation>
    </message>
    <message>
        <source>The county has too much to do right now and asks to wait. Your work is saved and goes by itself later.</source>
        <translation>Județul are acum prea mult de lucru și cere să așteptați. Munca dumneavoastră este salvată și pleacă singură mai târziu.</translation>
    </message>
    <message>
        <source>The county has taken this laptop out of service. Your work is saved here. If this is a mistake, call the county office.</source>
        <translation>Județul a scos acest laptop din folosință. Munca dumneavoastră este salvată aici. Dacă este o greșeală, sunați la biroul județean.</translation>
    </message>
    <message>
        <source>The county does not know this laptop. Your work is saved. Call the county office: the laptop may have to be set up again.</source>
        <translation>Județul nu cunoaște acest laptop. Munca dumneavoastră este salvată. Sunați la biroul județean: poate laptopul trebuie instalat din nou.</translation>
    </message>
    <message>
        <source>Something on the way to the county takes no messages of this size. Your work is saved. Use another network, or tell the county office.</source>
        <translation>Ceva pe drumul spre județ nu primește mesaje de această mărime. Munca dumneavoastră este salvată. Folosiți altă rețea sau anunțați biroul județean.</translation>
    </message>
    <message>
        <source>The answer was far larger than an answer may be, and was thrown away. Your work is saved. Tell the county office.</source>
        <translation>Răspunsul era mult mai mare decât poate fi un răspuns și a fost aruncat. Munca dumneavoastră este salvată. Anunțați biroul județean.</translation>
    </message>
    <message>
        <source>The answer of the county arrived damaged and was thrown away. Your work is saved; Vatra tries again by itself.</source>
        <translation>Răspunsul județului a ajuns stricat și a fost aruncat. Munca dumneavoastră este salvată; Vatra încearcă singură din nou.</translation>
    </message>
    <message>
        <source>There is no answer of the county in this folder. Choose the folder on the stick into which the county office wrote.</source>
        <translation>În acest dosar nu este niciun răspuns al județului. Alegeți dosarul de pe stick în care a scris biroul județean.</translation>
    </message>
    <message>
        <source>A file on the stick is damaged or was changed. Nothing of it was taken. Ask the county office to write the answer again.</source>
        <translation>Un fișier de pe stick este stricat sau a fost modificat. Nu s-a preluat nimic din el. Rugați biroul județean să scrie răspunsul din nou.</translation>
    </message>
    <message>
        <source>The files on this stick are for another laptop. Nothing of them was taken. Look for the stick of this laptop.</source>
        <translation>Fișierele de pe acest stick sunt pentru alt laptop. Nu s-a preluat nimic din ele. Căutați stick-ul acestui laptop.</translation>
    </message>
    <message>
        <source>A file on the stick is for a colleague who reads other records. Keep it on the stick until they have signed in and brought it.</source>
        <translation>Un fișier de pe stick este pentru un coleg care citește alte date. Păstrați-l pe stick până când colegul se conectează și îl aduce.</translation>
    </message>
    <message>
        <source>A file on the stick goes on from one that is missing. Bring the earlier stick first, or carry everything to the county once more.</source>
        <translation>Un fișier de pe stick continuă unul care lipsește. Aduceți întâi stick-ul anterior sau duceți totul încă o dată la județ.</translation>
    </message>
    <message>
        <source>The files on this stick are from another county. Nothing of them was taken.</source>
        <translation>Fișierele de pe acest stick sunt de la alt județ. Nu s-a preluat nimic din ele.</translation>
    </message>
    <message>
        <source>The stick was written by a newer Vatra. Install the newer version on this laptop, then bring it again.</source>
        <translation>Stick-ul a fost scris de o versiune mai nouă a Vatra. Instalați versiunea mai nouă pe acest laptop, apoi aduceți-l din nou.</translation>
    </message>
</context>
<context>
    <name>news</name>
    <message>
        <source>The disk of this laptop takes no writes. You can read everything.</source>
        <translation>Pe discul acestui laptop nu se poate scrie. Puteți citi totul.</translation>
    </message>
    <message>
        <source>Nothing typed now can be kept. Tell whoever looks after this laptop.</source>
        <translation>Ce scrieți acum nu se poate păstra. Anunțați persoana care are grijă de laptop.</translation>
    </message>
    <message>
        <source>If that was not you, tell whoever looks after this laptop.</source>
        <translation>Dacă nu ați fost dumneavoastră, spuneți celui care are grijă de acest laptop.</translation>
    </message>
    <message numerus="yes">
        <source>%n wrong passphrases on your tile since you last signed in, the last on %1.</source>
        <translation>
            <numerusform>O frază greșită pe numele dumneavoastră de la ultima intrare, pe %1.</numerusform>
            <numerusform>%n fraze greșite pe numele dumneavoastră de la ultima intrare, ultima pe %1.</numerusform>
            <numerusform>%n de fraze greșite pe numele dumneavoastră de la ultima intrare, ultima pe %1.</numerusform>
        </translation>
    </message>
    <message>
        <source>With the county office (%2) you came in again on %1 under a new passphrase.</source>
        <translation>Prin județ (%2), pe %1 ați intrat din nou, cu o frază nouă.</translation>
    </message>
    <message>
        <source>With the county office (%2) %3 came in again on %1 under a new passphrase.</source>
        <translation>Prin județ (%2), pe %1 %3 a intrat din nou, cu o frază nouă.</translation>
    </message>
    <message>
        <source>If it was not you who asked for it, call them now.</source>
        <translation>Dacă nu ați cerut dumneavoastră aceasta, sunați acum la județ.</translation>
    </message>
    <message>
        <source>If %1 did not ask for it, call them now.</source>
        <translation>Dacă %1 nu a cerut aceasta, sunați acum la județ.</translation>
    </message>
</context>
<context>
    <name>print</name>
    <message>
        <source>Print</source>
        <translation>Tipărește</translation>
    </message>
    <message numerus="yes">
        <source>%n pages, A4</source>
        <translation>
            <numerusform>%n pagină, A4</numerusform>
            <numerusform>%n pagini, A4</numerusform>
            <numerusform>%n de pagini, A4</numerusform>
        </translation>
    </message>
    <message>
        <source>A PDF leaves the protection of Vatra: keep it where only you can open it.</source>
        <translation>Un PDF iese de sub protecția Vatra: păstrați-l unde numai dumneavoastră îl puteți deschide.</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Renunță</translation>
    </message>
    <message>
        <source>Save as PDF</source>
        <translation>Salvează ca PDF</translation>
    </message>
    <message>
        <source>What to print</source>
        <translation>Ce se tipărește</translation>
    </message>
    <message>
        <source>The printer did not answer. Look whether it is on and try again.</source>
        <translation>Imprimanta nu a răspuns. Vedeți dacă este pornită și încercați din nou.</translation>
    </message>
    <message>
        <source>The file could not be written there. Choose another folder.</source>
        <translation>Fișierul nu a putut fi scris acolo. Alegeți alt dosar.</translation>
    </message>
    <message>
        <source>It could not be noted who prints or saves this, so nothing went out.</source>
        <translation>Nu s-a putut nota cine tipărește sau salvează, așa că nimic nu a ieșit din Vatra.</translation>
    </message>
</context>
<context>
    <name>recovery</name>
    <message>
        <source>I forgot my passphrase</source>
        <translation>Am uitat fraza de acces</translation>
    </message>
    <message>
        <source>A new passphrase for %1</source>
        <translation>O frază nouă pentru %1</translation>
    </message>
    <message>
        <source>The county office can let you in again; nothing is lost. Choose a new passphrase, save the request on a stick and bring it to them: two people there open it together. Until their answer is here, nothing changes.</source>
        <translation>Județul vă poate lăsa să intrați din nou; nimic nu este pierdut. Alegeți o frază nouă, salvați cererea pe un stick și duceți-o acolo: două persoane o deschid împreună. Până vine răspunsul lor, nimic nu se schimbă.</translation>
    </message>
    <message>
        <source>What happened</source>
        <translation>Ce s-a întâmplat</translation>
    </message>
    <message>
        <source>The people at the county office read it.</source>
        <translation>Citesc cei de la județ.</translation>
    </message>
    <message>
        <source>Ask the county office</source>
        <translation>Cereți județului</translation>
    </message>
    <message>
        <source>Call the county office and read these signs to them, letter by letter. They answer only if theirs are the same.</source>
        <translation>Sunați la județ și citiți-le semnele, literă cu literă. Vă răspund numai dacă ale lor sunt aceleași.</translation>
    </message>
    <message>
        <source>When their answer is here, type your new passphrase and choose the file of the answer.</source>
        <translation>Când vine răspunsul, scrieți fraza nouă și alegeți fișierul cu răspunsul.</translation>
    </message>
    <message>
        <source>New passphrase</source>
        <translation>Fraza nouă</translation>
    </message>
    <message>
        <source>Bring the answer</source>
        <translation>Aduceți răspunsul</translation>
    </message>
    <message>
        <source>Make a new request</source>
        <translation>Fă o cerere nouă</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Închide</translation>
    </message>
    <message>
        <source>Save the request…</source>
        <translation>Salvează cererea…</translation>
    </message>
    <message>
        <source>Choose the answer…</source>
        <translation>Alege răspunsul…</translation>
    </message>
    <message>
        <source>request</source>
        <translation>cerere</translation>
    </message>
    <message>
        <source>Save the request</source>
        <translation>Salvează cererea</translation>
    </message>
    <message>
        <source>Choose the answer</source>
        <translation>Alege răspunsul</translation>
    </message>
    <message>
        <source>The request is saved as %1. Take it to the county office.</source>
        <translation>Cererea este salvată: %1. Duceți-o la județ.</translation>
    </message>
    <message>
        <source>Your request of %1 waits for the answer of the county office.</source>
        <translation>Cererea dumneavoastră din %1 așteaptă răspunsul județului.</translation>
    </message>
    <message>
        <source>Making the keys…</source>
        <translation>Se fac cheile…</translation>
    </message>
    <message>
        <source>Opening the answer…</source>
        <translation>Se deschide răspunsul…</translation>
    </message>
    <message>
        <source>This is not the new passphrase that you chose with this request. Check Caps Lock and the keyboard language.</source>
        <translation>Aceasta nu este fraza nouă aleasă la această cerere. Verificați Caps Lock și limba tastaturii.</translation>
    </message>
</context>
<context>
    <name>register</name>
    <message>
        <source>New family</source>
        <translation>Familie nouă</translation>
    </message>
    <message>
        <source>Is it one of these?</source>
        <translation>Este una dintre acestea?</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Renunță</translation>
    </message>
    <message>
        <source>Register the family</source>
        <translation>Înregistrează familia</translation>
    </message>
    <message>
        <source>Stays on the laptop and goes to the county with the next sending.</source>
        <translation>Rămâne pe laptop și pleacă la județ la prima trimitere.</translation>
    </message>
    <message>
        <source>surname</source>
        <translation>nume</translation>
    </message>
    <message>
        <source>given names</source>
        <translation>prenume</translation>
    </message>
    <message>
        <source>Female or male</source>
        <translation>Sexul</translation>
    </message>
    <message>
        <source>Female</source>
        <translation>Femeie</translation>
    </message>
    <message>
        <source>Male</source>
        <translation>Bărbat</translation>
    </message>
    <message>
        <source>Not known</source>
        <translation>Nu se știe</translation>
    </message>
    <message>
        <source>Date of birth</source>
        <translation>Data nașterii</translation>
    </message>
    <message>
        <source>day month year</source>
        <translation>zi lună an</translation>
    </message>
    <message>
        <source>Papers</source>
        <translation>Acte</translation>
    </message>
    <message>
        <source>Has a %1</source>
        <translation>Are %1</translation>
    </message>
    <message>
        <source>No papers</source>
        <translation>Fără acte</translation>
    </message>
    <message>
        <source>Village</source>
        <translation>Satul</translation>
    </message>
    <message>
        <source>Street and number</source>
        <translation>Strada și numărul</translation>
    </message>
    <message>
        <source>How to find the house</source>
        <translation>Cum găsim casa</translation>
    </message>
    <message>
        <source>Phone</source>
        <translation>Telefon</translation>
    </message>
    <message>
        <source>Who it is about</source>
        <translation>Despre cine este vorba</translation>
    </message>
    <message>
        <source>a neighbour&apos;s is enough</source>
        <translation>al unui vecin ajunge</translation>
    </message>
    <message>
        <source>the year alone is enough, or month and year</source>
        <translation>ajunge anul sau luna și anul</translation>
    </message>
    <message>
        <source>Enter a name first.</source>
        <translation>Scrieți întâi un nume.</translation>
    </message>
    <message numerus="yes">
        <source>%n found</source>
        <translation>
            <numerusform>%n găsită</numerusform>
            <numerusform>%n găsite</numerusform>
            <numerusform>%n găsite</numerusform>
        </translation>
    </message>
    <message>
        <source>very likely</source>
        <translation>foarte probabil</translation>
    </message>
    <message>
        <source>possible</source>
        <translation>posibil</translation>
    </message>
    <message>
        <source>It is this one</source>
        <translation>Este aceasta</translation>
    </message>
    <message>
        <source>Another one</source>
        <translation>Este alta</translation>
    </message>
    <message>
        <source>Another one, not %1</source>
        <translation>Este alta, nu: %1</translation>
    </message>
    <message>
        <source>It is this one: %1</source>
        <translation>Este aceasta: %1</translation>
    </message>
    <message>
        <source>a name is enough, the rest at the visit</source>
        <translation>ajunge un nume, restul la vizită</translation>
    </message>
    <message>
        <source>same surname</source>
        <translation>același nume</translation>
    </message>
    <message>
        <source>same village</source>
        <translation>același sat</translation>
    </message>
    <message>
        <source>same given name</source>
        <translation>același prenume</translation>
    </message>
    <message>
        <source>born in the same year</source>
        <translation>același an de naștere</translation>
    </message>
    <message>
        <source>same phone</source>
        <translation>același telefon</translation>
    </message>
    <message>
        <source>same identity number</source>
        <translation>același cod personal</translation>
    </message>
    <message>
        <source>Enter the date as day, month, year, for example 3.9.2015, or only the year.</source>
        <translation>Scrieți data ca zi, lună, an, de exemplu 3.9.2015, sau numai anul.</translation>
    </message>
    <message>
        <source>This date is in the future. Enter the day of birth.</source>
        <translation>Data este în viitor. Scrieți ziua nașterii.</translation>
    </message>
    <message>
        <source>This number has too few or too many digits for a %1. You may keep it as it is.</source>
        <translation>Numărul are prea puține sau prea multe cifre pentru %1. Îl puteți lăsa așa.</translation>
    </message>
    <message>
        <source>A %1 has only digits. You may keep it as it is.</source>
        <translation>%1 are numai cifre. Îl puteți lăsa așa.</translation>
    </message>
    <message>
        <source>The check digit of the %1 does not fit. Compare with the document. You may keep it as it is.</source>
        <translation>Cifra de control nu se potrivește (%1). Comparați cu actul. O puteți lăsa așa.</translation>
    </message>
    <message>
        <source>The %1 names a day or county that does not exist. Compare with the document. You may keep it as it is.</source>
        <translation>%1 arată o zi sau un județ care nu există. Comparați cu actul. Îl puteți lăsa așa.</translation>
    </message>
</context>
<context>
    <name>screens</name>
    <message>
        <source>Today</source>
        <translation>Azi</translation>
    </message>
    <message>
        <source>Families</source>
        <translation>Familii</translation>
    </message>
    <message>
        <source>New family</source>
        <translation>Familie nouă</translation>
    </message>
    <message>
        <source>Family</source>
        <translation>Familie</translation>
    </message>
    <message>
        <source>Visit</source>
        <translation>Vizită</translation>
    </message>
    <message>
        <source>Assessment</source>
        <translation>Evaluare</translation>
    </message>
    <message>
        <source>Import a list</source>
        <translation>Importă o listă</translation>
    </message>
    <message>
        <source>Check a printed statement</source>
        <translation>Verifică un document tipărit</translation>
    </message>
    <message>
        <source>Sync</source>
        <translation>Sincronizare</translation>
    </message>
    <message>
        <source>To clear up</source>
        <translation>De lămurit</translation>
    </message>
    <message>
        <source>Help</source>
        <translation>Ajutor</translation>
    </message>
    <message>
        <source>Settings</source>
        <translation>Setări</translation>
    </message>
    <message>
        <source>How this laptop stands</source>
        <translation>Starea acestui laptop</translation>
    </message>
    <message>
        <source>Add a colleague</source>
        <translation>Adaugă un coleg</translation>
    </message>
    <message>
        <source>Change my passphrase</source>
        <translation>Schimbă fraza mea de acces</translation>
    </message>
    <message>
        <source>People on this laptop</source>
        <translation>Oamenii de pe acest laptop</translation>
    </message>
</context>
<context>
    <name>search</name>
    <message numerus="yes">
        <source>%n families found</source>
        <translation>
            <numerusform>%n familie găsită</numerusform>
            <numerusform>%n familii găsite</numerusform>
            <numerusform>%n de familii găsite</numerusform>
        </translation>
    </message>
    <message>
        <source>No family found for ‹%1›</source>
        <translation>Nicio familie găsită pentru ‹%1›</translation>
    </message>
    <message>
        <source>Register a new family</source>
        <translation>Înregistrează o familie nouă</translation>
    </message>
    <message>
        <source>This looks like the checksum of one</source>
        <translation>Pare a fi suma de control a unuia</translation>
    </message>
</context>
<context>
    <name>settings</name>
    <message>
        <source>Language</source>
        <translation>Limba</translation>
    </message>
    <message>
        <source>Normal</source>
        <translation>Normal</translation>
    </message>
    <message>
        <source>Larger</source>
        <translation>Mai mare</translation>
    </message>
    <message>
        <source>Largest</source>
        <translation>Cel mai mare</translation>
    </message>
    <message>
        <source>Text size</source>
        <translation>Mărimea textului</translation>
    </message>
    <message>
        <source>Colours</source>
        <translation>Culori</translation>
    </message>
    <message>
        <source>As the system</source>
        <translation>Ca sistemul</translation>
    </message>
    <message>
        <source>Light</source>
        <translation>Deschise</translation>
    </message>
    <message>
        <source>Dark</source>
        <translation>Închise</translation>
    </message>
    <message>
        <source>High contrast</source>
        <translation>Contrast mare</translation>
    </message>
    <message>
        <source>Lock when nobody works</source>
        <translation>Blochează când nu lucrează nimeni</translation>
    </message>
    <message numerus="yes">
        <source>%n min</source>
        <translation>
            <numerusform>%n min</numerusform>
            <numerusform>%n min</numerusform>
            <numerusform>%n min</numerusform>
        </translation>
    </message>
    <message>
        <source>Ctrl and plus or minus does the same on every screen.</source>
        <translation>Ctrl și plus sau minus fac același lucru pe orice ecran.</translation>
    </message>
    <message>
        <source>F12 locks at once. What is half typed is kept.</source>
        <translation>F12 blochează imediat. Ce este scris pe jumătate se păstrează.</translation>
    </message>
    <message>
        <source>This laptop</source>
        <translation>Acest laptop</translation>
    </message>
    <message>
        <source>County</source>
        <translation>Județul</translation>
    </message>
    <message>
        <source>Commune</source>
        <translation>Comuna</translation>
    </message>
    <message>
        <source>Laptop</source>
        <translation>Laptopul</translation>
    </message>
    <message>
        <source>Who works here and reads what; add a colleague, let one go.</source>
        <translation>Cine lucrează aici și ce citește; adăugarea sau plecarea unui coleg.</translation>
    </message>
</context>
<context>
    <name>setup</name>
    <message>
        <source>Step %1 of %2: %3</source>
        <translation>Pasul %1 din %2: %3</translation>
    </message>
    <message>
        <source>Set up this laptop</source>
        <translation>Pregătește laptopul</translation>
    </message>
    <message>
        <source>County card</source>
        <translation>Cardul județului</translation>
    </message>
    <message>
        <source>This laptop</source>
        <translation>Acest laptop</translation>
    </message>
    <message>
        <source>Passphrase</source>
        <translation>Fraza de acces</translation>
    </message>
    <message>
        <source>Back</source>
        <translation>Înapoi</translation>
    </message>
    <message>
        <source>Go on</source>
        <translation>Continuă</translation>
    </message>
    <message>
        <source>The county gave your office a file, the county card. Choose it here.</source>
        <translation>Județul a dat biroului un fișier, cardul județului. Alegeți-l aici.</translation>
    </message>
    <message>
        <source>Choose the county card</source>
        <translation>Alege cardul județului</translation>
    </message>
    <message>
        <source>Or type the county&apos;s address and the signs from its paper:</source>
        <translation>Sau scrieți adresa județului și semnele de pe hârtia lui:</translation>
    </message>
    <message>
        <source>Address of the county</source>
        <translation>Adresa județului</translation>
    </message>
    <message>
        <source>Signs on the paper</source>
        <translation>Semnele de pe hârtie</translation>
    </message>
    <message>
        <source>Fetch the card</source>
        <translation>Adu cardul</translation>
    </message>
    <message>
        <source>These are the signs you typed: the card is the county&apos;s.</source>
        <translation>Sunt semnele pe care le-ați scris: cardul este al județului.</translation>
    </message>
    <message>
        <source>Compare these signs with the paper from the county, letter by letter.</source>
        <translation>Comparați semnele cu hârtia de la județ, literă cu literă.</translation>
    </message>
    <message>
        <source>Code from the county</source>
        <translation>Codul de la județ</translation>
    </message>
    <message>
        <source>Name of this laptop</source>
        <translation>Numele laptopului</translation>
    </message>
    <message>
        <source>It works once and says which commune and which worker this laptop is for.</source>
        <translation>Merge o singură dată și spune pentru ce comună și pentru cine este laptopul.</translation>
    </message>
    <message>
        <source>Such as PC-2: colleagues and the county see it beside your records.</source>
        <translation>De exemplu PC-2: colegii și județul îl văd lângă înregistrările dumneavoastră.</translation>
    </message>
    <message>
        <source>I have written it on paper</source>
        <translation>Am scris-o pe hârtie</translation>
    </message>
    <message>
        <source>Asking the county…</source>
        <translation>Se întreabă județul…</translation>
    </message>
</context>
<context>
    <name>statement</name>
    <message>
        <source>Checksum at the foot of the page</source>
        <translation>Suma de control din josul paginii</translation>
    </message>
    <message>
        <source>Check</source>
        <translation>Verifică</translation>
    </message>
    <message>
        <source>Open it to compare</source>
        <translation>Deschide pentru comparare</translation>
    </message>
    <message>
        <source>Type the checksum as it stands, with or without gaps; the first three groups are enough. Vatra tells which sealed assessment it belongs to, on this laptop and without a line.</source>
        <translation>Scrieți suma de control așa cum apare, cu sau fără spații; ajung primele trei grupe. Vatra spune cărei evaluări sigilate îi aparține, pe acest laptop și fără internet.</translation>
    </message>
    <message>
        <source>This checksum is right: the record below was sealed so and has not changed.</source>
        <translation>Suma de control este corectă: fișa de mai jos a fost sigilată așa și nu s-a schimbat.</translation>
    </message>
    <message>
        <source>Nearly right: look again at group %1, counted from the left.</source>
        <translation>Aproape corect: priviți din nou grupa %1, numărată de la stânga.</translation>
    </message>
    <message>
        <source>Type at least the first three groups of four.</source>
        <translation>Scrieți cel puțin primele trei grupe de câte patru.</translation>
    </message>
    <message>
        <source>A checksum has the digits 0 to 9 and the letters a to f, 32 of them at most.</source>
        <translation>O sumă de control are cifre de la 0 la 9 și litere de la a la f, cel mult 32.</translation>
    </message>
    <message>
        <source>No sealed assessment on this laptop has this checksum. Compare it with the paper once more; if it is typed right, the paper is from another commune, or it does not say what was sealed.</source>
        <translation>Nicio evaluare sigilată de pe acest laptop nu are această sumă de control. Comparați-o încă o dată cu hârtia; dacă este scrisă corect, hârtia vine din altă comună sau nu spune ce a fost sigilat.</translation>
    </message>
    <message>
        <source>Form</source>
        <translation>Formular</translation>
    </message>
    <message>
        <source>Family</source>
        <translation>Familia</translation>
    </message>
    <message>
        <source>Day</source>
        <translation>Data</translation>
    </message>
    <message>
        <source>Level</source>
        <translation>Nivel</translation>
    </message>
    <message>
        <source>Sealed</source>
        <translation>Sigilat</translation>
    </message>
    <message>
        <source>Compare the lines of the paper with the record: a checksum can be copied, too.</source>
        <translation>Comparați rândurile de pe hârtie cu fișa: și o sumă de control poate fi copiată.</translation>
    </message>
    <message>
        <source>The paper is the anonymous copy.</source>
        <translation>Hârtia este copia anonimă.</translation>
    </message>
    <message>
        <source>It was corrected since; the correction is what counts.</source>
        <translation>A fost corectată între timp; contează corectura.</translation>
    </message>
</context>
<context>
    <name>sync</name>
    <message>
        <source>What was done and what has arrived</source>
        <translation>Ce am lucrat și ce a ajuns</translation>
    </message>
    <message>
        <source>Held back at the county</source>
        <translation>Reținut la județ</translation>
    </message>
    <message>
        <source>Send again</source>
        <translation>Trimite din nou</translation>
    </message>
    <message>
        <source>Write anew</source>
        <translation>Scrie din nou</translation>
    </message>
    <message>
        <source>Put away</source>
        <translation>Pune deoparte</translation>
    </message>
    <message>
        <source>The county keeps it; here nothing waits for it any more.</source>
        <translation>Județul îl păstrează; aici nu-l mai așteaptă nimic.</translation>
    </message>
    <message>
        <source>Sending and days</source>
        <translation>Trimitere și zile</translation>
    </message>
    <message>
        <source>Held back</source>
        <translation>Reținut</translation>
    </message>
    <message>
        <source>By internet</source>
        <translation>Prin internet</translation>
    </message>
    <message>
        <source>Sending and receiving</source>
        <translation>Trimitere și primire</translation>
    </message>
    <message>
        <source>Try now</source>
        <translation>Încearcă acum</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Renunță</translation>
    </message>
    <message>
        <source>Vatra tries by itself every 15 minutes.</source>
        <translation>Vatra încearcă singură la fiecare 15 minute.</translation>
    </message>
    <message>
        <source>Days</source>
        <translation>Zile</translation>
    </message>
    <message>
        <source>Nothing to send</source>
        <translation>Nimic de trimis</translation>
    </message>
    <message>
        <source>What you save appears here day by day, with the word of the county that it has arrived.</source>
        <translation>Ce salvați apare aici zi de zi, cu confirmarea județului că a ajuns.</translation>
    </message>
    <message>
        <source>Three different words</source>
        <translation>Trei cuvinte diferite</translation>
    </message>
    <message>
        <source>Saved</source>
        <translation>Salvat</translation>
    </message>
    <message>
        <source>It is on this laptop, also after a power cut.</source>
        <translation>Este pe acest laptop, și după o pană de curent.</translation>
    </message>
    <message>
        <source>Sent</source>
        <translation>Trimis</translation>
    </message>
    <message>
        <source>It has left; the receipt is still to come.</source>
        <translation>A plecat; confirmarea încă nu a sosit.</translation>
    </message>
    <message>
        <source>At the county</source>
        <translation>Ajuns la județ</translation>
    </message>
    <message>
        <source>The county has confirmed that it holds it.</source>
        <translation>Județul a confirmat că îl are.</translation>
    </message>
    <message>
        <source>Sync</source>
        <translation>Sincronizare</translation>
    </message>
    <message>
        <source>Times are put right when they are sent; set the clock all the same, so that days are right here.</source>
        <translation>La trimitere orele se corectează; potriviți totuși ceasul, ca zilele să fie corecte aici.</translation>
    </message>
    <message numerus="yes">
        <source>%n records are held back at the county.</source>
        <translation>
            <numerusform>O înregistrare este reținută la județ.</numerusform>
            <numerusform>%n înregistrări sunt reținute la județ.</numerusform>
            <numerusform>%n de înregistrări sunt reținute la județ.</numerusform>
        </translation>
    </message>
    <message>
        <source>family</source>
        <translation>familie</translation>
    </message>
    <message>
        <source>person</source>
        <translation>persoană</translation>
    </message>
    <message>
        <source>member of the household</source>
        <translation>membru al gospodăriei</translation>
    </message>
    <message>
        <source>visit</source>
        <translation>vizită</translation>
    </message>
    <message>
        <source>assessment</source>
        <translation>evaluare</translation>
    </message>
    <message>
        <source>task</source>
        <translation>sarcină</translation>
    </message>
    <message>
        <source>note</source>
        <translation>notă</translation>
    </message>
    <message>
        <source>confidential part of a form</source>
        <translation>partea confidențială a unui formular</translation>
    </message>
    <message>
        <source>worker</source>
        <translation>lucrător</translation>
    </message>
    <message>
        <source>The county no longer accepts work from this laptop. Call the county office.</source>
        <translation>Județul nu mai primește lucrări de pe acest laptop. Sunați la județ.</translation>
    </message>
    <message>
        <source>The county does not know who wrote this. Ask it to add the worker to this laptop.</source>
        <translation>Județul nu știe cine a scris. Cereți-i să adauge lucrătorul pe acest laptop.</translation>
    </message>
    <message>
        <source>This is too much for one record. Write it again in two shorter ones.</source>
        <translation>Este prea mult pentru o înregistrare. Scrieți din nou, în două mai scurte.</translation>
    </message>
    <message>
        <source>The county cannot read this record. Call the county office; nothing is lost.</source>
        <translation>Județul nu poate citi această înregistrare. Sunați la județ; nimic nu este pierdut.</translation>
    </message>
    <message>
        <source>The family belongs to another commune now. The county decides who goes on.</source>
        <translation>Familia ține acum de altă comună. Județul hotărăște cine continuă.</translation>
    </message>
    <message>
        <source>Only the county may change this. Tell the county office what should change.</source>
        <translation>Numai județul poate schimba aceasta. Spuneți la județ ce trebuie schimbat.</translation>
    </message>
    <message>
        <source>An assessment that is finished never changes. Write a new one that corrects it.</source>
        <translation>O evaluare încheiată nu se mai schimbă. Scrieți una nouă, care o corectează.</translation>
    </message>
    <message>
        <source>Only a supervisor decides between two levels of risk. The county office asks one.</source>
        <translation>Numai un coordonator hotărăște între două niveluri de risc. Județul întreabă unul.</translation>
    </message>
    <message>
        <source>The county looks at it first. Nothing is lost.</source>
        <translation>Județul se uită mai întâi. Nimic nu este pierdut.</translation>
    </message>
    <message>
        <source>The clock of this laptop is wrong: it was %1 when the county&apos;s clock showed %2.</source>
        <translation>Ceasul acestui laptop este greșit: arăta %1 când ceasul județului arăta %2.</translation>
    </message>
    <message numerus="yes">
        <source>The clock of this laptop is %n minutes slow.</source>
        <translation>
            <numerusform>Ceasul acestui laptop rămâne în urmă cu un minut.</numerusform>
            <numerusform>Ceasul acestui laptop rămâne în urmă cu %n minute.</numerusform>
            <numerusform>Ceasul acestui laptop rămâne în urmă cu %n de minute.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>The clock of this laptop is %n minutes fast.</source>
        <translation>
            <numerusform>Ceasul acestui laptop este înainte cu un minut.</numerusform>
            <numerusform>Ceasul acestui laptop este înainte cu %n minute.</numerusform>
            <numerusform>Ceasul acestui laptop este înainte cu %n de minute.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n records</source>
        <translation>
            <numerusform>%n înregistrare</numerusform>
            <numerusform>%n înregistrări</numerusform>
            <numerusform>%n de înregistrări</numerusform>
        </translation>
    </message>
    <message>
        <source>Everything you did that day is at the county · receipt %1</source>
        <translation>Tot ce ați lucrat în acea zi este la județ · recipisa %1</translation>
    </message>
    <message>
        <source>The county office writes: %1</source>
        <translation>Județul scrie: %1</translation>
    </message>
    <message numerus="yes">
        <source>%n held back</source>
        <translation>
            <numerusform>%n reținută</numerusform>
            <numerusform>%n reținute</numerusform>
            <numerusform>%n reținute</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n to send</source>
        <translation>
            <numerusform>%n de trimis</numerusform>
            <numerusform>%n de trimis</numerusform>
            <numerusform>%n de trimis</numerusform>
        </translation>
    </message>
    <message>
        <source>all at the county</source>
        <translation>toate la județ</translation>
    </message>
    <message numerus="yes">
        <source>%n at the county</source>
        <translation>
            <numerusform>%n la județ</numerusform>
            <numerusform>%n la județ</numerusform>
            <numerusform>%n la județ</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n records are saved on this laptop and wait to be sent.</source>
        <translation>
            <numerusform>O înregistrare este salvată pe acest laptop și așteaptă să fie trimisă.</numerusform>
            <numerusform>%n înregistrări sunt salvate pe acest laptop și așteaptă să fie trimise.</numerusform>
            <numerusform>%n de înregistrări sunt salvate pe acest laptop și așteaptă să fie trimise.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>All text is at the county. %n pictures or scans follow.</source>
        <translation>
            <numerusform>Toate textele sunt la județ. Urmează o fotografie sau scanare.</numerusform>
            <numerusform>Toate textele sunt la județ. Urmează %n fotografii sau scanări.</numerusform>
            <numerusform>Toate textele sunt la județ. Urmează %n de fotografii sau scanări.</numerusform>
        </translation>
    </message>
    <message>
        <source>Nothing has been sent from this laptop yet.</source>
        <translation>De pe acest laptop încă nu s-a trimis nimic.</translation>
    </message>
    <message>
        <source>Nothing waits to be sent.</source>
        <translation>Nu așteaptă nimic de trimis.</translation>
    </message>
    <message>
        <source>no contact yet</source>
        <translation>încă fără contact</translation>
    </message>
    <message>
        <source>last contact: %1</source>
        <translation>ultimul contact: %1</translation>
    </message>
    <message>
        <source>Sending: record %1 of %2</source>
        <translation>Se trimite: înregistrarea %1 din %2</translation>
    </message>
    <message numerus="yes">
        <source>Receiving: %n records so far</source>
        <translation>
            <numerusform>Se primește: o înregistrare până acum</numerusform>
            <numerusform>Se primesc: %n înregistrări până acum</numerusform>
            <numerusform>Se primesc: %n de înregistrări până acum</numerusform>
        </translation>
    </message>
    <message>
        <source>Looking for the county…</source>
        <translation>Se caută legătura cu județul…</translation>
    </message>
    <message numerus="yes">
        <source>%n records sent</source>
        <translation>
            <numerusform>%n înregistrare trimisă</numerusform>
            <numerusform>%n înregistrări trimise</numerusform>
            <numerusform>%n de înregistrări trimise</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n received</source>
        <translation>
            <numerusform>%n primită</numerusform>
            <numerusform>%n primite</numerusform>
            <numerusform>%n primite</numerusform>
        </translation>
    </message>
    <message>
        <source>Interrupted. It goes on by itself from here.</source>
        <translation>Întrerupt. Continuă singur de aici.</translation>
    </message>
    <message>
        <source>A family</source>
        <translation>O familie</translation>
    </message>
    <message>
        <source>%1 was erased by order: nothing of it is left on this laptop.</source>
        <translation>%1: familia a fost ștearsă prin dispoziție; pe acest laptop nu a mai rămas nimic despre ea.</translation>
    </message>
    <message>
        <source>%1 was handed over to %2; what you had written about it is there, too.</source>
        <translation>%1: familia a fost predată la %2; ce ați scris despre ea se află și acolo.</translation>
    </message>
    <message>
        <source>Visit, not finished</source>
        <translation>Vizită neterminată</translation>
    </message>
    <message>
        <source>Assessment, not finished</source>
        <translation>Evaluare neterminată</translation>
    </message>
    <message>
        <source>Note, half typed</source>
        <translation>Notiță scrisă pe jumătate</translation>
    </message>
    <message>
        <source>Half typed</source>
        <translation>Scris pe jumătate</translation>
    </message>
    <message>
        <source>Begun here, before the family moved</source>
        <translation>Început aici, înainte ca familia să se mute</translation>
    </message>
    <message>
        <source>Typed %1; the family is in %2 now.</source>
        <translation>Scris %1; familia este acum în %2.</translation>
    </message>
    <message>
        <source>another commune</source>
        <translation>altă comună</translation>
    </message>
    <message>
        <source>Read</source>
        <translation>Citește</translation>
    </message>
    <message>
        <source>Copy the text</source>
        <translation>Copiază textul</translation>
    </message>
    <message>
        <source>Throw away</source>
        <translation>Aruncă</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Închide</translation>
    </message>
    <message>
        <source>Copied</source>
        <translation>Copiat</translation>
    </message>
    <message>
        <source>Throw away for good</source>
        <translation>Aruncă definitiv</translation>
    </message>
    <message>
        <source>New form from the county: %1.</source>
        <translation>Formular nou de la județ: %1.</translation>
    </message>
    <message>
        <source>Stopping…</source>
        <translation>Se oprește…</translation>
    </message>
    <message>
        <source>Where there is no line. What is written on the stick opens only at the county, and its answer only on this laptop.</source>
        <translation>Acolo unde nu este linie. Ce se scrie pe stick se deschide doar la județ, iar răspunsul doar pe acest laptop.</translation>
    </message>
    <message>
        <source>By USB stick</source>
        <translation>Cu stick USB</translation>
    </message>
    <message>
        <source>Carry to the county</source>
        <translation>Du la județ</translation>
    </message>
    <message>
        <source>Bring from the county</source>
        <translation>Adu de la județ</translation>
    </message>
    <message>
        <source>Choose the folder on the stick</source>
        <translation>Alegeți dosarul de pe stick</translation>
    </message>
    <message numerus="yes">
        <source>%n records are on the stick.</source>
        <translation>
            <numerusform>%n înregistrare este pe stick.</numerusform>
            <numerusform>%n înregistrări sunt pe stick.</numerusform>
            <numerusform>%n de înregistrări sunt pe stick.</numerusform>
        </translation>
    </message>
    <message>
        <source>Nothing waits; the stick asks for what is new.</source>
        <translation>Nimic nu așteaptă; stick-ul întreabă ce este nou.</translation>
    </message>
    <message>
        <source>Working with the stick…</source>
        <translation>Se lucrează cu stick-ul…</translation>
    </message>
    <message>
        <source>Everything on the stick was known already.</source>
        <translation>Tot ce era pe stick se știa deja.</translation>
    </message>
    <message numerus="yes">
        <source>%n of your records are at the county</source>
        <translation>
            <numerusform>%n înregistrare a dumneavoastră este la județ</numerusform>
            <numerusform>%n înregistrări ale dumneavoastră sunt la județ</numerusform>
            <numerusform>%n de înregistrări ale dumneavoastră sunt la județ</numerusform>
        </translation>
    </message>
    <message>
        <source>Take it to the county office, and bring it back with the answer.</source>
        <translation>Duceți-l la biroul județean și aduceți-l înapoi cu răspunsul.</translation>
    </message>
</context>
<context>
    <name>sync_chip</name>
    <message>
        <source>sending %1 of %2</source>
        <translation>se trimite %1 din %2</translation>
    </message>
    <message numerus="yes">
        <source>%n held back</source>
        <translation>
            <numerusform>%n reținută</numerusform>
            <numerusform>%n reținute</numerusform>
            <numerusform>%n reținute</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>no contact for %n days</source>
        <translation>
            <numerusform>fără contact de %n zi</numerusform>
            <numerusform>fără contact de %n zile</numerusform>
            <numerusform>fără contact de %n de zile</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n to send</source>
        <translation>
            <numerusform>%n de trimis</numerusform>
            <numerusform>%n de trimis</numerusform>
            <numerusform>%n de trimis</numerusform>
        </translation>
    </message>
    <message>
        <source>All at the county · %1</source>
        <translation>Totul la județ · %1</translation>
    </message>
    <message>
        <source>Nothing sent yet</source>
        <translation>Încă nimic trimis</translation>
    </message>
</context>
<context>
    <name>team</name>
    <message>
        <source>People on this laptop</source>
        <translation>Oamenii de pe acest laptop</translation>
    </message>
    <message>
        <source>How they come</source>
        <translation>Cum vine</translation>
    </message>
    <message>
        <source>With a code of the county</source>
        <translation>Cu un cod de la județ</translation>
    </message>
    <message>
        <source>Without a code</source>
        <translation>Fără cod</translation>
    </message>
    <message>
        <source>Code of the county</source>
        <translation>Codul de la județ</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>Numele</translation>
    </message>
    <message>
        <source>first name, surname</source>
        <translation>prenume, nume</translation>
    </message>
    <message>
        <source>Profession</source>
        <translation>Profesia</translation>
    </message>
    <message>
        <source>Choose</source>
        <translation>Alegeți</translation>
    </message>
    <message>
        <source>It works once and says who comes and with which profession. A connection is needed for this.</source>
        <translation>Merge o singură dată și spune cine vine și cu ce profesie. Pentru aceasta este nevoie de o conexiune.</translation>
    </message>
    <message>
        <source>No connection is needed. The county learns of it with the next sending and must agree; until then your colleague works here as everybody does.</source>
        <translation>Nu este nevoie de conexiune. Județul află la prima trimitere și trebuie să fie de acord; până atunci colegul lucrează aici ca toți ceilalți.</translation>
    </message>
    <message>
        <source>Hand the laptop to your colleague now.</source>
        <translation>Dați acum laptopul colegului.</translation>
    </message>
    <message>
        <source>The passphrase is theirs alone. Look away while it is typed.</source>
        <translation>Fraza de acces este numai a colegului. Nu priviți cât timp este scrisă.</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Renunță</translation>
    </message>
    <message>
        <source>Back</source>
        <translation>Înapoi</translation>
    </message>
    <message>
        <source>Add the colleague</source>
        <translation>Adaugă colegul</translation>
    </message>
    <message>
        <source>Go on</source>
        <translation>Continuă</translation>
    </message>
    <message>
        <source>Asking the county…</source>
        <translation>Se întreabă județul…</translation>
    </message>
    <message>
        <source>Making the keys…</source>
        <translation>Se fac cheile…</translation>
    </message>
    <message>
        <source>%1 works on this laptop from now on.</source>
        <translation>%1 lucrează de acum pe acest laptop.</translation>
    </message>
    <message>
        <source>Who reads what</source>
        <translation>Cine ce citește</translation>
    </message>
    <message>
        <source>Add a colleague</source>
        <translation>Adaugă un coleg</translation>
    </message>
    <message>
        <source>everybody on this laptop</source>
        <translation>toți cei de pe acest laptop</translation>
    </message>
    <message>
        <source>One laptop, several people</source>
        <translation>Un laptop, mai mulți oameni</translation>
    </message>
    <message>
        <source>Everybody has a passphrase of their own. Nobody can look up another&apos;s.</source>
        <translation>Fiecare are fraza lui de acces. Nimeni nu o poate afla pe a altcuiva.</translation>
    </message>
    <message>
        <source>What a colleague wrote stays when they leave.</source>
        <translation>Ce a scris un coleg rămâne și după ce pleacă.</translation>
    </message>
    <message>
        <source>%1 reads it from the next sign-in.</source>
        <translation>%1 citește de la următoarea deschidere.</translation>
    </message>
    <message>
        <source>Hand over to %1?</source>
        <translation>Predați? Primește: %1</translation>
    </message>
    <message>
        <source>Will be able to read: %1.</source>
        <translation>Va putea citi: %1.</translation>
    </message>
    <message>
        <source>Do this only for a colleague you know.</source>
        <translation>Faceți aceasta numai pentru un coleg pe care îl cunoașteți.</translation>
    </message>
    <message>
        <source>Hand over</source>
        <translation>Predă</translation>
    </message>
    <message>
        <source>Handing over…</source>
        <translation>Se predă…</translation>
    </message>
    <message>
        <source>%1 opens nothing any more on this laptop.</source>
        <translation>%1 nu mai deschide nimic pe acest laptop.</translation>
    </message>
    <message>
        <source>Let %1 go?</source>
        <translation>Încheiați lucrul aici? Pleacă: %1</translation>
    </message>
    <message>
        <source>New keys are made for: %1. This can take a few minutes.</source>
        <translation>Se fac chei noi pentru: %1. Poate dura câteva minute.</translation>
    </message>
    <message>
        <source>When a colleague who reads it signs in, new keys are made for: %1.</source>
        <translation>Când deschide Vatra un coleg care le citește, se fac chei noi pentru: %1.</translation>
    </message>
    <message>
        <source>Nothing that was written is lost.</source>
        <translation>Nu se pierde nimic din ce s-a scris.</translation>
    </message>
    <message>
        <source>Let go</source>
        <translation>Încheie lucrul</translation>
    </message>
    <message>
        <source>Making new keys…</source>
        <translation>Se fac chei noi…</translation>
    </message>
    <message>
        <source>families, people and visits</source>
        <translation>familii, persoane și vizite</translation>
    </message>
    <message>
        <source>social notes</source>
        <translation>însemnări sociale</translation>
    </message>
    <message>
        <source>health notes</source>
        <translation>însemnări de sănătate</translation>
    </message>
    <message>
        <source>school notes</source>
        <translation>însemnări școlare</translation>
    </message>
    <message>
        <source>Reads: %1</source>
        <translation>Citește: %1</translation>
    </message>
    <message>
        <source>Waits for you to hand over: %1</source>
        <translation>Așteaptă de la dumneavoastră: %1</translation>
    </message>
    <message>
        <source>The county has let go: %1</source>
        <translation>Județul a încheiat lucrul pentru: %1</translation>
    </message>
    <message>
        <source>New keys were made for: %1</source>
        <translation>S-au făcut chei noi pentru: %1</translation>
    </message>
    <message>
        <source>Waits for a colleague of the same profession to hand over: %1</source>
        <translation>Așteaptă să îi predea un coleg de aceeași profesie: %1</translation>
    </message>
    <message>
        <source>%1 waits for you to hand over: %2</source>
        <translation>%1 așteaptă de la dumneavoastră: %2</translation>
    </message>
    <message>
        <source>%1 (you)</source>
        <translation>%1 (dumneavoastră)</translation>
    </message>
    <message>
        <source>Not confirmed by the county yet.</source>
        <translation>Județul nu a confirmat încă.</translation>
    </message>
    <message>
        <source>Change my passphrase</source>
        <translation>Schimbă fraza mea de acces</translation>
    </message>
    <message>
        <source>New passphrase</source>
        <translation>Fraza nouă</translation>
    </message>
    <message>
        <source>Once more</source>
        <translation>Încă o dată</translation>
    </message>
    <message>
        <source>Other words</source>
        <translation>Alte cuvinte</translation>
    </message>
    <message>
        <source>These four words, or a sentence of your own of at least 15 letters without names.</source>
        <translation>Aceste patru cuvinte sau o propoziție proprie de cel puțin 15 litere, fără nume.</translation>
    </message>
    <message>
        <source>Vatra offers these words. Write them on paper and keep it at home.</source>
        <translation>Vatra propune aceste cuvinte. Scrieți-le pe hârtie și țineți-o acasă.</translation>
    </message>
    <message>
        <source>The two are not the same. Type it once more.</source>
        <translation>Cele două nu sunt la fel. Scrieți încă o dată.</translation>
    </message>
    <message>
        <source>Present passphrase</source>
        <translation>Fraza de acum</translation>
    </message>
    <message>
        <source>Change the passphrase</source>
        <translation>Schimbă fraza</translation>
    </message>
    <message>
        <source>Your new passphrase opens Vatra from now on.</source>
        <translation>De acum, fraza nouă deschide Vatra.</translation>
    </message>
</context>
<context>
    <name>today</name>
    <message>
        <source>Start visit</source>
        <translation>Începe vizita</translation>
    </message>
    <message>
        <source>Open</source>
        <translation>Deschide</translation>
    </message>
    <message>
        <source>Deadlines that cannot wait</source>
        <translation>Termene care nu pot aștepta</translation>
    </message>
    <message>
        <source>Today&apos;s route</source>
        <translation>Traseul de azi</translation>
    </message>
    <message>
        <source>New visit</source>
        <translation>Vizită nouă</translation>
    </message>
    <message>
        <source>No visits planned</source>
        <translation>Nicio vizită planificată</translation>
    </message>
    <message>
        <source>Look at the families</source>
        <translation>Vezi familiile</translation>
    </message>
    <message>
        <source>Deadlines and route</source>
        <translation>Termene și traseu</translation>
    </message>
    <message>
        <source>Facts</source>
        <translation>Date</translation>
    </message>
    <message>
        <source>To finish</source>
        <translation>De terminat</translation>
    </message>
    <message>
        <source>saved automatically</source>
        <translation>salvate automat</translation>
    </message>
    <message>
        <source>Before you leave</source>
        <translation>Înainte de plecare</translation>
    </message>
    <message>
        <source>Check again</source>
        <translation>Verifică din nou</translation>
    </message>
    <message>
        <source>This laptop</source>
        <translation>Acest laptop</translation>
    </message>
    <message>
        <source>No families yet</source>
        <translation>Încă nicio familie</translation>
    </message>
    <message>
        <source>Register the first one or import a list.</source>
        <translation>Înregistrați prima familie sau importați o listă.</translation>
    </message>
    <message numerus="yes">
        <source>See all %n deadlines</source>
        <translation>
            <numerusform>Vezi tot: %n termen</numerusform>
            <numerusform>Vezi toate cele %n termene</numerusform>
            <numerusform>Vezi toate cele %n de termene</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n families</source>
        <translation>
            <numerusform>%n familie</numerusform>
            <numerusform>%n familii</numerusform>
            <numerusform>%n de familii</numerusform>
        </translation>
    </message>
    <message>
        <source>Village not known</source>
        <translation>Sat necunoscut</translation>
    </message>
    <message>
        <source>Correction: %1</source>
        <translation>Corectură: %1</translation>
    </message>
    <message>
        <source>Family not on this laptop</source>
        <translation>Familia nu este pe acest laptop</translation>
    </message>
    <message numerus="yes">
        <source>%n answers</source>
        <translation>
            <numerusform>%n răspuns</numerusform>
            <numerusform>%n răspunsuri</numerusform>
            <numerusform>%n de răspunsuri</numerusform>
        </translation>
    </message>
    <message>
        <source>Home visit</source>
        <translation>Vizită la domiciliu</translation>
    </message>
    <message>
        <source>Nothing received from the county yet</source>
        <translation>Încă nimic primit de la județ</translation>
    </message>
    <message>
        <source>County data of %1</source>
        <translation>Datele județului: %1</translation>
    </message>
    <message numerus="yes">
        <source>The laptop&apos;s clock is off by %n minutes. Check it: deadlines depend on it.</source>
        <translation>
            <numerusform>Ceasul laptopului diferă cu %n minut. Verificați-l: termenele depind de el.</numerusform>
            <numerusform>Ceasul laptopului diferă cu %n minute. Verificați-l: termenele depind de el.</numerusform>
            <numerusform>Ceasul laptopului diferă cu %n de minute. Verificați-l: termenele depind de el.</numerusform>
        </translation>
    </message>
    <message>
        <source>The clock was not compared with the county yet</source>
        <translation>Ceasul încă nu a fost comparat cu județul</translation>
    </message>
    <message>
        <source>The laptop&apos;s clock is right</source>
        <translation>Ceasul laptopului merge bine</translation>
    </message>
    <message>
        <source>No safety copy yet</source>
        <translation>Încă nicio copie de siguranță</translation>
    </message>
    <message>
        <source>Safety copy of %1</source>
        <translation>Copie de siguranță: %1</translation>
    </message>
    <message>
        <source>Families</source>
        <translation>Familii</translation>
    </message>
    <message>
        <source>People</source>
        <translation>Persoane</translation>
    </message>
    <message>
        <source>Children</source>
        <translation>Copii</translation>
    </message>
    <message>
        <source>Visits this month</source>
        <translation>Vizite luna aceasta</translation>
    </message>
</context>
<context>
    <name>trade</name>
    <message>
        <source>social worker</source>
        <translation>asistent social</translation>
    </message>
    <message>
        <source>social assistance technician</source>
        <translation>tehnician în asistență socială</translation>
    </message>
    <message>
        <source>community nurse</source>
        <translation>asistent medical comunitar</translation>
    </message>
    <message>
        <source>health mediator</source>
        <translation>mediator sanitar</translation>
    </message>
    <message>
        <source>school counsellor</source>
        <translation>consilier școlar</translation>
    </message>
    <message>
        <source>school mediator</source>
        <translation>mediator școlar</translation>
    </message>
    <message>
        <source>family assistant</source>
        <translation>asistent de familie</translation>
    </message>
    <message>
        <source>case manager</source>
        <translation>manager de caz</translation>
    </message>
    <message>
        <source>supervisor</source>
        <translation>coordonator</translation>
    </message>
    <message>
        <source>reference person</source>
        <translation>persoana de referință</translation>
    </message>
    <message>
        <source>husband or wife</source>
        <translation>soț sau soție</translation>
    </message>
    <message>
        <source>partner</source>
        <translation>partener</translation>
    </message>
    <message>
        <source>son</source>
        <translation>fiu</translation>
    </message>
    <message>
        <source>daughter</source>
        <translation>fiică</translation>
    </message>
    <message>
        <source>child</source>
        <translation>copil</translation>
    </message>
    <message>
        <source>grandchild</source>
        <translation>nepot</translation>
    </message>
    <message>
        <source>parent</source>
        <translation>părinte</translation>
    </message>
    <message>
        <source>grandparent</source>
        <translation>bunic sau bunică</translation>
    </message>
    <message>
        <source>brother or sister</source>
        <translation>frate sau soră</translation>
    </message>
    <message>
        <source>other relative</source>
        <translation>altă rudă</translation>
    </message>
    <message>
        <source>not related</source>
        <translation>fără rudenie</translation>
    </message>
    <message>
        <source>Visit made</source>
        <translation>Vizită făcută</translation>
    </message>
    <message>
        <source>Visit, nobody at home</source>
        <translation>Vizită, nimeni acasă</translation>
    </message>
    <message>
        <source>Visit refused</source>
        <translation>Vizită refuzată</translation>
    </message>
    <message>
        <source>Visit, place not reachable</source>
        <translation>Vizită, loc inaccesibil</translation>
    </message>
    <message>
        <source>to send</source>
        <translation>de trimis</translation>
    </message>
    <message>
        <source>at the county</source>
        <translation>la județ</translation>
    </message>
    <message>
        <source>held back</source>
        <translation>reținut</translation>
    </message>
    <message>
        <source>No risk identified</source>
        <translation>Fără risc identificat</translation>
    </message>
    <message>
        <source>Low</source>
        <translation>Scăzut</translation>
    </message>
    <message>
        <source>Medium</source>
        <translation>Mediu</translation>
    </message>
    <message>
        <source>High</source>
        <translation>Ridicat</translation>
    </message>
    <message>
        <source>Urgent</source>
        <translation>Urgent</translation>
    </message>
    <message>
        <source>everybody on the team</source>
        <translation>toată echipa</translation>
    </message>
    <message>
        <source>only social workers</source>
        <translation>doar asistenții sociali</translation>
    </message>
    <message>
        <source>only health workers</source>
        <translation>doar personalul medical</translation>
    </message>
    <message>
        <source>only school workers</source>
        <translation>doar personalul școlar</translation>
    </message>
    <message>
        <source>Visit</source>
        <translation>Vizită</translation>
    </message>
</context>
<context>
    <name>unlock</name>
    <message>
        <source>Show the passphrase while held (Ctrl+H)</source>
        <translation>Arată fraza cât timp este apăsat (Ctrl+H)</translation>
    </message>
    <message>
        <source>Who is working now?</source>
        <translation>Cine lucrează acum?</translation>
    </message>
    <message>
        <source>Passphrase</source>
        <translation>Fraza de acces</translation>
    </message>
    <message>
        <source>Open</source>
        <translation>Deschide</translation>
    </message>
    <message>
        <source>I forgot my passphrase</source>
        <translation>Am uitat fraza de acces</translation>
    </message>
    <message>
        <source>Look again</source>
        <translation>Privește din nou</translation>
    </message>
    <message>
        <source>%1 · laptop %2</source>
        <translation>%1 · laptopul %2</translation>
    </message>
    <message>
        <source>The store of this laptop needs help</source>
        <translation>Datele acestui laptop au nevoie de ajutor</translation>
    </message>
    <message>
        <source>Opening…</source>
        <translation>Se deschide…</translation>
    </message>
    <message numerus="yes">
        <source>Try again in %n seconds. Nothing has been deleted.</source>
        <translation>
            <numerusform>Încercați din nou peste %n secundă. Nimic nu s-a șters.</numerusform>
            <numerusform>Încercați din nou peste %n secunde. Nimic nu s-a șters.</numerusform>
            <numerusform>Încercați din nou peste %n de secunde. Nimic nu s-a șters.</numerusform>
        </translation>
    </message>
    <message>
        <source>Caps Lock is on.</source>
        <translation>Caps Lock este pornit.</translation>
    </message>
    <message>
        <source>It works the same without internet. What colleagues wrote stays theirs and is not lost when somebody else works here.</source>
        <translation>Fără internet merge la fel. Ce au scris colegii rămâne al lor și nu se pierde când se schimbă lucrătorul.</translation>
    </message>
    <message numerus="yes">
        <source>Try again in %n minutes. Nothing has been deleted.</source>
        <translation>
            <numerusform>Încercați din nou peste un minut. Nu s-a șters nimic.</numerusform>
            <numerusform>Încercați din nou peste %n minute. Nu s-a șters nimic.</numerusform>
            <numerusform>Încercați din nou peste %n de minute. Nu s-a șters nimic.</numerusform>
        </translation>
    </message>
    <message>
        <source>in use</source>
        <translation>în uz</translation>
    </message>
    <message>
        <source>Use the copy</source>
        <translation>Folosește copia</translation>
    </message>
    <message>
        <source>Without the copy</source>
        <translation>Fără copie</translation>
    </message>
    <message>
        <source>Last copy: %1.</source>
        <translation>Ultima copie: %1.</translation>
    </message>
    <message>
        <source>The county office let you in again (%1). Your new passphrase opens Vatra from now on.</source>
        <translation>Județul v-a lăsat să intrați din nou (%1). De acum, fraza nouă deschide Vatra.</translation>
    </message>
    <message>
        <source>Your passphrase brings back the copy (%1). What the county already has comes back by itself; the former files stay on this laptop.</source>
        <translation>Fraza dumneavoastră aduce înapoi copia (%1). Ce are deja județul revine de la sine; fișierele vechi rămân pe acest laptop.</translation>
    </message>
</context>
<context>
    <name>visit</name>
    <message>
        <source>Suggested level</source>
        <translation>Nivel sugerat</translation>
    </message>
    <message>
        <source>Show</source>
        <translation>Arată</translation>
    </message>
    <message>
        <source>Last visit</source>
        <translation>Ultima vizită</translation>
    </message>
    <message>
        <source>The family</source>
        <translation>Familia</translation>
    </message>
    <message>
        <source>No visit is recorded yet.</source>
        <translation>Nicio vizită nu este notată încă.</translation>
    </message>
    <message>
        <source>How to find the house</source>
        <translation>Cum se găsește casa</translation>
    </message>
    <message>
        <source>Phone</source>
        <translation>Telefon</translation>
    </message>
    <message numerus="yes">
        <source>%n points</source>
        <translation>
            <numerusform>%n punct</numerusform>
            <numerusform>%n puncte</numerusform>
            <numerusform>%n de puncte</numerusform>
        </translation>
    </message>
    <message>
        <source>Hide</source>
        <translation>Ascunde</translation>
    </message>
    <message>
        <source>Found</source>
        <translation>Constatat</translation>
    </message>
    <message>
        <source>Done</source>
        <translation>Făcut</translation>
    </message>
    <message>
        <source>Home visit</source>
        <translation>Vizită la domiciliu</translation>
    </message>
    <message>
        <source>Which child</source>
        <translation>Care copil</translation>
    </message>
    <message>
        <source>Nothing yet. What is added here is kept at once and belongs to this visit.</source>
        <translation>Încă nimic. Ce adăugați aici se păstrează imediat și ține de această vizită.</translation>
    </message>
    <message numerus="yes">
        <source>%n answers are set aside; they come back if you change your answer back.</source>
        <translation>
            <numerusform>%n răspuns este pus deoparte; revine dacă refaceți răspunsul de dinainte.</numerusform>
            <numerusform>%n răspunsuri sunt puse deoparte; revin dacă refaceți răspunsul de dinainte.</numerusform>
            <numerusform>%n de răspunsuri sunt puse deoparte; revin dacă refaceți răspunsul de dinainte.</numerusform>
        </translation>
    </message>
    <message>
        <source>Still to answer</source>
        <translation>De completat</translation>
    </message>
    <message>
        <source>Next section</source>
        <translation>Secțiunea următoare</translation>
    </message>
    <message numerus="yes">
        <source>Answer %n questions</source>
        <translation>
            <numerusform>Completați %n întrebare</numerusform>
            <numerusform>Completați %n întrebări</numerusform>
            <numerusform>Completați %n de întrebări</numerusform>
        </translation>
    </message>
    <message>
        <source>Finish visit</source>
        <translation>Încheie vizita</translation>
    </message>
    <message>
        <source>Danger sign recorded.</source>
        <translation>Semn de pericol notat.</translation>
    </message>
    <message>
        <source>The visit is recorded.</source>
        <translation>Vizita este notată.</translation>
    </message>
    <message>
        <source>no longer in the household</source>
        <translation>nu mai este în gospodărie</translation>
    </message>
    <message>
        <source>begun at %1</source>
        <translation>începută la %1</translation>
    </message>
</context>
</TS>
