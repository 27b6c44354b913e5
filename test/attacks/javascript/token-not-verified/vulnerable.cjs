const express = require("express");
const jwt = require("jsonwebtoken");

const app = express();

app.use((req, res, next) => {
  req.user = jwt.decode(req.headers.authorization.slice(7));
  next();
});
app.get("/me", (req, res) => res.send(req.user ? "you are " + JSON.stringify(req.user.sub) : "nobody"));

module.exports = app;
