const express = require("express");
const { XMLParser } = require("fast-xml-parser");
const yaml = require("js-yaml");

const formats = express.Router();
const parser = new XMLParser();

// ok: routes.missing-validation
formats.post("/xml", (req, res) => res.json(store(req.body)));
// ok: routes.missing-validation
formats.post("/fast", (req, res) => res.json(parser.parse(req.body)));
// ok: routes.missing-validation
formats.post("/plain", (req, res) => res.json(JSON.parse(req.body)));
// ok: routes.missing-validation
formats.post("/config", (req, res) => res.json(yaml.parse(req.body)));
