import { z } from 'zod';
import { FILE_KINDS } from './file-types.ts';
import { maybe } from './maybe.ts';
import { INTRODUCTION_WISHES } from './site-settings.ts';
import { VISITOR_LOCALES } from './visitor-text/visitor-languages.ts';

export const SiteTextsSchema = z
  .object({
    greeting: maybe(z.string()),
    placeholder: maybe(z.string()),
    /** Questions offered before the first message. */
    suggestions: maybe(z.array(z.string())),
    /** That a machine answers and can be wrong; absent: the widget says so in its own words. It is always said. */
    aiNotice: maybe(z.string()),
    /** What not to write in the chat; absent: the widget's own words. */
    dataNotice: maybe(z.string()),
    /** What visitors agree to, where the site asks them; absent: the widget's own words. */
    consent: maybe(z.string()),
  })
  .meta({ id: 'SiteTexts' });
export type SiteTexts = z.infer<typeof SiteTextsSchema>;

/** What anybody may know of a site: enough to draw its widget, nothing that costs money or opens a door. */
export const PublicSiteSchema = z
  .object({
    id: z.string(),
    /** The name in the widget's header, in the language asked for. */
    name: z.string(),
    /** Whose assistant this is. Absent: the widget names the page's host. */
    owner: maybe(z.string().meta({ description: 'Who provides the assistant. Absent: not told.' })),
    /** `http`, `https`, `mailto` or `tel`. */
    links: z.object({ contact: maybe(z.string()), privacy: maybe(z.string()) }),
    /** True while answers come from the practice server, so that nobody takes them for the owner's. */
    practice: z.boolean(),
    languages: z.array(z.enum(VISITOR_LOCALES)),
    look: z.object({
      accent: z.string(),
      position: z.enum(['right', 'left']),
      theme: z.enum(['auto', 'light', 'dark']),
    }),
    /** Per language; a missing language falls back to the widget's own text. */
    texts: z.partialRecord(z.enum(VISITOR_LOCALES), SiteTextsSchema),
    features: z.object({
      attachments: z.boolean(),
      feedback: z.boolean(),
      stop: z.boolean(),
      /** The panel belongs in a frame of the server’s: requests from a page’s own origin are refused. */
      frame: z.boolean(),
      followUps: z.boolean(),
      /** What the page says of itself goes along with a question. */
      pageContext: z.boolean(),
      /** Visitors may speak or listen; `voice` tells how. */
      voice: z.boolean(),
      /** Visitors are asked something before their first question: `introduction` says what. */
      introduction: z.boolean(),
    }),
    /** What visitors say of themselves before their first question; absent where they are asked nothing. */
    introduction: maybe(
      z.object({
        name: z.enum(INTRODUCTION_WISHES),
        email: z.enum(INTRODUCTION_WISHES),
        consent: z.enum(INTRODUCTION_WISHES),
        /** Who agreed to another version is asked again. */
        consentVersion: z.string(),
      }),
    ),
    /** What may be attached to a question; absent where nothing may. */
    files: maybe(
      z.object({
        kinds: z.array(z.enum(FILE_KINDS)),
        /** Content types. */
        types: z.array(z.string()),
        maxBytes: z.int(),
        perQuestion: z.int(),
      }),
    ),
    /** Speaking and listening; absent where visitors can do neither. */
    voice: maybe(
      z.object({
        /** The server turns a recording into text. */
        transcription: z.boolean(),
        /** The server reads answers aloud. */
        speech: z.boolean(),
        /** The browser may do what the server does not. */
        browser: z.boolean(),
        maxSeconds: z.int(),
      }),
    ),
    /** Whose pictures answers may show, by https: `images.example.com`, `*.example.com`. Absent: nobody’s. */
    pictureHosts: maybe(z.array(z.string())),
    limits: z.object({
      messageChars: z.number(),
    }),
  })
  .meta({ id: 'Site' });
export type PublicSite = z.infer<typeof PublicSiteSchema>;
