/** Finds where values are put into markup that another text of the program is put together with. Pure. */

import { type Definitions, definitionsFor } from "../../patterns/scopes.ts";
import { childOf, type Node } from "../../tree/node.ts";
import type { FixRefusal } from "../fix.ts";

const markup = /["'`>\n][^"'`\n]*<(?:[a-z][\w-]*[\s/>]|\/[a-z]|!--)/i;

/** Functions that give markup: escaping what they give would show their tags. */
const rendering =
  /(?:^|[._])(?:marked(?:\.parse)?|markdown\w*|render\w*|(?:to|make|as|get|build)_?(?:html|markup)|html|markup|sanitize\w*|clean|bleach\w*|nl2br|linkify|mark_safe|Markup|h)$/i;

/** Functions that give a template, which gives markup in turn: `Handlebars.compile(text)(data)`. */
const compiling = /\b(?:compile(?:Client)?|compileFile|get_template|from_string|template)\(/i;

/** Of trees of lxml, the standard library and Beautiful Soup; `toString()` of JavaScript is another one. */
const written = /(?:^|\.)(?:tostring|tounicode|prettify|decode_contents)$/;

/**
 * @param value what is put into a text of markup.
 * @returns The texts of markup that the value is made of, in which its own values stand; `undefined` for a value that holds none.
 */
export function markupIn(value: Node, source: string, definitions: Definitions): readonly Node[] | FixRefusal | undefined {
  if (value.kind === "call") {
    const callee = childOf(value, "callee");
    const name = callee ? source.slice(callee.start, callee.end) : "";
    const own = callee?.kind === "name" ? definitionsFor(definitions, callee, callee.text) : [];
    const gives = own.some(({ node, value: body }) => markup.test(textOf(body ?? node.parent ?? node, source)));
    const template =
      callee?.kind === "call" ? name : own.map(({ value: body }) => (body?.kind === "call" ? textOf(body, source) : "")).join();
    if (compiling.test(template) || rendering.test(name) || written.test(name) || gives)
      return { refused: `${name}() gives markup, whose tags escaping would show; escape or clean what it is given` };
  }
  const given = value.kind === "name" ? definitionsFor(definitions, value, value.text) : [];
  const texts = given.flatMap(({ value: text }) => text ?? []).filter((text) => markup.test(textOf(text, source)));
  if (texts.length === 0) return markup.test(textOf(value, source)) ? composed(value, source) : undefined;
  const [only] = texts;
  if (!only || given.length > 1 || only.kind === "function")
    return { refused: `${value.text} holds markup of the program; escape the values where they are put into it` };
  return composed(only, source);
}

function textOf({ start, end }: Node, source: string): string {
  return source.slice(start, end);
}

/** The outermost texts that are put together and hold markup. */
function composed(node: Node, source: string): readonly Node[] {
  if (!markup.test(textOf(node, source))) return [];
  const isText = node.kind === "template" || (node.kind === "binary" && /^[+%]$/.test(node.text));
  return isText ? [node] : node.children.flatMap((child) => composed(child, source));
}
