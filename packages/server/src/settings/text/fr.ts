import type { SettingTexts } from './setting-texts.ts';

export const fr: SettingTexts = {
  problem: {
    notAddress: (quoted) => `vaut «\u202f${quoted}\u202f», ce qui n’est pas une adresse`,
    holdsPassword: () => 'contient un nom d’utilisateur ou un mot de passe, qui n’ont pas leur place dans une adresse',
    schemeTwice: (meant) => `contient deux fois http:// ou https://\u202f; l’adresse voulue est sans doute ${meant}`,
    schemeWithoutColon: (meant) =>
      `n’a pas de deux-points après http ou https\u202f; l’adresse voulue est sans doute ${meant}`,
    notHttp: (quoted) => `vaut «\u202f${quoted}\u202f», qui ne commence ni par http:// ni par https://`,
    notOrigin: (quoted) => `contient «\u202f${quoted}\u202f»\u202f; une origine s’arrête après l’hôte et le port`,
    starTooWide: (quoted) =>
      `contient «\u202f${quoted}\u202f», qui laisse entrer les sites d’inconnus\u202f; indiquez un domaine à vous, comme https://*.example.com`,
    starElsewhere: (quoted) =>
      `contient «\u202f${quoted}\u202f»\u202f; l’étoile doit être toute la première partie du nom d’hôte, comme https://*.example.com`,
    notPort: (quoted) => `vaut «\u202f${quoted}\u202f», ce qui n’est pas un port entre 0 et 65535`,
    notCount: (quoted, least, most) => `vaut «\u202f${quoted}\u202f», qui n’est pas un nombre de ${least} à ${most}`,
    noneOf: (quoted, choices) => `vaut «\u202f${quoted}\u202f», qui n’est pas dans la liste\u202f: ${choices}`,
    notRange: (quoted) => `contient «\u202f${quoted}\u202f», ce qui n’est pas une plage d’adresses`,
    masterKeyId: () => 'contient une clé dont le nom n’est pas fait de lettres et de chiffres',
    masterKeyLength: (id, bytes) =>
      `contient une clé «\u202f${id}\u202f» de ${bytes} octets\u202f; une clé maîtresse en compte 32`,
    unreadable: (reason) => `ne peut pas être lu (${reason})`,
    noMasterKey: () => 'ne contient aucune clé',
    twoMasterKeys: () => 'contient deux clés du même nom',
    controlCharacter: () => 'contient un saut de ligne ou un autre caractère de contrôle',
    notHost: (quoted) => `vaut «\u202f${quoted}\u202f», ce qui n’est ni un nom d’hôte ni une adresse`,
    notPostgres: () =>
      'n’est pas l’adresse d’une base PostgreSQL, avec utilisateur, hôte et nom de la base\u202f; dans un mot de passe, écrivez %40 pour @, %23 pour #, %2F pour / et %3A pour :',
    replicasMissing: () =>
      'demande plusieurs exemplaires, ce que cette version ne permet pas encore\u202f; laissez-le vide',
    tooShort: (characters) => `compte moins de ${characters} caractères`,
    looksSecret: (characters) =>
      `contient ce qui ressemble à un secret de ${characters} caractères, alors que ce réglage est montré\u202f; la clé pour Open WebUI a sa place dans OPENWEBUI_API_KEY`,
    unknown: () => 'n’est pas un réglage de cette version',
    notInConsole: () =>
      'ne se règle pas dans la console, car il compte dès le démarrage\u202f; définissez-le dans l’environnement',
    tooLong: (characters) => `compte plus de ${characters} caractères`,
    tooMany: (count) => `en nomme plus de ${count}`,
    unknownOfSite: (names) => `n’est pas un réglage de site\u202f; il y a ${names}`,
    ofDefaultSite: (setting) =>
      `est, pour le site default, le réglage ${setting}\u202f; modifiez-le dans la console ou dans l’environnement`,
    forbiddenAddress: () =>
      'mène à une adresse où les hébergeurs remettent des identifiants à leurs machines, ou qui ne vaut que sur un seul câble',
    rangeTooWide: (range) =>
      `contient ${range}, qui ne désigne pas un proxy mais presque tout le monde\u202f; les visiteurs pourraient choisir l’adresse sous laquelle ils sont comptés`,
  },
  refused: (name, problem, example) => `${name} ${problem}. Par exemple\u202f: ${example}`,
  refusedPlainly: (name, problem) => `${name} ${problem}.`,
  proxiesTooWide: (ranges) =>
    `GUICHET_TRUSTED_PROXIES contient ${ranges}, qui ne désigne pas un proxy mais presque tout le monde\u202f: les visiteurs peuvent choisir l’adresse sous laquelle ils sont comptés, et échapper aux limites. Indiquez l’adresse du proxy, ou son réseau.`,
  storedProblem: (sentence) =>
    `Un réglage gardé dans la console n’a pas de sens et ne compte pas\u202f; celui qui vient après lui compte. ${sentence}`,
};
