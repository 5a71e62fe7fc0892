from accounts.models.membership import Membership, Role
from accounts.models.organisation import Department, Organisation, OrganisationType
from accounts.models.user import User

__all__ = ["Department", "Membership", "Organisation", "OrganisationType", "Role", "User"]
