import io
import xml.sax


def text(document):
    seen = []
    parser = xml.sax.make_parser()
    handler = xml.sax.ContentHandler()
    handler.characters = seen.append
    parser.setContentHandler(handler)
    parser.parse(io.StringIO(document))
    return "".join(seen)
