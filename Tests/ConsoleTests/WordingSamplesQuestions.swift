import Console

extension WordingSamples {
  static let dates: [(String, Problem, [String])] = [
    (
      "unknownDate", .unknownDate("Martch 2021", meant: "March 2021"),
      [
        "\"Martch 2021\" is not a date netvault knows. Did you mean March 2021?",
        "You can also type:  2021   mar 2021   14 3 2021   2 weeks ago",
      ]
    ),
    ("daysInMonth", .daysInMonth("June", 30), ["June has 30 days. When was it?"]),
    ("noLeapDay", .noLeapDay(year: 2021), ["February 2021 has 28 days. When was it?"]),
    (
      "noSuchMonth", .noSuchMonth(14),
      [
        "There is no month number 14. A year has 12 months.",
        "Write the month as a word:  14 March 2021",
      ]
    ),
    (
      "ambiguousDate",
      .ambiguousDate(
        "3/4/2021", dayFirst: "3 April", monthFirst: "March 4", iso: ("2021-04-03", "2021-03-04"),
        flag: "date"),
      [
        "3/4/2021 can be 3 April or March 4.", "Write --date 2021-04-03 or 2021-03-04.",
      ]
    ),
    (
      "futureDate", .futureDate("Date of surgery"),
      ["\"Date of surgery\" must be today or in the past.", "Is the year right?"]
    ),
    ("beforeBirth", .beforeBirth, ["That is before the date of birth.", "Is the year right?"]),
    (
      "futureNotPlanned", .futureNotPlanned("Start", flag: "status planned"),
      [
        "\"Start\" must be today or in the past.", "Only what is planned can be still to come.",
        "If it is planned, add:  --status planned",
      ]
    ),
    (
      "datesCrossed", .datesCrossed(first: "Start", last: "End"),
      ["\"End\" is before \"Start\".", "Nothing was saved.", "Which of the two is right?"]
    ),
    (
      "otherWeekday", .otherWeekday("17 November 2026", isA: "Tuesday", notA: "Monday"),
      ["17 November 2026 is a Tuesday, not a Monday.", "Which day was it?"]
    ),
    (
      "ageIsTwoYears",
      .ageIsTwoYears(from: "June 2019", to: "June 2020", years: (2019, 2020), flag: "date"),
      ["That was between June 2019 and June 2020.", "Write --date 2019 or 2020."]
    ),
    (
      "ageWithoutBirth", .ageWithoutBirth,
      [
        "The date of birth is not in this vault, so an age gives no year.",
        "Write the year instead.",
      ]
    ),
    (
      "endBeforeStart", .endBeforeStart,
      ["The end is before the start.", "Write it as:  from March 2020 to June 2020"]
    ),
  ]

