export { createGuideSite } from './create-guide-site.ts';
export type { GuideFacts, GuidePage, SettingFact } from './guide-page.ts';
export type { GuideAnswer, GuideSite } from './guide-site.ts';
export { type Guide, readGuide } from './read-guide.ts';
export { writeBuiltGuide } from './write-built-guide.ts';
