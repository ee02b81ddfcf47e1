# netvault: what to run.
#
#   make            build, lint and test: what to run before a commit
#   make deps       install the Debian packages that are missing
#   make demo       a made-up survivor's vault and summaries, in ./demo
#   make stories    play the stories in Documentation/stories anew, with the program itself
#   make test       every test (make test FILTER=words runs some)
#   make check      the same in full: every crash, kill and fault. Takes an hour or so
#   make check-deps install what the checks need beside: valgrind, restic
#   make fuzz       feed anything to what reads files and dates, TIME=60 seconds for each
#   make bench      measure beside plain SQLite, jq and keepassxc-cli, where they are
#   make lint       format, imports, file sizes, words
#   make man        the manual page, in .build/man
#   make snapshots  keep the help screens and pages as they are now, to be looked at with git diff
#   make install    put the program, its manual and its completions in PREFIX (it is /usr/local)
#   make clean      remove everything that was made here
#
# It needs Swift 6.3 or newer on Debian 12. Nothing asks a question.

PREFIX ?= /usr/local
DESTDIR ?=
FILTER ?=

# The build says no when a module imports what Package.swift does not allow.
CHECKED := --explicit-target-dependency-import-check error
DEBUG := swift build $(CHECKED)
# One set of flags for demo, bench and install, so that they share one build.
RELEASE := swift build -c release --static-swift-stdlib $(CHECKED)
PROGRAM = $$($(RELEASE) --show-bin-path)/netvault

# The C libraries, as pkg-config calls them and as Debian calls them.
LIBRARIES := libcrypto sqlite3 yajl libexif
PACKAGES := pkg-config libssl-dev libsqlite3-dev libyajl-dev libexif-dev

SWIFT_FILES := Sources Tests Schema Benchmarks Package.swift
WRITTEN := $(SWIFT_FILES) Documentation README.md SECURITY.md CHANGELOG.md CONTRIBUTING.md

# What the checks need beside. The reader in Python has an environment of its own.
CHECK_PACKAGES := valgrind restic
PYTHON := .build/python

.PHONY: all build release deps demo test check check-deps fuzz bench lint man snapshots install
.PHONY: stories clean
.PHONY: needs-swift needs-libraries needs-python needs-checkers
.NOTPARALLEL:

all: build lint test

build: needs-swift needs-libraries
	$(DEBUG) --build-tests

release: needs-swift needs-libraries
	$(RELEASE) --product netvault

TESTS := swift test $(CHECKED) --skip-build --disable-xctest

test: build needs-python
	$(TESTS) $(if $(FILTER),--filter "$(FILTER)")

# What make test tries in a sample, this tries in full. Each part says on lines that begin with
# "check: " what it counted; they are repeated at the end.
check: build needs-python needs-checkers
	@log=.build/check.txt; rm -f $$log.failed; \
	{ NETVAULT_THOROUGH=1 $(TESTS) $(if $(FILTER),--filter "$(FILTER)") || touch $$log.failed; \
	  Tests/CPageLogChecks/run.sh .build/checks || touch $$log.failed; \
	} 2>&1 | tee $$log; \
	echo; echo 'What was counted:'; sed -n 's/^check: /  /p' $$log | sort; \
	if [ -e $$log.failed ]; then echo 'Something failed: see above.' >&2; exit 1; fi; \
	echo 'Check: nothing found.'

TIME ?= 60

fuzz: needs-swift needs-libraries
	@Tests/Fuzzing/run.sh $(TIME) $(TARGETS)

# Real hospital files to import beside jq, where there are any.
BENCH_FILES ?= $(wildcard ../shared/data/synthea/Gilbert_Wunsch*.json \
  ../shared/data/synthea/large_merged*.json)

bench: release
	$(RELEASE) --product benchmarks
	@"$$($(RELEASE) --show-bin-path)/benchmarks" "$(PROGRAM)" $(BENCH_FILES)

lint: build
	swift format lint --strict --parallel --recursive $(SWIFT_FILES)
	@if grep -rnE '\b(TODO|FIXME|XXX)\b' $(WRITTEN); then \
	  echo 'Finish these, or file them: nothing in the tree waits to be done.' >&2; exit 1; fi
	@if grep -rnIE '(^|[^A-Za-z0-9.~])/(work|Users)/|/home/[a-z]|worktree' $(WRITTEN); then \
	  echo 'These name one computer or its owner. netvault speaks of itself alone.' >&2; exit 1; fi
	@long=$$(find Sources Schema Benchmarks Tests -name '*.swift' -o -name '*.[ch]' | \
	  xargs wc -l | awk '$$1 > 400 && $$2 != "total"'); \
	if [ -n "$$long" ]; then echo "$$long" >&2; \
	  echo 'These files have more than 400 lines. Split them by idea.' >&2; exit 1; fi
	@echo 'Lint: nothing found.'

