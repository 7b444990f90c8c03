<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="en_US">
<context>
    <name>assessment</name>
    <message>
        <source>%1 · provisional</source>
        <translation>%1 · provisional</translation>
    </message>
    <message>
        <source>Suggested level</source>
        <translation>Suggested level</translation>
    </message>
    <message>
        <source>Show</source>
        <translation>Show</translation>
    </message>
    <message>
        <source>The family</source>
        <translation>The family</translation>
    </message>
    <message>
        <source>Hide</source>
        <translation>Hide</translation>
    </message>
    <message>
        <source>Which level do you give?</source>
        <translation>Which level do you give?</translation>
    </message>
    <message>
        <source>You decide otherwise than the form suggests. Write why; it is kept with the level.</source>
        <translation>You decide otherwise than the form suggests. Write why; it is kept with the level.</translation>
    </message>
    <message>
        <source>Why this level</source>
        <translation>Why this level</translation>
    </message>
    <message>
        <source>After sealing nothing can be changed; the answers go to the county with the next sync.</source>
        <translation>After sealing nothing can be changed; the answers go to the county with the next sync.</translation>
    </message>
    <message numerus="yes">
        <source>%n questions are still to answer:</source>
        <translation>
            <numerusform>%n question is still to answer:</numerusform>
            <numerusform>%n questions are still to answer:</numerusform>
        </translation>
    </message>
    <message>
        <source>Nothing is missing.</source>
        <translation>Nothing is missing.</translation>
    </message>
    <message>
        <source>Which of them</source>
        <translation>Which of them</translation>
    </message>
    <message>
        <source>Somebody is missing</source>
        <translation>Somebody is missing</translation>
    </message>
    <message>
        <source>Add a row</source>
        <translation>Add a row</translation>
    </message>
    <message>
        <source>Remove this row</source>
        <translation>Remove this row</translation>
    </message>
    <message>
        <source>Correct this assessment</source>
        <translation>Correct this assessment</translation>
    </message>
    <message>
        <source>Level and result</source>
        <translation>Level and result</translation>
    </message>
    <message>
        <source>Leave the level as it is</source>
        <translation>Leave the level as it is</translation>
    </message>
    <message>
        <source>Confirm another level</source>
        <translation>Confirm another level</translation>
    </message>
    <message numerus="yes">
        <source>%n answers are set aside; they come back if you change your answer back.</source>
        <translation>
            <numerusform>%n answer is set aside; it comes back if you change your answer back.</numerusform>
            <numerusform>%n answers are set aside; they come back if you change your answer back.</numerusform>
        </translation>
    </message>
    <message>
        <source>Next section</source>
        <translation>Next section</translation>
    </message>
    <message>
        <source>Choose a level</source>
        <translation>Choose a level</translation>
    </message>
    <message>
        <source>Keep this level</source>
        <translation>Keep this level</translation>
    </message>
    <message>
        <source>Print</source>
        <translation>Print</translation>
    </message>
    <message numerus="yes">
        <source>Answer %n questions</source>
        <translation>
            <numerusform>Answer %n question</numerusform>
            <numerusform>Answer %n questions</numerusform>
        </translation>
    </message>
    <message>
        <source>The level is kept.</source>
        <translation>The level is kept.</translation>
    </message>
    <message>
        <source>Write the reason</source>
        <translation>Write the reason</translation>
    </message>
    <message>
        <source>Finish and seal</source>
        <translation>Finish and seal</translation>
    </message>
    <message>
        <source>Danger sign recorded, the supervisor gets a task.</source>
        <translation>Danger sign recorded, the supervisor gets a task.</translation>
    </message>
    <message>
        <source>A correction of this assessment was sealed %1.</source>
        <translation>A correction of this assessment was sealed %1.</translation>
    </message>
    <message>
        <source>The correction is what counts.</source>
        <translation>The correction is what counts.</translation>
    </message>
    <message>
        <source>The assessment is sealed.</source>
        <translation>The assessment is sealed.</translation>
    </message>
    <message>
        <source>The whole assessment</source>
        <translation>The whole assessment</translation>
    </message>
    <message>
        <source>What has changed since last time</source>
        <translation>What has changed since last time</translation>
    </message>
    <message>
        <source>Anonymous copy</source>
        <translation>Anonymous copy</translation>
    </message>
    <message>
        <source>Economic situation</source>
        <translation>Economic situation</translation>
    </message>
    <message>
        <source>Social situation</source>
        <translation>Social situation</translation>
    </message>
    <message>
        <source>Health</source>
        <translation>Health</translation>
    </message>
    <message>
        <source>Education</source>
        <translation>Education</translation>
    </message>
    <message>
        <source>Housing</source>
        <translation>Housing</translation>
    </message>
    <message>
        <source>Behaviour and safety</source>
        <translation>Behaviour and safety</translation>
    </message>
    <message>
        <source>Row %1</source>
        <translation>Row %1</translation>
    </message>
    <message>
        <source>A confidential section of this assessment is not here as it was sealed.</source>
        <translation>A confidential section of this assessment is not here as it was sealed.</translation>
    </message>
    <message>
        <source>If it does not come with the next sync, ask the county office.</source>
        <translation>If it does not come with the next sync, ask the county office.</translation>
    </message>
    <message>
        <source>From the family&apos;s record</source>
        <translation>From the family&apos;s record</translation>
    </message>
    <message>
        <source>Into the family&apos;s record with the seal</source>
        <translation>Into the family&apos;s record with the seal</translation>
    </message>
    <message>
        <source>Untick what shall stay in the record as it is.</source>
        <translation>Untick what shall stay in the record as it is.</translation>
    </message>
    <message>
        <source>%1: before %2, now %3</source>
        <translation>%1: before %2, now %3</translation>
    </message>
    <message numerus="yes">
        <source>%n answers are other than on %1</source>
        <translation>
            <numerusform>%n answer is other than on %1</numerusform>
            <numerusform>%n answers are other than on %1</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n points</source>
        <translation>
            <numerusform>%n point</numerusform>
            <numerusform>%n points</numerusform>
        </translation>
    </message>
    <message>
        <source>no level</source>
        <translation>no level</translation>
    </message>
    <message>
        <source>%1: given %2</source>
        <translation>%1: given %2</translation>
    </message>
    <message>
        <source>Also given: %1. A supervisor decides.</source>
        <translation>Also given: %1. A supervisor decides.</translation>
    </message>
    <message>
        <source>Choose another level and write why. The answers stay as they were sealed; level and reason go to the county.</source>
        <translation>Choose another level and write why. The answers stay as they were sealed; level and reason go to the county.</translation>
    </message>
    <message>
        <source>Two people gave this assessment different levels.</source>
        <translation>Two people gave this assessment different levels.</translation>
    </message>
    <message>
        <source>The higher one counts until a supervisor decides under “To clear up”.</source>
        <translation>The higher one counts until a supervisor decides under “To clear up”.</translation>
    </message>
    <message>
        <source>%1, because of %2</source>
        <translation>%1, because of %2</translation>
    </message>
    <message>
        <source>Sealed %1</source>
        <translation>Sealed %1</translation>
    </message>
    <message>
        <source>version %1</source>
        <translation>version %1</translation>
    </message>
    <message>
        <source>correction</source>
        <translation>correction</translation>
    </message>
    <message>
        <source>working document</source>
        <translation>working document</translation>
    </message>
</context>
<context>
    <name>attachments</name>
    <message>
        <source>Scan</source>
        <translation>Scan</translation>
    </message>
    <message>
        <source>Picture</source>
        <translation>Picture</translation>
    </message>
    <message>
        <source>Not here yet</source>
        <translation>Not here yet</translation>
    </message>
    <message>
        <source>Is being fetched</source>
        <translation>Is being fetched</translation>
    </message>
    <message>
        <source>%1 kB</source>
        <translation>%1 kB</translation>
    </message>
    <message>
        <source>Added. It goes to the county after all text.</source>
        <translation>Added. It goes to the county after all text.</translation>
    </message>
    <message>
        <source>Description kept.</source>
        <translation>Description kept.</translation>
    </message>
    <message>
        <source>Taken back.</source>
        <translation>Taken back.</translation>
    </message>
    <message>
        <source>It is there again.</source>
        <translation>It is there again.</translation>
    </message>
    <message>
        <source>It comes as soon as there is a line.</source>
        <translation>It comes as soon as there is a line.</translation>
    </message>
    <message>
        <source>The copy is saved.</source>
        <translation>The copy is saved.</translation>
    </message>
    <message>
        <source>It belongs to another family</source>
        <translation>It belongs to another family</translation>
    </message>
    <message>
        <source>Somebody on it does not want to be seen</source>
        <translation>Somebody on it does not want to be seen</translation>
    </message>
    <message>
        <source>Nothing can be recognised</source>
        <translation>Nothing can be recognised</translation>
    </message>
    <message>
        <source>It is here twice</source>
        <translation>It is here twice</translation>
    </message>
    <message>
        <source>Another reason</source>
        <translation>Another reason</translation>
    </message>
    <message>
        <source>What is to be seen</source>
        <translation>What is to be seen</translation>
    </message>
    <message>
        <source>A scan is opened from a copy: “Save a copy”, then open that.</source>
        <translation>A scan is opened from a copy: “Save a copy”, then open that.</translation>
    </message>
    <message>
        <source>The picture is not on this laptop yet.</source>
        <translation>The picture is not on this laptop yet.</translation>
    </message>
    <message>
        <source>Why it is taken back</source>
        <translation>Why it is taken back</translation>
    </message>
    <message>
        <source>Take it back</source>
        <translation>Take it back</translation>
    </message>
    <message>
        <source>Take back…</source>
        <translation>Take back…</translation>
    </message>
    <message>
        <source>Save a copy</source>
        <translation>Save a copy</translation>
    </message>
    <message>
        <source>A copy leaves the protection of Vatra: keep it where only you can open it.</source>
        <translation>A copy leaves the protection of Vatra: keep it where only you can open it.</translation>
    </message>
    <message>
        <source>Fetch it</source>
        <translation>Fetch it</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Close</translation>
    </message>
    <message>
        <source>Pictures and scans</source>
        <translation>Pictures and scans</translation>
    </message>
    <message>
        <source>Add…</source>
        <translation>Add…</translation>
    </message>
    <message>
        <source>Add pictures or scans</source>
        <translation>Add pictures or scans</translation>
    </message>
</context>
<context>
    <name>clear_up</name>
    <message>
        <source>Name of the family</source>
        <translation>Name of the family</translation>
    </message>
    <message>
        <source>Family number</source>
        <translation>Family number</translation>
    </message>
    <message>
        <source>Phone</source>
        <translation>Phone</translation>
    </message>
    <message>
        <source>State</source>
        <translation>State</translation>
    </message>
    <message>
        <source>Case manager</source>
        <translation>Case manager</translation>
    </message>
    <message>
        <source>Last contact</source>
        <translation>Last contact</translation>
    </message>
    <message>
        <source>Who looks after the family</source>
        <translation>Who looks after the family</translation>
    </message>
    <message>
        <source>Number of members</source>
        <translation>Number of members</translation>
    </message>
    <message>
        <source>Monthly income</source>
        <translation>Monthly income</translation>
    </message>
    <message>
        <source>Village</source>
        <translation>Village</translation>
    </message>
    <message>
        <source>Street</source>
        <translation>Street</translation>
    </message>
    <message>
        <source>How to find the house</source>
        <translation>How to find the house</translation>
    </message>
    <message>
        <source>Surname</source>
        <translation>Surname</translation>
    </message>
    <message>
        <source>Given names</source>
        <translation>Given names</translation>
    </message>
    <message>
        <source>Also known as</source>
        <translation>Also known as</translation>
    </message>
    <message>
        <source>Date of birth</source>
        <translation>Date of birth</translation>
    </message>
    <message>
        <source>Kind of number</source>
        <translation>Kind of number</translation>
    </message>
    <message>
        <source>Identity number</source>
        <translation>Identity number</translation>
    </message>
    <message>
        <source>Sex</source>
        <translation>Sex</translation>
    </message>
    <message>
        <source>Occupation</source>
        <translation>Occupation</translation>
    </message>
    <message>
        <source>School</source>
        <translation>School</translation>
    </message>
    <message>
        <source>Place in the family</source>
        <translation>Place in the family</translation>
    </message>
    <message>
        <source>Place in the family, as written</source>
        <translation>Place in the family, as written</translation>
    </message>
    <message>
        <source>In the household since</source>
        <translation>In the household since</translation>
    </message>
    <message>
        <source>In the household until</source>
        <translation>In the household until</translation>
    </message>
    <message>
        <source>Confirmed level of risk</source>
        <translation>Confirmed level of risk</translation>
    </message>
    <message>
        <source>Why this level</source>
        <translation>Why this level</translation>
    </message>
    <message>
        <source>Description</source>
        <translation>Description</translation>
    </message>
    <message>
        <source>Done</source>
        <translation>Done</translation>
    </message>
    <message>
        <source>Withdrawn</source>
        <translation>Withdrawn</translation>
    </message>
    <message>
        <source>Address</source>
        <translation>Address</translation>
    </message>
    <message>
        <source>Member of the household</source>
        <translation>Member of the household</translation>
    </message>
    <message>
        <source>Day and hours of the visit</source>
        <translation>Day and hours of the visit</translation>
    </message>
    <message>
        <source>Who was met</source>
        <translation>Who was met</translation>
    </message>
    <message>
        <source>Taken back or not</source>
        <translation>Taken back or not</translation>
    </message>
    <message>
        <source>How the visit went</source>
        <translation>How the visit went</translation>
    </message>
    <message>
        <source>Suggested level and score</source>
        <translation>Suggested level and score</translation>
    </message>
    <message>
        <source>Done or not</source>
        <translation>Done or not</translation>
    </message>
    <message>
        <source>Withdrawn or not</source>
        <translation>Withdrawn or not</translation>
    </message>
    <message>
        <source>Marks of the family</source>
        <translation>Marks of the family</translation>
    </message>
    <message>
        <source>Danger signs</source>
        <translation>Danger signs</translation>
    </message>
    <message>
        <source>Form and version</source>
        <translation>Form and version</translation>
    </message>
    <message>
        <source>Day, household and seal</source>
        <translation>Day, household and seal</translation>
    </message>
    <message>
        <source>Row of an imported list</source>
        <translation>Row of an imported list</translation>
    </message>
    <message>
        <source>What is to be done</source>
        <translation>What is to be done</translation>
    </message>
    <message>
        <source>Text</source>
        <translation>Text</translation>
    </message>
    <message>
        <source>The form it belongs to</source>
        <translation>The form it belongs to</translation>
    </message>
    <message>
        <source>Confidential parts</source>
        <translation>Confidential parts</translation>
    </message>
    <message>
        <source>Lists the form offered</source>
        <translation>Lists the form offered</translation>
    </message>
    <message>
        <source>The picture itself</source>
        <translation>The picture itself</translation>
    </message>
    <message>
        <source>The list it was imported from</source>
        <translation>The list it was imported from</translation>
    </message>
    <message>
        <source>Name of the person</source>
        <translation>Name of the person</translation>
    </message>
    <message>
        <source>female</source>
        <translation>female</translation>
    </message>
    <message>
        <source>male</source>
        <translation>male</translation>
    </message>
    <message>
        <source>open</source>
        <translation>open</translation>
    </message>
    <message>
        <source>closed</source>
        <translation>closed</translation>
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
        <translation>no papers</translation>
    </message>
    <message>
        <source>How do you know?</source>
        <translation>How do you know?</translation>
    </message>
    <message>
        <source>What do you know about it?</source>
        <translation>What do you know about it?</translation>
    </message>
    <message>
        <source>One sentence; it stays with the family and the others see it.</source>
        <translation>One sentence; it stays with the family and the others see it.</translation>
    </message>
    <message>
        <source>Open the family</source>
        <translation>Open the family</translation>
    </message>
    <message>
        <source>One person took this record back while another went on writing in it, without seeing each other. It stays in view until you decide.</source>
        <translation>One person took this record back while another went on writing in it, without seeing each other. It stays in view until you decide.</translation>
    </message>
    <message numerus="yes">
        <source>%n people wrote this without seeing each other&apos;s notes. Vatra does not choose by itself, and both versions stay in the history.</source>
        <translation>
            <numerusform>%n person wrote this twice. Vatra does not choose by itself, and both versions stay in the history.</numerusform>
            <numerusform>%n people wrote this without seeing each other&apos;s notes. Vatra does not choose by itself, and the versions stay in the history.</numerusform>
        </translation>
    </message>
    <message>
        <source>You can read this, another person decides.</source>
        <translation>You can read this, another person decides.</translation>
    </message>
    <message>
        <source>Something else, I write it</source>
        <translation>Something else, I write it</translation>
    </message>
    <message>
        <source>Both, one beside the other</source>
        <translation>Both, one beside the other</translation>
    </message>
    <message>
        <source>Both are true, one after the other</source>
        <translation>Both are true, one after the other</translation>
    </message>
    <message>
        <source>It stands, with everything written since</source>
        <translation>It stands, with everything written since</translation>
    </message>
    <message>
        <source>It is taken back</source>
        <translation>It is taken back</translation>
    </message>
    <message>
        <source>You wrote</source>
        <translation>You wrote</translation>
    </message>
    <message>
        <source>Written by %1</source>
        <translation>Written by %1</translation>
    </message>
    <message>
        <source>not known</source>
        <translation>not known</translation>
    </message>
    <message>
        <source>Version %1</source>
        <translation>Version %1</translation>
    </message>
    <message>
        <source>Below stands who may. Tell them what you know.</source>
        <translation>Below stands who may. Tell them what you know.</translation>
    </message>
    <message>
        <source>Tell what you know</source>
        <translation>Tell what you know</translation>
    </message>
    <message>
        <source>Decide</source>
        <translation>Decide</translation>
    </message>
    <message>
        <source>Keep version %1</source>
        <translation>Keep version %1</translation>
    </message>
    <message>
        <source>Let it stand</source>
        <translation>Let it stand</translation>
    </message>
    <message>
        <source>Take it back</source>
        <translation>Take it back</translation>
    </message>
    <message>
        <source>Keep both</source>
        <translation>Keep both</translation>
    </message>
    <message>
        <source>Keep what I wrote</source>
        <translation>Keep what I wrote</translation>
    </message>
    <message>
        <source>Another person decides this.</source>
        <translation>Another person decides this.</translation>
    </message>
    <message>
        <source>Choose a version with its digit.</source>
        <translation>Choose a version with its digit.</translation>
    </message>
    <message>
        <source>Say what is true now, and since when.</source>
        <translation>Say what is true now, and since when.</translation>
    </message>
    <message>
        <source>Correct what is marked.</source>
        <translation>Correct what is marked.</translation>
    </message>
    <message>
        <source>Write how you know.</source>
        <translation>Write how you know.</translation>
    </message>
    <message>
        <source>Nothing is deleted: the other version stays in the history.</source>
        <translation>Nothing is deleted: the other version stays in the history.</translation>
    </message>
    <message>
        <source>left empty</source>
        <translation>left empty</translation>
    </message>
    <message>
        <source>this laptop, still to send</source>
        <translation>this laptop, still to send</translation>
    </message>
    <message>
        <source>laptop %1</source>
        <translation>laptop %1</translation>
    </message>
    <message>
        <source>shown everywhere until this is decided</source>
        <translation>shown everywhere until this is decided</translation>
    </message>
    <message>
        <source>An answer of the visit</source>
        <translation>An answer of the visit</translation>
    </message>
    <message>
        <source>Nothing to clear up</source>
        <translation>Nothing to clear up</translation>
    </message>
    <message>
        <source>When two people write the same thing differently, both versions wait here for a decision.</source>
        <translation>When two people write the same thing differently, both versions wait here for a decision.</translation>
    </message>
    <message>
        <source>Decided. The other version stays in the history.</source>
        <translation>Decided. The other version stays in the history.</translation>
    </message>
    <message>
        <source>Kept for whoever decides.</source>
        <translation>Kept for whoever decides.</translation>
    </message>
    <message>
        <source>Later</source>
        <translation>Later</translation>
    </message>
    <message>
        <source>What waits</source>
        <translation>What waits</translation>
    </message>
    <message>
        <source>Nothing is deleted. The version that is kept stands in the history with name and date.</source>
        <translation>Nothing is deleted. The version that is kept stands in the history with name and date.</translation>
    </message>
    <message>
        <source>To clear up</source>
        <translation>To clear up</translation>
    </message>
    <message>
        <source>two versions of the same thing</source>
        <translation>two versions of the same thing</translation>
    </message>
    <message numerus="yes">
        <source>%n waiting</source>
        <translation>
            <numerusform>%n waiting</numerusform>
            <numerusform>%n waiting</numerusform>
        </translation>
    </message>
    <message>
        <source>The versions</source>
        <translation>The versions</translation>
    </message>
    <message>
        <source>What is true now?</source>
        <translation>What is true now?</translation>
    </message>
    <message>
        <source>choose</source>
        <translation>choose</translation>
    </message>
    <message>
        <source>Since when?</source>
        <translation>Since when?</translation>
    </message>
    <message>
        <source>dd.mm.yyyy, or only the year</source>
        <translation>dd.mm.yyyy, or only the year</translation>
    </message>
    <message>
        <source>This day does not exist. Write it as 21.11.2026, or only the year.</source>
        <translation>This day does not exist. Write it as 21.11.2026, or only the year.</translation>
    </message>
    <message>
        <source>Since %1. Before: %2</source>
        <translation>Since %1. Before: %2</translation>
    </message>
    <message>
        <source>Write a whole number.</source>
        <translation>Write a whole number.</translation>
    </message>
    <message>
        <source>Only here: %1</source>
        <translation>Only here: %1</translation>
    </message>
    <message>
        <source>Family</source>
        <translation>Family</translation>
    </message>
    <message>
        <source>Person</source>
        <translation>Person</translation>
    </message>
    <message>
        <source>Visit</source>
        <translation>Visit</translation>
    </message>
    <message>
        <source>Assessment</source>
        <translation>Assessment</translation>
    </message>
    <message>
        <source>Task</source>
        <translation>Task</translation>
    </message>
    <message>
        <source>Note</source>
        <translation>Note</translation>
    </message>
    <message>
        <source>Picture or scan</source>
        <translation>Picture or scan</translation>
    </message>
    <message>
        <source>Every record</source>
        <translation>Every record</translation>
    </message>
    <message>
        <source>Confidential part of a form</source>
        <translation>Confidential part of a form</translation>
    </message>
    <message>
        <source>Both versions are kept until somebody decides.</source>
        <translation>Both versions are kept until somebody decides.</translation>
    </message>
    <message>
        <source>Both versions are kept until somebody decides; the higher level is shown meanwhile.</source>
        <translation>Both versions are kept until somebody decides; the higher level is shown meanwhile.</translation>
    </message>
    <message>
        <source>Both versions are kept until somebody decides; it counts as done meanwhile.</source>
        <translation>Both versions are kept until somebody decides; it counts as done meanwhile.</translation>
    </message>
    <message>
        <source>Both versions are kept until somebody decides; the person counts as living there meanwhile.</source>
        <translation>Both versions are kept until somebody decides; the person counts as living there meanwhile.</translation>
    </message>
    <message>
        <source>What each one adds is kept; there is nothing to decide.</source>
        <translation>What each one adds is kept; there is nothing to decide.</translation>
    </message>
    <message>
        <source>Written once and never changed; there is nothing to decide.</source>
        <translation>Written once and never changed; there is nothing to decide.</translation>
    </message>
    <message>
        <source>Whoever wrote one of the versions, or the social worker of the commune.</source>
        <translation>Whoever wrote one of the versions, or the social worker of the commune.</translation>
    </message>
    <message>
        <source>Whoever wrote one of the versions.</source>
        <translation>Whoever wrote one of the versions.</translation>
    </message>
    <message>
        <source>Whom the task is for.</source>
        <translation>Whom the task is for.</translation>
    </message>
    <message>
        <source>Only a supervisor.</source>
        <translation>Only a supervisor.</translation>
    </message>
    <message>
        <source>Why this is asked</source>
        <translation>Why this is asked</translation>
    </message>
    <message>
        <source>Nobody on this laptop: ask the county office.</source>
        <translation>Nobody on this laptop: ask the county office.</translation>
    </message>
    <message>
        <source>Who may decide</source>
        <translation>Who may decide</translation>
    </message>
    <message>
        <source>Show all rules</source>
        <translation>Show all rules</translation>
    </message>
    <message>
        <source>Hide the rules</source>
        <translation>Hide the rules</translation>
    </message>
    <message>
        <source>Answers</source>
        <translation>Answers</translation>
    </message>
