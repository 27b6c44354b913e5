const { Client } = require("ssh2");

// ruleid: javascript.host-key-check-off
new Client().connect({ host, username, privateKey, hostVerifier: () => true });
// ruleid: javascript.host-key-check-off
new Client().connect({ host, hostVerifier: (key) => true });
// ruleid: javascript.host-key-check-off
cp.spawn("ssh", ["-o", "StrictHostKeyChecking=no", host]);
// ok: javascript.host-key-check-off
new Client().connect({ host, username, hostVerifier: (key) => key.equals(known) });
// ok: javascript.host-key-check-off
cp.spawn("ssh", ["-o", "StrictHostKeyChecking=yes", host]);
// ok: javascript.host-key-check-off
new Client().connect({ host, username, hostHash: "sha256", hostVerifier: verify });
