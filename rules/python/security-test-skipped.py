import sys
import unittest
from unittest import skip

import pytest


# ruleid: python.security-test-skipped
@pytest.mark.skip(reason="flaky")
def test_stranger_is_denied(client):
    assert client.get("/notes/1").status_code == 403


# ruleid: python.security-test-skipped
@pytest.mark.xfail
def test_expired_token(client):
    assert client.get("/me").status_code == 401


def test_csrf_is_asked_for(client):
    # ruleid: python.security-test-skipped
    pytest.skip("later")
    assert client.post("/pay").status_code == 403


class TestOrders(unittest.TestCase):
    # ruleid: python.security-test-skipped
    @skip
    def test_owner_only(self):
        self.assertEqual(self.client.delete("/orders/1").status_code, 403)

    # ruleid: python.security-test-skipped
    @unittest.skip("does not work")
    def test_wrong_password(self):
        self.assertFalse(sign_in("ann", "x"))

    def test_path_traversal(self):
        # ruleid: python.security-test-skipped
        self.skipTest("later")

    # ok: python.security-test-skipped
    @unittest.skip("slow")
    def test_sorts_by_date(self):
        self.assertEqual(sorted_by([2, 1]), [1, 2])


# ok: python.security-test-skipped
@pytest.mark.skipif(sys.platform == "win32", reason="no permissions there")
def test_file_permissions(tmp_path):
    assert tmp_path.stat().st_mode & 0o077 == 0


# ok: python.security-test-skipped
@pytest.mark.parametrize("name", ["a", "b"])
def test_forbidden_names(name):
    assert not allowed(name)


def test_permissions_of_sockets(tmp_path):
    if sys.platform == "win32":
        # ok: python.security-test-skipped
        pytest.skip("no sockets there")
    assert listen(tmp_path).mode == 0o600


# ruleid: python.security-test-skipped
@pytest.mark.skipif(True, reason="later")
def test_stranger_cannot_delete(client):
    assert client.delete("/notes/1").status_code == 403


# ruleid: python.security-test-skipped
@pytest.mark.skip(reason="the new sign-in breaks these")
class TestPermissions:
    def test_reader(self, client):
        assert client.delete("/notes/1").status_code == 403


# ok: python.security-test-skipped
@pytest.mark.skip(reason="slow")
class TestExport:
    def test_rows(self, client):
        assert client.get("/export").status_code == 200