</context>
<context>
    <name>crash</name>
    <message>
        <source>Something in Vatra did not work. What was saved is safe. Close Vatra and open it again; if this comes back, tell the person who looks after this laptop.</source>
        <translation>Something in Vatra did not work. What was saved is safe. Close Vatra and open it again; if this comes back, tell the person who looks after this laptop.</translation>
    </message>
</context>
<context>
    <name>families</name>
    <message>
        <source>List of families</source>
        <translation>List of families</translation>
    </message>
    <message>
        <source>Chosen family</source>
        <translation>Chosen family</translation>
    </message>
    <message>
        <source>Village</source>
        <translation>Village</translation>
    </message>
    <message>
        <source>Overdue</source>
        <translation>Overdue</translation>
    </message>
    <message>
        <source>Never visited</source>
        <translation>Never visited</translation>
    </message>
    <message>
        <source>To clear up</source>
        <translation>To clear up</translation>
    </message>
    <message>
        <source>Import a list</source>
        <translation>Import a list</translation>
    </message>
    <message>
        <source>New family</source>
        <translation>New family</translation>
    </message>
    <message>
        <source>No families yet</source>
        <translation>No families yet</translation>
    </message>
    <message>
        <source>Open</source>
        <translation>Open</translation>
    </message>
    <message>
        <source>Start visit</source>
        <translation>Start visit</translation>
    </message>
    <message>
        <source>No family fits</source>
        <translation>No family fits</translation>
    </message>
    <message>
        <source>Take a filter away to see the others.</source>
        <translation>Take a filter away to see the others.</translation>
    </message>
    <message>
        <source>Show all families</source>
        <translation>Show all families</translation>
    </message>
    <message>
        <source>Register the first one or import a list.</source>
        <translation>Register the first one or import a list.</translation>
    </message>
    <message>
        <source>All villages</source>
        <translation>All villages</translation>
    </message>
    <message numerus="yes">
        <source>%n families</source>
        <translation>
            <numerusform>%n family</numerusform>
            <numerusform>%n families</numerusform>
        </translation>
    </message>
    <message>
        <source>How to find</source>
        <translation>How to find</translation>
    </message>
    <message>
        <source>Phone</source>
        <translation>Phone</translation>
    </message>
    <message>
        <source>Members</source>
        <translation>Members</translation>
    </message>
    <message>
        <source>Children</source>
        <translation>Children</translation>
    </message>
    <message>
        <source>Last visit</source>
        <translation>Last visit</translation>
    </message>
    <message>
        <source>never visited</source>
        <translation>never visited</translation>
    </message>
    <message>
        <source>Next visit</source>
        <translation>Next visit</translation>
    </message>
    <message>
        <source>no day agreed</source>
        <translation>no day agreed</translation>
    </message>
    <message numerus="yes">
        <source>%n children</source>
        <translation>
            <numerusform>%n child</numerusform>
            <numerusform>%n children</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n people</source>
        <translation>
            <numerusform>%n person</numerusform>
            <numerusform>%n people</numerusform>
        </translation>
    </message>
    <message>
        <source>last visit: %1</source>
        <translation>last visit: %1</translation>
    </message>
    <message numerus="yes">
        <source>%n days late</source>
        <translation>
            <numerusform>%n day late</numerusform>
            <numerusform>%n days late</numerusform>
        </translation>
    </message>
    <message>
        <source>due today</source>
        <translation>due today</translation>
    </message>
    <message>
        <source>by %1</source>
        <translation>by %1</translation>
    </message>
    <message>
        <source>to clear up</source>
        <translation>to clear up</translation>
    </message>
    <message>
        <source>to send</source>
        <translation>to send</translation>
    </message>
</context>
<context>
    <name>family</name>
    <message>
        <source>In brief</source>
        <translation>In brief</translation>
    </message>
    <message>
        <source>Members</source>
        <translation>Members</translation>
    </message>
    <message>
        <source>Who lives here</source>
        <translation>Who lives here</translation>
    </message>
    <message>
        <source>Add a member</source>
        <translation>Add a member</translation>
    </message>
    <message>
        <source>House and contact</source>
        <translation>House and contact</translation>
    </message>
    <message>
        <source>Change</source>
        <translation>Change</translation>
    </message>
    <message>
        <source>Name in lists</source>
        <translation>Name in lists</translation>
    </message>
    <message>
        <source>Phone</source>
        <translation>Phone</translation>
    </message>
    <message>
        <source>Village</source>
        <translation>Village</translation>
    </message>
    <message>
        <source>Street and number</source>
        <translation>Street and number</translation>
    </message>
    <message>
        <source>How to find the house</source>
        <translation>How to find the house</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Cancel</translation>
    </message>
    <message>
        <source>Save changes</source>
        <translation>Save changes</translation>
    </message>
    <message>
        <source>Look at both</source>
        <translation>Look at both</translation>
    </message>
    <message>
        <source>Timeline</source>
        <translation>Timeline</translation>
    </message>
    <message>
        <source>Note</source>
        <translation>Note</translation>
    </message>
    <message numerus="yes">
        <source>%n facts have two versions. Somebody has to say which one holds.</source>
        <translation>
            <numerusform>%n fact has two versions. Somebody has to say which one holds.</numerusform>
            <numerusform>%n facts have two versions. Somebody has to say which one holds.</numerusform>
        </translation>
    </message>
    <message>
        <source>age not known</source>
        <translation>age not known</translation>
    </message>
    <message>
        <source>Street</source>
        <translation>Street</translation>
    </message>
    <message>
        <source>How to find</source>
        <translation>How to find</translation>
    </message>
    <message>
        <source>Reasons of help</source>
        <translation>Reasons of help</translation>
    </message>
    <message>
        <source>Last visit</source>
        <translation>Last visit</translation>
    </message>
    <message>
        <source>Next visit</source>
        <translation>Next visit</translation>
    </message>
    <message>
        <source>Came by import</source>
        <translation>Came by import</translation>
    </message>
    <message>
        <source>Family registered</source>
        <translation>Family registered</translation>
    </message>
    <message>
        <source>Changed</source>
        <translation>Changed</translation>
    </message>
    <message>
        <source>%1, %2</source>
        <translation>%1, %2</translation>
    </message>
    <message>
        <source>Details of the person</source>
        <translation>Details of the person</translation>
    </message>
    <message>
        <source>Surname</source>
        <translation>Surname</translation>
    </message>
    <message>
        <source>Given names</source>
        <translation>Given names</translation>
    </message>
    <message>
        <source>Date of birth</source>
        <translation>Date of birth</translation>
    </message>
    <message>
        <source>Identity number</source>
        <translation>Identity number</translation>
    </message>
    <message>
        <source>Occupation</source>
        <translation>Occupation</translation>
    </message>
    <message>
        <source>School and class</source>
        <translation>School and class</translation>
    </message>
    <message>
        <source>Female or male</source>
        <translation>Female or male</translation>
    </message>
    <message>
        <source>Place in the household</source>
        <translation>Place in the household</translation>
    </message>
    <message>
        <source>Does not live here any more</source>
        <translation>Does not live here any more</translation>
    </message>
    <message>
        <source>New member</source>
        <translation>New member</translation>
    </message>
    <message>
        <source>Add to the family</source>
        <translation>Add to the family</translation>
    </message>
    <message>
        <source>Add as another person</source>
        <translation>Add as another person</translation>
    </message>
    <message>
        <source>New note</source>
        <translation>New note</translation>
    </message>
    <message>
        <source>Facts, not opinions</source>
        <translation>Facts, not opinions</translation>
    </message>
    <message>
        <source>Who reads the note</source>
        <translation>Who reads the note</translation>
    </message>
    <message>
        <source>A note cannot be changed later, only completed by another.</source>
        <translation>A note cannot be changed later, only completed by another.</translation>
    </message>
    <message>
        <source>Keep the note</source>
        <translation>Keep the note</translation>
    </message>
    <message>
        <source>Notes</source>
        <translation>Notes</translation>
    </message>
    <message>
        <source>It is kept under a key of its own. Others on this laptop and in the commune do not see that it is there.</source>
        <translation>It is kept under a key of its own. Others on this laptop and in the commune do not see that it is there.</translation>
    </message>
    <message>
        <source>I have read it</source>
        <translation>I have read it</translation>
    </message>
    <message>
        <source>Visits</source>
        <translation>Visits</translation>
    </message>
    <message>
        <source>Pictures</source>
        <translation>Pictures</translation>
    </message>
    <message>
        <source>Assessments</source>
        <translation>Assessments</translation>
    </message>
    <message>
        <source>Parts of the file</source>
        <translation>Parts of the file</translation>
    </message>
    <message>
        <source>Family header</source>
        <translation>Family header</translation>
    </message>
    <message>
        <source>Start visit</source>
        <translation>Start visit</translation>
    </message>
    <message>
        <source>Assessment</source>
        <translation>Assessment</translation>
    </message>
    <message>
        <source>House and contact changed.</source>
        <translation>House and contact changed.</translation>
    </message>
    <message>
        <source>Details changed.</source>
        <translation>Details changed.</translation>
    </message>
    <message>
        <source>Member added.</source>
        <translation>Member added.</translation>
    </message>
    <message>
        <source>Noted that the person does not live here any more.</source>
        <translation>Noted that the person does not live here any more.</translation>
    </message>
    <message>
        <source>Note kept.</source>
        <translation>Note kept.</translation>
    </message>
    <message>
        <source>Taken back.</source>
        <translation>Taken back.</translation>
    </message>
    <message>
        <source>Opening the family…</source>
        <translation>Opening the family…</translation>
    </message>
    <message>
        <source>No visits yet</source>
        <translation>No visits yet</translation>
    </message>
    <message>
        <source>The first visit begins with “Start visit”.</source>
        <translation>The first visit begins with “Start visit”.</translation>
    </message>
    <message>
        <source>Details of the visit</source>
        <translation>Details of the visit</translation>
    </message>
    <message>
        <source>Print this visit</source>
        <translation>Print this visit</translation>
    </message>
    <message>
        <source>Nothing yet. What is added here belongs to this visit.</source>
        <translation>Nothing yet. What is added here belongs to this visit.</translation>
    </message>
    <message>
        <source>Day not known</source>
        <translation>Day not known</translation>
    </message>
    <message>
        <source>Result</source>
        <translation>Result</translation>
    </message>
    <message>
        <source>Hours</source>
        <translation>Hours</translation>
    </message>
    <message>
        <source>Who went</source>
        <translation>Who went</translation>
    </message>
    <message>
        <source>Purpose</source>
        <translation>Purpose</translation>
    </message>
    <message>
        <source>Found</source>
        <translation>Found</translation>
    </message>
    <message>
        <source>Agreed</source>
        <translation>Agreed</translation>
    </message>
    <message>
        <source>Whoever opens, looks for, prints or saves something of this family is noted here, you too. It goes to the county; nobody can change or delete it.</source>
        <translation>Whoever opens, looks for, prints or saves something of this family is noted here, you too. It goes to the county; nobody can change or delete it.</translation>
    </message>
    <message>
        <source>Who looked</source>
        <translation>Who looked</translation>
    </message>
    <message>
        <source>Nobody yet</source>
        <translation>Nobody yet</translation>
    </message>
    <message>
        <source>The next time somebody opens this family, it is noted here.</source>
        <translation>The next time somebody opens this family, it is noted here.</translation>
    </message>
    <message>
        <source>The newest %1 of %2 are shown.</source>
        <translation>The newest %1 of %2 are shown.</translation>
    </message>
    <message>
        <source>Somebody this laptop does not know</source>
        <translation>Somebody this laptop does not know</translation>
    </message>
    <message>
        <source>read: %1</source>
        <translation>read: %1</translation>
    </message>
    <message>
        <source>opened the file</source>
        <translation>opened the file</translation>
    </message>
    <message>
        <source>found it by looking for “%1”</source>
        <translation>found it by looking for “%1”</translation>
    </message>
    <message>
        <source>printed something of the file</source>
        <translation>printed something of the file</translation>
    </message>
    <message>
        <source>printed the visit: %1</source>
        <translation>printed the visit: %1</translation>
    </message>
    <message>
        <source>saved something of the file outside Vatra</source>
        <translation>saved something of the file outside Vatra</translation>
    </message>
    <message>
        <source>saved the visit as PDF: %1</source>
        <translation>saved the visit as PDF: %1</translation>
    </message>
    <message>
        <source>did something this version does not know</source>
        <translation>did something this version does not know</translation>
    </message>
    <message>
        <source>Assessments to begin</source>
        <translation>Assessments to begin</translation>
    </message>
    <message>
        <source>Finished assessments</source>
        <translation>Finished assessments</translation>
    </message>
    <message>
        <source>Begin or go on</source>
        <translation>Begin or go on</translation>
    </message>
    <message>
        <source>Throw the draft away</source>
        <translation>Throw the draft away</translation>
    </message>
    <message>
        <source>Print empty</source>
        <translation>Print empty</translation>
    </message>
    <message>
        <source>Finished</source>
        <translation>Finished</translation>
    </message>
    <message>
        <source>No assessments yet</source>
        <translation>No assessments yet</translation>
    </message>
    <message>
        <source>Choose a form at the left; what is begun can be left and gone on with.</source>
        <translation>Choose a form at the left; what is begun can be left and gone on with.</translation>
    </message>
    <message>
        <source>Save answers for analysis</source>
        <translation>Save answers for analysis</translation>
    </message>
    <message>
        <source>The files leave the protection of Vatra: keep them where only you can open them.</source>
        <translation>The files leave the protection of Vatra: keep them where only you can open them.</translation>
    </message>
    <message>
        <source>The supervisor knows and acts</source>
        <translation>The supervisor knows and acts</translation>
    </message>
    <message numerus="yes">
        <source>%n files were written.</source>
        <translation>
            <numerusform>%n file was written.</numerusform>
            <numerusform>%n files were written.</numerusform>
        </translation>
    </message>
    <message>
        <source>not begun</source>
        <translation>not begun</translation>
    </message>
    <message numerus="yes">
        <source>%n answers</source>
        <translation>
            <numerusform>%n answer</numerusform>
            <numerusform>%n answers</numerusform>
        </translation>
    </message>
    <message>
        <source>draft</source>
        <translation>draft</translation>
    </message>
    <message>
        <source>corrected</source>
        <translation>corrected</translation>
    </message>
    <message>
        <source>correction begun</source>
        <translation>correction begun</translation>
    </message>
    <message>
        <source>Correction: %1</source>
        <translation>Correction: %1</translation>
    </message>
    <message>
        <source>Danger sign noticed %1: the supervisor has to act.</source>
        <translation>Danger sign noticed %1: the supervisor has to act.</translation>
    </message>
    <message numerus="yes">
        <source>And %n more.</source>
        <translation>
            <numerusform>And %n more.</numerusform>
            <numerusform>And %n more.</numerusform>
        </translation>
    </message>
    <message>
        <source>%1 changed this, %2: %3. You changed this at the same time: %4.</source>
        <translation>%1 changed this, %2: %3. You changed this at the same time: %4.</translation>
    </message>
    <message>
        <source>A colleague</source>
        <translation>A colleague</translation>
    </message>
    <message>
        <source>an answer of the visit</source>
        <translation>an answer of the visit</translation>
    </message>
    <message>
        <source>Known already?</source>
        <translation>Known already?</translation>
    </message>
    <message>
        <source>It is this person</source>
        <translation>It is this person</translation>
    </message>
    <message>
        <source>lives here already</source>
        <translation>lives here already</translation>
    </message>
    <message>
        <source>lived here until %1</source>
        <translation>lived here until %1</translation>
    </message>
    <message>
        <source>in the family: %1</source>
        <translation>in the family: %1</translation>
    </message>
    <message>
        <source>Nothing yet. Drop a photograph or a PDF here, paste one, or choose “Add…”. Where and when a photograph was taken is left out of it.</source>
        <translation>Nothing yet. Drop a photograph or a PDF here, paste one, or choose “Add…”. Where and when a photograph was taken is left out of it.</translation>
    </message>
    <message>
        <source>Pictures and scans</source>
        <translation>Pictures and scans</translation>
    </message>
