import { countedIn } from '../counted.ts';
import type { VisitorTexts } from './visitor-texts.ts';

const counted = countedIn('pl');

export const pl: VisitorTexts = {
  problems: {
    'bad-json': 'Żądanie nie jest poprawnym JSON-em.',
    'bad-request': 'Żądanie ma nieoczekiwaną postać.',
    'text-missing': 'Najpierw wpisz pytanie.',
    'text-too-long': 'Ta wiadomość jest za długa. Skróć ją albo wyślij w częściach.',
    'body-too-large': 'Żądanie jest za duże.',
    'content-type-unsupported': 'Żądanie trzeba wysłać jako JSON (typ treści application/json).',
    'attachments-unsupported': 'Na tym czacie nie można wysyłać plików.',
    'too-many-files': 'To pytanie ma za dużo plików. Usuń jeden.',
    'file-missing': 'Żądanie nie zawiera pliku.',
    'file-empty': 'Ten plik jest pusty. Wybierz inny.',
    'file-too-large': 'Ten plik jest za duży. Wybierz mniejszy.',
    'file-kind-unsupported': 'Ten czat nie przyjmuje plików tego rodzaju.',
    'file-unknown': 'Jeden z plików nie jest już dostępny. Załącz go ponownie.',
    'idempotency-key-missing':
      'Żądanie wymaga nagłówka Idempotency-Key, aby powtórzona wiadomość została wysłana tylko raz.',
    'idempotency-key-malformed': 'Nagłówek Idempotency-Key musi mieć od 1 do 200 widocznych znaków bez spacji.',
    'idempotency-key-reused': 'Ten Idempotency-Key został już użyty do innej wiadomości.',
    'last-event-id-unknown': 'To miejsce odpowiedzi nie istnieje. Przeczytaj odpowiedź od początku.',
    'token-missing': 'To żądanie wymaga tokenu odwiedzającego.',
    'token-invalid': 'Ten token odwiedzającego jest nieprawidłowy. Poproś o nowy.',
    'token-expired': 'Ten token odwiedzającego wygasł. Poproś o nowy.',
    'origin-missing': 'Przeglądarka nie podała, z jakiej strony pochodzi żądanie.',
    'origin-not-allowed': 'Ta strona nie znajduje się na liście stron, które mogą wyświetlać ten czat.',
    'host-not-allowed':
      'To żądanie trafiło pod adres, który nie należy do czatu. Otwórz czat pod adresem wybranym przez właściciela.',
    'not-found': 'Nic tu nie ma albo należy to do kogoś innego.',
    'method-not-allowed': 'Ten adres nie przyjmuje takich żądań.',
    'run-in-progress': 'W tej rozmowie nadal powstaje odpowiedź.',
    'too-many-messages': 'W krótkim czasie wysłano wiele wiadomości. Odczekaj chwilę i pisz dalej.',
    'daily-limit-reached': 'Dzisiejszy limit wiadomości został wykorzystany. Jutro możesz pisać ponownie.',
    'too-many-runs': 'Nadal powstaje kilka odpowiedzi. Poczekaj, aż jedna z nich się skończy.',
    'too-many-visitors': 'Wiele osób z Twojej sieci właśnie otworzyło ten czat. Spróbuj ponownie za minutę.',
    'address-limit-reached': 'Twoja sieć wykorzystała dzisiejszy limit tego czatu. Spróbuj ponownie jutro.',
    'too-many-requests': 'Twoja sieć wysłała za dużo żądań w ostatniej minucie. Odczekaj chwilę i spróbuj ponownie.',
    'file-limit-reached': 'Załączono wiele plików. Spróbuj ponownie później.',
    'too-many-conversations': 'Ten czat nie może przechować więcej Twoich rozmów. Usuń jedną, aby rozpocząć następną.',
    'too-many-readers': 'Ta odpowiedź jest już otwarta w wielu miejscach. Zamknij jedno z nich i spróbuj ponownie.',
    'network-busy': 'Wiele pytań z Twojej sieci czeka na odpowiedź. Spróbuj ponownie za chwilę.',
    'too-many-measurements': 'Z Twojej sieci trwa kilka pomiarów. Odczekaj sekundę i spróbuj ponownie.',
    'server-busy': 'Wiele osób pyta jednocześnie. Spróbuj ponownie za chwilę.',
    'shutting-down': 'Czat uruchamia się ponownie. Twoja wiadomość nie przepadnie. Spróbuj ponownie za kilka sekund.',
    'storage-unavailable': 'Czat nie może teraz zapisać wiadomości. Spróbuj ponownie za chwilę.',
    'not-configured': 'Asystent nie jest jeszcze skonfigurowany. Musi to dokończyć właściciel strony.',
    internal: 'Wystąpił błąd po naszej stronie. Jeśli się powtórzy, podaj numer referencyjny.',
    'assistant-unavailable': 'Asystent jest teraz nieosiągalny. Spróbuj ponownie za chwilę.',
    'assistant-misconfigured': 'Asystent nie może teraz odpowiedzieć. Właściciel strony musi poprawić ustawienie.',
    'assistant-busy': 'Asystent ma teraz za dużo pytań. Spróbuj ponownie za chwilę.',
    'assistant-timeout': 'Asystent odpowiadał zbyt długo. Spróbuj ponownie.',
    'assistant-refused': 'Asystent nie przyjął tego pytania.',
    'file-refused': 'Asystent nie przyjął dokumentu. Spróbuj z innym plikiem.',
    'file-unreadable': 'Asystent nie mógł odczytać dokumentu. Sprawdź, czy zawiera tekst i nie ma hasła.',
    'file-storage-full': 'Asystent nie ma teraz miejsca na dokumenty. Spróbuj ponownie później.',
    'answer-empty': 'Asystent nic nie odpowiedział. Spróbuj ponownie albo zadaj pytanie inaczej.',
    'answer-too-large': 'Odpowiedź była zbyt długa i została ucięta.',
  },
  queue: {
    before: (count) =>
      count === 0
        ? 'Wiele osób pyta jednocześnie. Twoje pytanie jest następne.'
        : `Wiele osób pyta jednocześnie. Przed Twoim ${counted(count, { one: 'jest # pytanie', few: 'są # pytania', many: 'jest # pytań', other: 'jest # pytania' })}.`,
    begun: 'Twoja kolej.',
  },
  activities: {
    knowledge: {
      running: 'Przeszukiwanie dokumentów…',
      done: 'Przeszukano dokumenty',
      failed: 'Nie udało się przeszukać dokumentów',
    },
    'web-search': {
      running: 'Wyszukiwanie w sieci…',
      done: 'Wyszukano w sieci',
      failed: 'Wyszukiwanie w sieci nie powiodło się',
    },
    picture: { running: 'Tworzenie obrazu…', done: 'Utworzono obraz', failed: 'Nie udało się utworzyć obrazu' },
    tool: { running: 'Używanie narzędzia…', done: 'Użyto narzędzia', failed: 'Narzędzie nie zadziałało' },
    other: { running: 'Sprawdzanie…', done: 'Sprawdzono', failed: 'Sprawdzenie nie powiodło się' },
  },
  namedActivity: {
    running: (title) => `${title}…`,
    done: (title) => title,
    failed: (title) => `${title}: niepowodzenie`,
  },
  readingFiles: { running: 'Czytanie dokumentów…', done: 'Dokumenty przeczytane' },
  pictureUndescribed: 'Obraz utworzony przez asystenta, bez opisu',
  examples: {
    greeting: 'Zapytaj o swoje zamówienie',
    placeholder: 'Twoje pytanie',
    aiNotice: 'Odpowiada nasz asystent AI. Może się mylić.',
    dataNotice: 'Nie pisz o swoim zdrowiu.',
  },
};
