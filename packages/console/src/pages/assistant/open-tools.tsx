import { Command } from '../../parts/command.tsx';
import { assistantTexts } from '../../text/assistant/texts.ts';

/** Closes in Open WebUI what the whole agent must not open, after showing each step. */
function closeTools(site: string): string {
  const ofSite = site === 'default' ? '' : ` --site ${site}`;
  return `npx guichet openwebui provision${ofSite} --tools whole-agent`;
}

/** Built-in tools that a visitor must not reach: in words, with what Open WebUI calls them; and how they are closed by hand. */
export function OpenTools({ names, site }: { names: readonly string[]; site: string }) {
  const words = assistantTexts().reason;
  const known: Readonly<Record<string, string>> = words.tool;
  return (
    <>
      <p>{words['tool-open']}</p>
      <ul class="open-tools">
        {names.map((name) => (
          <li key={name}>
            {Object.hasOwn(known, name) && `${known[name]} `}
            <code>{name}</code>
          </li>
        ))}
      </ul>
      <details class="fold">
        <summary>{words.closeByHand}</summary>
        <p>{words.closeInModel}</p>
        <p>{words.closeByCommand}</p>
        <Command text={closeTools(site)} />
      </details>
    </>
  );
}