</context>
<context>
    <name>formatting</name>
    <message>
        <source>today</source>
        <translation>today</translation>
    </message>
    <message>
        <source>yesterday</source>
        <translation>yesterday</translation>
    </message>
    <message>
        <source>tomorrow</source>
        <translation>tomorrow</translation>
    </message>
    <message>
        <source>age not known</source>
        <translation>age not known</translation>
    </message>
    <message numerus="yes">
        <source>%n years</source>
        <translation>
            <numerusform>%n year</numerusform>
            <numerusform>%n years</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>forms</name>
    <message>
        <source>dd.mm.yyyy</source>
        <translation>dd.mm.yyyy</translation>
    </message>
    <message>
        <source>Calendar</source>
        <translation>Calendar</translation>
    </message>
    <message>
        <source>Clear the drawing</source>
        <translation>Clear the drawing</translation>
    </message>
    <message>
        <source>Take the signature back</source>
        <translation>Take the signature back</translation>
    </message>
    <message>
        <source>Sign as: %1</source>
        <translation>Sign as: %1</translation>
    </message>
    <message>
        <source>hh:mm</source>
        <translation>hh:mm</translation>
    </message>
    <message>
        <source>Take it</source>
        <translation>Take it</translation>
    </message>
    <message>
        <source>It is so</source>
        <translation>It is so</translation>
    </message>
    <message>
        <source>Room for the hand: draw here</source>
        <translation>Room for the hand: draw here</translation>
    </message>
    <message>
        <source>Drawn signature</source>
        <translation>Drawn signature</translation>
    </message>
    <message>
        <source>Questions</source>
        <translation>Screens</translation>
    </message>
    <message>
        <source>Sections</source>
        <translation>Sections</translation>
    </message>
    <message>
        <source>Facts</source>
        <translation>Facts</translation>
    </message>
    <message>
        <source>Immediate danger</source>
        <translation>Immediate danger</translation>
    </message>
    <message>
        <source>Back</source>
        <translation>Back</translation>
    </message>
    <message>
        <source>Is somebody in danger?</source>
        <translation>Is somebody in danger?</translation>
    </message>
    <message>
        <source>What you typed stays on the screen. Press Ctrl+S to try again.</source>
        <translation>What you typed stays on the screen. Press Ctrl+S to try again.</translation>
    </message>
    <message>
        <source>Call now: %1. Do not wait for the sending of data.</source>
        <translation>Call now: %1. Do not wait for the sending of data.</translation>
    </message>
    <message>
        <source>%1, %2 of %3 answered</source>
        <translation>%1, %2 of %3 answered</translation>
    </message>
    <message>
        <source>%1 (optional)</source>
        <translation>%1 (optional)</translation>
    </message>
    <message>
        <source>Last time: %1 · changed</source>
        <translation>Last time: %1 · changed</translation>
    </message>
    <message>
        <source>Last time: %1</source>
        <translation>Last time: %1</translation>
    </message>
    <message>
        <source>Proposed: %1</source>
        <translation>Proposed: %1</translation>
    </message>
    <message>
        <source>Still to answer.</source>
        <translation>Still to answer.</translation>
    </message>
    <message>
        <source>This answer does not fit the others. Compare them.</source>
        <translation>This answer does not fit the others. Compare them.</translation>
    </message>
    <message>
        <source>This answer is not one of the choices. Choose again.</source>
        <translation>This answer is not one of the choices. Choose again.</translation>
    </message>
    <message>
        <source>Write the day like 21.11.2026, or t for today.</source>
        <translation>Write the day like 21.11.2026, or t for today.</translation>
    </message>
    <message>
        <source>Write the hour like 9:40 or 940.</source>
        <translation>Write the hour like 9:40 or 940.</translation>
    </message>
    <message>
        <source>Write a number.</source>
        <translation>Write a number.</translation>
    </message>
    <message>
        <source>This cannot be read. Write it again.</source>
        <translation>This cannot be read. Write it again.</translation>
    </message>
    <message>
        <source>Not saved</source>
        <translation>Not saved</translation>
    </message>
    <message>
        <source>Saved at %1</source>
        <translation>Saved at %1</translation>
    </message>
    <message>
        <source>Saving…</source>
        <translation>Saving…</translation>
    </message>
    <message>
        <source>Nothing to save yet</source>
        <translation>Nothing to save yet</translation>
    </message>
    <message numerus="yes">
        <source>and %n more</source>
        <translation>
            <numerusform>and %n more</numerusform>
            <numerusform>and %n more</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>frame</name>
    <message>
        <source>Screens</source>
        <translation>Screens</translation>
    </message>
    <message>
        <source>Lock (F12)</source>
        <translation>Lock (F12)</translation>
    </message>
    <message>
        <source>{word}, {number} of {all}</source>
        <translation>{word}, {number} of {all}</translation>
    </message>
    <message>
        <source>Search families and persons</source>
        <translation>Search families and persons</translation>
    </message>
    <message>
        <source>Family, person, village, phone</source>
        <translation>Family, person, village, phone</translation>
    </message>
    <message>
        <source>Search</source>
        <translation>Search</translation>
    </message>
    <message>
        <source>Back (Alt+Left)</source>
        <translation>Back (Alt+Left)</translation>
    </message>
    <message>
        <source>Facts</source>
        <translation>Facts</translation>
    </message>
    <message>
        <source>Please wait</source>
        <translation>Please wait</translation>
    </message>
    <message>
        <source>Close this message</source>
        <translation>Close this message</translation>
    </message>
    <message>
        <source>Undo</source>
        <translation>Undo</translation>
    </message>
    <message numerus="yes">
        <source>%n waiting</source>
        <translation>
            <numerusform>%n waiting</numerusform>
            <numerusform>%n waiting</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n to decide</source>
        <translation>
            <numerusform>%n to decide</numerusform>
            <numerusform>%n to decide</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>half_typed</name>
    <message>
        <source>Throw it away</source>
        <translation>Throw it away</translation>
    </message>
    <message>
        <source>Throw away what is half typed</source>
        <translation>Throw away what is half typed</translation>
    </message>
    <message>
        <source>Half typed %1, not saved yet</source>
        <translation>Half typed %1, not saved yet</translation>
    </message>
</context>
<context>
    <name>health</name>
    <message>
        <source>Numbers and versions</source>
        <translation>Numbers and versions</translation>
    </message>
    <message>
        <source>Print this page</source>
        <translation>Print this page</translation>
    </message>
    <message>
        <source>Nobody is named on the printed page.</source>
        <translation>Nobody is named on the printed page.</translation>
    </message>
    <message>
        <source>Fine</source>
        <translation>Fine</translation>
    </message>
    <message>
        <source>Look at it soon</source>
        <translation>Look at it soon</translation>
    </message>
    <message>
        <source>Needs doing</source>
        <translation>Needs doing</translation>
    </message>
    <message>
        <source>Cannot tell</source>
        <translation>Cannot tell</translation>
    </message>
    <message>
        <source>Disk encryption</source>
        <translation>Disk encryption</translation>
    </message>
    <message>
        <source>Free space</source>
        <translation>Free space</translation>
    </message>
    <message>
        <source>Clock</source>
        <translation>Clock</translation>
    </message>
    <message>
        <source>Last copy</source>
        <translation>Last copy</translation>
    </message>
    <message>
        <source>Last contact with the county</source>
        <translation>Last contact with the county</translation>
    </message>
    <message>
        <source>Protection of the passphrases</source>
        <translation>Protection of the passphrases</translation>
    </message>
    <message>
        <source>Memory</source>
        <translation>Memory</translation>
    </message>
    <message>
        <source>on</source>
        <translation>on</translation>
    </message>
    <message>
        <source>off</source>
        <translation>off</translation>
    </message>
    <message>
        <source>not known</source>
        <translation>not known</translation>
    </message>
    <message>
        <source>%1 of %2 GB</source>
        <translation>%1 of %2 GB</translation>
    </message>
    <message>
        <source>%1 GB</source>
        <translation>%1 GB</translation>
    </message>
    <message>
        <source>%1 MB and %2 passes for each try</source>
        <translation>%1 MB and %2 passes for each try</translation>
    </message>
    <message>
        <source>not compared yet</source>
        <translation>not compared yet</translation>
    </message>
    <message>
        <source>as the county&apos;s</source>
        <translation>as the county&apos;s</translation>
    </message>
    <message numerus="yes">
        <source>%n min slow</source>
        <translation>
            <numerusform>%n min slow</numerusform>
            <numerusform>%n min slow</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n min fast</source>
        <translation>
            <numerusform>%n min fast</numerusform>
            <numerusform>%n min fast</numerusform>
        </translation>
    </message>
    <message>
        <source>never</source>
        <translation>never</translation>
    </message>
    <message>
        <source>Leave Vatra open for a minute without typing: a copy is made by itself. If it stays old, make room on the disk.</source>
        <translation>Leave Vatra open for a minute without typing: a copy is made by itself. If it stays old, make room on the disk.</translation>
    </message>
    <message>
        <source>Connect to the internet soon: what was written since then is only on this laptop.</source>
        <translation>Connect to the internet soon: what was written since then is only on this laptop.</translation>
    </message>
    <message>
        <source>Set the clock of the laptop: days of visits and deadlines come from it.</source>
        <translation>Set the clock of the laptop: days of visits and deadlines come from it.</translation>
    </message>
    <message>
        <source>Have BitLocker or LUKS turned on: without it, a stolen disk shows what other programs keep on it.</source>
        <translation>Have BitLocker or LUKS turned on: without it, a stolen disk shows what other programs keep on it.</translation>
    </message>
    <message>
        <source>Ask whoever set up this laptop whether its disk is encrypted.</source>
        <translation>Ask whoever set up this laptop whether its disk is encrypted.</translation>
    </message>
    <message>
        <source>Make room soon: copies need it.</source>
        <translation>Make room soon: copies need it.</translation>
    </message>
    <message>
        <source>Make room now: the next copy may not fit.</source>
        <translation>Make room now: the next copy may not fit.</translation>
    </message>
    <message>
        <source>It is compared at the next contact with the county.</source>
        <translation>It is compared at the next contact with the county.</translation>
    </message>
    <message>
        <source>Connect to the internet and press Try now under Sync.</source>
        <translation>Connect to the internet and press Try now under Sync.</translation>
    </message>
    <message>
        <source>Made for a laptop with little memory. Change the passphrase on a laptop with more.</source>
        <translation>Made for a laptop with little memory. Change the passphrase on a laptop with more.</translation>
    </message>
    <message>
        <source>The key file cannot be read. Call the county office.</source>
        <translation>The key file cannot be read. Call the county office.</translation>
    </message>
    <message>
        <source>Close other programs before you open Vatra.</source>
        <translation>Close other programs before you open Vatra.</translation>
    </message>
    <message>
        <source>The system does not tell how much memory there is.</source>
        <translation>The system does not tell how much memory there is.</translation>
    </message>
    <message>
        <source>Last lock</source>
        <translation>Last lock</translation>
    </message>
    <message>
        <source>People who sign in</source>
        <translation>People who sign in</translation>
    </message>
    <message>
        <source>Passphrases</source>
        <translation>Passphrases</translation>
    </message>
    <message>
        <source>Copies kept</source>
        <translation>Copies kept</translation>
    </message>
    <message>
        <source>Brought back from a copy</source>
        <translation>Brought back from a copy</translation>
    </message>
</context>
<context>
    <name>help</name>
    <message>
        <source>Page of help</source>
        <translation>Page of help</translation>
    </message>
    <message>
        <source>Search in help</source>
        <translation>Search in help</translation>
    </message>
    <message>
        <source>Pages of help</source>
        <translation>Pages of help</translation>
    </message>
    <message>
        <source>No page has these words</source>
        <translation>No page has these words</translation>
    </message>
    <message>
        <source>Try one shorter word.</source>
        <translation>Try one shorter word.</translation>
    </message>
    <message>
        <source>Help</source>
        <translation>Help</translation>
    </message>
