// The layers of ARCHITECTURE.md: imports go one way.
const pure = "^server/(engine|changes|review)/";
const rule = (name, from, to, comment) => ({ name, severity: "error", comment, from: { path: from }, to });
/** @type {import('dependency-cruiser').IConfiguration} */
module.exports = {
  forbidden: [
    rule("no-cycles", ".", { circular: true, viaOnly: { dependencyTypesNot: ["type-only"] } }, "A module that needs itself cannot be understood alone."),
    rule("engine-imports-nothing", "^server/engine/", { path: "^(server/(?!engine/)|client/)" }, "The engine is pure and stands alone."),
    rule("changes-only-engine", "^server/changes/", { path: "^(server/(?!engine/|changes/)|client/)" }, "changes imports the engine only."),
    rule("review-only-engine-and-changes", "^server/review/", { path: "^(server/(?!engine/|changes/|review/)|client/)" }, "review imports the engine and changes only."),
    rule("pure-parts-do-no-io", pure, { dependencyTypes: ["core"] }, "Clock, disk, network, log and parser are passed in."),
    rule("parser-only-engine", "^server/parser/", { path: "^(server/(?!engine/|parser/)|client/)" }, "The parser imports the engine only."),
    rule("store-below-agents", "^server/store/", { path: "^(server/(agents|lsp|cli|mcp|host)/|client/)" }, "The record knows no door and no host."),
    rule("host-imports-no-door", "^server/host/", { path: "^(server/(lsp|cli|mcp)/|client/)" }, "Nothing imports a door."),
    rule("lsp-is-a-door", "^server/lsp/", { path: "^(server/(cli|mcp)/|client/)" }, "Doors never import one another."),
    rule("cli-is-a-door", "^server/cli/", { path: "^(server/(lsp|mcp)/|client/)" }, "Doors never import one another."),
    rule("mcp-is-a-door", "^server/mcp/", { path: "^(server/(cli|lsp)/|client/)" }, "Doors never import one another."),
    rule("client-only-protocol", "^client/", { path: "^server/(?!protocol\\.ts|review/(translate|findingWords|escapeMarkdown)\\.ts)" }, "The client speaks to the server through the protocol."),
    rule("protocol-imports-nothing", "^server/protocol\\.ts", { path: "." }, "Plain data."),
    rule("only-the-client-imports-vscode", "^server/", { path: "^vscode$" }, "Only client/ runs in the editor."),
    rule("only-the-parser-holds-webassembly", "^(server/(?!parser/)|client/)", { path: "web-tree-sitter" }, "One holder of WebAssembly memory."),
  ],
  options: { tsConfig: { fileName: "tsconfig.json" }, tsPreCompilationDeps: true, doNotFollow: { path: "node_modules" }, includeOnly: undefined },
};
