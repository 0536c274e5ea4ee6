import { GuichetChat, type GuichetChatHandle } from '@guichet/widget/react';
import { StrictMode, useRef, useState } from 'react';
import { createRoot } from 'react-dom/client';

/** The address of your Guichet. */
const SERVER = 'https://chat.example.com';

function Shop() {
  const chat = useRef<GuichetChatHandle>(null);
  const [isShown, setShown] = useState(true);
  const [theme, setTheme] = useState<'light' | 'dark'>('light');
  const [asked, setAsked] = useState<string[]>([]);
  return (
    <main>
      <h1>A shop</h1>
      <button type="button" onClick={() => chat.current?.call('sendMessage', 'What are your opening hours?')}>
        Ask about opening hours
      </button>
      <button type="button" onClick={() => setTheme(theme === 'light' ? 'dark' : 'light')}>
        {theme}
      </button>
      <button type="button" onClick={() => setShown(!isShown)}>
        {isShown ? 'Hide the chat' : 'Show the chat'}
      </button>
      <p>Asked: {asked.join(', ')}</p>
      {isShown && (
        <GuichetChat
          ref={chat}
          server={SERVER}
          theme={theme}
          onMessageSent={({ text }) => setAsked((before) => [...before, text])}
        />
      )}
    </main>
  );
}

const place = document.getElementById('app');
if (place)
  createRoot(place).render(
    <StrictMode>
      <Shop />
    </StrictMode>,
  );