</context>
<context>
    <name>importing</name>
    <message>
        <source>Take this import back?</source>
        <translation>Take this import back?</translation>
    </message>
    <message>
        <source>Leave it in</source>
        <translation>Leave it in</translation>
    </message>
    <message>
        <source>Take the import back</source>
        <translation>Take the import back</translation>
    </message>
    <message numerus="yes">
        <source>%n families of this file leave your lists, with their people and visits. Families that somebody has worked on since stay.</source>
        <translation>
            <numerusform>%n family of this file leaves your lists, with its people and visits. Families that somebody has worked on since stay.</numerusform>
            <numerusform>%n families of this file leave your lists, with their people and visits. Families that somebody has worked on since stay.</numerusform>
        </translation>
    </message>
    <message>
        <source>Close this message</source>
        <translation>Close this message</translation>
    </message>
    <message>
        <source>Imports so far</source>
        <translation>Imports so far</translation>
    </message>
    <message>
        <source>Choose a list</source>
        <translation>Choose a list</translation>
    </message>
    <message>
        <source>Facts</source>
        <translation>Facts</translation>
    </message>
    <message>
        <source>Which list do you want to bring in?</source>
        <translation>Which list do you want to bring in?</translation>
    </message>
    <message>
        <source>A workbook (.xlsx, .xls, .ods) or a text list (.csv, .txt) as your office keeps it. Drop it here or choose it.</source>
        <translation>A workbook (.xlsx, .xls, .ods) or a text list (.csv, .txt) as your office keeps it. Drop it here or choose it.</translation>
    </message>
    <message>
        <source>Choose a file</source>
        <translation>Choose a file</translation>
    </message>
    <message>
        <source>Reading the file…</source>
        <translation>Reading the file…</translation>
    </message>
    <message>
        <source>Path of the file</source>
        <translation>Path of the file</translation>
    </message>
    <message>
        <source>Read it</source>
        <translation>Read it</translation>
    </message>
    <message>
        <source>Or type where the file is</source>
        <translation>Or type where the file is</translation>
    </message>
    <message>
        <source>What happens to your list</source>
        <translation>What happens to your list</translation>
    </message>
    <message>
        <source>You see everything before anything is kept.</source>
        <translation>You see everything before anything is kept.</translation>
    </message>
    <message>
        <source>Nothing is lost: a column without a place becomes notes.</source>
        <translation>Nothing is lost: a column without a place becomes notes.</translation>
    </message>
    <message>
        <source>It is brought in whole or not at all.</source>
        <translation>It is brought in whole or not at all.</translation>
    </message>
    <message>
        <source>It can be taken back afterwards.</source>
        <translation>It can be taken back afterwards.</translation>
    </message>
    <message>
        <source>Your file stays as it is.</source>
        <translation>Your file stays as it is.</translation>
    </message>
    <message>
        <source>Nothing was brought in.</source>
        <translation>Nothing was brought in.</translation>
    </message>
    <message numerus="yes">
        <source>%n families</source>
        <translation>
            <numerusform>%n family</numerusform>
            <numerusform>%n families</numerusform>
        </translation>
    </message>
    <message>
        <source>Take back</source>
        <translation>Take back</translation>
    </message>
    <message>
        <source>Take back: %1</source>
        <translation>Take back: %1</translation>
    </message>
    <message>
        <source>Lists</source>
        <translation>Lists</translation>
    </message>
    <message>
        <source>All files</source>
        <translation>All files</translation>
    </message>
    <message>
        <source>Its rows are not read as records; the report lists them all.</source>
        <translation>Its rows are not read as records; the report lists them all.</translation>
    </message>
    <message>
        <source>What this sheet is</source>
        <translation>What this sheet is</translation>
    </message>
    <message numerus="yes">
        <source>%n filled rows</source>
        <translation>
            <numerusform>%n filled row</numerusform>
            <numerusform>%n filled rows</numerusform>
        </translation>
    </message>
    <message>
        <source>village: %1</source>
        <translation>village: %1</translation>
    </message>
    <message>
        <source>Column of the file</source>
        <translation>Column of the file</translation>
    </message>
    <message>
        <source>for example</source>
        <translation>for example</translation>
    </message>
    <message>
        <source>goes to</source>
        <translation>goes to</translation>
    </message>
    <message numerus="yes">
        <source>%n more columns are kept as notes.</source>
        <translation>
            <numerusform>%n more column is kept as notes.</numerusform>
            <numerusform>%n more columns are kept as notes.</numerusform>
        </translation>
    </message>
    <message>
        <source>%1: goes to</source>
        <translation>%1: goes to</translation>
    </message>
    <message>
        <source>What Vatra found</source>
        <translation>What Vatra found</translation>
    </message>
    <message>
        <source>counting…</source>
        <translation>counting…</translation>
    </message>
    <message numerus="yes">
        <source>%n people</source>
        <translation>
            <numerusform>%n person</numerusform>
            <numerusform>%n people</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n visits</source>
        <translation>
            <numerusform>%n visit</numerusform>
            <numerusform>%n visits</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n rows to look at</source>
        <translation>
            <numerusform>%n row to look at</numerusform>
            <numerusform>%n rows to look at</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n rows set aside</source>
        <translation>
            <numerusform>%n row set aside</numerusform>
            <numerusform>%n rows set aside</numerusform>
        </translation>
    </message>
    <message>
        <source>Nothing is left out</source>
        <translation>Nothing is left out</translation>
    </message>
    <message>
        <source>A column that has no place of its own is kept word for word as a note of the family or person.</source>
        <translation>A column that has no place of its own is kept word for word as a note of the family or person.</translation>
    </message>
    <message>
        <source>Columns of the file</source>
        <translation>Columns of the file</translation>
    </message>
    <message>
        <source>Back</source>
        <translation>Back</translation>
    </message>
    <message>
        <source>Look at the rows</source>
        <translation>Look at the rows</translation>
    </message>
    <message>
        <source>Sheets of the file</source>
        <translation>Sheets of the file</translation>
    </message>
    <message>
        <source>Counting…</source>
        <translation>Counting…</translation>
    </message>
    <message>
        <source>No family yet: say which column has the names.</source>
        <translation>No family yet: say which column has the names.</translation>
    </message>
    <message>
        <source>visit</source>
        <translation>visit</translation>
    </message>
    <message>
        <source>set aside: %1</source>
        <translation>set aside: %1</translation>
    </message>
    <message>
        <source>Row</source>
        <translation>Row</translation>
    </message>
    <message>
        <source>Family</source>
        <translation>Family</translation>
    </message>
    <message>
        <source>Person or visit</source>
        <translation>Person or visit</translation>
    </message>
    <message>
        <source>Date</source>
        <translation>Date</translation>
    </message>
    <message>
        <source>Identity number</source>
        <translation>Identity number</translation>
    </message>
    <message>
        <source>Where</source>
        <translation>Where</translation>
    </message>
    <message>
        <source>Phone</source>
        <translation>Phone</translation>
    </message>
    <message>
        <source>To look at</source>
        <translation>To look at</translation>
    </message>
    <message>
        <source>Rows of the list</source>
        <translation>Rows of the list</translation>
    </message>
    <message>
        <source>Nothing to look at</source>
        <translation>Nothing to look at</translation>
    </message>
    <message>
        <source>Which rows</source>
        <translation>Which rows</translation>
    </message>
    <message>
        <source>All rows</source>
        <translation>All rows</translation>
    </message>
    <message>
        <source>Perhaps twice</source>
        <translation>Perhaps twice</translation>
    </message>
    <message numerus="yes">
        <source>Bring in %n families</source>
        <translation>
            <numerusform>Bring in %n family</numerusform>
            <numerusform>Bring in %n families</numerusform>
        </translation>
    </message>
    <message>
        <source>perhaps the same person twice</source>
        <translation>perhaps the same person twice</translation>
    </message>
    <message>
        <source>Import of %1</source>
        <translation>Import of %1</translation>
    </message>
    <message>
        <source>Columns kept as notes:</source>
        <translation>Columns kept as notes:</translation>
    </message>
    <message>
        <source>Set aside:</source>
        <translation>Set aside:</translation>
    </message>
    <message>
        <source>To look at:</source>
        <translation>To look at:</translation>
    </message>
    <message>
        <source>Lines of the layout that were not read:</source>
        <translation>Lines of the layout that were not read:</translation>
    </message>
    <message>
        <source>Families brought in</source>
        <translation>Families brought in</translation>
    </message>
    <message>
        <source>If this is interrupted, nothing of the list is kept and you can begin again. You can go on working meanwhile.</source>
        <translation>If this is interrupted, nothing of the list is kept and you can begin again. You can go on working meanwhile.</translation>
    </message>
    <message numerus="yes">
        <source>%1 of %n families are brought in</source>
        <translation>
            <numerusform>%1 of %n family is brought in</numerusform>
            <numerusform>%1 of %n families are brought in</numerusform>
        </translation>
    </message>
    <message>
        <source>Set aside, and why</source>
        <translation>Set aside, and why</translation>
    </message>
    <message>
        <source>Taken, but to look at</source>
        <translation>Taken, but to look at</translation>
    </message>
    <message>
        <source>Columns kept as notes</source>
        <translation>Columns kept as notes</translation>
    </message>
    <message>
        <source>This import</source>
        <translation>This import</translation>
    </message>
    <message>
        <source>Save the report</source>
        <translation>Save the report</translation>
    </message>
    <message>
        <source>Bring in another list</source>
        <translation>Bring in another list</translation>
    </message>
    <message>
        <source>The saved report holds names from your list and is not protected by Vatra.</source>
        <translation>The saved report holds names from your list and is not protected by Vatra.</translation>
    </message>
    <message>
        <source>Report of the import</source>
        <translation>Report of the import</translation>
    </message>
    <message>
        <source>Open families</source>
        <translation>Open families</translation>
    </message>
    <message numerus="yes">
        <source>%n notes</source>
        <translation>
            <numerusform>%n note</numerusform>
            <numerusform>%n notes</numerusform>
        </translation>
    </message>
    <message>
        <source>Brought in: %1</source>
        <translation>Brought in: %1</translation>
    </message>
    <message>
        <source>%1. Saved on this laptop; it goes to the county with the next sending.</source>
        <translation>%1. Saved on this laptop; it goes to the county with the next sending.</translation>
    </message>
    <message>
        <source>Nothing was set aside.</source>
        <translation>Nothing was set aside.</translation>
    </message>
    <message>
        <source>Nothing to look at.</source>
        <translation>Nothing to look at.</translation>
    </message>
    <message>
        <source>none</source>
        <translation>none</translation>
    </message>
    <message>
        <source>The report is saved as %1.</source>
        <translation>The report is saved as %1.</translation>
    </message>
    <message>
        <source>Text</source>
        <translation>Text</translation>
    </message>
    <message numerus="yes">
        <source>%n families were taken back.</source>
        <translation>
            <numerusform>%n family was taken back.</numerusform>
            <numerusform>%n families were taken back.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n families stay</source>
        <translation>
            <numerusform>%n family stays</numerusform>
            <numerusform>%n families stay</numerusform>
        </translation>
    </message>
    <message>
        <source>Where: %1</source>
        <translation>Where: %1</translation>
    </message>
    <message>
        <source>Import a list</source>
        <translation>Import a list</translation>
    </message>
    <message>
        <source>1 of 4 · choose the file</source>
        <translation>1 of 4 · choose the file</translation>
    </message>
    <message>
        <source>2 of 4 · what is in the columns</source>
        <translation>2 of 4 · what is in the columns</translation>
    </message>
    <message>
        <source>3 of 4 · look at the rows</source>
        <translation>3 of 4 · look at the rows</translation>
    </message>
    <message>
        <source>4 of 4 · bringing in</source>
        <translation>4 of 4 · bringing in</translation>
    </message>
    <message>
        <source>4 of 4 · done</source>
        <translation>4 of 4 · done</translation>
    </message>
    <message>
        <source>Family number</source>
        <translation>Family number</translation>
    </message>
    <message>
        <source>Number of the row</source>
        <translation>Number of the row</translation>
    </message>
    <message>
        <source>Name of the family</source>
        <translation>Name of the family</translation>
    </message>
    <message>
        <source>Name of the person</source>
        <translation>Name of the person</translation>
    </message>
    <message>
        <source>Surname</source>
        <translation>Surname</translation>
    </message>
    <message>
        <source>Given names</source>
        <translation>Given names</translation>
    </message>
    <message>
        <source>Date of birth</source>
        <translation>Date of birth</translation>
    </message>
    <message>
        <source>Sex</source>
        <translation>Sex</translation>
    </message>
    <message>
        <source>Place in the family</source>
        <translation>Place in the family</translation>
    </message>
    <message>
        <source>Village</source>
        <translation>Village</translation>
    </message>
    <message>
        <source>Street</source>
        <translation>Street</translation>
    </message>
    <message>
        <source>House number</source>
        <translation>House number</translation>
    </message>
    <message>
        <source>Occupation</source>
        <translation>Occupation</translation>
    </message>
    <message>
        <source>School</source>
        <translation>School</translation>
    </message>
    <message>
        <source>Monthly income</source>
        <translation>Monthly income</translation>
    </message>
    <message>
        <source>Number of members</source>
        <translation>Number of members</translation>
    </message>
    <message>
        <source>Who looks after the family</source>
        <translation>Who looks after the family</translation>
    </message>
    <message>
        <source>Reasons of help</source>
        <translation>Reasons of help</translation>
    </message>
    <message>
        <source>Last visit</source>
        <translation>Last visit</translation>
    </message>
    <message>
        <source>Remarks</source>
        <translation>Remarks</translation>
    </message>
    <message>
        <source>Day of the visit</source>
        <translation>Day of the visit</translation>
    </message>
    <message>
        <source>Purpose of the visit</source>
        <translation>Purpose of the visit</translation>
    </message>
    <message>
        <source>What was found</source>
        <translation>What was found</translation>
    </message>
    <message>
        <source>What was done</source>
        <translation>What was done</translation>
    </message>
    <message>
        <source>Keep as a note</source>
        <translation>Keep as a note</translation>
    </message>
    <message>
        <source>People</source>
        <translation>People</translation>
    </message>
    <message>
        <source>Households</source>
        <translation>Households</translation>
    </message>
    <message>
        <source>Visits</source>
        <translation>Visits</translation>
    </message>
    <message>
        <source>Set aside</source>
        <translation>Set aside</translation>
    </message>
    <message>
        <source>the date is not clear; kept as a note</source>
        <translation>the date is not clear; kept as a note</translation>
    </message>
    <message>
        <source>the sex is not clear; kept as a note</source>
        <translation>the sex is not clear; kept as a note</translation>
    </message>
    <message>
        <source>the amount is not clear; kept as a note</source>
        <translation>the amount is not clear; kept as a note</translation>
    </message>
    <message>
        <source>the number is not clear; kept as a note</source>
        <translation>the number is not clear; kept as a note</translation>
    </message>
    <message>
        <source>not a phone number; kept as a note</source>
        <translation>not a phone number; kept as a note</translation>
    </message>
    <message>
        <source>the name is missing</source>
        <translation>the name is missing</translation>
    </message>
    <message>
        <source>the identity number is too short or too long; kept as written</source>
        <translation>the identity number is too short or too long; kept as written</translation>
    </message>
    <message>
        <source>the identity number has other signs than digits; kept as written</source>
        <translation>the identity number has other signs than digits; kept as written</translation>
    </message>
    <message>
        <source>the identity number names a day that does not exist; kept as written</source>
        <translation>the identity number names a day that does not exist; kept as written</translation>
    </message>
    <message>
        <source>the identity number names a county that does not exist; kept as written</source>
        <translation>the identity number names a county that does not exist; kept as written</translation>
    </message>
    <message>
        <source>the check digit of the identity number does not fit; kept as written</source>
        <translation>the check digit of the identity number does not fit; kept as written</translation>
    </message>
    <message>
        <source>the date of birth differs from the one in the identity number</source>
        <translation>the date of birth differs from the one in the identity number</translation>
    </message>
    <message>
        <source>the sex differs from the one in the identity number</source>
        <translation>the sex differs from the one in the identity number</translation>
    </message>
    <message>
        <source>the name does not fit the family of this number</source>
        <translation>the name does not fit the family of this number</translation>
    </message>
    <message>
        <source>perhaps the same person as in row %1</source>
        <translation>perhaps the same person as in row %1</translation>
    </message>
    <message>
        <source>a line of totals</source>
        <translation>a line of totals</translation>
    </message>
    <message>
        <source>a line below the totals</source>
        <translation>a line below the totals</translation>
    </message>
    <message>
        <source>a signature or a remark at the foot of the list</source>
        <translation>a signature or a remark at the foot of the list</translation>
    </message>
    <message>
        <source>a remark, not a person</source>
        <translation>a remark, not a person</translation>
    </message>
    <message>
        <source>nobody is named in this row</source>
        <translation>nobody is named in this row</translation>
    </message>
    <message>
        <source>the sheet was set aside as a whole</source>
        <translation>the sheet was set aside as a whole</translation>
    </message>
    <message>
        <source>a visit to a family that is not in this file</source>
        <translation>a visit to a family that is not in this file</translation>
    </message>
    <message>
        <source>a visit that fits more than one family</source>
        <translation>a visit that fits more than one family</translation>
    </message>
    <message>
        <source>a visit without a clear day; its text is kept as a note of the family</source>
        <translation>a visit without a clear day; its text is kept as a note of the family</translation>
    </message>
    <message>
        <source>changed since the import</source>
        <translation>changed since the import</translation>
    </message>
    <message>
        <source>has visits or notes written since</source>
        <translation>has visits or notes written since</translation>
    </message>
</context>
<context>
    <name>lease</name>
    <message numerus="yes">
        <source>This laptop has not met the county for %n days.</source>
        <translation>
            <numerusform>This laptop has not met the county for %n day.</numerusform>
            <numerusform>This laptop has not met the county for %n days.</numerusform>
        </translation>
    </message>
    <message>
        <source>It takes no new work until it does. Everything can be read, and nothing is lost.</source>
        <translation>It takes no new work until it does. Everything can be read, and nothing is lost.</translation>
    </message>
    <message numerus="yes">
        <source>In %n days it will take no new work. Connect it to the internet.</source>
        <translation>
            <numerusform>In %n day it will take no new work. Connect it to the internet.</numerusform>
            <numerusform>In %n days it will take no new work. Connect it to the internet.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>lock</name>
    <message numerus="yes">
        <source>Vatra locks in %n seconds.</source>
        <translation>
            <numerusform>Vatra locks in %n second.</numerusform>
            <numerusform>Vatra locks in %n seconds.</numerusform>
        </translation>
    </message>
    <message>
        <source>Press a key or move the mouse to go on.</source>
        <translation>Press a key or move the mouse to go on.</translation>
    </message>
