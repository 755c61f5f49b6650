"""The roles of the matrix of access, each in a few words."""

ROLES = {
    "nobody": "somebody who has not signed in",
    "closed": "a person of the team whose account was closed, in a browser that is still open",
    "newcomer": "a person with an account and no role anywhere",
    "elsewhere": "a member of another organisation",
    "elsewhere-admin": "an administrator of another organisation",
    "left": "a person who worked on the unit and in the team, and has left both",
    "colleague": "a member of the organisation who is not of the unit",
    "beside": "a member of the unit beside",
    "ward": "a member of the unit who is not in the team",
    "guest": "a member of the team who comes from another organisation",
    "viewer": "a person who looks on in the team",
    "member": "a member of the team",
    "partner": "a service-user partner in the team",
    "coach": "the team's coach",
    "sponsor": "the team's sponsor",
    "lead": "who leads the team, and keeps its measures",
    "unit-coach": "an improvement coach of the unit",
    "unit-leader": "a leader of the unit",
    "leader-above": "a leader of the unit above",
    "root-leader": "a leader of the organisation as a whole",
    "office": "the organisation's improvement office",
    "unit-admin": "an administrator of the unit alone",
    "admin": "an administrator of the organisation",
    "admin-first": "an administrator of the organisation who has no second step yet",
}
"""The roles of the matrix, from the furthest to the nearest, as docs/reference/access.md explains them."""
