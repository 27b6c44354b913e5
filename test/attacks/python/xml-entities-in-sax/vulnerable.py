import io
import xml.sax
from xml.sax.handler import feature_external_ges


def text(document):
    seen = []
    parser = xml.sax.make_parser()
    parser.setFeature(feature_external_ges, True)
    handler = xml.sax.ContentHandler()
    handler.characters = seen.append
    parser.setContentHandler(handler)
    parser.parse(io.StringIO(document))
    return "".join(seen)
