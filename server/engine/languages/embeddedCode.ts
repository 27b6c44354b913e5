/** Programs in files of another kind: components of Vue and Svelte, and pages. Their scripts are read at their place, the rest as blanks. Pure. */

import type { LanguageId } from "../tree/rawTree.ts";
import type { Span } from "../tree/span.ts";
import { languageOfPath } from "./registry.ts";

export interface EmbeddedCode {
  readonly language: LanguageId;
  /** As long as the file's text: what is no code is blank, line ends stay. */
  readonly text: string;
  /** What the scripts hold, in source order. */
  readonly spans: readonly Span[];
  /** Comments between the scripts. */
  readonly comments: readonly Span[];
}

const component = /\.(?:vue|svelte)$/i;
const page = /\.(?:html?|xhtml|svg|ejs|njk|nunjucks|j2|jinja2?|twig|erb|hbs|handlebars|mustache|liquid|mako)$/i;

/** By the file name's ending: the file is no program itself, and may hold one: components, pages, templates of pages. */
export function mayEmbedCode(path: string): boolean {
  return component.test(path) || page.test(path);
}

/**
 * @returns undefined for a file of any other name, and for a page without a script of its own.
 */
export function embeddedCode(path: string, text: string): EmbeddedCode | undefined {
  const isComponent = component.test(path);
  if (!isComponent && !(page.test(path) && /<script/i.test(text))) return undefined;
  const { scripts, comments } = scriptsIn(text);
  const spans: Span[] = [];
  const plain = new Set<Span>();
  let language: LanguageId = "javascript";
  for (const { attributes, span } of scripts) {
    const read = languageOfScript(attributes);
    if (!read || span.start === span.end) continue;
    spans.push(span);
    if (isComponent || /\b(?:babel|jsx|tsx)\b/i.test(attributes)) plain.add(span);
    if (language === "javascript" || read === "tsx") language = read;
  }
  if (spans.length === 0 && !isComponent) return undefined;
  let code = "";
  let at = 0;
  for (const span of spans) {
    const script = text.slice(span.start, span.end);
    code += blank(text.slice(at, span.start)) + (plain.has(span) ? script : withoutPlaceholders(script));
    at = span.end;
  }
  return { language, text: code + blank(text.slice(at)), spans, comments };
}

/** What of a file is read as a program: all of it, or its scripts with blanks around. @param path As for `embeddedCode`. */
export function codeOf({ path, text }: { readonly path: string; readonly text: string }): string {
  return (mayEmbedCode(path) ? embeddedCode(path, text)?.text : undefined) ?? text;
}

/** By what the file is said to be, by the file name's ending, by its scripts, or by the program that its first line names; undefined for a file in no language that is read. */
export function languageOfFile(file: {
  readonly path: string;
  readonly text: string;
  readonly language?: LanguageId | undefined;
}): LanguageId | undefined {
  if (file.language) return file.language;
  if (mayEmbedCode(file.path)) return embeddedCode(file.path, file.text)?.language;
  return languageOfPath(file.path) ?? languageOfProgram(file);
}

/** `#!/usr/bin/env python3` in a file whose name has no ending. */
function languageOfProgram({ path, text }: { readonly path: string; readonly text: string }): LanguageId | undefined {
  if (!text.startsWith("#!") || /\.[^/\\]*$/.test(path)) return undefined;
  const [, program = ""] =
    /^#![^\r\n]*?[/ ](python|node|nodejs|bun|deno|tsx|ts-node)[\d.]*(?:[ \t][^\r\n]*)?(?:\r?\n|$)/.exec(text) ?? [];
  return program === "python"
    ? "python"
    : /^(?:node|nodejs|bun)$/.test(program)
      ? "javascript"
      : program === ""
        ? undefined
        : "typescript";
}

/** Whether all of them lie within one script or another, in a file that embeds code; true for every other file. */
export function standInScript({ path, text }: { readonly path: string; readonly text: string }, spans: readonly Span[]): boolean {
  const scripts = mayEmbedCode(path) ? embeddedCode(path, text)?.spans : undefined;
  return !scripts || spans.every(({ start, end }) => scripts.some((script) => script.start <= start && script.end >= end));
}

