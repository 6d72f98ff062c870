"""Unsafe settings are refused with a sentence that names the variable."""

from pathlib import Path

import pytest

from minhbach.config.environment import database_settings, read_environment
from minhbach.config.settings_file import UnsafeSetting, law_folders, with_settings_file

PROJECT = Path("/nowhere")
SAFE = {"MINHBACH_SECRET_KEY": "k" * 50, "MINHBACH_HOSTS": "minhbach.vidu.vn"}


def test_production_is_the_mode_when_nothing_is_said_and_wants_a_secret() -> None:
    with pytest.raises(UnsafeSetting, match="MINHBACH_SECRET_KEY"):
        read_environment({}, project=PROJECT)


@pytest.mark.parametrize("hosts", ["", "*", "minhbach.vidu.vn,*"])
def test_production_wants_named_hosts(hosts: str) -> None:
    with pytest.raises(UnsafeSetting, match="MINHBACH_HOSTS"):
        read_environment(SAFE | {"MINHBACH_HOSTS": hosts}, project=PROJECT)


def test_a_safe_production_stands_behind_https() -> None:
    assert read_environment(SAFE, project=PROJECT).behind_https


@pytest.mark.parametrize("beyond", [{"MINHBACH_LISTEN": "0.0.0.0"}, {"MINHBACH_HOSTS": "minhbach.vidu.vn"}])
def test_a_demonstration_refuses_to_be_seen_from_elsewhere(beyond: dict[str, str]) -> None:
    with pytest.raises(UnsafeSetting, match="trình diễn"):
        read_environment({"MINHBACH_MODE": "demonstration", **beyond}, project=PROJECT)


@pytest.mark.parametrize("lacking", ["MINHBACH_SECRET_KEY", "MINHBACH_HOSTS"])
def test_training_is_as_guarded_as_production(lacking: str) -> None:
    told = SAFE | {"MINHBACH_MODE": "training", "MINHBACH_LISTEN": "0.0.0.0"}
    assert read_environment(told, project=PROJECT).is_training and read_environment(told, project=PROJECT).behind_https
    with pytest.raises(UnsafeSetting, match=lacking):
        read_environment({name: value for name, value in told.items() if name != lacking}, project=PROJECT)


@pytest.mark.parametrize(
    "outward", [{"MINHBACH_SMTP": "smtps://a:b@thu.vidu.vn"}, {"MINHBACH_IMAP": "imaps://a:b@thu.vidu.vn/INBOX"}]
)
def test_training_names_no_mail_server_beyond_this_machine(outward: dict[str, str]) -> None:
    sender = {"MINHBACH_MAIL_FROM": "Minh Bạch <tin@vidu.vn>", "MINHBACH_MODE": "training"}
    with pytest.raises(UnsafeSetting):
        read_environment(SAFE | sender | outward, project=PROJECT)


def test_the_settings_file_completes_the_environment_which_wins(tmp_path: Path) -> None:
    (tmp_path / "settings.env").write_text("# lời\nMINHBACH_MODE=demonstration\nMINHBACH_PORT = 9000\n", "utf-8")
    told = with_settings_file({"MINHBACH_DATA": str(tmp_path), "MINHBACH_PORT": "9100"}, project=PROJECT)
    assert (told["MINHBACH_MODE"], told["MINHBACH_PORT"]) == ("demonstration", "9100")


def test_a_line_that_is_no_setting_is_refused(tmp_path: Path) -> None:
    (tmp_path / "settings.env").write_text("nonsense\n", "utf-8")
    with pytest.raises(UnsafeSetting, match="nonsense"):
        with_settings_file({"MINHBACH_DATA": str(tmp_path)}, project=PROJECT)


def test_sqlite_waits_for_the_disk_on_every_commit() -> None:
    options = database_settings("sqlite:////tmp/x.sqlite3")["OPTIONS"]
    assert "synchronous=FULL" in str(options)


def test_an_unknown_database_is_refused() -> None:
    with pytest.raises(UnsafeSetting, match="DATABASE_URL"):
        database_settings("mysql://x")


def test_the_laws_folders_may_stand_in_the_settings_file(tmp_path: Path) -> None:
    settings = tmp_path / "minhbach.env"
    settings.write_text("MINHBACH_LAW=/srv/law\nMINHBACH_DATA=/srv/data\n", encoding="utf-8")
    told = law_folders({"MINHBACH_SETTINGS": str(settings)}, project=PROJECT)
    assert told == {"MINHBACH_LAW": "/srv/law", "MINHBACH_LAW_ADDED": "/srv/data/law"}
    # What the environment says wins, and `lawbook` finds it there by itself.
    told = law_folders({"MINHBACH_SETTINGS": str(settings), "MINHBACH_DATA": str(tmp_path)}, project=PROJECT)
    assert told == {"MINHBACH_LAW": "/srv/law"}
