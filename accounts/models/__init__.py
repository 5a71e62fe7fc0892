from accounts.models.department import Department, DepartmentKind
from accounts.models.invitation import Invitation, InvitationState
from accounts.models.membership import Membership, Role
from accounts.models.organisation import Organisation, OrganisationType, Predecessor
from accounts.models.user import User

__all__ = [
    "Department",
    "DepartmentKind",
    "Invitation",
    "InvitationState",
    "Membership",
    "Organisation",
    "OrganisationType",
    "Predecessor",
    "Role",
    "User",
]
