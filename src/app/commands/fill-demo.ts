import { dirname, join } from 'node:path';
import { system } from '../../kernel/actor.ts';
import { withSystem } from '../open-system.ts';
import type { Command } from './command.ts';
import { runDemo } from './demo.ts';

/** Fills a fresh system with the invented community; works beside a running system as well as alone. */
export const fillDemo: Command = async ({ config, program }) => {
  const examples = join(dirname(program), '../../examples');
  const say = (line: string) => process.stdout.write(`${line}\n`);
  await withSystem(config, ({ as, settle }) => runDemo(as(system('demo')), { examples, settle, say }));
  return 0;
};
