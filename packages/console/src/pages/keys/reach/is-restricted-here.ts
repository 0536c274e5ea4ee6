/** Whether the keys were restricted from here and nobody took it back here since: what the audit log says. Pure. */
import type { AuditEntryView } from '@guichet/contract/admin-api';

/** @param entries newest first */
export function isRestrictedHere(entries: readonly AuditEntryView[]): boolean {
  const last = entries.find(
    ({ action, detail }) =>
      action === 'allow-list-applied' ||
      (action === 'allow-list-undone' && (detail.outcome === 'undone' || detail.outcome === 'already')),
  );
  return last?.action === 'allow-list-applied';
}
