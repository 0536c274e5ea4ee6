import type * as Answer from '../answer/answer.ts';
import type * as Conversations from '../conversations/conversations.ts';
import type * as Files from '../files/files.ts';
import type * as Framed from '../framed.ts';
import type * as Greeting from '../greeting/greeting.ts';
import type * as Highlight from '../highlight/highlight.ts';
import type * as Introduction from '../introduction/introduction.ts';
import type * as KeyWarning from '../key-warning/key-warning.ts';
import type * as Markdown from '../markdown/markdown.ts';
import type * as Maths from '../maths/maths.ts';
import type * as Resize from '../resize/resize.ts';
import type * as Sealed from '../sealed.ts';
import type * as SiteWishes from '../site-wishes.ts';
import type { Texts } from '../text/texts.ts';
import type * as Voice from '../voice/voice.ts';
import type { ChunkName } from './chunk-list.ts';

/** What each chunk exports. Types alone: the chunks themselves are files of their own. */
export type ChunkModules = {
  [Name in ChunkName]: Name extends `text-${infer Language}` ? { [Exported in Language]: Texts } : FeatureModules[Name];
};

interface FeatureModules extends Record<ChunkName, object> {
  'key-warning': typeof KeyWarning;
  resize: typeof Resize;
  sealed: typeof Sealed;
  framed: typeof Framed;
  markdown: typeof Markdown;
  answer: typeof Answer;
  conversations: typeof Conversations;
  files: typeof Files;
  introduction: typeof Introduction;
  voice: typeof Voice;
  greeting: typeof Greeting;
  highlight: typeof Highlight;
  pictures: typeof SiteWishes;
  maths: typeof Maths;
}
