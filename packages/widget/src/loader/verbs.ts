/** What a page can ask of its chat, through `window.Guichet` and, but for `on` and `off`, on the element itself. */
export const ELEMENT_VERBS =
  'open close toggle sendMessage setInput newConversation identify logout setContext setLocale setTheme destroy diagnose';
