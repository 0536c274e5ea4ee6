/** What visitors are asked before their first question, and whether one has said it. Pure. */
import type { StoredVisitor } from '../storage/visitor-data.ts';
import type { SiteContext } from './site-context.ts';

type Asked = Pick<SiteContext, 'introduction'>;

export function isAsked({ introduction: { name, email, consent } }: Asked): boolean {
  return [name, email, consent].some((wish) => wish !== 'off');
}

/** Whether nothing can be missing, whoever the visitor is. */
export function isOptional({ introduction: { name, email, consent } }: Asked): boolean {
  return ![name, email, consent].includes('required');
}

/** Whether the visitor has said what the site does not let them leave out, and agreed to the text as it is now. */
export function isIntroduced(
  { introduction: { name, email, consent, consentVersion } }: Asked,
  visitor: Pick<StoredVisitor, 'name' | 'email' | 'consent'>,
): boolean {
  if (name === 'required' && visitor.name === undefined) return false;
  if (email === 'required' && visitor.email === undefined) return false;
  return consent !== 'required' || visitor.consent?.version === consentVersion;
}
