<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="pl_PL">
<context>
    <name>assessment</name>
    <message>
        <source>%1 · provisional</source>
        <translation>%1 · tymczasowo</translation>
    </message>
    <message>
        <source>Suggested level</source>
        <translation>Proponowany poziom</translation>
    </message>
    <message>
        <source>Show</source>
        <translation>Pokaż</translation>
    </message>
    <message>
        <source>The family</source>
        <translation>Rodzina</translation>
    </message>
    <message>
        <source>Hide</source>
        <translation>Ukryj</translation>
    </message>
    <message>
        <source>Which level do you give?</source>
        <translation>Jaki poziom ustalasz?</translation>
    </message>
    <message>
        <source>You decide otherwise than the form suggests. Write why; it is kept with the level.</source>
        <translation>Decyzja jest inna niż propozycja formularza. Napisz dlaczego; uzasadnienie zostaje przy poziomie.</translation>
    </message>
    <message>
        <source>Why this level</source>
        <translation>Dlaczego ten poziom</translation>
    </message>
    <message>
        <source>After sealing nothing can be changed; the answers go to the county with the next sync.</source>
        <translation>Po zapieczętowaniu nic nie można zmienić; odpowiedzi trafią do powiatu przy następnej synchronizacji.</translation>
    </message>
    <message numerus="yes">
        <source>%n questions are still to answer:</source>
        <translation>
            <numerusform>Pozostało %n pytanie bez odpowiedzi:</numerusform>
            <numerusform>Pozostały %n pytania bez odpowiedzi:</numerusform>
            <numerusform>Pozostało %n pytań bez odpowiedzi:</numerusform>
        </translation>
    </message>
    <message>
        <source>Nothing is missing.</source>
        <translation>Niczego nie brakuje.</translation>
    </message>
    <message>
        <source>Which of them</source>
        <translation>Które z nich</translation>
    </message>
    <message>
        <source>Somebody is missing</source>
        <translation>Kogoś brakuje</translation>
    </message>
    <message>
        <source>Add a row</source>
        <translation>Dodaj wiersz</translation>
    </message>
    <message>
        <source>Remove this row</source>
        <translation>Usuń ten wiersz</translation>
    </message>
    <message>
        <source>Correct this assessment</source>
        <translation>Popraw tę ocenę</translation>
    </message>
    <message>
        <source>Level and result</source>
        <translation>Poziom i wynik</translation>
    </message>
    <message>
        <source>Leave the level as it is</source>
        <translation>Pozostaw poziom bez zmian</translation>
    </message>
    <message>
        <source>Confirm another level</source>
        <translation>Potwierdź inny poziom</translation>
    </message>
    <message numerus="yes">
        <source>%n answers are set aside; they come back if you change your answer back.</source>
        <translation>
            <numerusform>%n odpowiedź odłożono; wróci po przywróceniu poprzedniej odpowiedzi.</numerusform>
            <numerusform>%n odpowiedzi odłożono; wrócą po przywróceniu poprzedniej odpowiedzi.</numerusform>
            <numerusform>%n odpowiedzi odłożono; wrócą po przywróceniu poprzedniej odpowiedzi.</numerusform>
        </translation>
    </message>
    <message>
        <source>Next section</source>
        <translation>Następna sekcja</translation>
    </message>
    <message>
        <source>Choose a level</source>
        <translation>Wybierz poziom</translation>
    </message>
    <message>
        <source>Keep this level</source>
        <translation>Zapisz ten poziom</translation>
    </message>
    <message>
        <source>Print</source>
        <translation>Drukuj</translation>
    </message>
    <message numerus="yes">
        <source>Answer %n questions</source>
        <translation>
            <numerusform>Uzupełnij %n pytanie</numerusform>
            <numerusform>Uzupełnij %n pytania</numerusform>
            <numerusform>Uzupełnij %n pytań</numerusform>
        </translation>
    </message>
    <message>
        <source>The level is kept.</source>
        <translation>Poziom zapisano.</translation>
    </message>
    <message>
        <source>Write the reason</source>
        <translation>Napisz uzasadnienie</translation>
    </message>
    <message>
        <source>Finish and seal</source>
        <translation>Zakończ i zapieczętuj</translation>
    </message>
    <message>
        <source>Danger sign recorded, the supervisor gets a task.</source>
        <translation>Zapisano sygnał zagrożenia, przełożony dostaje zadanie.</translation>
    </message>
    <message>
        <source>A correction of this assessment was sealed %1.</source>
        <translation>Poprawka tej oceny została zapieczętowana: %1.</translation>
    </message>
    <message>
        <source>The correction is what counts.</source>
        <translation>Liczy się poprawka.</translation>
    </message>
    <message>
        <source>The assessment is sealed.</source>
        <translation>Ocena jest zapieczętowana.</translation>
    </message>
    <message>
        <source>The whole assessment</source>
        <translation>Cała ocena</translation>
    </message>
    <message>
        <source>What has changed since last time</source>
        <translation>Co się zmieniło od ostatniego razu</translation>
    </message>
    <message>
        <source>Anonymous copy</source>
        <translation>Kopia anonimowa</translation>
    </message>
    <message>
        <source>Economic situation</source>
        <translation>Sytuacja ekonomiczna</translation>
    </message>
    <message>
        <source>Social situation</source>
        <translation>Sytuacja społeczna</translation>
    </message>
    <message>
        <source>Health</source>
        <translation>Zdrowie</translation>
    </message>
    <message>
        <source>Education</source>
        <translation>Edukacja</translation>
    </message>
    <message>
        <source>Housing</source>
        <translation>Mieszkanie</translation>
    </message>
    <message>
        <source>Behaviour and safety</source>
        <translation>Zachowanie i bezpieczeństwo</translation>
    </message>
    <message>
        <source>Row %1</source>
        <translation>Wiersz %1</translation>
    </message>
    <message>
        <source>A confidential section of this assessment is not here as it was sealed.</source>
        <translation>Poufnej części tej oceny nie ma tu w takiej postaci, w jakiej została zapieczętowana.</translation>
    </message>
    <message>
        <source>If it does not come with the next sync, ask the county office.</source>
        <translation>Jeśli nie nadejdzie z następną synchronizacją, zapytaj w powiecie.</translation>
    </message>
    <message>
        <source>From the family&apos;s record</source>
        <translation>Z akt rodziny</translation>
    </message>
    <message>
        <source>Into the family&apos;s record with the seal</source>
        <translation>Do akt rodziny wraz z zapieczętowaniem</translation>
    </message>
    <message>
        <source>Untick what shall stay in the record as it is.</source>
        <translation>Odznacz to, co ma pozostać w aktach bez zmian.</translation>
    </message>
    <message>
        <source>%1: before %2, now %3</source>
        <translation>%1: poprzednio %2, teraz %3</translation>
    </message>
    <message numerus="yes">
        <source>%n answers are other than on %1</source>
        <translation>
            <numerusform>%n odpowiedź jest inna niż %1</numerusform>
            <numerusform>%n odpowiedzi są inne niż %1</numerusform>
            <numerusform>%n odpowiedzi jest innych niż %1</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n points</source>
        <translation>
            <numerusform>%n punkt</numerusform>
            <numerusform>%n punkty</numerusform>
            <numerusform>%n punktów</numerusform>
        </translation>
    </message>
    <message>
        <source>no level</source>
        <translation>bez poziomu</translation>
    </message>
    <message>
        <source>%1: given %2</source>
        <translation>%1: nadano %2</translation>
    </message>
    <message>
        <source>Also given: %1. A supervisor decides.</source>
        <translation>Nadano też: %1. Decyduje przełożony.</translation>
    </message>
    <message>
        <source>Choose another level and write why. The answers stay as they were sealed; level and reason go to the county.</source>
        <translation>Wybierz inny poziom i napisz dlaczego. Odpowiedzi pozostają takie, jak je zapieczętowano; poziom i uzasadnienie trafią do powiatu.</translation>
    </message>
    <message>
        <source>Two people gave this assessment different levels.</source>
        <translation>Dwie osoby nadały tej ocenie różne poziomy.</translation>
    </message>
    <message>
        <source>The higher one counts until a supervisor decides under “To clear up”.</source>
        <translation>Liczy się wyższy, dopóki przełożony nie zdecyduje w „Do wyjaśnienia”.</translation>
    </message>
    <message>
        <source>%1, because of %2</source>
        <translation>%1, ze względu na %2</translation>
    </message>
    <message>
        <source>Sealed %1</source>
        <translation>Zapieczętowano %1</translation>
    </message>
    <message>
        <source>version %1</source>
        <translation>wersja %1</translation>
    </message>
    <message>
        <source>correction</source>
        <translation>poprawka</translation>
    </message>
    <message>
        <source>working document</source>
        <translation>dokument roboczy</translation>
    </message>
</context>
<context>
    <name>attachments</name>
    <message>
        <source>Scan</source>
        <translation>Skan</translation>
    </message>
    <message>
        <source>Picture</source>
        <translation>Zdjęcie</translation>
    </message>
    <message>
        <source>Not here yet</source>
        <translation>Jeszcze nie tutaj</translation>
    </message>
    <message>
        <source>Is being fetched</source>
        <translation>Jest pobierane</translation>
    </message>
    <message>
        <source>%1 kB</source>
        <translation>%1 kB</translation>
    </message>
    <message>
        <source>Added. It goes to the county after all text.</source>
        <translation>Dodano. Trafi do powiatu po wszystkich tekstach.</translation>
    </message>
    <message>
        <source>Description kept.</source>
        <translation>Zachowano opis.</translation>
    </message>
    <message>
        <source>Taken back.</source>
        <translation>Wycofano.</translation>
    </message>
    <message>
        <source>It is there again.</source>
        <translation>Jest znowu na miejscu.</translation>
    </message>
    <message>
        <source>It comes as soon as there is a line.</source>
        <translation>Przyjdzie, gdy tylko będzie połączenie.</translation>
    </message>
    <message>
        <source>The copy is saved.</source>
        <translation>Zapisano kopię.</translation>
    </message>
    <message>
        <source>It belongs to another family</source>
        <translation>Dotyczy innej rodziny</translation>
    </message>
    <message>
        <source>Somebody on it does not want to be seen</source>
        <translation>Ktoś na zdjęciu nie chce być widoczny</translation>
    </message>
    <message>
        <source>Nothing can be recognised</source>
        <translation>Nic nie widać</translation>
    </message>
    <message>
        <source>It is here twice</source>
        <translation>Jest tu dwa razy</translation>
    </message>
    <message>
        <source>Another reason</source>
        <translation>Inny powód</translation>
    </message>
    <message>
        <source>What is to be seen</source>
        <translation>Co widać</translation>
    </message>
    <message>
        <source>A scan is opened from a copy: “Save a copy”, then open that.</source>
        <translation>Skan otwiera się z kopii: „Zapisz kopię”, a potem otwórz ją.</translation>
    </message>
    <message>
        <source>The picture is not on this laptop yet.</source>
        <translation>Tego zdjęcia nie ma jeszcze na tym laptopie.</translation>
    </message>
    <message>
        <source>Why it is taken back</source>
        <translation>Dlaczego wycofać</translation>
    </message>
    <message>
        <source>Take it back</source>
        <translation>Wycofaj</translation>
    </message>
    <message>
        <source>Take back…</source>
        <translation>Wycofaj…</translation>
    </message>
    <message>
        <source>Save a copy</source>
        <translation>Zapisz kopię</translation>
    </message>
    <message>
        <source>A copy leaves the protection of Vatra: keep it where only you can open it.</source>
        <translation>Kopia wychodzi spod ochrony Vatra: trzymaj ją tam, gdzie tylko Ty możesz ją otworzyć.</translation>
    </message>
    <message>
        <source>Fetch it</source>
        <translation>Pobierz</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Zamknij</translation>
    </message>
    <message>
        <source>Pictures and scans</source>
        <translation>Zdjęcia i skany</translation>
    </message>
    <message>
        <source>Add…</source>
        <translation>Dodaj…</translation>
    </message>
    <message>
        <source>Add pictures or scans</source>
        <translation>Dodaj zdjęcia lub skany</translation>
    </message>
</context>
<context>
    <name>clear_up</name>
    <message>
        <source>Name of the family</source>
        <translation>Nazwa rodziny</translation>
    </message>
    <message>
        <source>Family number</source>
        <translation>Numer rodziny</translation>
    </message>
    <message>
        <source>Phone</source>
        <translation>Telefon</translation>
    </message>
    <message>
        <source>State</source>
        <translation>Stan</translation>
    </message>
    <message>
        <source>Case manager</source>
        <translation>Koordynator</translation>
    </message>
    <message>
        <source>Last contact</source>
        <translation>Ostatni kontakt</translation>
    </message>
    <message>
        <source>Who looks after the family</source>
        <translation>Kto zajmuje się rodziną</translation>
    </message>
    <message>
        <source>Number of members</source>
        <translation>Liczba członków</translation>
    </message>
    <message>
        <source>Monthly income</source>
        <translation>Dochód miesięczny</translation>
    </message>
    <message>
        <source>Village</source>
        <translation>Wieś</translation>
    </message>
    <message>
        <source>Street</source>
        <translation>Ulica</translation>
    </message>
    <message>
        <source>How to find the house</source>
        <translation>Jak trafić do domu</translation>
    </message>
    <message>
        <source>Surname</source>
        <translation>Nazwisko</translation>
    </message>
    <message>
        <source>Given names</source>
        <translation>Imiona</translation>
    </message>
    <message>
        <source>Also known as</source>
        <translation>Znane też jako</translation>
    </message>
    <message>
        <source>Date of birth</source>
        <translation>Data urodzenia</translation>
    </message>
    <message>
        <source>Kind of number</source>
        <translation>Rodzaj numeru</translation>
    </message>
    <message>
        <source>Identity number</source>
        <translation>Numer PESEL</translation>
    </message>
    <message>
        <source>Sex</source>
        <translation>Płeć</translation>
    </message>
    <message>
        <source>Occupation</source>
        <translation>Zajęcie</translation>
    </message>
    <message>
        <source>School</source>
        <translation>Szkoła</translation>
    </message>
    <message>
        <source>Place in the family</source>
        <translation>Rola w rodzinie</translation>
    </message>
    <message>
        <source>Place in the family, as written</source>
        <translation>Rola w rodzinie, jak zapisano</translation>
    </message>
    <message>
        <source>In the household since</source>
        <translation>W gospodarstwie od</translation>
    </message>
    <message>
        <source>In the household until</source>
        <translation>W gospodarstwie do</translation>
    </message>
    <message>
        <source>Confirmed level of risk</source>
        <translation>Potwierdzony poziom ryzyka</translation>
    </message>
    <message>
        <source>Why this level</source>
        <translation>Dlaczego ten poziom</translation>
    </message>
    <message>
        <source>Description</source>
        <translation>Opis</translation>
    </message>
    <message>
        <source>Done</source>
        <translation>Zrobione</translation>
    </message>
    <message>
        <source>Withdrawn</source>
        <translation>Wycofane</translation>
    </message>
    <message>
        <source>Address</source>
        <translation>Adres</translation>
    </message>
    <message>
        <source>Member of the household</source>
        <translation>Członek gospodarstwa</translation>
    </message>
    <message>
        <source>Day and hours of the visit</source>
        <translation>Dzień i godziny wizyty</translation>
    </message>
    <message>
        <source>Who was met</source>
        <translation>Kogo zastano</translation>
    </message>
    <message>
        <source>Taken back or not</source>
        <translation>Wycofane czy nie</translation>
    </message>
    <message>
        <source>How the visit went</source>
        <translation>Jak przebiegła wizyta</translation>
    </message>
    <message>
        <source>Suggested level and score</source>
        <translation>Sugerowany poziom i punktacja</translation>
    </message>
    <message>
        <source>Done or not</source>
        <translation>Zrobione czy nie</translation>
    </message>
    <message>
        <source>Withdrawn or not</source>
        <translation>Wycofane czy nie</translation>
    </message>
    <message>
        <source>Marks of the family</source>
        <translation>Oznaczenia rodziny</translation>
    </message>
    <message>
        <source>Danger signs</source>
        <translation>Sygnały zagrożenia</translation>
    </message>
    <message>
        <source>Form and version</source>
        <translation>Formularz i wersja</translation>
    </message>
    <message>
        <source>Day, household and seal</source>
        <translation>Dzień, gospodarstwo i pieczęć</translation>
    </message>
    <message>
        <source>Row of an imported list</source>
        <translation>Wiersz zaimportowanej listy</translation>
    </message>
    <message>
        <source>What is to be done</source>
        <translation>Co trzeba zrobić</translation>
    </message>
    <message>
        <source>Text</source>
        <translation>Tekst</translation>
    </message>
    <message>
        <source>The form it belongs to</source>
        <translation>Formularz, do którego należy</translation>
    </message>
    <message>
        <source>Confidential parts</source>
        <translation>Części poufne</translation>
    </message>
    <message>
        <source>Lists the form offered</source>
        <translation>Listy podane w formularzu</translation>
    </message>
    <message>
        <source>The picture itself</source>
        <translation>Sam obraz</translation>
    </message>
    <message>
        <source>The list it was imported from</source>
        <translation>Lista, z której zaimportowano</translation>
    </message>
    <message>
        <source>Name of the person</source>
        <translation>Imię i nazwisko osoby</translation>
    </message>
    <message>
        <source>female</source>
        <translation>kobieta</translation>
    </message>
    <message>
        <source>male</source>
        <translation>mężczyzna</translation>
    </message>
    <message>
        <source>open</source>
        <translation>otwarta</translation>
    </message>
    <message>
        <source>closed</source>
        <translation>zamknięta</translation>
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
        <translation>bez dokumentów</translation>
    </message>
    <message>
        <source>How do you know?</source>
        <translation>Skąd to wiadomo?</translation>
    </message>
    <message>
        <source>What do you know about it?</source>
        <translation>Co o tym wiadomo?</translation>
    </message>
    <message>
        <source>One sentence; it stays with the family and the others see it.</source>
        <translation>Jedno zdanie; zostaje przy rodzinie i widzą je inni.</translation>
    </message>
    <message>
        <source>Open the family</source>
        <translation>Otwórz rodzinę</translation>
    </message>
    <message>
        <source>One person took this record back while another went on writing in it, without seeing each other. It stays in view until you decide.</source>
        <translation>Jedna osoba wycofała ten zapis, a druga pisała w nim dalej, nie widząc tego. Zapis pozostaje widoczny do czasu decyzji.</translation>
    </message>
    <message numerus="yes">
        <source>%n people wrote this without seeing each other&apos;s notes. Vatra does not choose by itself, and both versions stay in the history.</source>
        <translation>
            <numerusform>%n osoba zapisała to dwa razy. Vatra nie wybiera sama, a obie wersje zostają w historii.</numerusform>
            <numerusform>%n osoby zapisały to, nie widząc swoich notatek. Vatra nie wybiera sama, a wersje zostają w historii.</numerusform>
            <numerusform>%n osób zapisało to, nie widząc swoich notatek. Vatra nie wybiera sama, a wersje zostają w historii.</numerusform>
        </translation>
    </message>
    <message>
        <source>You can read this, another person decides.</source>
        <translation>Można to przeczytać, decyduje inna osoba.</translation>
    </message>
    <message>
        <source>Something else, I write it</source>
        <translation>Coś innego, do wpisania</translation>
    </message>
    <message>
        <source>Both, one beside the other</source>
        <translation>Obie, jedna obok drugiej</translation>
    </message>
    <message>
        <source>Both are true, one after the other</source>
        <translation>Obie są prawdziwe, jedna po drugiej</translation>
    </message>
    <message>
        <source>It stands, with everything written since</source>
        <translation>Zostaje, ze wszystkim, co dopisano</translation>
    </message>
    <message>
        <source>It is taken back</source>
        <translation>Zostaje wycofane</translation>
    </message>
    <message>
        <source>You wrote</source>
        <translation>Zapis własny</translation>
    </message>
    <message>
        <source>Written by %1</source>
        <translation>Autor zapisu: %1</translation>
    </message>
    <message>
        <source>not known</source>
        <translation>nie wiadomo</translation>
    </message>
    <message>
        <source>Version %1</source>
        <translation>Wersja %1</translation>
    </message>
    <message>
        <source>Below stands who may. Tell them what you know.</source>
        <translation>Poniżej podano, kto może. Proszę powiedzieć im, co wiadomo.</translation>
    </message>
    <message>
        <source>Tell what you know</source>
        <translation>Przekaż, co wiadomo</translation>
    </message>
    <message>
        <source>Decide</source>
        <translation>Zdecyduj</translation>
    </message>
    <message>
        <source>Keep version %1</source>
        <translation>Zachowaj wersję %1</translation>
    </message>
    <message>
        <source>Let it stand</source>
        <translation>Pozostaw</translation>
    </message>
    <message>
        <source>Take it back</source>
        <translation>Wycofaj</translation>
    </message>
    <message>
        <source>Keep both</source>
        <translation>Zachowaj obie</translation>
    </message>
    <message>
        <source>Keep what I wrote</source>
        <translation>Zachowaj wpisane</translation>
    </message>
    <message>
        <source>Another person decides this.</source>
        <translation>Decyduje inna osoba.</translation>
    </message>
    <message>
        <source>Choose a version with its digit.</source>
        <translation>Wersję wybiera się cyfrą.</translation>
    </message>
    <message>
        <source>Say what is true now, and since when.</source>
        <translation>Proszę podać, co jest prawdą teraz i od kiedy.</translation>
    </message>
    <message>
        <source>Correct what is marked.</source>
        <translation>Trzeba poprawić zaznaczone.</translation>
    </message>
    <message>
        <source>Write how you know.</source>
        <translation>Trzeba wpisać, skąd to wiadomo.</translation>
    </message>
    <message>
        <source>Nothing is deleted: the other version stays in the history.</source>
        <translation>Nic nie jest usuwane: druga wersja zostaje w historii.</translation>
    </message>
    <message>
        <source>left empty</source>
        <translation>puste</translation>
    </message>
    <message>
        <source>this laptop, still to send</source>
        <translation>ten laptop, do wysłania</translation>
    </message>
    <message>
        <source>laptop %1</source>
        <translation>laptop %1</translation>
    </message>
    <message>
        <source>shown everywhere until this is decided</source>
        <translation>widoczne wszędzie do czasu decyzji</translation>
    </message>
    <message>
        <source>An answer of the visit</source>
        <translation>Odpowiedź z wizyty</translation>
    </message>
    <message>
        <source>Nothing to clear up</source>
        <translation>Nic do wyjaśnienia</translation>
    </message>
    <message>
        <source>When two people write the same thing differently, both versions wait here for a decision.</source>
        <translation>Gdy dwie osoby zapiszą to samo inaczej, obie wersje czekają tu na decyzję.</translation>
    </message>
    <message>
        <source>Decided. The other version stays in the history.</source>
        <translation>Zdecydowano. Druga wersja zostaje w historii.</translation>
    </message>
    <message>
        <source>Kept for whoever decides.</source>
        <translation>Zachowano dla tego, kto decyduje.</translation>
    </message>
    <message>
        <source>Later</source>
        <translation>Później</translation>
    </message>
    <message>
        <source>What waits</source>
        <translation>Co czeka</translation>
    </message>
    <message>
        <source>Nothing is deleted. The version that is kept stands in the history with name and date.</source>
        <translation>Nic nie jest usuwane. Zachowana wersja zostaje w historii z nazwiskiem i datą.</translation>
    </message>
    <message>
        <source>To clear up</source>
        <translation>Do wyjaśnienia</translation>
    </message>
    <message>
        <source>two versions of the same thing</source>
        <translation>dwie wersje tego samego</translation>
    </message>
    <message numerus="yes">
        <source>%n waiting</source>
        <translation>
            <numerusform>Czeka %n</numerusform>
            <numerusform>Czekają %n</numerusform>
            <numerusform>Czeka %n</numerusform>
        </translation>
    </message>
    <message>
        <source>The versions</source>
        <translation>Wersje</translation>
    </message>
    <message>
        <source>What is true now?</source>
        <translation>Co jest prawdą teraz?</translation>
    </message>
    <message>
        <source>choose</source>
        <translation>wybierz</translation>
    </message>
    <message>
        <source>Since when?</source>
        <translation>Od kiedy?</translation>
    </message>
    <message>
        <source>dd.mm.yyyy, or only the year</source>
        <translation>dd.mm.rrrr albo sam rok</translation>
    </message>
    <message>
        <source>This day does not exist. Write it as 21.11.2026, or only the year.</source>
        <translation>Nie ma takiego dnia. Można wpisać 21.11.2026 albo sam rok.</translation>
    </message>
    <message>
        <source>Since %1. Before: %2</source>
        <translation>Od %1. Przedtem: %2</translation>
    </message>
    <message>
        <source>Write a whole number.</source>
        <translation>Trzeba wpisać liczbę całkowitą.</translation>
    </message>
    <message>
        <source>Only here: %1</source>
        <translation>Tylko tutaj: %1</translation>
    </message>
    <message>
        <source>Family</source>
        <translation>Rodzina</translation>
    </message>
    <message>
        <source>Person</source>
        <translation>Osoba</translation>
    </message>
    <message>
        <source>Visit</source>
        <translation>Wizyta</translation>
    </message>
    <message>
        <source>Assessment</source>
        <translation>Ocena</translation>
    </message>
    <message>
        <source>Task</source>
        <translation>Zadanie</translation>
    </message>
    <message>
        <source>Note</source>
        <translation>Notatka</translation>
    </message>
    <message>
        <source>Picture or scan</source>
        <translation>Zdjęcie lub skan</translation>
    </message>
    <message>
        <source>Every record</source>
        <translation>Każdy zapis</translation>
    </message>
    <message>
        <source>Confidential part of a form</source>
        <translation>Poufna część formularza</translation>
    </message>
    <message>
        <source>Both versions are kept until somebody decides.</source>
        <translation>Obie wersje są zachowane, aż ktoś zdecyduje.</translation>
    </message>
    <message>
        <source>Both versions are kept until somebody decides; the higher level is shown meanwhile.</source>
        <translation>Obie wersje są zachowane, aż ktoś zdecyduje; do tego czasu widać wyższy poziom.</translation>
    </message>
    <message>
        <source>Both versions are kept until somebody decides; it counts as done meanwhile.</source>
        <translation>Obie wersje są zachowane, aż ktoś zdecyduje; do tego czasu liczy się jako zrobione.</translation>
    </message>
    <message>
        <source>Both versions are kept until somebody decides; the person counts as living there meanwhile.</source>
        <translation>Obie wersje są zachowane, aż ktoś zdecyduje; do tego czasu przyjmuje się, że osoba tam mieszka.</translation>
    </message>
    <message>
        <source>What each one adds is kept; there is nothing to decide.</source>
        <translation>To, co każdy doda, zostaje; nie ma o czym decydować.</translation>
    </message>
    <message>
        <source>Written once and never changed; there is nothing to decide.</source>
        <translation>Zapisane raz i nigdy nie zmieniane; nie ma o czym decydować.</translation>
    </message>
    <message>
        <source>Whoever wrote one of the versions, or the social worker of the commune.</source>
        <translation>Autor jednej z wersji albo pracownik socjalny gminy.</translation>
    </message>
    <message>
        <source>Whoever wrote one of the versions.</source>
        <translation>Autor jednej z wersji.</translation>
    </message>
    <message>
        <source>Whom the task is for.</source>
        <translation>Ten, dla kogo jest zadanie.</translation>
    </message>
    <message>
        <source>Only a supervisor.</source>
        <translation>Tylko przełożony.</translation>
    </message>
    <message>
        <source>Why this is asked</source>
        <translation>Dlaczego o to pytamy</translation>
    </message>
    <message>
        <source>Nobody on this laptop: ask the county office.</source>
        <translation>Nikt na tym laptopie: proszę zapytać powiat.</translation>
    </message>
    <message>
        <source>Who may decide</source>
        <translation>Kto może zdecydować</translation>
    </message>
    <message>
        <source>Show all rules</source>
        <translation>Pokaż wszystkie reguły</translation>
    </message>
    <message>
        <source>Hide the rules</source>
        <translation>Ukryj reguły</translation>
    </message>
    <message>
        <source>Answers</source>
        <translation>Odpowiedzi</translation>
    </message>
