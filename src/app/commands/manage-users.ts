import { system } from '../../kernel/actor.ts';
import { withSystem } from '../open-system.ts';
import type { Command } from './command.ts';
import { runUser } from './user.ts';

/** `vidkryto user …` on a running system or, when none runs, on its data folder. */
export const manageUsers: Command = ({ args, config }) =>
  withSystem(config, ({ as }) => runUser(args, as(system('command line'))));
