import type { View } from '../element/view.ts';
import { restFocus } from './rest-focus.ts';
import { Tool } from './tool.tsx';

export const TITLE_ID = 'title';

export function Header({ view }: { view: View }) {
  const { chat, canClose } = view;
  const texts = view.texts.value;
  return (
    <>
      <header class="header" part="header">
        <h2 class="name" id={TITLE_ID} tabIndex={-1}>
          {chat.site.value?.name ?? texts.chat}
        </h2>
        {chat.kept.get('visitor') && (
          <Tool name={texts.conversations} icon="list" onPress={() => view.slots.showConversations()} />
        )}
        {chat.state.value.messages.length > 0 && (
          <Tool
            name={texts.newConversation}
            icon="new"
            onPress={(button) => {
              view.slots.panelView.value = undefined;
              restFocus(button);
              chat.newConversation();
            }}
          />
        )}
        {canClose && <Tool name={texts.closeChat} icon="close" onPress={() => view.close()} />}
      </header>
      {chat.site.value?.practice && <p class="practice">{texts.practice}</p>}
    </>
  );
}
