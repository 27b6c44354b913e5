const express = require("express");

const app = express();

app.get("/login", (req, res) => {
  res.cookie("session", "s3cr3t", { httpOnly: true, secure: true, sameSite: "lax", maxAge: 600000 });
  res.send("welcome");
});
app.get("/refresh", (req, res) => {
  res.cookie("session", "s3cr3t", { maxAge: 600000, httpOnly: true, secure: true, sameSite: "lax" });
  res.send("welcome");
});
app.get("/remember", (req, res) => {
  res.cookie("remember", "s3cr3t", { secure: true, httpOnly: true, sameSite: "lax", maxAge: 600000 });
  res.send("welcome");
});

module.exports = app;
