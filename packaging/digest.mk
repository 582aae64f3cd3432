# Rules for GNU make (4.3 or newer) that convert digests and lists of papers. A Makefile needs two lines:
#
#   DIGEST_FORMATS := bib opml xml
#   include digest.mk
#
# `make digests` converts all of DIGEST_SOURCES and what is merged of them, and only what is out of date. Each source is
# read once, whatever the number of formats. A conversion that fails leaves no target. Names must be without spaces.

# What is converted; names of folders stay: months/2024-09.md becomes out/months/2024-09.bib.
DIGEST_SOURCES        ?= $(wildcard *.md)
# The formats, by the extensions of their files; csv-bundle is a folder.
DIGEST_FORMATS        ?= bib csv opml xml yaml
DIGEST_OUT            ?= out
# The name of outputs that hold all sources as one collection; no name, no such outputs.
DIGEST_MERGED         ?=
DIGEST_MERGED_FORMATS ?= $(DIGEST_FORMATS)
# More options for each run, for example --catalogue papers.sqlite --fail-on loss.
DIGEST_FLAGS          ?=
DIGEST_CONVERT        ?= digest-convert

ifeq ($(filter grouped-target,$(.FEATURES)),)
$(error digest.mk needs GNU make 4.3 or newer; this is $(MAKE_VERSION))
endif

# $(call digest_files,STEM,FORMATS): the files that are made of STEM.
digest_files = $(foreach format,$2,$(if $(filter csv-bundle,$(format)),$1-csv/metadata.csv,$1.$(format)))

# The folder of a rule's outputs; out and not out/. where a source is in no folder.
digest_folder = $(patsubst %/.,%,$(DIGEST_OUT)/$(<D))

digest_comma := ,
digest_empty :=
digest_list = $(subst $(digest_empty) ,$(digest_comma),$(strip $1))

digest_stems   := $(addprefix $(DIGEST_OUT)/,$(basename $(DIGEST_SOURCES)))
digest_targets := $(foreach stem,$(digest_stems),$(call digest_files,$(stem),$(DIGEST_FORMATS)))
digest_merged  := $(if $(DIGEST_MERGED),$(call digest_files,$(DIGEST_OUT)/$(DIGEST_MERGED),$(DIGEST_MERGED_FORMATS)))

.PHONY: digests digests-clean
digests: $(digest_targets) $(digest_merged)

# A pattern rule with several targets is one run that makes them all, also under -j. --touch sets the time of outputs
# whose bytes are as before, so that make knows that they are current; the dependency file names what else was read.
define digest_rule
$(call digest_files,$(DIGEST_OUT)/%,$(DIGEST_FORMATS)): %$1
	$(DIGEST_CONVERT) $$< --to $(call digest_list,$(DIGEST_FORMATS)) --output-dir $$(digest_folder) \
	  --depfile $$(digest_folder)/.$$(basename $$(<F)).d --touch --quiet $(DIGEST_FLAGS)
endef
$(foreach extension,$(sort $(suffix $(DIGEST_SOURCES))),$(eval $(call digest_rule,$(extension))))

ifneq ($(digest_merged),)
$(digest_merged) &: $(DIGEST_SOURCES)
	$(DIGEST_CONVERT) merge $(DIGEST_SOURCES) --to $(call digest_list,$(DIGEST_MERGED_FORMATS)) \
	  --output-dir $(DIGEST_OUT) --name $(DIGEST_MERGED) --depfile $(DIGEST_OUT)/.$(DIGEST_MERGED).d --touch --quiet \
	  $(DIGEST_FLAGS)
endif

digests-clean:
	rm -f $(digest_targets) $(digest_merged)

-include $(wildcard $(foreach stem,$(digest_stems) $(DIGEST_OUT)/$(DIGEST_MERGED),$(dir $(stem)).$(notdir $(stem)).d))
