"""What the settings promise, seen from outside: a fresh process for each environment."""

import json
import os
import subprocess
import sys
from pathlib import Path

ASK = """
import json, sys
from wellrun.config import settings
print(json.dumps({name: repr(getattr(settings, name)) for name in sys.argv[1:]}))
"""


def settings_with(environment: dict[str, str], *names: str, folder: Path) -> dict[str, str]:
    inherited = {name: value for name, value in os.environ.items() if not name.startswith("WELLRUN_")}
    result = subprocess.run(
        [sys.executable, "-c", ASK, *names],
        env=inherited | {"WELLRUN_DATA": str(folder)} | environment,
        capture_output=True,
        text=True,
        check=True,
    )
    answer: dict[str, str] = json.loads(result.stdout)
    return answer


def test_reading_the_settings_writes_nothing_and_never_debugs(tmp_path: Path) -> None:
    folder = tmp_path / "data"
    read = settings_with({}, "DEBUG", "SECRET_KEY", folder=folder)
    assert read["DEBUG"] == "False"
    assert len(read["SECRET_KEY"]) > 50
    assert not folder.exists()


def test_the_key_of_the_data_folder_is_used_and_the_environment_goes_first(tmp_path: Path) -> None:
    (tmp_path / "secret-key").write_text("k" * 60)
    assert settings_with({}, "SECRET_KEY", folder=tmp_path)["SECRET_KEY"] == repr("k" * 60)
    told = settings_with({"WELLRUN_SECRET_KEY": "e" * 60}, "SECRET_KEY", folder=tmp_path)
    assert told["SECRET_KEY"] == repr("e" * 60)


def test_without_an_address_only_this_machine_is_answered(tmp_path: Path) -> None:
    read = settings_with({}, "ALLOWED_HOSTS", "CSRF_COOKIE_SECURE", "SECURE_HSTS_SECONDS", folder=tmp_path)
    assert read["ALLOWED_HOSTS"] == "['localhost', '127.0.0.1', '[::1]']"
    assert (read["CSRF_COOKIE_SECURE"], read["SECURE_HSTS_SECONDS"]) == ("False", "0")


def test_an_https_address_turns_on_secure_cookies(tmp_path: Path) -> None:
    names = ("ALLOWED_HOSTS", "CSRF_TRUSTED_ORIGINS", "CSRF_COOKIE_SECURE", "SECURE_HSTS_SECONDS")
    read = settings_with({"WELLRUN_HOSTS": "https://qi.example.org/, 10.0.0.4"}, *names, folder=tmp_path)
    assert read["ALLOWED_HOSTS"] == "['qi.example.org', '10.0.0.4']"
    assert read["CSRF_TRUSTED_ORIGINS"] == "['https://qi.example.org']"
    assert read["CSRF_COOKIE_SECURE"] == "True"
    assert int(read["SECURE_HSTS_SECONDS"]) > 0
