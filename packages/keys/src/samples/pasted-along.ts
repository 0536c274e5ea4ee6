import { pick, type Random } from './seeded-random.ts';

/** The ways people paste a key: each leaves the key whole and puts something around or into it. */
export const PASTED_ALONG: readonly ((key: string, random: Random) => string)[] = [
  (key) => key,
  (key) => `  ${key}\n`,
  (key) => `"${key}"`,
  (key) => `'${key}',`,
  (key) => `“${key}”`,
  (key) => `«\u00a0${key}\u00a0»`,
  (key) => `\`${key}\``,
  (key) => `Bearer ${key}`,
  (key) => `Authorization: Bearer ${key}`,
  (key) => `OPENWEBUI_API_KEY=${key}`,
  (key) => `OPENWEBUI_API_KEY = "${key}"  # la clé`,
  (key) => `export OPENWEBUI_API_KEY='${key}';`,
  (key) => `OPENWEBUI_API_KEY: ${key}`,
  (key) => `"apiKey": "${key}",`,
  (key) => `\ufeff${key}`,
  (key, random) => insertAt(key, random, '\u200b'),
  (key) => `PORT=8787\n# the key\nOPENWEBUI_API_KEY=${key}\nHOST=0.0.0.0\n`,
  (key) => `curl -H "Authorization: Bearer ${key}" https://chat.example.com/api/models`,
  (key, random) =>
    `${pick(random, ['Voici ma clé :', 'My key is', 'clé ='])} ${key} ${pick(random, ['merci', 'thanks'])}`,
];

function insertAt(text: string, random: Random, piece: string): string {
  const position = Math.floor(random() * text.length);
  return text.slice(0, position) + piece + text.slice(position);
}
