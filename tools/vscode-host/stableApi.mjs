// Gives extensions in code-server the API that users of stable VS Code have: code-server switches every proposed API on.
import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";

const marker = "/*stable-api*/";

/**
 * Patches the two bundles that decide about proposed API. Idempotent.
 *
 * @param {string} vscodeFolder `lib/vscode` of the code-server package.
 * @throws when a bundle does not look as expected, so that an update of code-server cannot switch the patch off unnoticed.
 */
export function lockProposedApi(vscodeFolder) {
  const hostFile = join(vscodeFolder, "out/vs/workbench/api/node/extensionHostProcess.js");
  const host = readFileSync(hostFile, "utf8");
  // The name of the function that is asked is minified; one of its callers is not.
  const name = /([\w$]+)\([\w$]+,"textDocumentChangeReason"\)/.exec(host)?.[1]?.replaceAll("$", "\\$");
  if (name === undefined) throw new Error(`No check of a proposed API found in ${hostFile}`);
  patch(
    hostFile,
    new RegExp(`function ${name}\\((\\w+),(\\w+)\\)\\{return!0\\}`),
    (found, extension, proposal) =>
      `${found.slice(0, -"return!0}".length)}${marker}return!!${extension}.enabledApiProposals?.includes(${proposal})}`,
  );
  patch(
    join(vscodeFolder, "out/vs/code/browser/workbench/workbench.js"),
    /_envEnablesProposedApiForAll=!0/,
    () => `_envEnablesProposedApiForAll=${marker}!1`,
  );
}

function patch(file, pattern, replacement) {
  const text = readFileSync(file, "utf8");
  if (text.includes(marker)) return;
  if (!pattern.test(text)) throw new Error(`Nothing to patch in ${file}`);
  writeFileSync(file, text.replace(pattern, replacement));
}
