/** What Open WebUI says when it refuses, word for word. */
export const refusalText = {
  notAuthenticated: 'Not authenticated',
  unauthorized: '401 Unauthorized',
  invalidToken: 'Invalid token',
  invalidAuthentication: 'Invalid authentication request.',
  sessionExpired: 'Your session has expired or the token is invalid. Please sign in again.',
  noPermission: 'You do not have permission to access this resource. Please contact your administrator for assistance.',
  actionProhibited: 'The requested action has been restricted as a security measure.',
  apiKeysOff: 'Use of API key is not enabled in the environment.',
  apiKeyEndpoint: 'API key not allowed to access this endpoint.',
  apiKeyCreation: 'API key creation is not allowed in the environment.',
  apiKeyMissing:
    "Oops! It looks like there's a hiccup. The API key is missing. Please make sure to provide a valid API key to access this feature.",
  humanSession: 'A human session is required.',
  humanAdministrator: 'A human administrator session is required to change MFA settings.',
  wrongCredentials: 'The email or password provided is incorrect. Please check for typos and try logging in again.',
  wrongPassword: 'The password provided is incorrect. Please check for typos and try again.',
  emailTaken:
    'Uh-oh! This email is already registered. Sign in with your existing account or choose another email to start anew.',
  emailFormat:
    "The email format you entered is invalid. Please double-check and make sure you're using a valid email address (e.g., yourname@example.com).",
  tooManySignIns: 'API rate limit exceeded',
  notFound: "We could not find what you're looking for :/",
  somethingWrong: 'Something went wrong :/',
  userNotFound: 'User not found.',
  modelNotFound: 'Model not found',
  /** The name stays empty in the real one as well. */
  modelWasNotFound: "Model '' was not found",
  modelIdTaken: 'Uh-oh! This model id is already registered. Please choose another model id string.',
  serverConnection: 'Open WebUI: Server Connection Error',
  messageExists: 'Message already exists or has an invalid ID.',
  fileNotSupported:
    "Oops! It seems like the file format you're trying to upload is not supported. Please upload a file with a supported format and try again.",
  metadataMalformed: 'Invalid metadata format',
  emptyContent: 'The content provided is empty. Please ensure that there is text or data present before proceeding.',
  methodNotAllowed: 'Method Not Allowed',
} as const;
