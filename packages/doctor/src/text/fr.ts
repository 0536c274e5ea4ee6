/** French, an original of its own. */

import { countedIn } from '@guichet/contract/counted';
import type { SignInProblem } from '../sign-in-problem.ts';
import type { Texts } from './en.ts';
import type { HoleId } from './hole-id.ts';

const counted = countedIn('fr');
const inSeconds = (seconds: number) => counted(seconds, { one: '# seconde', other: '# secondes' });

const HOLES: Record<HoleId, string> = {
  unlisted: 'La 0.12.4 corrige des failles que ses auteurs ne détaillent pas. Ils demandent à tous de mettre à jour.',
  administratorsDeleted:
    'Avant la 0.12.2, des comptes pouvaient être supprimés par SCIM, y compris ceux des administrateurs.',
  weakSecret: 'Avant la 0.12.0, le secret qui signe les sessions était créé par un générateur trop faible.',
  tokensInLogs:
    'Avant la 0.11.4, des jetons figuraient dans les journaux, et des comptes en attente pouvaient lire des listes de modèles.',
  serverFetches: 'Avant la 0.11.1, on pouvait faire lire par le serveur des adresses de votre propre réseau.',
  allowListPath: 'Avant la 0.9.6, des requêtes pouvaient contourner la liste des chemins autorisés.',
  allowListBypassed: 'Avant la 0.9.0, un autre en-tête permettait de contourner la liste des chemins autorisés.',
  foreignChats: 'Avant la 0.9.0, n’importe quelle clé pouvait poursuivre la discussion de n’importe qui.',
  modelAccess: 'Avant la 0.8.11, on pouvait atteindre les modèles et les notes d’autrui.',
};

const SIGN_IN_PROBLEMS: Record<SignInProblem, string> = {
  'no-credential': 'Guichet n’a pas encore de clé pour Open WebUI\u202f: l’agent complet ne peut pas fonctionner.',
  'no-account':
    'L’agent complet demande une adresse e-mail et un mot de passe en plus de la clé, et Guichet n’en a pas.',
  'other-address':
    'Le mot de passe de l’agent complet a été saisi pour une autre adresse d’Open WebUI. Guichet ne l’a pas envoyé à celle-ci.',
  'wrong-password': 'Open WebUI refuse le mot de passe que Guichet a pour l’agent complet.',
  'account-gone': 'Le compte avec lequel l’agent complet se connecte n’existe plus dans Open WebUI.',
  'no-password-sign-in':
    'Cet Open WebUI ne propose pas de connexion par mot de passe\u202f: l’agent complet ne peut pas y fonctionner.',
  'second-factor': 'Le compte avec lequel l’agent complet se connecte demande un second facteur que Guichet n’a pas.',
  'wrong-code': 'Open WebUI refuse le code de l’application d’authentification du compte.',
  'account-pending': 'Le compte avec lequel l’agent complet se connecte attend encore d’être approuvé.',
  'too-many-sign-ins': 'Il y a eu trop d’essais de connexion. Guichet attend avant de se connecter de nouveau.',
  'not-reached': 'Guichet n’a pas pu joindre Open WebUI pour connecter l’agent complet.',
  administrator:
    'L’agent complet se connecte comme administrateur\u202f: les visiteurs auraient les droits d’un administrateur.',
  'other-account': 'L’agent complet se connecte avec un autre compte que celui de la clé.',
  'session-refused': 'Open WebUI refuse la session qu’il a donnée à Guichet pour l’agent complet.',
};

const SIGN_IN_STEPS: Record<SignInProblem, string> = {
  'no-credential': 'Donnez à Guichet la clé du compte de service, dans la console sous Clés.',
  'no-account':
    'Donnez à Guichet l’adresse e-mail et le mot de passe du compte de service, par cette commande ou dans la console sous Clés.',
  'other-address': 'Saisissez de nouveau l’adresse e-mail et le mot de passe, pour cet Open WebUI.',
  'wrong-password': 'Saisissez le mot de passe actuel.',
  'account-gone': 'Refaites la mise en place du compte, dans la console sous Clés, ou ajoutez-le dans Open WebUI.',
  'no-password-sign-in':
    'Choisissez «\u202fUn tour\u202f» sur la page Assistant de la console\u202f: la clé lui suffit.',
  'second-factor':
    'Saisissez de nouveau l’adresse e-mail et le mot de passe, avec la clé secrète de l’application d’authentification.',
  'wrong-code':
    'Synchronisez les deux horloges par le réseau, puis saisissez de nouveau la clé secrète de l’application d’authentification.',
  'account-pending':
    'Dans Open WebUI, ouvrez Panneau d’administration > Utilisateurs et donnez au compte le rôle «\u202fuser\u202f».',
  'too-many-sign-ins': 'Attendez quelques minutes, puis vérifiez de nouveau.',
  'not-reached': 'Vérifiez qu’Open WebUI tourne, puis relancez le diagnostic.',
  administrator: 'Saisissez l’adresse e-mail et le mot de passe d’un compte dont le rôle est «\u202fuser\u202f».',
  'other-account': 'Saisissez l’adresse e-mail et le mot de passe du compte auquel appartient la clé.',
  'session-refused':
    'Vérifiez que la clé secrète d’Open WebUI (WEBUI_SECRET_KEY) reste la même à chaque démarrage et sur chaque instance.',
};

