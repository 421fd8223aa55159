import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { surfaces } from '../src/app/surfaces.ts';
import { readConfig } from '../src/platform/config/read-config.ts';
import { statementCounter } from './count-of-statements.ts';
import { dressCity } from './dress-city.ts';
import { growCity } from './grow-city.ts';
import { percentile, type Report } from './report.ts';
import { signIn } from './sign-in.ts';
import { type BenchSystem, runCommand, startSystem } from './system.ts';

const CITY = { units: 300, datasets: 3000 };
/** Looks at each page when it is measured, after three that warm it. */
const LOOKS = 12;
const MOST_MILLISECONDS = 100;
const MOST_STATEMENTS = 8;
/** What the pages over that sent, for whoever mends them. */
const OVER = 'dist/bench/cabinet-statements.txt';
/** Pages looked at: one of each kind. */
const MOST_KINDS = 300;

interface Answer {
  readonly milliseconds: number;
  readonly status: number;
  readonly html: string;
}

async function look(url: string, cookie: string): Promise<Answer> {
  const begun = performance.now();
  const answer = await fetch(url, { headers: { cookie, accept: 'text/html' }, redirect: 'manual' });
  const body = await answer.text();
  const isPage = answer.headers.get('content-type')?.startsWith('text/html') ?? false;
  return { milliseconds: performance.now() - begun, status: answer.status, html: isPage ? body : '' };
}

/** What kind of page an address is: ids and numbers left out. */
function kindOf(path: string): string {
  const url = new URL(path, 'http://here');
  const names = [...new Set(url.searchParams.keys())].sort().join('&');
  const place = url.pathname
    .replaceAll(/[0-9a-f]{8}-[0-9a-f-]{27}/g, '…')
    .replaceAll(/\/[\w.]*-?\d[\w.-]*(?=\/|$)/g, '/№')
    .replace(/^\/link\/.+/, '/link/…');
  return names ? `${place}?${names}` : place;
}

const links = (html: string): string[] =>
  [...html.matchAll(/href="(\/cabinet[^"#]*)/g)].map(([, path = '']) => path.replaceAll('&amp;', '&'));

/** One address of every kind of page of the cabinet that can be reached by links from the desk, and from the addresses given. */
async function pagesOf(system: BenchSystem, cookie: string, given: readonly string[]): Promise<Map<string, string>> {
  // those given have more on them than the first of their kind that a link leads to
  const kinds = new Map(['/cabinet', ...given].map((path) => [kindOf(path), path]));
  for (const path of kinds.values()) {
    const { html } = await look(system.url + path, cookie);
    for (const link of links(html)) {
      if (kinds.size < MOST_KINDS && !kinds.has(kindOf(link))) kinds.set(kindOf(link), link);
    }
  }
  return kinds;
}

/** Routes of the cabinet's pages that no address looked at belongs to. */
function unseen(paths: readonly string[]): string[] {
  const routes = surfaces(readConfig({})).flatMap(({ routes: own }) => own);
  const pages = routes.flatMap(({ method, path }) => (method === 'GET' && path.startsWith('/cabinet') ? [path] : []));
  const places = paths.map((path) => new URL(path, 'http://here').pathname);
  return [...new Set(pages)].filter((route) => {
    if (/\.[a-z]+$/.test(route)) return false; // a file, not a page
    const form = new RegExp(`^${route.replaceAll(/:\w+(\{[^}]*\})?/g, '[^/]+')}$`);
    return !places.some((place) => form.test(place));
  });
}

/** The coordinator's whole cabinet in a city of 300 units and 3,000 datasets: time and statements of every kind of page. */
export async function benchCabinet(report: Report): Promise<void> {
  const data = await mkdtemp(join(tmpdir(), 'vidkryto-bench-'));
  const counter = statementCounter(data);
  const system = await startSystem(data, counter.environment);
  try {
    const printed = await runCommand(data, ['demo']);
    const given = await dressCity(data);
    const datasets = await growCity(data, CITY);
    const own = await signIn(system.url, printed);
    const pages = await pagesOf(system, own, given);
    const over: string[] = [];
    for (const [kind, path] of pages) {
      const url = system.url + path;
      // who comes by a link has no account
      const cookie = path.startsWith('/link/') ? '' : own;
      for (let at = 0; at < 3; at += 1) await look(url, cookie);
      const answers: Answer[] = [];
      const sent: string[][] = [];
      await counter.ask(system);
      for (let at = 0; at < LOOKS; at += 1) {
        answers.push(await look(url, cookie));
        sent.push([...(await counter.ask(system)).sent]);
      }
      if (answers[0]?.html === '') continue;
      const times = answers.map(({ milliseconds }) => milliseconds);
      const middle = percentile(times, 0.5);
      // once in five seconds a look finds the community's own page parts forgotten and asks for them anew
      const lengths = sent.map(({ length }) => length);
      const statements = percentile(lengths, 0.5);
      if (statements > MOST_STATEMENTS) {
        const one = sent.find(({ length }) => length === statements) ?? [];
        over.push([`# ${kind}`, ...one].join('\n\n'));
      }
      report({
        what: `cabinet ${kind}`,
        measured: `${middle.toFixed(0)} ms, ${statements} statements${answers[0]?.status === 200 ? '' : `, answers ${answers[0]?.status}`}`,
        unit: `${CITY.units} units, ${datasets} datasets`,
        hold: `≤ ${MOST_MILLISECONDS} ms, ≤ ${MOST_STATEMENTS} statements`,
        held: middle <= MOST_MILLISECONDS && statements <= MOST_STATEMENTS && answers[0]?.status === 200,
      });
    }
    await writeFile(join(process.cwd(), OVER), over.join('\n\n\n'));
    const missed = unseen([...pages.values()]);
    report({
      what: 'cabinet: kinds of page no link led to',
      measured: missed.length === 0 ? 'none' : missed.join(' '),
      hold: 'looked at by hand',
      held: null,
    });
  } finally {
    await system.stop();
    await rm(data, { recursive: true, force: true });
  }
}
