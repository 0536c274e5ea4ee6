/** What the piece for files says, in every language: in a table of its own, so that nobody loads it who has no use for it. */
import type { VisitorLocale } from '@guichet/contract/visitor-text/visitor-languages';

export interface FileTexts {
  attach: string;
  /** What may be attached, told before. */
  hint: (kinds: string, size: string, count: number) => string;
  pictures: string;
  documents: string;
  remove: (name: string) => string;
  removed: (name: string) => string;
  uploading: (name: string) => string;
  attached: (name: string) => string;
  wait: string;
  empty: string;
  tooLarge: (size: string) => string;
  wrongKind: (kinds: string) => string;
  tooMany: (count: number) => string;
  failed: string;
}

const TEXTS: Record<VisitorLocale, FileTexts> = {
  en: {
    attach: 'Attach files',
    hint: (kinds, size, count) => `${sentence(kinds)}. Up to ${size} each, ${count} per question.`,
    pictures: 'pictures',
    documents: 'PDF, Word, Excel, PowerPoint and text files',
    remove: (name) => `Remove ${name}`,
    removed: (name) => `${name} removed`,
    uploading: (name) => `Uploading ${name}`,
    attached: (name) => `${name} attached`,
    wait: 'Wait until your files have been uploaded.',
    empty: 'This file is empty.',
    tooLarge: (size) => `This file is too large. The limit is ${size}.`,
    wrongKind: (kinds) => `This kind of file is not accepted. Accepted: ${kinds}.`,
    tooMany: (count) => `You can attach at most ${count} files to a question.`,
    failed: 'The upload failed. Remove the file and try again.',
  },
  fr: {
    attach: 'Joindre des fichiers',
    hint: (kinds, size, count) => `${sentence(kinds)}. ${size} au plus par fichier, ${count} par question.`,
    pictures: 'images',
    documents: 'fichiers PDF, Word, Excel, PowerPoint et texte',
    remove: (name) => `Retirer ${name}`,
    removed: (name) => `${name} retiré`,
    uploading: (name) => `Envoi de ${name}`,
    attached: (name) => `${name} joint`,
    wait: 'Attendez la fin de l’envoi de vos fichiers.',
    empty: 'Ce fichier est vide.',
    tooLarge: (size) => `Ce fichier est trop lourd. La limite est de ${size}.`,
    wrongKind: (kinds) => `Ce type de fichier n’est pas accepté. Sont acceptés : ${kinds}.`,
    tooMany: (count) => `Vous pouvez joindre ${count} fichiers au plus à une question.`,
    failed: 'L’envoi a échoué. Retirez le fichier et réessayez.',
  },
  de: {
    attach: 'Dateien anhängen',
    hint: (kinds, size, count) => `${sentence(kinds)}. Höchstens ${size} pro Datei, ${count} pro Frage.`,
    pictures: 'Bilder',
    documents: 'PDF-, Word-, Excel-, PowerPoint- und Textdateien',
    remove: (name) => `${name} entfernen`,
    removed: (name) => `${name} entfernt`,
    uploading: (name) => `${name} wird hochgeladen`,
    attached: (name) => `${name} angehängt`,
    wait: 'Warten Sie, bis Ihre Dateien hochgeladen sind.',
    empty: 'Diese Datei ist leer.',
    tooLarge: (size) => `Diese Datei ist zu groß. Die Grenze liegt bei ${size}.`,
    wrongKind: (kinds) => `Diese Art von Datei wird nicht angenommen. Möglich sind: ${kinds}.`,
    tooMany: (count) => `Sie können höchstens ${count} Dateien an eine Frage anhängen.`,
    failed: 'Das Hochladen ist fehlgeschlagen. Entfernen Sie die Datei und versuchen Sie es noch einmal.',
  },
  es: {
    attach: 'Adjuntar archivos',
    hint: (kinds, size, count) => `${sentence(kinds)}. Máximo ${size} por archivo, ${count} por pregunta.`,
    pictures: 'imágenes',
    documents: 'archivos PDF, Word, Excel, PowerPoint y de texto',
    remove: (name) => `Quitar ${name}`,
    removed: (name) => `${name} quitado`,
    uploading: (name) => `Subiendo ${name}`,
    attached: (name) => `${name} adjuntado`,
    wait: 'Espere a que se suban sus archivos.',
    empty: 'Este archivo está vacío.',
    tooLarge: (size) => `Este archivo es demasiado grande. El límite es ${size}.`,
    wrongKind: (kinds) => `Este tipo de archivo no se acepta. Se aceptan: ${kinds}.`,
    tooMany: (count) => `Puede adjuntar como máximo ${count} archivos a una pregunta.`,
    failed: 'No se ha podido subir. Quite el archivo e inténtelo de nuevo.',
  },
  it: {
    attach: 'Allega file',
    hint: (kinds, size, count) => `${sentence(kinds)}. Al massimo ${size} per file, ${count} per domanda.`,
    pictures: 'immagini',
    documents: 'file PDF, Word, Excel, PowerPoint e di testo',
    remove: (name) => `Rimuovi ${name}`,
    removed: (name) => `${name} rimosso`,
    uploading: (name) => `Caricamento di ${name}`,
    attached: (name) => `${name} allegato`,
    wait: 'Attenda il caricamento dei file.',
    empty: 'Questo file è vuoto.',
    tooLarge: (size) => `Questo file è troppo grande. Il limite è ${size}.`,
    wrongKind: (kinds) => `Questo tipo di file non è accettato. Sono accettati: ${kinds}.`,
    tooMany: (count) => `Può allegare al massimo ${count} file a una domanda.`,
    failed: 'Caricamento non riuscito. Rimuova il file e riprovi.',
  },
  pt: {
    attach: 'Anexar ficheiros',
    hint: (kinds, size, count) => `${sentence(kinds)}. No máximo ${size} por ficheiro, ${count} por pergunta.`,
    pictures: 'imagens',
    documents: 'ficheiros PDF, Word, Excel, PowerPoint e de texto',
    remove: (name) => `Remover ${name}`,
    removed: (name) => `${name} removido`,
    uploading: (name) => `A enviar ${name}`,
    attached: (name) => `${name} anexado`,
    wait: 'Aguarde o envio dos seus ficheiros.',
    empty: 'Este ficheiro está vazio.',
    tooLarge: (size) => `Este ficheiro é demasiado grande. O limite é ${size}.`,
    wrongKind: (kinds) => `Este tipo de ficheiro não é aceite. São aceites: ${kinds}.`,
    tooMany: (count) => `Pode anexar no máximo ${count} ficheiros a uma pergunta.`,
    failed: 'O envio falhou. Remova o ficheiro e tente de novo.',
  },
  nl: {
    attach: 'Bestanden toevoegen',
    hint: (kinds, size, count) => `${sentence(kinds)}. Maximaal ${size} per bestand, ${count} per vraag.`,
    pictures: 'afbeeldingen',
    documents: 'PDF-, Word-, Excel-, PowerPoint- en tekstbestanden',
    remove: (name) => `${name} verwijderen`,
    removed: (name) => `${name} verwijderd`,
    uploading: (name) => `${name} wordt verzonden`,
    attached: (name) => `${name} toegevoegd`,
    wait: 'Wacht tot uw bestanden zijn verzonden.',
    empty: 'Dit bestand is leeg.',
    tooLarge: (size) => `Dit bestand is te groot. De limiet is ${size}.`,
    wrongKind: (kinds) => `Dit soort bestand wordt niet geaccepteerd. Mogelijk zijn: ${kinds}.`,
    tooMany: (count) => `U kunt maximaal ${count} bestanden aan een vraag toevoegen.`,
    failed: 'Het verzenden is mislukt. Verwijder het bestand en probeer het opnieuw.',
  },
  pl: {
    attach: 'Załącz pliki',
    hint: (kinds, size, count) => `${sentence(kinds)}. Do ${size} na plik, najwyżej ${count} w pytaniu.`,
    pictures: 'obrazy',
    documents: 'pliki PDF, Word, Excel, PowerPoint i tekstowe',
    remove: (name) => `Usuń ${name}`,
    removed: (name) => `Usunięto ${name}`,
    uploading: (name) => `Przesyłanie ${name}`,
    attached: (name) => `Załączono ${name}`,
    wait: 'Poczekaj na przesłanie plików.',
    empty: 'Ten plik jest pusty.',
    tooLarge: (size) => `Ten plik jest za duży. Limit to ${size}.`,
    wrongKind: (kinds) => `Pliki tego rodzaju nie są przyjmowane. Dozwolone: ${kinds}.`,
    tooMany: (count) => `Największa liczba plików w pytaniu: ${count}.`,
    failed: 'Przesyłanie nie powiodło się. Usuń plik i spróbuj ponownie.',
  },
  ar: {
    attach: 'إرفاق ملفات',
    hint: (kinds, size, count) => `${sentence(kinds)}. الحد الأقصى ${size} لكل ملف، وعدد الملفات في السؤال ${count}.`,
    pictures: 'صور',
    documents: 'ملفات PDF وWord وExcel وPowerPoint وملفات نصية',
    remove: (name) => `إزالة ${name}`,
    removed: (name) => `أُزيل ${name}`,
    uploading: (name) => `جارٍ رفع ${name}`,
    attached: (name) => `أُرفق ${name}`,
    wait: 'انتظر حتى يكتمل رفع ملفاتك.',
    empty: 'هذا الملف فارغ.',
    tooLarge: (size) => `هذا الملف كبير جدًا. الحد الأقصى ${size}.`,
    wrongKind: (kinds) => `هذا النوع من الملفات غير مقبول. المقبول: ${kinds}.`,
    tooMany: (count) => `أقصى عدد للملفات في السؤال: ${count}.`,
    failed: 'تعذّر رفع الملف. أزِله وحاول مرة أخرى.',
  },
  ja: {
    attach: 'ファイルを添付',
    hint: (kinds, size, count) => `${sentence(kinds)}。1ファイル${size}まで、1つの質問に${count}個まで。`,
    pictures: '画像',
    documents: 'PDF、Word、Excel、PowerPoint、テキストファイル',
    remove: (name) => `${name}を削除`,
    removed: (name) => `${name}を削除しました`,
    uploading: (name) => `${name}を送信中`,
    attached: (name) => `${name}を添付しました`,
    wait: 'ファイルの送信が終わるまでお待ちください。',
    empty: 'このファイルは空です。',
    tooLarge: (size) => `このファイルは大きすぎます。上限は${size}です。`,
    wrongKind: (kinds) => `この種類のファイルは使えません。使えるもの：${kinds}。`,
    tooMany: (count) => `1つの質問に添付できるファイルは${count}個までです。`,
    failed: '送信できませんでした。ファイルを削除してもう一度お試しください。',
  },
};

/** "pictures, PDF …" at the beginning of a sentence. */
function sentence(words: string): string {
  return words.charAt(0).toLocaleUpperCase() + words.slice(1);
}

export function fileTextsIn(locale: VisitorLocale): FileTexts {
  return TEXTS[locale];
}

/** "5 MB", « 5 Mo ». */
export function sizeIn(locale: VisitorLocale, bytes: number): string {
  const megabytes = bytes / 1_000_000;
  try {
    return new Intl.NumberFormat(locale, { style: 'unit', unit: 'megabyte' }).format(megabytes);
  } catch {
    return `${megabytes} MB`;
  }
}