export const fr: Texts = {
  checks: {
    'address/present': 'L’adresse d’Open WebUI est définie.',
    'address/form': 'L’adresse est valide.',
    'address/path': 'Rien n’a été collé après l’adresse.',
    'address/loopback': 'L’adresse mène à une autre machine ou à un autre service.',
    'network/name': 'Le nom d’hôte de l’adresse existe.',
    'network/connection': 'Guichet peut ouvrir une connexion.',
    'network/encryption': 'La clé circule chiffrée, ou reste dans votre réseau.',
    'network/certificate': 'Le serveur présente un certificat.',
    'network/certificate-dates': 'Le certificat est valide aujourd’hui.',
    'network/certificate-name': 'Le certificat couvre cette adresse.',
    'network/certificate-chain': 'Guichet fait confiance à l’autorité qui a délivré le certificat.',
    'network/certificate-renewal': 'Le certificat n’expire pas bientôt.',
    'upstream/answers': 'Quelque chose répond à cette adresse.',
    'upstream/proxy-error': 'Aucun proxy ne signale qu’Open WebUI est arrêté.',
    'upstream/redirect': 'L’adresse ne renvoie pas ailleurs.',
    'upstream/login-wall': 'Aucune page de connexion ne barre le passage.',
    'upstream/is-open-webui': 'Open WebUI répond à cette adresse.',
    'upstream/markers': 'Les en-têtes d’Open WebUI arrivent.',
    'upstream/version-known': 'Open WebUI indique sa version.',
    'upstream/version-supported': 'Guichet fonctionne avec cette version.',
    'upstream/version-holes': 'Cette version n’a aucune faille connue.',
    'upstream/version-agrees': 'Toutes les réponses indiquent la même version.',
    'upstream/sign-up': 'Un inconnu ne peut pas se créer de compte.',
    'upstream/sign-in': 'Open WebUI demande de se connecter.',
    'key/present': 'Une clé est définie.',
    'key/placeholder': 'La clé n’est pas un exemple.',
    'key/shape': 'La clé semble complète.',
    'key/family': 'La clé n’est pas celle d’un autre service.',
    'key/clean': 'Rien n’a été collé en plus de la clé.',
    'key/session-life': 'Le jeton de session n’a pas expiré.',
    'key/lasting': 'La clé n’expire pas.',
    'key/header': 'La clé parvient à Open WebUI.',
    'key/switch': 'Les clés API sont autorisées.',
    'key/known': 'Open WebUI connaît la clé.',
    'key/session-accepted': 'Open WebUI accepte le jeton de session.',
    'key/accepted': 'Open WebUI accepte la clé.',
    'key/restrictions': 'Open WebUI limite ce que les clés API peuvent atteindre.',
    'key/reach': 'La clé n’atteint rien de plus que ce dont Guichet a besoin.',
    'account/exists': 'Le compte de la clé existe.',
    'account/approved': 'Le compte a été approuvé.',
    'account/role': 'La clé appartient à un compte ordinaire.',
    'models/list': 'La clé peut voir des modèles.',
    'models/chosen': 'Le modèle choisi est disponible.',
    'models/default': 'Un modèle est choisi dans les réglages.',
    'answer/one-token': 'Le modèle répond.',
    'answer/first-word': 'Le premier mot arrive vite.',
    'answer/stream': 'Une réponse plus longue va jusqu’au bout.',
    'answer/spacing': 'Les réponses arrivent au fur et à mesure.',
    'answer/filter': 'Aucun filtre n’arrête les réponses.',
    'answer/knowledge': 'Les réponses utilisent les documents attachés.',
    'tools/used': 'Le site utilise les outils du modèle comme le prévoient ses réglages.',
    'tools/permitted': 'Le compte de la clé a le droit d’utiliser les outils du modèle.',
    'tools/built-in': 'Les outils intégrés n’exposent pas les données du compte.',
    'tools/sign-in': 'Guichet est connecté pour l’agent complet.',
    'tools/socket': 'Guichet peut ouvrir une connexion WebSocket vers Open WebUI.',
    'tools/stop': 'La clé peut arrêter une réponse en cours.',
    'own/public-address': 'Guichet répond à son adresse publique.',
    'own/public-encryption': 'L’adresse publique est en HTTPS, ou locale.',
    'own/origins-form': 'La liste des origines autorisées est valide.',
    'own/forwarded-addresses': 'Le proxy transmet l’adresse des visiteurs.',
    'own/allowed-origins': 'Les origines qui peuvent afficher la discussion sont définies.',
    'own/clock': 'Les horloges concordent.',
    'own/storage': 'Guichet peut écrire dans le dossier de données.',
    'own/disk': 'Il reste de la place sur le disque.',
    'own/master-key': 'La clé maîtresse est gardée à part des données.',
    'own/store': 'La base de données répond.',
    'own/redis': 'Redis répond.',
    'own/version': 'Guichet est à jour.',
    'own/runtime': 'Guichet tourne sur une version récente de Node.',
    'own/proxy-buffering': 'Le proxy placé devant Guichet transmet les réponses aussitôt.',
    'own/proxy-compression': 'Le proxy placé devant Guichet ne compresse pas les réponses.',
    'own/proxy-timeouts': 'Le proxy placé devant Guichet ne coupe aucune réponse.',
    'own/proxy-authorization': 'Le proxy placé devant Guichet transmet les jetons des visiteurs.',
  },
  said: {
    explainedBy: ({ id }) => `Non examiné\u202f: voir «\u202f${id}\u202f».`,
    nothingToSee: 'Non examiné\u202f: Guichet n’a pas l’information nécessaire à cette vérification.',
    outOfTime: 'Non examiné\u202f: le temps imparti était écoulé.',
    crashed: 'Cette vérification est elle-même tombée en panne. Cela ne change rien aux autres.',
    noEncryption: 'Non examiné\u202f: l’adresse commence par http://.',
    noSession: 'Non examiné\u202f: ce n’est pas un jeton de session.',
    noApiKey: 'Non examiné\u202f: ce n’est pas une clé API.',
    addressWithoutProtocol: 'L’adresse doit commencer par https:// ou http://.',
    addressSchemeTwice: ({ meant }) =>
      `L’adresse contient deux fois http:// ou https://. L’adresse voulue est sans doute ${meant}.`,
    addressSchemeBroken: ({ meant }) =>
      `Il manque le deux-points après http ou https dans l’adresse. L’adresse voulue est sans doute ${meant}.`,
    addressWithPassword: 'L’adresse contient un nom d’utilisateur ou un mot de passe.',
    addressWithPath: ({ path }) => `«\u202f${path}\u202f» a été collé avec l’adresse d’Open WebUI.`,
    loopback: 'L’adresse désigne la machine de Guichet elle-même ou, dans un conteneur, ce conteneur.',
    proxyUnreachable: ({ proxy, name }) => `Le proxy du réseau ${proxy}, défini dans ${name}, ne répond pas.`,
    connectionRefused: ({ port }) => `Rien n’écoute sur le port ${port} de l’adresse d’Open WebUI.`,
    connectionTimeout: ({ port }) =>
      `Le port ${port} de l’adresse d’Open WebUI ne répond pas\u202f: quelque chose, en chemin, bloque la connexion.`,
    noTlsHere: 'L’adresse commence par https://, mais le serveur n’utilise pas HTTPS sur ce port.',
    certificateSelfSigned: 'Le certificat de l’adresse d’Open WebUI est autosigné.',
    certificateUntrusted: 'Aucune autorité reconnue par Guichet ne garantit le certificat de l’adresse d’Open WebUI.',
    certificateForOther: ({ host }) => `Le certificat ne couvre pas ${host}.`,
    certificateExpired: ({ date }) => `Le certificat de l’adresse d’Open WebUI a expiré le ${date}.`,
    certificateNotYet: ({ date }) => `Le certificat de l’adresse d’Open WebUI n’est valide qu’à partir du ${date}.`,
    certificateEnding: ({ days }) =>
      days < 1
        ? 'Le certificat de l’adresse d’Open WebUI expire dans moins d’un jour.'
        : `Le certificat de l’adresse d’Open WebUI expire dans ${counted(days, { one: '# jour', other: '# jours' })}.`,
    keyTravelsOpen: 'La clé traverse Internet sans chiffrement.',
    connectsButSilent: 'L’adresse d’Open WebUI accepte la connexion, mais n’envoie aucune réponse.',
    hangsUp: 'Le serveur placé à l’adresse d’Open WebUI ferme la connexion sans répondre.',
    proxyFindsNobody: ({ status }) =>
      `Un proxy répond ${status}\u202f: l’Open WebUI placé derrière lui ne lui répond pas.`,
    redirects: ({ location }) => `L’adresse renvoie vers ${location}.`,
    loginWall: 'Une page de connexion, devant Open WebUI, arrête les programmes, Guichet compris.',
    openWebUiIsIll: ({ status }) => `Open WebUI répond lui-même par une erreur (${status}).`,
    anotherProgram: ({ title }) => `«\u202f${title}\u202f» répond à cette adresse, et non Open WebUI.`,
    pageForEverything: 'Cette adresse répond à toute requête par une page web\u202f: ce n’est pas Open WebUI.',
    headersDropped: 'Quelque chose, entre Guichet et Open WebUI, retire des en-têtes de réponse.',
    versionHidden: 'Open WebUI n’indique pas sa version.',
    versionUntried: ({ version, nearest }) =>
      `Guichet n’a pas été testé avec Open WebUI ${version}. Cette version se comporte probablement comme la ${nearest}.`,
    knownHoles: ({ version, count }) =>
      `Open WebUI ${version} a ${counted(count, { one: 'une faille connue', other: 'des failles connues\u202f: # raisons de mettre à jour' })}.`,
    twoVersions: 'Deux réponses de la même adresse indiquent des versions différentes d’Open WebUI.',
    signUpOpen: 'N’importe qui peut se créer un compte dans cet Open WebUI.',
    signInOff: 'Cet Open WebUI ne demande pas de connexion\u202f: toute personne qui l’atteint est administrateur.',
    keyMasked: 'La clé est masquée\u202f: certains caractères sont des points ou des astérisques.',
    keyCut: ({ length }) =>
      `La clé a été coupée après ${counted(length, { one: '# caractère', other: '# caractères' })}.`,
    keysSeveral: 'La valeur contient plusieurs clés différentes. Guichet ne peut pas savoir laquelle est la bonne.',
    pastedAlong: 'Quelque chose a été collé avec la clé. Guichet l’ignore.',
    keysOff: 'Les clés API sont désactivées dans Open WebUI.',
    modelsNotTold: 'Open WebUI ne dit pas quels modèles cette clé peut voir.',
    roleNotTold: 'Non examiné\u202f: Open WebUI ne dit pas à qui est cette clé.',
    noRestrictions: 'Open WebUI laisse les clés API atteindre tous les chemins.',
    sessionIsUnbound: 'La liste des chemins autorisés ne s’applique pas aux jetons de session.',
    reachUntold: 'Guichet n’a pas pu vérifier si la clé donne des accès dont il n’a pas besoin.',
    reachesMore: ({ count }) =>
      `La clé donne ${counted(count, { one: '# accès', other: '# accès' })} dont Guichet n’a pas besoin.`,
    noModelsForAdministrator:
      'Même l’administrateur ne voit aucun modèle\u202f: aucun fournisseur ne répond à Open WebUI.',
    modelNear: ({ near }) => `Le modèle choisi n’est pas disponible, mais «\u202f${near}\u202f» l’est.`,
    modelOff: 'Le modèle choisi est désactivé dans Open WebUI.',
    modelWithoutBase:
      'Le modèle choisi est partagé, mais Open WebUI ne le propose pas\u202f: son modèle de base manque.',
    firstModel: ({ model }) =>
      `Aucun modèle n’est choisi\u202f: c’est le premier de la liste, «\u202f${model}\u202f», qui répond.`,
    baseNotVisible:
      'Le modèle choisi est dans la liste, mais Open WebUI ne laisse pas ce compte utiliser son modèle de base.',
    notProvided:
      'Open WebUI affiche le modèle dans sa liste, mais le fournisseur ne le propose pas en ce moment. Il est injoignable, ou refuse la clé d’Open WebUI.',
    providerIll: 'Le fournisseur derrière Open WebUI renvoie une erreur au lieu d’une réponse.',
    somebodyInstead: 'Quelque chose, devant Open WebUI, refuse la requête au lieu de la transmettre.',
    pageInstead: 'Quelque chose, devant Open WebUI, répond par une page web au lieu de transmettre la requête.',
    providerRejectsKey: 'Le fournisseur refuse la clé qu’Open WebUI utilise.',
    providerPermits: 'Le fournisseur n’autorise pas la clé d’Open WebUI à utiliser ce modèle.',
    providerUnpaid: 'Le compte chez le fournisseur n’a plus de crédit, ou a atteint sa limite de dépenses.',
    providerRejectsSetting:
      'Le fournisseur refuse un réglage envoyé avec chaque question\u202f: ce modèle ne l’accepte pas.',
    providerNotInRegion:
      'Le fournisseur ne propose pas ce modèle dans la région d’où viennent les requêtes d’Open WebUI.',
    providerPolicy:
      'Les règles du compte chez le fournisseur excluent ce modèle\u202f: politique de données, fournisseurs autorisés ou conditions.',
    providerLacksModel:
      'Le fournisseur n’a pas ce modèle\u202f: il a été renommé ou retiré, n’est pas installé, ou n’est pas fait pour discuter.',
    providerFiltersContent:
      'Le filtre de contenu du fournisseur refuse la question, ou les instructions envoyées avec elle.',
    providerRejectsRequest: 'Le fournisseur refuse la requête, pour une raison que Guichet ne reconnaît pas.',
    providerOverloaded: 'Le fournisseur est surchargé.',
    providerSlow: 'Le fournisseur a mis trop de temps à répondre à Open WebUI.',
    tooLongForModel: 'La requête est trop longue pour le modèle, alors que la question du diagnostic est courte.',
    modelDoesNotFit: 'Le modèle ne tient pas dans la mémoire de la machine où il tourne.',
    modelLoading: 'Le modèle est encore en cours de chargement.',
    frontFindsNobody: ({ front }) =>
      `${front || 'Un proxy'}, devant Open WebUI, répond à sa place\u202f: il n’atteint pas Open WebUI.`,
    frontWaitsNoLonger: ({ front }) =>
      `${front || 'Un proxy'}, devant Open WebUI, répond à sa place\u202f: il n’a pas attendu la réponse assez longtemps.`,
    frontFilters: ({ front }) =>
      `${front || 'Un filtre'}, devant Open WebUI, prend Guichet pour un robot et bloque la requête.`,
    frontLimits: ({ front }) => `${front || 'Un proxy'}, devant Open WebUI, limite le nombre de requêtes.`,
    frontDistrusts: ({ front }) =>
      `${front || 'Un proxy'}, devant Open WebUI, refuse le certificat du serveur placé derrière lui.`,
    frontKnowsNoPath: ({ front }) =>
      `${front || 'Un proxy'}, devant Open WebUI, n’a rien à cette adresse ou à ce chemin.`,
    frontTakesLess: ({ front }) =>
      `${front || 'Un proxy'}, devant Open WebUI, n’accepte pas de requêtes de cette taille.`,
    answerFailed: 'Le modèle n’a donné aucune réponse.',
    answerTimeout: ({ seconds }) => `Aucune réponse n’a commencé en ${inSeconds(seconds)}.`,
    answerHungUp: ({ seconds }) =>
      `Quelque chose, en chemin, a coupé la connexion après ${inSeconds(seconds)}, avant le premier mot.`,
    answerEmpty: 'La réponse du modèle était vide.',
    answerSlow: ({ seconds }) => `Le premier mot est arrivé après ${seconds.replace('.', ',')} secondes.`,
    answerCut: 'Une réponse s’est interrompue au milieu.',
    allAtOnce: 'Toute la réponse est arrivée d’un seul bloc.',
    tooShortToTell: 'La réponse était trop courte pour montrer si quelque chose retient les réponses.',
    noKnowledgeAsked: 'Non examiné\u202f: aucun document n’est attaché au modèle.',
    noSources: 'La réponse n’a utilisé aucun document.',
    knowledgeClosed: 'Le compte de la clé n’a pas le droit de lire les documents attachés au modèle.',
    filterEnds: 'Un filtre du modèle met fin à chaque réponse avant son premier mot.',
    filterProbablyEnds:
      'Open WebUI répond en un seul bloc, mais met fin à une réponse mot à mot avant son premier mot. Un filtre en est sans doute la cause.',
    toolModeUntold: 'Non examiné\u202f: Guichet n’a pas pu lire quels outils ce site peut utiliser.',
    toolsNotUsed:
      'Le modèle a des outils ou la recherche web, mais ce site ne s’en sert pas. Pour s’en servir, choisissez «\u202fUn tour\u202f» sur la page Assistant de la console.',
    tooOldForTools: ({ version, needed }) =>
      `Ce site se sert d’outils, ce qui demande Open WebUI ${needed} ou une version plus récente. Celui-ci est en ${version}.`,
    tooOldForAgent: ({ version, needed }) =>
      `Ce site se sert de l’agent complet, qui demande Open WebUI ${needed} ou une version plus récente. Celui-ci est en ${version}.`,
    mcpLosesAnswers: ({ version, names }) =>
      `Open WebUI ${version} perd chaque réponse qui passe par un serveur d’outils MCP. Guichet n’utilise pas ceux-ci\u202f: ${names}.`,
    nativeCallingSet:
      'L’appel de fonction du modèle est réglé sur Native. Avant la 0.10, Open WebUI ignore alors ses documents et ne lance aucun de ses outils pour une clé API.',
    nativeCallingSeen:
      'Le modèle a répondu par un simple appel d’outil. Avant la 0.10, c’est ce qui arrive quand son appel de fonction est réglé sur Native.',
    noToolsAsked: 'Non examiné\u202f: ce site ne se sert pas d’outils, ou le modèle n’en a pas.',
    toolListUntold: 'Non examiné\u202f: Open WebUI ne montre pas à cette clé la liste des outils.',
    toolsMissing: ({ count, names }) =>
      `${counted(count, { one: 'Le compte de la clé n’a pas le droit d’utiliser un outil du modèle, ou cet outil n’existe plus', other: 'Le compte de la clé n’a pas le droit d’utiliser # outils du modèle, ou ils n’existent plus' })}\u202f: ${names}.`,
    noWholeAgent: 'Non examiné\u202f: ce site ne se sert pas de l’agent complet.',
    signInUntold: 'Non examiné\u202f: seul le serveur en marche sait s’il est connecté.',
    signIn: ({ problem }) => SIGN_IN_PROBLEMS[problem],
    stopForbidden: 'La liste des chemins autorisés d’Open WebUI interdit à la clé d’arrêter une réponse en cours.',
    builtinOpen: ({ names }) =>
      `Des outils intégrés donneraient aux visiteurs accès aux données du compte de la clé\u202f: ${names}. Guichet ne lance pas l’agent complet.`,
    agentOfAdministrator:
      'La clé est celle d’un administrateur\u202f: la question d’un visiteur pourrait tout faire. Guichet ne lance pas l’agent complet.',
    builtinVersionUnread:
      'Cet Open WebUI a peut-être des outils intégrés que ce Guichet ne connaît pas. Guichet ne lance pas l’agent complet tant que vous n’avez pas mis Guichet à jour ou désactivé les Outils intégrés du modèle.',
    socketRefused: 'Quelque chose, entre Guichet et Open WebUI, refuse les connexions WebSocket.',
    socketSilent: 'Quelque chose, entre Guichet et Open WebUI, ne transmet pas les connexions WebSocket.',
    socketsOff: 'Les WebSockets sont désactivés dans Open WebUI lui-même.',
    noPublicUrl: 'L’adresse publique n’est pas définie\u202f; Guichet la déduit de chaque requête.',
    publicMalformed: 'L’adresse publique n’est pas une adresse valide.',
    publicAnswersOther: 'Autre chose que Guichet répond à l’adresse publique.',
    publicSilent: 'Guichet n’atteint pas sa propre adresse publique depuis son réseau.',
    publicOpen:
      'L’adresse publique commence par http://\u202f: les navigateurs signalent la discussion comme non sécurisée.',
    originMalformed: ({ origin }) =>
      `«\u202f${origin}\u202f» n’est pas une origine\u202f: elle doit s’arrêter après l’hôte et le port.`,
    originStarWrong: ({ origin }) =>
      `«\u202f${origin}\u202f» n’est pas admis\u202f: l’étoile doit être la première partie d’un domaine qui vous appartient, comme https://*.example.com.`,
    originRefused: ({ origin, times, since }) =>
      `${origin} n’est pas une origine autorisée. Guichet y a bloqué la discussion ${times} fois depuis le ${since}.`,
    forwardedUnseen: 'Non examiné\u202f: seul un serveur en marche voit quelles adresses son proxy transmet.',
    forwardedUnread: ({ times }) =>
      counted(times, {
        one: 'Un proxy de confiance a écrit dans X-Forwarded-For autre chose qu’une adresse.',
        other: 'Des proxys de confiance ont écrit dans X-Forwarded-For autre chose qu’une adresse, # fois.',
      }),
    originsOnlySelf:
      'Aucune autre origine n’est autorisée\u202f: la discussion ne s’affiche que sur les pages de Guichet.',
    clockAhead: ({ seconds }) => `L’horloge d’Open WebUI avance de ${inSeconds(seconds)} sur celle de Guichet.`,
    clockBehind: ({ seconds }) => `L’horloge d’Open WebUI retarde de ${inSeconds(seconds)} sur celle de Guichet.`,
    noDataFolder: 'Non examiné\u202f: aucun dossier de données n’est défini.',
    diskFull: ({ megabytes }) => `Il ne reste que ${megabytes} Mo sur le disque.`,
    diskUnknown: 'Impossible de déterminer la place restante sur le disque.',
    masterKeyBeside:
      'La clé maîtresse se trouve dans le dossier de données\u202f: toute personne qui a une copie du dossier peut tout y lire.',
    noStoreAsked: 'Non examiné\u202f: aucune base de données n’est utilisée ici.',
    storedElsewhere: 'Non examiné\u202f: Guichet garde ses données dans PostgreSQL, pas dans le dossier de données.',
    redisUnused: 'Non examiné\u202f: Redis n’est pas utilisé. Il ne sert que s’il y a plusieurs serveurs.',
    redisLost: 'Guichet n’arrive pas à joindre Redis.',
    redisEvicts: 'Redis supprime des entrées quand sa mémoire est pleine.',
    updateThere: ({ version }) => `Guichet ${version} est disponible.`,
    newestUnknown: 'Guichet ne sait pas si une version plus récente est disponible.',
    runtimeOld: ({ version }) => `Node ${version} est plus ancien que les versions avec lesquelles Guichet est testé.`,
    noTicks: 'Non examiné\u202f: il n’y a pas d’adresse à mesurer.',
    ticksUntold: 'Non examiné\u202f: trop peu du flux mesuré est arrivé pour en juger.',
    ticksLate: 'Les réponses envoyées mot à mot arrivent par paquets\u202f: le proxy placé devant Guichet les retient.',
    ticksLateOnStreet:
      'Les réponses quittent l’adresse publique mot à mot et atteignent votre navigateur par paquets\u202f: quelque chose les retient entre les deux.',
    ticksLateSomewhere:
      'Les réponses envoyées mot à mot atteignent votre navigateur par paquets\u202f: quelque chose les retient entre Guichet et lui.',
    ticksLateInside:
      'Les réponses atteignent votre navigateur mot à mot. Elles ne sont retenues que sur le trajet de Guichet vers sa propre adresse publique, qu’aucun visiteur n’emprunte.',
    compressed: ({ encoding }) =>
      `Quelque chose devant Guichet compresse les réponses (${encoding}) et les retient jusqu’à ce qu’un bloc soit plein.`,
    compressedFlowing: ({ encoding }) =>
      `Quelque chose devant Guichet compresse les réponses (${encoding}), mais laisse passer chaque mot aussitôt.`,
    streamEnded: 'Un flux d’une seconde s’est interrompu en passant par l’adresse publique.',
    timeoutsUntold:
      'Un flux d’une seconde arrive entier. C’est trop court pour savoir si le proxy coupe des réponses plus longues\u202f: accordez-lui un délai d’au moins 60 secondes.',
    ownHeaderLost:
      'Quelque chose, devant Guichet, retire l’en-tête Authorization, dont Guichet a besoin pour reconnaître les visiteurs.',
    publicFromBrowserOnly:
      'Guichet n’atteint pas sa propre adresse publique depuis son réseau, mais votre navigateur l’atteint. Il n’y a rien à faire.',
  },
  impact: {
    noAnswers: 'Les visiteurs n’obtiennent aucune réponse.',
    practiceAnswers: 'C’est l’assistant d’essai qui répond aux visiteurs, pas le vôtre.',
    formerAnswers:
      'Les visiteurs obtiennent encore des réponses, avec l’adresse et la clé précédentes. Après un redémarrage, ils n’en auraient plus.',
    willStop: 'Les visiteurs obtiennent des réponses jusqu’à l’expiration.',
    security: 'Les visiteurs ne remarquent rien, mais d’autres personnes pourraient en profiter.',
    keyCanBeRead: 'Les visiteurs ne remarquent rien, mais toute personne placée sur le trajet peut lire la clé.',
    keyOpensAll: 'Les visiteurs ne remarquent rien, mais toute personne qui obtient la clé peut tout faire.',
    sometimesFails: 'Certaines réponses échouent, d’autres non.',
    noneForSome: 'Les visiteurs obtiennent une réponse qui ne s’appuie pas sur vos documents, ou aucune.',
    cutAnswers: 'Les visiteurs voient des réponses qui s’arrêtent à mi-chemin.',
    waits: 'Les visiteurs attendent sans rien voir venir.',
    oneNetwork:
      'Tous ceux qui passent par ce proxy comptent comme un seul réseau\u202f: les limites sont vite atteintes.',
    notShown: 'La discussion n’apparaît pas, ou pas partout.',
    mayFail: 'Il se peut que les visiteurs n’obtiennent aucune réponse.',
    lost: 'Guichet ne peut pas enregistrer les conversations. Bientôt, les visiteurs ne pourront plus en commencer.',
    replicasAlone:
      'Les visiteurs ne remarquent presque rien\u202f: chaque serveur compte seul leurs limites et apprend les changements un peu plus tard.',
    entriesLost:
      'Les visiteurs ne remarquent rien tant que la mémoire n’est pas pleine. Ensuite, des réponses en cours risquent d’être coupées.',
    untilFull:
      'Les visiteurs ne remarquent rien tant que le disque n’est pas plein. Ensuite, Guichet ne pourra plus enregistrer les conversations.',
    nothingYet: 'Les visiteurs ne remarquent rien.',
    noTools: 'Les visiteurs obtiennent des réponses sans les outils du modèle.',
    lacksTool: 'Les visiteurs obtiennent des réponses sans cet outil.',
    noAgent: 'Les visiteurs obtiennent des réponses avec un seul tour d’outils, sans l’agent complet.',
    cannotStop: 'Les visiteurs peuvent cesser de lire, mais la réponse continue dans Open WebUI, à vos frais.',
  },
  actor: {
    operator: 'Vous, qui exploitez Guichet',
    administrator: 'Un administrateur d’Open WebUI',
    network: 'La personne qui gère le proxy ou le réseau devant Open WebUI',
    proxy: 'La personne qui gère le proxy devant Guichet',
    street: 'La personne qui gère le réseau, l’antivirus ou le CDN entre votre serveur et le navigateur',
    provider: 'Le titulaire du compte chez le fournisseur',
  },
  fix: {
    setAddress: 'Définissez l’adresse d’Open WebUI.',
    renameSetting: ({ name, meant }) =>
      `Renommez «\u202f${name}\u202f» en ${meant}\u202f: Guichet ne lit aucun réglage du premier nom.`,
    writeAddress: 'Saisissez l’adresse telle qu’un navigateur la montre, sans ce qui suit le nom d’hôte et le port.',
    cutPath: 'Retirez tout ce qui suit l’hôte et le port.',
    checkSpelling: 'Comparez le nom d’hôte avec celui de votre navigateur.',
    shareNetwork:
      'Un nom sans point est celui d’un conteneur\u202f: mettez les deux conteneurs sur le même réseau et utilisez le nom du service.',
    checkName: 'Cherchez ce nom depuis la machine où tourne Guichet.',
    checkRunning: 'Vérifiez qu’Open WebUI tourne.',
    leaveLoopback:
      'Si Guichet tourne dans un conteneur, utilisez le nom du service d’Open WebUI ou l’adresse de la machine.',
    checkFirewall: 'Autorisez la machine de Guichet dans le pare-feu placé devant Open WebUI.',
    checkNetworkProxy: ({ name, host }) =>
      `Corrigez ${name}, ou ajoutez ${host} à NO_PROXY si Open WebUI est dans votre réseau. Redémarrez ensuite Guichet.`,
    checkPort: 'Vérifiez le port\u202f: Open WebUI écoute sur 8080, et Docker le publie souvent sur 3000.',
    tryPlain: 'S’il n’y a pas de proxy devant Open WebUI, écrivez http://.',
    checkProxyTls: 'Sinon, donnez au proxy placé devant Open WebUI un certificat pour ce nom.',
    getCertificate: 'Installez un certificat d’une autorité publique. Let’s Encrypt en délivre gratuitement.',
    sendChain: 'Réglez le proxy pour qu’il envoie toute la chaîne de certificats, et pas seulement le dernier.',
    trustOwn: 'Ou indiquez à Guichet votre propre autorité de certification.',
    useNamedAddress: 'Utilisez l’un des noms que couvre le certificat.',
    addName: ({ host }) => `Ou ajoutez ${host} au certificat.`,
    renewCertificate: 'Renouvelez le certificat, et cherchez pourquoi il ne s’est pas renouvelé seul.',
    checkOurClock: 'Vérifiez que l’horloge de la machine de Guichet est à l’heure.',
    useHttps: 'Utilisez l’adresse en https:// d’Open WebUI.',
    readLog: 'Lisez les dernières lignes du journal d’Open WebUI.',
    checkProtocol: 'Vérifiez si l’adresse demande https:// au lieu de http://, ou l’inverse.',
    checkProxyTarget: 'Dans le proxy, vérifiez le nom et le port qui mènent à Open WebUI.',
    useRedirectTarget: 'Utilisez l’adresse vers laquelle elle renvoie, si Open WebUI s’y trouve.',
    letGuichetThrough: 'Laissez passer les requêtes de Guichet sans demander de connexion.',
    useInnerAddress: 'Ou utilisez l’adresse interne d’Open WebUI, pour contourner cet obstacle.',
    openInBrowser: 'Ouvrez l’adresse dans un navigateur et regardez ce qui répond.',
    update: ({ version }) => `Mettez Open WebUI à jour vers la ${version} ou une version plus récente.`,
    closes: ({ why }) => HOLES[why],
    updateAll: 'Mettez toutes les instances d’Open WebUI à la même version.',
    closeSignUp: 'Fermez les inscriptions si vous ne voulez pas d’inconnus.',
    requireSignIn: 'Rendez la connexion de nouveau obligatoire, sauf si vous seul atteignez cet Open WebUI.',
    makeKey: 'Créez une clé API dans Open WebUI, avec un compte qui n’est pas administrateur.',
    putKey: 'Donnez-la à Guichet\u202f: dans la console sous Clés, ou dans ce réglage si votre clé y est définie.',
    copyWhole: 'Copiez la clé avec le bouton placé à côté.',
    providerKeyBelongs: 'La clé d’un fournisseur a sa place dans les connexions d’Open WebUI.',
    secondFactorMayBe:
      'Si un second facteur est devenu obligatoire depuis, il a fermé toutes les sessions. Les clés API continuent de fonctionner.',
    passAuthorization: 'Réglez le proxy placé devant Open WebUI pour qu’il transmette l’en-tête Authorization.',
    switchKeysOn: 'Activez les clés API.',
    permitGroup: 'Autorisez les clés API pour un groupe dont le compte fait partie.',
    permitOnceOn:
      'Autorisez ensuite les clés API pour un groupe dont le compte fait partie. Open WebUI ne montre ce réglage qu’une fois le premier enregistré et la page rechargée.',
    permitAll: 'Ou autorisez-les pour tout le monde.',
    compareKey: 'Vérifiez que le compte montre encore cette clé\u202f: en créer une nouvelle supprime l’ancienne.',
    addAccount: 'Ajoutez un compte réservé à Guichet, avec le rôle d’utilisateur.',
    makeKeyThere: 'Connectez-vous avec ce compte, créez sa clé API et donnez-la à Guichet.',
    approve: 'Donnez au compte le rôle d’utilisateur.',
    allowPaths: 'Ajoutez ces chemins à ceux qui sont autorisés.',
    closePaths: 'Limitez les clés API à ce dont Guichet a besoin. Cela s’applique à toutes les clés API de l’instance.',
    shareModel: 'Partagez un modèle avec le compte de la clé.',
    checkProvider:
      'Vérifiez que les connexions d’Open WebUI affichent des modèles\u202f: une mauvaise clé de fournisseur vide la liste.',
    switchModelOn: 'Activez le modèle dans la liste des modèles d’Open WebUI.',
    chooseModel: ({ model }) => `Ou choisissez un modèle que la clé peut voir, par exemple «\u202f${model}\u202f».`,
    chooseAnyModel: 'Ou choisissez un modèle que la clé peut voir.',
    shareBase: 'Partagez aussi son modèle de base.',
    renewProviderKey:
      'Saisissez une clé de fournisseur valide dans les connexions d’Open WebUI, et vérifiez qu’il reste du crédit.',
    checkProviderRuns: 'Vérifiez que l’adresse du fournisseur, dans les connexions d’Open WebUI, est juste et répond.',
    waitProvider: 'Attendez, ou relevez la limite chez le fournisseur.',
    permitAtProvider: 'Dans le compte chez le fournisseur, donnez à cette clé l’accès au modèle.',
    addCredit: 'Ajoutez du crédit au compte chez le fournisseur, ou relevez sa limite de dépenses.',
    correctModelSettings:
      'Dans Open WebUI, ouvrez les paramètres avancés du modèle et retirez ou corrigez celui que le message nomme.',
    useServedRegion: 'Choisissez un fournisseur ou un point d’accès qui dessert votre région.',
    changeProviderPolicy:
      'Dans le compte chez le fournisseur, ouvrez les réglages de confidentialité ou de fournisseurs et autorisez ce modèle.',
    chooseOtherModel: 'Ou choisissez un autre modèle.',
    checkInstructions: 'Cherchez, dans les instructions et les documents du modèle, ce que le filtre peut refuser.',
    shortenInstructions:
      'Raccourcissez les instructions et les documents du modèle, ou augmentez sa longueur de contexte.',
    waitOverload: 'Attendez quelques minutes, puis vérifiez de nouveau.',
    useSmallerModel: 'Choisissez un modèle plus petit, ou donnez plus de mémoire à la machine.',
    waitForModel: 'Attendez une minute, puis vérifiez de nouveau.',
    readProviderLog: 'Lisez le journal du fournisseur, ou celui de la machine où tourne le modèle.',
    startTunnel: 'Si un tunnel mène à Open WebUI, relancez-le.',
    passBotFilter:
      'Réglez le filtre pour qu’il laisse passer les requêtes de Guichet\u202f: leur user-agent est «\u202fGuichet\u202f».',
    raiseFrontLimit: 'Relevez la limite pour le serveur de Guichet.',
    certificateForProxy: 'Donnez au serveur placé derrière le proxy un certificat que le proxy accepte.',
    passAnswerPath: 'Réglez le proxy pour qu’il transmette à Open WebUI les requêtes vers /api/chat/completions.',
    takeLargerRequests: 'Réglez le proxy pour qu’il accepte des requêtes plus grandes.',
    tryInOpenWebUi: 'Posez une question au même modèle, directement dans Open WebUI.',
    useQuickerModel: 'Choisissez un modèle plus rapide, ou gardez-le chargé.',
    waitLonger:
      'S’il y a un proxy entre Guichet et Open WebUI, accordez-lui un délai plus long que le temps de réponse du modèle.',
    stopBuffering: 'Désactivez la mise en tampon dans le proxy placé entre Guichet et Open WebUI.',
    nginx:
      'Dans nginx\u202f: ajoutez ces lignes au bloc «\u202flocation\u202f» qui mène à Guichet, puis rechargez nginx.',
    nginxProxyManager:
      'Dans Nginx Proxy Manager\u202f: ouvrez Hosts > Proxy Hosts > l’hôte de Guichet > Edit > Advanced, et ajoutez ces lignes à «\u202fCustom Nginx Configuration\u202f».',
    caddy:
      'Dans Caddy\u202f: dans le site de Guichet, écrivez reverse_proxy ainsi, et retirez la ligne «\u202fencode\u202f».',
    traefik:
      'Dans Traefik\u202f: retirez du routeur de Guichet les middlewares «\u202fbuffering\u202f» et «\u202fcompress\u202f», ou ajoutez cette étiquette. Dans Coolify\u202f: page Advanced de Guichet > désactivez «\u202fEnable Gzip Compression\u202f», puis redéployez.',
    cloudflare:
      'Dans Cloudflare\u202f: Rules > Compression Rules, choisissez «\u202fDisable compression\u202f» pour l’adresse de Guichet\u202f; désactivez aussi la mise en tampon des réponses, si vous l’avez souscrite.',
    apache:
      'Dans Apache\u202f: ajoutez ces lignes au bloc «\u202fVirtualHost\u202f» qui mène à Guichet, puis rechargez Apache.',
    tryOtherNetwork:
      'Ouvrez cette page sur un téléphone sans Wi-Fi. Si tout y va bien, c’est votre réseau ou votre antivirus qui retient les réponses, et les autres visiteurs ne sont pas concernés.',
    passOwnAuthorization: 'Réglez le proxy placé devant Guichet pour qu’il transmette l’en-tête Authorization.',
    dropOwnPassword:
      'Si ce proxy demande lui-même un mot de passe (authentification basique), faites une exception pour l’adresse de Guichet.',
    stopCompression: 'Désactivez la compression pour text/event-stream.',
    streamByModel: 'Vérifiez si les réglages du modèle désactivent la réponse au fur et à mesure.',
    letReadKnowledge:
      'Partagez chaque collection attachée au modèle avec le compte de la clé, ou avec un groupe dont il fait partie.',
    attachKnowledge:
      'Vérifiez que les collections attachées au modèle contiennent des fichiers et que le compte de la clé peut les lire.',
    updateForFilters: ({ version }) =>
      `Mettez Open WebUI à jour vers la ${version} ou une version plus récente\u202f: depuis la 0.11.1, les filtres fonctionnent sur les réponses mot à mot.`,
    useWholeAgent:
      'Ou choisissez «\u202fAgent complet\u202f» sur la page Assistant de la console\u202f: les filtres y fonctionnent dans cette version aussi.',
    writeFilterForBytes:
      'Ou modifiez le filtre dans Panneau d’administration > Fonctions\u202f: sa fonction «\u202fstream\u202f» doit renvoyer tel quel ce qu’elle ne comprend pas.',
    mendFilter:
      'Dans Panneau d’administration > Fonctions, corrigez le filtre ou désactivez-le. Le journal d’Open WebUI dit où il a échoué.',
    elseProviderStreams: 'Si aucun filtre n’est actif, vérifiez que le fournisseur sait répondre mot à mot.',
    shareTool:
      'Dans Open WebUI, ouvrez Espace de travail > Outils, choisissez l’outil, puis Accès, et ajoutez le compte de la clé ou un groupe dont il fait partie.',
    shareToolServer:
      'Dans les réglages d’administration d’Open WebUI, sous Intégrations, vérifiez que le serveur d’outils est activé, répond, et est partagé avec le compte de la clé.',
    takeToolOff: 'Ou retirez l’outil du modèle\u202f: Espace de travail > Modèles, le modèle, Outils.',
    callByDefault:
      'Dans Open WebUI, ouvrez Espace de travail > Modèles, choisissez le modèle, puis Réglages avancés, et mettez Appel de fonction sur Par défaut.',
    signIn: ({ problem }) => SIGN_IN_STEPS[problem],
    closeBuiltin:
      'Dans Open WebUI, ouvrez Espace de travail > Modèles, choisissez le modèle, et désactivez sous Outils intégrés ceux qui sont nommés ici.',
    letGuichetClose:
      'Ou laissez faire Guichet\u202f: dans la console, sous Clés, choisissez «\u202fMise en place automatique\u202f».',
    closeSkills:
      'Cette version n’a pas de réglage pour les compétences. Cessez de les partager avec le compte, ou mettez Open WebUI à jour vers la 0.12.4.',
    switchSocketsOn: 'Retirez ce réglage d’Open WebUI, ou mettez-le à true, puis relancez Open WebUI.',
    socketNginx:
      'Dans nginx\u202f: ajoutez ces lignes au bloc «\u202flocation\u202f» qui mène à Open WebUI, puis rechargez nginx.',
    socketNginxProxyManager:
      'Dans Nginx Proxy Manager\u202f: Hosts > Proxy Hosts > l’hôte d’Open WebUI > Edit, activez «\u202fWebsockets Support\u202f».',
    socketCaddy:
      'Dans Caddy\u202f: reverse_proxy transmet de lui-même les WebSockets. Retirez ce qui enlève l’en-tête Upgrade ou Connection.',
    socketCloudflare: 'Dans Cloudflare\u202f: Network, activez «\u202fWebSockets\u202f».',
    socketTraefik:
      'Dans Traefik\u202f: les WebSockets passent d’eux-mêmes. Retirez les middlewares qui enlèvent l’en-tête Upgrade ou Connection, comme «\u202fheaders\u202f» ou «\u202fbuffering\u202f».',
    setPublicUrl: 'Définissez l’adresse qu’utilisent les visiteurs.',
    pointProxy: 'Réglez le proxy pour qu’il transmette cette adresse au port de Guichet.',
    hairpin:
      'Si les navigateurs l’atteignent, il n’y a rien à faire\u202f: seul le chemin depuis votre réseau est bloqué.',
    allowUnknownOrigin:
      'Si c’est votre site, ajoutez vous-même son adresse à la liste. N’importe quel programme peut se faire passer pour un site, et Guichet ne connaît pas celui-ci\u202f: il ne propose donc aucune ligne à copier. Si vous ne le connaissez pas non plus, ne changez rien.',
    forwardAddress:
      'Réglez le proxy pour qu’il écrive l’adresse du visiteur dans X-Forwarded-For, à la place de toute valeur reçue.',
    forwardNginx: 'Dans nginx\u202f:',
    allowOrigin: 'Si c’est votre site, ajoutez-le à la liste. Si vous ne le connaissez pas, ne changez rien.',
    writeOrigin: 'Écrivez les origines ainsi\u202f: https://www.example.com, séparées par des virgules.',
    setClock: 'Synchronisez les deux horloges par le réseau.',
    ownFolder: 'Donnez le dossier de données à l’utilisateur sous lequel tourne Guichet.',
    freeDisk: 'Libérez de la place sur le disque.',
    moveMasterKey: 'Gardez la clé maîtresse dans un réglage ou dans un coffre de secrets.',
    checkStore: 'Vérifiez que le dossier de données est complet et sur un disque local.',
    checkPostgres: 'Vérifiez que PostgreSQL tourne et que DATABASE_URL y mène.',
    checkRedis: 'Vérifiez que Redis tourne et que REDIS_URL y mène.',
    keepEntries: 'Demandez à Redis de garder ses entrées, et donnez-lui assez de mémoire.',
    updateGuichet: 'Mettez Guichet à jour.',
    updateNode: 'Lancez Guichet avec cette commande, qui utilise son propre Node.',
  },
  signInProblem: SIGN_IN_PROBLEMS,
  signInStep: SIGN_IN_STEPS,
  hole: HOLES,
  label: {
    address: 'Adresse',
    addresses: 'Adresses trouvées',
    name: 'Nom',
    code: 'Code d’erreur',
    networkProxy: 'Proxy du réseau',
    connectMs: 'Connexion après (ms)',
    issuer: 'Délivré par',
    names: 'Noms du certificat',
    validTo: 'Valide jusqu’au',
    validFrom: 'Valide à partir du',
    ourTime: 'Date de Guichet',
    status: 'Statut HTTP',
    replyMs: 'Réponse après (ms)',
    server: 'Serveur',
    front: 'Réponse de',
    location: 'Renvoie vers',
    pageTitle: 'Titre de la page',
    contentType: 'Type de la réponse',
    version: 'Version',
    advisories: 'Avis de sécurité',
    kind: 'Type de clé',
    length: 'Caractères',
    fingerprint: 'Empreinte',
    pastedAlong: 'Ignoré',
    expires: 'Expire (UTC)',
    keysSwitch: 'Clés API activées',
    role: 'Rôle du compte',
    models: 'Modèles visibles pour la clé',
    model: 'Modèle',
    reach: 'La clé donne accès à',
    firstWordMs: 'Premier mot après (ms)',
    pieces: 'Morceaux',
    spreadMs: 'Répartis sur (ms)',
    sources: 'Sources',
    filters: 'Filtres actifs',
    tools: 'Outils du modèle',
    missingTools: 'Absents de la liste du compte',
    builtinTools: 'Outils intégrés exposés',
    closedCollections: 'Collections que le compte ne peut pas lire',
    skewSeconds: 'Écart (s)',
    free: 'Libre (Mo)',
    forwarded: 'Entrée de X-Forwarded-For',
    redis: 'Redis',
    memoryPolicy: 'maxmemory-policy',
    origins: 'Origines autorisées',
    refusedOrigin: 'Origine bloquée, combien de fois, depuis quand',
    encoding: 'Compression',
  },
  reach: {
    'other-accounts': 'les noms et adresses e-mail d’autres personnes',
    chats: 'les discussions de ce compte',
    'all-chats': 'les discussions de tout le monde',
    files: 'les fichiers de ce compte',
    knowledge: 'des collections de documents',
    'raw-provider-routes': 'les fournisseurs, sans passer par les filtres',
    'server-fetches': 'des pages web, lues par le serveur',
    'key-rotation': 'le remplacement et la suppression de la clé elle-même',
    'provider-keys': 'les clés des fournisseurs',
    'admin-config': 'tous les réglages de l’instance',
  },
  placeProbable: ({ version }) =>
    `Ce chemin de menu est celui d’Open WebUI ${version}. Le vôtre est probablement le même.`,
  status: { ok: 'OK', info: 'note', warn: 'avertissement', fail: 'échec', skipped: 'non examiné', crashed: 'panne' },
  confidence: { certain: 'certain', probable: 'probable', unknown: 'incertain' },
  word: {
    heading: 'Diagnostic de Guichet',
    chain: ['widget', 'Guichet', 'Open WebUI', 'fournisseur'],
    allFine: 'Aucun problème.',
    somethingFails: ({ count }) =>
      counted(count, { one: '# vérification a échoué.', other: '# vérifications ont échoué.' }),
    somethingCrashed: ({ count }) =>
      counted(count, { one: '# vérification est tombée en panne.', other: '# vérifications sont tombées en panne.' }),
    warnings: ({ count }) => `${counted(count, { one: '# avertissement', other: '# avertissements' })}.`,
    fine: ({ count }) => `OK\u202f: ${counted(count, { one: '# vérification', other: '# vérifications' })}.`,
    skippedCount: ({ count }) => `Non examinées\u202f: ${count}.`,
    turn: 'À qui d’agir',
    seen: 'Vu',
    colon: '\u202f: ',
    expected: 'attendu',
    usage: 'Usage\u202f: npx guichet doctor [--json] [--lang fr|en] [--only ID] [--share]',
    unknownCheck: ({ ids }) => `Il n’y a pas de vérification de ce nom. Les vérifications sont\u202f: ${ids}`,
    waiting: ({ id }) => `Réponse encore attendue\u202f: ${id}…`,
    doctorFailed: 'Le diagnostic lui-même a échoué.',
    shared: 'Ce rapport peut être montré à d’autres\u202f: il ne contient ni adresse, ni nom, ni clé.',
  },
};
