import { countedIn } from '../counted.ts';
import type { VisitorTexts } from './visitor-texts.ts';

const counted = countedIn('de');

export const de: VisitorTexts = {
  problems: {
    'bad-json': 'Die Anfrage ist kein gültiges JSON.',
    'bad-request': 'Die Anfrage hat nicht die erwartete Form.',
    'text-missing': 'Schreiben Sie zuerst eine Frage.',
    'text-too-long': 'Diese Nachricht ist zu lang. Kürzen Sie sie oder senden Sie sie in Teilen.',
    'body-too-large': 'Die Anfrage ist zu groß.',
    'content-type-unsupported': 'Die Anfrage muss als JSON gesendet werden (Content-Type application/json).',
    'attachments-unsupported': 'In diesem Chat können Sie keine Dateien senden.',
    'too-many-files': 'Diese Frage hat zu viele Dateien. Entfernen Sie eine.',
    'file-missing': 'Die Anfrage enthält keine Datei.',
    'file-empty': 'Diese Datei ist leer. Wählen Sie eine andere.',
    'file-too-large': 'Diese Datei ist zu groß. Wählen Sie eine kleinere.',
    'file-kind-unsupported': 'Dieser Chat nimmt diese Art von Datei nicht an.',
    'file-unknown': 'Eine der Dateien ist nicht mehr verfügbar. Hängen Sie sie noch einmal an.',
    'recording-unusable': 'Diese Aufnahme ist nicht verwendbar. Nehmen Sie noch einmal auf.',
    'recording-too-large': 'Diese Aufnahme ist zu lang. Nehmen Sie höchstens zwei Minuten auf.',
    'idempotency-key-missing':
      'Die Anfrage braucht einen Header Idempotency-Key, damit eine wiederholte Nachricht nur einmal ankommt.',
    'idempotency-key-malformed':
      'Der Header Idempotency-Key muss 1 bis 200 sichtbare Zeichen ohne Leerzeichen enthalten.',
    'idempotency-key-reused': 'Dieser Idempotency-Key gehört schon zu einer anderen Nachricht.',
    'last-event-id-unknown': 'Diese Stelle der Antwort gibt es nicht. Lesen Sie die Antwort von Anfang an.',
    'token-missing': 'Für diese Anfrage fehlt ein Besucher-Token.',
    'token-invalid': 'Dieses Besucher-Token ist ungültig. Fordern Sie ein neues an.',
    'token-expired': 'Dieses Besucher-Token ist abgelaufen. Fordern Sie ein neues an.',
    'origin-missing': 'Der Browser hat nicht mitgeteilt, von welcher Website die Anfrage kommt.',
    'origin-not-allowed': 'Diese Website darf den Chat nicht anzeigen.',
    'host-not-allowed':
      'Diese Anfrage ging an eine Adresse, die nicht die des Chats ist. Öffnen Sie den Chat unter der Adresse, die sein Betreiber festgelegt hat.',
    'introduction-missing':
      'Diese Website möchte vor Ihrer ersten Frage etwas von Ihnen wissen. Antworten Sie zuerst darauf, und senden Sie Ihre Frage dann noch einmal.',
    'not-found': 'Hier gibt es nichts, oder es gehört jemand anderem.',
    'method-not-allowed': 'Diese Adresse nimmt solche Anfragen nicht an.',
    'run-in-progress': 'In diesem Gespräch wird noch eine Antwort geschrieben.',
    'too-many-messages': 'Sie haben in kurzer Zeit viele Nachrichten gesendet. Warten Sie einen Moment.',
    'daily-limit-reached': 'Das Tageslimit für Nachrichten ist erreicht. Morgen können Sie wieder schreiben.',
    'too-many-runs': 'Mehrere Antworten werden noch geschrieben. Warten Sie, bis eine fertig ist.',
    'too-many-visitors':
      'Aus Ihrem Netzwerk haben gerade viele Personen diesen Chat geöffnet. Versuchen Sie es in einer Minute erneut.',
    'address-limit-reached':
      'Ihr Netzwerk hat das Tageslimit für diesen Chat erreicht. Versuchen Sie es morgen erneut.',
    'too-many-requests':
      'Aus Ihrem Netzwerk kamen in der letzten Minute zu viele Anfragen. Warten Sie einen Moment und versuchen Sie es erneut.',
    'file-limit-reached': 'Sie haben viele Dateien angehängt. Versuchen Sie es später noch einmal.',
    'voice-limit-reached':
      'Sie haben viel gesprochen oder zugehört. Versuchen Sie es später erneut oder schreiben Sie.',
    'too-many-conversations':
      'Dieser Chat kann keine weiteren Gespräche für Sie speichern. Löschen Sie eines, um ein neues zu beginnen.',
    'too-many-readers':
      'Diese Antwort ist schon an vielen Stellen geöffnet. Schließen Sie eine davon und versuchen Sie es erneut.',
    'network-busy': 'Aus Ihrem Netzwerk warten viele Fragen auf eine Antwort. Versuchen Sie es gleich noch einmal.',
    'too-many-measurements':
      'Aus Ihrem Netzwerk laufen mehrere Messungen. Warten Sie eine Sekunde und versuchen Sie es erneut.',
    'server-busy': 'Gerade fragen viele Personen gleichzeitig. Versuchen Sie es gleich noch einmal.',
    'shutting-down':
      'Der Chat startet neu. Ihre Nachricht geht nicht verloren. Versuchen Sie es in einigen Sekunden erneut.',
    'storage-unavailable': 'Der Chat kann Nachrichten gerade nicht speichern. Versuchen Sie es gleich noch einmal.',
    'not-configured': 'Der Assistent ist noch nicht eingerichtet. Der Betreiber der Website muss das noch tun.',
    internal: 'Bei uns ist ein Fehler aufgetreten. Wenn er wieder auftritt, nennen Sie die Referenz.',
    'assistant-unavailable': 'Der Assistent ist gerade nicht erreichbar. Versuchen Sie es gleich noch einmal.',
    'assistant-misconfigured':
      'Der Assistent kann gerade nicht antworten. Der Betreiber der Website muss eine Einstellung korrigieren.',
    'assistant-busy': 'Der Assistent hat gerade zu viele Fragen. Versuchen Sie es gleich noch einmal.',
    'assistant-timeout': 'Die Antwort des Assistenten hat zu lange gedauert. Versuchen Sie es erneut.',
    'assistant-refused': 'Der Assistent hat diese Frage nicht angenommen.',
    'file-refused': 'Der Assistent hat das Dokument nicht angenommen. Versuchen Sie es mit einer anderen Datei.',
    'file-unreadable':
      'Der Assistent konnte das Dokument nicht lesen. Prüfen Sie, ob es Text enthält und kein Passwort hat.',
    'file-storage-full': 'Der Assistent hat gerade keinen Platz für Dokumente. Versuchen Sie es später noch einmal.',
    'voice-unavailable':
      'Sprache ist gerade nicht verfügbar. Versuchen Sie es später erneut oder schreiben und lesen Sie.',
    'answer-empty': 'Der Assistent hat nichts geantwortet. Versuchen Sie es erneut oder formulieren Sie die Frage um.',
    'answer-too-large': 'Die Antwort wurde zu lang und ist abgeschnitten.',
  },
  queue: {
    before: (count) =>
      count === 0
        ? 'Gerade fragen viele Personen gleichzeitig. Ihre Frage ist die nächste.'
        : `Gerade fragen viele Personen gleichzeitig. Vor Ihrer Frage ${counted(count, { one: 'ist noch # andere', other: 'sind noch # andere' })}.`,
    begun: 'Sie sind an der Reihe.',
  },
  activities: {
    knowledge: {
      running: 'Dokumente werden durchsucht…',
      done: 'Dokumente durchsucht',
      failed: 'Die Suche in den Dokumenten ist fehlgeschlagen',
    },
    'web-search': {
      running: 'Das Web wird durchsucht…',
      done: 'Web durchsucht',
      failed: 'Die Websuche ist fehlgeschlagen',
    },
    picture: {
      running: 'Ein Bild wird erstellt…',
      done: 'Bild erstellt',
      failed: 'Das Bild konnte nicht erstellt werden',
    },
    tool: {
      running: 'Ein Werkzeug wird benutzt…',
      done: 'Werkzeug benutzt',
      failed: 'Ein Werkzeug ist fehlgeschlagen',
    },
    other: {
      running: 'Etwas wird nachgeschlagen…',
      done: 'Nachgeschlagen',
      failed: 'Das Nachschlagen ist fehlgeschlagen',
    },
  },
  namedActivity: {
    running: (title) => `${title}…`,
    done: (title) => title,
    failed: (title) => `${title}: fehlgeschlagen`,
  },
  readingFiles: { running: 'Ihre Dokumente werden gelesen…', done: 'Ihre Dokumente wurden gelesen' },
  pictureUndescribed: 'Vom Assistenten erstelltes Bild, ohne Beschreibung',
  examples: {
    greeting: 'Fragen Sie nach Ihrer Bestellung',
    placeholder: 'Ihre Frage',
    aiNotice: 'Unser KI-Assistent antwortet. Er kann sich irren.',
    dataNotice: 'Bitte schreiben Sie nichts über Ihre Gesundheit.',
    consent: 'Ich bin einverstanden, dass die Beispiel GmbH meine Nachrichten speichert, um sie zu beantworten.',
  },
};
