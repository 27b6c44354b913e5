/** The frame of a page of the panel: everything in it is put there by the script, as text. Pure. */

export interface PageFrame {
  /** BCP 47, for a screen reader. */
  readonly language: string;
  readonly title: string;
  /** Where the editor serves the extension's files from. */
  readonly cspSource: string;
  /** New for each page. */
  readonly nonce: string;
  readonly styleUri: string;
  readonly scriptUri: string;
}

/** All values come from the extension itself, and are escaped all the same. */
export function pageHtml(frame: PageFrame): string {
  const policy = `default-src 'none'; style-src ${frame.cspSource}; script-src 'nonce-${frame.nonce}'; base-uri 'none'; form-action 'none'`;
  return `<!doctype html>
<html lang="${attribute(frame.language)}">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="${attribute(policy)}">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>${attribute(frame.title)}</title>
<link rel="stylesheet" href="${attribute(frame.styleUri)}">
</head>
<body>
<main aria-labelledby="title">
<h1 id="title" class="spoken">${attribute(frame.title)}</h1>
<div id="page"></div>
<div id="live" class="spoken" role="status" aria-live="polite"></div>
</main>
<script nonce="${attribute(frame.nonce)}" src="${attribute(frame.scriptUri)}"></script>
</body>
</html>`;
}

function attribute(text: string): string {
  const entities: Readonly<Record<string, string>> = { "&": "&amp;", "<": "&lt;", ">": "&gt;", '"': "&quot;" };
  return text.replace(/[&<>"]/g, (character) => entities[character] ?? character);
}
