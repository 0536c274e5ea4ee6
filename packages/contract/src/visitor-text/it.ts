import { countedIn } from '../counted.ts';
import type { VisitorTexts } from './visitor-texts.ts';

const counted = countedIn('it');

export const it: VisitorTexts = {
  problems: {
    'bad-json': 'La richiesta non è un JSON valido.',
    'bad-request': 'La richiesta non ha il formato previsto.',
    'text-missing': 'Scriva prima una domanda.',
    'text-too-long': 'Questo messaggio è troppo lungo. Lo accorci o lo invii in più parti.',
    'body-too-large': 'La richiesta è troppo grande.',
    'content-type-unsupported': 'La richiesta va inviata come JSON (tipo di contenuto application/json).',
    'attachments-unsupported': 'In questa chat non si possono inviare file.',
    'too-many-files': 'Questa domanda ha troppi file. Ne rimuova uno.',
    'file-missing': 'La richiesta non contiene alcun file.',
    'file-empty': 'Questo file è vuoto. Ne scelga un altro.',
    'file-too-large': 'Questo file è troppo grande. Ne scelga uno più piccolo.',
    'file-kind-unsupported': 'Questa chat non accetta questo tipo di file.',
    'file-unknown': 'Uno dei file non è più disponibile. Lo alleghi di nuovo.',
    'recording-unusable': 'Questa registrazione non è utilizzabile. Registri di nuovo.',
    'recording-too-large': 'Questa registrazione è troppo lunga. Registri al massimo due minuti.',
    'idempotency-key-missing':
      'La richiesta deve avere l’intestazione Idempotency-Key, così un messaggio ripetuto parte una volta sola.',
    'idempotency-key-malformed':
      'L’intestazione Idempotency-Key deve avere da 1 a 200 caratteri visibili, senza spazi.',
    'idempotency-key-reused': 'Questa Idempotency-Key è già stata usata per un altro messaggio.',
    'last-event-id-unknown': 'Questo punto della risposta non esiste. Legga la risposta dall’inizio.',
    'token-missing': 'Questa richiesta ha bisogno di un token visitatore.',
    'token-invalid': 'Questo token visitatore non è valido. Ne richieda uno nuovo.',
    'token-expired': 'Questo token visitatore è scaduto. Ne richieda uno nuovo.',
    'origin-missing': 'Il browser non ha indicato da quale sito arriva la richiesta.',
    'origin-not-allowed': 'Questo sito non è tra quelli che possono mostrare questa chat.',
    'host-not-allowed':
      'Questa richiesta è arrivata a un indirizzo che non è quello della chat. Apra la chat all’indirizzo scelto dal proprietario.',
    'introduction-missing':
      'Questo sito Le chiede qualcosa prima della prima domanda. Risponda, poi invii di nuovo la Sua domanda.',
    'not-found': 'Qui non c’è nulla, oppure appartiene a qualcun altro.',
    'method-not-allowed': 'Questo indirizzo non accetta questo tipo di richiesta.',
    'run-in-progress': 'In questa conversazione è ancora in corso una risposta.',
    'too-many-messages': 'Ha inviato molti messaggi in poco tempo. Attenda un momento, poi continui.',
    'daily-limit-reached': 'Ha raggiunto il limite di messaggi di oggi. Potrà scrivere di nuovo domani.',
    'too-many-runs': 'Sono ancora in corso più risposte. Attenda che una finisca.',
    'too-many-visitors': 'Molte persone della Sua rete hanno appena aperto questa chat. Riprovi tra un minuto.',
    'address-limit-reached': 'La Sua rete ha raggiunto il limite di oggi per questa chat. Riprovi domani.',
    'too-many-requests': 'La Sua rete ha inviato troppe richieste nell’ultimo minuto. Attenda un momento, poi riprovi.',
    'file-limit-reached': 'Ha allegato molti file. Riprovi più tardi.',
    'voice-limit-reached': 'Ha parlato o ascoltato molto. Riprovi più tardi oppure scriva.',
    'too-many-conversations':
      'Questa chat non può conservare altre conversazioni per Lei. Ne elimini una per iniziarne un’altra.',
    'too-many-readers': 'Questa risposta è già aperta in molti posti. Ne chiuda uno, poi riprovi.',
    'network-busy': 'Molte domande dalla Sua rete attendono una risposta. Riprovi tra un momento.',
    'too-many-measurements': 'Dalla Sua rete sono in corso più misurazioni. Attenda un secondo, poi riprovi.',
    'server-busy': 'Molte persone stanno facendo domande. Riprovi tra un momento.',
    'shutting-down': 'La chat si sta riavviando. Il Suo messaggio non va perso: riprovi tra qualche secondo.',
    'storage-unavailable': 'Al momento la chat non può salvare i messaggi. Riprovi tra un momento.',
    'not-configured':
      'L’assistente non è ancora configurato. Il proprietario del sito deve completare la configurazione.',
    internal: 'Si è verificato un errore da parte nostra. Se si ripete, indichi il riferimento.',
    'assistant-unavailable': 'L’assistente non è raggiungibile al momento. Riprovi tra un momento.',
    'assistant-misconfigured':
      'L’assistente non può rispondere al momento. Il proprietario del sito deve correggere un’impostazione.',
    'assistant-busy': 'L’assistente riceve troppe domande al momento. Riprovi tra un momento.',
    'assistant-timeout': 'L’assistente ha impiegato troppo tempo a rispondere. Riprovi.',
    'assistant-refused': 'L’assistente non ha accettato questa domanda.',
    'file-refused': 'L’assistente non ha accettato il documento. Provi con un altro file.',
    'file-unreadable':
      'L’assistente non è riuscito a leggere il documento. Verifichi che contenga testo e non abbia password.',
    'file-storage-full': 'L’assistente non ha spazio per documenti in questo momento. Riprovi più tardi.',
    'voice-unavailable': 'La voce non è disponibile al momento. Riprovi più tardi oppure scriva e legga.',
    'answer-empty': 'L’assistente non ha dato alcuna risposta. Riprovi o riformuli la domanda.',
    'answer-too-large': 'La risposta era troppo lunga ed è stata interrotta.',
  },
  queue: {
    before: (count) =>
      count === 0
        ? 'Molte persone stanno facendo domande. La Sua è la prossima.'
        : `Molte persone stanno facendo domande. Prima della Sua ${counted(count, { one: 'c’è # domanda', other: 'ci sono # domande' })}.`,
    begun: 'È il Suo turno.',
  },
  activities: {
    knowledge: {
      running: 'Ricerca nei documenti…',
      done: 'Documenti consultati',
      failed: 'La ricerca nei documenti non è riuscita',
    },
    'web-search': {
      running: 'Ricerca sul web…',
      done: 'Ricerca sul web eseguita',
      failed: 'La ricerca sul web non è riuscita',
    },
    picture: { running: 'Creazione di un’immagine…', done: 'Immagine creata', failed: 'L’immagine non è stata creata' },
    tool: { running: 'Uso di uno strumento…', done: 'Strumento usato', failed: 'Uno strumento non ha funzionato' },
    other: { running: 'Ricerca in corso…', done: 'Ricerca eseguita', failed: 'La ricerca non è riuscita' },
  },
  namedActivity: {
    running: (title) => `${title}…`,
    done: (title) => title,
    failed: (title) => `${title}: non riuscito`,
  },
  readingFiles: { running: 'Lettura dei documenti…', done: 'Documenti letti' },
  pictureUndescribed: 'Immagine creata dall’assistente, senza descrizione',
  examples: {
    greeting: 'Mi chieda del Suo ordine',
    placeholder: 'La Sua domanda',
    aiNotice: 'Risponde il nostro assistente IA. Può sbagliare.',
    dataNotice: 'Non scriva dati medici.',
    consent: 'Accetto che Esempio S.r.l. conservi i miei messaggi per rispondere.',
  },
};
