import { characters, charactersBetween, uuid } from './characters.ts';
import { integer, pick, type Random } from './seeded-random.ts';

/**
 * A message as visitors of a website write them, in French or English, with the things in it that look technical and
 * are no secret: order numbers, UUIDs, commits, phone numbers, IBANs, addresses, file names, Base64 pictures, code.
 */
export function ordinaryMessage(random: Random): string {
  const sentences = Array.from({ length: integer(random, 1, 3) }, () => sentence(random));
  return sentences.join(pick(random, [' ', '\n', ' ']));
}

const OPENINGS = [
  'Bonjour, ma commande',
  'Pouvez-vous me dire où en est le dossier',
  'Je n’arrive plus à ouvrir',
  'Merci de rappeler au sujet de',
  'L’application affiche',
  'Hello, I have a question about',
  'The page shows',
  'My parcel number is',
  'Can you look up',
  'It fails with',
  'Ma clé de voiture est perdue, voir',
  'Where do I put the API key (sk-...) for',
  'Mon jeton eyJ… ne marche plus, réf.',
  'token expired for',
  'Le mot de passe est refusé pour',
];
const ENDINGS = [
  'depuis hier.',
  'merci d’avance !',
  'et rien ne se passe ?',
  'since yesterday.',
  '— any idea?',
  'et c’est urgent :-(',
  'thanks; bye.',
  '(voir pièce jointe).',
];
const WORDS =
  'task-list risk-assessment disk-usage ask-me-anything app-development-guidelines dataset-publique-de-la-ville re-lire pattern patient fc-barcelona hf_radio xai-pour-debutants sk-learn sk-SK AQ.Labs SG.hamburg key-account-manager app-store-optimization-2026 Voyage-Organise-Printemps-2026 npm_config_registry github_pat_tutorial glpat-example gsk_vaccins AIza fw_update_v2 eyJustine r8_fahrzeug do_not_reply'.split(
    ' ',
  );

const THINGS: readonly ((random: Random) => string)[] = [
  (r) => `n° ${integer(r, 1000, 99_999_999)}`,
  (r) => `#${characters(r, 'base36', 8).toUpperCase()}-${integer(r, 1, 999)}`,
  (r) => uuid(r),
  (r) => characters(r, 'hex', pick(r, [7, 12, 32, 40, 64])),
  (r) => `+33 ${integer(r, 1, 9)} ${pairs(r, 4)}`,
  (r) => `0${integer(r, 1, 9)}.${pairs(r, 4).replaceAll(' ', '.')}`,
  (r) => `FR${integer(r, 10, 99)} ${groups(r, 5)} ${characters(r, 'digits', 3)}`,
  (r) =>
    `https://www.${characters(r, 'small', 8)}.example/${slug(r)}?id=${charactersBetween(r, 'base62', 6, 24)}&page=2`,
  (r) => `https://youtu.be/${characters(r, 'base64url', 11)}?t=${integer(r, 1, 600)}`,
  (r) => `https://docs.example/d/${characters(r, 'base64url', 44)}/edit#gid=0`,
  (r) => `data:image/png;base64,${charactersBetween(r, 'base64', 100, 600)}==`,
  (r) => `sha256-${characters(r, 'base64', 43)}=`,
  (r) => `${slug(r)}.${characters(r, 'hex', pick(r, [8, 16, 32]))}.js`,
  (r) => `le ${integer(r, 1, 28)}/${integer(r, 1, 12)}/2026 à ${integer(r, 0, 23)}:${integer(r, 10, 59)}`,
  (r) => `${characters(r, 'small', 7)}@${characters(r, 'small', 6)}.example`,
  (r) => `192.168.${integer(r, 0, 255)}.${integer(r, 1, 254)}:${integer(r, 1000, 9999)}`,
  (r) => `\`const x = ${integer(r, 1, 99)}; // ${slug(r)}\``,
  (r) => `C:\\Users\\${characters(r, 'small', 6)}\\${slug(r)}.txt`,
  (r) => `| ${integer(r, 1, 99)}|${charactersBetween(r, 'small', 3, 12)} |`,
  (r) => `1Z${characters(r, 'base36', 16).toUpperCase()}`,
  (r) => `${characters(r, 'base32', 4)}-${characters(r, 'base32', 4)}-${characters(r, 'base32', 4)}`,
  (r) => characters(r, 'base62', pick(r, [20, 22, 32, 40, 43])),
  (r) => pick(r, WORDS),
  (r) => slug(r),
];

function sentence(random: Random): string {
  return `${pick(random, OPENINGS)} ${pick(random, THINGS)(random)} ${pick(random, ENDINGS)}`;
}

function slug(random: Random): string {
  return Array.from({ length: integer(random, 1, 4) }, () => pick(random, WORDS)).join(pick(random, ['-', '_', '/']));
}

function pairs(random: Random, count: number): string {
  return Array.from({ length: count }, () => characters(random, 'digits', 2)).join(' ');
}

function groups(random: Random, count: number): string {
  return Array.from({ length: count }, () => characters(random, 'digits', 4)).join(' ');
}
