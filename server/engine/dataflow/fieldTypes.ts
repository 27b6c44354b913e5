/** Types that leave no room for an attack: numbers, dates, identifiers, one of a list; and the fields and parameters that have one. */

import { factsOf } from "../patterns/matchContext.ts";
import { definitionsFor } from "../patterns/scopes.ts";
import { childOf, childrenOf, type Node } from "../tree/node.ts";
import { classAround } from "./callers.ts";
import { allowsPlainWords } from "./harmless.ts";
import { staticValue } from "./staticValue.ts";
import { type Module, type Target, targetsOf } from "./targets.ts";

const plain = new Set(
  (
    "int float bool complex None UUID UUID1 UUID4 UUID5 date datetime time timedelta Decimal IPv4Address IPv6Address IPvAnyAddress conint confloat " +
    "PositiveInt NonNegativeInt NegativeInt PositiveFloat NonNegativeFloat StrictInt StrictFloat StrictBool"
  ).split(" "),
);
const wrappers = new Set("Optional Union list List set Set tuple Tuple frozenset Sequence Iterable".split(" "));

const deepestBases = 4;

/** Classes that convert what they are given to the types of their fields, or refuse it: pydantic, SQLModel, msgspec. */
const converting = /^(?:BaseModel|RootModel|SQLModel|BaseSettings|Struct)$/;

/**
 * Whether a field holds nothing that matters, by the type that the object's class gives it. A type alone holds nothing back: the class
 * converts, or a framework made the object for a parameter and did.
 *
 * @param member `order.count`.
 */
export function isHarmlessField(member: Node, module: Module): boolean {
  const [object] = member.children;
  if (!object || module.context.tree.language !== "python") return false;
  const holders = targetsOf(object, module);
  const isHanded = isParameter(object, module);
  return (
    holders.length > 0 &&
    holders.every(
      (holder) =>
        holder.kind === "instance" &&
        (isHanded || converts(holder.node, holder.module, 0)) &&
        hasHarmless(holder, member.text, 0),
    )
  );
}

function isParameter(object: Node, module: Module): boolean {
  if (object.kind !== "name") return false;
  const found = definitionsFor(factsOf(module.context).definitions, object, object.text);
  return found.length > 0 && found.every(({ node }) => node.parent?.kind === "parameter");
}

function converts(owner: Node, module: Module, depth: number): boolean {
  return childrenOf(owner, "base").some(
    (base) =>
      converting.test(base.text) ||
      (depth < deepestBases &&
        targetsOf(base, module).some((target) => target.kind === "class" && converts(target.node, target.module, depth + 1))),
  );
}

function hasHarmless({ node, module }: Target, name: string, depth: number): boolean {
  for (const member of childOf(node, "body")?.children ?? []) {
    const type = childOf(member, "target")?.text === name ? childOf(member, "type") : undefined;
    if (type) return isHarmlessType(type, module) || isPatterned(type, childOf(member, "value"), module, 0);
  }
  const given = parameterStoredIn(node, name);
  if (given) return isHarmlessType(given, module);
  if (depth >= deepestBases) return false;
  return childrenOf(node, "base").some((base) =>
    targetsOf(base, module).some((target) => target.kind === "class" && hasHarmless(target, name, depth + 1)),
  );
}

/** The type of the parameter that the constructor keeps in a field: `self.page = page`. */
function parameterStoredIn(owner: Node, name: string): Node | undefined {
  const members = childOf(owner, "body")?.children ?? [];
  const maker = members.find((member) => member.kind === "function" && childOf(member, "name")?.text === "__init__");
  for (const statement of (maker && childOf(maker, "body")?.children) ?? []) {
    const [target, value] = [childOf(statement, "target"), childOf(statement, "value")];
    if (target?.kind !== "member" || target.text !== name || value?.kind !== "name") continue;
    const parameter = maker && childrenOf(maker, "parameter").find((one) => childOf(one, "target")?.text === value.text);
    return parameter && childOf(parameter, "type");
  }
  return undefined;
}

/**
 * Whether values of a type are one of a list that the program wrote down, or match a regex that lets through plain words only: a parameter
 * that says so is checked before the function runs.
 */
export function isListed(parameter: Node, module: Module): boolean {
  if (module.context.tree.language === "python" && isConverted(parameter)) return true;
  const type = childOf(parameter, "type");
  if (!type || module.context.tree.language !== "python" || classAround(parameter.parent ?? parameter)) return false;
  if ((type.kind === "name" && isEnum(type, module)) || (type.kind === "index" && type.children[0]?.text === "Literal"))
    return true;
  return isPatterned(type, childOf(parameter, "default"), module, 0);
}

