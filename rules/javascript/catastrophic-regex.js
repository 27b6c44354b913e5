// ruleid: javascript.catastrophic-regex
const first = /^(a+)+$/;
// ruleid: javascript.catastrophic-regex
const second = new RegExp("^([a-zA-Z0-9]+)*@");
// ruleid: javascript.catastrophic-regex
if (/^(?:\w+)*;/.test(text)) run();
// ruleid: javascript.catastrophic-regex
const parts = text.split(/(\s*)*,/);
// ok: javascript.catastrophic-regex
const fourth = /^(\w+\.)*\w+$/;
// ok: javascript.catastrophic-regex
const fifth = text.match(/^(?:,\d+)*$/);
// ok: javascript.catastrophic-regex
const sixth = new RegExp("^[a-z]+(-[a-z]+)*$");

// ruleid: javascript.catastrophic-regex
const words = /^(\w+\s?)*$/.test(text);
// ok: javascript.catastrophic-regex
const wordsApart = /^\w+(?:\s\w+)*$/.test(text);

// ruleid: javascript.catastrophic-regex
const cells = /^(\s*\w+\s*,?)+$/;
// ok: javascript.catastrophic-regex
const cellsApart = /^\s*\w+(?:,\s*\w+)*$/;

// ruleid: javascript.catastrophic-regex
const DURATION = /^(\s*\d+\s*[a-z]+\s*)+$/i;
// ruleid: javascript.catastrophic-regex
const PARTS = /^(?:[\w-]*\.[\w-]*)+$/;
// ok: javascript.catastrophic-regex
const WORDS = /^(\s*\d+[a-z])+$/i;
// ok: javascript.catastrophic-regex
const ONE = /^\s*(\d+)\s*$/;

// ruleid: javascript.catastrophic-regex
const NUMBERS = /^(\d+|\d*\.\d+)+$/;
// ruleid: javascript.catastrophic-regex
const QUOTED = /^"(?:\\.|[^"\\]+)*"$/;
// ruleid: javascript.catastrophic-regex
const comments = html.replace(/<!--(.|\s)*?-->/g, "");
// ok: javascript.catastrophic-regex
const NUMBER = /^(?:\d+|\d*\.\d+)$/;
// ok: javascript.catastrophic-regex
const QUOTED_ONE_BY_ONE = /^"(?:\\.|[^"\\])*"$/;
// ok: javascript.catastrophic-regex
const commentsAtOnce = html.replace(/<!--(.|\n)*?-->/g, "");
// ok: javascript.catastrophic-regex
const PATHS = /^(?:\/\w+|\.\w+)*$/;
// Nothing after it can fail.
// ok: javascript.catastrophic-regex
const tokens = options.match(/(?:[^\s"']+|"[^"]*"|'[^']*')+/g);

// ruleid: javascript.catastrophic-regex
const TAGS = /^(\s*\w+\s*,?)*$/;
// ruleid: javascript.catastrophic-regex
const isPath = (path) => /^(\/[a-z0-9]+)*(\/?[a-z0-9]*)*$/.test(path);
// ruleid: javascript.catastrophic-regex
const HEADERS = /^(([^:]+:\s*)+)+$/;
// ok: javascript.catastrophic-regex
const LIST = /^\s*\w+(?:\s*,\s*\w+)*$/;
// ok: javascript.catastrophic-regex
const BLOCKS = /^(a(?:[0-9]b)+)+$/;
// ok: javascript.catastrophic-regex
const CALL = /^\(\w+\)+$/;
