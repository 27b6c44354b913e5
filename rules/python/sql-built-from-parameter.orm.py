from django.db import models
from django.db.models.expressions import RawSQL


class ArticleQuerySet(models.QuerySet):
    def search(self, term):
        # ruleid: python.sql-built-from-parameter
        return self.extra(where=["title LIKE '%%" + term + "%%'"])

    def ranked(self, term):
        # ruleid: python.sql-built-from-parameter
        return self.annotate(rank=RawSQL(f"similarity(title, '{term}')", []))

    def by_name(self, name):
        # ruleid: python.sql-built-from-parameter
        return self.raw("SELECT * FROM article WHERE name = '%s'" % name)

    def search_bound(self, term):
        # ok: python.sql-built-from-parameter
        return self.extra(where=["title LIKE %s"], params=["%" + term + "%"])

    def ranked_bound(self, term):
        # ok: python.sql-built-from-parameter
        return self.annotate(rank=RawSQL("similarity(title, %s)", [term]))

    def newest(self, count):
        # ok: python.sql-built-from-parameter
        return self.extra(where=["age < " + str(int(count))])


def having_price(session, condition):
    # ruleid: python.sql-built-from-parameter
    return session.query(Part).filter("price > {}".format(condition)).all()


def having_column(session, condition):
    # ok: python.sql-built-from-parameter
    return session.query(Part).filter(Part.price > condition).all()


def customers_of(city):
    # ruleid: python.sql-built-from-parameter
    return list(Customer.raw("SELECT * FROM customer WHERE city = '" + city + "'"))


def customers_bound(city):
    # ok: python.sql-built-from-parameter
    return list(Customer.raw("SELECT * FROM customer WHERE city = ?", city))
