/** What the parts of the data flow share while they follow one rule through one file. */

import type { Binding, Budget, ResolveConstant, ResolveName } from "../patterns/match.ts";
import type { Kind, Node } from "../tree/node.ts";
import type { Constants } from "./constantInputs.ts";
import type { Effects } from "./effects.ts";
import type { InputOrigins } from "./inputs.ts";
import type { Executor } from "./promises.ts";
import type { PropagatorHit, Roles, SinkHit, SourceHit } from "./roles.ts";
import type { Shared } from "./shared.ts";
import type { Scope, State } from "./state.ts";
import type { Module } from "./targets.ts";
import type { Flow, Value } from "./value.ts";

/** How the languages differ, as far as the flow is concerned. */
export interface Dialect {
  /** The object whose method runs: the documented language sees its fields only one by one. */
  readonly ownObject: ReadonlySet<string>;
  /** An assignment makes a variable of the function that it stands in. */
  readonly assignmentDeclares: boolean;
  /** Cases of a switch run on into the next one, and `break` leaves the switch. */
  readonly casesFallThrough: boolean;
  /** `o.a` and `o["a"]` are the same place, and an object literal's keys are its fields. */
  readonly keysAreFields: boolean;
  /** `-`, `*`, `/` give numbers whatever they are given. */
  readonly arithmeticGivesNumbers: boolean;
}

export interface TaintOptions {
  readonly safeBooleans: boolean;
  readonly safeComparisons: boolean;
  readonly safeFunctions: boolean;
  readonly safeIndexes: boolean;
  readonly safeNumbers: boolean;
  readonly onlyAssignments: boolean;
}

/** A loop or switch that `break` and `continue` leave, with the states in which they do. */
export interface JumpTarget {
  readonly kind: "loop" | "switch";
  breaks: State | undefined;
  continues: State | undefined;
}

/** The function that is being followed. */
export interface FunctionFrame {
  /** Absent for the code of the file itself. */
  readonly node: Node | undefined;
  /** State at its returns, joined. */
  ended: State | undefined;
  /** What it returns, joined. */
  returned: Value;
  /** What it throws, by `raisedId`; absent where nobody asks. */
  readonly raised?: Map<string, Value>;
  /** Variables that stand for functions declared in it: see lambdas.ts. */
  readonly lambdas: string[];
  /** Present while it is found out what the function checks. */
  outcomes?: Outcomes;
}

/** Keys of expressions (see `guardKey`) that are checked at every return, and at those of something true or false; absent before the first. */
export interface Outcomes {
  always: ReadonlySet<string> | undefined;
  whenTrue: ReadonlySet<string> | undefined;
  whenFalse: ReadonlySet<string> | undefined;
  /** The same where the function lets the next handler run, by calling its parameter `next`. */
  passed: ReadonlySet<string> | undefined;
  readonly next: string | undefined;
}

/** Places where something begins. */
export interface Starts {
  startsIn(start: number, end: number): boolean;
}

/** A function that a variable stands for. */
export interface Lambda {
  readonly node: Node;
  readonly scope: Scope;
  /** State where it stands. */
  readonly atStart: State;
  readonly hasSource: boolean;
  used: boolean;
  running: boolean;
  /** States before and after it last ran. */
  entry?: State;
  exit?: State;
}

/** What the run of one rule knows of one file. */
export interface Unit {
  readonly roles: Roles;
  /** Sources, and calls of functions in which there is one. */
  readonly begins: Starts & { readonly any: boolean };
  /** Sinks, and calls of functions in which there is one. */
  readonly ends: Starts & { readonly any: boolean };
  /** What it was made of, in another file than the one that is analysed: with the same parts it is the same. */
  readonly parts: readonly unknown[] | undefined;
  readonly module: Module;
  readonly dialect: Dialect;
  readonly resolveName: ResolveName;
  readonly resolveConstant: ResolveConstant;
  readonly fileScope: Scope;
  /** Where functions were met, so that a call elsewhere sees the variables around them. */
  readonly scopes: Map<Node, Scope>;
}

