import type { PublicSite } from '@guichet/contract/public-site';
import type { Visitor } from '@guichet/contract/visitor-api';

export type Field = 'name' | 'email' | 'consent';

/** A field that is asked for. */
export interface MissingField {
  field: Field;
  isRequired: boolean;
}

type Asked = NonNullable<PublicSite['introduction']>;

const FIELDS = ['name', 'email', 'consent'] as const;

/**
 * What has still to be asked.
 * @param known what the server keeps about the visitor; undefined for somebody new
 * @param wasAsked the visitor was asked before, and left out what is not known
 */
export function missingFields(
  asked: Asked,
  known: Pick<Visitor, 'name' | 'email' | 'consent'> | undefined,
  wasAsked: boolean,
): MissingField[] {
  return FIELDS.filter((field) => {
    if (asked[field] === 'off') return false;
    if (field === 'consent') return known?.consent?.version !== asked.consentVersion;
    return known?.[field] === undefined && (asked[field] === 'required' || !wasAsked);
  }).map((field) => ({ field, isRequired: asked[field] === 'required' }));
}
