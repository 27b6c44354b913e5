import ldap3
from flask import request
from ldap3.utils.dn import escape_rdn


def sign_in(server):
    name = request.form["user"]
    # ruleid: python.ldap-injection
    first = ldap3.Connection(server, "uid=" + name + ",ou=people,dc=x", request.form["password"])
    # ok: python.ldap-injection
    return first, ldap3.Connection(server, "uid=" + escape_rdn(name) + ",ou=people,dc=x", request.form["password"])


def by_fixed_name(server):
    # ok: python.ldap-injection
    return ldap3.Connection(server, "cn=reader,dc=x", request.form["password"])
