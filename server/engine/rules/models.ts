/** What the sources, sanitizers, guards and sinks of frameworks look like: written once in rules/models/, named by rules. */

import { joinRouteWords, type RouteWords } from "../routes/routeWords.ts";
import type { PatternLanguage, TaintPart } from "./rule.ts";

/** Where a model may stand in a rule. Guards stand among the sanitizers. */
export type ModelRole = "sources" | "sanitizers" | "sinks";

export interface ModelPart {
  /** File name of the model without its ending: "express". */
  readonly framework: string;
  /** One of `modelNames`. */
  readonly name: string;
  readonly part: TaintPart;
}

/** All models of a program, in the order of their files. */
export type Models = Readonly<Record<ModelRole, readonly ModelPart[]>> & { readonly routes: RouteWords };

export const noModels: Models = { sources: [], sanitizers: [], sinks: [], routes: {} };

export function joinModels(all: readonly Models[]): Models {
  const parts = (role: ModelRole): ModelPart[] => all.flatMap((one) => one[role]);
  const routes = joinRouteWords(all.map((one) => one.routes));
  return { sources: parts("sources"), sanitizers: parts("sanitizers"), sinks: parts("sinks"), routes };
}

/**
 * Names that a model may give its parts, so that a rule of one framework and that of another speak of the same thing; the
 * documentation is made from it too. Sources say with `trust` who decides the value.
 */
export const modelNames = {
  sources: {
    "web-request": { about: "what a caller of a web service sends: query, body, path, headers, cookies", trust: "anyone" },
    "request-object": { about: "the parts of a request that may be objects or lists instead of text", trust: "anyone" },
    "upload-name": { about: "the name that a caller gives an uploaded file", trust: "anyone" },
    "page-address": { about: "what a page in a browser takes from its address or from another window", trust: "anyone" },
    "model-output": { about: "the answer of a language model", trust: "anyone" },
    "tool-argument": { about: "an argument that a language model chose for a tool", trust: "anyone" },
    "queue-message": { about: "a message from a queue or a job that others put there", trust: "others" },
    "network-response": { about: "what another server answered", trust: "others" },
    "socket-data": { about: "bytes that were read from a socket", trust: "anyone" },
    "file-content": { about: "what a file holds", trust: "others" },
    "database-row": { about: "what was stored before, by whoever it was", trust: "others" },
    "command-line": { about: "arguments of the program", trust: "user" },
    "program-input": { about: "what the user of the program types", trust: "user" },
    environment: { about: "variables of the environment", trust: "operator" },
    parameter: { about: "a parameter of a function that anyone may call with anything", trust: "caller" },
    "value-parameter": { about: "a parameter that is not by its name a query, a command or a part of one", trust: "caller" },
  },
  sanitizers: {
    number: { about: "gives a number, a boolean or nothing else that can hold an attack" },
    "allow-list": { about: "the value is one of a list that the program wrote down" },
    "looked-up": { about: "what a lookup found, which is not what was looked for" },
    "model-answer": { about: "what a language model answered, which is not what it was asked; rules of their own tell of it" },
    "read-from-file": { about: "what a file holds, which is not its name" },
    "shell-quoted": { about: "quoted for a shell" },
    "sql-quoted": { about: "quoted or composed by the database driver" },
    "html-escaped": { about: "escaped or cleaned for HTML" },
    "url-encoded": { about: "encoded as a part of an address" },
    "path-checked": { about: "a bare file name, or a path that was checked to stay inside a folder" },
    "host-checked": { about: "an address whose host was compared with what the program knows" },
    "regex-escaped": { about: "escaped for a regular expression" },
  },
  sinks: {
    "shell-command": { about: "read by a shell" },
    "program-start": { about: "the program that is started, without a shell" },
    "code-evaluation": { about: "run as code" },
    "sql-query": { about: "the text of an SQL query" },
    "sql-fragment": { about: "a part of a query that an object mapper does not quote" },
    "nosql-filter": { about: "the filter of a document database" },
    "file-path": { about: "names a file that is read, written or removed" },
    "outgoing-address": { about: "the address of a request that the server sends" },
    "html-output": { about: "becomes HTML in an answer" },
    "page-html": { about: "becomes HTML of the page it runs in" },
    "page-link": { about: "becomes the address of a link or a frame of the page" },
    "template-source": { about: "the text of a template" },
    "redirect-target": { about: "the address that a browser is sent to" },
    "response-header": { about: "a header of an answer" },
    "log-text": { about: "the text of a log entry" },
    "unsafe-load": { about: "deserialized by a format that can run code" },
    "ldap-filter": { about: "a filter or a name of a directory" },
    "xpath-query": { about: "an XPath expression" },
    "regex-source": { about: "the text of a regular expression" },
  },
} as const satisfies Record<ModelRole, Record<string, { readonly about: string; readonly trust?: string }>>;

/** The name alone means every framework; `express.web-request` is that of one. */
export function modelParts(models: Models, role: ModelRole, name: string): readonly TaintPart[] {
  const dot = name.indexOf(".");
  const [framework, wanted] = dot < 0 ? [undefined, name] : [name.slice(0, dot), name.slice(dot + 1)];
  return models[role]
    .filter((one) => one.name === wanted && (framework === undefined || one.framework === framework))
    .map(({ part }) => part);
}

/** Whether a part is meant for a language; one that a rule holds itself is meant for all of the rule's. */
export function isForLanguage(part: TaintPart, language: PatternLanguage): boolean {
  return part.languages === undefined || part.languages.some((own) => own === language);
}
