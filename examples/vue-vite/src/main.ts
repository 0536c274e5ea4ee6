import { GuichetChat } from '@guichet/widget/vue';
import { createApp, defineComponent, h, ref } from 'vue';

/** The address of your Guichet. */
const SERVER = 'https://chat.example.com';

const Shop = defineComponent(() => {
  const chat = ref<InstanceType<typeof GuichetChat> & { call(verb: string, ...args: unknown[]): void }>();
  const isShown = ref(true);
  const theme = ref<'light' | 'dark'>('light');
  const asked = ref<string[]>([]);
  const button = (label: string, onClick: () => void) => h('button', { type: 'button', onClick }, label);
  return () =>
    h('main', [
      h('h1', 'A shop'),
      button('Ask about opening hours', () => chat.value?.call('sendMessage', 'What are your opening hours?')),
      button(theme.value, () => {
        theme.value = theme.value === 'light' ? 'dark' : 'light';
      }),
      button(isShown.value ? 'Hide the chat' : 'Show the chat', () => {
        isShown.value = !isShown.value;
      }),
      h('p', `Asked: ${asked.value.join(', ')}`),
      isShown.value &&
        h(GuichetChat, {
          ref: chat,
          server: SERVER,
          theme: theme.value,
          'onMessage-sent': ({ text }) => {
            asked.value = [...asked.value, text];
          },
        }),
    ]);
});

createApp(Shop).mount('#app');
