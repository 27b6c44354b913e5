/** Tells whether what a guard of one file is put before comes from another file. Pure. */

import type { Guard } from "../engine/guards/guard.ts";
import type { Side } from "./side.ts";

/** Files whose routers are followed from one to the next. */
const deepest = 3;

/** Names of files that take in the routers around them. */
const gathers = /^(?:index|__init__|routes?|routers?|api|apis|app|main|server|urls|v\d+|plugins?)$/i;

/** Hooks of such a plugin of Fastify hold for all that registers it. */
const isShared = /fastify-plugin|skip-override/;

/** A file that makes the application itself is served by what it takes in only. */
const makesApplication = /=\s*(?:await\s+)?(?:express|[fF]astify|new (?:Koa|Hono|Elysia)|Flask|FastAPI|Starlette|Sanic|Quart)\(/;

/** @param guard One that holds for a whole router or application of `from`. */
export function mayServe({ before }: Guard, from: Side, { path, text }: Side, sides: readonly Side[]): boolean {
  if (makesApplication.test(text))
    return importsOf(text).some((name) => leadsTo(moduleOf(name, text) ?? [name], path, from.path, sides, deepest));
  if (before === undefined || isShared.test(from.text)) return true;
  return before.some((name) => leadsTo(moduleOf(name, from.text), from.path, path, sides, deepest));
}

/** Where a name of a text is imported from, and as what; the name itself where it is a module, undefined where it is neither. */
function moduleOf(name: string, text: string): readonly string[] | undefined {
  if (/^[.@~/]/.test(name)) return [name];
  if (!/^[\w$]+$/.test(name)) return undefined;
  const own = name.replaceAll("$", "\\$&");
  const required = new RegExp(
    `\\b${own}\\b[^;=\\n]*=\\s*(?:await\\s+)?(?:require|import)\\(\\s*["'\`]([^"'\`]+)["'\`]|import\\s[^;"']*\\b${own}\\b[^;"']*\\sfrom\\s+["']([^"']+)["']`,
  ).exec(text);
  if (required) return [required[1] ?? required[2] ?? ""];
  const python = new RegExp(`^\\s*from\\s+([\\w.]+)\\s+import\\s+(?:[^\\n()]*|\\([^)]*)\\b${own}\\b`, "m").exec(text);
  if (python?.[1] !== undefined) {
    const renamed = new RegExp(`\\b(\\w+)\\s+as\\s+${own}\\b`).exec(python[0])?.[1] ?? own;
    const inside = `${python[1]}${python[1].endsWith(".") ? "" : "."}${renamed}`;
    // Of a package, only what has that name, or the router that the package puts together.
    return /rout|blueprint|^bp$|^api$/i.test(renamed) ? [inside, python[1]] : [inside];
  }
  const whole = new RegExp(`^\\s*import\\s+([\\w.]+)(?:\\s+as\\s+${own}\\b)?`, "m").exec(text);
  return whole?.[1] !== undefined && (whole[1] === name || whole[0].endsWith(` ${name}`)) ? [whole[1]] : undefined;
}

function leadsTo(
  modules: readonly string[] | undefined,
  from: string,
  path: string,
  sides: readonly Side[],
  left: number,
): boolean {
  if (modules === undefined || left === 0) return false;
  const target = withoutEnding(path);
  return modules.some((module) => {
    const at = placeOf(module, from);
    if (at === undefined) return false;
    const is = (one: string): boolean => one === at || one.endsWith(`/${at}`);
    if (is(target) || is(target.replace(/\/(?:index|__init__)$/, ""))) return true;
    const known = sides.find(
      (side) => is(withoutEnding(side.path)) || is(withoutEnding(side.path).replace(/\/(?:index|__init__)$/, "")),
    );
    if (known && known.path !== from)
      return importsOf(known.text).some((one) => leadsTo(moduleOf(one, known.text) ?? [one], known.path, path, sides, left - 1));
    // A folder that gathers its files, or a file that does.
    const [folder, name] = [at.slice(0, at.lastIndexOf("/") + 1), at.slice(at.lastIndexOf("/") + 1)];
    return isBelow(target, `${at}/`) || (gathers.test(name) && isBelow(target, folder));
  });
}

function isBelow(target: string, folder: string): boolean {
  return target.startsWith(folder) || target.includes(`/${folder}`);
}

function importsOf(text: string): string[] {
  const found = [
    ...text.matchAll(/(?:require|import)\(\s*["'`]([^"'`]+)["'`]|\sfrom\s+["']([^"']+)["']|^\s*from\s+([\w.]+)\s+import/gm),
  ];
  return found.flatMap(([, one, two, three]) => one ?? two ?? three ?? []);
}

/** @returns Path without an ending, or the end of one where the module is not relative; undefined of a package. */
function placeOf(module: string, from: string): string | undefined {
  if (/^\.{1,2}\//.test(module) || module === "." || module === "..") return resolved(withoutEnding(module), from);
  if (/^[@~]\//.test(module)) return withoutEnding(module.slice(2));
  if (/^\.+[\w.]*$/.test(module)) {
    const [dots = ""] = /^\.+/.exec(module) ?? [];
    const rest = module.slice(dots.length).replaceAll(".", "/");
    return resolved(`${"../".repeat(dots.length - 1)}${rest}`, from);
  }
  return from.endsWith(".py") ? module.replaceAll(".", "/") : undefined;
}

function resolved(relative: string, from: string): string {
  const parts = from.split("/").slice(0, -1);
  for (const part of relative.split("/")) {
    if (part === "..") parts.pop();
    else if (part !== "." && part !== "") parts.push(part);
  }
  return parts.join("/");
}

function withoutEnding(path: string): string {
  return path.replace(/\.(?:[cm]?[jt]sx?|py)$/, "");
}