export interface Run extends Unit {
  /** The same for another file. */
  readonly unitOf: (module: Module) => Unit;
  readonly effects: Effects;
  /** Calls that stand for a sink in another file. */
  readonly sinksBeyond: Map<SinkHit, Map<Node, SinkHit>>;
  /** What takes the data of a sink further: a function of the program that is handed its argument has a sink of its own for it. */
  readonly inner: Map<SinkHit, SinkHit>;
  readonly origins: InputOrigins;
  /** While it is found out what a function does: its parameters, any of which may be a function, by variable. */
  readonly handedFunctions: Map<string, string>;
  /** Parameters of the function that is followed whose values the call says. */
  constants: Constants;
  /** Variables that were given another value, rather than a part of the one they hold. */
  readonly rebound: Set<string>;
  readonly precise: boolean;
  readonly options: TaintOptions;
  readonly budget: Budget;
  /** `undefined`: this place cannot be reached. */
  state: State | undefined;
  scope: Scope;
  jumps: JumpTarget[];
  frame: FunctionFrame;
  /** What variables were given in the body of the innermost `try`, any of which they may hold when it throws. */
  thrown: Map<string, Value> | undefined;
  /** In the documented language: see fileVariables.ts. */
  readonly fileVariables: Map<string, Value>;
  /** In the documented language: functions by the variable that stands for them, and how many of them hold a source. */
  readonly lambdas: Map<string, Lambda>;
  sourcesInLambdas: number;
  /** In the documented language: the states in which the innermost `try` may be left for a handler, joined. */
  raised: { state: State | undefined } | undefined;
  /** How deep the walk is in the tree, counted through calls. */
  readonly nesting: { depth: number };
  /** Source and sink ranges that the walk is inside of. */
  readonly insideSources: SourceHit[];
  readonly insideSinks: SinkHit[];
  /** Functions of promises that are being followed, the innermost last. */
  readonly executors: Executor[];
  /** What was last found where each propagator takes data from. */
  readonly propagated: Map<PropagatorHit, readonly Flow[]>;
  /** What was last found in the parts of sinks that have a requirement of their own. */
  readonly inSinkParts: Map<Binding, readonly Flow[]>;
  /** Set by a handler when a sink at its node takes more than the node's value, such as a call's arguments. */
  sinkInput: { readonly node: Node; readonly flows: readonly Flow[] } | undefined;
  /** The class whose methods are followed: what they find in their object, and what they leave in it. */
  fields: { readonly owner: Node; readonly held: Value; left: Value } | undefined;
  readonly shared: Shared;
  /** The object of the member that was evaluated last, with its parts: a method sees all of it. */
  receiver: { readonly node: Node; readonly value: Value } | undefined;
  evaluate(node: Node): Value;
  /** An `evaluate` for another run. */
  readonly evaluatorOf: (run: Run) => (node: Node) => Value;
  /** Changes the state to what is known when a call of a known function came out as `outcome`. */
  readonly narrowByCall: (run: Run, call: Node, outcome: boolean) => void;
  /** The same for a condition that speaks of all elements of a list: see listChecks.ts. */
  readonly narrowLists: (run: Run, condition: Node, outcome: boolean) => void;
  /** The function returns here; `value` is absent at its end. */
  readonly noteExit: (run: Run, value: Node | undefined) => void;
  /** A handler that is followed begins: see middlewares.ts. */
  readonly takeChecks: (run: Run, node: Node) => void;
  /** A function that is an input was called. */
  callHanded(key: string, args: readonly Value[]): Value;
  /** One flow has reached a sink that accepts it. */
  reach(sink: SinkHit, flow: Flow): void;
}

/** Gives the value of a node and changes the state as running it would. */
export type Handler = (run: Run, node: Node) => Value;
export type Handlers = Partial<Record<Kind, Handler>>;
