/** Rewrites `exec` of a command that is put together from text and values to `execFile` with a list of arguments. Pure. */

import { collectDefinitions } from "../patterns/scopes.ts";
import { childOf, childrenOf, type Node, type Tree } from "../tree/node.ts";
import type { BuildFix, Fix, FixContext, FixRefusal, TextEdit } from "./fix.ts";
import { importNames, isTaken } from "./forms/importNames.ts";
import { optionsEnd } from "./operands.ts";
import { namesIn, queryBuild } from "./query/queryBuild.ts";
import type { QueryPart } from "./query/queryParts.ts";
import { preferredQuote, writeComposite } from "./query/writeLiteral.ts";
import { wholeEnd } from "./wholeExpression.ts";

/** Without a shell by the same arguments otherwise (Node's child_process). */
const without: Readonly<Record<string, string>> = { exec: "execFile", execSync: "execFileSync" };

/** Words that only a shell knows as programs. */
const builtIns = /^(cd|export|source|\.|exit|ulimit|umask|alias|set|unset|type|command|eval|exec|trap|wait)$/;

/**
 * Handles a command in the call itself or in a variable that is used for nothing else. Refuses where the command needs a shell: pipes,
 * redirections, variables, globs, several commands.
 */
export const runWithoutShell: BuildFix = (context) => {
  const found = shellCall(context);
  if (!found)
    return {
      refused:
        "only exec and execSync of child_process can be told to run without a shell; use execFile with a list of arguments",
    };
  const { call, command, method } = found;
  const options = childrenOf(call, "argument").slice(1);
  if (options.some((node) => /\bshell\b/.test(context.text.slice(node.start, node.end))))
    return { refused: "the call asks for a certain shell" };
  const build = queryBuild(command, call, context.tree, context.text);
  const [expression, ...more] = "refused" in build ? [] : build.expressions;
  if (!expression || more.length > 0)
    return {
      refused:
        "how the command is put together cannot be told; name the program in the code, and give execFile a list of arguments",
    };
  const split = splitWords(expression.parts);
  const words = "refused" in split ? split : withOptionsEnd(split);
  if ("refused" in words) return words;
  const callee = renamed(found, method, context);
  if ("refused" in callee) return callee;
  return rewrite(context, command, expression.node, words, callee);
};

interface ShellCall {
  readonly call: Node;
  readonly callee: Node;
  readonly command: Node;
  readonly method: string;
  /** Where the method is named: what is called, or what `promisify` is given. */
  readonly named: Node;
}

/** The call of child_process around the finding, also through `promisify`. */
function shellCall({ finding, tree }: FixContext): ShellCall | undefined {
  const definitions = collectDefinitions(tree, true);
  const definitionOf = (name: string) => definitions.get(name)?.find(({ path, value }) => path !== undefined || value);
  const methodOf = (node: Node): string | undefined => {
    const [object] = node.children;
    const path =
      node.kind === "member" ? `${definitionOf(object?.text ?? "")?.path}.${node.text}` : definitionOf(node.text)?.path;
    return /^child_process\.(exec|execSync)$/.exec(path ?? "")?.[1];
  };
  const promised = (node: Node | undefined): Node | undefined =>
    node?.kind === "call" && childOf(node, "callee")?.text === "promisify" ? childrenOf(node, "argument")[0] : undefined;
  const namedIn = (callee: Node): Node =>
    promised(callee) ?? promised(callee.kind === "name" ? definitionOf(callee.text)?.value : undefined) ?? callee;
  let found: ShellCall | undefined;
  const visit = (node: Node): void => {
    if (node.start > finding.span.start || node.end < finding.span.end) return;
    const callee = node.kind === "call" ? childOf(node, "callee") : undefined;
    const command = childrenOf(node, "argument")[0];
    const named = callee && namedIn(callee);
    const method = named && methodOf(named);
    if (named && command && method) found = { call: node, callee, command, method, named };
    node.children.forEach(visit);
  };
  visit(tree.root);
  return found;
}

interface Callee {
  readonly edits: readonly TextEdit[];
}

function renamed({ callee, named }: ShellCall, method: string, context: FixContext): Callee | FixRefusal {
  const name = without[method] ?? "";
  const property = named.kind === "member" ? childOf(named, "property") : named;
  if (!property) return { refused: "the call could not be read" };
  const imports =
    named === property ? importNames({ $RUN: `import { ${name} } from "node:child_process"` }, [], context) : undefined;
  if (imports && "refused" in imports) return imports;
  const text = imports?.names.get("$RUN") ?? name;
  const edits = imports?.edits ?? [];
  const isHere = callee.start <= named.start && named.end <= callee.end;
  if (isHere) return { edits: [...edits, { span: { start: property.start, end: property.end }, text }] };
  const whole = named.parent;
  if (!whole) return { refused: "the call could not be read" };
  const target = onlyUse(callee, whole, context.tree);
  if (target) {
    const called = renamedVariable(callee.text, context.tree);
    const places = [property, target, callee].map(({ start, end }, index) => ({
      span: { start, end },
      text: index === 0 ? text : called,
    }));
    return { edits: [...edits, ...places.filter((edit) => context.text.slice(edit.span.start, edit.span.end) !== edit.text)] };
  }
  // Other commands may run through the variable, so it stays as it is.
  const written = context.text.slice(whole.start, property.start) + text + context.text.slice(property.end, whole.end);
  return { edits: [...edits, { span: { start: callee.start, end: callee.end }, text: written }] };
}