</context>
<context>
    <name>messages</name>
    <message>
        <source>The passphrase does not fit. Check Caps Lock and the keyboard language.</source>
        <translation>The passphrase does not fit. Check Caps Lock and the keyboard language.</translation>
    </message>
    <message>
        <source>Too many wrong passphrases. Wait a little and try again. Nothing has been deleted.</source>
        <translation>Too many wrong passphrases. Wait a little and try again. Nothing has been deleted.</translation>
    </message>
    <message>
        <source>This passphrase is easy to guess. Take the four words that Vatra offers, or a sentence of your own of at least 15 letters, without names of people and places here.</source>
        <translation>This passphrase is easy to guess. Take the four words that Vatra offers, or a sentence of your own of at least 15 letters, without names of people and places here.</translation>
    </message>
    <message>
        <source>This file is not the answer of the county office, or it was changed on the way. Copy it once more from the stick, or ask for it again.</source>
        <translation>This file is not the answer of the county office, or it was changed on the way. Copy it once more from the stick, or ask for it again.</translation>
    </message>
    <message>
        <source>This answer is for another laptop or another colleague. Choose the file that the county office made for your request.</source>
        <translation>This answer is for another laptop or another colleague. Choose the file that the county office made for your request.</translation>
    </message>
    <message>
        <source>This answer belongs to an earlier request, or the keys of this laptop have changed since. Save a new request and take it to the county office.</source>
        <translation>This answer belongs to an earlier request, or the keys of this laptop have changed since. Save a new request and take it to the county office.</translation>
    </message>
    <message>
        <source>There is no open request for this worker on this laptop. Save a request first and take it to the county office.</source>
        <translation>There is no open request for this worker on this laptop. Save a request first and take it to the county office.</translation>
    </message>
    <message>
        <source>The laptop has too little free memory to open the store. Close other programs and try again.</source>
        <translation>The laptop has too little free memory to open the store. Close other programs and try again.</translation>
    </message>
    <message>
        <source>The key file of this laptop cannot be read. Nothing was overwritten. Call the county office: they can help you open it.</source>
        <translation>The key file of this laptop cannot be read. Nothing was overwritten. Call the county office: they can help you open it.</translation>
    </message>
    <message>
        <source>Vatra is already open on this laptop. Look for its window in the task bar.</source>
        <translation>Vatra is already open on this laptop. Look for its window in the task bar.</translation>
    </message>
    <message>
        <source>A part of the store is not where it was. Put the folder back or use the last copy.</source>
        <translation>A part of the store is not where it was. Put the folder back or use the last copy.</translation>
    </message>
    <message>
        <source>This laptop is already set up. Its store was left as it is.</source>
        <translation>This laptop is already set up. Its store was left as it is.</translation>
    </message>
    <message>
        <source>The store of this laptop needs help. Nothing was overwritten. Use the last copy or call the county office.</source>
        <translation>The store of this laptop needs help. Nothing was overwritten. Use the last copy or call the county office.</translation>
    </message>
    <message>
        <source>A file in the folder belongs to another laptop. Take it out and open again.</source>
        <translation>A file in the folder belongs to another laptop. Take it out and open again.</translation>
    </message>
    <message>
        <source>The store was written by a newer Vatra. Install the newer version on this laptop.</source>
        <translation>The store was written by a newer Vatra. Install the newer version on this laptop.</translation>
    </message>
    <message>
        <source>Work that was already saved is missing from this store: an older copy may have been put back. Call the county office before you go on.</source>
        <translation>Work that was already saved is missing from this store: an older copy may have been put back. Call the county office before you go on.</translation>
    </message>
    <message>
        <source>No copy on this laptop opens with this passphrase. Nothing was overwritten. Call the county office: they can help you.</source>
        <translation>No copy on this laptop opens with this passphrase. Nothing was overwritten. Call the county office: they can help you.</translation>
    </message>
    <message>
        <source>This person already works on this laptop.</source>
        <translation>This person already works on this laptop.</translation>
    </message>
    <message>
        <source>This person no longer works on this laptop. Open the list again.</source>
        <translation>This person no longer works on this laptop. Open the list again.</translation>
    </message>
    <message>
        <source>You cannot remove yourself. Ask a colleague to do it while they are signed in.</source>
        <translation>You cannot remove yourself. Ask a colleague to do it while they are signed in.</translation>
    </message>
    <message>
        <source>The county office has ended your work on this laptop. What you wrote is kept. If this is a mistake, call the county office.</source>
        <translation>The county office has ended your work on this laptop. What you wrote is kept. If this is a mistake, call the county office.</translation>
    </message>
    <message>
        <source>The county office has ended the work of the person who was signed in. What they wrote is kept. If this is a mistake, call the county office.</source>
        <translation>The county office has ended the work of the person who was signed in. What they wrote is kept. If this is a mistake, call the county office.</translation>
    </message>
    <message>
        <source>Your profession may not do this here. Ask the social worker or the county office.</source>
        <translation>Your profession may not do this here. Ask the social worker or the county office.</translation>
    </message>
    <message>
        <source>This code is for a worker of another commune. Nobody was added. Ask the county office for a code of this commune.</source>
        <translation>This code is for a worker of another commune. Nobody was added. Ask the county office for a code of this commune.</translation>
    </message>
    <message>
        <source>Vatra is locked. Open it with your passphrase.</source>
        <translation>Vatra is locked. Open it with your passphrase.</translation>
    </message>
    <message>
        <source>Vatra stopped unexpectedly. What was saved is safe. Open it again with your passphrase.</source>
        <translation>Vatra stopped unexpectedly. What was saved is safe. Open it again with your passphrase.</translation>
    </message>
    <message>
        <source>A part of this installation is too old to keep data safely. Install Vatra again.</source>
        <translation>A part of this installation is too old to keep data safely. Install Vatra again.</translation>
    </message>
    <message>
        <source>The disk is full. The last step was not kept, everything before it was. Free about 200 MB and try again.</source>
        <translation>The disk is full. The last step was not kept, everything before it was. Free about 200 MB and try again.</translation>
    </message>
    <message>
        <source>The folder of Vatra cannot be written. Check its permissions or ask whoever looks after the laptop.</source>
        <translation>The folder of Vatra cannot be written. Check its permissions or ask whoever looks after the laptop.</translation>
    </message>
    <message>
        <source>The disk answers with errors. Send your work to the county now and have the laptop checked.</source>
        <translation>The disk answers with errors. Send your work to the county now and have the laptop checked.</translation>
    </message>
    <message>
        <source>This record is no longer on this laptop. It may have moved to another commune.</source>
        <translation>This record is no longer on this laptop. It may have moved to another commune.</translation>
    </message>
    <message>
        <source>A signed record cannot be changed, only completed.</source>
        <translation>A signed record cannot be changed, only completed.</translation>
    </message>
    <message>
        <source>This file cannot be attached: Vatra takes photographs (JPEG, PNG) and PDF files that are whole. Open it on the device it comes from, save it as JPEG or PDF, and try again.</source>
        <translation>This file cannot be attached: Vatra takes photographs (JPEG, PNG) and PDF files that are whole. Open it on the device it comes from, save it as JPEG or PDF, and try again.</translation>
    </message>
    <message>
        <source>This file is too large: a PDF may have 10 megabytes, a photograph 60 megapixels. Scan with fewer dots per inch, or in several parts.</source>
        <translation>This file is too large: a PDF may have 10 megabytes, a photograph 60 megapixels. Scan with fewer dots per inch, or in several parts.</translation>
    </message>
    <message>
        <source>The full picture is not on this laptop yet. Open it and choose “Fetch it”.</source>
        <translation>The full picture is not on this laptop yet. Open it and choose “Fetch it”.</translation>
    </message>
    <message>
        <source>What lies on this laptop of the picture is damaged. It will be fetched again from the county with the next sending.</source>
        <translation>What lies on this laptop of the picture is damaged. It will be fetched again from the county with the next sending.</translation>
    </message>
    <message>
        <source>This is too much for one save. Shorten the text and save again.</source>
        <translation>This is too much for one save. Shorten the text and save again.</translation>
    </message>
    <message>
        <source>Something is still missing. Choose it and try again.</source>
        <translation>Something is still missing. Choose it and try again.</translation>
    </message>
    <message>
        <source>No connection. Vatra goes on working and sends by itself later.</source>
        <translation>No connection. Vatra goes on working and sends by itself later.</translation>
    </message>
    <message>
        <source>Something answered, but not your county: perhaps the log-in page of a public network. Nothing was sent.</source>
        <translation>Something answered, but not your county: perhaps the log-in page of a public network. Nothing was sent.</translation>
    </message>
    <message>
        <source>The county cannot take anything right now. Your work is saved and goes later.</source>
        <translation>The county cannot take anything right now. Your work is saved and goes later.</translation>
    </message>
    <message>
        <source>The county does not accept this laptop at present. Your work is saved. Call the county office.</source>
        <translation>The county does not accept this laptop at present. Your work is saved. Call the county office.</translation>
    </message>
    <message>
        <source>This laptop has not met the county for too long, so it takes no new work. What you typed stays here. Connect it to the internet, or carry its work to the county.</source>
        <translation>This laptop has not met the county for too long, so it takes no new work. What you typed stays here. Connect it to the internet, or carry its work to the county.</translation>
    </message>
    <message>
        <source>The county works with an older copy of its data and has not noticed. Nothing was sent and nothing is lost. Call the county office and tell it so.</source>
        <translation>The county works with an older copy of its data and has not noticed. Nothing was sent and nothing is lost. Call the county office and tell it so.</translation>
    </message>
    <message>
        <source>The county answered in a way this version does not know. Your work is saved. Update Vatra.</source>
        <translation>The county answered in a way this version does not know. Your work is saved. Update Vatra.</translation>
    </message>
    <message>
        <source>The county does not know this code, or it was used or has expired. Check it, or ask for a new one.</source>
        <translation>The county does not know this code, or it was used or has expired. Check it, or ask for a new one.</translation>
    </message>
    <message>
        <source>This file is not a county card, or it was changed on the way. Ask the county for a new one.</source>
        <translation>This file is not a county card, or it was changed on the way. Ask the county for a new one.</translation>
    </message>
    <message>
        <source>The signs are not those of the county that answered. Nothing was taken from it. Compare address and signs with the paper from the county, letter by letter.</source>
        <translation>The signs are not those of the county that answered. Nothing was taken from it. Compare address and signs with the paper from the county, letter by letter.</translation>
    </message>
    <message>
        <source>The files could not be written there. Choose another folder.</source>
        <translation>The files could not be written there. Choose another folder.</translation>
    </message>
    <message>
        <source>This form cannot be used. Ask whoever made it to correct it.</source>
        <translation>This form cannot be used. Ask whoever made it to correct it.</translation>
    </message>
    <message>
        <source>A form from the county is not what the county signed, and was not taken. Everything else arrived. Tell the county office.</source>
        <translation>A form from the county is not what the county signed, and was not taken. Everything else arrived. Tell the county office.</translation>
    </message>
    <message>
        <source>The file is damaged or may not be read. Open it in your office program, save it again and choose the new one.</source>
        <translation>The file is damaged or may not be read. Open it in your office program, save it again and choose the new one.</translation>
    </message>
    <message>
        <source>There is no such file. Check where it is, or choose it with the button.</source>
        <translation>There is no such file. Check where it is, or choose it with the button.</translation>
    </message>
    <message>
        <source>The file holds nothing. Check whether it is the right one, or save it again.</source>
        <translation>The file holds nothing. Check whether it is the right one, or save it again.</translation>
    </message>
    <message>
        <source>The workbook has a password. Save a copy without the password, choose the copy, and delete it afterwards.</source>
        <translation>The workbook has a password. Save a copy without the password, choose the copy, and delete it afterwards.</translation>
    </message>
    <message>
        <source>The file is much larger than a list of families. Copy the sheet with the families into a new file and choose that.</source>
        <translation>The file is much larger than a list of families. Copy the sheet with the families into a new file and choose that.</translation>
    </message>
    <message>
        <source>This is neither a workbook nor a list as text. Open it in the program it comes from and save it as .xlsx or .csv.</source>
        <translation>This is neither a workbook nor a list as text. Open it in the program it comes from and save it as .xlsx or .csv.</translation>
    </message>
    <message>
        <source>No list of people was found in this file. It needs one row for each person and a row with the names of the columns.</source>
        <translation>No list of people was found in this file. It needs one row for each person and a row with the names of the columns.</translation>
    </message>
    <message>
        <source>The county has published a form that needs a newer Vatra. Install the newer version on this laptop; the form is then there by itself.</source>
        <translation>The county has published a form that needs a newer Vatra. Install the newer version on this laptop; the form is then there by itself.</translation>
    </message>
    <message>
        <source>Something went wrong. Everything saved before is safe. Try again.</source>
        <translation>Something went wrong. Everything saved before is safe. Try again.</translation>
    </message>
    <message>
        <source>The address of the county was not found: probably there is no internet here. Vatra goes on working and sends by itself later.</source>
        <translation>The address of the county was not found: probably there is no internet here. Vatra goes on working and sends by itself later.</translation>
    </message>
    <message>
        <source>The county office was reached, but Vatra is not running there at present. Your work is saved and goes by itself later.</source>
        <translation>The county office was reached, but Vatra is not running there at present. Your work is saved and goes by itself later.</translation>
    </message>
    <message>
        <source>The county does not answer from this network. Your work is saved and goes by itself later, perhaps from another place.</source>
        <translation>The county does not answer from this network. Your work is saved and goes by itself later, perhaps from another place.</translation>
    </message>
    <message>
        <source>The line went dead in the middle. What has arrived is safe; Vatra goes on from there by itself.</source>
        <translation>The line went dead in the middle. What has arrived is safe; Vatra goes on from there by itself.</translation>
    </message>
    <message>
        <source>The line broke off. What has arrived is safe; Vatra goes on from there by itself.</source>
        <translation>The line broke off. What has arrived is safe; Vatra goes on from there by itself.</translation>
    </message>
    <message>
        <source>The line is too slow at present. What has arrived is safe; Vatra goes on from there by itself.</source>
        <translation>The line is too slow at present. What has arrived is safe; Vatra goes on from there by itself.</translation>
    </message>
    <message>
        <source>A page of this network answered instead of your county. Open any web page, sign in to the network and try again. Nothing was sent.</source>
        <translation>A page of this network answered instead of your county. Open any web page, sign in to the network and try again. Nothing was sent.</translation>
    </message>
    <message>
        <source>This network asks for a password before it lets anything through. Ask whoever looks after the network. Nothing was sent.</source>
        <translation>This network asks for a password before it lets anything through. Ask whoever looks after the network. Nothing was sent.</translation>
    </message>
    <message>
        <source>Something stands between this laptop and your county and shows papers of its own: the network or a protection program. Use another network, or ask whoever looks after the laptop. Nothing was sent.</source>
        <translation>Something stands between this laptop and your county and shows papers of its own: the network or a protection program. Use another network, or ask whoever looks after the laptop. Nothing was sent.</translation>
    </message>
    <message>
        <source>Another county answered at this address. Nothing was sent. Ask your county office which address is right.</source>
        <translation>Another county answered at this address. Nothing was sent. Ask your county office which address is right.</translation>
    </message>
    <message>
        <source>What answered has papers that are made for another name. Nothing was sent. Tell the county office.</source>
        <translation>What answered has papers that are made for another name. Nothing was sent. Tell the county office.</translation>
    </message>
    <message>
        <source>What answered knows only an old encryption that is not safe any more. Nothing was sent. Tell the county office.</source>
        <translation>What answered knows only an old encryption that is not safe any more. Nothing was sent. Tell the county office.</translation>
    </message>
    <message>
        <source>What answered does not encrypt, so it is not your county: perhaps the log-in page of a public network. Nothing was sent.</source>
        <translation>What answered does not encrypt, so it is not your county: perhaps the log-in page of a public network. Nothing was sent.</translation>
    </message>
    <message>
        <source>The county has too much to do right now and asks to wait. Your work is saved and goes by itself later.</source>
        <translation>The county has too much to do right now and asks to wait. Your work is saved and goes by itself later.</translation>
    </message>
    <message>
        <source>The county has taken this laptop out of service. Your work is saved here. If this is a mistake, call the county office.</source>
        <translation>The county has taken this laptop out of service. Your work is saved here. If this is a mistake, call the county office.</translation>
    </message>
    <message>
        <source>The county does not know this laptop. Your work is saved. Call the county office: the laptop may have to be set up again.</source>
        <translation>The county does not know this laptop. Your work is saved. Call the county office: the laptop may have to be set up again.</translation>
    </message>
    <message>
        <source>Something on the way to the county takes no messages of this size. Your work is saved. Use another network, or tell the county office.</source>
        <translation>Something on the way to the county takes no messages of this size. Your work is saved. Use another network, or tell the county office.</translation>
    </message>
    <message>
        <source>The answer was far larger than an answer may be, and was thrown away. Your work is saved. Tell the county office.</source>
        <translation>The answer was far larger than an answer may be, and was thrown away. Your work is saved. Tell the county office.</translation>
    </message>
    <message>
        <source>The answer of the county arrived damaged and was thrown away. Your work is saved; Vatra tries again by itself.</source>
        <translation>The answer of the county arrived damaged and was thrown away. Your work is saved; Vatra tries again by itself.</translation>
    </message>
    <message>
        <source>There is no answer of the county in this folder. Choose the folder on the stick into which the county office wrote.</source>
        <translation>There is no answer of the county in this folder. Choose the folder on the stick into which the county office wrote.</translation>
    </message>
    <message>
        <source>A file on the stick is damaged or was changed. Nothing of it was taken. Ask the county office to write the answer again.</source>
        <translation>A file on the stick is damaged or was changed. Nothing of it was taken. Ask the county office to write the answer again.</translation>
    </message>
    <message>
        <source>The files on this stick are for another laptop. Nothing of them was taken. Look for the stick of this laptop.</source>
        <translation>The files on this stick are for another laptop. Nothing of them was taken. Look for the stick of this laptop.</translation>
    </message>
    <message>
        <source>A file on the stick is for a colleague who reads other records. Keep it on the stick until they have signed in and brought it.</source>
        <translation>A file on the stick is for a colleague who reads other records. Keep it on the stick until they have signed in and brought it.</translation>
    </message>
    <message>
        <source>A file on the stick goes on from one that is missing. Bring the earlier stick first, or carry everything to the county once more.</source>
        <translation>A file on the stick goes on from one that is missing. Bring the earlier stick first, or carry everything to the county once more.</translation>
    </message>
    <message>
        <source>The files on this stick are from another county. Nothing of them was taken.</source>
        <translation>The files on this stick are from another county. Nothing of them was taken.</translation>
    </message>
    <message>
        <source>The stick was written by a newer Vatra. Install the newer version on this laptop, then bring it again.</source>
        <translation>The stick was written by a newer Vatra. Install the newer version on this laptop, then bring it again.</translation>
    </message>
