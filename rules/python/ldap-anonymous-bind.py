import os

import ldap
import ldap3
from ldap3 import ANONYMOUS, Connection, Server


def first():
    connection = ldap.initialize("ldaps://directory.example.org")
    # ruleid: python.ldap-anonymous-bind
    connection.simple_bind_s()
    return connection


def second():
    connection = ldap.initialize("ldaps://directory.example.org")
    # ruleid: python.ldap-anonymous-bind
    connection.simple_bind_s("", "")
    return connection


def third(dn):
    connection = ldap.initialize("ldaps://directory.example.org")
    # ruleid: python.ldap-anonymous-bind
    connection.simple_bind_s(dn)
    return connection


def fourth():
    server = Server("directory.example.org", use_ssl=True)
    # ruleid: python.ldap-anonymous-bind
    return Connection(server, auto_bind=True)


def fifth(server):
    # ruleid: python.ldap-anonymous-bind
    connection = ldap3.Connection(server, authentication=ANONYMOUS)
    return connection.bind()


def with_account():
    connection = ldap.initialize("ldaps://directory.example.org")
    # ok: python.ldap-anonymous-bind
    connection.simple_bind_s(os.environ["BIND_DN"], os.environ["BIND_PASSWORD"])
    return connection


def with_account_of_ldap3(server, user, password):
    # ok: python.ldap-anonymous-bind
    return Connection(server, user, password, auto_bind=True)


def with_ticket(server):
    # ok: python.ldap-anonymous-bind
    return ldap3.Connection(server, authentication=ldap3.SASL, sasl_mechanism=ldap3.KERBEROS, auto_bind=True)


def later(server, user, password):
    # ok: python.ldap-anonymous-bind
    connection = Connection(server)
    connection.rebind(user=user, password=password)
    return connection


def with_pair(connection, pair):
    # ok: python.ldap-anonymous-bind
    connection.simple_bind_s(*pair)


class Members:
    def __init__(self, host):
        # ok: python.ldap-anonymous-bind
        self.connection = Connection(Server(host))

    def sign_in(self, dn, password):
        return self.connection.rebind(user=dn, password=password)


def naming_contexts(host):
    # ok: python.ldap-anonymous-bind
    connection = Connection(Server(host, get_info="ALL"), auto_bind=True)
    return connection.server.info.naming_contexts
