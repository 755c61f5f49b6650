"""Print every figure: `make bench`. Each part runs in its own process, so that none warms another up."""

import os
import platform
import subprocess
import sys

PARTS = (
    "single_chart", "command", "panels", "spark_panel", "measure_page", "organisation_pages", "people_pages",
    "driver_diagram", "project_pages", "permissions", "page_weight",
)  # fmt: skip


def main() -> int:
    """Run the parts in turn."""
    sys.stdout.write(
        f"{platform.platform()}, Python {platform.python_version()}, {os.cpu_count()} processors\n"
    )
    sys.stdout.flush()
    return max(
        subprocess.run([sys.executable, "-m", f"benchmarks.{part}"], check=False).returncode for part in PARTS
    )


if __name__ == "__main__":
    sys.exit(main())