</context>
<context>
    <name>crash</name>
    <message>
        <source>Something in Vatra did not work. What was saved is safe. Close Vatra and open it again; if this comes back, tell the person who looks after this laptop.</source>
        <translation>Coś w Vatrze nie zadziałało. To, co zapisano, jest bezpieczne. Zamknij Vatrę i otwórz ją ponownie; jeśli to się powtórzy, powiedz opiekunowi laptopa.</translation>
    </message>
</context>
<context>
    <name>families</name>
    <message>
        <source>List of families</source>
        <translation>Lista rodzin</translation>
    </message>
    <message>
        <source>Chosen family</source>
        <translation>Wybrana rodzina</translation>
    </message>
    <message>
        <source>Village</source>
        <translation>Wieś</translation>
    </message>
    <message>
        <source>Overdue</source>
        <translation>Po terminie</translation>
    </message>
    <message>
        <source>Never visited</source>
        <translation>Bez wizyty</translation>
    </message>
    <message>
        <source>To clear up</source>
        <translation>Do wyjaśnienia</translation>
    </message>
    <message>
        <source>Import a list</source>
        <translation>Importuj listę</translation>
    </message>
    <message>
        <source>New family</source>
        <translation>Nowa rodzina</translation>
    </message>
    <message>
        <source>No families yet</source>
        <translation>Nie ma jeszcze rodzin</translation>
    </message>
    <message>
        <source>Open</source>
        <translation>Otwórz</translation>
    </message>
    <message>
        <source>Start visit</source>
        <translation>Zacznij wizytę</translation>
    </message>
    <message>
        <source>No family fits</source>
        <translation>Żadna rodzina nie pasuje</translation>
    </message>
    <message>
        <source>Take a filter away to see the others.</source>
        <translation>Usuń filtr, aby zobaczyć pozostałe.</translation>
    </message>
    <message>
        <source>Show all families</source>
        <translation>Pokaż wszystkie rodziny</translation>
    </message>
    <message>
        <source>Register the first one or import a list.</source>
        <translation>Zarejestruj pierwszą albo zaimportuj listę.</translation>
    </message>
    <message>
        <source>All villages</source>
        <translation>Wszystkie wsie</translation>
    </message>
    <message numerus="yes">
        <source>%n families</source>
        <translation>
            <numerusform>%n rodzina</numerusform>
            <numerusform>%n rodziny</numerusform>
            <numerusform>%n rodzin</numerusform>
        </translation>
    </message>
    <message>
        <source>How to find</source>
        <translation>Jak trafić</translation>
    </message>
    <message>
        <source>Phone</source>
        <translation>Telefon</translation>
    </message>
    <message>
        <source>Members</source>
        <translation>Członkowie</translation>
    </message>
    <message>
        <source>Children</source>
        <translation>Dzieci</translation>
    </message>
    <message>
        <source>Last visit</source>
        <translation>Ostatnia wizyta</translation>
    </message>
    <message>
        <source>never visited</source>
        <translation>bez wizyty</translation>
    </message>
    <message>
        <source>Next visit</source>
        <translation>Następna wizyta</translation>
    </message>
    <message>
        <source>no day agreed</source>
        <translation>nie ustalono dnia</translation>
    </message>
    <message numerus="yes">
        <source>%n children</source>
        <translation>
            <numerusform>%n dziecko</numerusform>
            <numerusform>%n dzieci</numerusform>
            <numerusform>%n dzieci</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n people</source>
        <translation>
            <numerusform>%n osoba</numerusform>
            <numerusform>%n osoby</numerusform>
            <numerusform>%n osób</numerusform>
        </translation>
    </message>
    <message>
        <source>last visit: %1</source>
        <translation>ostatnia wizyta: %1</translation>
    </message>
    <message numerus="yes">
        <source>%n days late</source>
        <translation>
            <numerusform>%n dzień po terminie</numerusform>
            <numerusform>%n dni po terminie</numerusform>
            <numerusform>%n dni po terminie</numerusform>
        </translation>
    </message>
    <message>
        <source>due today</source>
        <translation>termin dzisiaj</translation>
    </message>
    <message>
        <source>by %1</source>
        <translation>do: %1</translation>
    </message>
    <message>
        <source>to clear up</source>
        <translation>do wyjaśnienia</translation>
    </message>
    <message>
        <source>to send</source>
        <translation>do wysłania</translation>
    </message>
</context>
<context>
    <name>family</name>
    <message>
        <source>In brief</source>
        <translation>W skrócie</translation>
    </message>
    <message>
        <source>Members</source>
        <translation>Członkowie</translation>
    </message>
    <message>
        <source>Who lives here</source>
        <translation>Kto tu mieszka</translation>
    </message>
    <message>
        <source>Add a member</source>
        <translation>Dodaj członka</translation>
    </message>
    <message>
        <source>House and contact</source>
        <translation>Dom i kontakt</translation>
    </message>
    <message>
        <source>Change</source>
        <translation>Zmień</translation>
    </message>
    <message>
        <source>Name in lists</source>
        <translation>Nazwa na listach</translation>
    </message>
    <message>
        <source>Phone</source>
        <translation>Telefon</translation>
    </message>
    <message>
        <source>Village</source>
        <translation>Wieś</translation>
    </message>
    <message>
        <source>Street and number</source>
        <translation>Ulica i numer</translation>
    </message>
    <message>
        <source>How to find the house</source>
        <translation>Jak trafić do domu</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Anuluj</translation>
    </message>
    <message>
        <source>Save changes</source>
        <translation>Zapisz zmiany</translation>
    </message>
    <message>
        <source>Look at both</source>
        <translation>Zobacz obie</translation>
    </message>
    <message>
        <source>Timeline</source>
        <translation>Oś czasu</translation>
    </message>
    <message>
        <source>Note</source>
        <translation>Notatka</translation>
    </message>
    <message numerus="yes">
        <source>%n facts have two versions. Somebody has to say which one holds.</source>
        <translation>
            <numerusform>%n informacja ma dwie wersje. Ktoś musi wskazać właściwą.</numerusform>
            <numerusform>%n informacje mają dwie wersje. Ktoś musi wskazać właściwą.</numerusform>
            <numerusform>%n informacji ma dwie wersje. Ktoś musi wskazać właściwą.</numerusform>
        </translation>
    </message>
    <message>
        <source>age not known</source>
        <translation>wiek nieznany</translation>
    </message>
    <message>
        <source>Street</source>
        <translation>Ulica</translation>
    </message>
    <message>
        <source>How to find</source>
        <translation>Jak trafić</translation>
    </message>
    <message>
        <source>Reasons of help</source>
        <translation>Powody pomocy</translation>
    </message>
    <message>
        <source>Last visit</source>
        <translation>Ostatnia wizyta</translation>
    </message>
    <message>
        <source>Next visit</source>
        <translation>Następna wizyta</translation>
    </message>
    <message>
        <source>Came by import</source>
        <translation>Z importu</translation>
    </message>
    <message>
        <source>Family registered</source>
        <translation>Rodzina zarejestrowana</translation>
    </message>
    <message>
        <source>Changed</source>
        <translation>Zmiana</translation>
    </message>
    <message>
        <source>%1, %2</source>
        <translation>%1, %2</translation>
    </message>
    <message>
        <source>Details of the person</source>
        <translation>Dane osoby</translation>
    </message>
    <message>
        <source>Surname</source>
        <translation>Nazwisko</translation>
    </message>
    <message>
        <source>Given names</source>
        <translation>Imiona</translation>
    </message>
    <message>
        <source>Date of birth</source>
        <translation>Data urodzenia</translation>
    </message>
    <message>
        <source>Identity number</source>
        <translation>Numer PESEL</translation>
    </message>
    <message>
        <source>Occupation</source>
        <translation>Zajęcie</translation>
    </message>
    <message>
        <source>School and class</source>
        <translation>Szkoła i klasa</translation>
    </message>
    <message>
        <source>Female or male</source>
        <translation>Płeć</translation>
    </message>
    <message>
        <source>Place in the household</source>
        <translation>Miejsce w rodzinie</translation>
    </message>
    <message>
        <source>Does not live here any more</source>
        <translation>Już tu nie mieszka</translation>
    </message>
    <message>
        <source>New member</source>
        <translation>Nowy członek rodziny</translation>
    </message>
    <message>
        <source>Add to the family</source>
        <translation>Dodaj do rodziny</translation>
    </message>
    <message>
        <source>Add as another person</source>
        <translation>Dodaj jako inną osobę</translation>
    </message>
    <message>
        <source>New note</source>
        <translation>Nowa notatka</translation>
    </message>
    <message>
        <source>Facts, not opinions</source>
        <translation>Fakty, nie opinie</translation>
    </message>
    <message>
        <source>Who reads the note</source>
        <translation>Kto czyta notatkę</translation>
    </message>
    <message>
        <source>A note cannot be changed later, only completed by another.</source>
        <translation>Notatki nie można później zmienić, tylko uzupełnić kolejną.</translation>
    </message>
    <message>
        <source>Keep the note</source>
        <translation>Zapisz notatkę</translation>
    </message>
    <message>
        <source>Notes</source>
        <translation>Notatki</translation>
    </message>
    <message>
        <source>It is kept under a key of its own. Others on this laptop and in the commune do not see that it is there.</source>
        <translation>Jest przechowywana pod własnym kluczem. Inni na tym laptopie i w gminie nie widzą, że istnieje.</translation>
    </message>
    <message>
        <source>I have read it</source>
        <translation>Przeczytane</translation>
    </message>
    <message>
        <source>Visits</source>
        <translation>Wizyty</translation>
    </message>
    <message>
        <source>Pictures</source>
        <translation>Zdjęcia</translation>
    </message>
    <message>
        <source>Assessments</source>
        <translation>Oceny</translation>
    </message>
    <message>
        <source>Parts of the file</source>
        <translation>Części akt</translation>
    </message>
    <message>
        <source>Family header</source>
        <translation>Nagłówek rodziny</translation>
    </message>
    <message>
        <source>Start visit</source>
        <translation>Zacznij wizytę</translation>
    </message>
    <message>
        <source>Assessment</source>
        <translation>Ocena</translation>
    </message>
    <message>
        <source>House and contact changed.</source>
        <translation>Zmieniono dom i kontakt.</translation>
    </message>
    <message>
        <source>Details changed.</source>
        <translation>Zmieniono dane.</translation>
    </message>
    <message>
        <source>Member added.</source>
        <translation>Dodano członka rodziny.</translation>
    </message>
    <message>
        <source>Noted that the person does not live here any more.</source>
        <translation>Zapisano, że osoba już tu nie mieszka.</translation>
    </message>
    <message>
        <source>Note kept.</source>
        <translation>Notatka zapisana.</translation>
    </message>
    <message>
        <source>Taken back.</source>
        <translation>Cofnięto.</translation>
    </message>
    <message>
        <source>Opening the family…</source>
        <translation>Otwieranie rodziny…</translation>
    </message>
    <message>
        <source>No visits yet</source>
        <translation>Nie ma jeszcze wizyt</translation>
    </message>
    <message>
        <source>The first visit begins with “Start visit”.</source>
        <translation>Pierwsza wizyta zaczyna się przyciskiem „Zacznij wizytę”.</translation>
    </message>
    <message>
        <source>Details of the visit</source>
        <translation>Szczegóły wizyty</translation>
    </message>
    <message>
        <source>Print this visit</source>
        <translation>Drukuj wizytę</translation>
    </message>
    <message>
        <source>Nothing yet. What is added here belongs to this visit.</source>
        <translation>Jeszcze nic. To, co tu dodasz, należy do tej wizyty.</translation>
    </message>
    <message>
        <source>Day not known</source>
        <translation>Dzień nieznany</translation>
    </message>
    <message>
        <source>Result</source>
        <translation>Wynik</translation>
    </message>
    <message>
        <source>Hours</source>
        <translation>Godziny</translation>
    </message>
    <message>
        <source>Who went</source>
        <translation>Kto był</translation>
    </message>
    <message>
        <source>Purpose</source>
        <translation>Cel</translation>
    </message>
    <message>
        <source>Found</source>
        <translation>Ustalenia</translation>
    </message>
    <message>
        <source>Agreed</source>
        <translation>Uzgodniono</translation>
    </message>
    <message>
        <source>Whoever opens, looks for, prints or saves something of this family is noted here, you too. It goes to the county; nobody can change or delete it.</source>
        <translation>Każdy, kto otwiera, wyszukuje, drukuje lub zapisuje coś o tej rodzinie, jest tu odnotowany, bez wyjątku. Zapisy trafiają do powiatu; nikt nie może ich zmienić ani usunąć.</translation>
    </message>
    <message>
        <source>Who looked</source>
        <translation>Kto zaglądał</translation>
    </message>
    <message>
        <source>Nobody yet</source>
        <translation>Jeszcze nikt</translation>
    </message>
    <message>
        <source>The next time somebody opens this family, it is noted here.</source>
        <translation>Gdy ktoś następnym razem otworzy tę rodzinę, zostanie to tu odnotowane.</translation>
    </message>
    <message>
        <source>The newest %1 of %2 are shown.</source>
        <translation>Pokazano najnowsze: %1 z %2.</translation>
    </message>
    <message>
        <source>Somebody this laptop does not know</source>
        <translation>Ktoś, kogo ten laptop nie zna</translation>
    </message>
    <message>
        <source>read: %1</source>
        <translation>odczyt: %1</translation>
    </message>
    <message>
        <source>opened the file</source>
        <translation>otwarcie akt</translation>
    </message>
    <message>
        <source>found it by looking for “%1”</source>
        <translation>znalezienie rodziny po słowach „%1”</translation>
    </message>
    <message>
        <source>printed something of the file</source>
        <translation>wydruk z akt</translation>
    </message>
    <message>
        <source>printed the visit: %1</source>
        <translation>wydruk wizyty: %1</translation>
    </message>
    <message>
        <source>saved something of the file outside Vatra</source>
        <translation>zapis z akt poza Vatrą</translation>
    </message>
    <message>
        <source>saved the visit as PDF: %1</source>
        <translation>zapis wizyty jako PDF: %1</translation>
    </message>
    <message>
        <source>did something this version does not know</source>
        <translation>czynność nieznana tej wersji</translation>
    </message>
    <message>
        <source>Assessments to begin</source>
        <translation>Oceny do rozpoczęcia</translation>
    </message>
    <message>
        <source>Finished assessments</source>
        <translation>Zakończone oceny</translation>
    </message>
    <message>
        <source>Begin or go on</source>
        <translation>Rozpocznij lub kontynuuj</translation>
    </message>
    <message>
        <source>Throw the draft away</source>
        <translation>Wyrzuć szkic</translation>
    </message>
    <message>
        <source>Print empty</source>
        <translation>Drukuj pusty</translation>
    </message>
    <message>
        <source>Finished</source>
        <translation>Zakończone</translation>
    </message>
    <message>
        <source>No assessments yet</source>
        <translation>Jeszcze bez ocen</translation>
    </message>
    <message>
        <source>Choose a form at the left; what is begun can be left and gone on with.</source>
        <translation>Wybierz formularz po lewej; rozpoczęty można odłożyć i kontynuować.</translation>
    </message>
    <message>
        <source>Save answers for analysis</source>
        <translation>Zapisz odpowiedzi do analizy</translation>
    </message>
    <message>
        <source>The files leave the protection of Vatra: keep them where only you can open them.</source>
        <translation>Pliki wychodzą spod ochrony Vatry: trzymaj je tam, gdzie tylko Ty możesz je otworzyć.</translation>
    </message>
    <message>
        <source>The supervisor knows and acts</source>
        <translation>Przełożony wie i działa</translation>
    </message>
    <message numerus="yes">
        <source>%n files were written.</source>
        <translation>
            <numerusform>Zapisano %n plik.</numerusform>
            <numerusform>Zapisano %n pliki.</numerusform>
            <numerusform>Zapisano %n plików.</numerusform>
        </translation>
    </message>
    <message>
        <source>not begun</source>
        <translation>nierozpoczęty</translation>
    </message>
    <message numerus="yes">
        <source>%n answers</source>
        <translation>
            <numerusform>%n odpowiedź</numerusform>
            <numerusform>%n odpowiedzi</numerusform>
            <numerusform>%n odpowiedzi</numerusform>
        </translation>
    </message>
    <message>
        <source>draft</source>
        <translation>szkic</translation>
    </message>
    <message>
        <source>corrected</source>
        <translation>poprawiona</translation>
    </message>
    <message>
        <source>correction begun</source>
        <translation>poprawka zaczęta</translation>
    </message>
    <message>
        <source>Correction: %1</source>
        <translation>Poprawka: %1</translation>
    </message>
    <message>
        <source>Danger sign noticed %1: the supervisor has to act.</source>
        <translation>Sygnał zagrożenia zauważony %1: przełożony musi działać.</translation>
    </message>
    <message numerus="yes">
        <source>And %n more.</source>
        <translation>
            <numerusform>I jeszcze %n.</numerusform>
            <numerusform>I jeszcze %n.</numerusform>
            <numerusform>I jeszcze %n.</numerusform>
        </translation>
    </message>
    <message>
        <source>%1 changed this, %2: %3. You changed this at the same time: %4.</source>
        <translation>%1: zmiana, %2: %3. W tym samym czasie zmieniono tu: %4.</translation>
    </message>
    <message>
        <source>A colleague</source>
        <translation>Ktoś z zespołu</translation>
    </message>
    <message>
        <source>an answer of the visit</source>
        <translation>odpowiedź z wizyty</translation>
    </message>
    <message>
        <source>Known already?</source>
        <translation>Już znana osoba?</translation>
    </message>
    <message>
        <source>It is this person</source>
        <translation>To ta osoba</translation>
    </message>
    <message>
        <source>lives here already</source>
        <translation>już tu mieszka</translation>
    </message>
    <message>
        <source>lived here until %1</source>
        <translation>mieszkanie tutaj do: %1</translation>
    </message>
    <message>
        <source>in the family: %1</source>
        <translation>w rodzinie: %1</translation>
    </message>
    <message>
        <source>Nothing yet. Drop a photograph or a PDF here, paste one, or choose “Add…”. Where and when a photograph was taken is left out of it.</source>
        <translation>Jeszcze nic. Upuść tu zdjęcie lub plik PDF, wklej je albo wybierz „Dodaj…”. Miejsce i czas zrobienia zdjęcia nie zostają w nim.</translation>
    </message>
    <message>
        <source>Pictures and scans</source>
        <translation>Zdjęcia i skany</translation>
    </message>
