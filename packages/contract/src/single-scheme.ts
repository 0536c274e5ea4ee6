/** A scheme as people write it when they paste an address behind one that is there already: with or without colon. */
const SCHEME = /^(https?)(?::(?!\d)[/\\]{0,3}|[/\\]{2,3})/i;

/**
 * The address with its last scheme alone, when there are two or more before the host (`https://https://…`,
 * `http://https//…`) or the one that is there lost its colon (`https//…`).
 * @returns undefined when there is exactly one, or none
 */
export function withSingleScheme(text: string): string | undefined {
  let rest = text.trim();
  let last: string | undefined;
  let count = 0;
  let isWhole = true;
  for (let scheme = SCHEME.exec(rest); scheme; scheme = SCHEME.exec(rest)) {
    count += 1;
    last = scheme[1]?.toLowerCase();
    isWhole = scheme[0].includes(':');
    rest = rest.slice(scheme[0].length).replace(ENCODED_COLON, '$1://');
  }
  if (last === undefined || rest === '' || (count === 1 && isWhole)) return undefined;
  return `${last}://${rest}`;
}

/** The second one often went through a form that encodes addresses. */
const ENCODED_COLON = /^(https?)%3a(?:%2f|\/){0,3}/i;
