const express = require("express");
const jwt = require("jsonwebtoken");

const app = express();

app.use((req, res, next) => {
  req.user = jwt.verify(req.headers.authorization.slice(7), process.env.JWT_KEY, { algorithms: ["HS256"] });
  next();
});
app.get("/me", (req, res) => res.send(req.user ? "you are " + JSON.stringify(req.user.sub) : "nobody"));

module.exports = app;
