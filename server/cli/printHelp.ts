/** The help texts. */

import type { Command, CommandOption } from "./command.ts";
import type { CommandEntry } from "./commands.ts";
import { wrap } from "./output/plainText.ts";
import { sharedOptions } from "./parseInvocation.ts";

const footer = `Exit status: 0 done, 1 findings (or nothing was scanned of a change, or --strict and something was not reviewed;
fix: a finding is left; gate install: a line is left to add),
2 no result (usage, no such path, rules that cannot be used).`;

export function printOverview(commands: readonly CommandEntry[], version: string): string {
  const width = Math.max(...commands.map(({ name }) => name.length)) + 2;
  return `Linewarden ${version}: reviews the lines that coding agents change. Offline; nothing is sent anywhere.

Usage: linewarden COMMAND [OPTIONS]

${commands.map(({ name, summary }) => `  ${name.padEnd(width)}${summary}`).join("\n")}

  linewarden COMMAND --help   options and examples of a command
  linewarden --version        the version

Examples:
  linewarden review           what the uncommitted change introduces
  linewarden scan src         every finding below src
  linewarden gate install     stop commits that introduce a high finding

${footer}
`;
}

export function printCommandHelp(command: Command, width: number): string {
  const shared = sharedOptions(command);
  const sections = [
    command.usage.map((usage, i) => `${i === 0 ? "Usage:" : "      "} linewarden ${usage}`).join("\n"),
    command.description,
    ...(command.options.length > 0 ? [`Options:\n${listOptions(command.options, width)}`] : []),
    ...(shared.length > 0
      ? [
          `${command.takes ? "Options that other commands have too" : "Options of every command that reports"}:\n${listOptions(shared, width)}`,
        ]
      : []),
    `Examples:\n${command.examples.map(([line, what]) => `  ${line}\n      ${what}`).join("\n")}`,
    footer,
  ];
  return `${sections.join("\n\n")}\n`;
}

function listOptions(options: readonly CommandOption[], width: number): string {
  const names = options.map(({ name, short, value }) => `  ${short ? `-${short}, ` : ""}--${name}${value ? ` ${value}` : ""}`);
  const column = Math.min(28, Math.max(...names.map((name) => name.length)) + 2);
  return options
    .map(({ help }, i) => {
      const name = names[i] ?? "";
      const [first = "", ...more] = wrap(help, Math.max(30, width - column));
      return [`${name.padEnd(column)}${first}`, ...more.map((line) => " ".repeat(column) + line)].join("\n");
    })
    .join("\n");
}
