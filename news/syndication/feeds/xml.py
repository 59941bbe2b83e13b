"""An XML element that cannot be left open."""

from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from types import MappingProxyType
from xml.sax.xmlreader import AttributesImpl

from django.utils.xmlutils import SimplerXMLGenerator

NONE: Mapping[str, str] = MappingProxyType({})


@contextmanager
def element(
    xml: SimplerXMLGenerator, name: str, attributes: Mapping[str, str] = NONE
) -> Iterator[None]:
    xml.startElement(name, AttributesImpl(dict(attributes)))
    yield
    xml.endElement(name)
