def test_lists_orders(client):
    assert client.get("/orders").status_code == 200


def test_denies_a_stranger(client, stranger):
    assert client.get("/orders/1", auth=stranger).status_code == 403


def test_pages(client):
    assert len(client.get("/orders?page=2").json()) == 10

def test_rejects_an_expired_token(client, expired):
    answer = client.get("/me", headers=expired)
    assert answer.status_code == 401
    print(answer.json())

class TestPage(TestCase):
    def test_escapes_the_title(self):
        page = render("<b>")
        self.assertEqual(page, "&lt;b&gt;")
        self.tidy(page)

def test_denied_without_role(client):
    answer = client.get("/admin")
    assert answer.status_code == 403
    assert answer.json() == {"error": "no"}

def test_refuses_a_wrong_password():
    assert login("x") is False

def test_sorts_by_date():
    assert sorted_by([b, a]) == [a, b]


def test_sorts_by_name():
    assert sorted_by([d, c]) == [c, d]
