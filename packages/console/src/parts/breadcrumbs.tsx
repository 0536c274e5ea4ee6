import { currentTexts } from '../text/texts.ts';
import { Icon } from './icon.tsx';

/** A way through Open WebUI's menus, in its own words. */
export function Breadcrumbs({ steps }: { steps: readonly string[] }) {
  const texts = currentTexts();
  return (
    <ol class="breadcrumbs" aria-label={texts.menuPath}>
      {steps.map((step, place) => (
        <li key={step}>
          {place > 0 && <Icon name="next" />}
          <span>{step}</span>
        </li>
      ))}
    </ol>
  );
}
