import pino from 'pino';
import type { Log } from './log.ts';
import { quietFacts } from './without-values.ts';

function over(logger: pino.Logger): Log {
  return {
    debug: (facts, message) => logger.debug(quietFacts(facts), message),
    info: (facts, message) => logger.info(quietFacts(facts), message),
    warn: (facts, message) => logger.warn(quietFacts(facts), message),
    error: (facts, message) => logger.error(quietFacts(facts), message),
    child: (facts) => over(logger.child(quietFacts(facts))),
  };
}

export interface LogOptions {
  readonly level: string;
  /** Which process speaks, e.g. `web`. */
  readonly process: string;
}

/** Lines of JSON on standard error: standard output belongs to what a command was asked for. */
export function openLog({ level, process: name }: LogOptions): Log {
  const options = { level, base: { process: name }, timestamp: pino.stdTimeFunctions.isoTime };
  return over(pino(options, pino.destination({ dest: 2, sync: true })));
}

/** Says nothing: for the command line's short deeds and tests. */
export const SILENT: Log = {
  debug() {},
  info() {},
  warn() {},
  error() {},
  child: () => SILENT,
};
