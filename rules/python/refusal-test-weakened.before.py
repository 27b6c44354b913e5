def test_stranger_cannot_read(client, stranger):
    answer = client.get("/notes/1", headers=stranger)
    assert answer.status_code == 403


def test_without_a_token(client):
    assert client.get("/me").status_code == status.HTTP_401_UNAUTHORIZED


class TestOrders(TestCase):
    def test_wrong_owner(self):
        answer = self.client.delete("/orders/1")
        self.assertEqual(answer.status_code, 403)
        self.assertEqual(Order.objects.count(), 1)


def test_unknown_note(client):
    answer = client.get("/notes/99")
    assert answer.status_code == 403


def test_limit(client):
    answer = client.post("/login", json={"name": "a"})
    assert answer.status_code == 429, answer.text


def test_lists(client):
    answer = client.get("/notes")
    assert answer.status_code == 200


def test_gone(client):
    answer = client.get("/gone")
    assert answer.status_code == 404


def test_other_tenant(client):
    answer = client.get("/tenants/2")
    assert answer.status_code in (403, 404)


def test_signed_out(client):
    answer = client.get("/me")
    assert answer.status_code in (401, 403)
