export { createGuideSite, type GuideAnswer, type GuideSite } from './create-guide-site.ts';
export type { GuideFacts, GuidePage, SettingFact } from './guide-page.ts';
export { type Guide, readGuide } from './read-guide.ts';
