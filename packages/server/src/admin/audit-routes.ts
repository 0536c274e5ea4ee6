/** `/admin/api/audit`: what was done, newest first. */
import type { AuditEntryView } from '@guichet/contract/admin-api';
import type { OpenAPIHono } from '@hono/zod-openapi';
import type { AppEnvironment } from '../http/request-context.ts';
import type { AuditLog } from './audit-log.ts';

/** What one page shows. */
const LISTED_ENTRIES = 200;

export function auditRoutes(app: OpenAPIHono<AppEnvironment>, audit: AuditLog): void {
  app.get('/admin/api/audit', async (context) => {
    const entries = (await audit.list(LISTED_ENTRIES)).map(
      (entry): AuditEntryView => ({ ...entry, at: new Date(entry.at).toISOString() }),
    );
    return context.json({ entries }, 200, { 'Cache-Control': 'no-store' });
  });
}
