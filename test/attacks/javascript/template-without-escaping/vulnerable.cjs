const express = require("express");
const nunjucks = require("nunjucks");

const app = express();
const pages = nunjucks.configure("views", { autoescape: false });

app.get("/", (req, res) => res.type("html").end(pages.renderString("<h1>Hello {{ name }}</h1>", { name: req.query.name })));

module.exports = app;
