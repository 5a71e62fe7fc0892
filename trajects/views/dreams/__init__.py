"""The pages of the fifth step: dream images."""
