const express = require("express");
const ldap = require("ldapjs");

const app = express();
const client = ldap.createClient({ url: "ldaps://directory.test" });

const escapeFilter = (text) => String(text).replace(/[\\*()\0]/g, (mark) => `\\${mark.charCodeAt(0).toString(16).padStart(2, "0")}`);

app.get("/people", (req, res) => {
  const { name } = req.query;
  client.search("ou=people", { filter: `(&(objectClass=person)(uid=${escapeFilter(name)}))`, scope: "sub" }, (error, list) => res.json(list));
});

module.exports = app;