/** The variable of the file that holds what `promisify` made, where this call alone uses it. */
function onlyUse(callee: Node, promised: Node, tree: Tree): Node | undefined {
  const declared = promised.parent;
  const target = declared?.kind === "declare" && declared.parent === tree.root ? childOf(declared, "target") : undefined;
  if (target?.kind !== "name" || callee.kind !== "name") return undefined;
  return namesIn(tree.root, target.text).every((use) => use === target || use === callee) ? target : undefined;
}

/** `execFileAsync` for `execAsync`; the name that it has where that says nothing of `exec`, or the other is taken. */
function renamedVariable(name: string, { root }: Tree): string {
  const renamed = name.replace(/exec(?![a-z])(?!File)/, "execFile").replace(/Exec(?![a-z])(?!File)/, "ExecFile");
  return isTaken(renamed, root) ? name : renamed;
}

type Word = ({ readonly text: string } | { readonly source: string })[];

/** As a shell splits a line that has nothing but words and quotes. */
function splitWords(parts: readonly QueryPart[]): readonly Word[] | FixRefusal {
  const words: Word[] = [];
  let word: Word | undefined;
  let quote = "";
  const add = (part: Word[number]): void => {
    if (!word) {
      word = [];
      words.push(word);
    }
    const last = word.at(-1);
    if ("text" in part && last && "text" in last) word[word.length - 1] = { text: last.text + part.text };
    else word.push(part);
  };
  for (const part of parts) {
    if (part.kind === "value") {
      add({ source: part.source });
      continue;
    }
    for (const char of part.text) {
      if (/[\\$`]/.test(char) || (quote === "" && /[|&;<>()*?[\]{}~#!\n]/.test(char)))
        return { refused: `the command needs a shell for ${char === "\n" ? "its lines" : char}` };
      if (quote === "" && /\s/.test(char)) word = undefined;
      else if (char === quote) quote = "";
      else if (quote === "" && /["']/.test(char)) {
        quote = char;
        add({ text: "" });
      } else add({ text: char });
    }
  }
  const [program] = words;
  const [name] = program ?? [];
  if (program?.length !== 1 || !name || !("text" in name))
    return { refused: "a value decides the program; choose it from a table of programs that may run" };
  if (builtIns.test(name.text) || name.text.includes("=")) return { refused: `the command needs a shell for ${name.text}` };
  return quote === "" ? words : { refused: "the quotes of the command do not match" };
}

/** Without a shell a value is one argument, and may still be an option. */
function withOptionsEnd(words: readonly Word[]): readonly Word[] | FixRefusal {
  const texts = words.map((word) => word.map((part) => ("text" in part ? part.text : "x")).join(""));
  for (const [index, word] of words.entries()) {
    const first = word.find((part) => "source" in part || part.text !== "");
    if (!first || "text" in first) continue;
    const end = optionsEnd(texts.slice(0, index), texts.slice(index + 1));
    if (typeof end === "string") return [...words.slice(0, index), [{ text: end }], ...words.slice(index)];
    if (end) return end;
  }
  return words;
}

function rewrite(
  { tree, text }: FixContext,
  command: Node,
  expression: Node,
  [program, ...words]: readonly Word[],
  callee: Callee,
): Fix | FixRefusal {
  const written = `${writeWord(program ?? [], tree)}, [${words.map((word) => writeWord(word, tree)).join(", ")}]`;
  const edits: TextEdit[] = [...callee.edits, { span: { start: command.start, end: wholeEnd(command, tree) }, text: written }];
  if (command !== expression) {
    const line = wholeLines(expression.parent, text);
    if (!line) return { refused: "the command is put together elsewhere" };
    edits.push({ span: line, text: "" });
  }
  const inOrder = edits.sort((a, b) => a.span.start - b.span.start);
  return { title: "Run the program without a shell", edits: inOrder };
}

function writeWord(word: Word, tree: Tree): string {
  const quote = preferredQuote(tree);
  const kept = word.filter((part) => "source" in part || part.text !== "");
  const [only, ...more] = kept;
  if (more.length > 0) return writeComposite(kept, tree.language) ?? "";
  if (only && "source" in only) return `String(${only.source})`;
  const content = only && "text" in only ? only.text : "";
  return quote + content.replaceAll(quote, `\\${quote}`) + quote;
}

/** The lines of a statement that has them to itself. */
function wholeLines(statement: Node | undefined, text: string): { start: number; end: number } | undefined {
  if (!statement) return undefined;
  const start = text.lastIndexOf("\n", statement.start - 1) + 1;
  const rest = /^[ \t]*;?[ \t]*\r?\n/.exec(text.slice(statement.end))?.[0];
  const keyword = text.slice(start, statement.start);
  return rest === undefined || !/^[ \t]*(?:(?:const|let|var)\s+)?$/.test(keyword)
    ? undefined
    : { start, end: statement.end + rest.length };
}
