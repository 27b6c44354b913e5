import ldap
from ldap.filter import escape_filter_chars
from ldap3 import Connection


def find_user(connection, username):
    # ruleid: python.ldap-filter-from-parameter
    return connection.search_s("dc=example,dc=com", ldap.SCOPE_SUBTREE, "(uid=" + username + ")")


def find_mail(connection: Connection, mail):
    search_filter = f"(&(objectClass=person)(mail={mail}))"
    # ruleid: python.ldap-filter-from-parameter
    return connection.search("dc=example,dc=com", search_filter)


def sign_in(connection, username, password):
    # ruleid: python.ldap-filter-from-parameter
    connection.simple_bind_s("uid=%s,ou=people,dc=example,dc=com" % username, password)


def escaped(connection, username):
    # ok: python.ldap-filter-from-parameter
    return connection.search_s("dc=example,dc=com", ldap.SCOPE_SUBTREE, "(uid=" + escape_filter_chars(username) + ")")


def fixed(connection):
    # ok: python.ldap-filter-from-parameter
    return connection.search_s("dc=example,dc=com", ldap.SCOPE_SUBTREE, "(objectClass=person)")


def numbered(connection, number):
    # ok: python.ldap-filter-from-parameter
    return connection.search_s("dc=example,dc=com", ldap.SCOPE_SUBTREE, f"(uidNumber={int(number)})")


def sign_in(con, uid, password):
    dn = "uid=%s,ou=people,dc=example,dc=org" % uid
    # ruleid: python.ldap-filter-from-parameter
    con.simple_bind_s(dn, password)
    quoted = "uid=%s,ou=people,dc=example,dc=org" % ldap.dn.escape_dn_chars(uid)
    # ok: python.ldap-filter-from-parameter
    con.simple_bind_s(quoted, password)


def authenticated(server, username, password):
    dn = f"uid={username},ou=people,dc=example,dc=com"
    # ruleid: python.ldap-filter-from-parameter
    connection = Connection(server, user=dn, password=password)
    # ruleid: python.ldap-filter-from-parameter
    Connection(server, f"cn={username},dc=example,dc=com", password)
    # ok: python.ldap-filter-from-parameter
    Connection(server, user=f"uid={escape_rdn(username)},dc=example,dc=com", password=password)
    # ok: python.ldap-filter-from-parameter
    Connection(server, user=username, password=password)
    return connection.bind()


def member(connection, user):
    search = f"(&(objectClass=group)(member={user}))"
    # ruleid: python.ldap-filter-from-parameter
    connection.search("dc=example,dc=org", search)


def member_escaped(connection, user):
    search = f"(&(objectClass=group)(member={escape_filter_chars(user)}))"
    # ok: python.ldap-filter-from-parameter
    connection.search("dc=example,dc=org", search)
