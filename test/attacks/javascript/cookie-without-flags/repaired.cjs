const express = require("express");

const app = express();

app.get("/login", (req, res) => {
  res.cookie("session", "s3cr3t", { maxAge: 600000, httpOnly: true, secure: true, sameSite: "strict" });
  res.send("welcome");
});

module.exports = app;
