/** Writes the folder that a path is put together with: all that stands before the first part that a caller may decide. Pure. */

import { collectDefinitions, type Definitions, definitionsFor } from "../../patterns/scopes.ts";
import { childOf, childrenOf, type Node, type Tree } from "../../tree/node.ts";
import type { Span } from "../../tree/span.ts";
import type { FixContext, FixRefusal } from "../fix.ts";
import { queryParts } from "../query/queryParts.ts";
import { preferredQuote } from "../query/writeLiteral.ts";

/** "caller": who calls decides it. "unclear": it may be either. */
type Trust = "fixed" | "caller" | "unclear";

interface Known {
  readonly tree: Tree;
  readonly definitions: Definitions;
  readonly path: readonly Span[];
}

/**
 * @param target the variable that is given the path, or the path itself: `join(...)`, or text that is put together.
 * @returns Source text: `join(ROOT, "uploads")` of `join(ROOT, "uploads", name, "a.txt")`, `"uploads"` of `uploads/${name}`.
 */
export function fixedFolder(target: Node | undefined, context: FixContext): string | FixRefusal {
  const value = target?.kind === "name" ? target.parent && childOf(target.parent, "value") : target;
  const callee = value?.kind === "call" ? childOf(value, "callee") : undefined;
  const divided = value?.kind === "binary" && value.text === "/" ? operandsOf(value) : undefined;
  if (!divided && (value?.kind === "template" || value?.kind === "binary")) return folderOfText(value, knownOf(context));
  if (!value || (!callee && !divided)) return { refused: "how the path is put together cannot be told" };
  const { tree } = context;
  const known = knownOf(context);
  const parts = divided ?? childrenOf(value, "argument");
  const trust = parts.map((part) => trustOf(part, known, 0));
  const open = trust.filter((one) => one !== "fixed").length;
  const first = trust.findIndex((one) => one === "caller" || (one === "unclear" && open === 1));
  const unclear = trust.indexOf("unclear");
  const source = ({ start, end }: Node): string => tree.text.slice(start, end);
  if (first < 0 || (unclear >= 0 && unclear < first)) {
    const what = parts[Math.max(unclear, 0)];
    return { refused: `whether callers decide ${what ? source(what) : "a part of the path"} cannot be told` };
  }
  const begin = literalFolder(parts[first], known);
  if (typeof begin !== "string") return begin;
  if (parts.slice(first).some((part) => climbs(part, tree.text)))
    return { refused: "the path climbs out of a folder that the caller names" };
  const quote = preferredQuote(tree);
  const folder = [...parts.slice(0, first).map(source), ...(begin === "" ? [] : [`${quote}${begin}${quote}`])];
  if (folder.length === 0) return { refused: "the path begins with what the caller gives" };
  if (folder.some((part) => part.includes("\n"))) return { refused: "the folder of the path is written in several lines" };
  if (folder.every((part) => /^["'`]\/*["'`]$/.test(part))) return { refused: "the path begins at the root of all files" };
  if (folder.length === 1 || !callee) return folder.join(" / ");
  return `${source(callee)}(${folder.join(", ")})`;
}

/** Of `ROOT / "users" / name`, with Python's paths. */
function operandsOf(node: Node): readonly Node[] {
  const left = node.kind === "binary" && node.text === "/" ? childOf(node, "left") : undefined;
  const right = left && childOf(node, "right");
  return left && right ? [...operandsOf(left), right] : [node];
}

function knownOf({ tree, finding }: FixContext): Known {
  const path = finding.path.filter(({ elsewhere, role }) => !elsewhere && role !== "sink").map(({ span }) => span);
  return { tree, definitions: collectDefinitions(tree, true), path };
}

/** Of `uploads/${name}` and `ROOT + "/a/" + name`: text, and at most one value at the beginning, before the first part that a caller decides. */
function folderOfText(value: Node, known: Known): string | FixRefusal {
  const { tree } = known;
  const parts = queryParts(value, tree.text);
  if ("refused" in parts) return parts;
  const first = parts.findIndex((part) => part.kind === "value" && trustOf(part.node, known, 0) !== "fixed");
  const open = parts[first];
  if (open?.kind !== "value" || trustOf(open.node, known, 0) !== "caller")
    return { refused: `whether callers decide ${open?.kind === "value" ? open.source : "a part of the path"} cannot be told` };
  if (parts.slice(first).some((part) => part.kind === "text" && /(?:^|\/)\.\.(?:\/|$)/.test(part.text)))
    return { refused: "the path climbs out of a folder that the caller names" };
  const [root, ...rest] = parts.slice(0, first);
  const texts = root?.kind === "value" ? rest : parts.slice(0, first);
  const text = texts.map((part) => (part.kind === "text" ? part.text : "\0")).join("");
  const behind = address.test(open.source) ? text.length : text.lastIndexOf("/") + 1;
  const folder = text.slice(0, behind).replace(/\/+$/, "");
  if (behind === 0) return { refused: "the path begins with what the caller gives" };
  const whole = root?.kind === "value" ? `${root.source}${folder}` : folder;
  if (behind < text.length && wide.test(whole))
    return { refused: "the name begins with text, and its folder holds other files of the program" };
  if (/["'`\\$\n\0{}]/.test(folder)) return { refused: "how the path is put together cannot be told" };
  if (root?.kind === "value") {
    if (folder === "") return root.source;
    if (!/^[\w.]+$/.test(root.source)) return { refused: "how the path is put together cannot be told" };
    return tree.language === "python" ? `f"{${root.source}}${folder}"` : `\`\${${root.source}}${folder}\``;
  }
  if (folder === "") return { refused: "the path begins at the root of all files" };
  const quote = preferredQuote(tree);
  return `${quote}${folder}${quote}`;
}

/** An address of a request begins with `/`: the text before it is a folder, whatever its end. */
const address = /(?:\b(?:req|request)\.(?:originalUrl|url|path|path_info)|\bself\.path|\bpathname|\burl_?path)\)*$/i;
/** Folders of the program itself, and those at the root of all files. */
const wide = /^(?:\.{0,2}|\/[\w-]+|__dirname|process\.cwd\(\)|import\.meta\.dirname|os\.getcwd\(\))$/;

/** Literal folders with which a part begins that a caller decides: "users" of `users/${name}`. */
function literalFolder(part: Node | undefined, known: Known): string | FixRefusal {
  const whole = part && behindName(part, known);
  const pieces = whole ? queryParts(whole, known.tree.text) : [];
  const unclear = { refused: "where the part of the path begins that the caller gives cannot be told" };
  if (!whole || "refused" in pieces) return unclear;
  const [first] = pieces;
  if (first?.kind === "text") {
    const folder = first.text.slice(0, first.text.lastIndexOf("/") + 1).replace(/\/+$/, "");
    if (/["'`\\$\n]/.test(folder) || first.text.startsWith("/")) return unclear;
    return folder;
  }
  const inner = whole.kind === "call" ? childOf(whole, "callee")?.text : undefined;
  return inner !== undefined && /^(?:join|joinpath|resolve|normalize|abspath|realpath|normpath|concat)$/.test(inner)
    ? unclear
    : "";
}

/** Also in a text that a value stands in. */
function climbs(part: Node, text: string): boolean {
  return /(?:^|["'`/}])\.\.(?:["'`/]|$)/.test(text.slice(part.start, part.end));
}

const maxDepth = 8;
const pure =
  /^(?:(?:\w+\.)*(?:join|resolve|normalize|dirname|cwd|abspath|realpath|normpath|getcwd|expanduser|homedir|tmpdir|gettempdir|Path))$|^(?:str|String|fileURLToPath)$/;
const request = /^(?:_?req(?:uest)?|ctx|context|event)$/;
const given =
  /^(?:\w+\.)?(?:req|request|ctx(?:\.request)?|c\.req)\.(?:body|query|params|param|cookies|headers|args|form|files|json|values|GET|POST)\b/;
const ownFolder = /^(?:self|this|cls)\.(?:\w*_)?#?\w*?(?:dir|directory|root|folder|base|storage)$/i;

/** A parameter that says so is no part of a request: the caller that gives it one has a finding of its own. */
const folderName = /^\w*(?:dir|directory|root|folder|base)$/i;

function trustOf(node: Node, known: Known, depth: number): Trust {
  const { tree, path } = known;
  const source = tree.text.slice(node.start, node.end);
  if (node.kind === "string" || node.kind === "number" || node.kind === "stringPart") return "fixed";
  if (given.test(source) || path.some((step) => holds(node, step))) return "caller";
  if (depth > maxDepth) return "unclear";
  const all = (nodes: readonly Node[]): Trust => together(nodes.map((one) => trustOf(one, known, depth + 1)));
  switch (node.kind) {
    case "name":
      return trustOfName(node, known, depth);
    case "member": {
      const object = childOf(node, "object");
      if (ownFolder.test(source)) return "fixed";
      return object && trustOf(object, known, depth + 1) === "fixed" ? "fixed" : "unclear";
    }
    case "call": {
      const callee = childOf(node, "callee");
      const isPure = callee !== undefined && pure.test(tree.text.slice(callee.start, callee.end));
      // What `path.resolve()` of Python gives is as `path` is; in JavaScript `path` is a module.
      const object = tree.language === "python" && callee?.kind === "member" ? childOf(callee, "object") : undefined;
      const parts = all([...(object ? [object] : []), ...childrenOf(node, "argument")]);
      return isPure || parts === "caller" ? parts : "unclear";
    }
    case "template":
    case "interpolation":
    case "index":
    case "binary":
      return all(node.children);
    default:
      return all(node.children) === "caller" ? "caller" : "unclear";
  }
}

function trustOfName(node: Node, known: Known, depth: number): Trust {
  if (request.test(node.text) || /^(?:self|cls|this)$/.test(node.text)) return "unclear";
  const all = known.definitions.get(node.text) ?? [];
  if (all.length === 0) return "fixed";
  const here = definitionsFor(known.definitions, node, node.text);
  const [only] = here;
  if (!only || here.length > 1 || all.some(({ kind }) => kind === "assignment")) return "unclear";
  if (only.kind === "other") return folderName.test(node.text) ? "fixed" : "caller";
  if (only.kind === "import") return only.path?.endsWith(".request") ? "unclear" : "fixed";
  if (only.scope.kind === "file") return "fixed";
  const value = only.value ?? takenApart(only.node);
  const trust = value ? trustOf(value, known, depth + 1) : "unclear";
  return only.value || trust === "caller" ? trust : "unclear";
}

/** `req.params` for `name` in `const { name } = req.params`. */
function takenApart(node: Node): Node | undefined {
  let at = node.parent;
  while (at && (at.kind === "pair" || at.kind === "object")) at = at.parent;
  return at?.kind === "declare" ? childOf(at, "value") : undefined;
}

/** The expression that a variable is given, where it is given one once. */
function behindName(node: Node, { definitions }: Known): Node {
  if (node.kind !== "name") return node;
  const [only, ...others] = definitionsFor(definitions, node, node.text);
  return (others.length === 0 && only?.kind === "variable" && only.value) || node;
}

function together(all: readonly Trust[]): Trust {
  return all.find((one) => one === "caller") ?? all.find((one) => one === "unclear") ?? "fixed";
}

function holds(outer: Span, { start, end }: Span): boolean {
  return outer.start <= start && outer.end >= end;
}
