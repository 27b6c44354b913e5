// ruleid: javascript.sandbox-off
const a = new BrowserWindow({ webPreferences: { nodeIntegration: true } });
// ruleid: javascript.sandbox-off
const b = new BrowserWindow({ width: 800, webPreferences: { contextIsolation: false, preload } });
// ruleid: javascript.sandbox-off
const c = await puppeteer.launch({ args: ["--no-sandbox", "--headless"] });
// ok: javascript.sandbox-off
const d = new BrowserWindow({ webPreferences: { nodeIntegration: false, contextIsolation: true } });
// ok: javascript.sandbox-off
const e = new BrowserWindow({ width: 800 });
// ok: javascript.sandbox-off
const f = await puppeteer.launch({ args: ["--headless"] });

const webPreferences = { preload, nodeIntegration: true, contextIsolation: false };
// ruleid: javascript.sandbox-off
const settings = new BrowserWindow({ width: 640, webPreferences });
const closed = { webPreferences: { preload, nodeIntegration: false } };
// ok: javascript.sandbox-off
const help = new BrowserWindow(closed);