# The page comes from the commands themselves, by the generator of swift-argument-parser.
man: release
	$(RELEASE) --product generate-manual
	@Documentation/man/assemble.sh "$$($(RELEASE) --show-bin-path)/generate-manual" "$(PROGRAM)" .build/man
	@echo 'Written: .build/man/netvault.1'

snapshots: build
	@NETVAULT_WRITE_SNAPSHOTS=1 $(TESTS) --filter 'WritingTests|Snapshots' >.build/snapshots.txt 2>&1 || { \
	  cat .build/snapshots.txt >&2; exit 1; }
	@echo 'Written. Look at every difference before you keep it:  git diff Tests'

SHARE = $(DESTDIR)$(PREFIX)/share
install: release man
	@install -d '$(DESTDIR)$(PREFIX)/bin' '$(SHARE)/man/man1' '$(SHARE)/zsh/site-functions' \
	  '$(SHARE)/bash-completion/completions' '$(SHARE)/fish/vendor_completions.d' && \
	install -s -m 755 "$(PROGRAM)" '$(DESTDIR)$(PREFIX)/bin/netvault' && \
	install -m 644 .build/man/netvault.1 '$(SHARE)/man/man1/netvault.1' && \
	"$(PROGRAM)" completions bash >'$(SHARE)/bash-completion/completions/netvault' && \
	"$(PROGRAM)" completions zsh >'$(SHARE)/zsh/site-functions/_netvault' && \
	"$(PROGRAM)" completions fish >'$(SHARE)/fish/vendor_completions.d/netvault.fish' || { \
	  echo 'Cannot write to $(DESTDIR)$(PREFIX).' >&2; \
	  echo 'Choose a folder of your own:  make install PREFIX=$$HOME/.local' >&2; exit 1; }
	@echo 'Installed: $(DESTDIR)$(PREFIX)/bin/netvault, its manual, and completions'

demo: deps release
	@Documentation/demo/run.sh "$(PROGRAM)" demo

stories: release
	@Documentation/stories/play.py "$(PROGRAM)"

clean:
	rm -rf .build demo

# Installs only what is missing, and only when something is.
deps: needs-swift
	@if command -v pkg-config >/dev/null && pkg-config --exists $(LIBRARIES); then exit 0; fi; \
	$(call install-packages,$(PACKAGES))

check-deps: deps needs-python
	@if command -v valgrind >/dev/null && command -v restic >/dev/null; then exit 0; fi; \
	$(call install-packages,$(CHECK_PACKAGES))

define install-packages
if ! command -v apt-get >/dev/null; then \
	  echo 'netvault needs OpenSSL 3, SQLite 3, YAJL 2, libexif and pkg-config.' >&2; \
	  echo 'This computer has no apt-get. Install them its own way, then run make again.' >&2; \
	  exit 1; fi; \
	as=; if [ "$$(id -u)" -ne 0 ]; then as='sudo -n'; \
	  if ! sudo -n true 2>/dev/null; then \
	    echo 'Some Debian packages are missing, and installing them needs the administrator.' >&2; \
	    echo 'Ask for this, or run it:  sudo apt-get install $(1)' >&2; exit 1; fi; fi; \
	echo 'Installing: $(1)'; \
	{ $$as apt-get update -qq && $$as env DEBIAN_FRONTEND=noninteractive \
	  apt-get install -y -qq --no-install-recommends $(1); } || { \
	    echo 'The packages could not be installed. Is there a network?' >&2; exit 1; }
endef

needs-swift:
	@if ! command -v swift >/dev/null; then \
	  echo 'netvault is written in Swift, and there is no Swift here.' >&2; \
	  echo 'Install Swift 6.3 or newer from https://www.swift.org/install, then run make again.' >&2; \
	  exit 1; fi

needs-libraries:
	@if ! { command -v pkg-config >/dev/null && pkg-config --exists $(LIBRARIES); }; then \
	  echo 'Some libraries are missing. To install them:  make deps' >&2; exit 1; fi

needs-checkers:
	@if ! { command -v valgrind && command -v restic; } >/dev/null; then \
	  echo 'Some programs that check are missing. To install them:  make check-deps' >&2; exit 1; fi

# Python with "cryptography", for the reader that shares no code with netvault. Where the system's
# own Python has it, that one is used.
needs-python:
	@if [ -x $(PYTHON)/bin/python3 ] && $(PYTHON)/bin/python3 -c 'import cryptography' 2>/dev/null; then exit 0; fi; \
	if python3 -c 'import cryptography' 2>/dev/null; then exit 0; fi; \
	{ python3 -m venv $(PYTHON) && $(PYTHON)/bin/pip install -q -r Tests/IndependentReader/requirements.txt; } || { \
	  echo 'One test reads a vault with Python 3 and its package "cryptography".' >&2; \
	  echo 'To install it:  sudo apt-get install python3-cryptography' >&2; exit 1; }
