// Draws docs/map.md from the code itself: layers, capabilities with what they use, own and do, folders, migrations.
// With --check it changes nothing and fails when the page on disk differs.
import { execFileSync } from 'node:child_process';
import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import walls from '../.dependency-cruiser.mjs';

const ROOT = fileURLToPath(new URL('..', import.meta.url));
const MAP = join(ROOT, 'docs/map.md');

const files = execFileSync('git', ['ls-files', '--cached', '--others', '--exclude-standard', 'src'], {
  cwd: ROOT,
  encoding: 'utf8',
})
  .split('\n')
  .filter((file) => /\.tsx?$/.test(file) && existsSync(join(ROOT, file)))
  .sort();
const product = files.filter((file) => !/\.test\.tsx?$/.test(file));
const textOf = new Map(product.map((file) => [file, readFileSync(join(ROOT, file), 'utf8')]));

const inFolder = (folder) => product.filter((file) => file.startsWith(`${folder}/`));
const subfolders = (folder) =>
  readdirSync(join(ROOT, folder), { withFileTypes: true })
    .filter((entry) => entry.isDirectory() && inFolder(`${folder}/${entry.name}`).length > 0)
    .map(({ name }) => name)
    .sort();

/** The first sentence of the first comment of a folder's index (or of the named file). */
function sentenceOf(file) {
  const comment =
    textOf.get(file)?.match(/^\s*\/\*\*?([\s\S]*?)\*\//)?.[1] ?? textOf.get(file)?.match(/^(?:\/\/.*\n)+/)?.[0] ?? '';
  const words = comment
    .replaceAll(/^\s*(\*|\/\/)\s?/gm, '')
    .replaceAll(/\s+/g, ' ')
    .trim();
  return words.match(/^.*?\.(?=\s|$)/)?.[0] ?? words;
}

/** What a folder is: its index says it, or the list below. A folder nobody describes is an error. */
function describe(folder) {
  const index = [`${folder}/index.ts`, `${folder}/index.tsx`].find((file) => textOf.has(file)) ?? '';
  const sentence = sentenceOf(index) || WHAT_FOLDERS_ARE[folder];
  if (!sentence) throw new Error(`${folder}: say in a header of its index.ts what it is`);
  return sentence;
}

/** All captures of a pattern over the files, unique and sorted. */
function captures(list, pattern) {
  const found = list.flatMap((file) => [...textOf.get(file).matchAll(pattern)].map((match) => match[1] ?? match[2]));
  return [...new Set(found)].sort();
}

const WHAT_LAYERS_ARE = {
  app: 'The only place that wires: configuration → platform → capabilities → surfaces; what follows an event; what runs by the clock; commands.',
  surfaces: 'Who sees it: parse → call capabilities → render. No rules, no SQL.',
  capabilities: 'What the system can do. Each is entered by its `index.ts` only.',
  tabular: 'Bytes ↔ tables. Knows nothing of datasets.',
  platform: 'Effects behind small interfaces.',
  language: 'Ukrainian: pure functions.',
  kernel: 'Words everyone shares, without effects.',
  locales: 'The sentences of the pages in two languages.',
  migrations: 'Steps of the database, forward only.',
};

/** Folders that are not entered by one door. */
const WHAT_FOLDERS_ARE = {
  'src/platform/archive': 'The tar format, as much of it as a backup needs.',
  'src/platform/config': 'Every setting: name, form, default, help; all faults told at once.',
  'src/platform/database': 'PostgreSQL supervised by us or another one, its pool, migrations, COPY.',
  'src/platform/duckdb':
    'The only door to DuckDB: sessions for our own work, a locked one in the query process for the public.',
  'src/platform/http': 'What every answer needs: policy headers, compression, files of the build, metrics.',
  'src/platform/jobs':
    'Background work over pg-boss: enqueued in the caller’s transaction, with a heartbeat, parked with a reason.',
  'src/platform/logging': 'The structured log.',
  'src/platform/mail': 'Letters: an outbox written in the caller’s transaction, and the job that sends them.',
  'src/platform/objects': 'Files named by their content, in three classes.',
  'src/platform/secrets': 'Passwords others trust us with, closed with a key that no backup holds.',
  'src/platform/sftp': 'Files of other servers by SSH, the server’s key pinned.',
  'src/surfaces/cabinet': 'The cabinet: accounts, the desk, and the walk of a file to its publication.',
  'src/surfaces/downloads': 'Files to take away: whole tables and stored files, with ranges.',
  'src/tabular/checks': 'One check a file: code, texts, severity, SQL predicate, repair.',
  'src/tabular/geometry': 'Geometry of maps as text: its forms, checks and coordinate systems.',
  'src/tabular/detectors/identifiers':
    'Numbers that name one person: tax number, passports, accounts, plates, and the birth date.',
  'src/tabular/detectors/contacts': 'Phones, e-mail and IP addresses.',
  'src/tabular/detectors/groups': 'Small groups of people in tables of counts.',
  'src/tabular/detectors/places': 'Where somebody lives: addresses down to the flat, coordinates of a home.',
  'src/tabular/detectors/special': 'Special categories: health, court, religion, nationality, membership.',
  'src/tabular/detectors/text': 'Long texts that tell of people.',
  'src/tabular/detectors':
    'Detectors of personal data, one a file, counted in the one scan; what they found is told without values.',
  'src/tabular/kinds': 'Kinds of columns: one a file, recognised by content and name.',
  'src/tabular/compare':
    'What is other in a file than in the one before it: columns, kinds, unlikely numbers of rows and totals.',
  'src/tabular/mending': 'Recipes carried out: accepted repairs over the whole table.',
  'src/tabular/protecting':
    'What keeps personal data from leaving: one step a file, carried out after repairs; the key stands in no statement.',
  'src/tabular/protecting/hiding': 'Words in brackets for what detectors find inside a text.',
  'src/tabular/protecting/steps': 'Ways to protect, one a file.',
  'src/tabular/repairs': 'Repairs of a column put together into one SQL relation.',
  'src/tabular/expected':
    'What columns are known to hold: values outside code lists, codifiers and other tables, with the nearest known value.',
  'src/tabular/numbering': 'Numbers of rows remembered from file to file, and columns that tell rows apart together.',
  'src/tabular/risk': 'Whether somebody is told without a name: sizes of groups, what causes them, what helps.',
  'src/tabular/scan': 'The planned exact pass: every predicate counted over every row without asking most values.',
  'src/tabular/shaping':
    'Changes of a table’s shape by a recipe: one step a file, rows and columns come and go before the inspection.',
  'src/tabular/testing': 'Tables for tests.',
  'src/tabular/types': 'Forms of numbers, dates, codes and what decides a column’s type and kind.',
  'src/tabular/writers': 'Typed Parquet.',
};

function layersSection() {
  const rows = Object.entries(WHAT_LAYERS_ARE).map(([layer, what]) => {
    const below = layer === 'app' ? ['everything'] : walls.layers[layer];
    return `| \`src/${layer}\` | ${what} | ${below.join(', ') || 'nothing'} |`;
  });
  return ['| Layer | What it is | May read |', '|---|---|---|', ...rows].join('\n');
}

function capabilitiesSection() {
  const parts = subfolders('src/capabilities').map((name) => {
    const folder = `src/capabilities/${name}`;
    const list = inFolder(folder);
    const uses = captures(list, /from '\.\.\/(?:\.\.\/capabilities\/)?([a-z]+)\/index\.ts'/g).filter(
      (other) => other in walls.mayUse,
    );
    const tables = captures(
      product.filter((file) => new RegExp(`^src/migrations/\\d+-${name}-`).test(file)),
      /createTable\('([a-z_]+)'\)|create table (?:if not exists )?([a-z]+_[a-z_]+)/g,
    ).filter(Boolean);
    const jobs = captures(list, /name: '([a-z]+\.[a-z-]+)'/g);
    return [
      `### ${name}`,
      '',
      describe(folder),
      '',
      `- uses: ${uses.filter((other) => other !== name).join(', ') || 'nobody'} · may use: ${walls.mayUse[name]?.join(', ') || 'nobody'}`,
      ...(tables.length > 0 ? [`- tables: ${tables.map((table) => `\`${table}\``).join(', ')}`] : []),
      ...(jobs.length > 0 ? [`- jobs: ${jobs.map((job) => `\`${job}\``).join(', ')}`] : []),
    ].join('\n');
  });
  return parts.join('\n\n');
}

function foldersSection(layer) {
  return subfolders(`src/${layer}`)
    .map((name) => `- \`src/${layer}/${name}\`: ${describe(`src/${layer}/${name}`)}`)
    .join('\n');
}

function migrationsSection() {
  return inFolder('src/migrations')
    .filter((file) => /\/\d{4}-/.test(file))
    .map((file) => `- \`${file.slice('src/migrations/'.length)}\``)
    .join('\n');
}

const page = `# Map of the house

Drawn from the code by \`node tools/draw-map.mjs\`; \`npm run check\` fails when it differs. Why it is so: \`decisions/\`.

## Layers

Imports go down this table, never up.

${layersSection()}

## Capabilities

${capabilitiesSection()}

## Surfaces

${foldersSection('surfaces')}

## Platform

${foldersSection('platform')}

## Tables of text

${foldersSection('tabular')}

## Steps of the database

${migrationsSection()}
`;

if (process.argv.includes('--check')) {
  if (!existsSync(MAP) || readFileSync(MAP, 'utf8') !== page) {
    console.error('docs/map.md is not what the code says. Run: node tools/draw-map.mjs');
    process.exit(1);
  }
} else {
  writeFileSync(MAP, page);
}
