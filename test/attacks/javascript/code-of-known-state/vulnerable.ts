export function createResetCode(): string {
  const code = Math.floor(100000 + Math.random() * 900000);
  return String(code);
}

export function generateApiKey(): string {
  let key = "";
  const letters = "abcdefghijklmnopqrstuvwxyz";
  for (let i = 0; i < 20; i++) key += letters[Math.floor(Math.random() * letters.length)];
  return key;
}
