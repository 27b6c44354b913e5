import { randomInt } from "node:crypto";

export function createResetCode(): string {
  return String(randomInt(100000, 1000000));
}

export function generateApiKey(): string {
  const letters = "abcdefghijklmnopqrstuvwxyz";
  return Array.from({ length: 20 }, () => letters[randomInt(letters.length)]).join("");
}
