import { Icon, type IconName } from './icon.tsx';

interface ToolProps {
  /** Read out, and shown on hover. */
  name: string;
  icon: IconName;
  onPress: (button: HTMLElement) => void;
  look?: 'tool' | 'latest';
}

/** A button that is only an icon. */
export function Tool({ name, icon, onPress, look = 'tool' }: ToolProps) {
  return (
    <button type="button" class={look} aria-label={name} title={name} onClick={(event) => onPress(event.currentTarget)}>
      <Icon name={icon} />
    </button>
  );
}
