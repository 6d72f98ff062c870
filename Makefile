# Everything that one does with Minh Bạch. Each target says what it does and how long it took, and may be run again at any time.
.PHONY: help setup setup-development run test check bench lock
help:            ## what one can do here
	@grep -hE '^[a-z-]+: .*##' $(MAKEFILE_LIST) | sed -E 's/:.*##/\t/' | expand -t 20
setup:           ## install everything that the product needs into .venv/
	@tools/timed "Cài đặt" tools/setup runtime
setup-development: ## the same, with what tests need
	@tools/timed "Cài đặt cho phát triển" tools/setup development
run: setup       ## install, make the demonstration and serve it on http://127.0.0.1:8000/
	@tools/serve
test: setup-development ## all that CI runs: checks, then the whole suite on SQLite and on PostgreSQL 15
	@tools/timed "Toàn bộ kiểm thử" tools/test
check: setup-development ## layers, types, style, templates, migrations
	@tools/timed "Kiểm tra tĩnh" tools/check
bench: setup-development ## measure speed, at the sizes that docs/how-to.md names
	@tools/timed "Đo tốc độ" tools/bench
lock: setup-development ## pin and hash the requirements anew
	@tools/timed "Khóa phiên bản" tools/lock