</context>
<context>
    <name>formatting</name>
    <message>
        <source>today</source>
        <translation>dzisiaj</translation>
    </message>
    <message>
        <source>yesterday</source>
        <translation>wczoraj</translation>
    </message>
    <message>
        <source>tomorrow</source>
        <translation>jutro</translation>
    </message>
    <message>
        <source>age not known</source>
        <translation>wiek nieznany</translation>
    </message>
    <message numerus="yes">
        <source>%n years</source>
        <translation>
            <numerusform>%n rok</numerusform>
            <numerusform>%n lata</numerusform>
            <numerusform>%n lat</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>forms</name>
    <message>
        <source>dd.mm.yyyy</source>
        <translation>dd.mm.rrrr</translation>
    </message>
    <message>
        <source>Calendar</source>
        <translation>Kalendarz</translation>
    </message>
    <message>
        <source>Clear the drawing</source>
        <translation>Wyczyść rysunek</translation>
    </message>
    <message>
        <source>Take the signature back</source>
        <translation>Cofnij podpis</translation>
    </message>
    <message>
        <source>Sign as: %1</source>
        <translation>Podpisz jako: %1</translation>
    </message>
    <message>
        <source>hh:mm</source>
        <translation>gg:mm</translation>
    </message>
    <message>
        <source>Take it</source>
        <translation>Przyjmij</translation>
    </message>
    <message>
        <source>It is so</source>
        <translation>Tak jest</translation>
    </message>
    <message>
        <source>Room for the hand: draw here</source>
        <translation>Miejsce na podpis odręczny: rysuj tutaj</translation>
    </message>
    <message>
        <source>Drawn signature</source>
        <translation>Podpis odręczny</translation>
    </message>
    <message>
        <source>Questions</source>
        <translation>Ekrany</translation>
    </message>
    <message>
        <source>Sections</source>
        <translation>Sekcje</translation>
    </message>
    <message>
        <source>Facts</source>
        <translation>Fakty</translation>
    </message>
    <message>
        <source>Immediate danger</source>
        <translation>Zagrożenie</translation>
    </message>
    <message>
        <source>Back</source>
        <translation>Wstecz</translation>
    </message>
    <message>
        <source>Is somebody in danger?</source>
        <translation>Czy ktoś jest w niebezpieczeństwie?</translation>
    </message>
    <message>
        <source>What you typed stays on the screen. Press Ctrl+S to try again.</source>
        <translation>Wpisane dane pozostają na ekranie. Naciśnij Ctrl+S, aby spróbować ponownie.</translation>
    </message>
    <message>
        <source>Call now: %1. Do not wait for the sending of data.</source>
        <translation>Zadzwoń teraz: %1. Nie czekaj na wysłanie danych.</translation>
    </message>
    <message>
        <source>%1, %2 of %3 answered</source>
        <translation>%1, wypełniono %2 z %3</translation>
    </message>
    <message>
        <source>%1 (optional)</source>
        <translation>%1 (opcjonalnie)</translation>
    </message>
    <message>
        <source>Last time: %1 · changed</source>
        <translation>Poprzednio: %1 · zmieniono</translation>
    </message>
    <message>
        <source>Last time: %1</source>
        <translation>Poprzednio: %1</translation>
    </message>
    <message>
        <source>Proposed: %1</source>
        <translation>Propozycja: %1</translation>
    </message>
    <message>
        <source>Still to answer.</source>
        <translation>Jeszcze bez odpowiedzi.</translation>
    </message>
    <message>
        <source>This answer does not fit the others. Compare them.</source>
        <translation>Ta odpowiedź nie pasuje do innych. Porównaj je.</translation>
    </message>
    <message>
        <source>This answer is not one of the choices. Choose again.</source>
        <translation>Tej odpowiedzi nie ma wśród możliwych. Wybierz ponownie.</translation>
    </message>
    <message>
        <source>Write the day like 21.11.2026, or t for today.</source>
        <translation>Wpisz dzień jak 21.11.2026 albo t – dzisiaj.</translation>
    </message>
    <message>
        <source>Write the hour like 9:40 or 940.</source>
        <translation>Wpisz godzinę jak 9:40 albo 940.</translation>
    </message>
    <message>
        <source>Write a number.</source>
        <translation>Wpisz liczbę.</translation>
    </message>
    <message>
        <source>This cannot be read. Write it again.</source>
        <translation>Nie można tego odczytać. Wpisz ponownie.</translation>
    </message>
    <message>
        <source>Not saved</source>
        <translation>Nie zapisano</translation>
    </message>
    <message>
        <source>Saved at %1</source>
        <translation>Zapisano o %1</translation>
    </message>
    <message>
        <source>Saving…</source>
        <translation>Zapisywanie…</translation>
    </message>
    <message>
        <source>Nothing to save yet</source>
        <translation>Nie ma jeszcze nic do zapisania</translation>
    </message>
    <message numerus="yes">
        <source>and %n more</source>
        <translation>
            <numerusform>i jeszcze %n</numerusform>
            <numerusform>i jeszcze %n</numerusform>
            <numerusform>i jeszcze %n</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>frame</name>
    <message>
        <source>Screens</source>
        <translation>Ekrany</translation>
    </message>
    <message>
        <source>Lock (F12)</source>
        <translation>Zablokuj (F12)</translation>
    </message>
    <message>
        <source>{word}, {number} of {all}</source>
        <translation>{word}, {number} z {all}</translation>
    </message>
    <message>
        <source>Search families and persons</source>
        <translation>Szukaj rodzin i osób</translation>
    </message>
    <message>
        <source>Family, person, village, phone</source>
        <translation>Rodzina, osoba, wieś, telefon</translation>
    </message>
    <message>
        <source>Search</source>
        <translation>Szukaj</translation>
    </message>
    <message>
        <source>Back (Alt+Left)</source>
        <translation>Wstecz (Alt+Lewo)</translation>
    </message>
    <message>
        <source>Facts</source>
        <translation>Fakty</translation>
    </message>
    <message>
        <source>Please wait</source>
        <translation>Proszę czekać</translation>
    </message>
    <message>
        <source>Close this message</source>
        <translation>Zamknij komunikat</translation>
    </message>
    <message>
        <source>Undo</source>
        <translation>Cofnij</translation>
    </message>
    <message numerus="yes">
        <source>%n waiting</source>
        <translation>
            <numerusform>%n oczekuje</numerusform>
            <numerusform>%n oczekują</numerusform>
            <numerusform>%n oczekuje</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n to decide</source>
        <translation>
            <numerusform>%n do rozstrzygnięcia</numerusform>
            <numerusform>%n do rozstrzygnięcia</numerusform>
            <numerusform>%n do rozstrzygnięcia</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>half_typed</name>
    <message>
        <source>Throw it away</source>
        <translation>Usuń</translation>
    </message>
    <message>
        <source>Throw away what is half typed</source>
        <translation>Usuń niedokończony tekst</translation>
    </message>
    <message>
        <source>Half typed %1, not saved yet</source>
        <translation>Niedokończony tekst (%1), jeszcze niezapisany</translation>
    </message>
</context>
<context>
    <name>health</name>
    <message>
        <source>Numbers and versions</source>
        <translation>Liczby i wersje</translation>
    </message>
    <message>
        <source>Print this page</source>
        <translation>Drukuj tę stronę</translation>
    </message>
    <message>
        <source>Nobody is named on the printed page.</source>
        <translation>Na wydruku nie ma niczyjego nazwiska.</translation>
    </message>
    <message>
        <source>Fine</source>
        <translation>W porządku</translation>
    </message>
    <message>
        <source>Look at it soon</source>
        <translation>Sprawdź wkrótce</translation>
    </message>
    <message>
        <source>Needs doing</source>
        <translation>Trzeba to zrobić</translation>
    </message>
    <message>
        <source>Cannot tell</source>
        <translation>Nie wiadomo</translation>
    </message>
    <message>
        <source>Disk encryption</source>
        <translation>Szyfrowanie dysku</translation>
    </message>
    <message>
        <source>Free space</source>
        <translation>Wolne miejsce</translation>
    </message>
    <message>
        <source>Clock</source>
        <translation>Zegar</translation>
    </message>
    <message>
        <source>Last copy</source>
        <translation>Ostatnia kopia</translation>
    </message>
    <message>
        <source>Last contact with the county</source>
        <translation>Ostatni kontakt z powiatem</translation>
    </message>
    <message>
        <source>Protection of the passphrases</source>
        <translation>Ochrona haseł</translation>
    </message>
    <message>
        <source>Memory</source>
        <translation>Pamięć</translation>
    </message>
    <message>
        <source>on</source>
        <translation>włączone</translation>
    </message>
    <message>
        <source>off</source>
        <translation>wyłączone</translation>
    </message>
    <message>
        <source>not known</source>
        <translation>nie wiadomo</translation>
    </message>
    <message>
        <source>%1 of %2 GB</source>
        <translation>%1 z %2 GB</translation>
    </message>
    <message>
        <source>%1 GB</source>
        <translation>%1 GB</translation>
    </message>
    <message>
        <source>%1 MB and %2 passes for each try</source>
        <translation>%1 MB i %2 przebiegi na każdą próbę</translation>
    </message>
    <message>
        <source>not compared yet</source>
        <translation>jeszcze nie porównano</translation>
    </message>
    <message>
        <source>as the county&apos;s</source>
        <translation>jak w powiecie</translation>
    </message>
    <message numerus="yes">
        <source>%n min slow</source>
        <translation>
            <numerusform>spóźnia się %n min</numerusform>
            <numerusform>spóźnia się %n min</numerusform>
            <numerusform>spóźnia się %n min</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n min fast</source>
        <translation>
            <numerusform>spieszy się %n min</numerusform>
            <numerusform>spieszy się %n min</numerusform>
            <numerusform>spieszy się %n min</numerusform>
        </translation>
    </message>
    <message>
        <source>never</source>
        <translation>nigdy</translation>
    </message>
    <message>
        <source>Leave Vatra open for a minute without typing: a copy is made by itself. If it stays old, make room on the disk.</source>
        <translation>Zostaw program Vatra otwarty przez minutę bez pisania: kopia powstanie sama. Jeśli pozostanie stara, zwolnij miejsce na dysku.</translation>
    </message>
    <message>
        <source>Connect to the internet soon: what was written since then is only on this laptop.</source>
        <translation>Połącz się wkrótce z internetem: to, co zapisano od tego czasu, jest tylko na tym laptopie.</translation>
    </message>
    <message>
        <source>Set the clock of the laptop: days of visits and deadlines come from it.</source>
        <translation>Ustaw zegar laptopa: z niego pochodzą dni wizyt i terminy.</translation>
    </message>
    <message>
        <source>Have BitLocker or LUKS turned on: without it, a stolen disk shows what other programs keep on it.</source>
        <translation>Poproś o włączenie BitLockera lub LUKS: bez tego skradziony dysk pokaże to, co trzymają na nim inne programy.</translation>
    </message>
    <message>
        <source>Ask whoever set up this laptop whether its disk is encrypted.</source>
        <translation>Zapytaj osobę, która przygotowała laptop, czy dysk jest zaszyfrowany.</translation>
    </message>
    <message>
        <source>Make room soon: copies need it.</source>
        <translation>Zwolnij wkrótce miejsce: potrzebują go kopie.</translation>
    </message>
    <message>
        <source>Make room now: the next copy may not fit.</source>
        <translation>Zwolnij miejsce teraz: następna kopia może się nie zmieścić.</translation>
    </message>
    <message>
        <source>It is compared at the next contact with the county.</source>
        <translation>Zostanie porównany przy następnym kontakcie z powiatem.</translation>
    </message>
    <message>
        <source>Connect to the internet and press Try now under Sync.</source>
        <translation>Połącz się z internetem i naciśnij „Spróbuj teraz” na ekranie Synchronizacja.</translation>
    </message>
    <message>
        <source>Made for a laptop with little memory. Change the passphrase on a laptop with more.</source>
        <translation>Przygotowana dla laptopa z małą pamięcią. Zmień hasło na laptopie, który ma jej więcej.</translation>
    </message>
    <message>
        <source>The key file cannot be read. Call the county office.</source>
        <translation>Nie można odczytać pliku kluczy. Zadzwoń do powiatu.</translation>
    </message>
    <message>
        <source>Close other programs before you open Vatra.</source>
        <translation>Zamknij inne programy, zanim otworzysz program Vatra.</translation>
    </message>
    <message>
        <source>The system does not tell how much memory there is.</source>
        <translation>System nie podaje, ile jest pamięci.</translation>
    </message>
    <message>
        <source>Last lock</source>
        <translation>Ostatnia blokada</translation>
    </message>
    <message>
        <source>People who sign in</source>
        <translation>Osoby, które się logują</translation>
    </message>
    <message>
        <source>Passphrases</source>
        <translation>Hasła</translation>
    </message>
    <message>
        <source>Copies kept</source>
        <translation>Przechowywane kopie</translation>
    </message>
    <message>
        <source>Brought back from a copy</source>
        <translation>Przywrócono z kopii</translation>
    </message>
</context>
<context>
    <name>help</name>
    <message>
        <source>Page of help</source>
        <translation>Strona pomocy</translation>
    </message>
    <message>
        <source>Search in help</source>
        <translation>Szukaj w pomocy</translation>
    </message>
    <message>
        <source>Pages of help</source>
        <translation>Strony pomocy</translation>
    </message>
    <message>
        <source>No page has these words</source>
        <translation>Żadna strona nie zawiera tych słów</translation>
    </message>
    <message>
        <source>Try one shorter word.</source>
        <translation>Warto spróbować jednego krótszego słowa.</translation>
    </message>
    <message>
        <source>Help</source>
        <translation>Pomoc</translation>
    </message>
