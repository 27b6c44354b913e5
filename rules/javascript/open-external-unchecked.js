const { ipcMain, shell } = require("electron");

// ruleid: javascript.open-external-unchecked
ipcMain.on("open", (event, url) => { shell.openExternal(url); });

ipcMain.handle("show", (event, file) => {
  // ruleid: javascript.open-external-unchecked
  return shell.openPath(file);
});

window.webContents.setWindowOpenHandler(({ url }) => {
  // ruleid: javascript.open-external-unchecked
  shell.openExternal(url);
  return { action: "deny" };
});

ipcMain.on("docs", (event, url) => {
  // ok: javascript.open-external-unchecked
  if (new URL(url).origin === "https://docs.example.com") shell.openExternal(url);
});

ipcMain.on("help", (event, page) => {
  // ok: javascript.open-external-unchecked
  shell.openExternal("https://docs.example.com/help");
});

ipcMain.on("link", (event, url) => {
  if (new URL(url).protocol !== "https:") return;
  // ok: javascript.open-external-unchecked
  shell.openExternal(url);
});

window.webContents.setWindowOpenHandler(({ url }) => {
  // ruleid: javascript.open-external-unchecked
  require("electron").shell.openExternal(url);
  // ok: javascript.open-external-unchecked
  if (url.startsWith("https://docs.example.com/")) require("electron").shell.openExternal(url);
  return { action: "deny" };
});
