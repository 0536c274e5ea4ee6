const SIGN_IN_PLACE =
  /\/(oauth2|outpost\.goauthentik\.io|auth|login|signin|sign-in|sso|saml|cdn-cgi\/access|api\/verify|realms)(\/|$)|cloudflareaccess\.com|\/\/(auth|login|sso|accounts?|id|authelia|authentik|keycloak)\./i;

/** Whether a redirection leads to a page where people sign in. */
export function isSignInPlace(location: string): boolean {
  return SIGN_IN_PLACE.test(location);
}
