#!/usr/bin/env python
"""Start Django, with site/ (our host project's source root) on the path."""

import os
import sys
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parent / "site"))

if __name__ == "__main__":
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "website.settings.development")
    from django.core.management import execute_from_command_line

    from website.settings.environment import refuse_unknown_settings

    refuse_unknown_settings()
    execute_from_command_line(sys.argv)
