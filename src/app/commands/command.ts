import type { Text } from '../../kernel/text.ts';
import type { Config } from '../../platform/config/settings.ts';

/** What a command is called with. */
export interface CommandCall {
  /** Words after the command's name. */
  readonly args: readonly string[];
  readonly config: Config;
  /** The file that starts this program, to start its other processes with. */
  readonly program: string;
}

/** One command of `vidkryto`. Writes to standard output; the number it gives is the exit code. */
export type Command = (call: CommandCall) => Promise<number>;

/** How a command is listed; its code is loaded only when it is called. */
export interface CommandEntry {
  readonly name: string;
  /** E.g. `FILE [--json]`. */
  readonly usage?: string;
  readonly help: Text;
  load(): Promise<Command>;
}
