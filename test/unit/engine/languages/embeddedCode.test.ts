import { expect } from "chai";
import { codeOf, embeddedCode, languageOfFile, standInScript } from "../../../../server/engine/languages/embeddedCode.ts";

/** The code of each script and the language as which they are read. */
function scripts(path: string, text: string): readonly [string | undefined, ...string[]] {
  const found = embeddedCode(path, text);
  if (!found) return [undefined];
  expect(found.text).to.have.length(text.length);
  expect(found.text.replace(/[^\r\n]/g, "")).to.equal(text.replace(/[^\r\n]/g, ""));
  return [found.language, ...found.spans.map(({ start, end }) => found.text.slice(start, end))];
}

describe("embeddedCode", () => {
  for (const [what, path, text, expected] of [
    ["a component of Vue", "a.vue", "<script>\na();\n</script>\n<template><p>{{ b }}</p></template>", ["javascript", "\na();\n"]],
    ["both scripts of a component", "a.vue", "<script>a()</script><script setup>b()</script>", ["javascript", "a()", "b()"]],
    ["TypeScript", "a.vue", '<script lang="ts" setup>a()</script>', ["typescript", "a()"]],
    ["TypeScript in other quotes", "a.svelte", "<script context='module' lang='ts'>a()</script>", ["typescript", "a()"]],
    ["TypeScript without quotes", "a.vue", "<script setup lang=ts>a()</script>", ["typescript", "a()"]],
    ["TypeScript with elements", "a.vue", '<script lang="tsx">a()</script>', ["tsx", "a()"]],
    [
      "JavaScript beside TypeScript",
      "a.vue",
      '<script>a()</script><script setup lang="ts">b()</script>',
      ["typescript", "a()", "b()"],
    ],
    ["another language", "a.vue", '<script lang="coffee">a()</script>', ["javascript"]],
    ["a component without a script", "a.vue", "<template />", ["javascript"]],
    ["an ending in capitals", "A.VUE", "<script>a()</script>", ["javascript", "a()"]],
    ["a script in a comment", "a.vue", "<!-- <script>a()</script> --><script>b()</script>", ["javascript", "b()"]],
    ["a comment that does not end", "a.vue", "<script>a()</script><!-- <script>b()</script>", ["javascript", "a()"]],
    ["a script that does not end", "a.html", "<script>a()", ["javascript", "a()"]],
    ["a tag that does not end", "a.html", "<script a='", [undefined]],
    ["a script that says it is closed", "a.vue", "<script src='a.js' /><script>b()</script>", ["javascript", "b()"]],
    ["an empty script", "a.html", "<script></script>", [undefined]],
    ["a page", "a.html", "<p>a</p>\r\n<SCRIPT>\r\na()\r\n</SCRIPT >", ["javascript", "\r\na()\r\n"]],
    ["a page without a script", "a.html", "<p>a()</p>", [undefined]],
    ["a page whose script stands in a file", "a.html", '<script src="a.js">a()</script>', [undefined]],
    ["a mark within quotes", "a.html", '<script data-a=">">a()</script>', ["javascript", "a()"]],
    ["a module", "a.htm", '<script type="module">a()</script>', ["javascript", "a()"]],
    ["an old type", "a.htm", '<script type="text/javascript" defer>a()</script>', ["javascript", "a()"]],
    ["data", "a.html", '<script type="application/ld+json">{"a": 1}</script>', [undefined]],
    [
      "a template in a script",
      "a.html",
      '<script type="text/template"><p></p></script><script>a()</script>',
      ["javascript", "a()"],
    ],
    ["an element of a similar name", "a.html", "<scripted>a()</scripted>", [undefined]],
    [
      "what an engine puts in",
      "a.html",
      "<script>a({{ b.c }}, '<%= d %>');</script>",
      ["javascript", "a(_________, '________');"],
    ],
    ["what an engine does", "a.html", "<script>{% if a %}b();{% endif %}</script>", ["javascript", "          b();           "]],
    ["an object of objects", "a.html", "<script>a({b: {c: {}}});</script>", ["javascript", "a({b: {c: {}}});"]],
    [
      "what Handlebars does",
      "a.hbs",
      "<script>{{#if a}}b({{{ c }}});{{/if}}</script>",
      ["javascript", "         b(_________);       "],
    ],
    ["a template of EJS", "a.ejs", "<script>a('<%- b %>');</script>", ["javascript", "a('________');"]],
    [
      "elements that Babel reads",
      "a.html",
      '<script type="text/babel">a = <b c={{ d }} />;</script>',
      ["javascript", "a = <b c={{ d }} />;"],
    ],
    ["braces of a component", "a.vue", "<script>a({{ b }});</script>", ["javascript", "a({{ b }});"]],
    ["code of its own", "a.ts", "<script>a()</script>", [undefined]],
    ["a document", "a.md", "<script>a()</script>", [undefined]],
  ] as const)
    it(`reads ${what}`, () => {
      expect(scripts(path, text)).to.deep.equal(expected);
    });

  it("names comments around the scripts, and none within", () => {
    const text = "<!-- a -->\n<script>\n// <!-- b -->\n</script>\n<!-- c";
    expect(embeddedCode("a.vue", text)?.comments.map(({ start, end }) => text.slice(start, end))).to.deep.equal([
      "<!-- a -->",
      "<!-- c",
    ]);
  });

  it("keeps places in texts beyond the basic plane", () => {
    const text = "<p>𝒳 ü</p><script>a('𝒴')</script>";
    expect(codeOf({ path: "a.vue", text }).indexOf("a('𝒴')")).to.equal(text.indexOf("a('𝒴')"));
  });

  it("leaves other files as they are", () => {
    for (const path of ["a.js", "a.html", "a.txt"]) expect(codeOf({ path, text: "a <b>" })).to.equal("a <b>");
  });

  it("takes the time that the text is long, whatever is not closed", () => {
    for (const one of ["<!--", "<script ", "<script>", "<script a='", "</script"]) {
      const text = one.repeat(200_000);
      expect(codeOf({ path: "a.vue", text })).to.have.length(text.length);
    }
  });
});

