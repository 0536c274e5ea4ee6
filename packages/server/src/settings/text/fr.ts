import { countedIn } from '@guichet/contract/counted';
import type { SettingTexts } from './setting-texts.ts';

const counted = countedIn('fr');

const characters = { one: '# caractère', other: '# caractères' };

const NO_FILE = {
  folder: 'un dossier',
  pipe: 'un tube nommé',
  socket: 'une socket',
  device: 'un périphérique',
};

export const fr: SettingTexts = {
  problem: {
    notAddress: (quoted) => `vaut «\u202f${quoted}\u202f», ce qui n’est pas une adresse web`,
    holdsPassword: () => 'contient un nom d’utilisateur ou un mot de passe\u202f; retirez-le',
    schemeTwice: (meant) => `contient deux fois http:// ou https://\u202f; l’adresse voulue est sans doute ${meant}`,
    schemeWithoutColon: (meant) =>
      `n’a pas de deux-points après http ou https\u202f; l’adresse voulue est sans doute ${meant}`,
    schemeMissing: (meant) =>
      `ne commence ni par http:// ni par https://\u202f; l’adresse voulue est sans doute ${meant}`,
    notHttp: (quoted) => `vaut «\u202f${quoted}\u202f», qui ne commence ni par http:// ni par https://`,
    notOrigin: (quoted) => `contient «\u202f${quoted}\u202f»\u202f; une origine s’arrête après l’hôte et le port`,
    starTooWide: (quoted) =>
      `contient «\u202f${quoted}\u202f», qui autorise aussi les sites d’inconnus\u202f; indiquez un domaine qui vous appartient, comme https://*.example.com`,
    starElsewhere: (quoted) =>
      `contient «\u202f${quoted}\u202f»\u202f; l’étoile doit être toute la première partie du nom d’hôte, comme https://*.example.com`,
    notPort: (quoted) => `vaut «\u202f${quoted}\u202f», ce qui n’est pas un port entre 0 et 65535`,
    notCount: (quoted, least, most) => `vaut «\u202f${quoted}\u202f», qui n’est pas un nombre de ${least} à ${most}`,
    noneOf: (quoted, choices) => `vaut «\u202f${quoted}\u202f», mais doit être l’un de\u202f: ${choices}`,
    notRange: (quoted) => `contient «\u202f${quoted}\u202f», ce qui n’est pas une plage d’adresses`,
    masterKeyId: () => 'contient une clé dont le nom a d’autres caractères que des lettres et des chiffres',
    masterKeyLength: (id, bytes) =>
      `contient une clé «\u202f${id}\u202f» de ${counted(bytes, { one: '# octet', other: '# octets' })}\u202f; une clé maîtresse en compte 32`,
    unreadable: (reason) => `ne peut pas être lu (${reason})`,
    notAFile: (kind) => `est ${NO_FILE[kind]}, pas un fichier`,
    noMasterKey: () => 'ne contient aucune clé',
    twoMasterKeys: () => 'contient deux clés du même nom',
    controlCharacter: () => 'contient un saut de ligne ou un autre caractère de contrôle',
    notHost: (quoted) => `vaut «\u202f${quoted}\u202f», ce qui n’est ni un nom d’hôte ni une adresse`,
    notPostgres: () =>
      'n’est pas l’adresse d’une base PostgreSQL, avec utilisateur, hôte et nom de la base\u202f; dans un mot de passe, écrivez %40 pour @, %23 pour #, %2F pour / et %3A pour :',
    notRedis: () =>
      'n’est pas l’adresse d’un Redis ou Valkey, qui commence par redis:// ou rediss:// et contient un hôte\u202f; dans un mot de passe, écrivez %40 pour @, %23 pour #, %2F pour / et %3A pour :',
    tooShort: (least) => `compte moins de ${counted(least, characters)}`,
    looksSecret: (length) =>
      `semble contenir un secret de ${counted(length, characters)}, alors que Guichet affiche ce réglage\u202f; définissez la clé pour Open WebUI dans OPENWEBUI_API_KEY`,
    unknown: () => 'n’est pas un réglage de cette version',
    notInConsole: () =>
      'ne se règle pas dans la console, car Guichet ne le lit qu’au démarrage\u202f; définissez-le dans l’environnement',
    tooLong: (most) => `compte plus de ${counted(most, characters)}`,
    tooMany: (count) => `compte plus de ${counted(count, { one: '# élément', other: '# éléments' })}`,
    notLink: () => 'n’est pas un lien qui commence par https://, http://, mailto: ou tel:',
    notPictureHost: () =>
      'contient autre chose qu’un nom d’hôte\u202f; écrivez-le sans https://, sans port ni chemin, comme images.example.com ou *.example.com',
    unknownOfSite: (names) => `n’est pas un réglage de site\u202f; choisissez parmi\u202f: ${names}`,
    ofDefaultSite: (setting) =>
      `vient, pour le site default, du réglage ${setting}\u202f; modifiez-le dans la console ou dans l’environnement`,
    forbiddenAddress: () =>
      'mène à une adresse que Guichet ne contacte jamais\u202f: la carte réseau du serveur ou le service de clés de son hébergeur',
    rangeTooWide: (range) =>
      `contient ${range}, qui couvre presque tout le monde, pas seulement un proxy\u202f; les visiteurs pourraient alors choisir leur adresse`,
  },
  refused: (name, problem, example) => `${name} ${problem}. Par exemple\u202f: ${example}`,
  refusedPlainly: (name, problem) => `${name} ${problem}.`,
  proxiesTooWide: (ranges) =>
    `GUICHET_TRUSTED_PROXIES contient ${ranges}, qui couvre presque tout le monde, pas seulement un proxy. Les visiteurs peuvent choisir leur adresse et échapper aux limites. N’indiquez que l’adresse ou le réseau de votre proxy.`,
  misnamed: (name, meant) =>
    `«\u202f${name}\u202f» est défini, mais Guichet ne le lit pas. Le nom à employer est ${meant}.`,
  storedProblem: (sentence) => `Guichet ignore un réglage de la console et utilise la source suivante. ${sentence}`,
};
