import { currentTexts } from '../text/texts.ts';
import { Breadcrumbs } from './breadcrumbs.tsx';

/** For an empty key field: what may be put in, and where Open WebUI shows an account's key. */
export function WhereKeysAre() {
  const { hint, where, path } = currentTexts().keyField;
  return (
    <>
      <p>{hint}</p>
      <p>{where}</p>
      <Breadcrumbs steps={path.split(' > ')} />
    </>
  );
}
