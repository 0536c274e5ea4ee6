import { GuichetChat } from '@guichet/widget/react';

/** The address of your Guichet. */
const SERVER = 'https://chat.example.com';

/** Drawn on the server and again in the browser, as Next.js does with a component that begins with `'use client'`. */
export function Page() {
  return (
    <main>
      <h1>A shop</h1>
      <p>The chat stands inside the page.</p>
      <GuichetChat server={SERVER} mode="inline" style={{ height: 640 }} />
    </main>
  );
}
