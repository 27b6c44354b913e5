import requests

# ruleid: python.secret-in-url
first = requests.get(f"https://api.example.com/me?access_token={token}", timeout=5)
# ruleid: python.secret-in-url
address = "https://api.example.com/login?password=" + password
# ruleid: python.secret-in-url
second = requests.get("https://api.example.com/x?client_secret=%s" % secret, timeout=5)
# ok: python.secret-in-url
third = requests.get("https://api.example.com/me", headers={"Authorization": f"Bearer {token}"}, timeout=5)
# ok: python.secret-in-url
page = f"https://api.example.com/list?page_token={cursor}"
# ok: python.secret-in-url
fourth = requests.get("https://api.example.com/search", params={"q": term}, timeout=5)
# ruleid: python.secret-in-url
given = request.args["password"]
# ruleid: python.secret-in-url
also = request.GET.get("client_secret")
# ok: python.secret-in-url
posted = request.form["password"]
# ok: python.secret-in-url
page = request.args.get("page")