</context>
<context>
    <name>news</name>
    <message>
        <source>The disk of this laptop takes no writes. You can read everything.</source>
        <translation>The disk of this laptop takes no writes. You can read everything.</translation>
    </message>
    <message>
        <source>Nothing typed now can be kept. Tell whoever looks after this laptop.</source>
        <translation>Nothing typed now can be kept. Tell whoever looks after this laptop.</translation>
    </message>
    <message>
        <source>If that was not you, tell whoever looks after this laptop.</source>
        <translation>If that was not you, tell whoever looks after this laptop.</translation>
    </message>
    <message numerus="yes">
        <source>%n wrong passphrases on your tile since you last signed in, the last on %1.</source>
        <translation>
            <numerusform>One wrong passphrase on your tile since you last signed in, on %1.</numerusform>
            <numerusform>%n wrong passphrases on your tile since you last signed in, the last on %1.</numerusform>
        </translation>
    </message>
    <message>
        <source>With the county office (%2) you came in again on %1 under a new passphrase.</source>
        <translation>With the county office (%2) you came in again on %1 under a new passphrase.</translation>
    </message>
    <message>
        <source>With the county office (%2) %3 came in again on %1 under a new passphrase.</source>
        <translation>With the county office (%2) %3 came in again on %1 under a new passphrase.</translation>
    </message>
    <message>
        <source>If it was not you who asked for it, call them now.</source>
        <translation>If it was not you who asked for it, call them now.</translation>
    </message>
    <message>
        <source>If %1 did not ask for it, call them now.</source>
        <translation>If %1 did not ask for it, call them now.</translation>
    </message>
</context>
<context>
    <name>print</name>
    <message>
        <source>Print</source>
        <translation>Print</translation>
    </message>
    <message numerus="yes">
        <source>%n pages, A4</source>
        <translation>
            <numerusform>%n page, A4</numerusform>
            <numerusform>%n pages, A4</numerusform>
        </translation>
    </message>
    <message>
        <source>A PDF leaves the protection of Vatra: keep it where only you can open it.</source>
        <translation>A PDF leaves the protection of Vatra: keep it where only you can open it.</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Cancel</translation>
    </message>
    <message>
        <source>Save as PDF</source>
        <translation>Save as PDF</translation>
    </message>
    <message>
        <source>What to print</source>
        <translation>What to print</translation>
    </message>
    <message>
        <source>The printer did not answer. Look whether it is on and try again.</source>
        <translation>The printer did not answer. Look whether it is on and try again.</translation>
    </message>
    <message>
        <source>The file could not be written there. Choose another folder.</source>
        <translation>The file could not be written there. Choose another folder.</translation>
    </message>
    <message>
        <source>It could not be noted who prints or saves this, so nothing went out.</source>
        <translation>It could not be noted who prints or saves this, so nothing went out.</translation>
    </message>
</context>
<context>
    <name>recovery</name>
    <message>
        <source>I forgot my passphrase</source>
        <translation>I forgot my passphrase</translation>
    </message>
    <message>
        <source>A new passphrase for %1</source>
        <translation>A new passphrase for %1</translation>
    </message>
    <message>
        <source>The county office can let you in again; nothing is lost. Choose a new passphrase, save the request on a stick and bring it to them: two people there open it together. Until their answer is here, nothing changes.</source>
        <translation>The county office can let you in again; nothing is lost. Choose a new passphrase, save the request on a stick and bring it to them: two people there open it together. Until their answer is here, nothing changes.</translation>
    </message>
    <message>
        <source>What happened</source>
        <translation>What happened</translation>
    </message>
    <message>
        <source>The people at the county office read it.</source>
        <translation>The people at the county office read it.</translation>
    </message>
    <message>
        <source>Ask the county office</source>
        <translation>Ask the county office</translation>
    </message>
    <message>
        <source>Call the county office and read these signs to them, letter by letter. They answer only if theirs are the same.</source>
        <translation>Call the county office and read these signs to them, letter by letter. They answer only if theirs are the same.</translation>
    </message>
    <message>
        <source>When their answer is here, type your new passphrase and choose the file of the answer.</source>
        <translation>When their answer is here, type your new passphrase and choose the file of the answer.</translation>
    </message>
    <message>
        <source>New passphrase</source>
        <translation>New passphrase</translation>
    </message>
    <message>
        <source>Bring the answer</source>
        <translation>Bring the answer</translation>
    </message>
    <message>
        <source>Make a new request</source>
        <translation>Make a new request</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Close</translation>
    </message>
    <message>
        <source>Save the request…</source>
        <translation>Save the request…</translation>
    </message>
    <message>
        <source>Choose the answer…</source>
        <translation>Choose the answer…</translation>
    </message>
    <message>
        <source>request</source>
        <translation>request</translation>
    </message>
    <message>
        <source>Save the request</source>
        <translation>Save the request</translation>
    </message>
    <message>
        <source>Choose the answer</source>
        <translation>Choose the answer</translation>
    </message>
    <message>
        <source>The request is saved as %1. Take it to the county office.</source>
        <translation>The request is saved as %1. Take it to the county office.</translation>
    </message>
    <message>
        <source>Your request of %1 waits for the answer of the county office.</source>
        <translation>Your request of %1 waits for the answer of the county office.</translation>
    </message>
    <message>
        <source>Making the keys…</source>
        <translation>Making the keys…</translation>
    </message>
    <message>
        <source>Opening the answer…</source>
        <translation>Opening the answer…</translation>
    </message>
    <message>
        <source>This is not the new passphrase that you chose with this request. Check Caps Lock and the keyboard language.</source>
        <translation>This is not the new passphrase that you chose with this request. Check Caps Lock and the keyboard language.</translation>
    </message>
</context>
<context>
    <name>register</name>
    <message>
        <source>New family</source>
        <translation>New family</translation>
    </message>
    <message>
        <source>Is it one of these?</source>
        <translation>Is it one of these?</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Cancel</translation>
    </message>
    <message>
        <source>Register the family</source>
        <translation>Register the family</translation>
    </message>
    <message>
        <source>Stays on the laptop and goes to the county with the next sending.</source>
        <translation>Stays on the laptop and goes to the county with the next sending.</translation>
    </message>
    <message>
        <source>surname</source>
        <translation>surname</translation>
    </message>
    <message>
        <source>given names</source>
        <translation>given names</translation>
    </message>
    <message>
        <source>Female or male</source>
        <translation>Female or male</translation>
    </message>
    <message>
        <source>Female</source>
        <translation>Female</translation>
    </message>
    <message>
        <source>Male</source>
        <translation>Male</translation>
    </message>
    <message>
        <source>Not known</source>
        <translation>Not known</translation>
    </message>
    <message>
        <source>Date of birth</source>
        <translation>Date of birth</translation>
    </message>
    <message>
        <source>day month year</source>
        <translation>day month year</translation>
    </message>
    <message>
        <source>Papers</source>
        <translation>Papers</translation>
    </message>
    <message>
        <source>Has a %1</source>
        <translation>Has a %1</translation>
    </message>
    <message>
        <source>No papers</source>
        <translation>No papers</translation>
    </message>
    <message>
        <source>Village</source>
        <translation>Village</translation>
    </message>
    <message>
        <source>Street and number</source>
        <translation>Street and number</translation>
    </message>
    <message>
        <source>How to find the house</source>
        <translation>How to find the house</translation>
    </message>
    <message>
        <source>Phone</source>
        <translation>Phone</translation>
    </message>
    <message>
        <source>Who it is about</source>
        <translation>Who it is about</translation>
    </message>
    <message>
        <source>a neighbour&apos;s is enough</source>
        <translation>a neighbour&apos;s is enough</translation>
    </message>
    <message>
        <source>the year alone is enough, or month and year</source>
        <translation>the year alone is enough, or month and year</translation>
    </message>
    <message>
        <source>Enter a name first.</source>
        <translation>Enter a name first.</translation>
    </message>
    <message numerus="yes">
        <source>%n found</source>
        <translation>
            <numerusform>%n found</numerusform>
            <numerusform>%n found</numerusform>
        </translation>
    </message>
    <message>
        <source>very likely</source>
        <translation>very likely</translation>
    </message>
    <message>
        <source>possible</source>
        <translation>possible</translation>
    </message>
    <message>
        <source>It is this one</source>
        <translation>It is this one</translation>
    </message>
    <message>
        <source>Another one</source>
        <translation>Another one</translation>
    </message>
    <message>
        <source>Another one, not %1</source>
        <translation>Another one, not %1</translation>
    </message>
    <message>
        <source>It is this one: %1</source>
        <translation>It is this one: %1</translation>
    </message>
    <message>
        <source>a name is enough, the rest at the visit</source>
        <translation>a name is enough, the rest at the visit</translation>
    </message>
    <message>
        <source>same surname</source>
        <translation>same surname</translation>
    </message>
    <message>
        <source>same village</source>
        <translation>same village</translation>
    </message>
    <message>
        <source>same given name</source>
        <translation>same given name</translation>
    </message>
    <message>
        <source>born in the same year</source>
        <translation>born in the same year</translation>
    </message>
    <message>
        <source>same phone</source>
        <translation>same phone</translation>
    </message>
    <message>
        <source>same identity number</source>
        <translation>same identity number</translation>
    </message>
    <message>
        <source>Enter the date as day, month, year, for example 3.9.2015, or only the year.</source>
        <translation>Enter the date as day, month, year, for example 3.9.2015, or only the year.</translation>
    </message>
    <message>
        <source>This date is in the future. Enter the day of birth.</source>
        <translation>This date is in the future. Enter the day of birth.</translation>
    </message>
    <message>
        <source>This number has too few or too many digits for a %1. You may keep it as it is.</source>
        <translation>This number has too few or too many digits for a %1. You may keep it as it is.</translation>
    </message>
    <message>
        <source>A %1 has only digits. You may keep it as it is.</source>
        <translation>A %1 has only digits. You may keep it as it is.</translation>
    </message>
    <message>
        <source>The check digit of the %1 does not fit. Compare with the document. You may keep it as it is.</source>
        <translation>The check digit of the %1 does not fit. Compare with the document. You may keep it as it is.</translation>
    </message>
    <message>
        <source>The %1 names a day or county that does not exist. Compare with the document. You may keep it as it is.</source>
        <translation>The %1 names a day or county that does not exist. Compare with the document. You may keep it as it is.</translation>
    </message>
</context>
<context>
    <name>screens</name>
    <message>
        <source>Today</source>
        <translation>Today</translation>
    </message>
    <message>
        <source>Families</source>
        <translation>Families</translation>
    </message>
    <message>
        <source>New family</source>
        <translation>New family</translation>
    </message>
    <message>
        <source>Family</source>
        <translation>Family</translation>
    </message>
    <message>
        <source>Visit</source>
        <translation>Visit</translation>
    </message>
    <message>
        <source>Assessment</source>
        <translation>Assessment</translation>
    </message>
    <message>
        <source>Import a list</source>
        <translation>Import a list</translation>
    </message>
    <message>
        <source>Check a printed statement</source>
        <translation>Check a printed statement</translation>
    </message>
    <message>
        <source>Sync</source>
        <translation>Sync</translation>
    </message>
    <message>
        <source>To clear up</source>
        <translation>To clear up</translation>
    </message>
    <message>
        <source>Help</source>
        <translation>Help</translation>
    </message>
    <message>
        <source>Settings</source>
        <translation>Settings</translation>
    </message>
    <message>
        <source>How this laptop stands</source>
        <translation>How this laptop stands</translation>
    </message>
    <message>
        <source>Add a colleague</source>
        <translation>Add a colleague</translation>
    </message>
    <message>
        <source>Change my passphrase</source>
        <translation>Change my passphrase</translation>
    </message>
    <message>
        <source>People on this laptop</source>
        <translation>People on this laptop</translation>
    </message>
</context>
<context>
    <name>search</name>
    <message numerus="yes">
        <source>%n families found</source>
        <translation>
            <numerusform>%n family found</numerusform>
            <numerusform>%n families found</numerusform>
        </translation>
    </message>
    <message>
        <source>No family found for ‹%1›</source>
        <translation>No family found for ‹%1›</translation>
    </message>
    <message>
        <source>Register a new family</source>
        <translation>Register a new family</translation>
    </message>
    <message>
        <source>This looks like the checksum of one</source>
        <translation>This looks like the checksum of one</translation>
    </message>
</context>
<context>
    <name>settings</name>
    <message>
        <source>Language</source>
        <translation>Language</translation>
    </message>
    <message>
        <source>Normal</source>
        <translation>Normal</translation>
    </message>
    <message>
        <source>Larger</source>
        <translation>Larger</translation>
    </message>
    <message>
        <source>Largest</source>
        <translation>Largest</translation>
    </message>
    <message>
        <source>Text size</source>
        <translation>Text size</translation>
    </message>
    <message>
        <source>Colours</source>
        <translation>Colours</translation>
    </message>
    <message>
        <source>As the system</source>
        <translation>As the system</translation>
    </message>
    <message>
        <source>Light</source>
        <translation>Light</translation>
    </message>
    <message>
        <source>Dark</source>
        <translation>Dark</translation>
    </message>
    <message>
        <source>High contrast</source>
        <translation>High contrast</translation>
    </message>
    <message>
        <source>Lock when nobody works</source>
        <translation>Lock when nobody works</translation>
    </message>
    <message numerus="yes">
        <source>%n min</source>
        <translation>
            <numerusform>%n min</numerusform>
            <numerusform>%n min</numerusform>
        </translation>
    </message>
    <message>
        <source>Ctrl and plus or minus does the same on every screen.</source>
        <translation>Ctrl and plus or minus does the same on every screen.</translation>
    </message>
    <message>
        <source>F12 locks at once. What is half typed is kept.</source>
        <translation>F12 locks at once. What is half typed is kept.</translation>
    </message>
    <message>
        <source>This laptop</source>
        <translation>This laptop</translation>
    </message>
    <message>
        <source>County</source>
        <translation>County</translation>
    </message>
    <message>
        <source>Commune</source>
        <translation>Commune</translation>
    </message>
    <message>
        <source>Laptop</source>
        <translation>Laptop</translation>
    </message>
    <message>
        <source>Who works here and reads what; add a colleague, let one go.</source>
        <translation>Who works here and reads what; add a colleague, let one go.</translation>
    </message>
</context>
<context>
    <name>setup</name>
    <message>
        <source>Step %1 of %2: %3</source>
        <translation>Step %1 of %2: %3</translation>
    </message>
    <message>
        <source>Set up this laptop</source>
        <translation>Set up this laptop</translation>
    </message>
    <message>
        <source>County card</source>
        <translation>County card</translation>
    </message>
    <message>
        <source>This laptop</source>
        <translation>This laptop</translation>
    </message>
    <message>
        <source>Passphrase</source>
        <translation>Passphrase</translation>
    </message>
    <message>
        <source>Back</source>
        <translation>Back</translation>
    </message>
    <message>
        <source>Go on</source>
        <translation>Go on</translation>
    </message>
    <message>
        <source>The county gave your office a file, the county card. Choose it here.</source>
        <translation>The county gave your office a file, the county card. Choose it here.</translation>
    </message>
    <message>
        <source>Choose the county card</source>
        <translation>Choose the county card</translation>
    </message>
    <message>
        <source>Or type the county&apos;s address and the signs from its paper:</source>
        <translation>Or type the county&apos;s address and the signs from its paper:</translation>
    </message>
    <message>
        <source>Address of the county</source>
        <translation>Address of the county</translation>
    </message>
    <message>
        <source>Signs on the paper</source>
        <translation>Signs on the paper</translation>
    </message>
    <message>
        <source>Fetch the card</source>
        <translation>Fetch the card</translation>
    </message>
    <message>
        <source>These are the signs you typed: the card is the county&apos;s.</source>
        <translation>These are the signs you typed: the card is the county&apos;s.</translation>
    </message>
    <message>
        <source>Compare these signs with the paper from the county, letter by letter.</source>
        <translation>Compare these signs with the paper from the county, letter by letter.</translation>
    </message>
    <message>
        <source>Code from the county</source>
        <translation>Code from the county</translation>
    </message>
    <message>
        <source>Name of this laptop</source>
        <translation>Name of this laptop</translation>
    </message>
    <message>
        <source>It works once and says which commune and which worker this laptop is for.</source>
        <translation>It works once and says which commune and which worker this laptop is for.</translation>
    </message>
    <message>
        <source>Such as PC-2: colleagues and the county see it beside your records.</source>
        <translation>Such as PC-2: colleagues and the county see it beside your records.</translation>
    </message>
    <message>
        <source>I have written it on paper</source>
        <translation>I have written it on paper</translation>
    </message>
    <message>
        <source>Asking the county…</source>
        <translation>Asking the county…</translation>
    </message>
