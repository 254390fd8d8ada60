# make site: build the site into site/. make test: prove it. Both do all their own set-up.
PYTHON ?= python3
BIN := .venv/bin
# As modules: a script's first line breaks where a folder has a space in its name or is far down.
PIP := $(BIN)/python -m pip
# A worker waits for browsers and programs a fifth of its time: three keep two cores busy.
WORKERS := -n 3
PYTEST := $(BIN)/python -m pytest --dist worksteal --durations=10 --durations-min=1
export NO_MKDOCS_2_WARNING := 1
# The folder of the site, where it is not content/; the file to check alone; the version to compare with.
TAKEN := SITE FILE REF
# These may stand on the command line as well as in the environment.
ALSO := PYTHON WORKERS TODAY SITE_URL EDIT_ADDRESS SECURITY_CONTACT LOC_ALL LOC_CHROMIUM
# Through the environment, so that the shell takes no sign in a name for its own.
export SITE FILE REF
# A name that nobody takes is a slip: without this the usual site would be built in its place.
$(foreach name,$(.VARIABLES),$(if $(filter command,$(firstword $(origin $(name)))),$(if $(filter $(name),$(TAKEN) $(ALSO)),,\
  $(error There is no setting “$(name)”. There are $(TAKEN), such as make site SITE=../our-site))))
ifneq ($(filter-out check,$(or $(MAKECMDGOALS),site)),)
$(if $(FILE),$(error FILE is for make check alone. Another site is SITE=FOLDER))
endif
$(if $(and $(FILE),$(SITE)),$(error FILE and SITE name two things to check. Take one))
ifeq ($(origin SITE)$(SITE),command line)
$(error SITE names no folder. Write SITE=FOLDER)
endif
# Many short programs run here; each starts faster where Python may keep what it compiled.
unexport PYTHONDONTWRITEBYTECODE

.PHONY: site serve check diff due test tools test-fast bench schema asked picture heights lock sbom clean

site: .venv/ready-site
	$(BIN)/python scripts/publish.py

serve: .venv/ready-site
	@$(BIN)/python scripts/serve.py

check: .venv/ready-site
	@$(BIN)/python scripts/check.py $${FILE:+"$$FILE"}

diff: .venv/ready-site
	@$(BIN)/python scripts/diff.py $${REF:+"$$REF"}

due: .venv/ready-site
	@$(BIN)/python scripts/due.py

test: .venv/ready-test tools
	$(BIN)/python -m ruff check scripts tests
	$(PYTEST) $(WORKERS)

tools: .venv/ready-test
	sh tests/browser/setup.sh
	sh tests/wordpress/setup.sh
	@$(MAKE) --no-print-directory node_modules/ready

test-fast: .venv/ready-test
	$(PYTEST) -n 2 -m "not browser" --ignore tests/browser

bench: .venv/ready-test
	$(BIN)/python tests/bench.py

schema: .venv/ready-site
	$(BIN)/python scripts/write.py --schema content/levels.schema.json
	$(BIN)/python scripts/write.py --schema content/site.schema.json --of site

asked: .venv/ready-test
	$(BIN)/python tests/asking.py

picture: .venv/ready-test
	$(BIN)/python tests/browser/picture.py

heights: .venv/ready-test
	$(BIN)/python tests/browser/heights.py

lock: .venv/ready-test
	$(PIP) install --quiet uv==0.13.9
	$(BIN)/python -m uv pip compile --quiet --universal --generate-hashes --no-header pyproject.toml -o requirements.txt
	$(BIN)/python -m uv pip compile --quiet --universal --generate-hashes --no-header --group test pyproject.toml -o requirements-test.txt

# What the site is made with, and so whatever of others can be in it, as CycloneDX.
sbom:
	$(PYTHON) -m venv build/sbom
	build/sbom/bin/python -m pip install --quiet --disable-pip-version-check cyclonedx-bom==7.5.0
	build/sbom/bin/python -m cyclonedx_py requirements requirements.txt --pyproject pyproject.toml --output-reproducible --output-file sbom.json

clean:
	rm -rf .venv node_modules site build sbom.json

.venv/ready-site: requirements.txt
	@$(PYTHON) -c 'import sys; sys.exit("Python 3.11 or newer is needed; this is " + sys.version.split()[0]) if sys.version_info < (3, 11) else None'
	$(PYTHON) -m venv .venv
	$(PIP) install --quiet --disable-pip-version-check --require-hashes -r requirements.txt
	@touch $@

.venv/ready-test: .venv/ready-site requirements-test.txt
	$(PIP) install --quiet --disable-pip-version-check --require-hashes -r requirements-test.txt
	@touch $@

node_modules/ready: package-lock.json
	npm ci --ignore-scripts --silent
	@touch $@
