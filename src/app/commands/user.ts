import { parseArgs } from 'node:util';
import {
  createPerson,
  type Holding,
  isRole,
  listPeople,
  listUnits,
  ROLES,
  resetFactors,
} from '../../capabilities/accounts/index.ts';
import { isRequestError } from '../../kernel/errors.ts';
import type { Context } from '../../platform/context.ts';

const USAGE = `Використання / Usage:
  vidkryto user create --email EMAIL --name NAME --role ${ROLES.join('|')} --password-stdin [--unit ID]
  vidkryto user list [--json]
  vidkryto user reset-second-step --email EMAIL
`;

/** Where a command reads and writes; a test hands in its own. */
export interface CommandStreams {
  readonly input: AsyncIterable<Uint8Array | string>;
  out(text: string): void;
  error(text: string): void;
}

const PROCESS: CommandStreams = {
  input: process.stdin,
  out: (text) => process.stdout.write(text),
  error: (text) => process.stderr.write(text),
};

/**
 * `vidkryto user …`. The password comes by standard input, so that it stands in no list of processes and no shell history.
 * @param argv words after `user`
 * @param ctx of the system, which may do everything
 * @returns the exit code: 0 done, 1 refused (the reason is told), 2 called wrongly
 */
export async function runUser(
  argv: readonly string[],
  ctx: Context,
  streams: CommandStreams = PROCESS,
): Promise<number> {
  const [deed, ...rest] = argv;
  try {
    if (deed === 'create') return await create(rest, ctx, streams);
    if (deed === 'list') return await list(rest, ctx, streams);
    if (deed === 'reset-second-step') return await resetSecondStep(rest, ctx, streams);
  } catch (error) {
    if (isRequestError(error)) {
      const reasons = error.fields.length > 0 ? error.fields.map((fault) => fault.text) : [error.text];
      for (const reason of reasons) streams.error(`${reason.uk}\n${reason.en}\n`);
      return 1;
    }
    if (!(error instanceof TypeError) || !('code' in error)) throw error;
    streams.error(`${error.message}\n`); // node:util tells which option it does not know
  }
  streams.error(USAGE);
  return 2;
}

async function create(argv: readonly string[], ctx: Context, streams: CommandStreams): Promise<number> {
  const text = { type: 'string' } as const;
  const options = { email: text, name: text, role: text, unit: text, 'password-stdin': { type: 'boolean' } } as const;
  const { values } = parseArgs({ args: [...argv], options });
  const { email, name, role, unit } = values;
  if (!email || !name || !role || !isRole(role) || !values['password-stdin']) {
    streams.error(USAGE);
    return 2;
  }
  const password = await firstLine(streams.input);
  const person = await createPerson(ctx, { email, name, role, unitId: unit ?? null, password });
  streams.out(`${person.id}\t${person.email}\t${role}\n`);
  return 0;
}

async function list(argv: readonly string[], ctx: Context, streams: CommandStreams): Promise<number> {
  const { values } = parseArgs({ args: [...argv], options: { json: { type: 'boolean' } } });
  const [people, units] = await Promise.all([listPeople(ctx), listUnits(ctx)]);
  if (values.json) {
    streams.out(`${JSON.stringify(people, null, 2)}\n`);
    return 0;
  }
  for (const person of people) {
    const unitOf = (held: Holding) => units.find(({ id }) => id === held.unitId)?.name ?? '–';
    const roles = person.appointments.map((held) => `${held.role}: ${unitOf(held)}`).join('; ');
    streams.out(`${[person.id, person.email, person.name, roles, person.active ? '+' : '–'].join('\t')}\n`);
  }
  return 0;
}

/** For whoever has lost the phone and the codes, where no administrator can get in either. */
async function resetSecondStep(argv: readonly string[], ctx: Context, streams: CommandStreams): Promise<number> {
  const { values } = parseArgs({ args: [...argv], options: { email: { type: 'string' } } });
  const wanted = values.email?.trim().toLowerCase();
  const found = (await listPeople(ctx)).find(({ email }) => email === wanted);
  if (wanted === undefined || found === undefined) {
    streams.error(wanted === undefined ? USAGE : `Людини з такою адресою немає. / Nobody has this address.\n`);
    return wanted === undefined ? 2 : 1;
  }
  await resetFactors(ctx, found.id);
  streams.out(`${found.id}\t${found.email}\n`);
  return 0;
}

/** The first line of the input, without its end; the rest is not read. */
async function firstLine(input: CommandStreams['input']): Promise<string> {
  const decoder = new TextDecoder();
  let text = '';
  for await (const chunk of input) {
    text += typeof chunk === 'string' ? chunk : decoder.decode(chunk, { stream: true });
    if (text.includes('\n')) break;
  }
  return (text.split('\n')[0] ?? '').replace(/\r$/, '');
}