</context>
<context>
    <name>importing</name>
    <message>
        <source>Take this import back?</source>
        <translation>Wycofać ten import?</translation>
    </message>
    <message>
        <source>Leave it in</source>
        <translation>Pozostaw</translation>
    </message>
    <message>
        <source>Take the import back</source>
        <translation>Wycofaj import</translation>
    </message>
    <message numerus="yes">
        <source>%n families of this file leave your lists, with their people and visits. Families that somebody has worked on since stay.</source>
        <translation>
            <numerusform>%n rodzina z tego pliku zniknie z list, razem z osobami i wizytami. Rodziny, przy których później pracowano, zostaną.</numerusform>
            <numerusform>%n rodziny z tego pliku znikną z list, razem z osobami i wizytami. Rodziny, przy których później pracowano, zostaną.</numerusform>
            <numerusform>%n rodzin z tego pliku zniknie z list, razem z osobami i wizytami. Rodziny, przy których później pracowano, zostaną.</numerusform>
        </translation>
    </message>
    <message>
        <source>Close this message</source>
        <translation>Zamknij ten komunikat</translation>
    </message>
    <message>
        <source>Imports so far</source>
        <translation>Dotychczasowe importy</translation>
    </message>
    <message>
        <source>Choose a list</source>
        <translation>Wybór listy</translation>
    </message>
    <message>
        <source>Facts</source>
        <translation>Szczegóły</translation>
    </message>
    <message>
        <source>Which list do you want to bring in?</source>
        <translation>Którą listę wprowadzić?</translation>
    </message>
    <message>
        <source>A workbook (.xlsx, .xls, .ods) or a text list (.csv, .txt) as your office keeps it. Drop it here or choose it.</source>
        <translation>Arkusz (.xlsx, .xls, .ods) albo lista tekstowa (.csv, .txt), taka jak w ośrodku. Plik można tu upuścić albo wybrać.</translation>
    </message>
    <message>
        <source>Choose a file</source>
        <translation>Wybierz plik</translation>
    </message>
    <message>
        <source>Reading the file…</source>
        <translation>Odczytywanie pliku…</translation>
    </message>
    <message>
        <source>Path of the file</source>
        <translation>Ścieżka pliku</translation>
    </message>
    <message>
        <source>Read it</source>
        <translation>Odczytaj</translation>
    </message>
    <message>
        <source>Or type where the file is</source>
        <translation>Albo wpisać, gdzie jest plik</translation>
    </message>
    <message>
        <source>What happens to your list</source>
        <translation>Co dzieje się z listą</translation>
    </message>
    <message>
        <source>You see everything before anything is kept.</source>
        <translation>Wszystko widać, zanim cokolwiek zostanie zapisane.</translation>
    </message>
    <message>
        <source>Nothing is lost: a column without a place becomes notes.</source>
        <translation>Nic nie ginie: kolumna bez swojego miejsca staje się notatką.</translation>
    </message>
    <message>
        <source>It is brought in whole or not at all.</source>
        <translation>Lista wchodzi w całości albo wcale.</translation>
    </message>
    <message>
        <source>It can be taken back afterwards.</source>
        <translation>Można ją potem wycofać.</translation>
    </message>
    <message>
        <source>Your file stays as it is.</source>
        <translation>Plik pozostaje bez zmian.</translation>
    </message>
    <message>
        <source>Nothing was brought in.</source>
        <translation>Niczego nie wprowadzono.</translation>
    </message>
    <message numerus="yes">
        <source>%n families</source>
        <translation>
            <numerusform>%n rodzina</numerusform>
            <numerusform>%n rodziny</numerusform>
            <numerusform>%n rodzin</numerusform>
        </translation>
    </message>
    <message>
        <source>Take back</source>
        <translation>Wycofaj</translation>
    </message>
    <message>
        <source>Take back: %1</source>
        <translation>Wycofaj: %1</translation>
    </message>
    <message>
        <source>Lists</source>
        <translation>Listy</translation>
    </message>
    <message>
        <source>All files</source>
        <translation>Wszystkie pliki</translation>
    </message>
    <message>
        <source>Its rows are not read as records; the report lists them all.</source>
        <translation>Jego wiersze nie stają się zapisami; raport wymienia je wszystkie.</translation>
    </message>
    <message>
        <source>What this sheet is</source>
        <translation>Czym jest ten arkusz</translation>
    </message>
    <message numerus="yes">
        <source>%n filled rows</source>
        <translation>
            <numerusform>%n wypełniony wiersz</numerusform>
            <numerusform>%n wypełnione wiersze</numerusform>
            <numerusform>%n wypełnionych wierszy</numerusform>
        </translation>
    </message>
    <message>
        <source>village: %1</source>
        <translation>wieś: %1</translation>
    </message>
    <message>
        <source>Column of the file</source>
        <translation>Kolumna w pliku</translation>
    </message>
    <message>
        <source>for example</source>
        <translation>na przykład</translation>
    </message>
    <message>
        <source>goes to</source>
        <translation>trafia do</translation>
    </message>
    <message numerus="yes">
        <source>%n more columns are kept as notes.</source>
        <translation>
            <numerusform>Jeszcze %n kolumna zostaje jako notatki.</numerusform>
            <numerusform>Jeszcze %n kolumny zostają jako notatki.</numerusform>
            <numerusform>Jeszcze %n kolumn zostaje jako notatki.</numerusform>
        </translation>
    </message>
    <message>
        <source>%1: goes to</source>
        <translation>%1: trafia do</translation>
    </message>
    <message>
        <source>What Vatra found</source>
        <translation>Co znaleziono</translation>
    </message>
    <message>
        <source>counting…</source>
        <translation>liczenie…</translation>
    </message>
    <message numerus="yes">
        <source>%n people</source>
        <translation>
            <numerusform>%n osoba</numerusform>
            <numerusform>%n osoby</numerusform>
            <numerusform>%n osób</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n visits</source>
        <translation>
            <numerusform>%n wizyta</numerusform>
            <numerusform>%n wizyty</numerusform>
            <numerusform>%n wizyt</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n rows to look at</source>
        <translation>
            <numerusform>%n wiersz do sprawdzenia</numerusform>
            <numerusform>%n wiersze do sprawdzenia</numerusform>
            <numerusform>%n wierszy do sprawdzenia</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n rows set aside</source>
        <translation>
            <numerusform>%n wiersz odłożony</numerusform>
            <numerusform>%n wiersze odłożone</numerusform>
            <numerusform>%n wierszy odłożonych</numerusform>
        </translation>
    </message>
    <message>
        <source>Nothing is left out</source>
        <translation>Nic nie jest pomijane</translation>
    </message>
    <message>
        <source>A column that has no place of its own is kept word for word as a note of the family or person.</source>
        <translation>Kolumna bez swojego miejsca zostaje słowo w słowo jako notatka przy rodzinie lub osobie.</translation>
    </message>
    <message>
        <source>Columns of the file</source>
        <translation>Kolumny pliku</translation>
    </message>
    <message>
        <source>Back</source>
        <translation>Wstecz</translation>
    </message>
    <message>
        <source>Look at the rows</source>
        <translation>Zobacz wiersze</translation>
    </message>
    <message>
        <source>Sheets of the file</source>
        <translation>Arkusze pliku</translation>
    </message>
    <message>
        <source>Counting…</source>
        <translation>Liczenie…</translation>
    </message>
    <message>
        <source>No family yet: say which column has the names.</source>
        <translation>Jeszcze żadnej rodziny: trzeba wskazać kolumnę z nazwiskami.</translation>
    </message>
    <message>
        <source>visit</source>
        <translation>wizyta</translation>
    </message>
    <message>
        <source>set aside: %1</source>
        <translation>odłożono: %1</translation>
    </message>
    <message>
        <source>Row</source>
        <translation>Wiersz</translation>
    </message>
    <message>
        <source>Family</source>
        <translation>Rodzina</translation>
    </message>
    <message>
        <source>Person or visit</source>
        <translation>Osoba lub wizyta</translation>
    </message>
    <message>
        <source>Date</source>
        <translation>Data</translation>
    </message>
    <message>
        <source>Identity number</source>
        <translation>PESEL</translation>
    </message>
    <message>
        <source>Where</source>
        <translation>Gdzie</translation>
    </message>
    <message>
        <source>Phone</source>
        <translation>Telefon</translation>
    </message>
    <message>
        <source>To look at</source>
        <translation>Do sprawdzenia</translation>
    </message>
    <message>
        <source>Rows of the list</source>
        <translation>Wiersze listy</translation>
    </message>
    <message>
        <source>Nothing to look at</source>
        <translation>Nic do sprawdzenia</translation>
    </message>
    <message>
        <source>Which rows</source>
        <translation>Które wiersze</translation>
    </message>
    <message>
        <source>All rows</source>
        <translation>Wszystkie wiersze</translation>
    </message>
    <message>
        <source>Perhaps twice</source>
        <translation>Może podwójne</translation>
    </message>
    <message numerus="yes">
        <source>Bring in %n families</source>
        <translation>
            <numerusform>Wprowadź %n rodzinę</numerusform>
            <numerusform>Wprowadź %n rodziny</numerusform>
            <numerusform>Wprowadź %n rodzin</numerusform>
        </translation>
    </message>
    <message>
        <source>perhaps the same person twice</source>
        <translation>może ta sama osoba dwa razy</translation>
    </message>
    <message>
        <source>Import of %1</source>
        <translation>Import: %1</translation>
    </message>
    <message>
        <source>Columns kept as notes:</source>
        <translation>Kolumny zachowane jako notatki:</translation>
    </message>
    <message>
        <source>Set aside:</source>
        <translation>Odłożone:</translation>
    </message>
    <message>
        <source>To look at:</source>
        <translation>Do sprawdzenia:</translation>
    </message>
    <message>
        <source>Lines of the layout that were not read:</source>
        <translation>Wiersze układu, których nie odczytano:</translation>
    </message>
    <message>
        <source>Families brought in</source>
        <translation>Wprowadzone rodziny</translation>
    </message>
    <message>
        <source>If this is interrupted, nothing of the list is kept and you can begin again. You can go on working meanwhile.</source>
        <translation>W razie przerwania nic z listy nie zostanie i można zacząć od nowa. W tym czasie można pracować dalej.</translation>
    </message>
    <message numerus="yes">
        <source>%1 of %n families are brought in</source>
        <translation>
            <numerusform>Wprowadzono %1 z %n rodziny</numerusform>
            <numerusform>Wprowadzono %1 z %n rodzin</numerusform>
            <numerusform>Wprowadzono %1 z %n rodzin</numerusform>
        </translation>
    </message>
    <message>
        <source>Set aside, and why</source>
        <translation>Odłożone i dlaczego</translation>
    </message>
    <message>
        <source>Taken, but to look at</source>
        <translation>Wprowadzone, ale do sprawdzenia</translation>
    </message>
    <message>
        <source>Columns kept as notes</source>
        <translation>Kolumny zachowane jako notatki</translation>
    </message>
    <message>
        <source>This import</source>
        <translation>Ten import</translation>
    </message>
    <message>
        <source>Save the report</source>
        <translation>Zapisz raport</translation>
    </message>
    <message>
        <source>Bring in another list</source>
        <translation>Wprowadź inną listę</translation>
    </message>
    <message>
        <source>The saved report holds names from your list and is not protected by Vatra.</source>
        <translation>Zapisany raport zawiera nazwiska z listy i nie jest chroniony przez program Vatra.</translation>
    </message>
    <message>
        <source>Report of the import</source>
        <translation>Raport z importu</translation>
    </message>
    <message>
        <source>Open families</source>
        <translation>Otwórz rodziny</translation>
    </message>
    <message numerus="yes">
        <source>%n notes</source>
        <translation>
            <numerusform>%n notatka</numerusform>
            <numerusform>%n notatki</numerusform>
            <numerusform>%n notatek</numerusform>
        </translation>
    </message>
    <message>
        <source>Brought in: %1</source>
        <translation>Wprowadzono: %1</translation>
    </message>
    <message>
        <source>%1. Saved on this laptop; it goes to the county with the next sending.</source>
        <translation>%1. Zapisano na tym laptopie; wyjdzie do powiatu przy następnym wysłaniu.</translation>
    </message>
    <message>
        <source>Nothing was set aside.</source>
        <translation>Niczego nie odłożono.</translation>
    </message>
    <message>
        <source>Nothing to look at.</source>
        <translation>Nic do sprawdzenia.</translation>
    </message>
    <message>
        <source>none</source>
        <translation>żadne</translation>
    </message>
    <message>
        <source>The report is saved as %1.</source>
        <translation>Raport zapisano jako %1.</translation>
    </message>
    <message>
        <source>Text</source>
        <translation>Tekst</translation>
    </message>
    <message numerus="yes">
        <source>%n families were taken back.</source>
        <translation>
            <numerusform>Wycofano %n rodzinę.</numerusform>
            <numerusform>Wycofano %n rodziny.</numerusform>
            <numerusform>Wycofano %n rodzin.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n families stay</source>
        <translation>
            <numerusform>%n rodzina pozostaje</numerusform>
            <numerusform>%n rodziny pozostają</numerusform>
            <numerusform>%n rodzin pozostaje</numerusform>
        </translation>
    </message>
    <message>
        <source>Where: %1</source>
        <translation>Gdzie: %1</translation>
    </message>
    <message>
        <source>Import a list</source>
        <translation>Import listy</translation>
    </message>
    <message>
        <source>1 of 4 · choose the file</source>
        <translation>1 z 4 · wybór pliku</translation>
    </message>
    <message>
        <source>2 of 4 · what is in the columns</source>
        <translation>2 z 4 · co jest w kolumnach</translation>
    </message>
    <message>
        <source>3 of 4 · look at the rows</source>
        <translation>3 z 4 · przegląd wierszy</translation>
    </message>
    <message>
        <source>4 of 4 · bringing in</source>
        <translation>4 z 4 · wprowadzanie</translation>
    </message>
    <message>
        <source>4 of 4 · done</source>
        <translation>4 z 4 · gotowe</translation>
    </message>
    <message>
        <source>Family number</source>
        <translation>Numer rodziny</translation>
    </message>
    <message>
        <source>Number of the row</source>
        <translation>Numer wiersza</translation>
    </message>
    <message>
        <source>Name of the family</source>
        <translation>Nazwa rodziny</translation>
    </message>
    <message>
        <source>Name of the person</source>
        <translation>Imię i nazwisko osoby</translation>
    </message>
    <message>
        <source>Surname</source>
        <translation>Nazwisko</translation>
    </message>
    <message>
        <source>Given names</source>
        <translation>Imiona</translation>
    </message>
    <message>
        <source>Date of birth</source>
        <translation>Data urodzenia</translation>
    </message>
    <message>
        <source>Sex</source>
        <translation>Płeć</translation>
    </message>
    <message>
        <source>Place in the family</source>
        <translation>Rola w rodzinie</translation>
    </message>
    <message>
        <source>Village</source>
        <translation>Wieś</translation>
    </message>
    <message>
        <source>Street</source>
        <translation>Ulica</translation>
    </message>
    <message>
        <source>House number</source>
        <translation>Numer domu</translation>
    </message>
    <message>
        <source>Occupation</source>
        <translation>Zajęcie</translation>
    </message>
    <message>
        <source>School</source>
        <translation>Szkoła</translation>
    </message>
    <message>
        <source>Monthly income</source>
        <translation>Dochód miesięczny</translation>
    </message>
    <message>
        <source>Number of members</source>
        <translation>Liczba członków</translation>
    </message>
    <message>
        <source>Who looks after the family</source>
        <translation>Kto zajmuje się rodziną</translation>
    </message>
    <message>
        <source>Reasons of help</source>
        <translation>Powody pomocy</translation>
    </message>
    <message>
        <source>Last visit</source>
        <translation>Ostatnia wizyta</translation>
    </message>
    <message>
        <source>Remarks</source>
        <translation>Uwagi</translation>
    </message>
    <message>
        <source>Day of the visit</source>
        <translation>Dzień wizyty</translation>
    </message>
    <message>
        <source>Purpose of the visit</source>
        <translation>Cel wizyty</translation>
    </message>
    <message>
        <source>What was found</source>
        <translation>Co stwierdzono</translation>
    </message>
    <message>
        <source>What was done</source>
        <translation>Co zrobiono</translation>
    </message>
    <message>
        <source>Keep as a note</source>
        <translation>Zachowaj jako notatkę</translation>
    </message>
    <message>
        <source>People</source>
        <translation>Osoby</translation>
    </message>
    <message>
        <source>Households</source>
        <translation>Gospodarstwa</translation>
    </message>
    <message>
        <source>Visits</source>
        <translation>Wizyty</translation>
    </message>
    <message>
        <source>Set aside</source>
        <translation>Odłożony</translation>
    </message>
    <message>
        <source>the date is not clear; kept as a note</source>
        <translation>data niejasna; zostaje jako notatka</translation>
    </message>
    <message>
        <source>the sex is not clear; kept as a note</source>
        <translation>płeć niejasna; zostaje jako notatka</translation>
    </message>
    <message>
        <source>the amount is not clear; kept as a note</source>
        <translation>kwota niejasna; zostaje jako notatka</translation>
    </message>
    <message>
        <source>the number is not clear; kept as a note</source>
        <translation>liczba niejasna; zostaje jako notatka</translation>
    </message>
    <message>
        <source>not a phone number; kept as a note</source>
        <translation>to nie numer telefonu; zostaje jako notatka</translation>
    </message>
    <message>
        <source>the name is missing</source>
        <translation>brakuje nazwiska</translation>
    </message>
    <message>
        <source>the identity number is too short or too long; kept as written</source>
        <translation>numer ma za mało lub za dużo cyfr; zostaje, jak zapisano</translation>
    </message>
    <message>
        <source>the identity number has other signs than digits; kept as written</source>
        <translation>numer zawiera nie tylko cyfry; zostaje, jak zapisano</translation>
    </message>
    <message>
        <source>the identity number names a day that does not exist; kept as written</source>
        <translation>numer wskazuje dzień, którego nie ma; zostaje, jak zapisano</translation>
    </message>
    <message>
        <source>the identity number names a county that does not exist; kept as written</source>
        <translation>numer wskazuje okręg, którego nie ma; zostaje, jak zapisano</translation>
    </message>
    <message>
        <source>the check digit of the identity number does not fit; kept as written</source>
        <translation>cyfra kontrolna numeru nie pasuje; zostaje, jak zapisano</translation>
    </message>
    <message>
        <source>the date of birth differs from the one in the identity number</source>
        <translation>data urodzenia różni się od tej w numerze</translation>
    </message>
    <message>
        <source>the sex differs from the one in the identity number</source>
        <translation>płeć różni się od tej w numerze</translation>
    </message>
    <message>
        <source>the name does not fit the family of this number</source>
        <translation>nazwisko nie pasuje do rodziny o tym numerze</translation>
    </message>
    <message>
        <source>perhaps the same person as in row %1</source>
        <translation>może ta sama osoba co w wierszu %1</translation>
    </message>
    <message>
        <source>a line of totals</source>
        <translation>wiersz z sumą</translation>
    </message>
    <message>
        <source>a line below the totals</source>
        <translation>wiersz pod sumą</translation>
    </message>
    <message>
        <source>a signature or a remark at the foot of the list</source>
        <translation>podpis lub uwaga na końcu listy</translation>
    </message>
    <message>
        <source>a remark, not a person</source>
        <translation>uwaga, nie osoba</translation>
    </message>
    <message>
        <source>nobody is named in this row</source>
        <translation>wiersz nikogo nie wymienia</translation>
    </message>
    <message>
        <source>the sheet was set aside as a whole</source>
        <translation>cały arkusz odłożono</translation>
    </message>
    <message>
        <source>a visit to a family that is not in this file</source>
        <translation>wizyta u rodziny, której nie ma w tym pliku</translation>
    </message>
    <message>
        <source>a visit that fits more than one family</source>
        <translation>wizyta pasująca do kilku rodzin</translation>
    </message>
    <message>
        <source>a visit without a clear day; its text is kept as a note of the family</source>
        <translation>wizyta bez jasnej daty; tekst zostaje jako notatka przy rodzinie</translation>
    </message>
    <message>
        <source>changed since the import</source>
        <translation>zmieniona po imporcie</translation>
    </message>
    <message>
        <source>has visits or notes written since</source>
        <translation>ma wizyty lub notatki dopisane później</translation>
    </message>
</context>
<context>
    <name>lease</name>
    <message numerus="yes">
        <source>This laptop has not met the county for %n days.</source>
        <translation>
            <numerusform>Ten laptop nie miał kontaktu z powiatem od %n dnia.</numerusform>
            <numerusform>Ten laptop nie miał kontaktu z powiatem od %n dni.</numerusform>
            <numerusform>Ten laptop nie miał kontaktu z powiatem od %n dni.</numerusform>
        </translation>
    </message>
    <message>
        <source>It takes no new work until it does. Everything can be read, and nothing is lost.</source>
        <translation>Do tego czasu nie przyjmuje nowej pracy. Wszystko można czytać i nic nie przepadło.</translation>
    </message>
    <message numerus="yes">
        <source>In %n days it will take no new work. Connect it to the internet.</source>
        <translation>
            <numerusform>Za %n dzień przestanie przyjmować nową pracę. Połącz go z internetem.</numerusform>
            <numerusform>Za %n dni przestanie przyjmować nową pracę. Połącz go z internetem.</numerusform>
            <numerusform>Za %n dni przestanie przyjmować nową pracę. Połącz go z internetem.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>lock</name>
    <message numerus="yes">
        <source>Vatra locks in %n seconds.</source>
        <translation>
            <numerusform>Vatra zablokuje się za %n sekundę.</numerusform>
            <numerusform>Vatra zablokuje się za %n sekundy.</numerusform>
            <numerusform>Vatra zablokuje się za %n sekund.</numerusform>
        </translation>
    </message>
    <message>
        <source>Press a key or move the mouse to go on.</source>
        <translation>Naciśnij klawisz lub rusz myszą, aby pracować dalej.</translation>
    </message>
