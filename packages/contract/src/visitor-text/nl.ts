import { countedIn } from '../counted.ts';
import type { VisitorTexts } from './visitor-texts.ts';

const counted = countedIn('nl');

export const nl: VisitorTexts = {
  problems: {
    'bad-json': 'Het verzoek is geen geldige JSON.',
    'bad-request': 'Het verzoek heeft niet de verwachte vorm.',
    'text-missing': 'Schrijf eerst een vraag.',
    'text-too-long': 'Dit bericht is te lang. Maak het korter of verstuur het in delen.',
    'body-too-large': 'Het verzoek is te groot.',
    'content-type-unsupported': 'Het verzoek moet als JSON worden verzonden (content-type application/json).',
    'attachments-unsupported': 'In deze chat kunt u geen bestanden versturen.',
    'too-many-files': 'Deze vraag heeft te veel bestanden. Verwijder er een.',
    'file-missing': 'Het verzoek bevat geen bestand.',
    'file-empty': 'Dit bestand is leeg. Kies een ander.',
    'file-too-large': 'Dit bestand is te groot. Kies een kleiner bestand.',
    'file-kind-unsupported': 'Deze chat accepteert dit soort bestand niet.',
    'file-unknown': 'Een van de bestanden is niet meer beschikbaar. Voeg het opnieuw toe.',
    'recording-unusable': 'Deze opname is niet bruikbaar. Neem opnieuw op.',
    'recording-too-large': 'Deze opname is te lang. Neem hoogstens twee minuten op.',
    'idempotency-key-missing':
      'Het verzoek heeft een header Idempotency-Key nodig, zodat een herhaald bericht maar één keer aankomt.',
    'idempotency-key-malformed': 'De header Idempotency-Key moet 1 tot 200 zichtbare tekens zonder spaties bevatten.',
    'idempotency-key-reused': 'Deze Idempotency-Key is al voor een ander bericht gebruikt.',
    'last-event-id-unknown': 'Deze plaats in het antwoord bestaat niet. Lees het antwoord vanaf het begin.',
    'token-missing': 'Dit verzoek heeft een bezoekerstoken nodig.',
    'token-invalid': 'Dit bezoekerstoken is niet geldig. Vraag een nieuw aan.',
    'token-expired': 'Dit bezoekerstoken is verlopen. Vraag een nieuw aan.',
    'origin-missing': 'De browser meldde niet van welke site het verzoek komt.',
    'origin-not-allowed': 'Deze site mag deze chat niet tonen.',
    'host-not-allowed':
      'Dit verzoek ging naar een adres dat niet van de chat is. Open de chat op het adres dat de eigenaar heeft ingesteld.',
    'introduction-missing':
      'Deze site vraagt u iets voor uw eerste vraag. Beantwoord dat eerst en verstuur uw vraag dan opnieuw.',
    'not-found': 'Hier is niets, of het is van iemand anders.',
    'method-not-allowed': 'Dit adres accepteert dit soort verzoeken niet.',
    'run-in-progress': 'In dit gesprek wordt nog een antwoord geschreven.',
    'too-many-messages': 'U hebt in korte tijd veel berichten verstuurd. Wacht even en ga dan verder.',
    'daily-limit-reached': 'U hebt de daglimiet voor berichten bereikt. Morgen kunt u weer schrijven.',
    'too-many-runs': 'Er worden nog meerdere antwoorden geschreven. Wacht tot er een klaar is.',
    'too-many-visitors': 'Veel mensen op uw netwerk hebben deze chat net geopend. Probeer het over een minuut opnieuw.',
    'address-limit-reached': 'Uw netwerk heeft de daglimiet voor deze chat bereikt. Probeer het morgen opnieuw.',
    'too-many-requests':
      'Uw netwerk heeft in de laatste minuut te veel verzoeken verstuurd. Wacht even en probeer het opnieuw.',
    'file-limit-reached': 'U hebt veel bestanden toegevoegd. Probeer het later opnieuw.',
    'voice-limit-reached': 'U hebt veel gesproken of geluisterd. Probeer het later opnieuw of typ.',
    'too-many-conversations':
      'Deze chat kan geen gesprekken meer voor u bewaren. Verwijder er een om een nieuw te beginnen.',
    'too-many-readers': 'Dit antwoord staat al op veel plaatsen open. Sluit er een en probeer het opnieuw.',
    'network-busy': 'Veel vragen van uw netwerk wachten op antwoord. Probeer het zo opnieuw.',
    'too-many-measurements': 'Er lopen meerdere metingen vanaf uw netwerk. Wacht een seconde en probeer het opnieuw.',
    'server-busy': 'Veel mensen stellen tegelijk een vraag. Probeer het zo opnieuw.',
    'shutting-down': 'De chat start opnieuw. Uw bericht gaat niet verloren. Probeer het over enkele seconden opnieuw.',
    'storage-unavailable': 'De chat kan nu geen berichten bewaren. Probeer het zo opnieuw.',
    'not-configured': 'De assistent is nog niet ingesteld. De eigenaar van de site moet dat nog afronden.',
    internal: 'Er ging bij ons iets mis. Gebeurt het weer, vermeld dan de referentie.',
    'assistant-unavailable': 'De assistent is nu niet bereikbaar. Probeer het zo opnieuw.',
    'assistant-misconfigured':
      'De assistent kan nu niet antwoorden. De eigenaar van de site moet een instelling corrigeren.',
    'assistant-busy': 'De assistent krijgt nu te veel vragen. Probeer het zo opnieuw.',
    'assistant-timeout': 'Het antwoord van de assistent duurde te lang. Probeer het opnieuw.',
    'assistant-refused': 'De assistent heeft deze vraag niet aangenomen.',
    'file-refused': 'De assistent heeft het document niet geaccepteerd. Probeer een ander bestand.',
    'file-unreadable':
      'De assistent kon het document niet lezen. Controleer of er tekst in staat en geen wachtwoord op zit.',
    'file-storage-full': 'De assistent heeft nu geen ruimte voor documenten. Probeer het later opnieuw.',
    'voice-unavailable': 'Spraak is nu niet beschikbaar. Probeer het later opnieuw of typ en lees.',
    'answer-empty': 'De assistent gaf geen antwoord. Probeer het opnieuw of stel de vraag anders.',
    'answer-too-large': 'Het antwoord werd te lang en is afgekapt.',
  },
  queue: {
    before: (count) =>
      count === 0
        ? 'Veel mensen stellen tegelijk een vraag. Uw vraag is de volgende.'
        : `Veel mensen stellen tegelijk een vraag. ${counted(count, { one: '# vraag gaat', other: '# vragen gaan' })} voor.`,
    begun: 'U bent aan de beurt.',
  },
  activities: {
    knowledge: {
      running: 'Zoekt in de documenten…',
      done: 'Documenten doorzocht',
      failed: 'Het zoeken in de documenten is mislukt',
    },
    'web-search': {
      running: 'Zoekt op het web…',
      done: 'Op het web gezocht',
      failed: 'Het zoeken op het web is mislukt',
    },
    picture: { running: 'Maakt een afbeelding…', done: 'Afbeelding gemaakt', failed: 'De afbeelding is mislukt' },
    tool: { running: 'Gebruikt een hulpmiddel…', done: 'Hulpmiddel gebruikt', failed: 'Een hulpmiddel is mislukt' },
    other: { running: 'Zoekt iets op…', done: 'Iets opgezocht', failed: 'Het opzoeken is mislukt' },
  },
  namedActivity: {
    running: (title) => `${title}…`,
    done: (title) => title,
    failed: (title) => `${title}: mislukt`,
  },
  readingFiles: { running: 'Uw documenten worden gelezen…', done: 'Uw documenten zijn gelezen' },
  pictureUndescribed: 'Afbeelding van de assistent, zonder beschrijving',
  examples: {
    greeting: 'Vraag me naar uw bestelling',
    placeholder: 'Uw vraag',
    aiNotice: 'Onze AI-assistent antwoordt. Die kan zich vergissen.',
    dataNotice: 'Schrijf niets over uw gezondheid.',
    consent: 'Ik ga ermee akkoord dat Voorbeeld B.V. mijn berichten bewaart om ze te beantwoorden.',
  },
};
