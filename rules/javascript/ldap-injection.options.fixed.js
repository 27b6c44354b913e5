import ldap from "ldapjs";
import { EqualityFilter } from "ldapjs";

function findPerson(client, uid, done) {
  const options = { scope: "sub" };
  // ruleid: javascript.ldap-injection
  options.filter = "(&(objectClass=person)(uid=" + String(uid).replace(/[\\*()\0]/g, (mark) => "\\" + mark.charCodeAt(0).toString(16).padStart(2, "0")) + "))";
  client.search("dc=example", options, done);
}
app.get("/people/:uid", (req, res) => findPerson(directory, req.params.uid, (error, found) => res.json(found)));

function findGroup(client, name, done) {
  // ok: javascript.ldap-injection
  const options = { scope: "sub", filter: new EqualityFilter({ attribute: "cn", value: name }) };
  client.search("dc=example", options, done);
}
app.get("/groups/:name", (req, res) => findGroup(directory, req.params.name, (error, found) => res.json(found)));

function search(options, done) {
  directory.search("ou=people,dc=example", options, done);
}
app.get("/search", (req, res) => {
  const parts = Object.entries(req.query).map(([key, value]) => `(${key}=${value})`);
  // ruleid: javascript.ldap-injection
  search({ scope: "sub", filter: `(&${parts.join("")})` }, (error, found) => res.json(found));
  const mail = new EqualityFilter({ attribute: "mail", value: String(req.query.mail) });
  // ok: javascript.ldap-injection
  search({ scope: "sub", filter: mail }, (error, found) => res.json(found));
});
