// ruleid: javascript.hardcoded-secret
const dbPassword = "Tr0ub4dor&3x";
// ok: javascript.hardcoded-secret
const password = process.env.DB_PASSWORD;

const config = {
  // ruleid: javascript.hardcoded-secret
  apiKey: "9f86d081884c7d659a2feaa0c55ad015",
  // ok: javascript.hardcoded-secret
  apiKeyHeader: "x-api-key-2",
  // ok: javascript.hardcoded-secret
  tokenType: "Bearer",
  // ok: javascript.hardcoded-secret
  clientSecret: "your-client-secret-1",
  // ruleid: javascript.hardcoded-secret
  "client_secret": "kX8vQ2mZ7pL4rT9w",
};

// ruleid: javascript.hardcoded-secret
const secret = process.env.JWT_SECRET || "s3cr3t-k3y-2024";
// ok: javascript.hardcoded-secret
const other = process.env.JWT_SECRET ?? "";

class Client {
  constructor() {
    // ruleid: javascript.hardcoded-secret
    this.accessToken = "b7Hn2kQw9ZrXy4Lm8PfT";
    // ok: javascript.hardcoded-secret
    this.refreshToken = undefined;
  }
}

// ok: javascript.hardcoded-secret
const PASSWORD = "password";
// ok: javascript.hardcoded-secret
const resetPassword = "/account/reset-password/2";
// ok: javascript.hardcoded-secret
const errorPassword = "Your password needs 8 characters";
// ok: javascript.hardcoded-secret
const apiSecret = "<API_SECRET_1>";
// ok: javascript.hardcoded-secret
const sampleToken = "xxxxxxxxxxxx1234";
// ok: javascript.hardcoded-secret
const idToken = "user.token.v2";
