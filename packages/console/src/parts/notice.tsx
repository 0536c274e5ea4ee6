import type { ComponentChildren } from 'preact';
import { currentTexts } from '../text/texts.ts';
import { Icon } from './icon.tsx';
import type { Tone } from './tone.ts';

export interface NoticeProps {
  tone: Tone;
  title?: string;
  children?: ComponentChildren;
}

/** Something to know, where it happened. The page's announcer says it aloud; this is what stays to be read. */
export function Notice({ tone, title, children }: NoticeProps) {
  const word = currentTexts().mark[tone];
  return (
    <div class={`notice ${tone}`}>
      <Icon name={tone} />
      <div class="notice-text">
        <p class="notice-title">
          <span class="unseen">{`${word}: `}</span>
          {title}
        </p>
        {children}
      </div>
    </div>
  );
}
