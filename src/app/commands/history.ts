import { once } from 'node:events';
import { parseArgs } from 'node:util';
import { viewSealedHistory } from '../../capabilities/accounts/index.ts';
import { historyLines } from '../../capabilities/history/index.ts';
import { system } from '../../kernel/actor.ts';
import { isDay } from '../../kernel/dates.ts';
import { withSystem } from '../open-system.ts';
import type { Command } from './command.ts';

const USAGE = `Використання / Usage:
  vidkryto history export [--format csv|jsonl] [--after POSITION] [--from YYYY-MM-DD] [--to YYYY-MM-DD]
`;

const text = { type: 'string' } as const;
const OPTIONS = { format: text, after: text, from: text, to: text } as const;

interface Asked {
  readonly format: 'csv' | 'jsonl';
  readonly after: number;
  readonly fromDay?: string;
  readonly toDay?: string;
}

const isDayOrNone = (day: string | undefined) => day === undefined || isDay(day);

/** What was asked for; null: not in a way we understand. */
function askedOf(args: readonly string[]): Asked | null {
  const [deed, ...rest] = args;
  if (deed !== 'export') return null;
  try {
    const { values } = parseArgs({ args: rest, options: OPTIONS });
    const { format = 'jsonl', from, to } = values;
    const after = Number(values.after ?? 0);
    const sound = Number.isSafeInteger(after) && after >= 0 && isDayOrNone(from) && isDayOrNone(to);
    if (!sound || (format !== 'csv' && format !== 'jsonl')) return null;
    return { format, after, fromDay: from, toDay: to };
  } catch {
    return null; // an option there is not
  }
}

/** `vidkryto history export`: to standard output, as slowly as it is read. */
export const history: Command = async ({ args, config }) => {
  const asked = askedOf(args);
  if (!asked) {
    process.stderr.write(USAGE);
    return 2;
  }
  const { format, after, ...days } = asked;
  await withSystem(config, async ({ as }) => {
    const entries = await viewSealedHistory(as(system('command line')), days, after);
    for await (const piece of historyLines(entries, format, 'uk')) {
      if (!process.stdout.write(piece)) await once(process.stdout, 'drain');
    }
  });
  return 0;
};
