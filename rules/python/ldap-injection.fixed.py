import re

from flask import request
from ldap3.utils.conv import escape_filter_chars


@app.post("/login")
def login():
    user = request.form["user"]
    # ruleid: python.ldap-injection
    conn.search_s("ou=people", 2, "(uid=" + escape_filter_chars(user) + ")")
    # ruleid: python.ldap-injection
    connection.search("ou=people", f"(&(uid={escape_filter_chars(user)})(active=TRUE))")
    # ruleid: python.ldap-injection
    connection.search(search_base="ou=people", search_filter="(uid=%s)" % escape_filter_chars(user))
    # ok: python.ldap-injection
    connection.search("ou=people", f"(uid={escape_filter_chars(user)})")
    # ok: python.ldap-injection
    connection.search("ou=people", "(objectClass=person)", attributes=["cn"])
    # ok: python.ldap-injection
    re.search("x", user)
    return ""


def searched(request, connection):
    query = "(cn=*%s*)" % escape_filter_chars(request.GET["q"])
    # ruleid: python.ldap-injection
    return connection.search_s("dc=example", ldap.SCOPE_SUBTREE, filterstr=query)


@app.get("/staff/<uid>")
def staff(uid):
    # ruleid: python.ldap-injection
    connection.search("uid=" + uid + ",ou=people,dc=example,dc=com", "(objectClass=person)")


@app.get("/staff-escaped/<uid>")
def staff_escaped(uid):
    # ok: python.ldap-injection
    connection.search("uid=" + escape_rdn(uid) + ",ou=people,dc=example,dc=com", "(objectClass=person)")


@app.get("/staff-text/<word>")
def staff_text(word):
    # ok: python.ldap-injection
    return {"at": pattern.search("ou: " + word, word)}


def people_of(unit):
    base = "ou=" + request.args["unit"] + ",dc=example,dc=com"
    # ruleid: python.ldap-injection
    connection.search(search_base=base, search_filter="(cn=*)")
    # ok: python.ldap-injection
    connection.search(search_base="ou=" + escape_rdn(request.args["unit"]), search_filter="(cn=*)")
