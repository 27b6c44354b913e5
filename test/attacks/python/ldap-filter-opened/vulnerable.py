import ldap3
from flask import Flask, request

app = Flask(__name__)
connection = ldap3.Connection(ldap3.Server("directory"), client_strategy=ldap3.MOCK_SYNC)
for name in ("ann", "bob"):
    connection.strategy.add_entry(f"uid={name},ou=people", {"uid": name, "objectClass": "person"})
connection.bind()


@app.route("/find")
def find():
    user = request.args["user"]
    connection.search("ou=people", f"(&(objectClass=person)(uid={user}))")
    return {"found": len(connection.entries)}
