const express = require("express");
const ldap = require("ldapjs");

const app = express();
const client = ldap.createClient({ url: "ldaps://directory.test" });

app.get("/people", (req, res) => {
  const { name } = req.query;
  client.search("ou=people", { filter: `(&(objectClass=person)(uid=${name}))`, scope: "sub" }, (error, list) => res.json(list));
});

module.exports = app;
