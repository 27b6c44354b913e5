import { contextBridge, ipcRenderer } from "electron";

contextBridge.exposeInMainWorld("api", {
  // ruleid: javascript.electron-open-bridge
  send: (channel, ...args) => ipcRenderer.send(channel, ...args),
  // ok: javascript.electron-open-bridge
  save: (text) => ipcRenderer.invoke("save", String(text)),
});

// ruleid: javascript.electron-open-bridge
contextBridge.exposeInMainWorld("ipc", ipcRenderer);

contextBridge.exposeInMainWorld("bridge", {
  invoke: (channel, data) => {
    // ruleid: javascript.electron-open-bridge
    return ipcRenderer.invoke(channel, data);
  },
});

const CHANNELS = ["notes:read", "notes:write"];
contextBridge.exposeInMainWorld("notes", {
  send: (channel, data) => {
    // ok: javascript.electron-open-bridge
    if (CHANNELS.includes(channel)) ipcRenderer.send(channel, data);
  },
});

// Inside of the preload script.
function forward(channel, data) {
  // ok: javascript.electron-open-bridge
  ipcRenderer.send(channel, data);
}