</context>
<context>
    <name>messages</name>
    <message>
        <source>The passphrase does not fit. Check Caps Lock and the keyboard language.</source>
        <translation>Hasło nie pasuje. Sprawdź Caps Lock i język klawiatury.</translation>
    </message>
    <message>
        <source>Too many wrong passphrases. Wait a little and try again. Nothing has been deleted.</source>
        <translation>Zbyt wiele błędnych haseł. Poczekaj chwilę i spróbuj ponownie. Niczego nie usunięto.</translation>
    </message>
    <message>
        <source>This passphrase is easy to guess. Take the four words that Vatra offers, or a sentence of your own of at least 15 letters, without names of people and places here.</source>
        <translation>To hasło łatwo zgadnąć. Weź cztery słowa, które proponuje Vatra, albo własne zdanie z co najmniej 15 liter, bez tutejszych imion, nazwisk i nazw miejsc.</translation>
    </message>
    <message>
        <source>This file is not the answer of the county office, or it was changed on the way. Copy it once more from the stick, or ask for it again.</source>
        <translation>Ten plik nie jest odpowiedzią powiatu albo został po drodze zmieniony. Skopiuj go jeszcze raz z pendrive&apos;a albo poproś o nowy.</translation>
    </message>
    <message>
        <source>This answer is for another laptop or another colleague. Choose the file that the county office made for your request.</source>
        <translation>Ta odpowiedź jest dla innego laptopa albo innej osoby. Wybierz plik, który powiat przygotował na Twój wniosek.</translation>
    </message>
    <message>
        <source>This answer belongs to an earlier request, or the keys of this laptop have changed since. Save a new request and take it to the county office.</source>
        <translation>Ta odpowiedź dotyczy wcześniejszego wniosku albo klucze tego laptopa zmieniły się od tamtej pory. Zapisz nowy wniosek i zanieś go do powiatu.</translation>
    </message>
    <message>
        <source>There is no open request for this worker on this laptop. Save a request first and take it to the county office.</source>
        <translation>Na tym laptopie nie ma otwartego wniosku tej osoby. Najpierw zapisz wniosek i zanieś go do powiatu.</translation>
    </message>
    <message>
        <source>The laptop has too little free memory to open the store. Close other programs and try again.</source>
        <translation>Laptop ma za mało wolnej pamięci, aby otworzyć dane. Zamknij inne programy i spróbuj ponownie.</translation>
    </message>
    <message>
        <source>The key file of this laptop cannot be read. Nothing was overwritten. Call the county office: they can help you open it.</source>
        <translation>Nie można odczytać pliku kluczy tego laptopa. Niczego nie nadpisano. Zadzwoń do powiatu: pomogą go otworzyć.</translation>
    </message>
    <message>
        <source>Vatra is already open on this laptop. Look for its window in the task bar.</source>
        <translation>Vatra jest już otwarta na tym laptopie. Poszukaj jej okna na pasku zadań.</translation>
    </message>
    <message>
        <source>A part of the store is not where it was. Put the folder back or use the last copy.</source>
        <translation>Części danych nie ma na swoim miejscu. Przywróć folder albo użyj ostatniej kopii.</translation>
    </message>
    <message>
        <source>This laptop is already set up. Its store was left as it is.</source>
        <translation>Ten laptop jest już przygotowany. Jego danych nie zmieniono.</translation>
    </message>
    <message>
        <source>The store of this laptop needs help. Nothing was overwritten. Use the last copy or call the county office.</source>
        <translation>Dane tego laptopa wymagają pomocy. Niczego nie nadpisano. Użyj ostatniej kopii albo zadzwoń do powiatu.</translation>
    </message>
    <message>
        <source>A file in the folder belongs to another laptop. Take it out and open again.</source>
        <translation>Plik w folderze należy do innego laptopa. Usuń go stamtąd i otwórz ponownie.</translation>
    </message>
    <message>
        <source>The store was written by a newer Vatra. Install the newer version on this laptop.</source>
        <translation>Dane zapisała nowsza Vatra. Zainstaluj nowszą wersję na tym laptopie.</translation>
    </message>
    <message>
        <source>Work that was already saved is missing from this store: an older copy may have been put back. Call the county office before you go on.</source>
        <translation>Brakuje już zapisanej pracy: być może przywrócono starszą kopię. Zadzwoń do powiatu, zanim zaczniesz dalej pracować.</translation>
    </message>
    <message>
        <source>No copy on this laptop opens with this passphrase. Nothing was overwritten. Call the county office: they can help you.</source>
        <translation>Żadna kopia na tym laptopie nie otwiera się tym hasłem. Niczego nie nadpisano. Zadzwoń do powiatu: tam pomogą.</translation>
    </message>
    <message>
        <source>This person already works on this laptop.</source>
        <translation>Ta osoba już pracuje na tym laptopie.</translation>
    </message>
    <message>
        <source>This person no longer works on this laptop. Open the list again.</source>
        <translation>Ta osoba już nie pracuje na tym laptopie. Otwórz listę ponownie.</translation>
    </message>
    <message>
        <source>You cannot remove yourself. Ask a colleague to do it while they are signed in.</source>
        <translation>Nie można usunąć samego siebie. Poproś kolegę lub koleżankę, by to zrobili po zalogowaniu.</translation>
    </message>
    <message>
        <source>The county office has ended your work on this laptop. What you wrote is kept. If this is a mistake, call the county office.</source>
        <translation>Powiat zakończył Twoją pracę na tym laptopie. To, co zapisano, zostaje. Jeśli to pomyłka, zadzwoń do powiatu.</translation>
    </message>
    <message>
        <source>The county office has ended the work of the person who was signed in. What they wrote is kept. If this is a mistake, call the county office.</source>
        <translation>Powiat zakończył pracę osoby, która była zalogowana. To, co zapisała, zostaje. Jeśli to pomyłka, zadzwoń do powiatu.</translation>
    </message>
    <message>
        <source>Your profession may not do this here. Ask the social worker or the county office.</source>
        <translation>Twój zawód nie ma tu tego uprawnienia. Zwróć się do pracownika socjalnego lub biura powiatu.</translation>
    </message>
    <message>
        <source>This code is for a worker of another commune. Nobody was added. Ask the county office for a code of this commune.</source>
        <translation>Ten kod jest dla pracownika innej gminy. Nikogo nie dodano. Poproś biuro powiatu o kod tej gminy.</translation>
    </message>
    <message>
        <source>Vatra is locked. Open it with your passphrase.</source>
        <translation>Vatra jest zablokowana. Otwórz ją swoim hasłem.</translation>
    </message>
    <message>
        <source>Vatra stopped unexpectedly. What was saved is safe. Open it again with your passphrase.</source>
        <translation>Vatra niespodziewanie się zatrzymała. To, co zapisano, jest bezpieczne. Otwórz ją ponownie swoim hasłem.</translation>
    </message>
    <message>
        <source>A part of this installation is too old to keep data safely. Install Vatra again.</source>
        <translation>Część tej instalacji jest za stara, aby bezpiecznie przechowywać dane. Zainstaluj Vatrę ponownie.</translation>
    </message>
    <message>
        <source>The disk is full. The last step was not kept, everything before it was. Free about 200 MB and try again.</source>
        <translation>Dysk jest pełny. Ostatniego kroku nie zapisano, wszystko wcześniejsze tak. Zwolnij około 200 MB i spróbuj ponownie.</translation>
    </message>
    <message>
        <source>The folder of Vatra cannot be written. Check its permissions or ask whoever looks after the laptop.</source>
        <translation>W folderze Vatry nie można zapisywać. Sprawdź uprawnienia albo zapytaj opiekuna laptopa.</translation>
    </message>
    <message>
        <source>The disk answers with errors. Send your work to the county now and have the laptop checked.</source>
        <translation>Dysk zgłasza błędy. Wyślij teraz pracę do powiatu i oddaj laptop do sprawdzenia.</translation>
    </message>
    <message>
        <source>This record is no longer on this laptop. It may have moved to another commune.</source>
        <translation>Tego zapisu nie ma już na tym laptopie. Mógł przejść do innej gminy.</translation>
    </message>
    <message>
        <source>A signed record cannot be changed, only completed.</source>
        <translation>Podpisanego zapisu nie można zmienić, tylko uzupełnić.</translation>
    </message>
    <message>
        <source>This file cannot be attached: Vatra takes photographs (JPEG, PNG) and PDF files that are whole. Open it on the device it comes from, save it as JPEG or PDF, and try again.</source>
        <translation>Tego pliku nie można dołączyć: Vatra przyjmuje zdjęcia (JPEG, PNG) i pliki PDF, które są całe. Otwórz go na urządzeniu, z którego pochodzi, zapisz jako JPEG lub PDF i spróbuj ponownie.</translation>
    </message>
    <message>
        <source>This file is too large: a PDF may have 10 megabytes, a photograph 60 megapixels. Scan with fewer dots per inch, or in several parts.</source>
        <translation>Ten plik jest za duży: PDF może mieć 10 megabajtów, zdjęcie 60 megapikseli. Skanuj z mniejszą rozdzielczością albo w kilku częściach.</translation>
    </message>
    <message>
        <source>The full picture is not on this laptop yet. Open it and choose “Fetch it”.</source>
        <translation>Pełnego zdjęcia nie ma jeszcze na tym laptopie. Otwórz je i wybierz „Pobierz”.</translation>
    </message>
    <message>
        <source>What lies on this laptop of the picture is damaged. It will be fetched again from the county with the next sending.</source>
        <translation>To, co leży na tym laptopie ze zdjęcia, jest uszkodzone. Zostanie pobrane ponownie z powiatu przy następnym wysłaniu.</translation>
    </message>
    <message>
        <source>This is too much for one save. Shorten the text and save again.</source>
        <translation>To za dużo na jeden zapis. Skróć tekst i zapisz ponownie.</translation>
    </message>
    <message>
        <source>Something is still missing. Choose it and try again.</source>
        <translation>Czegoś jeszcze brakuje. Wybierz i spróbuj ponownie.</translation>
    </message>
    <message>
        <source>No connection. Vatra goes on working and sends by itself later.</source>
        <translation>Brak połączenia. Vatra działa dalej i wyśle dane później.</translation>
    </message>
    <message>
        <source>Something answered, but not your county: perhaps the log-in page of a public network. Nothing was sent.</source>
        <translation>Coś odpowiedziało, ale nie powiat: może strona logowania sieci publicznej. Niczego nie wysłano.</translation>
    </message>
    <message>
        <source>The county cannot take anything right now. Your work is saved and goes later.</source>
        <translation>Powiat nie może teraz nic przyjąć. Praca jest zapisana i zostanie wysłana później.</translation>
    </message>
    <message>
        <source>The county does not accept this laptop at present. Your work is saved. Call the county office.</source>
        <translation>Powiat nie przyjmuje teraz tego laptopa. Praca jest zapisana. Zadzwoń do powiatu.</translation>
    </message>
    <message>
        <source>This laptop has not met the county for too long, so it takes no new work. What you typed stays here. Connect it to the internet, or carry its work to the county.</source>
        <translation>Ten laptop zbyt długo nie miał kontaktu z powiatem, więc nie przyjmuje nowej pracy. To, co wpisano, zostaje tutaj. Połącz go z internetem albo zanieś pracę do powiatu.</translation>
    </message>
    <message>
        <source>The county works with an older copy of its data and has not noticed. Nothing was sent and nothing is lost. Call the county office and tell it so.</source>
        <translation>Powiat pracuje na starszej kopii swoich danych i tego nie zauważył. Nic nie zostało wysłane i nic nie przepadło. Zadzwoń do powiatu i powiedz o tym.</translation>
    </message>
    <message>
        <source>The county answered in a way this version does not know. Your work is saved. Update Vatra.</source>
        <translation>Powiat odpowiedział w sposób nieznany tej wersji. Praca jest zapisana. Zaktualizuj Vatrę.</translation>
    </message>
    <message>
        <source>The county does not know this code, or it was used or has expired. Check it, or ask for a new one.</source>
        <translation>Powiat nie zna tego kodu albo kod został użyty lub wygasł. Sprawdź go albo poproś o nowy.</translation>
    </message>
    <message>
        <source>This file is not a county card, or it was changed on the way. Ask the county for a new one.</source>
        <translation>Ten plik nie jest kartą powiatu albo zmieniono go po drodze. Poproś powiat o nowy.</translation>
    </message>
    <message>
        <source>The signs are not those of the county that answered. Nothing was taken from it. Compare address and signs with the paper from the county, letter by letter.</source>
        <translation>Znaki nie należą do powiatu, który odpowiedział. Niczego nie przyjęto. Porównaj adres i znaki z kartką z powiatu, litera po literze.</translation>
    </message>
    <message>
        <source>The files could not be written there. Choose another folder.</source>
        <translation>Nie udało się zapisać tam plików. Wybierz inny folder.</translation>
    </message>
    <message>
        <source>This form cannot be used. Ask whoever made it to correct it.</source>
        <translation>Tego formularza nie można użyć. Poproś autora o poprawkę.</translation>
    </message>
    <message>
        <source>A form from the county is not what the county signed, and was not taken. Everything else arrived. Tell the county office.</source>
        <translation>Formularz z powiatu nie jest tym, który powiat podpisał, i nie został przyjęty. Wszystko inne dotarło. Powiadom powiat.</translation>
    </message>
    <message>
        <source>The file is damaged or may not be read. Open it in your office program, save it again and choose the new one.</source>
        <translation>Plik jest uszkodzony albo nie wolno go czytać. Można go otworzyć w programie biurowym, zapisać ponownie i wybrać nowy.</translation>
    </message>
    <message>
        <source>There is no such file. Check where it is, or choose it with the button.</source>
        <translation>Nie ma takiego pliku. Warto sprawdzić, gdzie jest, albo wybrać go przyciskiem.</translation>
    </message>
    <message>
        <source>The file holds nothing. Check whether it is the right one, or save it again.</source>
        <translation>Plik jest pusty. Warto sprawdzić, czy to właściwy, albo zapisać go ponownie.</translation>
    </message>
    <message>
        <source>The workbook has a password. Save a copy without the password, choose the copy, and delete it afterwards.</source>
        <translation>Arkusz ma hasło. Trzeba zapisać kopię bez hasła, wybrać ją, a potem usunąć.</translation>
    </message>
    <message>
        <source>The file is much larger than a list of families. Copy the sheet with the families into a new file and choose that.</source>
        <translation>Plik jest znacznie większy niż lista rodzin. Trzeba skopiować arkusz z rodzinami do nowego pliku i wybrać ten plik.</translation>
    </message>
    <message>
        <source>This is neither a workbook nor a list as text. Open it in the program it comes from and save it as .xlsx or .csv.</source>
        <translation>To nie jest arkusz ani lista tekstowa. Trzeba otworzyć plik w programie, z którego pochodzi, i zapisać jako .xlsx lub .csv.</translation>
    </message>
    <message>
        <source>No list of people was found in this file. It needs one row for each person and a row with the names of the columns.</source>
        <translation>W tym pliku nie znaleziono listy osób. Potrzebny jest jeden wiersz na osobę i wiersz z nazwami kolumn.</translation>
    </message>
    <message>
        <source>The county has published a form that needs a newer Vatra. Install the newer version on this laptop; the form is then there by itself.</source>
        <translation>Powiat opublikował formularz, który wymaga nowszej Vatry. Zainstaluj nowszą wersję na tym laptopie; formularz pojawi się wtedy sam.</translation>
    </message>
    <message>
        <source>Something went wrong. Everything saved before is safe. Try again.</source>
        <translation>Coś poszło nie tak. Wszystko zapisane wcześniej jest bezpieczne. Spróbuj ponownie.</translation>
    </message>
    <message>
        <source>The address of the county was not found: probably there is no internet here. Vatra goes on working and sends by itself later.</source>
        <translation>Nie znaleziono adresu powiatu: prawdopodobnie nie ma tu internetu. Vatra działa dalej i sama wyśle dane później.</translation>
    </message>
    <message>
        <source>The county office was reached, but Vatra is not running there at present. Your work is saved and goes by itself later.</source>
        <translation>Biuro powiatu zostało odnalezione, ale Vatra tam teraz nie działa. Praca jest zapisana i sama zostanie wysłana później.</translation>
    </message>
    <message>
        <source>The county does not answer from this network. Your work is saved and goes by itself later, perhaps from another place.</source>
        <translation>Powiat nie odpowiada z tej sieci. Praca jest zapisana i sama zostanie wysłana później, może z innego miejsca.</translation>
    </message>
    <message>
        <source>The line went dead in the middle. What has arrived is safe; Vatra goes on from there by itself.</source>
        <translation>Połączenie zamarło w połowie. To, co dotarło, jest bezpieczne; Vatra sama podejmie od tego miejsca.</translation>
    </message>
    <message>
        <source>The line broke off. What has arrived is safe; Vatra goes on from there by itself.</source>
        <translation>Połączenie zostało przerwane. To, co dotarło, jest bezpieczne; Vatra sama podejmie od tego miejsca.</translation>
    </message>
    <message>
        <source>The line is too slow at present. What has arrived is safe; Vatra goes on from there by itself.</source>
        <translation>Połączenie jest teraz zbyt wolne. To, co dotarło, jest bezpieczne; Vatra sama podejmie od tego miejsca.</translation>
    </message>
    <message>
        <source>A page of this network answered instead of your county. Open any web page, sign in to the network and try again. Nothing was sent.</source>
        <translation>Zamiast powiatu odpowiedziała strona tej sieci. Otwórz dowolną stronę internetową, zaloguj się do sieci i spróbuj ponownie. Niczego nie wysłano.</translation>
    </message>
    <message>
        <source>This network asks for a password before it lets anything through. Ask whoever looks after the network. Nothing was sent.</source>
        <translation>Ta sieć żąda hasła, zanim cokolwiek przepuści. Zapytaj osobę, która zajmuje się siecią. Niczego nie wysłano.</translation>
    </message>
    <message>
        <source>Something stands between this laptop and your county and shows papers of its own: the network or a protection program. Use another network, or ask whoever looks after the laptop. Nothing was sent.</source>
        <translation>Coś stoi między tym laptopem a powiatem i pokazuje własne dokumenty: sieć albo program ochronny. Użyj innej sieci lub zapytaj osobę, która zajmuje się laptopem. Niczego nie wysłano.</translation>
    </message>
    <message>
        <source>Another county answered at this address. Nothing was sent. Ask your county office which address is right.</source>
        <translation>Pod tym adresem odpowiedział inny powiat. Niczego nie wysłano. Zapytaj biuro powiatu, który adres jest właściwy.</translation>
    </message>
    <message>
        <source>What answered has papers that are made for another name. Nothing was sent. Tell the county office.</source>
        <translation>To, co odpowiedziało, ma dokumenty na inną nazwę. Niczego nie wysłano. Powiadom biuro powiatu.</translation>
    </message>
    <message>
        <source>What answered knows only an old encryption that is not safe any more. Nothing was sent. Tell the county office.</source>
        <translation>To, co odpowiedziało, zna tylko stare szyfrowanie, które nie jest już bezpieczne. Niczego nie wysłano. Powiadom biuro powiatu.</translation>
    </message>
    <message>
        <source>What answered does not encrypt, so it is not your county: perhaps the log-in page of a public network. Nothing was sent.</source>
        <translation>To, co odpowiedziało, nie szyfruje, więc to nie powiat: może strona logowania sieci publicznej. Niczego nie wysłano.</translation>
    </message>
    <message>
        <source>The county has too much to do right now and asks to wait. Your work is saved and goes by itself later.</source>
        <translation>Powiat ma teraz zbyt wiele pracy i prosi o cierpliwość. Praca jest zapisana i sama zostanie wysłana później.</translation>
    </message>
    <message>
        <source>The county has taken this laptop out of service. Your work is saved here. If this is a mistake, call the county office.</source>
        <translation>Powiat wycofał ten laptop z użycia. Praca jest tu zapisana. Jeśli to pomyłka, zadzwoń do biura powiatu.</translation>
    </message>
    <message>
        <source>The county does not know this laptop. Your work is saved. Call the county office: the laptop may have to be set up again.</source>
        <translation>Powiat nie zna tego laptopa. Praca jest zapisana. Zadzwoń do biura powiatu: być może laptop trzeba skonfigurować od nowa.</translation>
    </message>
    <message>
        <source>Something on the way to the county takes no messages of this size. Your work is saved. Use another network, or tell the county office.</source>
        <translation>Coś na drodze do powiatu nie przyjmuje wiadomości tej wielkości. Praca jest zapisana. Użyj innej sieci lub powiadom biuro powiatu.</translation>
    </message>
    <message>
        <source>The answer was far larger than an answer may be, and was thrown away. Your work is saved. Tell the county office.</source>
        <translation>Odpowiedź była o wiele większa, niż może być, i została odrzucona. Praca jest zapisana. Powiadom biuro powiatu.</translation>
    </message>
    <message>
        <source>The answer of the county arrived damaged and was thrown away. Your work is saved; Vatra tries again by itself.</source>
        <translation>Odpowiedź powiatu dotarła uszkodzona i została odrzucona. Praca jest zapisana; Vatra sama spróbuje ponownie.</translation>
    </message>
    <message>
        <source>There is no answer of the county in this folder. Choose the folder on the stick into which the county office wrote.</source>
        <translation>W tym folderze nie ma odpowiedzi powiatu. Wybierz na pendrivie folder, w którym zapisało ją biuro powiatu.</translation>
    </message>
    <message>
        <source>A file on the stick is damaged or was changed. Nothing of it was taken. Ask the county office to write the answer again.</source>
        <translation>Plik na pendrivie jest uszkodzony lub został zmieniony. Niczego z niego nie przyjęto. Poproś biuro powiatu o ponowne zapisanie odpowiedzi.</translation>
    </message>
    <message>
        <source>The files on this stick are for another laptop. Nothing of them was taken. Look for the stick of this laptop.</source>
        <translation>Pliki na tym pendrivie są dla innego laptopa. Niczego z nich nie przyjęto. Poszukaj pendrive&apos;a tego laptopa.</translation>
    </message>
    <message>
        <source>A file on the stick is for a colleague who reads other records. Keep it on the stick until they have signed in and brought it.</source>
        <translation>Plik na pendrivie jest dla osoby, która czyta inne dane. Zostaw go tam, aż ta osoba się zaloguje i go wczyta.</translation>
    </message>
    <message>
        <source>A file on the stick goes on from one that is missing. Bring the earlier stick first, or carry everything to the county once more.</source>
        <translation>Plik na pendrivie jest dalszym ciągiem pliku, którego brakuje. Najpierw wczytaj wcześniejszy pendrive albo zanieś wszystko do powiatu jeszcze raz.</translation>
    </message>
    <message>
        <source>The files on this stick are from another county. Nothing of them was taken.</source>
        <translation>Pliki na tym pendrivie pochodzą z innego powiatu. Niczego z nich nie przyjęto.</translation>
    </message>
    <message>
        <source>The stick was written by a newer Vatra. Install the newer version on this laptop, then bring it again.</source>
        <translation>Pendrive zapisała nowsza wersja programu Vatra. Zainstaluj ją na tym laptopie, a potem wczytaj ponownie.</translation>
    </message>