describe("languageOfFile", () => {
  for (const [path, text, language] of [
    ["a.py", "", "python"],
    ["a.ts", "", "typescript"],
    ["a.vue", "", "javascript"],
    ["a.vue", "<script lang='ts'>a()</script>", "typescript"],
    ["a.html", "<script>a()</script>", "javascript"],
    ["a.html", "<p></p>", undefined],
    ["a.txt", "<script>a()</script>", undefined],
    ["a.jsm", "", "javascript"],
    ["bin/run", "#!/usr/bin/env python3\nimport os\n", "python"],
    ["bin/run", "#!/usr/bin/python3.12 -u\r\nimport os\n", "python"],
    ["bin/run", "#!/usr/bin/env node", "javascript"],
    ["bin/run", "#!/usr/bin/env -S node --import tsx\n", "javascript"],
    ["bin/run", "#!/usr/bin/env -S deno run\n", "typescript"],
    ["bin/run", "#!/bin/sh\nnode a.js\n", undefined],
    ["bin/run", "import os\n#!/usr/bin/env python\n", undefined],
    ["bin/run.txt", "#!/usr/bin/env python3\n", undefined],
    [".hooks/run", "#!/usr/bin/env python3\n", "python"],
  ] as const)
    it(`${path} with ${text === "" ? "nothing" : text} is ${language ?? "in none"}`, () => {
      expect(languageOfFile({ path, text })).to.equal(language);
    });

  it("believes what it is told", () => {
    expect(languageOfFile({ path: "a.vue", text: "", language: "tsx" })).to.equal("tsx");
  });
});

describe("standInScript", () => {
  const text = "<p></p><script>a()</script>";
  for (const [path, spans, expected] of [
    ["a.vue", [{ start: 15, end: 18 }], true],
    ["a.vue", [{ start: 15, end: 15 }], true],
    ["a.vue", [{ start: 14, end: 18 }], false],
    [
      "a.vue",
      [
        { start: 15, end: 18 },
        { start: 0, end: 0 },
      ],
      false,
    ],
    ["a.js", [{ start: 0, end: 3 }], true],
  ] as const)
    it(`${JSON.stringify(spans)} of ${path}: ${expected}`, () => {
      expect(standInScript({ path, text }, spans)).to.equal(expected);
    });
});
