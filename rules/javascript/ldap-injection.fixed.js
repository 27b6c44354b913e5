app.post("/login", (req, res) => {
  const { user, password } = req.body;
  // ruleid: javascript.ldap-injection
  client.search("ou=people", { scope: "sub", filter: `(uid=${String(user).replace(/[\\*()\0]/g, (mark) => "\\" + mark.charCodeAt(0).toString(16).padStart(2, "0"))})` }, done);
  const options = "(&(uid=" + String(user).replace(/[\\*()\0]/g, (mark) => "\\" + mark.charCodeAt(0).toString(16).padStart(2, "0")) + ")(active=TRUE))";
  // ruleid: javascript.ldap-injection
  ldap.parseFilter(options);
  // ruleid: javascript.ldap-injection
  ldapClient.bind("uid=" + user + ",ou=people", password, done);
  // ok: javascript.ldap-injection
  client.search("ou=people", { filter: new EqualityFilter({ attribute: "uid", value: user }) }, done);
  // ok: javascript.ldap-injection
  client.search("ou=people", { filter: "(objectClass=person)", attributes: ["cn"] }, done);
  // ok: javascript.ldap-injection
  button.bind("click", req.body.handler);
  res.end();
});

app.get("/staff", (req, res) => {
  const own = new ldap.SubstringFilter({ attribute: "sn", initial: req.query.name });
  // ok: javascript.ldap-injection
  client.search("ou=people", { filter: new ldap.AndFilter({ filters: [own] }), scope: "sub" }, done);
  // ruleid: javascript.ldap-injection
  client.search("ou=people", { filter: `(sn=${String(req.query.name).replace(/[\\*()\0]/g, (mark) => "\\" + mark.charCodeAt(0).toString(16).padStart(2, "0"))}*)`, scope: "sub" }, done);
});
