// Draws docs/reference/ from the code: settings, checks, detectors of personal data, steps of protection, permissions. With --check it changes nothing and fails when a page differs.
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { ensureNode } from './node-version.mjs';

ensureNode();
const { SETTINGS } = await import('../src/platform/config/settings.ts');
const { CHECK_CATALOGUE } = await import('../src/tabular/checks/catalogue.ts');
const { DETECTORS } = await import('../src/tabular/detectors/detector-list.ts');
const { PROTECT_STEPS } = await import('../src/tabular/protecting/protect-list.ts');
const { WHOSE } = await import('../src/tabular/detectors/sign.ts');
const { DEEDS, ROLES, grantOf } = await import('../src/capabilities/accounts/rights/permission-rules.ts');

const FOLDER = fileURLToPath(new URL('../docs/reference', import.meta.url));
const DRAWN = 'Drawn from the code by `node tools/draw-reference.mjs`.';

const cell = (text) => String(text).replaceAll('|', '\\|').replaceAll('\n', ' ');
const table = (heads, rows) =>
  [heads, heads.map(() => '---'), ...rows].map((row) => `| ${row.map(cell).join(' | ')} |`).join('\n');

/** The default of a setting: what its own form makes of nothing. */
function defaultOf({ schema }) {
  const parsed = schema.safeParse(undefined);
  if (!parsed.success) return 'required';
  if (parsed.data === null || parsed.data === undefined) return '';
  return typeof parsed.data === 'boolean' ? `\`${parsed.data ? 'on' : 'off'}\`` : `\`${parsed.data}\``;
}

const settings = Object.values(SETTINGS).map((one) => [`\`${one.name}\``, defaultOf(one), one.help.uk, one.help.en]);

const repairOf = ({ repair }) =>
  repair === null ? '' : repair === 'safe' ? 'by itself' : `asks: ${repair.map(({ uk }) => uk).join(' / ')}`;
const weightOf = ({ severity, may = [] }) => (may.length === 0 ? severity : `${severity} (may be ${may.join(', ')})`);
const checks = CHECK_CATALOGUE.map((check) => [
  check.group,
  `\`${check.code}\``,
  check.title.uk,
  check.title.en,
  weightOf(check),
  check.clause.uk,
  repairOf(check),
]);

const detectors = DETECTORS.map(({ group, code, title, harm }) => [group, `\`${code}\``, title.uk, title.en, harm.en]);
const CHECK_JSON = `\`vidkryto check FILE --json\` tells them in \`personalData\`: \`stopsPublication\`, and for each column with signs \`name\`, \`title\` («Стовпець 3» where the title itself could be somebody's data), \`needsDecision\`, \`proposal\` (\`way\`: remove, mask, generalise, pseudonymise, suppress, keep; \`step\` as a plan has it, or null; \`ground\` of a proposal to publish, or null) and \`signs\`: \`code\` (below), \`title\`, \`count\` of cells, \`share\` of the filled ones, \`confidence\` (0.5–1), \`whose\` (${WHOSE.join(', ')}) with \`whoseWhy\`, \`mixed\` (cells by whose, where a column holds data of several), \`grounds\` of publication seen in the table, \`why\`, \`rows\` (the first twenty, 1 = the first row of data). Keys may be added, none changes its meaning. No value of a cell stands in it.`;

const OF_WHAT = { column: 'a column', table: 'the table', either: 'a column of counts, or the table' };
const protections = PROTECT_STEPS.map(({ code, of, title, shape, deed }) => [
  `\`${code}\``,
  OF_WHAT[of],
  title.uk,
  deed.en,
  shape,
]);

const REACHES = { all: 'everywhere', 'own-and-below': 'own unit and below' };
const reachInWords = (grant) =>
  grant === null ? '' : `${REACHES[grant.reach]}${grant.functions ? ` (${grant.functions.join(' or ')})` : ''}`;
const permissions = DEEDS.map((deed) => [`\`${deed}\``, ...ROLES.map((role) => reachInWords(grantOf(role, deed)))]);

const PAGES = {
  'settings.md': `# Settings\n\n${DRAWN} The same by \`npm run -s vidkryto -- config\`.\n\n${table(['Name', 'Default', 'Українською', 'English'], settings)}\n`,
  'checks.md': `# Checks of tables\n\n${DRAWN} Each is one file in \`src/tabular/checks/\`; how much it weighs and on what ground is data: \`check-policy.ts\`. What reading itself finds is made in \`src/tabular/reading\`.\n\n${table(['Group', 'Code', 'Українською', 'English', 'Severity', 'Ground', 'Repair'], checks)}\n`,
  'detectors.md': `# Detectors of personal data\n\n${DRAWN} Each is one file in \`src/tabular/detectors/\`; how well they do is measured by \`npm run bench:privacy\`.\n\n${CHECK_JSON}\n\n${table(['Group', 'Code', 'Українською', 'English', 'Why it must not leave without a ground'], detectors)}\n`,
  'protection.md': `# Steps of protection\n\n${DRAWN} Each is one file in \`src/tabular/protecting/steps/\`; they stand in decisions and in plans of \`vidkryto anonymize\`, in which \`columnTitle\` is the title of the column.\n\n${table(['Step', 'Of', 'Українською', 'English', 'Parameters'], protections)}\n`,
  'permissions.md': `# Who may do what\n\n${DRAWN} Rights come from appointments; in brackets the function an appointment must name. An appointment with named datasets gives its deeds upon those only.\n\n${table(['Deed', ...ROLES], permissions)}\n`,
};

let differs = false;
mkdirSync(FOLDER, { recursive: true });
for (const [name, text] of Object.entries(PAGES)) {
  const path = join(FOLDER, name);
  if (existsSync(path) && readFileSync(path, 'utf8') === text) continue;
  differs = true;
  if (!process.argv.includes('--check')) writeFileSync(path, text);
}
if (differs && process.argv.includes('--check')) {
  console.error('docs/reference is not what the code says. Run: node tools/draw-reference.mjs');
  process.exit(1);
}
