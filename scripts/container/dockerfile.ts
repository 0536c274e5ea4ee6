/** Reads a Dockerfile as far as ours needs it: instructions, stages, exec forms. */

/** Carried out by an engine only: it needs root, and an absolute path. */
export const MAKE_DATA_FOLDER = 'install -d -m 0700 -o node -g node /data';

export interface Instruction {
  /** In upper case, as `RUN`. */
  name: string;
  /** What follows, with continued lines joined. */
  rest: string;
}

export interface Stage {
  /** What the stage begins with: an image, or an earlier stage's name. */
  base: string;
  name: string | undefined;
  instructions: Instruction[];
}

export function parseDockerfile(text: string): Stage[] {
  const stages: Stage[] = [];
  for (const instruction of instructionsOf(text)) {
    if (instruction.name === 'FROM') {
      const [base = '', , name] = instruction.rest.split(/\s+/);
      stages.push({ base, name, instructions: [] });
    } else {
      const stage = stages.at(-1);
      if (!stage) throw new Error(`${instruction.name} stands before the first FROM.`);
      stage.instructions.push(instruction);
    }
  }
  return stages;
}

function instructionsOf(text: string): Instruction[] {
  return text
    .split('\n')
    .filter((line) => line.trim() !== '' && !line.trim().startsWith('#'))
    .join('\n')
    .replace(/\\\n\s*/g, '')
    .split('\n')
    .map((line) => {
      const [name = '', ...words] = line.trim().split(/\s+/);
      return { name: name.toUpperCase(), rest: words.join(' ') };
    });
}

/** The last instruction of a name in a stage. @throws when there is none */
export function instructionIn(stage: Stage, name: string): string {
  const found = stage.instructions.findLast((instruction) => instruction.name === name);
  if (!found) throw new Error(`The stage has no ${name}.`);
  return found.rest;
}

/** `["node", "main.ts"]`. @throws when it is not the exec form, which is the one that hands signals on */
export function execForm(rest: string): string[] {
  const parsed: unknown = JSON.parse(rest.slice(rest.indexOf('[')));
  if (!Array.isArray(parsed) || !parsed.every((word) => typeof word === 'string')) {
    throw new Error(`${rest} is not an exec form.`);
  }
  return parsed;
}

/** `NAME=value` pairs of ENV, without quotes, which ours needs none of. */
export function environmentOf(stage: Stage): Record<string, string> {
  const pairs = stage.instructions
    .filter((instruction) => instruction.name === 'ENV')
    .flatMap((instruction) => instruction.rest.split(' '))
    .map((pair) => pair.split('=', 2) as [string, string]);
  return Object.fromEntries(pairs);
}
