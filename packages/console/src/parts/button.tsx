import type { ComponentChildren } from 'preact';
import { Icon, type IconName } from './icon.tsx';

export interface ButtonProps {
  children: ComponentChildren;
  onPress?: () => void;
  /** `main`: what one came for, once in a section. `danger`: something is lost. `plain`: beside others, without a border. */
  look?: 'main' | 'second' | 'danger' | 'plain';
  type?: 'button' | 'submit';
  icon?: IconName;
  busy?: boolean;
  /** Stands in the label's place while it is busy; the button keeps its width. */
  busyLabel?: string;
  disabled?: boolean;
  /** For screen readers, where several buttons have the same label. */
  name?: string;
  /** Id of what says why it is disabled. */
  describedBy?: string | undefined;
}

/** Busy and disabled buttons keep the focus and say so, instead of vanishing from under the keyboard. */
export function Button(props: ButtonProps) {
  const {
    children,
    onPress,
    look = 'second',
    type = 'button',
    icon,
    busy = false,
    busyLabel,
    disabled = false,
  } = props;
  const idle = busy || disabled;
  return (
    <button
      type={type}
      class={`button ${look}${busy ? ' busy' : ''}`}
      aria-disabled={idle ? 'true' : undefined}
      aria-describedby={props.describedBy}
      aria-label={props.name}
      onClick={(event) => {
        if (idle) event.preventDefault();
        else onPress?.();
      }}
    >
      {icon && <Icon name={icon} />}
      <span class="labels">
        <span class={busy && busyLabel ? 'label away' : 'label'}>{children}</span>
        {busyLabel && <span class={busy ? 'label' : 'label away'}>{busyLabel}</span>}
      </span>
    </button>
  );
}
