import { useEffect, useMemo, useRef } from 'preact/hooks';
import type { AdminApi } from '../../admin-api/admin-api.ts';
import { locale } from '../../language/language.ts';
import { ReferenceModel } from './reference-model.ts';

/** One reference that is looked up, told again in the other language when that is chosen. */
export function useReference(api: AdminApi): ReferenceModel {
  const reference = useMemo(() => new ReferenceModel(api), [api]);
  const language = useRef(locale.value);
  useEffect(() => {
    if (language.current !== locale.value) void reference.languageChanged();
    language.current = locale.value;
  }, [reference, locale.value]);
  return reference;
}
