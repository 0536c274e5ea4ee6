/**
 * For Vue 3:
 *
 *     <GuichetChat server="https://chat.example.com" @message-sent="({ text }) => …" />
 *
 * Renders on servers too: the bubble as nothing, a chat inside the page as its empty place.
 */
import { defineComponent, h, onBeforeUnmount, onMounted, type PropType, ref, watch } from 'vue';
import { EVENT_NAMES, hearAll } from './handlers.ts';
import { type MountedChat, mountChat } from './mount-chat.ts';
import type { Guichet, GuichetAttributes, GuichetEventName, GuichetEvents } from './types.ts';

/** Vue makes `false` of a switch that is not there; here that is the site's own choice. */
const SWITCH = { type: Boolean, default: undefined };

export const GuichetChat = defineComponent({
  name: 'GuichetChat',
  props: {
    server: { type: String, required: true },
    site: String,
    mode: String as PropType<GuichetAttributes['mode']>,
    frame: SWITCH,
    position: String as PropType<GuichetAttributes['position']>,
    theme: String as PropType<GuichetAttributes['theme']>,
    accent: String,
    locale: String,
    openOnLoad: SWITCH,
    greeting: String,
    greet: String as PropType<GuichetAttributes['greet']>,
    greetAfter: String,
    greetOn: String,
    identity: String,
    nonce: String,
  },
  emits: Object.fromEntries(EVENT_NAMES.map((name) => [name, () => true])) as unknown as {
    [Name in GuichetEventName]: (detail: GuichetEvents[Name]) => boolean;
  },
  setup(props, { emit, expose }) {
    const place = ref<HTMLElement>();
    let chat: MountedChat | undefined;
    let stop: (() => void) | undefined;
    const attributes = (): GuichetAttributes => {
      const { server: _, nonce: __, ...rest } = props;
      return rest;
    };
    const begin = () => {
      chat = mountChat({ ...attributes(), server: props.server, nonce: props.nonce, place: place.value });
      stop = hearAll(chat, emit as (name: GuichetEventName, detail: unknown) => void);
    };
    const end = () => {
      stop?.();
      chat?.remove();
      chat = undefined;
    };
    onMounted(begin);
    onBeforeUnmount(end);
    watch(
      () => [props.server, props.site, props.mode, props.frame, props.nonce],
      () => {
        end();
        begin();
      },
      { flush: 'post' },
    );
    watch(attributes, (next) => chat?.update(next));
    expose({
      element: () => chat?.element(),
      call: (verb: keyof Guichet, ...args: unknown[]) => chat?.call(verb, ...args),
    });
    return () => (props.mode === 'inline' || props.mode === 'page' ? h('div', { ref: place }) : undefined);
  },
});
