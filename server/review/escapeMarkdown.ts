/** Text of a workspace in Markdown that the editor shows. Pure. */

/** Must not become a link, an image, a list or a command. One line: what is escaped is a paragraph or a part of one. */
export function escapeMarkdown(text: string): string {
  return text
    .replace(/[\\`*_{}[\]()#+!|<>~$&]/g, (character) => `\\${character}`)
    .replace(/\s*[\r\n]\s*/g, " ")
    .replace(/^(\s*)([-=])/, "$1\\$2")
    .replace(/^(\s*\d+)\.(?=\s)/, "$1\\.");
}
