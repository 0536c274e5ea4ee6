import { readFileSync } from 'node:fs';
import path from 'node:path';

export interface WidgetFile {
  /** Below this server's address. */
  path: string;
  integrity: string;
}

/** The files that a page of ours loads. @returns undefined when the widget has not been built */
export function readWidgetFiles(widgetFolder: string): { app: WidgetFile; framed: WidgetFile } | undefined {
  try {
    const manifest = JSON.parse(readFileSync(path.join(widgetFolder, 'manifest.json'), 'utf8'));
    const files: Record<string, WidgetFile | undefined> = manifest.files;
    const [app, framed] = [files['app.js'], files['framed.js']];
    return app && framed && { app, framed };
  } catch {
    return undefined;
  }
}
