import { realpathSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import type { CommandEntry } from './app/commands/command.ts';
import { COMMANDS, INNER_COMMANDS } from './app/commands/list.ts';
import { ConfigError, readConfig } from './platform/config/read-config.ts';

const PROGRAM = fileURLToPath(import.meta.url);

/** What one command is for, in both languages. */
function helpOf({ name, usage, help: { uk, en } }: CommandEntry): string {
  return `  ${name}${usage ? ` ${usage}` : ''}\n      ${uk}\n      ${en}`;
}

/** The given commands under the name of the product. */
function help(commands = COMMANDS): string {
  const lines = commands.map(helpOf).join('\n');
  return `Відкрито: відкриті дані громади / open data of a community\n\nnpm run -s vidkryto -- COMMAND\n\n${lines}\n`;
}

/** Whether a word asks for help instead of the deed. */
const asksHelp = (word: string) => word === '--help' || word === '-h';

/** Carries out one command; gives its exit code. Faults of settings are told all at once, other faults in one line. */
async function carryOut(argv: readonly string[]): Promise<number> {
  const [name = 'help', ...args] = argv;
  if (name === 'help' || asksHelp(name)) {
    process.stdout.write(help());
    return 0;
  }
  const entry = [...COMMANDS, ...INNER_COMMANDS].find((one) => one.name === name);
  if (!entry) {
    process.stderr.write(`Команди «${name}» немає. / There is no command “${name}”.\n\n${help()}`);
    return 2;
  }
  // a person who asks what a command does must not have it done
  if (args.some(asksHelp)) {
    process.stdout.write(help([entry]));
    return 0;
  }
  try {
    const config = readConfig(process.env);
    return await (await entry.load())({ args, config, program: PROGRAM });
  } catch (error) {
    if (error instanceof ConfigError) {
      process.stderr.write(`${error.faults.map(({ uk, en }) => `${uk}\n${en}`).join('\n')}\n`);
      return 2;
    }
    if (process.env.VIDKRYTO_LOG === 'debug') throw error;
    process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n`);
    return 1;
  }
}

/** The command line. `argv` are the words after the program's name. */
export async function main(argv: readonly string[]): Promise<void> {
  process.exitCode = await carryOut(argv);
  // What a command leaves open (a pool's idle timer, a worker thread) must not keep it from ending.
  process.stdout.write('', () => process.stderr.write('', () => process.exit()));
}

if (process.argv[1] && realpathSync(process.argv[1]) === PROGRAM) await main(process.argv.slice(2));
