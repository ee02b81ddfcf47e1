"""The stories themselves: what made-up people type, and what they wait for."""

import pathlib
import shutil

from play import HERE, WORDS, Desk, Hidden, Key, sheet_line, six_words

HOSPITAL = HERE.parent / "demo" / "riverside-hospital.json"
CHEAP = ["--kdf-cost", "14"]


def survivor(program, accessible=False):
    desk = Desk(program, [
        "A survivor, six years on. Ana Brandt does not exist. She has never used a terminal.",
    ], accessible)
    shutil.copy(HOSPITAL, pathlib.Path(desk.home, "riverside-hospital.json"))
    desk.run("netvault", ends=10)
    desk.tell("She makes her vault. June has no 31st day, and she mistypes the words once.")
    desk.run(
        "netvault init",
        ("Whose records", "Ana Brandt"),
        ("Date of birth?", "31 6 1961"), ("June has 30 days", None),
        ("Date of birth?", "14 6 1961"), ("Right?", ""),
        ("Number" if accessible else "Choose", ""),
        ("hands know them", Hidden("not these")),
        ("hands know them", six_words(desk)),
        ("Make a recovery sheet now?", ""),
        *[(f"Type line {line}", sheet_line(desk, line)) for line in range(1, 5)],
        ("Write the sheet to a file", ""),
        more=CHEAP)
    words = desk.passphrase
    desk.tell("Her diagnosis: she asks what a question means, goes back once, and changes an answer.")
    desk.run(
        "netvault add diagnosis",
        ("assphrase", words),
        ("1 of 8", "?"), ("As the report says", "1"),
        ("2 of 8", "spring 2020"), ("Right?", "<"), ("2 of 8", "April 2020"),
        ("3 of 8", "1"), ("4 of 8", "right upper lobe"),
        ("5 of 8", "?"), ("Copy it as printed", "T1b N0 M0"),
        ("6 of 8", "-"), ("7 of 8", "Dr. Okafor, thoracic surgery"), ("8 of 8", "1"),
        ("More questions?", ""),
        ("Save?", "4"), ("Which side", "right lower lobe"), ("Save?", ""))
    desk.tell("The phone rings while she adds a medicine: Ctrl and C. Later she goes on.")
    desk.run(
        "netvault add medicine",
        ("assphrase", words), ("1 of", "omeprazole 20 mg"), ("2 of", "20 mg every morning"),
        ("3 of", Key("C")), ends=130)
    desk.tell("She makes the window narrow, to have larger letters.")
    desk.run(
        "netvault add medicine",
        ("assphrase", words), ("begun on", ""), ("3 of", "1"), ("4 of", "."),
        ("Save?", ""), resize=(1, 40))
    desk.tell("The file that her hospital let her download. It knows the day; she knew the month.")
    desk.run(
        "netvault import riverside-hospital.json",
        ("assphrase", words), ("Add these?", ""), ("Which one is right?", "2"), ends=17)
    desk.run("netvault", ("assphrase", words))
    desk.run("netvault timeline", ("assphrase", words))
    return desk


