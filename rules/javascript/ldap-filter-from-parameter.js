const ldap = require("ldapjs");
const client = ldap.createClient({ url: "ldaps://ldap.example.com" });

function findUser(username, callback) {
  // ruleid: javascript.ldap-filter-from-parameter
  client.search("dc=example,dc=com", { filter: `(uid=${username})`, scope: "sub" }, callback);
}

function findMail(mail, callback) {
  const filter = "(&(objectClass=person)(mail=" + mail + "))";
  // ruleid: javascript.ldap-filter-from-parameter
  client.search("dc=example,dc=com", { filter: filter }, callback);
}

const signIn = (name, password, callback) => {
  // ruleid: javascript.ldap-filter-from-parameter
  client.search("dc=example,dc=com", { filter: "(&(uid=" + name + ")(userPassword=" + password + "))" }, callback);
};

function escaped(username, callback) {
  // ok: javascript.ldap-filter-from-parameter
  client.search("dc=example,dc=com", { filter: `(uid=${ldapEscape(username)})` }, callback);
}

function fixed(callback) {
  // ok: javascript.ldap-filter-from-parameter
  client.search("dc=example,dc=com", { filter: "(objectClass=person)" }, callback);
}

function built(username, callback) {
  const wanted = new ldap.EqualityFilter({ attribute: "uid", value: username });
  // ok: javascript.ldap-filter-from-parameter
  client.search("dc=example,dc=com", { filter: wanted }, callback);
}

function entriesFor(base, filter) {
  // ok: javascript.ldap-filter-from-parameter
  return client.search(base, { filter, scope: "sub" });
}
