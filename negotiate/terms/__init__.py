"""What an issue can be settled as: domains, their regions, and the language in which people write them."""

from negotiate.terms.figures import show_number
from negotiate.terms.lags import BEFORE, Bound, days_of, keeps
from negotiate.terms.language import also, read_any_of, read_term
from negotiate.terms.line import TOP, Line, Range, Ranges, Value
from negotiate.terms.names import find_name, may_be_meant, plain, split_names
from negotiate.terms.options import Choice, Options, OptionSet, Scale, YesNo
from negotiate.terms.order import Orders, Sequences
from negotiate.terms.order_said import Part
from negotiate.terms.quantity import Dates, Duration, Quantity
from negotiate.terms.region import NO_NUMBER, Distance, Domain, Region, TooComplex
from negotiate.terms.stated import Clause, Way, stated, ways_of
from negotiate.terms.subset import Boxes, Subsets
from negotiate.terms.term import AnyDomain, AnyRegion, Term, TermError
from negotiate.terms.timetable_said import say_link, show_days
from negotiate.terms.timetables import Timetables

__all__ = [
    "BEFORE",
    "NO_NUMBER",
    "TOP",
    "AnyDomain",
    "AnyRegion",
    "Bound",
    "Boxes",
    "Choice",
    "Clause",
    "Dates",
    "Distance",
    "Domain",
    "Duration",
    "Line",
    "OptionSet",
    "Options",
    "Orders",
    "Part",
    "Quantity",
    "Range",
    "Ranges",
    "Region",
    "Scale",
    "Sequences",
    "Subsets",
    "Term",
    "TermError",
    "Timetables",
    "TooComplex",
    "Value",
    "Way",
    "YesNo",
    "also",
    "days_of",
    "find_name",
    "keeps",
    "may_be_meant",
    "plain",
    "read_any_of",
    "read_term",
    "say_link",
    "show_days",
    "show_number",
    "split_names",
    "stated",
    "ways_of",
]
