# Every target is a script in scripts/ or a line below; `make help` lists them.
.DEFAULT_GOAL := help
SHELL := bash
RELEASE := .build/release/digest-convert
PREFIX ?= /usr/local
SOURCES := Package.swift Sources Tests Examples

.PHONY: help demo test check-clients bench install goldens docs library-docs format lint release clean install-deps FORCE

help: ## list the targets
	@awk -F ':.*## ' '/^[a-z-]+:.*## / { printf "  make %-14s %s\n", $$1, $$2 }' $(MAKEFILE_LIST)

demo: ## set everything up, convert the samples to every format into out/, say what was written
	@scripts/demo

test: ## set everything up and run every check there is; what CI runs
	@scripts/test

check-clients: $(RELEASE) ## let independent programs read our outputs and compare what they read
	@scripts/check-clients

bench: $(RELEASE) ## measure against pandoc and cmark-gfm in one run; prints a Markdown table
	@scripts/bench

release: $(RELEASE) ## build .build/release/digest-convert, the Swift runtime linked in

# The package manager knows best what is out of date, so this always asks it.
$(RELEASE): FORCE
	@scripts/install-deps
	scripts/build-release

install: $(RELEASE) ## copy the program to PREFIX/bin (/usr/local)
	install -D -m 755 $(RELEASE) "$(DESTDIR)$(PREFIX)/bin/digest-convert"

goldens: $(RELEASE) ## write Samples/golden/ anew; read the difference before you commit it
	@$(MAKE) --no-print-directory -C Samples OUT=golden CONVERT=../$(RELEASE)

docs: $(RELEASE) ## write the generated tables of README.md and docs/ anew
	@scripts/update-docs

library-docs: ## write the documentation of the library (DocC) into out/documentation
	scripts/build-docs out/documentation

format: ## format all Swift files
	swift format format -i -p -r $(SOURCES)

lint: ## check the format of all Swift files and the layers
	swift format lint --strict -p -r $(SOURCES)
	@scripts/check-layers

install-deps: ## install the system libraries that are missing
	@scripts/install-deps

clean: ## remove what was built and written
	rm -rf .build .build-asan .build-clients out Examples/OwnFormat/.build
