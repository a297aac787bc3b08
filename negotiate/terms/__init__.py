"""What an issue can be settled as: domains, their regions, and the language in which people write them."""

from negotiate.terms.figures import show_number
from negotiate.terms.language import also, read_any_of, read_term
from negotiate.terms.line import TOP, Line, Range, Ranges, Value
from negotiate.terms.names import find_name, plain, split_names
from negotiate.terms.options import Choice, Options, OptionSet, Scale, YesNo
from negotiate.terms.order import Orders, Sequences
from negotiate.terms.quantity import Dates, Duration, Quantity
from negotiate.terms.region import NO_NUMBER, Distance, Domain, Region, TooComplex
from negotiate.terms.subset import Boxes, Subsets
from negotiate.terms.term import AnyDomain, AnyRegion, Term, TermError

__all__ = [
    "NO_NUMBER",
    "TOP",
    "AnyDomain",
    "AnyRegion",
    "Boxes",
    "Choice",
    "Dates",
    "Distance",
    "Domain",
    "Duration",
    "Line",
    "OptionSet",
    "Options",
    "Orders",
    "Quantity",
    "Range",
    "Ranges",
    "Region",
    "Scale",
    "Sequences",
    "Subsets",
    "Term",
    "TermError",
    "TooComplex",
    "Value",
    "YesNo",
    "also",
    "find_name",
    "plain",
    "read_any_of",
    "read_term",
    "show_number",
    "split_names",
]
