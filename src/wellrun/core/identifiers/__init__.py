"""Free text that looks as if it identifies a patient, screened as it is saved.

Which numbers are looked for depends on the country of the organisation. A package adds another country's
with an entry point in the group ``wellrun.identifiers`` that names a `Kind`.
"""

from wellrun.core.identifiers.kinds import GROUP, Kind, kinds_for
from wellrun.core.identifiers.screening import problem_in, require_none_in
from wellrun.core.identifiers.united_kingdom import holds_nhs_number

__all__ = ["GROUP", "Kind", "holds_nhs_number", "kinds_for", "problem_in", "require_none_in"]
