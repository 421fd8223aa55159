import { mkdir } from 'node:fs/promises';
import { openLog } from '../../platform/logging/pino-log.ts';
import { aborted, stopSignal } from '../stop-signal.ts';
import { supervise } from '../supervisor.ts';
import type { Command } from './command.ts';

/** Runs the whole system until it is asked to stop. */
export const start: Command = async ({ config, program }) => {
  const log = openLog({ level: config.logLevel, process: 'start' });
  const signal = stopSignal();
  await mkdir(config.data, { recursive: true, mode: 0o700 });
  const system = await supervise({ config, program, log, signal });
  if (!system) {
    process.stderr.write(
      `Система вже працює на теці ${config.data}.\nThe system already runs on the folder ${config.data}.\n`,
    );
    return 1;
  }
  await aborted(signal);
  process.stdout.write('Зупиняємо… / Stopping…\n');
  await system.stop();
  return 0;
};