def caregiver(program, accessible=False):
    desk = Desk(program, [
        "A caregiver. Karl Brandt and his son Jonas do not exist. Karl's vault is there already;",
        "Jonas keeps it for him.",
    ], accessible)
    words = Hidden(WORDS)
    dad = "netvault --vault dad --as Jonas "
    desk.quietly("netvault --vault dad init --name 'Karl Brandt' --born 1957-02-16", CHEAP)
    desk.quietly(
        dad + "add team-member --name 'Dr. Lee' --role 'medical oncologist' --phone 555-0160")
    desk.quietly(
        dad + "add medicine --name 'Omeprazole 20 mg' --status current --start 2026-03"
        " --dose '20 mg every morning'")
    for date, value, laboratory, flag in [
        ("2025-05-12", "88", "Riverside lab", ""), ("2025-11-09", "95", "Riverside lab", ""),
        ("2026-05-14", "121", "City lab", " --flag H"),
        ("2026-11-10", "118", "Riverside lab", " --flag H"),
    ]:
        desk.quietly(
            dad + f"add result --name 'Chromogranin A' --value '{value} ng/mL' --date {date}"
            f" --laboratory '{laboratory}' --range 'below 100 ng/mL'{flag}")
    desk.tell("The next visit, in one breath. The clinic's letter says who and where.")
    desk.run(
        dad + 'add appointment "oncology, next Thursday 10:30"',
        ("assphrase", words), ("With whom?", "Dr. Lee"), ("Where?", "City Clinic, second floor"), ("More questions?", ""),
        ("Save?", ""))
    desk.tell("The diary. Karl noticed it himself; Jonas writes.")
    desk.run(
        dad + "add symptom",
        ("assphrase", words), ("1 of 5", "flushing after lunch"),
        ("2 of 5", "tomorrow"), ("past", "yesterday"), ("Right?", ""),
        ("3 of 5", "10 minutes"), ("4 of 5", "4"), ("5 of 5", "Karl himself"),
        ("More questions?", ""), ("Save?", ""))
    desk.tell("The letter with the newest value has come. What did the others say?")
    desk.run(
        dad + 'results "chromogranin a"',
        ("assphrase", words), ("Add this to your questions?", ""))
    desk.run(dad + "list questions", ("assphrase", words))
    desk.tell("A word that is not in the vault, because it is typed wrong.")
    desk.run(dad + "search flusing", ("assphrase", words), ends=16)
    desk.run(dad + "search flushing", ("assphrase", words))
    desk.run(dad.strip(), ("assphrase", words))
    return desk


def new_doctor(program, accessible=False):
    desk = Desk(program, [
        "A new doctor. Ana Brandt does not exist. She has moved, and will see Dr. Lee.",
    ], accessible)
    words = Hidden(WORDS)
    shutil.copy(HOSPITAL, pathlib.Path(desk.home, "riverside-hospital.json"))
    desk.quietly("netvault init --name 'Ana Brandt' --born 1961-06-14", CHEAP)
    desk.quietly("netvault import riverside-hospital.json --yes")
    for line in [
        "alert --text 'Tell anaesthesia: neuroendocrine tumor' --told-by 'Dr. Okafor'"
        " --since 2020-05 --status active",
        "medicine --name 'Omeprazole 20 mg' --dose '20 mg every morning' --status current"
        " --start 2026-07",
        "symptom --what 'short of breath on the stairs' --date 2026-11-12 --bother 4",
        "note --text 'Afraid of the first visit.' --private",
        "question --text 'Could omeprazole raise my chromogranin A?' --whom 'Dr. Lee'",
    ]:
        desk.quietly("netvault add " + line)
    desk.tell("First she looks at what would be in it. Nothing is written.")
    desk.run('netvault export --for "Dr. Lee" --preview', ("assphrase", words))
    desk.tell("One letter of the passphrase is wrong the first time.")
    desk.run(
        'netvault export --for "Dr. Lee"',
        ("assphrase", Hidden(WORDS[:-1])), ("2 tries left", None), ("assphrase", words))
    desk.tell("The same once more, by mistake: what is there stays.")
    desk.run('netvault export --for "Dr. Lee"', ends=2)
    desk.run('netvault export --for "Dr. Lee" --replace', ("assphrase", words))
    desk.tell("A page to read on the screen.")
    desk.run('netvault export --for "Dr. Lee" --format text -o -', ("assphrase", words))
    return desk


STORIES = {
    name + ending: lambda program, story=story, accessible=bool(ending): story(program, accessible)
    for name, story in [
        ("survivor", survivor), ("caregiver", caregiver), ("new-doctor", new_doctor),
    ]
    for ending in ("", "-accessible")
}
