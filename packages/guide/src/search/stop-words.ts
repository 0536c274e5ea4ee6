/** Words that say nothing about what is looked for, folded. */
export const STOP_WORDS: ReadonlySet<string> = new Set(
  `a an and are at be by can do does for from how i if in is it me my not of on or the to what when where which why with you your
  au aux avec ce ces cette comment dan de des du en est et il je la le les ma me mon ne ni ou par pas pour pourquoi quand que quel
  quelle qui quoi sa se ses son sur un une vos votre vous mes mon`.split(/\s+/),
);
