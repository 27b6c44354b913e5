def test_stranger_cannot_read(client, stranger):
    answer = client.get("/notes/1", headers=stranger)
    # ruleid: python.refusal-test-weakened
    assert answer.status_code == 200


def test_without_a_token(client):
    # ruleid: python.refusal-test-weakened
    assert client.get("/me").status_code == status.HTTP_200_OK


class TestOrders(TestCase):
    def test_wrong_owner(self):
        answer = self.client.delete("/orders/1")
        self.assertEqual(answer.status_code, 204)
        # ruleid: python.refusal-test-weakened
        self.assertEqual(Order.objects.count(), 0)


def test_unknown_note(client):
    answer = client.get("/notes/99")
    # ok: python.refusal-test-weakened
    assert answer.status_code == 404


def test_limit(client):
    answer = client.post("/login", json={"name": "a", "password": "b"})
    # ok: python.refusal-test-weakened
    assert answer.status_code == 429, answer.text


def test_lists(client):
    answer = client.get("/notes?page=1")
    # ok: python.refusal-test-weakened
    assert answer.status_code == 204


def test_other_tenant(client):
    answer = client.get("/tenants/2")
    # ruleid: python.refusal-test-weakened
    assert answer.status_code in (200, 403, 404)


def test_signed_out(client):
    answer = client.get("/me")
    # ok: python.refusal-test-weakened
    assert answer.status_code == 401