</context>
<context>
    <name>news</name>
    <message>
        <source>The disk of this laptop takes no writes. You can read everything.</source>
        <translation>Na dysku tego laptopa nie można zapisywać. Wszystko można czytać.</translation>
    </message>
    <message>
        <source>Nothing typed now can be kept. Tell whoever looks after this laptop.</source>
        <translation>Tego, co się teraz wpisze, nie da się zachować. Proszę powiadomić osobę, która opiekuje się laptopem.</translation>
    </message>
    <message>
        <source>If that was not you, tell whoever looks after this laptop.</source>
        <translation>Jeśli to nie Ty, powiedz osobie, która opiekuje się tym laptopem.</translation>
    </message>
    <message numerus="yes">
        <source>%n wrong passphrases on your tile since you last signed in, the last on %1.</source>
        <translation>
            <numerusform>%n błędne hasło na Twoim kafelku od ostatniego logowania: %1.</numerusform>
            <numerusform>%n błędne hasła na Twoim kafelku od ostatniego logowania, ostatnie: %1.</numerusform>
            <numerusform>%n błędnych haseł na Twoim kafelku od ostatniego logowania, ostatnie: %1.</numerusform>
        </translation>
    </message>
    <message>
        <source>With the county office (%2) you came in again on %1 under a new passphrase.</source>
        <translation>Dzięki powiatowi (%2) logowanie działa znowu od %1, z nowym hasłem.</translation>
    </message>
    <message>
        <source>With the county office (%2) %3 came in again on %1 under a new passphrase.</source>
        <translation>Dzięki powiatowi (%2) %3 loguje się znowu od %1, z nowym hasłem.</translation>
    </message>
    <message>
        <source>If it was not you who asked for it, call them now.</source>
        <translation>Jeśli to nie Ty o to prosisz, zadzwoń teraz do powiatu.</translation>
    </message>
    <message>
        <source>If %1 did not ask for it, call them now.</source>
        <translation>Jeśli %1 o to nie prosi, zadzwoń teraz do powiatu.</translation>
    </message>
</context>
<context>
    <name>print</name>
    <message>
        <source>Print</source>
        <translation>Drukuj</translation>
    </message>
    <message numerus="yes">
        <source>%n pages, A4</source>
        <translation>
            <numerusform>%n strona, A4</numerusform>
            <numerusform>%n strony, A4</numerusform>
            <numerusform>%n stron, A4</numerusform>
        </translation>
    </message>
    <message>
        <source>A PDF leaves the protection of Vatra: keep it where only you can open it.</source>
        <translation>Plik PDF wychodzi spod ochrony Vatry: przechowuj go tam, gdzie nikt inny go nie otworzy.</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Anuluj</translation>
    </message>
    <message>
        <source>Save as PDF</source>
        <translation>Zapisz jako PDF</translation>
    </message>
    <message>
        <source>What to print</source>
        <translation>Co wydrukować</translation>
    </message>
    <message>
        <source>The printer did not answer. Look whether it is on and try again.</source>
        <translation>Drukarka nie odpowiedziała. Sprawdź, czy jest włączona, i spróbuj ponownie.</translation>
    </message>
    <message>
        <source>The file could not be written there. Choose another folder.</source>
        <translation>Nie można tam zapisać pliku. Wybierz inny folder.</translation>
    </message>
    <message>
        <source>It could not be noted who prints or saves this, so nothing went out.</source>
        <translation>Nie udało się odnotować, kto drukuje lub zapisuje, dlatego nic nie wyszło z Vatry.</translation>
    </message>
</context>
<context>
    <name>recovery</name>
    <message>
        <source>I forgot my passphrase</source>
        <translation>Nie pamiętam hasła</translation>
    </message>
    <message>
        <source>A new passphrase for %1</source>
        <translation>Nowe hasło: %1</translation>
    </message>
    <message>
        <source>The county office can let you in again; nothing is lost. Choose a new passphrase, save the request on a stick and bring it to them: two people there open it together. Until their answer is here, nothing changes.</source>
        <translation>Powiat może znowu otworzyć Twoją pracę; nic nie zginęło. Wybierz nowe hasło, zapisz wniosek na pendrivie i zanieś go tam: otwierają go razem dwie osoby. Dopóki nie ma odpowiedzi, nic się nie zmienia.</translation>
    </message>
    <message>
        <source>What happened</source>
        <translation>Co się stało</translation>
    </message>
    <message>
        <source>The people at the county office read it.</source>
        <translation>Czytają to osoby w powiecie.</translation>
    </message>
    <message>
        <source>Ask the county office</source>
        <translation>Poproś powiat</translation>
    </message>
    <message>
        <source>Call the county office and read these signs to them, letter by letter. They answer only if theirs are the same.</source>
        <translation>Zadzwoń do powiatu i przeczytaj te znaki, jeden po drugim. Odpowiedzą tylko wtedy, gdy ich znaki są takie same.</translation>
    </message>
    <message>
        <source>When their answer is here, type your new passphrase and choose the file of the answer.</source>
        <translation>Gdy przyjdzie odpowiedź, wpisz nowe hasło i wybierz plik z odpowiedzią.</translation>
    </message>
    <message>
        <source>New passphrase</source>
        <translation>Nowe hasło</translation>
    </message>
    <message>
        <source>Bring the answer</source>
        <translation>Przynieś odpowiedź</translation>
    </message>
    <message>
        <source>Make a new request</source>
        <translation>Zrób nowy wniosek</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Zamknij</translation>
    </message>
    <message>
        <source>Save the request…</source>
        <translation>Zapisz wniosek…</translation>
    </message>
    <message>
        <source>Choose the answer…</source>
        <translation>Wybierz odpowiedź…</translation>
    </message>
    <message>
        <source>request</source>
        <translation>wniosek</translation>
    </message>
    <message>
        <source>Save the request</source>
        <translation>Zapisz wniosek</translation>
    </message>
    <message>
        <source>Choose the answer</source>
        <translation>Wybierz odpowiedź</translation>
    </message>
    <message>
        <source>The request is saved as %1. Take it to the county office.</source>
        <translation>Wniosek jest zapisany: %1. Zanieś go do powiatu.</translation>
    </message>
    <message>
        <source>Your request of %1 waits for the answer of the county office.</source>
        <translation>Twój wniosek z %1 czeka na odpowiedź powiatu.</translation>
    </message>
    <message>
        <source>Making the keys…</source>
        <translation>Tworzenie kluczy…</translation>
    </message>
    <message>
        <source>Opening the answer…</source>
        <translation>Otwieranie odpowiedzi…</translation>
    </message>
    <message>
        <source>This is not the new passphrase that you chose with this request. Check Caps Lock and the keyboard language.</source>
        <translation>To nie jest nowe hasło wybrane przy tym wniosku. Sprawdź Caps Lock i język klawiatury.</translation>
    </message>
</context>
<context>
    <name>register</name>
    <message>
        <source>New family</source>
        <translation>Nowa rodzina</translation>
    </message>
    <message>
        <source>Is it one of these?</source>
        <translation>Czy to któraś z nich?</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Anuluj</translation>
    </message>
    <message>
        <source>Register the family</source>
        <translation>Zarejestruj rodzinę</translation>
    </message>
    <message>
        <source>Stays on the laptop and goes to the county with the next sending.</source>
        <translation>Zostaje na laptopie i trafi do powiatu przy najbliższym wysłaniu.</translation>
    </message>
    <message>
        <source>surname</source>
        <translation>nazwisko</translation>
    </message>
    <message>
        <source>given names</source>
        <translation>imiona</translation>
    </message>
    <message>
        <source>Female or male</source>
        <translation>Płeć</translation>
    </message>
    <message>
        <source>Female</source>
        <translation>Kobieta</translation>
    </message>
    <message>
        <source>Male</source>
        <translation>Mężczyzna</translation>
    </message>
    <message>
        <source>Not known</source>
        <translation>Nie wiadomo</translation>
    </message>
    <message>
        <source>Date of birth</source>
        <translation>Data urodzenia</translation>
    </message>
    <message>
        <source>day month year</source>
        <translation>dzień miesiąc rok</translation>
    </message>
    <message>
        <source>Papers</source>
        <translation>Dokumenty</translation>
    </message>
    <message>
        <source>Has a %1</source>
        <translation>Ma %1</translation>
    </message>
    <message>
        <source>No papers</source>
        <translation>Bez dokumentów</translation>
    </message>
    <message>
        <source>Village</source>
        <translation>Wieś</translation>
    </message>
    <message>
        <source>Street and number</source>
        <translation>Ulica i numer</translation>
    </message>
    <message>
        <source>How to find the house</source>
        <translation>Jak trafić do domu</translation>
    </message>
    <message>
        <source>Phone</source>
        <translation>Telefon</translation>
    </message>
    <message>
        <source>Who it is about</source>
        <translation>O kogo chodzi</translation>
    </message>
    <message>
        <source>a neighbour&apos;s is enough</source>
        <translation>wystarczy sąsiada</translation>
    </message>
    <message>
        <source>the year alone is enough, or month and year</source>
        <translation>wystarczy sam rok albo miesiąc i rok</translation>
    </message>
    <message>
        <source>Enter a name first.</source>
        <translation>Najpierw wpisz nazwisko lub imię.</translation>
    </message>
    <message numerus="yes">
        <source>%n found</source>
        <translation>
            <numerusform>znaleziono %n</numerusform>
            <numerusform>znaleziono %n</numerusform>
            <numerusform>znaleziono %n</numerusform>
        </translation>
    </message>
    <message>
        <source>very likely</source>
        <translation>bardzo prawdopodobne</translation>
    </message>
    <message>
        <source>possible</source>
        <translation>możliwe</translation>
    </message>
    <message>
        <source>It is this one</source>
        <translation>To ta</translation>
    </message>
    <message>
        <source>Another one</source>
        <translation>Inna</translation>
    </message>
    <message>
        <source>Another one, not %1</source>
        <translation>Inna, nie: %1</translation>
    </message>
    <message>
        <source>It is this one: %1</source>
        <translation>To ta: %1</translation>
    </message>
    <message>
        <source>a name is enough, the rest at the visit</source>
        <translation>wystarczy nazwisko, reszta przy wizycie</translation>
    </message>
    <message>
        <source>same surname</source>
        <translation>to samo nazwisko</translation>
    </message>
    <message>
        <source>same village</source>
        <translation>ta sama wieś</translation>
    </message>
    <message>
        <source>same given name</source>
        <translation>to samo imię</translation>
    </message>
    <message>
        <source>born in the same year</source>
        <translation>ten sam rok urodzenia</translation>
    </message>
    <message>
        <source>same phone</source>
        <translation>ten sam telefon</translation>
    </message>
    <message>
        <source>same identity number</source>
        <translation>ten sam numer osobisty</translation>
    </message>
    <message>
        <source>Enter the date as day, month, year, for example 3.9.2015, or only the year.</source>
        <translation>Wpisz datę jako dzień, miesiąc, rok, na przykład 3.9.2015, albo tylko rok.</translation>
    </message>
    <message>
        <source>This date is in the future. Enter the day of birth.</source>
        <translation>Ta data jest w przyszłości. Wpisz dzień urodzenia.</translation>
    </message>
    <message>
        <source>This number has too few or too many digits for a %1. You may keep it as it is.</source>
        <translation>Ten numer ma za mało lub za dużo cyfr jak na %1. Można zostawić bez zmian.</translation>
    </message>
    <message>
        <source>A %1 has only digits. You may keep it as it is.</source>
        <translation>%1 ma tylko cyfry. Można zostawić bez zmian.</translation>
    </message>
    <message>
        <source>The check digit of the %1 does not fit. Compare with the document. You may keep it as it is.</source>
        <translation>Cyfra kontrolna nie pasuje (%1). Porównaj z dokumentem. Można zostawić bez zmian.</translation>
    </message>
    <message>
        <source>The %1 names a day or county that does not exist. Compare with the document. You may keep it as it is.</source>
        <translation>%1 wskazuje dzień, który nie istnieje. Porównaj z dokumentem. Można zostawić bez zmian.</translation>
    </message>
</context>
<context>
    <name>screens</name>
    <message>
        <source>Today</source>
        <translation>Dzisiaj</translation>
    </message>
    <message>
        <source>Families</source>
        <translation>Rodziny</translation>
    </message>
    <message>
        <source>New family</source>
        <translation>Nowa rodzina</translation>
    </message>
    <message>
        <source>Family</source>
        <translation>Rodzina</translation>
    </message>
    <message>
        <source>Visit</source>
        <translation>Wizyta</translation>
    </message>
    <message>
        <source>Assessment</source>
        <translation>Ocena</translation>
    </message>
    <message>
        <source>Import a list</source>
        <translation>Importuj listę</translation>
    </message>
    <message>
        <source>Check a printed statement</source>
        <translation>Sprawdź wydruk</translation>
    </message>
    <message>
        <source>Sync</source>
        <translation>Synchronizacja</translation>
    </message>
    <message>
        <source>To clear up</source>
        <translation>Do wyjaśnienia</translation>
    </message>
    <message>
        <source>Help</source>
        <translation>Pomoc</translation>
    </message>
    <message>
        <source>Settings</source>
        <translation>Ustawienia</translation>
    </message>
    <message>
        <source>How this laptop stands</source>
        <translation>Stan tego laptopa</translation>
    </message>
    <message>
        <source>Add a colleague</source>
        <translation>Dodaj współpracownika</translation>
    </message>
    <message>
        <source>Change my passphrase</source>
        <translation>Zmień moje hasło</translation>
    </message>
    <message>
        <source>People on this laptop</source>
        <translation>Osoby na tym laptopie</translation>
    </message>
</context>
<context>
    <name>search</name>
    <message numerus="yes">
        <source>%n families found</source>
        <translation>
            <numerusform>Znaleziono %n rodzinę</numerusform>
            <numerusform>Znaleziono %n rodziny</numerusform>
            <numerusform>Znaleziono %n rodzin</numerusform>
        </translation>
    </message>
    <message>
        <source>No family found for ‹%1›</source>
        <translation>Nie znaleziono rodziny: ‹%1›</translation>
    </message>
    <message>
        <source>Register a new family</source>
        <translation>Zarejestruj nową rodzinę</translation>
    </message>
    <message>
        <source>This looks like the checksum of one</source>
        <translation>To wygląda na sumę kontrolną wydruku</translation>
    </message>
</context>
<context>
    <name>settings</name>
    <message>
        <source>Language</source>
        <translation>Język</translation>
    </message>
    <message>
        <source>Normal</source>
        <translation>Zwykły</translation>
    </message>
    <message>
        <source>Larger</source>
        <translation>Większy</translation>
    </message>
    <message>
        <source>Largest</source>
        <translation>Największy</translation>
    </message>
    <message>
        <source>Text size</source>
        <translation>Rozmiar tekstu</translation>
    </message>
    <message>
        <source>Colours</source>
        <translation>Kolory</translation>
    </message>
    <message>
        <source>As the system</source>
        <translation>Jak w systemie</translation>
    </message>
    <message>
        <source>Light</source>
        <translation>Jasne</translation>
    </message>
    <message>
        <source>Dark</source>
        <translation>Ciemne</translation>
    </message>
    <message>
        <source>High contrast</source>
        <translation>Wysoki kontrast</translation>
    </message>
    <message>
        <source>Lock when nobody works</source>
        <translation>Blokuj, gdy nikt nie pracuje</translation>
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
        <translation>Ctrl i plus lub minus działa tak samo na każdym ekranie.</translation>
    </message>
    <message>
        <source>F12 locks at once. What is half typed is kept.</source>
        <translation>F12 blokuje od razu. To, co wpisano do połowy, zostaje.</translation>
    </message>
    <message>
        <source>This laptop</source>
        <translation>Ten laptop</translation>
    </message>
    <message>
        <source>County</source>
        <translation>Powiat</translation>
    </message>
    <message>
        <source>Commune</source>
        <translation>Gmina</translation>
    </message>
    <message>
        <source>Laptop</source>
        <translation>Laptop</translation>
    </message>
    <message>
        <source>Who works here and reads what; add a colleague, let one go.</source>
        <translation>Kto tu pracuje i co czyta; przyjęcie lub odejście współpracownika.</translation>
    </message>
</context>
<context>
    <name>setup</name>
    <message>
        <source>Step %1 of %2: %3</source>
        <translation>Krok %1 z %2: %3</translation>
    </message>
    <message>
        <source>Set up this laptop</source>
        <translation>Przygotuj laptop</translation>
    </message>
    <message>
        <source>County card</source>
        <translation>Karta powiatu</translation>
    </message>
    <message>
        <source>This laptop</source>
        <translation>Ten laptop</translation>
    </message>
    <message>
        <source>Passphrase</source>
        <translation>Hasło</translation>
    </message>
    <message>
        <source>Back</source>
        <translation>Wstecz</translation>
    </message>
    <message>
        <source>Go on</source>
        <translation>Dalej</translation>
    </message>
    <message>
        <source>The county gave your office a file, the county card. Choose it here.</source>
        <translation>Powiat przekazał biuru plik, kartę powiatu. Wybierz go tutaj.</translation>
    </message>
    <message>
        <source>Choose the county card</source>
        <translation>Wybierz kartę powiatu</translation>
    </message>
    <message>
        <source>Or type the county&apos;s address and the signs from its paper:</source>
        <translation>Albo wpisz adres powiatu i znaki z jego kartki:</translation>
    </message>
    <message>
        <source>Address of the county</source>
        <translation>Adres powiatu</translation>
    </message>
    <message>
        <source>Signs on the paper</source>
        <translation>Znaki z kartki</translation>
    </message>
    <message>
        <source>Fetch the card</source>
        <translation>Pobierz kartę</translation>
    </message>
    <message>
        <source>These are the signs you typed: the card is the county&apos;s.</source>
        <translation>To znaki, które wpisano: karta należy do powiatu.</translation>
    </message>
    <message>
        <source>Compare these signs with the paper from the county, letter by letter.</source>
        <translation>Porównaj te znaki z kartką z powiatu, znak po znaku.</translation>
    </message>
    <message>
        <source>Code from the county</source>
        <translation>Kod z powiatu</translation>
    </message>
    <message>
        <source>Name of this laptop</source>
        <translation>Nazwa laptopa</translation>
    </message>
    <message>
        <source>It works once and says which commune and which worker this laptop is for.</source>
        <translation>Działa raz i mówi, dla której gminy i dla kogo jest ten laptop.</translation>
    </message>
    <message>
        <source>Such as PC-2: colleagues and the county see it beside your records.</source>
        <translation>Na przykład PC-2: współpracownicy i powiat widzą tę nazwę przy zapisach.</translation>
    </message>
    <message>
        <source>I have written it on paper</source>
        <translation>Hasło jest zapisane na kartce</translation>
    </message>
    <message>
        <source>Asking the county…</source>
        <translation>Pytanie do powiatu…</translation>
    </message>
