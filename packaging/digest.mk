# Rules for GNU make (4.3 or newer) that convert digests and lists of papers. A Makefile needs two lines:
#
#   DIGEST_FORMATS := bib opml xml
#   include digest.mk
#
# `make digests` converts all of DIGEST_SOURCES and what is merged of them, and only what is out of date. Each source is
# read once, whatever the number of formats. A conversion that fails leaves no target. Names must be without spaces.

# What is converted; names of folders stay: months/2024-09.md becomes out/months/2024-09.bib.
DIGEST_SOURCES        ?= $(wildcard *.md)
# The formats, by the extensions of their files or by their names; csv-bundle is a folder.
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

# The extensions of formats that are given by name.
digest_names       := bibtex=bib biblatex=bib jats=xml markdown=md csl-json=csl.json hayagriva=hayagriva.yaml zotero-rdf=rdf json-feed=feed.json
digest_extension    = $(or $(patsubst $1=%,%,$(filter $1=%,$(digest_names))),$1)
digest_known       := bib csl.json ris opml csv csv-bundle sqlite xlsx xml md yaml json jsonl html hayagriva.yaml rdf atom feed.json
digest_extensions   = $(foreach format,$1,$(call digest_extension,$(format)))
digest_formats     := $(call digest_extensions,$(DIGEST_FORMATS))
digest_merged_formats := $(call digest_extensions,$(DIGEST_MERGED_FORMATS))
digest_unknown     := $(filter-out $(digest_known),$(digest_formats) $(digest_merged_formats))
ifneq ($(digest_unknown),)
$(error digest.mk: '$(firstword $(digest_unknown))' is not a format to make; there are $(digest_known))
endif

# $(call digest_files,STEM,FORMATS): the files that are made of STEM.
digest_files = $(foreach format,$2,$(if $(filter csv-bundle,$(format)),$1-csv/metadata.csv,$1.$(format)))

# The folder of a rule's outputs; out and not out/. where a source is in no folder.
digest_folder = $(patsubst %/.,%,$(DIGEST_OUT)/$(<D))

digest_comma := ,
digest_empty :=
digest_list = $(subst $(digest_empty) ,$(digest_comma),$(strip $(patsubst rdf,zotero-rdf,$1)))

digest_stems   := $(addprefix $(DIGEST_OUT)/,$(basename $(DIGEST_SOURCES)))
digest_targets := $(foreach stem,$(digest_stems),$(call digest_files,$(stem),$(digest_formats)))
digest_merged  := $(if $(and $(DIGEST_MERGED),$(DIGEST_SOURCES)),$(call \
  digest_files,$(DIGEST_OUT)/$(DIGEST_MERGED),$(digest_merged_formats)))
# Folders of csv-bundle, and what make is told of other files that were read.
digest_folders := $(patsubst %/metadata.csv,%,$(filter %-csv/metadata.csv,$(digest_targets) $(digest_merged)))
digest_rules   := $(foreach stem,$(digest_stems) $(DIGEST_OUT)/$(DIGEST_MERGED),$(dir $(stem)).$(notdir $(stem)).d)

.PHONY: digests digests-clean
digests: $(digest_targets) $(digest_merged)

# A pattern rule with several targets is one run that makes them all, also under -j. --touch sets the time of outputs
# whose bytes are as before, so that make knows that they are current; the dependency file names what else was read.
define digest_rule
$(call digest_files,$(DIGEST_OUT)/%,$(digest_formats)): %$1
	$(DIGEST_CONVERT) $$< --to $(call digest_list,$(digest_formats)) --output-dir $$(digest_folder) \
	  --depfile $$(digest_folder)/.$$(basename $$(<F)).d --touch --quiet $(DIGEST_FLAGS)
endef
$(foreach extension,$(sort $(suffix $(DIGEST_SOURCES))),$(eval $(call digest_rule,$(extension))))

ifneq ($(digest_merged),)
$(digest_merged) &: $(DIGEST_SOURCES)
	$(DIGEST_CONVERT) merge $(DIGEST_SOURCES) --to $(call digest_list,$(digest_merged_formats)) \
	  --output-dir $(DIGEST_OUT) --name $(DIGEST_MERGED) --depfile $(DIGEST_OUT)/.$(DIGEST_MERGED).d --touch --quiet$(if \
	  $(DIGEST_FLAGS), $(DIGEST_FLAGS))
endif

digests-clean:
	rm -f $(digest_targets) $(digest_merged) $(digest_rules) \
	  $(foreach folder,$(digest_folders),$(folder)/*.csv $(folder)/csv-metadata.json)
	$(if $(wildcard $(digest_folders)),rmdir --ignore-fail-on-non-empty $(wildcard $(digest_folders)))

-include $(wildcard $(digest_rules))
