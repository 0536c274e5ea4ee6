/** Carries out a Dockerfile's stages in folders: `/app` of each stage is a folder of its own, and `node` is this one. */
import { execFileSync } from 'node:child_process';
import { cpSync, mkdirSync } from 'node:fs';
import path from 'node:path';
import type { Instruction, Stage } from './dockerfile.ts';

export const APP_FOLDER = '/app';

/** No step of ours takes longer, not even on a slow network. */
const STEP_MS = 180_000;

export interface StageFolders {
  /** Where the sources are. */
  context: string;
  /** Where the stages' folders are made. */
  workspace: string;
  environment: NodeJS.ProcessEnv;
  /** Steps that need root or an absolute path: known word by word, and not carried out. */
  leftOut: readonly string[];
}

/** @returns the last stage's `/app` */
export function runStages(stages: readonly Stage[], folders: StageFolders): string {
  const made = new Map<string, string>();
  let last = '';
  for (const [index, stage] of stages.entries()) {
    last = path.join(folders.workspace, `stage-${index}`);
    const base = made.get(stage.base);
    if (base) cpSync(base, last, { recursive: true, verbatimSymlinks: true });
    else mkdirSync(last, { recursive: true });
    for (const instruction of stage.instructions) carryOut(instruction, last, made, folders);
    if (stage.name) made.set(stage.name, last);
  }
  return last;
}

function carryOut(
  { name, rest }: Instruction,
  folder: string,
  made: ReadonlyMap<string, string>,
  folders: StageFolders,
): void {
  if (name === 'COPY') copy(rest, folder, made, folders.context);
  if (name === 'WORKDIR' && rest !== APP_FOLDER) throw new Error(`WORKDIR ${rest} is not ${APP_FOLDER}.`);
  if (name !== 'RUN' || folders.leftOut.includes(rest)) return;
  const [command = '', ...words] = rest.split(' ');
  if (command !== 'npm' && command !== 'node') throw new Error(`RUN ${rest} is not known to this test.`);
  execFileSync(command, words, { cwd: folder, env: folders.environment, stdio: 'pipe', timeout: STEP_MS });
}

function copy(rest: string, folder: string, made: ReadonlyMap<string, string>, context: string): void {
  const words = rest.split(' ');
  const from = words[0]?.startsWith('--from=') ? words.shift()?.slice('--from='.length) : undefined;
  const target = words.pop() ?? '';
  const source = from === undefined ? context : made.get(from);
  if (source === undefined) throw new Error(`COPY --from=${from} names no stage.`);
  for (const word of words) {
    const inside = from === undefined ? word : path.posix.relative(APP_FOLDER, word);
    // Into a folder the file keeps its name; a folder's content goes where the target says.
    const place = target.endsWith('/') ? path.join(target, path.basename(inside)) : target;
    cpSync(path.join(source, inside), path.join(folder, place), { recursive: true, verbatimSymlinks: true });
  }
}
