import { mkdtemp, rm, stat } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { openLocalDuckDb } from '../../../platform/duckdb/local-duckdb.ts';
import type { Protection } from '../../../tabular/index.ts';
import type { Command } from '../command.ts';
import { type AnonymizeOptions, AnonymizeUsageError, anonymizeOptions } from './anonymize-options.ts';
import { pseudonymKey } from './key-file.ts';
import { PlanError, protectionOf, readPlan, type TablePlan } from './plan.ts';
import { proposalReport, reportOf, signsLeft } from './plan-report.ts';
import { proposePlan, writePlan } from './propose-plan.ts';
import { type AnonymizeWork, doTable, readOne, sheetsOf, type TableDone, UnreadableError } from './run-plan.ts';
import { outPaths, writeResult } from './write-result.ts';

/** Exit codes: done and nothing is seen any more · done, but something still is · nothing was written. 130 is what shells give for Ctrl-C. */
const EXIT = { good: 0, left: 1, refused: 2, stopped: 130 } as const;
const KEYED = new Set(['protect-pseudonym', 'protect-omit-rows']);

const say = (text: string) => process.stdout.write(`${text}\n`);

/** True where two names mean one file, also by a link. */
async function isSameFile(one: string, other: string): Promise<boolean> {
  if (one === other) return true;
  const [a, b] = await Promise.all([one, other].map((path) => stat(path, { bigint: true }).catch(() => null)));
  return a != null && b != null && a.ino === b.ino && a.dev === b.dev;
}

async function mustNotOverwrite(paths: readonly string[], options: AnonymizeOptions): Promise<void> {
  for (const path of paths)
    for (const taken of [options.path, options.plan, ...(options.keyFile ? [options.keyFile] : [])])
      if (await isSameFile(path, taken))
        throw new AnonymizeUsageError(
          'Для --out оберіть іншу назву: тут лежить сам файл, план або ключ. / Choose another name for --out: the file, the plan or the key lies there.',
        );
}

async function keyOf(tables: readonly TablePlan[], keyFile: string | null): Promise<string | null> {
  if (!tables.some((table) => protectionOf(table).some(({ code }) => KEYED.has(code)))) return null;
  if (keyFile === null)
    throw new AnonymizeUsageError(
      'У плані є псевдоніми: назвіть файл ключа, --key-file FILE. Немає його — створимо. / The plan has pseudonyms: name a key file, it is made where absent.',
    );
  const { key, made } = await pseudonymKey(keyFile);
  if (made)
    say(
      `  Створено ключ псевдонімів: ${keyFile}\n  Бережіть його окремо від файлів: з ним псевдоніми наступних файлів ті самі, і з ним можна дізнатися, чий псевдонім.`,
    );
  return key;
}

async function propose(work: AnonymizeWork, planPath: string): Promise<number> {
  const { plan, tables } = await proposePlan(work);
  await writePlan(plan, planPath);
  for (const { done, plan: of } of tables) say(proposalReport(done, of));
  say(`  Записано план: ${planPath}\n  Перегляньте його: пропозиція — не рішення.`);
  return EXIT.good;
}

async function carryOutPlan(
  work: AnonymizeWork,
  options: AnonymizeOptions,
  out: NonNullable<AnonymizeOptions['out']>,
): Promise<number> {
  await mustNotOverwrite([out.path], options);
  const { tables } = await readPlan(options.plan);
  const key = await keyOf(tables, options.keyFile);
  const done: { readonly plan: TablePlan; readonly table: TableDone }[] = [];
  for (const plan of tables) {
    const protection: Protection = { steps: protectionOf(plan), key };
    const read = await readOne(work, plan.sheet);
    const table = await doTable(work, read, { mend: plan.mend, recipe: plan.recipe, protection });
    done.push({ plan, table });
    say(reportOf(table, plan));
  }
  const results = done.map(({ table }) => table);
  tellOthers(results);
  if (results.some(({ carried }) => (carried.protection?.missed.length ?? 0) > 0)) {
    process.stderr.write(
      'Нічого не записано: стовпців плану у файлі немає, можливо, їх названо інакше. Виправте план. / Nothing written: columns of the plan are not in the file.\n',
    );
    return EXIT.refused;
  }
  const paths = outPaths(results, out.path, out.format);
  await mustNotOverwrite(paths, options);
  await writeResult(work, results, { paths, format: out.format });
  say(['  Записано', ...paths.map((path) => `    ${path}`)].join('\n'));
  return done.some(({ table, plan }) => signsLeft(table, plan).length > 0) ? EXIT.left : EXIT.good;
}

/** Tables of the file that the plan does not name are not written: nobody decided about them. */
function tellOthers(done: readonly TableDone[]): void {
  const taken = new Set(done.map(({ read }) => read.sheet));
  const [first] = done;
  const others = first ? sheetsOf(first.read).filter((sheet) => !taken.has(sheet)) : [];
  if (others.length > 0)
    say(`  Не записано, бо плану для них немає: ${others.map((sheet) => `«${sheet ?? ''}»`).join(', ')}\n`);
}

function refuse(error: unknown): number | null {
  if (error instanceof AnonymizeUsageError || error instanceof PlanError) {
    process.stderr.write(`${error.message}\n`);
    return EXIT.refused;
  }
  if (error instanceof UnreadableError) {
    process.stderr.write(`${error.reason.message.uk}\n`);
    return EXIT.refused;
  }
  return null;
}

/**
 * `vidkryto anonymize FILE --plan PLAN.json --out OUT`: carries out a plan of protection on a file, looks at the result again and says what was done, what is
 * still to be seen and whether somebody is told without a name; `--propose` writes a plan by what was found. Prints no value. Needs no server.
 * @returns 0 done, 1 done but personal data are still seen, 2 nothing written, 130 stopped by Ctrl-C
 */
export async function runAnonymize(args: readonly string[]): Promise<number> {
  const stop = new AbortController();
  const onSignal = () => stop.abort();
  let workFolder: string | null = null;
  try {
    const options = anonymizeOptions(args);
    if (!(await stat(options.path).catch(() => null))?.isFile())
      throw new AnonymizeUsageError(
        `Файл «${options.fileName}» не знайдено або його не можна відкрити. / The file cannot be found or opened.`,
      );
    process.once('SIGINT', onSignal);
    process.once('SIGTERM', onSignal);
    workFolder = await mkdtemp(join(tmpdir(), 'vidkryto-anonymize-'));
    const duckdb = openLocalDuckDb({ folder: workFolder });
    const work = { duckdb, path: options.path, fileName: options.fileName, workFolder, signal: stop.signal };
    try {
      return options.out === null ? await propose(work, options.plan) : await carryOutPlan(work, options, options.out);
    } finally {
      await duckdb.close();
    }
  } catch (error) {
    const refused = refuse(error);
    if (refused !== null) return refused;
    if (!stop.signal.aborted) throw error;
    process.stderr.write('Зупинено. / Stopped.\n');
    return EXIT.stopped;
  } finally {
    process.removeListener('SIGINT', onSignal);
    process.removeListener('SIGTERM', onSignal);
    if (workFolder !== null) await rm(workFolder, { recursive: true, force: true });
  }
}

/** The command as the command line calls it. */
export const anonymize: Command = ({ args }) => runAnonymize(args);
