"""The pages of the catalogue: what somebody looks for, and what stands on a page of it."""

from scans.examples.pages import Catalogue, ExamplePage, catalogue_of, example_page
from scans.examples.searching import SearchForm

__all__ = ["Catalogue", "ExamplePage", "SearchForm", "catalogue_of", "example_page"]
