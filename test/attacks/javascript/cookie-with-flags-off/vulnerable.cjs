const express = require("express");

const app = express();

app.get("/login", (req, res) => {
  res.cookie("session", "s3cr3t", { httpOnly: false, secure: false, maxAge: 600000 });
  res.send("welcome");
});
app.get("/refresh", (req, res) => {
  res.cookie("session", "s3cr3t", { maxAge: 600000, httpOnly: false });
  res.send("welcome");
});
app.get("/remember", (req, res) => {
  res.cookie("remember", "s3cr3t", { secure: false, maxAge: 600000 });
  res.send("welcome");
});

module.exports = app;