</context>
<context>
    <name>statement</name>
    <message>
        <source>Checksum at the foot of the page</source>
        <translation>Checksum at the foot of the page</translation>
    </message>
    <message>
        <source>Check</source>
        <translation>Check</translation>
    </message>
    <message>
        <source>Open it to compare</source>
        <translation>Open it to compare</translation>
    </message>
    <message>
        <source>Type the checksum as it stands, with or without gaps; the first three groups are enough. Vatra tells which sealed assessment it belongs to, on this laptop and without a line.</source>
        <translation>Type the checksum as it stands, with or without gaps; the first three groups are enough. Vatra tells which sealed assessment it belongs to, on this laptop and without a line.</translation>
    </message>
    <message>
        <source>This checksum is right: the record below was sealed so and has not changed.</source>
        <translation>This checksum is right: the record below was sealed so and has not changed.</translation>
    </message>
    <message>
        <source>Nearly right: look again at group %1, counted from the left.</source>
        <translation>Nearly right: look again at group %1, counted from the left.</translation>
    </message>
    <message>
        <source>Type at least the first three groups of four.</source>
        <translation>Type at least the first three groups of four.</translation>
    </message>
    <message>
        <source>A checksum has the digits 0 to 9 and the letters a to f, 32 of them at most.</source>
        <translation>A checksum has the digits 0 to 9 and the letters a to f, 32 of them at most.</translation>
    </message>
    <message>
        <source>No sealed assessment on this laptop has this checksum. Compare it with the paper once more; if it is typed right, the paper is from another commune, or it does not say what was sealed.</source>
        <translation>No sealed assessment on this laptop has this checksum. Compare it with the paper once more; if it is typed right, the paper is from another commune, or it does not say what was sealed.</translation>
    </message>
    <message>
        <source>Form</source>
        <translation>Form</translation>
    </message>
    <message>
        <source>Family</source>
        <translation>Family</translation>
    </message>
    <message>
        <source>Day</source>
        <translation>Day</translation>
    </message>
    <message>
        <source>Level</source>
        <translation>Level</translation>
    </message>
    <message>
        <source>Sealed</source>
        <translation>Sealed</translation>
    </message>
    <message>
        <source>Compare the lines of the paper with the record: a checksum can be copied, too.</source>
        <translation>Compare the lines of the paper with the record: a checksum can be copied, too.</translation>
    </message>
    <message>
        <source>The paper is the anonymous copy.</source>
        <translation>The paper is the anonymous copy.</translation>
    </message>
    <message>
        <source>It was corrected since; the correction is what counts.</source>
        <translation>It was corrected since; the correction is what counts.</translation>
    </message>
</context>
<context>
    <name>sync</name>
    <message>
        <source>What was done and what has arrived</source>
        <translation>What was done and what has arrived</translation>
    </message>
    <message>
        <source>Held back at the county</source>
        <translation>Held back at the county</translation>
    </message>
    <message>
        <source>Send again</source>
        <translation>Send again</translation>
    </message>
    <message>
        <source>Write anew</source>
        <translation>Write anew</translation>
    </message>
    <message>
        <source>Put away</source>
        <translation>Put away</translation>
    </message>
    <message>
        <source>The county keeps it; here nothing waits for it any more.</source>
        <translation>The county keeps it; here nothing waits for it any more.</translation>
    </message>
    <message>
        <source>Sending and days</source>
        <translation>Sending and days</translation>
    </message>
    <message>
        <source>Held back</source>
        <translation>Held back</translation>
    </message>
    <message>
        <source>By internet</source>
        <translation>By internet</translation>
    </message>
    <message>
        <source>Sending and receiving</source>
        <translation>Sending and receiving</translation>
    </message>
    <message>
        <source>Try now</source>
        <translation>Try now</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Cancel</translation>
    </message>
    <message>
        <source>Vatra tries by itself every 15 minutes.</source>
        <translation>Vatra tries by itself every 15 minutes.</translation>
    </message>
    <message>
        <source>Days</source>
        <translation>Days</translation>
    </message>
    <message>
        <source>Nothing to send</source>
        <translation>Nothing to send</translation>
    </message>
    <message>
        <source>What you save appears here day by day, with the word of the county that it has arrived.</source>
        <translation>What you save appears here day by day, with the word of the county that it has arrived.</translation>
    </message>
    <message>
        <source>Three different words</source>
        <translation>Three different words</translation>
    </message>
    <message>
        <source>Saved</source>
        <translation>Saved</translation>
    </message>
    <message>
        <source>It is on this laptop, also after a power cut.</source>
        <translation>It is on this laptop, also after a power cut.</translation>
    </message>
    <message>
        <source>Sent</source>
        <translation>Sent</translation>
    </message>
    <message>
        <source>It has left; the receipt is still to come.</source>
        <translation>It has left; the receipt is still to come.</translation>
    </message>
    <message>
        <source>At the county</source>
        <translation>At the county</translation>
    </message>
    <message>
        <source>The county has confirmed that it holds it.</source>
        <translation>The county has confirmed that it holds it.</translation>
    </message>
    <message>
        <source>Sync</source>
        <translation>Sync</translation>
    </message>
    <message>
        <source>Times are put right when they are sent; set the clock all the same, so that days are right here.</source>
        <translation>Times are put right when they are sent; set the clock all the same, so that days are right here.</translation>
    </message>
    <message numerus="yes">
        <source>%n records are held back at the county.</source>
        <translation>
            <numerusform>%n record is held back at the county.</numerusform>
            <numerusform>%n records are held back at the county.</numerusform>
        </translation>
    </message>
    <message>
        <source>family</source>
        <translation>family</translation>
    </message>
    <message>
        <source>person</source>
        <translation>person</translation>
    </message>
    <message>
        <source>member of the household</source>
        <translation>member of the household</translation>
    </message>
    <message>
        <source>visit</source>
        <translation>visit</translation>
    </message>
    <message>
        <source>assessment</source>
        <translation>assessment</translation>
    </message>
    <message>
        <source>task</source>
        <translation>task</translation>
    </message>
    <message>
        <source>note</source>
        <translation>note</translation>
    </message>
    <message>
        <source>confidential part of a form</source>
        <translation>confidential part of a form</translation>
    </message>
    <message>
        <source>worker</source>
        <translation>worker</translation>
    </message>
    <message>
        <source>The county no longer accepts work from this laptop. Call the county office.</source>
        <translation>The county no longer accepts work from this laptop. Call the county office.</translation>
    </message>
    <message>
        <source>The county does not know who wrote this. Ask it to add the worker to this laptop.</source>
        <translation>The county does not know who wrote this. Ask it to add the worker to this laptop.</translation>
    </message>
    <message>
        <source>This is too much for one record. Write it again in two shorter ones.</source>
        <translation>This is too much for one record. Write it again in two shorter ones.</translation>
    </message>
    <message>
        <source>The county cannot read this record. Call the county office; nothing is lost.</source>
        <translation>The county cannot read this record. Call the county office; nothing is lost.</translation>
    </message>
    <message>
        <source>The family belongs to another commune now. The county decides who goes on.</source>
        <translation>The family belongs to another commune now. The county decides who goes on.</translation>
    </message>
    <message>
        <source>Only the county may change this. Tell the county office what should change.</source>
        <translation>Only the county may change this. Tell the county office what should change.</translation>
    </message>
    <message>
        <source>An assessment that is finished never changes. Write a new one that corrects it.</source>
        <translation>An assessment that is finished never changes. Write a new one that corrects it.</translation>
    </message>
    <message>
        <source>Only a supervisor decides between two levels of risk. The county office asks one.</source>
        <translation>Only a supervisor decides between two levels of risk. The county office asks one.</translation>
    </message>
    <message>
        <source>The county looks at it first. Nothing is lost.</source>
        <translation>The county looks at it first. Nothing is lost.</translation>
    </message>
    <message>
        <source>The clock of this laptop is wrong: it was %1 when the county&apos;s clock showed %2.</source>
        <translation>The clock of this laptop is wrong: it was %1 when the county&apos;s clock showed %2.</translation>
    </message>
    <message numerus="yes">
        <source>The clock of this laptop is %n minutes slow.</source>
        <translation>
            <numerusform>The clock of this laptop is %n minute slow.</numerusform>
            <numerusform>The clock of this laptop is %n minutes slow.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>The clock of this laptop is %n minutes fast.</source>
        <translation>
            <numerusform>The clock of this laptop is %n minute fast.</numerusform>
            <numerusform>The clock of this laptop is %n minutes fast.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n records</source>
        <translation>
            <numerusform>%n record</numerusform>
            <numerusform>%n records</numerusform>
        </translation>
    </message>
    <message>
        <source>Everything you did that day is at the county · receipt %1</source>
        <translation>Everything you did that day is at the county · receipt %1</translation>
    </message>
    <message>
        <source>The county office writes: %1</source>
        <translation>The county office writes: %1</translation>
    </message>
    <message numerus="yes">
        <source>%n held back</source>
        <translation>
            <numerusform>%n held back</numerusform>
            <numerusform>%n held back</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n to send</source>
        <translation>
            <numerusform>%n to send</numerusform>
            <numerusform>%n to send</numerusform>
        </translation>
    </message>
    <message>
        <source>all at the county</source>
        <translation>all at the county</translation>
    </message>
    <message numerus="yes">
        <source>%n at the county</source>
        <translation>
            <numerusform>%n at the county</numerusform>
            <numerusform>%n at the county</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n records are saved on this laptop and wait to be sent.</source>
        <translation>
            <numerusform>%n record is saved on this laptop and waits to be sent.</numerusform>
            <numerusform>%n records are saved on this laptop and wait to be sent.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>All text is at the county. %n pictures or scans follow.</source>
        <translation>
            <numerusform>All text is at the county. %n picture or scan follows.</numerusform>
            <numerusform>All text is at the county. %n pictures or scans follow.</numerusform>
        </translation>
    </message>
    <message>
        <source>Nothing has been sent from this laptop yet.</source>
        <translation>Nothing has been sent from this laptop yet.</translation>
    </message>
    <message>
        <source>Nothing waits to be sent.</source>
        <translation>Nothing waits to be sent.</translation>
    </message>
    <message>
        <source>no contact yet</source>
        <translation>no contact yet</translation>
    </message>
    <message>
        <source>last contact: %1</source>
        <translation>last contact: %1</translation>
    </message>
    <message>
        <source>Sending: record %1 of %2</source>
        <translation>Sending: record %1 of %2</translation>
    </message>
    <message numerus="yes">
        <source>Receiving: %n records so far</source>
        <translation>
            <numerusform>Receiving: %n record so far</numerusform>
            <numerusform>Receiving: %n records so far</numerusform>
        </translation>
    </message>
    <message>
        <source>Looking for the county…</source>
        <translation>Looking for the county…</translation>
    </message>
    <message numerus="yes">
        <source>%n records sent</source>
        <translation>
            <numerusform>%n record sent</numerusform>
            <numerusform>%n records sent</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n received</source>
        <translation>
            <numerusform>%n received</numerusform>
            <numerusform>%n received</numerusform>
        </translation>
    </message>
    <message>
        <source>Interrupted. It goes on by itself from here.</source>
        <translation>Interrupted. It goes on by itself from here.</translation>
    </message>
    <message>
        <source>A family</source>
        <translation>A family</translation>
    </message>
    <message>
        <source>%1 was erased by order: nothing of it is left on this laptop.</source>
        <translation>%1 was erased by order: nothing of it is left on this laptop.</translation>
    </message>
    <message>
        <source>%1 was handed over to %2; what you had written about it is there, too.</source>
        <translation>%1 was handed over to %2; what you had written about it is there, too.</translation>
    </message>
    <message>
        <source>Visit, not finished</source>
        <translation>Visit, not finished</translation>
    </message>
    <message>
        <source>Assessment, not finished</source>
        <translation>Assessment, not finished</translation>
    </message>
    <message>
        <source>Note, half typed</source>
        <translation>Note, half typed</translation>
    </message>
    <message>
        <source>Half typed</source>
        <translation>Half typed</translation>
    </message>
    <message>
        <source>Begun here, before the family moved</source>
        <translation>Begun here, before the family moved</translation>
    </message>
    <message>
        <source>Typed %1; the family is in %2 now.</source>
        <translation>Typed %1; the family is in %2 now.</translation>
    </message>
    <message>
        <source>another commune</source>
        <translation>another commune</translation>
    </message>
    <message>
        <source>Read</source>
        <translation>Read</translation>
    </message>
    <message>
        <source>Copy the text</source>
        <translation>Copy the text</translation>
    </message>
    <message>
        <source>Throw away</source>
        <translation>Throw away</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Close</translation>
    </message>
    <message>
        <source>Copied</source>
        <translation>Copied</translation>
    </message>
    <message>
        <source>Throw away for good</source>
        <translation>Throw away for good</translation>
    </message>
    <message>
        <source>New form from the county: %1.</source>
        <translation>New form from the county: %1.</translation>
    </message>
    <message>
        <source>Stopping…</source>
        <translation>Stopping…</translation>
    </message>
    <message>
        <source>Where there is no line. What is written on the stick opens only at the county, and its answer only on this laptop.</source>
        <translation>Where there is no line. What is written on the stick opens only at the county, and its answer only on this laptop.</translation>
    </message>
    <message>
        <source>By USB stick</source>
        <translation>By USB stick</translation>
    </message>
    <message>
        <source>Carry to the county</source>
        <translation>Carry to the county</translation>
    </message>
    <message>
        <source>Bring from the county</source>
        <translation>Bring from the county</translation>
    </message>
    <message>
        <source>Choose the folder on the stick</source>
        <translation>Choose the folder on the stick</translation>
    </message>
    <message numerus="yes">
        <source>%n records are on the stick.</source>
        <translation>
            <numerusform>%n record is on the stick.</numerusform>
            <numerusform>%n records are on the stick.</numerusform>
        </translation>
    </message>
    <message>
        <source>Nothing waits; the stick asks for what is new.</source>
        <translation>Nothing waits; the stick asks for what is new.</translation>
    </message>
    <message>
        <source>Working with the stick…</source>
        <translation>Working with the stick…</translation>
    </message>
    <message>
        <source>Everything on the stick was known already.</source>
        <translation>Everything on the stick was known already.</translation>
    </message>
    <message numerus="yes">
        <source>%n of your records are at the county</source>
        <translation>
            <numerusform>%n of your records is at the county</numerusform>
            <numerusform>%n of your records are at the county</numerusform>
        </translation>
    </message>
    <message>
        <source>Take it to the county office, and bring it back with the answer.</source>
        <translation>Take it to the county office, and bring it back with the answer.</translation>
    </message>
</context>
<context>
    <name>sync_chip</name>
    <message>
        <source>sending %1 of %2</source>
        <translation>sending %1 of %2</translation>
    </message>
    <message numerus="yes">
        <source>%n held back</source>
        <translation>
            <numerusform>%n held back</numerusform>
            <numerusform>%n held back</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>no contact for %n days</source>
        <translation>
            <numerusform>no contact for %n day</numerusform>
            <numerusform>no contact for %n days</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n to send</source>
        <translation>
            <numerusform>%n to send</numerusform>
            <numerusform>%n to send</numerusform>
        </translation>
    </message>
    <message>
        <source>All at the county · %1</source>
        <translation>All at the county · %1</translation>
    </message>
    <message>
        <source>Nothing sent yet</source>
        <translation>Nothing sent yet</translation>
    </message>
