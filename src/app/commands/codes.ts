import { stat } from 'node:fs/promises';
import { basename } from 'node:path';
import { loadServing, SERVED, type Served } from '../../capabilities/catalog/index.ts';
import { system } from '../../kernel/actor.ts';
import { isRequestError } from '../../kernel/errors.ts';
import type { Context } from '../../platform/context.ts';
import { withSystem } from '../open-system.ts';
import type { Command } from './command.ts';

const isServed = (word: string | undefined): word is Served => (SERVED as readonly string[]).includes(word ?? '');

/** `vidkryto codes load NAME FILE` on a running system or, when none runs, on its data folder. */
export const codes: Command = ({ args, config }) =>
  withSystem(config, ({ as }) => runCodeList(args, as(system('command line'))));

/**
 * Loads a file of codes into a list of the community. Codes the file lacks go out of use; none is ever given to another
 * value. A file that would take most codes out of use is refused unless `--replace` is said.
 * @returns 0 loaded; 1 the file was refused; 2 the words are wrong
 */
export async function runCodeList(args: readonly string[], ctx: Context): Promise<number> {
  const sweeping = args.includes(SWEEPING);
  const [deed, name, path] = args.filter((word) => word !== SWEEPING);
  if (deed !== 'load' || !isServed(name) || path === undefined) return say(USAGE, 2);
  const found = await stat(path).catch(() => null);
  if (!found?.isFile()) return say(`Файл «${path}» не знайдено. / The file cannot be found.`, 2);
  try {
    const list = await loadServing(ctx, name, { path, fileName: basename(path) }, sweeping);
    const inUse = list.codes.filter(({ retiredOn }) => retiredOn === null).length;
    process.stdout.write(
      `«${list.name}»: чинних кодів ${inUse}, версія ${list.version}. / ${inUse} codes in use, version ${list.version}.\n`,
    );
    return 0;
  } catch (error) {
    if (!isRequestError(error)) throw error;
    if (error.code === 'code-list-sweeping')
      return say(`${error.text.uk} ${ANYWAY.uk}\n${error.text.en} ${ANYWAY.en}`, 1);
    const faults =
      error.fields.length > 0 ? error.fields.map(({ text }) => `${text.uk} / ${text.en}`) : [error.text.uk];
    return say(faults.join('\n'), 1);
  }
}

/** Said by whoever knows that most codes go out of use. */
const SWEEPING = '--replace';
const ANYWAY = { uk: `Якщо так і треба, додайте ${SWEEPING}.`, en: `If it is meant so, add ${SWEEPING}.` };

const USAGE = `vidkryto codes load ${SERVED.join('|')} FILE [${SWEEPING}]`;

function say(words: string, code: number): number {
  process.stderr.write(`${words}\n`);
  return code;
}
