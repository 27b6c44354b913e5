/** Fixes of scripts that stand in components and pages; the rules find `weak()`. */

const node = `- {title: Take a safe one, pattern: weak(), imports: {$SAFE: 'import crypto from "node:crypto"'}, replace: '$SAFE.randomUUID("a")'}`;
const plain = `- {title: Take a safe one, pattern: weak(), replace: safe()}`;

export const embeddedCases = [
  {
    name: "adds an import to the script of a component",
    find: "weak()",
    fixes: node,
    path: "a.vue",
    text: '<template><p /></template>\n<script setup lang="ts">\nconst a = weak();\n</script>\n',
    expected:
      '<template><p /></template>\n<script setup lang="ts">\nimport * as crypto from "node:crypto";\n\nconst a = crypto.randomUUID("a");\n</script>\n',
  },
  {
    name: "adds an import after those of a component, as deep as they stand",
    find: "weak()",
    fixes: node,
    path: "a.svelte",
    text: "<script>\r\n  const a = weak();\r\n</script>\r\n",
    expected: '<script>\r\n  import * as crypto from "node:crypto";\r\n\r\n  const a = crypto.randomUUID("a");\r\n</script>\r\n',
  },
  {
    name: "adds an import where the script stands on one line",
    find: "weak()",
    fixes: node,
    path: "a.vue",
    text: "<p /><script>let a = weak();</script>\n",
    expected: '<p /><script>import * as crypto from "node:crypto";\n\nlet a = crypto.randomUUID("a");</script>\n',
  },
  {
    name: "adds no import to a page",
    find: "weak()",
    fixes: node,
    path: "a.html",
    text: "<script>\nlet a = weak();\n</script>\n",
    expected: "refused: a page brings its libraries by elements of its own",
  },
  {
    name: "changes the script of a page and nothing else",
    find: "weak()",
    fixes: plain,
    path: "a.html",
    text: "<p>weak()</p>\n<script>\nlet a = weak({{ b }});\nlet c = weak();\n</script>\n",
    expected: "<p>weak()</p>\n<script>\nlet a = weak({{ b }});\nlet c = safe();\n</script>\n",
  },
];
