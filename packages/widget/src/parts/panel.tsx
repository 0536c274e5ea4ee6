import { useEffect, useRef } from 'preact/hooks';
import type { View } from '../element/view.ts';
import { Slot } from '../slots/slot.tsx';
import { AI_NOTICE_ID, AiNotice } from './ai-notice.tsx';
import { Announcer } from './announcer.tsx';
import { Composer } from './composer.tsx';
import { Footer } from './footer.tsx';
import { Header, TITLE_ID } from './header.tsx';
import { Log } from './log.tsx';
import { restFocus } from './rest-focus.ts';
import { useDialog } from './use-dialog.ts';

/** In the corner it is a dialog beside the page, on a phone one above it; elsewhere a part of the page. */
export function Panel({ view }: { view: View }) {
  return view.mode === 'bubble' ? <DialogPanel view={view} /> : <SectionPanel view={view} />;
}

function DialogPanel({ view }: { view: View }) {
  const dialog = useDialog(view);
  return (
    <>
      <dialog class="panel" part="panel" aria-labelledby={TITLE_ID} aria-describedby={AI_NOTICE_ID} ref={dialog}>
        <Inside view={view} />
      </dialog>
      <div class="unseen" role="status">
        {!view.isOpen.value && view.chat.unread.value > 0 && view.launcherLabel.value}
      </div>
    </>
  );
}

function SectionPanel({ view }: { view: View }) {
  const section = useRef<HTMLElement>(null);
  const isOpen = view.isOpen.value;
  useEffect(() => {
    if (isOpen && view.takesFocus.value) restFocus(section.current);
  }, [isOpen]);
  return (
    <section class="panel" part="panel" aria-labelledby={TITLE_ID} aria-describedby={AI_NOTICE_ID} ref={section}>
      <Inside view={view} />
    </section>
  );
}

function Inside({ view }: { view: View }) {
  const fill = view.slots.panelView.value;
  return (
    <>
      <Header view={view} />
      <AiNotice view={view} />
      <div class="below">
        {fill ? (
          <Slot view={view} fill={fill} name="view" />
        ) : (
          <>
            <Log view={view} />
            <Composer view={view} />
          </>
        )}
        <Footer view={view} />
      </div>
      <Announcer view={view} />
    </>
  );
}
