// ruleid: javascript.old-tls-version
const a = https.createServer({ minVersion: "TLSv1", key, cert });
// ruleid: javascript.old-tls-version
const b = tls.connect({ secureProtocol: "TLSv1_method", host });
// ruleid: javascript.old-tls-version
const c = tls.createServer({ ciphers: "RC4-SHA", key, cert });
// ruleid: javascript.old-tls-version
tls.DEFAULT_MIN_VERSION = "TLSv1";
// ok: javascript.old-tls-version
const d = https.createServer({ minVersion: "TLSv1.2", key, cert });
// ok: javascript.old-tls-version
const e = tls.connect({ host, port: 443 });
// ok: javascript.old-tls-version
const f = tls.createServer({ ciphers: "ECDHE-RSA-AES256-GCM-SHA384:!RC4:!aNULL", key, cert });
