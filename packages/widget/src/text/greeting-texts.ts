import type { VisitorLocale } from '@guichet/contract/visitor-text/visitor-languages';

/**
 * What stands beside the bubble before anything else of the chat is loaded, where neither page nor site has words of its own,
 * and the name of the button that closes it. All languages together: none has been loaded by then.
 */
export const GREETING_TEXTS: Readonly<Record<VisitorLocale, readonly [invitation: string, close: string]>> = {
  en: ['Any questions? Ask here.', 'Close this message'],
  fr: ['Une question\u202f? Posez-la ici.', 'Fermer ce message'],
  de: ['Haben Sie Fragen? Fragen Sie hier.', 'Diese Nachricht schließen'],
  es: ['¿Tiene alguna pregunta? Pregunte aquí.', 'Cerrar este mensaje'],
  it: ['Ha una domanda? La faccia qui.', 'Chiudere questo messaggio'],
  pt: ['Tem alguma pergunta? Pergunte aqui.', 'Fechar esta mensagem'],
  nl: ['Hebt u een vraag? Stel die hier.', 'Dit bericht sluiten'],
  pl: ['Masz pytanie? Zadaj je tutaj.', 'Zamknij tę wiadomość'],
  ar: ['هل لديك سؤال؟ اسأل هنا.', 'إغلاق هذه الرسالة'],
  ja: ['ご質問はありますか。こちらでどうぞ。', 'このメッセージを閉じる'],
};
