import json

from fastapi.responses import HTMLResponse
from markupsafe import Markup


def page_with_state(state: dict) -> str:
    payload = json.dumps(state)
    # ruleid: python.json-in-script
    return f"<html><body><script>window.STATE = {payload};</script></body></html>"


def chart(points):
    # ruleid: python.json-in-script
    html = f"""<div id="chart"></div>
<script type="text/javascript">
draw({json.dumps(points, indent=1)});
</script>"""
    return html


async def profile(user):
    data = json.dumps(user.as_dict(), default=str)
    # ruleid: python.json-in-script
    return HTMLResponse(f"<script>const user = {data}</script><div id=app></div>")


def page_escaped(state: dict) -> str:
    payload = json.dumps(state).replace("<", "\\u003c")
    # ok: python.json-in-script
    return f"<html><body><script>window.STATE = {payload};</script></body></html>"


def page_of_count(points) -> str:
    # ok: python.json-in-script
    return f"<script>const count = {len(points)};</script>"


def page_beside(state: dict) -> str:
    payload = json.dumps(state)
    # ok: python.json-in-script
    return f"<script src='/app.js'></script>\n{payload}"


def answer(state: dict) -> str:
    # ok: python.json-in-script
    return f'{{"state": {json.dumps(state)}}}'


def badge(count: int) -> Markup:
    # ok: python.json-in-script
    return Markup(f"<script>setBadge({int(count)})</script>")


COLORS = ["red", "blue"]


def colored(rows):
    counts = json.dumps([int(row) for row in rows])
    # ok: python.json-in-script
    return f"<script>draw({counts}, {json.dumps(COLORS)}, {json.dumps({'legend': True})});</script>"


def escaped_elsewhere(rows):
    data = escape_for_script(json.dumps(rows))
    # ok: python.json-in-script
    return f"<script>draw({data});</script>"


SHELL = """<html><body><script>
var state = %s;
</script></body></html>"""
PAGE = """<html><body><script>
start({state});
</script></body></html>"""


def joined_page(state):
    # ruleid: python.json-in-script
    return "<script>window.state = " + json.dumps(state) + "</script>"


def filled_shell(state):
    # ruleid: python.json-in-script
    return SHELL % json.dumps(state)


def formatted_page(state):
    # ruleid: python.json-in-script
    html = PAGE.format(state=json.dumps(state))
    return html


def escaped_page(state):
    data = json.dumps(state)
    # ok: python.json-in-script
    return "<script>window.state = " + data.replace("<", "\\u003c") + "</script>"


def data_block(state):
    # ok: python.json-in-script
    return "<script type='application/json'>" + json.dumps(state) + "</script>"


def after_script(state):
    # ok: python.json-in-script
    return "<script src='x.js'></script><pre>%s</pre>" % len(json.dumps(state))
