"""A script in the address stands in the page."""
import support

RULE = "python.reflected-xss"


def page(program, query):
    import django.test

    return program.search(django.test.RequestFactory().get("/", {"q": query})).content.decode()


def good(program):
    return page(program, "shoes & socks").replace("&amp;", "&")


def attack(program):
    return "script" in support.elements(page(program, "<script>1</script>")) or None
