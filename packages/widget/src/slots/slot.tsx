import type { ComponentChildren } from 'preact';
import { useErrorBoundary, useLayoutEffect, useRef } from 'preact/hooks';
import type { View } from '../element/view.ts';
import type { DrawPart, Fill, MessagePart, PartDrawing } from './slots.ts';

interface SlotProps {
  view: View;
  fill: Fill;
  name: string;
  /** Filled again when one of these changes. */
  on?: readonly unknown[];
}

/** An element that belongs to what fills it. */
export function Slot({ view, fill, name, on = [fill] }: SlotProps) {
  const place = useRef<HTMLDivElement>(null);
  useLayoutEffect(() => {
    const { current } = place;
    const leave = current && fill(current, view);
    return () => {
      leave?.();
      // The next one may get the same element.
      current?.replaceChildren();
    };
  }, on);
  return <div class={name} ref={place} />;
}

interface PartSlotProps {
  view: View;
  part: MessagePart;
  /** What is shown while nothing draws this kind of part, and where drawing it failed. */
  children: ComponentChildren;
}

/** A part of a message, as the chunk for its kind draws it. */
export function PartSlot({ view, part, children }: PartSlotProps) {
  const [failed] = useErrorBoundary((error) => console.warn('Guichet:', error));
  const draw = view.slots.partDrawing(part.kind);
  return draw && !failed ? <DrawnPart {...{ view, part, draw }} /> : children;
}

function DrawnPart({ view, part, draw }: { view: View; part: MessagePart; draw: DrawPart }) {
  const place = useRef<HTMLDivElement>(null);
  const drawing = useRef<PartDrawing>(null);
  useLayoutEffect(() => {
    if (!place.current) return;
    drawing.current = draw(place.current, view);
    return () => drawing.current?.leave();
  }, [draw]);
  useLayoutEffect(() => drawing.current?.show(part), [part.text, part.isWhole, part.isFinal]);
  return <div class="part" ref={place} />;
}