/** What the path of a route turns into a number, an identifier or one of a list: `/items/<int:id>`, `/<any(en, de):lang>`, `/items/{id:int}`. */
function isConverted(parameter: Node): boolean {
  const name = childOf(parameter, "target")?.text ?? "";
  const decorators = name === "" || !parameter.parent ? [] : childrenOf(parameter.parent, "decorator");
  return decorators.some(({ children: [call] }) => {
    const path = call?.children[1];
    if (path?.kind !== "string" || !path.text.includes(name)) return false;
    return new RegExp(`<(?:int|float|uuid|any)(?:\\([^<>]*\\))?:${name}>|\\{${name}:(?:int|float|uuid)\\}`).test(path.text);
  });
}

/**
 * Whether TypeScript says that a parameter holds no text. Nothing checks that when the program runs, so it is enough where only the
 * function's callers are mistrusted, and not where a request was seen to arrive.
 *
 * @param name Of the parameter.
 */
export function isDeclaredPlain(name: Node): boolean {
  const parameter = name.parent?.kind === "parameter" ? name.parent : undefined;
  const type = parameter && childOf(parameter, "type");
  if (type?.kind === "type" && /^(?:number|bigint|boolean|Date)$/.test(type.text)) return true;
  return (
    parameter !== undefined && childrenOf(parameter, "decorator").some(({ children: [call] }) => call?.children.some(isPipe))
  );
}

/** `@Param("id", ParseUUIDPipe)`, `@Query("sort", new ParseEnumPipe(Sort))` of Nest: anything else is refused. */
function isPipe({ kind, text, role, children: [made] }: Node): boolean {
  const name = kind === "new" ? made?.text : text;
  return role === "argument" && /^Parse(?:Int|Float|Bool|UUID|Enum|Date)Pipe$/.test(name ?? "");
}

/** What FastAPI and pydantic take a regex in. */
const constraints = /^(?:Path|Query|Header|Cookie|Body|Form|Field|constr|StringConstraints)$/;

/** `Annotated[str, Path(pattern="^[a-z]+$")]`, `constr(regex="^[a-z]+$")`, `name: str = Query(pattern=SLUG)`, and a name for such a type. */
function isPatterned(type: Node, given: Node | undefined, module: Module, depth: number): boolean {
  if (given && isConstraint(given, module)) return true;
  const [holder, ...inner] = type.kind === "index" ? type.children : [];
  if (holder?.text === "Annotated" && inner.some((one) => isConstraint(one, module))) return true;
  if (type.kind === "call") return isConstraint(type, module);
  if (type.kind !== "name" || depth > 0) return false;
  const [only, ...others] = definitionsFor(factsOf(module.context).definitions, type, type.text);
  return (
    only?.kind === "variable" &&
    only.value !== undefined &&
    others.length === 0 &&
    isPatterned(only.value, undefined, module, depth + 1)
  );
}

function isConstraint(call: Node, module: Module): boolean {
  const callee = call.kind === "call" ? childOf(call, "callee") : undefined;
  if (!callee || !constraints.test((module.context.resolveName(callee) ?? callee.text).replace(/^.*\./, ""))) return false;
  const said = call.children.find(({ kind, text }) => kind === "keywordArgument" && (text === "pattern" || text === "regex"));
  const [value] = said?.children ?? [];
  const form = value && (value.kind === "string" ? value.text : staticValue(value, module.context));
  return typeof form === "string" && allowsPlainWords(form);
}

function isHarmlessType(type: Node, module: Module): boolean {
  switch (type.kind) {
    case "name":
      return plain.has(type.text) || isEnum(type, module);
    case "member":
      return plain.has(type.text);
    case "null":
      return true;
    case "binary":
      return type.children.every((side) => isHarmlessType(side, module));
    case "index": {
      const [holder, ...inner] = type.children;
      if (holder?.text === "Literal") return true;
      if (holder?.text === "Annotated") return inner[0] !== undefined && isHarmlessType(inner[0], module);
      return wrappers.has(holder?.text ?? "") && inner.length > 0 && inner.every((one) => isHarmlessType(one, module));
    }
    default:
      return false;
  }
}

/** Whether a name stands for an enumeration of the program. */
export function isEnum(name: Node, module: Module): boolean {
  return targetsOf(name, module).some(
    ({ kind, node }) => kind === "class" && childrenOf(node, "base").some(({ text }) => /Enum$/.test(text)),
  );
}
