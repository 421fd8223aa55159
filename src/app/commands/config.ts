import { describeConfig } from '../../platform/config/read-config.ts';
import type { Command } from './command.ts';

/** Prints every setting. */
export const config: Command = async ({ config: settings }) => {
  process.stdout.write(`${describeConfig(settings, process.env)}\n`);
  return 0;
};