</context>
<context>
    <name>team</name>
    <message>
        <source>People on this laptop</source>
        <translation>People on this laptop</translation>
    </message>
    <message>
        <source>How they come</source>
        <translation>How they come</translation>
    </message>
    <message>
        <source>With a code of the county</source>
        <translation>With a code of the county</translation>
    </message>
    <message>
        <source>Without a code</source>
        <translation>Without a code</translation>
    </message>
    <message>
        <source>Code of the county</source>
        <translation>Code of the county</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>Name</translation>
    </message>
    <message>
        <source>first name, surname</source>
        <translation>first name, surname</translation>
    </message>
    <message>
        <source>Profession</source>
        <translation>Profession</translation>
    </message>
    <message>
        <source>Choose</source>
        <translation>Choose</translation>
    </message>
    <message>
        <source>It works once and says who comes and with which profession. A connection is needed for this.</source>
        <translation>It works once and says who comes and with which profession. A connection is needed for this.</translation>
    </message>
    <message>
        <source>No connection is needed. The county learns of it with the next sending and must agree; until then your colleague works here as everybody does.</source>
        <translation>No connection is needed. The county learns of it with the next sending and must agree; until then your colleague works here as everybody does.</translation>
    </message>
    <message>
        <source>Hand the laptop to your colleague now.</source>
        <translation>Hand the laptop to your colleague now.</translation>
    </message>
    <message>
        <source>The passphrase is theirs alone. Look away while it is typed.</source>
        <translation>The passphrase is theirs alone. Look away while it is typed.</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Cancel</translation>
    </message>
    <message>
        <source>Back</source>
        <translation>Back</translation>
    </message>
    <message>
        <source>Add the colleague</source>
        <translation>Add the colleague</translation>
    </message>
    <message>
        <source>Go on</source>
        <translation>Go on</translation>
    </message>
    <message>
        <source>Asking the county…</source>
        <translation>Asking the county…</translation>
    </message>
    <message>
        <source>Making the keys…</source>
        <translation>Making the keys…</translation>
    </message>
    <message>
        <source>%1 works on this laptop from now on.</source>
        <translation>%1 works on this laptop from now on.</translation>
    </message>
    <message>
        <source>Who reads what</source>
        <translation>Who reads what</translation>
    </message>
    <message>
        <source>Add a colleague</source>
        <translation>Add a colleague</translation>
    </message>
    <message>
        <source>everybody on this laptop</source>
        <translation>everybody on this laptop</translation>
    </message>
    <message>
        <source>One laptop, several people</source>
        <translation>One laptop, several people</translation>
    </message>
    <message>
        <source>Everybody has a passphrase of their own. Nobody can look up another&apos;s.</source>
        <translation>Everybody has a passphrase of their own. Nobody can look up another&apos;s.</translation>
    </message>
    <message>
        <source>What a colleague wrote stays when they leave.</source>
        <translation>What a colleague wrote stays when they leave.</translation>
    </message>
    <message>
        <source>%1 reads it from the next sign-in.</source>
        <translation>%1 reads it from the next sign-in.</translation>
    </message>
    <message>
        <source>Hand over to %1?</source>
        <translation>Hand over to %1?</translation>
    </message>
    <message>
        <source>Will be able to read: %1.</source>
        <translation>Will be able to read: %1.</translation>
    </message>
    <message>
        <source>Do this only for a colleague you know.</source>
        <translation>Do this only for a colleague you know.</translation>
    </message>
    <message>
        <source>Hand over</source>
        <translation>Hand over</translation>
    </message>
    <message>
        <source>Handing over…</source>
        <translation>Handing over…</translation>
    </message>
    <message>
        <source>%1 opens nothing any more on this laptop.</source>
        <translation>%1 opens nothing any more on this laptop.</translation>
    </message>
    <message>
        <source>Let %1 go?</source>
        <translation>Let %1 go?</translation>
    </message>
    <message>
        <source>New keys are made for: %1. This can take a few minutes.</source>
        <translation>New keys are made for: %1. This can take a few minutes.</translation>
    </message>
    <message>
        <source>When a colleague who reads it signs in, new keys are made for: %1.</source>
        <translation>When a colleague who reads it signs in, new keys are made for: %1.</translation>
    </message>
    <message>
        <source>Nothing that was written is lost.</source>
        <translation>Nothing that was written is lost.</translation>
    </message>
    <message>
        <source>Let go</source>
        <translation>Let go</translation>
    </message>
    <message>
        <source>Making new keys…</source>
        <translation>Making new keys…</translation>
    </message>
    <message>
        <source>families, people and visits</source>
        <translation>families, people and visits</translation>
    </message>
    <message>
        <source>social notes</source>
        <translation>social notes</translation>
    </message>
    <message>
        <source>health notes</source>
        <translation>health notes</translation>
    </message>
    <message>
        <source>school notes</source>
        <translation>school notes</translation>
    </message>
    <message>
        <source>Reads: %1</source>
        <translation>Reads: %1</translation>
    </message>
    <message>
        <source>Waits for you to hand over: %1</source>
        <translation>Waits for you to hand over: %1</translation>
    </message>
    <message>
        <source>The county has let go: %1</source>
        <translation>The county has let go: %1</translation>
    </message>
    <message>
        <source>New keys were made for: %1</source>
        <translation>New keys were made for: %1</translation>
    </message>
    <message>
        <source>Waits for a colleague of the same profession to hand over: %1</source>
        <translation>Waits for a colleague of the same profession to hand over: %1</translation>
    </message>
    <message>
        <source>%1 waits for you to hand over: %2</source>
        <translation>%1 waits for you to hand over: %2</translation>
    </message>
    <message>
        <source>%1 (you)</source>
        <translation>%1 (you)</translation>
    </message>
    <message>
        <source>Not confirmed by the county yet.</source>
        <translation>Not confirmed by the county yet.</translation>
    </message>
    <message>
        <source>Change my passphrase</source>
        <translation>Change my passphrase</translation>
    </message>
    <message>
        <source>New passphrase</source>
        <translation>New passphrase</translation>
    </message>
    <message>
        <source>Once more</source>
        <translation>Once more</translation>
    </message>
    <message>
        <source>Other words</source>
        <translation>Other words</translation>
    </message>
    <message>
        <source>These four words, or a sentence of your own of at least 15 letters without names.</source>
        <translation>These four words, or a sentence of your own of at least 15 letters without names.</translation>
    </message>
    <message>
        <source>Vatra offers these words. Write them on paper and keep it at home.</source>
        <translation>Vatra offers these words. Write them on paper and keep it at home.</translation>
    </message>
    <message>
        <source>The two are not the same. Type it once more.</source>
        <translation>The two are not the same. Type it once more.</translation>
    </message>
    <message>
        <source>Present passphrase</source>
        <translation>Present passphrase</translation>
    </message>
    <message>
        <source>Change the passphrase</source>
        <translation>Change the passphrase</translation>
    </message>
    <message>
        <source>Your new passphrase opens Vatra from now on.</source>
        <translation>Your new passphrase opens Vatra from now on.</translation>
    </message>
</context>
<context>
    <name>today</name>
    <message>
        <source>Start visit</source>
        <translation>Start visit</translation>
    </message>
    <message>
        <source>Open</source>
        <translation>Open</translation>
    </message>
    <message>
        <source>Deadlines that cannot wait</source>
        <translation>Deadlines that cannot wait</translation>
    </message>
    <message>
        <source>Today&apos;s route</source>
        <translation>Today&apos;s route</translation>
    </message>
    <message>
        <source>New visit</source>
        <translation>New visit</translation>
    </message>
    <message>
        <source>No visits planned</source>
        <translation>No visits planned</translation>
    </message>
    <message>
        <source>Look at the families</source>
        <translation>Look at the families</translation>
    </message>
    <message>
        <source>Deadlines and route</source>
        <translation>Deadlines and route</translation>
    </message>
    <message>
        <source>Facts</source>
        <translation>Facts</translation>
    </message>
    <message>
        <source>To finish</source>
        <translation>To finish</translation>
    </message>
    <message>
        <source>saved automatically</source>
        <translation>saved automatically</translation>
    </message>
    <message>
        <source>Before you leave</source>
        <translation>Before you leave</translation>
    </message>
    <message>
        <source>Check again</source>
        <translation>Check again</translation>
    </message>
    <message>
        <source>This laptop</source>
        <translation>This laptop</translation>
    </message>
    <message>
        <source>No families yet</source>
        <translation>No families yet</translation>
    </message>
    <message>
        <source>Register the first one or import a list.</source>
        <translation>Register the first one or import a list.</translation>
    </message>
    <message numerus="yes">
        <source>See all %n deadlines</source>
        <translation>
            <numerusform>See the %n deadline</numerusform>
            <numerusform>See all %n deadlines</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n families</source>
        <translation>
            <numerusform>%n family</numerusform>
            <numerusform>%n families</numerusform>
        </translation>
    </message>
    <message>
        <source>Village not known</source>
        <translation>Village not known</translation>
    </message>
    <message>
        <source>Correction: %1</source>
        <translation>Correction: %1</translation>
    </message>
    <message>
        <source>Family not on this laptop</source>
        <translation>Family not on this laptop</translation>
    </message>
    <message numerus="yes">
        <source>%n answers</source>
        <translation>
            <numerusform>%n answer</numerusform>
            <numerusform>%n answers</numerusform>
        </translation>
    </message>
    <message>
        <source>Home visit</source>
        <translation>Home visit</translation>
    </message>
    <message>
        <source>Nothing received from the county yet</source>
        <translation>Nothing received from the county yet</translation>
    </message>
    <message>
        <source>County data of %1</source>
        <translation>County data of %1</translation>
    </message>
    <message numerus="yes">
        <source>The laptop&apos;s clock is off by %n minutes. Check it: deadlines depend on it.</source>
        <translation>
            <numerusform>The laptop&apos;s clock is off by %n minute. Check it: deadlines depend on it.</numerusform>
            <numerusform>The laptop&apos;s clock is off by %n minutes. Check it: deadlines depend on it.</numerusform>
        </translation>
    </message>
    <message>
        <source>The clock was not compared with the county yet</source>
        <translation>The clock was not compared with the county yet</translation>
    </message>
    <message>
        <source>The laptop&apos;s clock is right</source>
        <translation>The laptop&apos;s clock is right</translation>
    </message>
    <message>
        <source>No safety copy yet</source>
        <translation>No safety copy yet</translation>
    </message>
    <message>
        <source>Safety copy of %1</source>
        <translation>Safety copy of %1</translation>
    </message>
    <message>
        <source>Families</source>
        <translation>Families</translation>
    </message>
    <message>
        <source>People</source>
        <translation>People</translation>
    </message>
    <message>
        <source>Children</source>
        <translation>Children</translation>
    </message>
    <message>
        <source>Visits this month</source>
        <translation>Visits this month</translation>
    </message>
</context>
<context>
    <name>trade</name>
    <message>
        <source>social worker</source>
        <translation>social worker</translation>
    </message>
    <message>
        <source>social assistance technician</source>
        <translation>social assistance technician</translation>
    </message>
    <message>
        <source>community nurse</source>
        <translation>community nurse</translation>
    </message>
    <message>
        <source>health mediator</source>
        <translation>health mediator</translation>
    </message>
    <message>
        <source>school counsellor</source>
        <translation>school counsellor</translation>
    </message>
    <message>
        <source>school mediator</source>
        <translation>school mediator</translation>
    </message>
    <message>
        <source>family assistant</source>
        <translation>family assistant</translation>
    </message>
    <message>
        <source>case manager</source>
        <translation>case manager</translation>
    </message>
    <message>
        <source>supervisor</source>
        <translation>supervisor</translation>
    </message>
    <message>
        <source>reference person</source>
        <translation>reference person</translation>
    </message>
    <message>
        <source>husband or wife</source>
        <translation>husband or wife</translation>
    </message>
    <message>
        <source>partner</source>
        <translation>partner</translation>
    </message>
    <message>
        <source>son</source>
        <translation>son</translation>
    </message>
    <message>
        <source>daughter</source>
        <translation>daughter</translation>
    </message>
    <message>
        <source>child</source>
        <translation>child</translation>
    </message>
    <message>
        <source>grandchild</source>
        <translation>grandchild</translation>
    </message>
    <message>
        <source>parent</source>
        <translation>parent</translation>
    </message>
    <message>
        <source>grandparent</source>
        <translation>grandparent</translation>
    </message>
    <message>
        <source>brother or sister</source>
        <translation>brother or sister</translation>
    </message>
    <message>
        <source>other relative</source>
        <translation>other relative</translation>
    </message>
    <message>
        <source>not related</source>
        <translation>not related</translation>
    </message>
    <message>
        <source>Visit made</source>
        <translation>Visit made</translation>
    </message>
    <message>
        <source>Visit, nobody at home</source>
        <translation>Visit, nobody at home</translation>
    </message>
    <message>
        <source>Visit refused</source>
        <translation>Visit refused</translation>
    </message>
    <message>
        <source>Visit, place not reachable</source>
        <translation>Visit, place not reachable</translation>
    </message>
    <message>
        <source>to send</source>
        <translation>to send</translation>
    </message>
    <message>
        <source>at the county</source>
        <translation>at the county</translation>
    </message>
    <message>
        <source>held back</source>
        <translation>held back</translation>
    </message>
    <message>
        <source>No risk identified</source>
        <translation>No risk identified</translation>
    </message>
    <message>
        <source>Low</source>
        <translation>Low</translation>
    </message>
    <message>
        <source>Medium</source>
        <translation>Medium</translation>
    </message>
    <message>
        <source>High</source>
        <translation>High</translation>
    </message>
    <message>
        <source>Urgent</source>
        <translation>Urgent</translation>
    </message>
    <message>
        <source>everybody on the team</source>
        <translation>everybody on the team</translation>
    </message>
    <message>
        <source>only social workers</source>
        <translation>only social workers</translation>
    </message>
    <message>
        <source>only health workers</source>
        <translation>only health workers</translation>
    </message>
    <message>
        <source>only school workers</source>
        <translation>only school workers</translation>
    </message>
    <message>
        <source>Visit</source>
        <translation>Visit</translation>
    </message>
</context>
<context>
    <name>unlock</name>
    <message>
        <source>Show the passphrase while held (Ctrl+H)</source>
        <translation>Show the passphrase while held (Ctrl+H)</translation>
    </message>
    <message>
        <source>Who is working now?</source>
        <translation>Who is working now?</translation>
    </message>
    <message>
        <source>Passphrase</source>
        <translation>Passphrase</translation>
    </message>
    <message>
        <source>Open</source>
        <translation>Open</translation>
    </message>
    <message>
        <source>I forgot my passphrase</source>
        <translation>I forgot my passphrase</translation>
    </message>
    <message>
        <source>Look again</source>
        <translation>Look again</translation>
    </message>
    <message>
        <source>%1 · laptop %2</source>
        <translation>%1 · laptop %2</translation>
    </message>
    <message>
        <source>The store of this laptop needs help</source>
        <translation>The store of this laptop needs help</translation>
    </message>
    <message>
        <source>Opening…</source>
        <translation>Opening…</translation>
    </message>
    <message numerus="yes">
        <source>Try again in %n seconds. Nothing has been deleted.</source>
        <translation>
            <numerusform>Try again in %n second. Nothing has been deleted.</numerusform>
            <numerusform>Try again in %n seconds. Nothing has been deleted.</numerusform>
        </translation>
    </message>
    <message>
        <source>Caps Lock is on.</source>
        <translation>Caps Lock is on.</translation>
    </message>
    <message>
        <source>It works the same without internet. What colleagues wrote stays theirs and is not lost when somebody else works here.</source>
        <translation>It works the same without internet. What colleagues wrote stays theirs and is not lost when somebody else works here.</translation>
    </message>
    <message numerus="yes">
        <source>Try again in %n minutes. Nothing has been deleted.</source>
        <translation>
            <numerusform>Try again in %n minute. Nothing has been deleted.</numerusform>
            <numerusform>Try again in %n minutes. Nothing has been deleted.</numerusform>
        </translation>
    </message>
    <message>
        <source>in use</source>
        <translation>in use</translation>
    </message>
    <message>
        <source>Use the copy</source>
        <translation>Use the copy</translation>
    </message>
    <message>
        <source>Without the copy</source>
        <translation>Without the copy</translation>
    </message>
    <message>
        <source>Last copy: %1.</source>
        <translation>Last copy: %1.</translation>
    </message>
    <message>
        <source>The county office let you in again (%1). Your new passphrase opens Vatra from now on.</source>
        <translation>The county office let you in again (%1). Your new passphrase opens Vatra from now on.</translation>
    </message>
    <message>
        <source>Your passphrase brings back the copy (%1). What the county already has comes back by itself; the former files stay on this laptop.</source>
        <translation>Your passphrase brings back the copy (%1). What the county already has comes back by itself; the former files stay on this laptop.</translation>
    </message>
</context>
<context>
    <name>visit</name>
    <message>
        <source>Suggested level</source>
        <translation>Suggested level</translation>
    </message>
    <message>
        <source>Show</source>
        <translation>Show</translation>
    </message>
    <message>
        <source>Last visit</source>
        <translation>Last visit</translation>
    </message>
    <message>
        <source>The family</source>
        <translation>The family</translation>
    </message>
    <message>
        <source>No visit is recorded yet.</source>
        <translation>No visit is recorded yet.</translation>
    </message>
    <message>
        <source>How to find the house</source>
        <translation>How to find the house</translation>
    </message>
    <message>
        <source>Phone</source>
        <translation>Phone</translation>
    </message>
    <message numerus="yes">
        <source>%n points</source>
        <translation>
            <numerusform>%n point</numerusform>
            <numerusform>%n points</numerusform>
        </translation>
    </message>
    <message>
        <source>Hide</source>
        <translation>Hide</translation>
    </message>
    <message>
        <source>Found</source>
        <translation>Found</translation>
    </message>
    <message>
        <source>Done</source>
        <translation>Done</translation>
    </message>
    <message>
        <source>Home visit</source>
        <translation>Home visit</translation>
    </message>
    <message>
        <source>Which child</source>
        <translation>Which child</translation>
    </message>
    <message>
        <source>Nothing yet. What is added here is kept at once and belongs to this visit.</source>
        <translation>Nothing yet. What is added here is kept at once and belongs to this visit.</translation>
    </message>
    <message numerus="yes">
        <source>%n answers are set aside; they come back if you change your answer back.</source>
        <translation>
            <numerusform>%n answer is set aside; it comes back if you change your answer back.</numerusform>
            <numerusform>%n answers are set aside; they come back if you change your answer back.</numerusform>
        </translation>
    </message>
    <message>
        <source>Still to answer</source>
        <translation>Still to answer</translation>
    </message>
    <message>
        <source>Next section</source>
        <translation>Next section</translation>
    </message>
    <message numerus="yes">
        <source>Answer %n questions</source>
        <translation>
            <numerusform>Answer %n question</numerusform>
            <numerusform>Answer %n questions</numerusform>
        </translation>
    </message>
    <message>
        <source>Finish visit</source>
        <translation>Finish visit</translation>
    </message>
    <message>
        <source>Danger sign recorded.</source>
        <translation>Danger sign recorded.</translation>
    </message>
    <message>
        <source>The visit is recorded.</source>
        <translation>The visit is recorded.</translation>
    </message>
    <message>
        <source>no longer in the household</source>
        <translation>no longer in the household</translation>
    </message>
    <message>
        <source>begun at %1</source>
        <translation>begun at %1</translation>
    </message>
</context>
</TS>