</context>
<context>
    <name>statement</name>
    <message>
        <source>Checksum at the foot of the page</source>
        <translation>Suma kontrolna na dole strony</translation>
    </message>
    <message>
        <source>Check</source>
        <translation>Sprawdź</translation>
    </message>
    <message>
        <source>Open it to compare</source>
        <translation>Otwórz, aby porównać</translation>
    </message>
    <message>
        <source>Type the checksum as it stands, with or without gaps; the first three groups are enough. Vatra tells which sealed assessment it belongs to, on this laptop and without a line.</source>
        <translation>Wpisz sumę kontrolną tak, jak jest na kartce, z odstępami lub bez; wystarczą pierwsze trzy grupy. Vatra powie, do której zapieczętowanej oceny należy: na tym laptopie i bez internetu.</translation>
    </message>
    <message>
        <source>This checksum is right: the record below was sealed so and has not changed.</source>
        <translation>Suma kontrolna się zgadza: poniższy zapis tak zapieczętowano i nie zmienił się.</translation>
    </message>
    <message>
        <source>Nearly right: look again at group %1, counted from the left.</source>
        <translation>Prawie dobrze: spójrz jeszcze raz na grupę %1, licząc od lewej.</translation>
    </message>
    <message>
        <source>Type at least the first three groups of four.</source>
        <translation>Wpisz co najmniej pierwsze trzy grupy po cztery znaki.</translation>
    </message>
    <message>
        <source>A checksum has the digits 0 to 9 and the letters a to f, 32 of them at most.</source>
        <translation>Suma kontrolna ma cyfry od 0 do 9 i litery od a do f, najwyżej 32.</translation>
    </message>
    <message>
        <source>No sealed assessment on this laptop has this checksum. Compare it with the paper once more; if it is typed right, the paper is from another commune, or it does not say what was sealed.</source>
        <translation>Żadna zapieczętowana ocena na tym laptopie nie ma tej sumy kontrolnej. Porównaj ją jeszcze raz z kartką; jeśli jest wpisana dobrze, kartka pochodzi z innej gminy albo nie mówi tego, co zapieczętowano.</translation>
    </message>
    <message>
        <source>Form</source>
        <translation>Formularz</translation>
    </message>
    <message>
        <source>Family</source>
        <translation>Rodzina</translation>
    </message>
    <message>
        <source>Day</source>
        <translation>Dzień</translation>
    </message>
    <message>
        <source>Level</source>
        <translation>Poziom</translation>
    </message>
    <message>
        <source>Sealed</source>
        <translation>Zapieczętowano</translation>
    </message>
    <message>
        <source>Compare the lines of the paper with the record: a checksum can be copied, too.</source>
        <translation>Porównaj wiersze na kartce z zapisem: sumę kontrolną też można przepisać.</translation>
    </message>
    <message>
        <source>The paper is the anonymous copy.</source>
        <translation>Kartka to kopia anonimowa.</translation>
    </message>
    <message>
        <source>It was corrected since; the correction is what counts.</source>
        <translation>Od tego czasu ją poprawiono; liczy się poprawka.</translation>
    </message>
</context>
<context>
    <name>sync</name>
    <message>
        <source>What was done and what has arrived</source>
        <translation>Co zapisano i co dotarło</translation>
    </message>
    <message>
        <source>Held back at the county</source>
        <translation>Wstrzymane w powiecie</translation>
    </message>
    <message>
        <source>Send again</source>
        <translation>Wyślij ponownie</translation>
    </message>
    <message>
        <source>Write anew</source>
        <translation>Napisz od nowa</translation>
    </message>
    <message>
        <source>Put away</source>
        <translation>Odłóż</translation>
    </message>
    <message>
        <source>The county keeps it; here nothing waits for it any more.</source>
        <translation>Powiat to przechowuje; tutaj nic już na to nie czeka.</translation>
    </message>
    <message>
        <source>Sending and days</source>
        <translation>Wysyłanie i dni</translation>
    </message>
    <message>
        <source>Held back</source>
        <translation>Wstrzymane</translation>
    </message>
    <message>
        <source>By internet</source>
        <translation>Przez internet</translation>
    </message>
    <message>
        <source>Sending and receiving</source>
        <translation>Wysyłanie i odbieranie</translation>
    </message>
    <message>
        <source>Try now</source>
        <translation>Spróbuj teraz</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Anuluj</translation>
    </message>
    <message>
        <source>Vatra tries by itself every 15 minutes.</source>
        <translation>Vatra próbuje sama co 15 minut.</translation>
    </message>
    <message>
        <source>Days</source>
        <translation>Dni</translation>
    </message>
    <message>
        <source>Nothing to send</source>
        <translation>Nic do wysłania</translation>
    </message>
    <message>
        <source>What you save appears here day by day, with the word of the county that it has arrived.</source>
        <translation>Zapisy pojawiają się tu dzień po dniu, z potwierdzeniem, że dotarły.</translation>
    </message>
    <message>
        <source>Three different words</source>
        <translation>Trzy różne słowa</translation>
    </message>
    <message>
        <source>Saved</source>
        <translation>Zapisano</translation>
    </message>
    <message>
        <source>It is on this laptop, also after a power cut.</source>
        <translation>Jest na tym laptopie, także po zaniku prądu.</translation>
    </message>
    <message>
        <source>Sent</source>
        <translation>Wysłano</translation>
    </message>
    <message>
        <source>It has left; the receipt is still to come.</source>
        <translation>Wyszło; potwierdzenie jeszcze nie przyszło.</translation>
    </message>
    <message>
        <source>At the county</source>
        <translation>Dotarło</translation>
    </message>
    <message>
        <source>The county has confirmed that it holds it.</source>
        <translation>Powiat potwierdził, że to ma.</translation>
    </message>
    <message>
        <source>Sync</source>
        <translation>Synchronizacja</translation>
    </message>
    <message>
        <source>Times are put right when they are sent; set the clock all the same, so that days are right here.</source>
        <translation>Przy wysyłaniu godziny są poprawiane; proszę mimo to ustawić zegar, aby dni się tu zgadzały.</translation>
    </message>
    <message numerus="yes">
        <source>%n records are held back at the county.</source>
        <translation>
            <numerusform>%n zapis jest wstrzymany w powiecie.</numerusform>
            <numerusform>%n zapisy są wstrzymane w powiecie.</numerusform>
            <numerusform>%n zapisów jest wstrzymanych w powiecie.</numerusform>
        </translation>
    </message>
    <message>
        <source>family</source>
        <translation>rodzina</translation>
    </message>
    <message>
        <source>person</source>
        <translation>osoba</translation>
    </message>
    <message>
        <source>member of the household</source>
        <translation>członek gospodarstwa</translation>
    </message>
    <message>
        <source>visit</source>
        <translation>wizyta</translation>
    </message>
    <message>
        <source>assessment</source>
        <translation>ocena</translation>
    </message>
    <message>
        <source>task</source>
        <translation>zadanie</translation>
    </message>
    <message>
        <source>note</source>
        <translation>notatka</translation>
    </message>
    <message>
        <source>confidential part of a form</source>
        <translation>poufna część formularza</translation>
    </message>
    <message>
        <source>worker</source>
        <translation>pracownik</translation>
    </message>
    <message>
        <source>The county no longer accepts work from this laptop. Call the county office.</source>
        <translation>Powiat nie przyjmuje już zapisów z tego laptopa. Trzeba zadzwonić do powiatu.</translation>
    </message>
    <message>
        <source>The county does not know who wrote this. Ask it to add the worker to this laptop.</source>
        <translation>Powiat nie zna autora zapisu. Trzeba poprosić o dodanie pracownika do tego laptopa.</translation>
    </message>
    <message>
        <source>This is too much for one record. Write it again in two shorter ones.</source>
        <translation>To za dużo jak na jeden zapis. Warto zapisać to ponownie w dwóch krótszych.</translation>
    </message>
    <message>
        <source>The county cannot read this record. Call the county office; nothing is lost.</source>
        <translation>Powiat nie może odczytać tego zapisu. Trzeba zadzwonić do powiatu; nic nie zginęło.</translation>
    </message>
    <message>
        <source>The family belongs to another commune now. The county decides who goes on.</source>
        <translation>Rodzina należy teraz do innej gminy. Powiat zdecyduje, kto prowadzi ją dalej.</translation>
    </message>
    <message>
        <source>Only the county may change this. Tell the county office what should change.</source>
        <translation>Tylko powiat może to zmienić. Trzeba przekazać powiatowi, co ma się zmienić.</translation>
    </message>
    <message>
        <source>An assessment that is finished never changes. Write a new one that corrects it.</source>
        <translation>Zakończona ocena już się nie zmienia. Proszę sporządzić nową, która ją poprawia.</translation>
    </message>
    <message>
        <source>Only a supervisor decides between two levels of risk. The county office asks one.</source>
        <translation>Między dwoma poziomami ryzyka decyduje tylko przełożony. Powiat go zapyta.</translation>
    </message>
    <message>
        <source>The county looks at it first. Nothing is lost.</source>
        <translation>Powiat najpierw to sprawdzi. Nic nie zginęło.</translation>
    </message>
    <message>
        <source>The clock of this laptop is wrong: it was %1 when the county&apos;s clock showed %2.</source>
        <translation>Zegar tego laptopa jest zły: pokazywał %1, gdy zegar powiatu pokazywał %2.</translation>
    </message>
    <message numerus="yes">
        <source>The clock of this laptop is %n minutes slow.</source>
        <translation>
            <numerusform>Zegar tego laptopa spóźnia się o %n minutę.</numerusform>
            <numerusform>Zegar tego laptopa spóźnia się o %n minuty.</numerusform>
            <numerusform>Zegar tego laptopa spóźnia się o %n minut.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>The clock of this laptop is %n minutes fast.</source>
        <translation>
            <numerusform>Zegar tego laptopa spieszy się o %n minutę.</numerusform>
            <numerusform>Zegar tego laptopa spieszy się o %n minuty.</numerusform>
            <numerusform>Zegar tego laptopa spieszy się o %n minut.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n records</source>
        <translation>
            <numerusform>%n zapis</numerusform>
            <numerusform>%n zapisy</numerusform>
            <numerusform>%n zapisów</numerusform>
        </translation>
    </message>
    <message>
        <source>Everything you did that day is at the county · receipt %1</source>
        <translation>Cała praca z tego dnia jest w powiecie · potwierdzenie %1</translation>
    </message>
    <message>
        <source>The county office writes: %1</source>
        <translation>Powiat pisze: %1</translation>
    </message>
    <message numerus="yes">
        <source>%n held back</source>
        <translation>
            <numerusform>%n wstrzymany</numerusform>
            <numerusform>%n wstrzymane</numerusform>
            <numerusform>%n wstrzymanych</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n to send</source>
        <translation>
            <numerusform>%n do wysłania</numerusform>
            <numerusform>%n do wysłania</numerusform>
            <numerusform>%n do wysłania</numerusform>
        </translation>
    </message>
    <message>
        <source>all at the county</source>
        <translation>wszystko dotarło</translation>
    </message>
    <message numerus="yes">
        <source>%n at the county</source>
        <translation>
            <numerusform>%n dotarł</numerusform>
            <numerusform>%n dotarły</numerusform>
            <numerusform>%n dotarło</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n records are saved on this laptop and wait to be sent.</source>
        <translation>
            <numerusform>%n zapis jest na tym laptopie i czeka na wysłanie.</numerusform>
            <numerusform>%n zapisy są na tym laptopie i czekają na wysłanie.</numerusform>
            <numerusform>%n zapisów jest na tym laptopie i czeka na wysłanie.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>All text is at the county. %n pictures or scans follow.</source>
        <translation>
            <numerusform>Wszystkie teksty dotarły. Idzie jeszcze %n zdjęcie lub skan.</numerusform>
            <numerusform>Wszystkie teksty dotarły. Idą jeszcze %n zdjęcia lub skany.</numerusform>
            <numerusform>Wszystkie teksty dotarły. Idzie jeszcze %n zdjęć lub skanów.</numerusform>
        </translation>
    </message>
    <message>
        <source>Nothing has been sent from this laptop yet.</source>
        <translation>Z tego laptopa nic jeszcze nie wysłano.</translation>
    </message>
    <message>
        <source>Nothing waits to be sent.</source>
        <translation>Nic nie czeka na wysłanie.</translation>
    </message>
    <message>
        <source>no contact yet</source>
        <translation>jeszcze bez kontaktu</translation>
    </message>
    <message>
        <source>last contact: %1</source>
        <translation>ostatni kontakt: %1</translation>
    </message>
    <message>
        <source>Sending: record %1 of %2</source>
        <translation>Wysyłanie: zapis %1 z %2</translation>
    </message>
    <message numerus="yes">
        <source>Receiving: %n records so far</source>
        <translation>
            <numerusform>Odbieranie: %n zapis do tej pory</numerusform>
            <numerusform>Odbieranie: %n zapisy do tej pory</numerusform>
            <numerusform>Odbieranie: %n zapisów do tej pory</numerusform>
        </translation>
    </message>
    <message>
        <source>Looking for the county…</source>
        <translation>Szukanie połączenia z powiatem…</translation>
    </message>
    <message numerus="yes">
        <source>%n records sent</source>
        <translation>
            <numerusform>Wysłano %n zapis</numerusform>
            <numerusform>Wysłano %n zapisy</numerusform>
            <numerusform>Wysłano %n zapisów</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n received</source>
        <translation>
            <numerusform>odebrano %n</numerusform>
            <numerusform>odebrano %n</numerusform>
            <numerusform>odebrano %n</numerusform>
        </translation>
    </message>
    <message>
        <source>Interrupted. It goes on by itself from here.</source>
        <translation>Przerwano. Wysyłanie ruszy dalej samo od tego miejsca.</translation>
    </message>
    <message>
        <source>A family</source>
        <translation>Rodzina</translation>
    </message>
    <message>
        <source>%1 was erased by order: nothing of it is left on this laptop.</source>
        <translation>%1: dane rodziny usunięto na mocy nakazu; na tym laptopie nic po nich nie zostało.</translation>
    </message>
    <message>
        <source>%1 was handed over to %2; what you had written about it is there, too.</source>
        <translation>%1: rodzinę przekazano (%2); to, co o niej zapisano, jest także tam.</translation>
    </message>
    <message>
        <source>Visit, not finished</source>
        <translation>Wizyta, nieukończona</translation>
    </message>
    <message>
        <source>Assessment, not finished</source>
        <translation>Ocena, nieukończona</translation>
    </message>
    <message>
        <source>Note, half typed</source>
        <translation>Notatka, zaczęta</translation>
    </message>
    <message>
        <source>Half typed</source>
        <translation>Zaczęte</translation>
    </message>
    <message>
        <source>Begun here, before the family moved</source>
        <translation>Zaczęte tutaj, zanim rodzina się przeprowadziła</translation>
    </message>
    <message>
        <source>Typed %1; the family is in %2 now.</source>
        <translation>Wpisano: %1; rodzina jest teraz w gminie %2.</translation>
    </message>
    <message>
        <source>another commune</source>
        <translation>inna gmina</translation>
    </message>
    <message>
        <source>Read</source>
        <translation>Czytaj</translation>
    </message>
    <message>
        <source>Copy the text</source>
        <translation>Kopiuj tekst</translation>
    </message>
    <message>
        <source>Throw away</source>
        <translation>Wyrzuć</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Zamknij</translation>
    </message>
    <message>
        <source>Copied</source>
        <translation>Skopiowano</translation>
    </message>
    <message>
        <source>Throw away for good</source>
        <translation>Wyrzuć na zawsze</translation>
    </message>
    <message>
        <source>New form from the county: %1.</source>
        <translation>Nowy formularz z powiatu: %1.</translation>
    </message>
    <message>
        <source>Stopping…</source>
        <translation>Zatrzymywanie…</translation>
    </message>
    <message>
        <source>Where there is no line. What is written on the stick opens only at the county, and its answer only on this laptop.</source>
        <translation>Tam, gdzie nie ma łącza. Zapis na pendrivie otworzy tylko powiat, a odpowiedź tylko ten laptop.</translation>
    </message>
    <message>
        <source>By USB stick</source>
        <translation>Pendrivem</translation>
    </message>
    <message>
        <source>Carry to the county</source>
        <translation>Zanieś do powiatu</translation>
    </message>
    <message>
        <source>Bring from the county</source>
        <translation>Przynieś z powiatu</translation>
    </message>
    <message>
        <source>Choose the folder on the stick</source>
        <translation>Wybierz folder na pendrivie</translation>
    </message>
    <message numerus="yes">
        <source>%n records are on the stick.</source>
        <translation>
            <numerusform>%n zapis jest na pendrivie.</numerusform>
            <numerusform>%n zapisy są na pendrivie.</numerusform>
            <numerusform>%n zapisów jest na pendrivie.</numerusform>
        </translation>
    </message>
    <message>
        <source>Nothing waits; the stick asks for what is new.</source>
        <translation>Nic nie czeka; pendrive pyta o nowości.</translation>
    </message>
    <message>
        <source>Working with the stick…</source>
        <translation>Praca z pendrivem…</translation>
    </message>
    <message>
        <source>Everything on the stick was known already.</source>
        <translation>Wszystko na pendrivie było już znane.</translation>
    </message>
    <message numerus="yes">
        <source>%n of your records are at the county</source>
        <translation>
            <numerusform>%n Twój zapis jest w powiecie</numerusform>
            <numerusform>%n Twoje zapisy są w powiecie</numerusform>
            <numerusform>%n Twoich zapisów jest w powiecie</numerusform>
        </translation>
    </message>
    <message>
        <source>Take it to the county office, and bring it back with the answer.</source>
        <translation>Zanieś go do biura powiatu i przynieś z powrotem z odpowiedzią.</translation>
    </message>
</context>
<context>
    <name>sync_chip</name>
    <message>
        <source>sending %1 of %2</source>
        <translation>wysyłanie: %1 z %2</translation>
    </message>
    <message numerus="yes">
        <source>%n held back</source>
        <translation>
            <numerusform>zatrzymano: %n</numerusform>
            <numerusform>zatrzymano: %n</numerusform>
            <numerusform>zatrzymano: %n</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>no contact for %n days</source>
        <translation>
            <numerusform>bez kontaktu %n dzień</numerusform>
            <numerusform>bez kontaktu %n dni</numerusform>
            <numerusform>bez kontaktu %n dni</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n to send</source>
        <translation>
            <numerusform>do wysłania: %n</numerusform>
            <numerusform>do wysłania: %n</numerusform>
            <numerusform>do wysłania: %n</numerusform>
        </translation>
    </message>
    <message>
        <source>All at the county · %1</source>
        <translation>Wszystko dotarło · %1</translation>
    </message>
    <message>
        <source>Nothing sent yet</source>
        <translation>Nic jeszcze nie wysłano</translation>
    </message>
