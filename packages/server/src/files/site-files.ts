/** What may be attached on a site at the moment: what its owner chose, as far as its model takes it. Pure. */
import { type FileKind, fileTypesOf } from '@guichet/contract/file-types';
import { MAX_QUESTION_FILES } from '@guichet/contract/limits';
import type { PublicSite } from '@guichet/contract/public-site';
import type { ModelEquipment } from '@guichet/openwebui/client';
import type { SiteContext } from '../sites/site-context.ts';

/** @param equipment undefined while nobody could say what the model takes: then the owner’s word counts */
export function kindsTaken(
  { files }: Pick<SiteContext, 'files'>,
  equipment: Pick<ModelEquipment, 'sees' | 'takesDocuments'> | undefined,
): FileKind[] {
  return files.kinds.filter((kind) => (kind === 'pictures' ? equipment?.sees : equipment?.takesDocuments) !== false);
}

export function siteFiles(
  site: Pick<SiteContext, 'files'>,
  equipment: Pick<ModelEquipment, 'sees' | 'takesDocuments'> | undefined,
): PublicSite['files'] {
  const kinds = kindsTaken(site, equipment);
  if (kinds.length === 0) return undefined;
  const types = fileTypesOf(kinds).map(({ contentType }) => contentType);
  return { kinds, types, maxBytes: site.files.maxBytes, perQuestion: MAX_QUESTION_FILES };
}
