import fs, { chmodSync } from "node:fs";

// ruleid: javascript.world-writable-mode
fs.chmodSync("run.sh", 0o777);
// ruleid: javascript.world-writable-mode
chmodSync(file, "777");
// ruleid: javascript.world-writable-mode
await fs.promises.chmod(file, 0o666);
// ok: javascript.world-writable-mode
fs.mkdirSync("uploads", { recursive: true, mode: 0o777 });
// ok: javascript.world-writable-mode
fs.chmodSync("run.sh", 0o755);
// ok: javascript.world-writable-mode
fs.writeFileSync("key.pem", key, { mode: 0o600 });
// ok: javascript.world-writable-mode
fs.chmodSync(file, mode);

// ruleid: javascript.world-writable-mode
fs.writeFileSync(file, pem, { mode: 0o666 });
// ruleid: javascript.world-writable-mode
process.umask(0);
// ok: javascript.world-writable-mode
fs.writeFileSync(file, pem, { mode: 0o600 });
// ok: javascript.world-writable-mode
process.umask(0o027);
