import { KINDS, type KindId } from './kinds.ts';
import { endOfShape } from './shape-in-text.ts';

/** Signs that programs put in place of a secret's middle, or of all of it. */
const MASK_SIGNS = ['•', '●', '∙', '·', '＊', '***', '…', '...', '[redacted]', '<redacted>', '[hidden]', '[filtered]'];
const ELLIPSES = ['…', '...'];

/** Words of examples, in English and French. A value that is nothing but these (and names of makers) was never a key. */
const SPACE = /\s{1,3}/;
const EXAMPLE_WORDS = new Set(
  `a an api apikey auth bearer cle cles clef credential credentials env eyj gateway ici here insert insertion ant api01
  api03 change changeme changez changer chatgpt claude copy coller collez de default demo dummy dev enter entrez example
  exemple fake foo bar from gemini generate generated goes google groq gpt id in is jeton jwt key keys la le live local
  lorem ipsum ma me mettre mettez mine mistral mon mot my name new none nouveau nouvelle null of ollama on open openai
  openwebui anthropic openrouter deepseek paste passe password placeholder please svp prod production proj put real remplace
  remplacer remplacez replace sample secret secrete set sk some something stage staging test testing the this to todo
  token undefined valeur value votre votreclef vraie webui with xxx yes your yours yourkey yourapikey true false
  gh ghp pat hf xai pplx nvapi aiza sandbox moi ajouter ajoutez saisir saisissez renseigner renseignez`.split(SPACE),
);

/** A sequence somebody typed to fill a field: `sk-1234`, `1234567890abcdef`. */
const MIN_FILLER_LENGTH = 4;
/** Nobody counts further than this; the rest of a longer value is not looked at. */
const MAX_FILLER_LENGTH = 64;

/** Whether a program hid part of the value, and whether something of its beginning is left. */
export function isMasked(value: string): boolean {
  const lower = value.toLowerCase();
  return MASK_SIGNS.some((sign) => lower.includes(sign)) && !isCutByEllipsis(value) && !isExampleEllipsis(value);
}

/** `eyJhbGciOi…`: an ellipsis after a good part of the key: copied from a place that shows only its beginning. */
export function isCutByEllipsis(value: string): boolean {
  const visible = beforeFinalEllipsis(value);
  return visible !== undefined && visible.length >= 12;
}

/** Whether the value stands for a key in an example or a template: `changeme`, `sk-...`, `eyJ_NOUVELLE_CLE_ICI`. */
export function isPlaceholder(value: string): boolean {
  return isExampleEllipsis(value) || isTemplate(value) || isFiller(value) || isOnlyExampleWords(value);
}

/** The kind that the value begins like, when it is whole characters of a key but not all of them. */
export function looksCutOff(value: string): KindId | undefined {
  const visible = beforeFinalEllipsis(value) ?? value;
  if (!ONLY_KEY_CHARACTERS.test(visible)) return undefined;
  if (PART_OF_OPEN_WEBUI_KEY.test(visible)) return 'open-webui-api-key';
  if (visible.startsWith('eyJ') && visible.length >= 12) return 'jwt';
  return KINDS.find((kind) => beginsLike(kind.prefixes, visible) && endOfShape(kind, visible, 0) === undefined)?.id;
}

const ONLY_KEY_CHARACTERS = /^[\w.+/=|:-]{0,12000}$/;
const PART_OF_OPEN_WEBUI_KEY = /^sk-[0-9a-f]{12,31}$/;
/** Shorter beginnings (`pat`, `re_`) are beginnings of ordinary words too. */
const MIN_TELLING_PREFIX_LENGTH = 4;

function beginsLike(prefixes: readonly string[], value: string): boolean {
  return prefixes.some(
    (prefix) =>
      prefix.length >= MIN_TELLING_PREFIX_LENGTH && value.length > prefix.length + 2 && value.startsWith(prefix),
  );
}

function beforeFinalEllipsis(value: string): string | undefined {
  const ellipsis = ELLIPSES.find((sign) => value.endsWith(sign));
  return ellipsis === undefined ? undefined : value.slice(0, -ellipsis.length);
}

/** `sk-...` and `eyJ…`: a beginning that everybody knows, and nothing of a key. */
function isExampleEllipsis(value: string): boolean {
  const visible = beforeFinalEllipsis(value);
  return visible !== undefined && visible.length < 12 && !MASK_SIGNS.some((sign) => visible.includes(sign));
}

/** `${KEY}`, `$KEY`, `{{ key }}`, `<your key>`, `%KEY%`, `process.env.KEY`: a name where a value should be. */
function isTemplate(value: string): boolean {
  if (value.startsWith('$') || value.includes('{{') || value.startsWith('process.env')) return true;
  if (value.startsWith('%') && value.endsWith('%')) return true;
  return (value.startsWith('<') && value.endsWith('>')) || (value.startsWith('[') && value.endsWith(']'));
}

function isFiller(value: string): boolean {
  const start = afterPrefix(value).slice(0, MAX_FILLER_LENGTH);
  const body = start.toLowerCase().replaceAll('-', '').replaceAll('_', '');
  if (body.length < MIN_FILLER_LENGTH) return false;
  if (hasAtMostTwoCharacters(body)) return true;
  let risingCount = 0;
  for (let index = 1; index < body.length; index += 1) if (follows(body, index)) risingCount += 1;
  return risingCount / (body.length - 1) >= 0.7;
}

/** `xxxxxxxx`, `0000-0000`, `abababab`. */
function hasAtMostTwoCharacters(body: string): boolean {
  const first = body[0];
  let second: string | undefined;
  for (const character of body) {
    if (character === first || character === second) continue;
    if (second !== undefined) return false;
    second = character;
  }
  return true;
}

function follows(body: string, index: number): boolean {
  const step = body.charCodeAt(index) - body.charCodeAt(index - 1);
  const wrapsAround = body[index - 1] === '9' && (body[index] === '0' || body[index] === 'a');
  return step === 1 || wrapsAround;
}

const PREFIXES = [...new Set(KINDS.flatMap(({ prefixes }) => prefixes))];

/** What comes after the longest beginning that a kind has, `sk-` included. */
function afterPrefix(value: string): string {
  let longest = '';
  for (const prefix of PREFIXES) if (prefix.length > longest.length && value.startsWith(prefix)) longest = prefix;
  return value.slice(longest.length);
}

function isOnlyExampleWords(value: string): boolean {
  if (value.length > MAX_EXAMPLE_LENGTH) return false;
  const words = value
    .normalize('NFD')
    .replace(ACCENTS, '')
    .toLowerCase()
    .split(BETWEEN_WORDS)
    .filter((word) => word !== '');
  const areAllKnown = words.every((word) => EXAMPLE_WORDS.has(word) || FILLER_WORD.test(word));
  return areAllKnown && words.some((word) => EXAMPLE_WORDS.has(word) || word.startsWith('xx'));
}

/** Longer than any example's name for a key. */
const MAX_EXAMPLE_LENGTH = 200;
const ACCENTS = /[\u0300-\u036f]/g;
const BETWEEN_WORDS = /[^a-z0-9]/;
const FILLER_WORD = /^(?:x{1,200}|0{1,200}|\d{1,4}|v\d)$/;
