import ldap from "ldapjs";
import { EqualityFilter } from "ldapjs";

function findPerson(client, uid, done) {
  const options = { scope: "sub" };
  // ruleid: javascript.ldap-injection
  options.filter = "(&(objectClass=person)(uid=" + uid + "))";
  client.search("dc=example", options, done);
}
app.get("/people/:uid", (req, res) => findPerson(directory, req.params.uid, (error, found) => res.json(found)));

function findGroup(client, name, done) {
  // ok: javascript.ldap-injection
  const options = { scope: "sub", filter: new EqualityFilter({ attribute: "cn", value: name }) };
  client.search("dc=example", options, done);
}
app.get("/groups/:name", (req, res) => findGroup(directory, req.params.name, (error, found) => res.json(found)));
