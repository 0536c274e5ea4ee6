import type { ComponentChildren } from 'preact';
import { useEffect, useRef } from 'preact/hooks';
import { currentTexts } from '../text/texts.ts';
import { Button } from './button.tsx';

export interface ConfirmDialogProps {
  title: string;
  /** What will be lost, by name. */
  children: ComponentChildren;
  confirm: string;
  onConfirm: () => void;
  onCancel: () => void;
}

/** Asks before something is lost. Lies over the page while it is mounted; the browser gives the focus back after it. */
export function ConfirmDialog({ title, children, confirm, onConfirm, onCancel }: ConfirmDialogProps) {
  const dialog = useRef<HTMLDialogElement>(null);
  useEffect(() => {
    const element = dialog.current;
    element?.showModal();
    // Pressing Enter by reflex should lose nothing.
    element?.querySelector<HTMLElement>('.actions > :last-child')?.focus();
    return () => element?.close();
  }, []);
  return (
    <dialog
      ref={dialog}
      class="dialog"
      aria-labelledby="dialog-title"
      aria-describedby="dialog-text"
      onCancel={(event) => {
        event.preventDefault();
        onCancel();
      }}
    >
      <h2 id="dialog-title">{title}</h2>
      <div id="dialog-text">{children}</div>
      <div class="actions">
        <Button look="danger" onPress={onConfirm}>
          {confirm}
        </Button>
        <Button onPress={onCancel}>{currentTexts().cancel}</Button>
      </div>
    </dialog>
  );
}
