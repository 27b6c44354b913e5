def test_lists_orders(client):
    assert client.get("/orders").status_code == 200


# ruleid: python.security-test-removed
def test_pages(client):
    assert len(client.get("/orders?page=2").json()) == 10

def test_rejects_an_expired_token(client, expired):
    answer = client.get("/me", headers=expired)
    # ruleid: python.security-test-removed
    print(answer.json())

class TestPage(TestCase):
    def test_escapes_the_title(self):
        page = render("<b>")
        # ruleid: python.security-test-removed
        self.tidy(page)

def test_denied_without_role(client):
    # ok: python.security-test-removed
    answer = client.get("/admin")
    assert (answer.status_code, answer.json()) == (403, {"error": "no"})

def test_refuses_a_password_that_is_wrong():
    # ok: python.security-test-removed
    assert login("x") is False

# ok: python.security-test-removed
def test_sorts_by_name():
    assert sorted_by([d, c]) == [c, d]
