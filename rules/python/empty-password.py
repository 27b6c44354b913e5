import os

import ldap
import MySQLdb
import psycopg2


def connect():
    # ruleid: python.empty-password
    return MySQLdb.connect(host="db", user="root", passwd="")


def billing():
    # ruleid: python.empty-password
    return psycopg2.connect(host="db", user="billing", password="")


def bind(server, dn):
    connection = ldap.initialize(server)
    # ruleid: python.empty-password
    connection.simple_bind_s(dn, "")


DATABASES = {
    # ruleid: python.empty-password
    "default": {"ENGINE": "django.db.backends.postgresql", "NAME": "shop", "PASSWORD": ""},
    # ok: python.empty-password
    "local": {"ENGINE": "django.db.backends.sqlite3", "NAME": "db.sqlite3", "PASSWORD": ""},
}


def safe():
    # ok: python.empty-password
    return psycopg2.connect(host="db", user="billing", password=os.environ["DB_PASSWORD"])


def given(password=""):
    # ok: python.empty-password
    return psycopg2.connect(host="db", user="billing", password=password or ask())


def anonymous(connection):
    # ok: python.empty-password
    connection.simple_bind_s("", "")
