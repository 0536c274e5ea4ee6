export type HoleId =
  | 'unlisted'
  | 'administratorsDeleted'
  | 'weakSecret'
  | 'tokensInLogs'
  | 'serverFetches'
  | 'allowListPath'
  | 'allowListBypassed'
  | 'foreignChats'
  | 'modelAccess';
