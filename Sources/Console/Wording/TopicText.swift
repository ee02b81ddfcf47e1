// What `netvault help TOPIC` says. `HelpScreen` lays it out: two spaces part a name from its words.

package enum TopicText {
  package static let dates = """
    How to type dates.

    Type what you know: a year, a month or a day. netvault never fills in a day that you did not \
    give. It says back what it understood, with the month in full, and asks if that is right.

    Type:
      2021  the year 2021, and no month
      March 2021  March 2021; also 2021-03 and mar 2021
      14 3 2021  14 March 2021; also 2021-03-14 and 14 March 2021
      last March  the March before today
      3 weeks ago  the day three weeks before today
      yesterday  also today, and a day such as Tuesday
      spring 2019  kept in these words, and sorted as 2019
      about 2015  2015, marked as about
      when I was 58  the years in which that was; then it asks for one
      from May 2020 to July 2020  a time with a start and an end

    3/4/2021 can be two days: 3 April, or March 4. netvault asks which you mean, and can remember it.

    What happened lies in the past, so a day to come is not taken for it. For what is planned, a \
    weekday is the next one.
    """

  package static let privacy = """
    What stays secret, and what does not.

    Your vault is one locked file. Without the passphrase or the recovery sheet nobody can read it. \
    Others can see its size and when it was changed. Nothing is ever sent over a network.

    A summary that you export is not locked: anyone who has the file can read it. The diary, \
    insurance, notes and what is marked private are left out of it unless you ask for them.

    A calendar file, and reminders if you turn them on, are not locked either. They say days, and \
    "Health appointment" or the like. Only a calendar with --details says more.

    A program that runs as you could read the vault while it is open. After netvault unlock that \
    stays so until netvault lock.

    No message about trouble says a value of a record. Neither does the name of a file or a window. \
    Text that came from a file cannot give orders to your terminal.

    A long answer is shown by a pager, such as less. netvault tells less to keep no history, and \
    not to save or edit what it shows. The lines stay on your screen until you clear it.

    What you type after a command is kept by your shell. Answers to questions are not.

    More:  netvault help files
    """

  package static let accessibility = """
    For screen readers, braille and poor sight.

    To turn it on:
      once  netvault --accessible list
      for good  netvault config accessible yes
      for this window  set NETVAULT_ACCESSIBLE=1 or ACCESSIBLE=1

    The first line then says that it is on. There are no columns, nothing is redrawn, and each \
    value has its name before it. Lists are numbered, and answers are typed. Long answers are not \
    stopped by a pager.

    Work that takes long says so in a line: at its start, every ten seconds, and at its end. A chart always has the same content in words.

    Letters and colors:
      large letters  COLUMNS=40 gives short lines; a narrow window does the same
      no colors  --no-color, or NO_COLOR=1, or TERM=dumb
      plain letters  in a window that is not in UTF-8, letters with accents lose them

    No color ever says anything that words do not say. netvault uses only the colors of your own \
    terminal.

    Nothing is hurried: no question times out while you type. You can leave every question, and go \
    on later.
    """

  package static let files = """
    Which files netvault keeps, and where.

    Files:
      your vaults  \
    ~/.local/share/netvault/NAME.vault
      your settings  ~/.config/netvault/config
      what this computer remembers  ~/.local/state/netvault: the last list, the newest state of \
    each vault that was seen here, and where the last backup went
      reminders, if you turn them on  in the same folder: days and neutral words, not locked
      backups  where you say; each one is a vault by itself

    XDG_DATA_HOME, XDG_CONFIG_HOME and XDG_STATE_HOME move the first three. --vault FILE or \
    NETVAULT_VAULT takes a vault from anywhere else.

    Of all these only the vaults and backups hold records, and both are locked. You can copy, move \
    and rename a vault as you like while no netvault has it open.

    A form for netvault edit --editor stands in memory (/dev/shm), never on a disk, and is gone \
    afterwards. A summary and a recovery sheet are files that you ask for; they are not locked.

    The form of the vault file is written down in Documentation/vault-format.md. With the \
    passphrase, another program can read it in many years.

    To look after them:  netvault doctor
    """

  package static let exitCodes = """
    What the number at the end means, for scripts.

    Each run of netvault ends with one of these numbers. None is ever given a new meaning. Whenever \
    it is not 0 or 17, the vault is as it was before.
    """

  package static let options = """
    Options of every command.

    They may stand before or after its name.

    Example:
      netvault --vault dad list medicine --accessible
    """

  package static let commands = """
    Every command, and every kind of record.

    Examples:
      netvault help import  what one command does
      netvault help result  what can be kept of a result
    """

  package static let words = """
    Medical words and insurance words in plain words.

    Examples:
      netvault help words  all of them
      netvault help words Ki-67  one of them, with its source
    """

  /// Below the words, so that nobody takes them for advice.
  package static let wordsNote = """
    These are short explanations, not advice. Your team knows what a word means for you. Each one \
    names its source:  netvault help words TERM
    """

  package static let topicsHeading = "Topics, such as netvault help dates:"

  /// The end of the first help screen.
  package static let more = """
    More:
      netvault help COMMAND  what one command does, such as netvault help add
      netvault help KIND  what can be kept of one kind, such as netvault help result
      netvault help commands  every command, and every kind of record
    """

  /// The end of every other one.
  package static let moreOptions = "Options of every command:  netvault help options"
}
