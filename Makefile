# Every target is a script in scripts/ or a line below; `make help` lists them.
.DEFAULT_GOAL := help
SHELL := bash
RELEASE := .build/release/digest-convert
PREFIX ?= /usr/local
SECONDS ?= 60
SOURCES := Package.swift Sources Tests Examples

.PHONY: help demo test test-deep fuzz mutate coverage check-clients bench bench-worker install uninstall dist check-dist wheel check-wheel check-spark goldens docs library-docs format lint release clean install-deps FORCE

help: ## list the targets
	@awk -F ':.*## ' '/^[a-z-]+:.*## / { printf "  make %-14s %s\n", $$1, $$2 }' $(MAKEFILE_LIST)

demo: ## set everything up, convert the samples to every format into out/, say what was written
	@scripts/demo

test: ## set everything up and run all checks, as CI does
	@scripts/test

test-deep: ## run the suite under the sanitizers, and the samples under valgrind; an hour or two
	@scripts/test-deep

fuzz: ## fuzz every reader, the pipeline, the checks and the small parsers: SECONDS=60 for each
	@scripts/fuzz $(SECONDS)

mutate: ## change the code in some 400 places, one at a time, and say which changes no test notices; half an hour
	@scripts/mutate

coverage: ## say which lines for ids, names, dates, text, paths and outputs no test runs
	@scripts/coverage

check-clients: $(RELEASE) ## compare what independent programs read in our outputs with the digest
	@scripts/check-clients

bench: $(RELEASE) ## measure against pandoc and cmark-gfm; prints a Markdown table
	@scripts/bench

bench-worker: $(RELEASE) ## measure 2,000 digests in a worker, in one run, and in one process a file
	@scripts/bench-worker

release: $(RELEASE) ## build .build/release/digest-convert, the Swift runtime linked in

# SwiftPM knows best what is out of date, so it is always asked.
$(RELEASE): FORCE
	@scripts/install-deps
	scripts/build-release

install: $(RELEASE) ## install into PREFIX (/usr/local): program, man pages, completions, digest.mk, schemas, docs
	scripts/build-release generate-manual
	scripts/install-files "$(PREFIX)"

uninstall: ## take away what `make install` has installed into PREFIX
	scripts/install-files --remove "$(PREFIX)"

dist: ## make a tarball and a Debian package in out/dist/
	@scripts/build-dist

check-dist: ## make both, and install and run them in a bare Debian (as root)
	@scripts/check-dist

wheel: ## make a wheel of the Python package, with the program in it, in out/wheel/
	@scripts/build-wheel

check-wheel: ## make it, and try it in a fresh Python environment
	@scripts/check-wheel

check-spark: $(RELEASE) ## run Examples/Spark over 200 generated digests and compare its tables with those of merge
	@scripts/check-spark

goldens: $(RELEASE) ## rewrite Samples/golden/; read the difference before you commit it
	@$(MAKE) --no-print-directory -C Samples OUT=golden CONVERT=../$(RELEASE)

docs: $(RELEASE) ## rewrite the generated tables of README.md and docs/
	@scripts/update-docs

library-docs: ## write the documentation of the library (DocC) into out/documentation
	scripts/build-docs out/documentation

format: ## format all Swift files
	swift format format -i -p -r $(SOURCES)

lint: ## check the format of all Swift files, the layers, the format rules that are cited, and the places of mutants
	swift format lint --strict -p -r $(SOURCES)
	@if command -v python3 >/dev/null; then scripts/check-layers && scripts/check-rules && scripts/mutate --list; else echo "!! without python3 only the format is checked"; fi

install-deps: ## install the system libraries that are missing
	@scripts/install-deps

clean: ## remove everything that was built
	rm -rf .build .build-asan .build-clients .build-coverage .build-mutants .build-spark out Examples/.build