interface Script {
  readonly attributes: string;
  readonly span: Span;
}

/** Elements `script` that stand in no comment. One that is not closed goes on to the end, as in a browser. */
function scriptsIn(text: string): { scripts: Script[]; comments: Span[] } {
  const scripts: Script[] = [];
  const comments: Span[] = [];
  const opening = /<!--|<script(?=[\s/>])/gi;
  for (let found = opening.exec(text); found; found = opening.exec(text)) {
    const start = found.index;
    if (found[0] === "<!--") {
      const closing = text.indexOf("-->", start + 4);
      const end = closing < 0 ? text.length : closing + 3;
      comments.push({ start, end });
      opening.lastIndex = end;
      continue;
    }
    const begin = endOfTag(text, opening.lastIndex);
    const attributes = text.slice(opening.lastIndex, begin);
    if (/\/>$/.test(attributes)) {
      opening.lastIndex = begin;
      continue;
    }
    const closing = /<\/script(?=[\s/>])/gi;
    closing.lastIndex = begin;
    const end = closing.exec(text)?.index ?? text.length;
    scripts.push({ attributes, span: { start: begin, end } });
    opening.lastIndex = end;
  }
  return { scripts, comments };
}

/** Behind the `>` of a tag; quotes may hold others. */
function endOfTag(text: string, from: number): number {
  let quote = "";
  for (let at = from; at < text.length; at++) {
    const char = text.charAt(at);
    if (quote !== "") quote = char === quote ? "" : quote;
    else if (char === '"' || char === "'") quote = char;
    else if (char === ">") return at + 1;
  }
  return text.length;
}

/**
 * JavaScript by its type as browsers tell it (HTML, "script" element), TypeScript by `lang`; data, templates and what stands in another
 * file are no code of this one.
 */
function languageOfScript(attributes: string): LanguageId | undefined {
  if (/(?:^|\s)src\s*=/i.test(attributes)) return undefined;
  const lang = attribute(attributes, "lang");
  if (lang !== undefined) return byLang.get(lang);
  const type = attribute(attributes, "type");
  if (type === undefined || type === "" || type === "module") return "javascript";
  if (
    /^(?:text|application)\/(?:x-)?(?:java|ecma|babel|jsx)(?:script)?$/.test(type) ||
    type === "text/babel" ||
    type === "text/jsx"
  )
    return "javascript";
  return /^(?:text|application)\/typescript$/.test(type) ? "typescript" : undefined;
}

const byLang: ReadonlyMap<string, LanguageId> = new Map([
  ["ts", "typescript"],
  ["typescript", "typescript"],
  ["tsx", "tsx"],
  ["js", "javascript"],
  ["javascript", "javascript"],
  ["jsx", "javascript"],
]);

function attribute(attributes: string, name: string): string | undefined {
  const [, double, single, bare] =
    new RegExp(`(?:^|\\s)${name}\\s*=\\s*(?:"([^"]*)"|'([^']*)'|([^\\s"'>]+))`, "i").exec(attributes) ?? [];
  return (double ?? single ?? bare)?.trim().toLowerCase();
}

/**
 * What a template engine puts in stands for some name: `{{ user.id }}`, `<%= user.id %>`, `<?= $id ?>`; its statements stand for nothing:
 * `{% if user %}`, `{{#if user}}`. Text of the same length.
 */
function withoutPlaceholders(script: string): string {
  return script
    .replace(/\{\{[#/^!>][^{}]*\}\}/g, blank)
    .replace(/\{\{\{?[^{}\r\n]*\}\}\}?|<%[-=][^\r\n%]*%>|<\?=[^\r\n?]*\?>/g, (put) => "_".repeat(put.length))
    .replace(/\{%[^\r\n%]*%\}|\{#[^\r\n#]*#\}|<%[^%]*%>/g, blank);
}

function blank(text: string): string {
  return text.replace(/[^\r\n]/g, " ");
}