  static let questions: [(String, Problem, [String])] = [
    (
      "notAQuestion", .notAQuestion("x"),
      [
        "\"x\" is neither yes nor no.", "Yes shows the further questions. Enter leaves them out.",
      ]
    ),
    (
      "waitsToSave", .waitsToSave,
      [
        "Another netvault is using this vault.", "Your answers are still here.",
        "Finish or close it there.",
      ]
    ),
    ("stopped", .stopped, ["Stopped.", "Nothing was saved."]),
    (
      "stoppedKept", .stoppedKept("netvault add diagnosis"),
      ["Stopped.", "Your answers are kept as a draft.", "Go on with:  netvault add diagnosis"]
    ),
    (
      "stoppedNotKept", .stoppedNotKept(answers: 3),
      [
        "Stopped.", "The 3 answers could not be kept.",
        "Another netvault was using the vault, or it could not be written.",
      ]
    ),
    (
      "stoppedSaved", .stoppedSaved(2, as: .stopped),
      ["Stopped.", "The 2 answers before it are saved."]
    ),
    (
      "endedKept", .endedKept("netvault add diagnosis"),
      [
        "That was the end before the last answer.", "Your answers are kept as a draft.",
        "Go on with:  netvault add diagnosis",
      ]
    ),
    (
      "unclearNumber", .unclearNumber("1,500", meant: ["1500", "1.500"], flag: "value"),
      [
        "--value \"1,500\" can be read in more than one way.",
        "A point stands before the decimals, and nothing between thousands.",
        "Write 1500 or 1.500.",
      ]
    ),
    (
      "otherUnit", .otherUnit("kg", usual: "mm", flag: nil),
      [
        "The unit kg does not measure this. It is usually in mm.", "Which number and unit is it?",
      ]
    ),
    (
      "scaleOutside", .scaleOutside("12"),
      ["\"12\" is not on the scale from 0 to 10.", "0 is not at all, 10 is the most."]
    ),
    (
      "needsAnswer",
      .needsAnswer("Whose records will be in it?", flag: "name", noInput: false),
      [
        "This needs an answer: Whose records will be in it?", "There is no terminal to ask on.",
        "Answer it with:  --name",
      ]
    ),
    (
      "endedBeforeAnswer", .endedBeforeAnswer(flag: "date"),
      [
        "That was the end before the last answer.", "Nothing was saved.",
        "Run it again, or answer with:  --date",
      ]
    ),
    (
      "missingFlags", .missingFlags(["name", "date"], kind: "vaccine"),
      [
        "A record of this kind (vaccine) needs more: --name, --date.", "Nothing was saved.",
        "What each one means:  netvault add vaccine --help",
      ]
    ),
    (
      "notYesOrNo", .notYesOrNo("perhaps"),
      ["\"perhaps\" is neither yes nor no.", "Type y for yes or n for no."]
    ),
    (
      "notAChoice", .notAChoice("lost", close: nil, choices: ["left", "right"], flag: "side"),
      ["--side \"lost\" is not one of the answers.", "It can be:  left, right"]
    ),
    (
      "numberOutside", .numberOutside(9, last: 4),
      ["There is no number 9.", "The numbers go from 1 to 4."]
    ),
    (
      "severalChoices", .severalChoices("came", "came back", "came back after a pause"),
      [
        "\"came\" can be \"came back\" or \"came back after a pause\".",
        "Type more of it, or its number.",
      ]
    ),
    (
      "answerRequired", .answerRequired,
      [
        "This one answer is needed to save the record.",
        "Write what you know, even a few words. Ctrl-C stops.",
      ]
    ),
    (
      "flagEmpty", .flagEmpty("site"),
      ["--site has nothing after it.", "Write the answer after it, or leave the flag out."]
    ),
    (
      "flagTwice", .flagTwice("site"),
      ["--site takes one answer only.", "Leave one of them out."]
    ),
    ("firstQuestion", .firstQuestion, ["This is the first question."]),
    (
      "otherName", .otherName("ana-brandt"),
      [
        "That is not the name \"ana-brandt\".", "Nothing was changed.",
        "Type the name exactly as it is written here.",
      ]
    ),
  ]

  static let forms: [(String, Problem, [String])] = [
    (
      "editorFailedKept", .editorFailedKept("nano"),
      ["The editor nano ended with a fault.", "What you saved in it is still here."]
    ),
    (
      "formKept", .formKept("netvault add note"),
      [
        "The form was not saved as a record.", "Its text is kept as a draft.",
        "Go on with:  netvault add note",
      ]
    ),
    (
      "formNotKept", .formNotKept,
      [
        "The form was not saved, and the vault could not keep it.",
        "Another netvault was using the vault, or it could not be written.",
      ]
    ),
    (
      "formUnchanged", .formUnchanged,
      ["The form was closed without a change.", "Nothing was saved."]
    ),
    (
      "noEditor", .noEditor,
      [
        "netvault did not find an editor on this computer.", "Nothing was changed.",
        "Name one in the variable EDITOR, or leave --editor out.",
      ]
    ),
    (
      "editorNeedsTerminal", .editorNeedsTerminal,
      [
        "An editor needs a terminal, and there is none here.", "Nothing was written.",
        "Leave --editor out, and open the file afterwards.",
      ]
    ),
    (
      "editorFailed", .editorFailed("vim"),
      [
        "The editor vim ended with a fault.", "Nothing was changed.",
        "Try again, or leave --editor out.",
      ]
    ),
    (
      "noPrivateMemory", .noPrivateMemory,
      [
        "This computer has no folder in memory for the form.",
        "Nothing was written to the disk.", "Leave --editor out, and answer questions.",
      ]
    ),
    (
      "unknownLabel", .unknownLabel("Stag", close: "Stage"),
      ["The form has no line called \"Stag\". Did you mean Stage?"]
    ),
    (
      "noLabel", .noLabel,
      ["This line has no name in front of it.", "Write it as  Name: words"]
    ),
    (
      "formNeeds", .formNeeds("What"),
      [
        "\"What\" is empty, and the record needs it.",
        "Write what you know after its name, even a few words.",
      ]
    ),
  ]
}