</context>
<context>
    <name>team</name>
    <message>
        <source>People on this laptop</source>
        <translation>Osoby na tym laptopie</translation>
    </message>
    <message>
        <source>How they come</source>
        <translation>Sposób przyjęcia</translation>
    </message>
    <message>
        <source>With a code of the county</source>
        <translation>Z kodem z powiatu</translation>
    </message>
    <message>
        <source>Without a code</source>
        <translation>Bez kodu</translation>
    </message>
    <message>
        <source>Code of the county</source>
        <translation>Kod z powiatu</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>Imię i nazwisko</translation>
    </message>
    <message>
        <source>first name, surname</source>
        <translation>imię, nazwisko</translation>
    </message>
    <message>
        <source>Profession</source>
        <translation>Zawód</translation>
    </message>
    <message>
        <source>Choose</source>
        <translation>Wybierz</translation>
    </message>
    <message>
        <source>It works once and says who comes and with which profession. A connection is needed for this.</source>
        <translation>Działa raz i mówi, kto przychodzi i z jakim zawodem. Potrzebne jest do tego połączenie.</translation>
    </message>
    <message>
        <source>No connection is needed. The county learns of it with the next sending and must agree; until then your colleague works here as everybody does.</source>
        <translation>Połączenie nie jest potrzebne. Powiat dowie się przy najbliższym wysłaniu i musi się zgodzić; do tego czasu ta osoba pracuje tu jak wszyscy.</translation>
    </message>
    <message>
        <source>Hand the laptop to your colleague now.</source>
        <translation>Teraz przekaż laptop tej osobie.</translation>
    </message>
    <message>
        <source>The passphrase is theirs alone. Look away while it is typed.</source>
        <translation>Hasło należy tylko do tej osoby. Odwróć wzrok, gdy je wpisuje.</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Anuluj</translation>
    </message>
    <message>
        <source>Back</source>
        <translation>Wstecz</translation>
    </message>
    <message>
        <source>Add the colleague</source>
        <translation>Dodaj tę osobę</translation>
    </message>
    <message>
        <source>Go on</source>
        <translation>Dalej</translation>
    </message>
    <message>
        <source>Asking the county…</source>
        <translation>Pytanie do powiatu…</translation>
    </message>
    <message>
        <source>Making the keys…</source>
        <translation>Tworzenie kluczy…</translation>
    </message>
    <message>
        <source>%1 works on this laptop from now on.</source>
        <translation>%1 od teraz pracuje na tym laptopie.</translation>
    </message>
    <message>
        <source>Who reads what</source>
        <translation>Kto co czyta</translation>
    </message>
    <message>
        <source>Add a colleague</source>
        <translation>Dodaj współpracownika</translation>
    </message>
    <message>
        <source>everybody on this laptop</source>
        <translation>wszyscy na tym laptopie</translation>
    </message>
    <message>
        <source>One laptop, several people</source>
        <translation>Jeden laptop, kilka osób</translation>
    </message>
    <message>
        <source>Everybody has a passphrase of their own. Nobody can look up another&apos;s.</source>
        <translation>Każdy ma własne hasło. Nikt nie może podejrzeć cudzego.</translation>
    </message>
    <message>
        <source>What a colleague wrote stays when they leave.</source>
        <translation>To, co ktoś zapisał, zostaje po jego odejściu.</translation>
    </message>
    <message>
        <source>%1 reads it from the next sign-in.</source>
        <translation>%1 przeczyta to od następnego zalogowania.</translation>
    </message>
    <message>
        <source>Hand over to %1?</source>
        <translation>Przekazać? Otrzyma: %1</translation>
    </message>
    <message>
        <source>Will be able to read: %1.</source>
        <translation>Będzie można czytać: %1.</translation>
    </message>
    <message>
        <source>Do this only for a colleague you know.</source>
        <translation>Zrób to tylko dla osoby, którą znasz.</translation>
    </message>
    <message>
        <source>Hand over</source>
        <translation>Przekaż</translation>
    </message>
    <message>
        <source>Handing over…</source>
        <translation>Przekazywanie…</translation>
    </message>
    <message>
        <source>%1 opens nothing any more on this laptop.</source>
        <translation>%1 niczego już nie otworzy na tym laptopie.</translation>
    </message>
    <message>
        <source>Let %1 go?</source>
        <translation>Zakończyć pracę tutaj? Odchodzi: %1</translation>
    </message>
    <message>
        <source>New keys are made for: %1. This can take a few minutes.</source>
        <translation>Powstaną nowe klucze do: %1. Może to potrwać kilka minut.</translation>
    </message>
    <message>
        <source>When a colleague who reads it signs in, new keys are made for: %1.</source>
        <translation>Gdy zaloguje się osoba, która je czyta, powstaną nowe klucze do: %1.</translation>
    </message>
    <message>
        <source>Nothing that was written is lost.</source>
        <translation>Nic z tego, co zapisano, nie ginie.</translation>
    </message>
    <message>
        <source>Let go</source>
        <translation>Zakończ pracę</translation>
    </message>
    <message>
        <source>Making new keys…</source>
        <translation>Tworzenie nowych kluczy…</translation>
    </message>
    <message>
        <source>families, people and visits</source>
        <translation>rodziny, osoby i wizyty</translation>
    </message>
    <message>
        <source>social notes</source>
        <translation>notatki socjalne</translation>
    </message>
    <message>
        <source>health notes</source>
        <translation>notatki o zdrowiu</translation>
    </message>
    <message>
        <source>school notes</source>
        <translation>notatki szkolne</translation>
    </message>
    <message>
        <source>Reads: %1</source>
        <translation>Czyta: %1</translation>
    </message>
    <message>
        <source>Waits for you to hand over: %1</source>
        <translation>Czeka na przekazanie przez Ciebie: %1</translation>
    </message>
    <message>
        <source>The county has let go: %1</source>
        <translation>Powiat zakończył pracę osób: %1</translation>
    </message>
    <message>
        <source>New keys were made for: %1</source>
        <translation>Utworzono nowe klucze do: %1</translation>
    </message>
    <message>
        <source>Waits for a colleague of the same profession to hand over: %1</source>
        <translation>Czeka na przekazanie przez osobę tego samego zawodu: %1</translation>
    </message>
    <message>
        <source>%1 waits for you to hand over: %2</source>
        <translation>%1 czeka na przekazanie przez Ciebie: %2</translation>
    </message>
    <message>
        <source>%1 (you)</source>
        <translation>%1 (Ty)</translation>
    </message>
    <message>
        <source>Not confirmed by the county yet.</source>
        <translation>Powiat jeszcze nie potwierdził.</translation>
    </message>
    <message>
        <source>Change my passphrase</source>
        <translation>Zmień moje hasło</translation>
    </message>
    <message>
        <source>New passphrase</source>
        <translation>Nowe hasło</translation>
    </message>
    <message>
        <source>Once more</source>
        <translation>Jeszcze raz</translation>
    </message>
    <message>
        <source>Other words</source>
        <translation>Inne słowa</translation>
    </message>
    <message>
        <source>These four words, or a sentence of your own of at least 15 letters without names.</source>
        <translation>Te cztery słowa albo własne zdanie z co najmniej 15 liter, bez imion i nazwisk.</translation>
    </message>
    <message>
        <source>Vatra offers these words. Write them on paper and keep it at home.</source>
        <translation>Vatra proponuje te słowa. Zapisz je na kartce i przechowuj ją w domu.</translation>
    </message>
    <message>
        <source>The two are not the same. Type it once more.</source>
        <translation>Te dwa hasła się różnią. Wpisz jeszcze raz.</translation>
    </message>
    <message>
        <source>Present passphrase</source>
        <translation>Obecne hasło</translation>
    </message>
    <message>
        <source>Change the passphrase</source>
        <translation>Zmień hasło</translation>
    </message>
    <message>
        <source>Your new passphrase opens Vatra from now on.</source>
        <translation>Od teraz Vatrę otwiera nowe hasło.</translation>
    </message>
</context>
<context>
    <name>today</name>
    <message>
        <source>Start visit</source>
        <translation>Zacznij wizytę</translation>
    </message>
    <message>
        <source>Open</source>
        <translation>Otwórz</translation>
    </message>
    <message>
        <source>Deadlines that cannot wait</source>
        <translation>Terminy, które nie mogą czekać</translation>
    </message>
    <message>
        <source>Today&apos;s route</source>
        <translation>Dzisiejsza trasa</translation>
    </message>
    <message>
        <source>New visit</source>
        <translation>Nowa wizyta</translation>
    </message>
    <message>
        <source>No visits planned</source>
        <translation>Nie zaplanowano wizyt</translation>
    </message>
    <message>
        <source>Look at the families</source>
        <translation>Zobacz rodziny</translation>
    </message>
    <message>
        <source>Deadlines and route</source>
        <translation>Terminy i trasa</translation>
    </message>
    <message>
        <source>Facts</source>
        <translation>Fakty</translation>
    </message>
    <message>
        <source>To finish</source>
        <translation>Do dokończenia</translation>
    </message>
    <message>
        <source>saved automatically</source>
        <translation>zapis automatyczny</translation>
    </message>
    <message>
        <source>Before you leave</source>
        <translation>Przed wyjazdem</translation>
    </message>
    <message>
        <source>Check again</source>
        <translation>Sprawdź ponownie</translation>
    </message>
    <message>
        <source>This laptop</source>
        <translation>Ten laptop</translation>
    </message>
    <message>
        <source>No families yet</source>
        <translation>Nie ma jeszcze rodzin</translation>
    </message>
    <message>
        <source>Register the first one or import a list.</source>
        <translation>Zarejestruj pierwszą albo zaimportuj listę.</translation>
    </message>
    <message numerus="yes">
        <source>See all %n deadlines</source>
        <translation>
            <numerusform>Zobacz wszystkie: %n termin</numerusform>
            <numerusform>Zobacz wszystkie: %n terminy</numerusform>
            <numerusform>Zobacz wszystkie: %n terminów</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n families</source>
        <translation>
            <numerusform>%n rodzina</numerusform>
            <numerusform>%n rodziny</numerusform>
            <numerusform>%n rodzin</numerusform>
        </translation>
    </message>
    <message>
        <source>Village not known</source>
        <translation>Wieś nieznana</translation>
    </message>
    <message>
        <source>Correction: %1</source>
        <translation>Poprawka: %1</translation>
    </message>
    <message>
        <source>Family not on this laptop</source>
        <translation>Tej rodziny nie ma na laptopie</translation>
    </message>
    <message numerus="yes">
        <source>%n answers</source>
        <translation>
            <numerusform>%n odpowiedź</numerusform>
            <numerusform>%n odpowiedzi</numerusform>
            <numerusform>%n odpowiedzi</numerusform>
        </translation>
    </message>
    <message>
        <source>Home visit</source>
        <translation>Wizyta domowa</translation>
    </message>
    <message>
        <source>Nothing received from the county yet</source>
        <translation>Nic jeszcze nie przyszło z powiatu</translation>
    </message>
    <message>
        <source>County data of %1</source>
        <translation>Dane z powiatu: %1</translation>
    </message>
    <message numerus="yes">
        <source>The laptop&apos;s clock is off by %n minutes. Check it: deadlines depend on it.</source>
        <translation>
            <numerusform>Zegar laptopa różni się o %n minutę. Sprawdź go: zależą od niego terminy.</numerusform>
            <numerusform>Zegar laptopa różni się o %n minuty. Sprawdź go: zależą od niego terminy.</numerusform>
            <numerusform>Zegar laptopa różni się o %n minut. Sprawdź go: zależą od niego terminy.</numerusform>
        </translation>
    </message>
    <message>
        <source>The clock was not compared with the county yet</source>
        <translation>Zegara jeszcze nie porównano z powiatem</translation>
    </message>
    <message>
        <source>The laptop&apos;s clock is right</source>
        <translation>Zegar laptopa działa dobrze</translation>
    </message>
    <message>
        <source>No safety copy yet</source>
        <translation>Nie ma jeszcze kopii zapasowej</translation>
    </message>
    <message>
        <source>Safety copy of %1</source>
        <translation>Kopia zapasowa: %1</translation>
    </message>
    <message>
        <source>Families</source>
        <translation>Rodziny</translation>
    </message>
    <message>
        <source>People</source>
        <translation>Osoby</translation>
    </message>
    <message>
        <source>Children</source>
        <translation>Dzieci</translation>
    </message>
    <message>
        <source>Visits this month</source>
        <translation>Wizyty w tym miesiącu</translation>
    </message>
</context>
<context>
    <name>trade</name>
    <message>
        <source>social worker</source>
        <translation>pracownik socjalny</translation>
    </message>
    <message>
        <source>social assistance technician</source>
        <translation>technik pomocy społecznej</translation>
    </message>
    <message>
        <source>community nurse</source>
        <translation>pielęgniarka środowiskowa</translation>
    </message>
    <message>
        <source>health mediator</source>
        <translation>mediator zdrowotny</translation>
    </message>
    <message>
        <source>school counsellor</source>
        <translation>pedagog szkolny</translation>
    </message>
    <message>
        <source>school mediator</source>
        <translation>mediator szkolny</translation>
    </message>
    <message>
        <source>family assistant</source>
        <translation>asystent rodziny</translation>
    </message>
    <message>
        <source>case manager</source>
        <translation>koordynator</translation>
    </message>
    <message>
        <source>supervisor</source>
        <translation>przełożony</translation>
    </message>
    <message>
        <source>reference person</source>
        <translation>osoba odniesienia</translation>
    </message>
    <message>
        <source>husband or wife</source>
        <translation>mąż lub żona</translation>
    </message>
    <message>
        <source>partner</source>
        <translation>partner</translation>
    </message>
    <message>
        <source>son</source>
        <translation>syn</translation>
    </message>
    <message>
        <source>daughter</source>
        <translation>córka</translation>
    </message>
    <message>
        <source>child</source>
        <translation>dziecko</translation>
    </message>
    <message>
        <source>grandchild</source>
        <translation>wnuk lub wnuczka</translation>
    </message>
    <message>
        <source>parent</source>
        <translation>rodzic</translation>
    </message>
    <message>
        <source>grandparent</source>
        <translation>dziadek lub babcia</translation>
    </message>
    <message>
        <source>brother or sister</source>
        <translation>brat lub siostra</translation>
    </message>
    <message>
        <source>other relative</source>
        <translation>inny krewny</translation>
    </message>
    <message>
        <source>not related</source>
        <translation>osoba niespokrewniona</translation>
    </message>
    <message>
        <source>Visit made</source>
        <translation>Wizyta odbyta</translation>
    </message>
    <message>
        <source>Visit, nobody at home</source>
        <translation>Wizyta, nikogo nie zastano</translation>
    </message>
    <message>
        <source>Visit refused</source>
        <translation>Odmowa wizyty</translation>
    </message>
    <message>
        <source>Visit, place not reachable</source>
        <translation>Wizyta, brak dojazdu</translation>
    </message>
    <message>
        <source>to send</source>
        <translation>do wysłania</translation>
    </message>
    <message>
        <source>at the county</source>
        <translation>dotarło</translation>
    </message>
    <message>
        <source>held back</source>
        <translation>zatrzymano</translation>
    </message>
    <message>
        <source>No risk identified</source>
        <translation>Brak zidentyfikowanego ryzyka</translation>
    </message>
    <message>
        <source>Low</source>
        <translation>Niskie</translation>
    </message>
    <message>
        <source>Medium</source>
        <translation>Średnie</translation>
    </message>
    <message>
        <source>High</source>
        <translation>Wysokie</translation>
    </message>
    <message>
        <source>Urgent</source>
        <translation>Pilne</translation>
    </message>
    <message>
        <source>everybody on the team</source>
        <translation>cały zespół</translation>
    </message>
    <message>
        <source>only social workers</source>
        <translation>tylko pracownicy socjalni</translation>
    </message>
    <message>
        <source>only health workers</source>
        <translation>tylko pracownicy ochrony zdrowia</translation>
    </message>
    <message>
        <source>only school workers</source>
        <translation>tylko pracownicy szkoły</translation>
    </message>
    <message>
        <source>Visit</source>
        <translation>Wizyta</translation>
    </message>
</context>
<context>
    <name>unlock</name>
    <message>
        <source>Show the passphrase while held (Ctrl+H)</source>
        <translation>Pokaż hasło podczas przytrzymania (Ctrl+H)</translation>
    </message>
    <message>
        <source>Who is working now?</source>
        <translation>Kto teraz pracuje?</translation>
    </message>
    <message>
        <source>Passphrase</source>
        <translation>Hasło</translation>
    </message>
    <message>
        <source>Open</source>
        <translation>Otwórz</translation>
    </message>
    <message>
        <source>I forgot my passphrase</source>
        <translation>Nie pamiętam hasła</translation>
    </message>
    <message>
        <source>Look again</source>
        <translation>Sprawdź ponownie</translation>
    </message>
    <message>
        <source>%1 · laptop %2</source>
        <translation>%1 · laptop %2</translation>
    </message>
    <message>
        <source>The store of this laptop needs help</source>
        <translation>Dane tego laptopa wymagają pomocy</translation>
    </message>
    <message>
        <source>Opening…</source>
        <translation>Otwieranie…</translation>
    </message>
    <message numerus="yes">
        <source>Try again in %n seconds. Nothing has been deleted.</source>
        <translation>
            <numerusform>Spróbuj ponownie za %n sekundę. Nic nie zostało usunięte.</numerusform>
            <numerusform>Spróbuj ponownie za %n sekundy. Nic nie zostało usunięte.</numerusform>
            <numerusform>Spróbuj ponownie za %n sekund. Nic nie zostało usunięte.</numerusform>
        </translation>
    </message>
    <message>
        <source>Caps Lock is on.</source>
        <translation>Caps Lock jest włączony.</translation>
    </message>
    <message>
        <source>It works the same without internet. What colleagues wrote stays theirs and is not lost when somebody else works here.</source>
        <translation>Bez internetu działa tak samo. To, co zapisali inni, zostaje ich i nie ginie przy zmianie pracownika.</translation>
    </message>
    <message numerus="yes">
        <source>Try again in %n minutes. Nothing has been deleted.</source>
        <translation>
            <numerusform>Spróbuj ponownie za %n minutę. Niczego nie usunięto.</numerusform>
            <numerusform>Spróbuj ponownie za %n minuty. Niczego nie usunięto.</numerusform>
            <numerusform>Spróbuj ponownie za %n minut. Niczego nie usunięto.</numerusform>
        </translation>
    </message>
    <message>
        <source>in use</source>
        <translation>w użyciu</translation>
    </message>
    <message>
        <source>Use the copy</source>
        <translation>Użyj kopii</translation>
    </message>
    <message>
        <source>Without the copy</source>
        <translation>Bez kopii</translation>
    </message>
    <message>
        <source>Last copy: %1.</source>
        <translation>Ostatnia kopia: %1.</translation>
    </message>
    <message>
        <source>The county office let you in again (%1). Your new passphrase opens Vatra from now on.</source>
        <translation>Powiat znowu otworzył Twoją pracę (%1). Od teraz Vatrę otwiera nowe hasło.</translation>
    </message>
    <message>
        <source>Your passphrase brings back the copy (%1). What the county already has comes back by itself; the former files stay on this laptop.</source>
        <translation>Hasło przywraca kopię (%1). To, co powiat już ma, wróci samo; dawne pliki zostają na tym laptopie.</translation>
    </message>
</context>
<context>
    <name>visit</name>
    <message>
        <source>Suggested level</source>
        <translation>Sugerowany poziom</translation>
    </message>
    <message>
        <source>Show</source>
        <translation>Pokaż</translation>
    </message>
    <message>
        <source>Last visit</source>
        <translation>Ostatnia wizyta</translation>
    </message>
    <message>
        <source>The family</source>
        <translation>Rodzina</translation>
    </message>
    <message>
        <source>No visit is recorded yet.</source>
        <translation>Nie zapisano jeszcze żadnej wizyty.</translation>
    </message>
    <message>
        <source>How to find the house</source>
        <translation>Jak trafić do domu</translation>
    </message>
    <message>
        <source>Phone</source>
        <translation>Telefon</translation>
    </message>
    <message numerus="yes">
        <source>%n points</source>
        <translation>
            <numerusform>%n punkt</numerusform>
            <numerusform>%n punkty</numerusform>
            <numerusform>%n punktów</numerusform>
        </translation>
    </message>
    <message>
        <source>Hide</source>
        <translation>Ukryj</translation>
    </message>
    <message>
        <source>Found</source>
        <translation>Ustalono</translation>
    </message>
    <message>
        <source>Done</source>
        <translation>Zrobiono</translation>
    </message>
    <message>
        <source>Home visit</source>
        <translation>Wizyta w środowisku</translation>
    </message>
    <message>
        <source>Which child</source>
        <translation>Które dziecko</translation>
    </message>
    <message>
        <source>Nothing yet. What is added here is kept at once and belongs to this visit.</source>
        <translation>Jeszcze nic. To, co tu dodasz, zostaje zachowane od razu i należy do tej wizyty.</translation>
    </message>
    <message numerus="yes">
        <source>%n answers are set aside; they come back if you change your answer back.</source>
        <translation>
            <numerusform>%n odpowiedź odłożono; wróci po przywróceniu poprzedniej odpowiedzi.</numerusform>
            <numerusform>%n odpowiedzi odłożono; wrócą po przywróceniu poprzedniej odpowiedzi.</numerusform>
            <numerusform>%n odpowiedzi odłożono; wrócą po przywróceniu poprzedniej odpowiedzi.</numerusform>
        </translation>
    </message>
    <message>
        <source>Still to answer</source>
        <translation>Do uzupełnienia</translation>
    </message>
    <message>
        <source>Next section</source>
        <translation>Następna sekcja</translation>
    </message>
    <message numerus="yes">
        <source>Answer %n questions</source>
        <translation>
            <numerusform>Uzupełnij %n pytanie</numerusform>
            <numerusform>Uzupełnij %n pytania</numerusform>
            <numerusform>Uzupełnij %n pytań</numerusform>
        </translation>
    </message>
    <message>
        <source>Finish visit</source>
        <translation>Zakończ wizytę</translation>
    </message>
    <message>
        <source>Danger sign recorded.</source>
        <translation>Zapisano sygnał zagrożenia.</translation>
    </message>
    <message>
        <source>The visit is recorded.</source>
        <translation>Wizyta została zapisana.</translation>
    </message>
    <message>
        <source>no longer in the household</source>
        <translation>już nie w gospodarstwie</translation>
    </message>
    <message>
        <source>begun at %1</source>
        <translation>rozpoczęto o %1</translation>
    </message>
</context>
</TS>
