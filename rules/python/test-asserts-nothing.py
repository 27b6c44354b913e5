import unittest

import pytest

from shop import create_order, slugify, total
from .support import check_status, run_flow


# ruleid: python.test-asserts-nothing
def test_order_without_user():
    order = create_order(None, items=[])
    print(order)


# ruleid: python.test-asserts-nothing
async def test_total(client):
    """The sum of an order."""
    answer = await client.get("/total")
    print(answer)


# ruleid: python.test-asserts-nothing
def test_not_written_yet():
    pass


class OrderTest(unittest.TestCase):
    # ruleid: python.test-asserts-nothing
    def test_sum(self):
        result = total([1, 2])
        print(result)

    def test_holds(self):
        total([1])
        # ruleid: python.test-asserts-nothing
        self.assertTrue(True)
        result = total([1])
        # ruleid: python.test-asserts-nothing
        self.assertEqual(result, result)

    # ok: python.test-asserts-nothing
    def test_three(self):
        # ok: python.test-asserts-nothing
        self.assertEqual(total([1, 2]), 3)


def test_message():
    answer = create_order("a", items=[1])
    # ruleid: python.test-asserts-nothing
    assert (answer.ok, "the order was refused")


def test_always():
    total([])
    # ruleid: python.test-asserts-nothing
    assert True


def test_names():
    # ruleid: python.test-asserts-nothing
    assert slugify("A b") == slugify("A b")


# ok: python.test-asserts-nothing
def test_name():
    # ok: python.test-asserts-nothing
    assert slugify("A b") == "a-b"


# ok: python.test-asserts-nothing
def test_data(self):
    data = "a-b"
    # ok: python.test-asserts-nothing
    self.assertEqual(data, "a-b")


# ok: python.test-asserts-nothing
def test_refused():
    with pytest.raises(PermissionError):
        create_order(None, items=[])


# ok: python.test-asserts-nothing
def test_status(client):
    check_status(client.get("/orders"), 401)


# ok: python.test-asserts-nothing
@unittest.skip("needs a printer")
def test_printing():
    shop.print_orders()


# ok: python.test-asserts-nothing
def test_flow():
    run_flow("orders")


# ok: python.test-asserts-nothing
def test_same_name_each_time():
    # ok: python.test-asserts-nothing
    assert slugify("A b") == slugify("A b")


# ok: python.test-asserts-nothing
def test_message_in_parentheses():
    # ok: python.test-asserts-nothing
    assert (total([1]) == 1), "one thing"


# ok: python.test-asserts-nothing
def test_equality_of_orders():
    order = create_order("a", items=[1])
    # ok: python.test-asserts-nothing
    assert order == order


# ok: python.test-asserts-nothing
@pytest.fixture
def test_user():
    create_order("a", items=[1])


# ok: python.test-asserts-nothing
def testing_mode():
    total([])
