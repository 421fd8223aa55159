// Known holes in what the product is made of: asks the registry about every package that runs in production. Exit code 1 on a hole of
// high or critical weight that is not accepted in tools/audit-accepted.json (package → why, and until which day). A registry that does not
// serve advisories, or no network, is told plainly and is no failure: the change under check is not to blame for it.
import { spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

const ROOT = fileURLToPath(new URL('..', import.meta.url));
const HEAVY = ['high', 'critical'];

/** @returns {Record<string, {severity: string, via: unknown[]}> | null} null when nobody could be asked */
function ask() {
  const { stdout } = spawnSync('npm', ['audit', '--omit=dev', '--json'], { cwd: ROOT, encoding: 'utf8' });
  try {
    const { vulnerabilities } = JSON.parse(stdout);
    return vulnerabilities ?? null;
  } catch {
    return null;
  }
}

const accepted = JSON.parse(readFileSync(new URL('audit-accepted.json', import.meta.url), 'utf8'));
const today = new Date().toISOString().slice(0, 10);
const known = ask();
if (known === null) {
  console.log(
    'NOT CHECKED: the package registry does not tell of known holes. Run `npm audit --omit=dev` where it does.',
  );
  process.exit(0);
}
const heavy = Object.entries(known).filter(([, { severity }]) => HEAVY.includes(severity));
const open = heavy.filter(([name]) => !(accepted[name] && accepted[name].until >= today));
for (const [name, { severity, via }] of heavy) {
  const titles = via.map((one) => (typeof one === 'string' ? one : `${one.title} ${one.url}`)).join('; ');
  const why = open.some(([other]) => other === name)
    ? ''
    : ` (accepted until ${accepted[name].until}: ${accepted[name].why})`;
  console.log(`${severity} ${name}: ${titles}${why}`);
}
console.log(
  `${Object.keys(known).length} packages with known holes, ${open.length} of high weight that nobody accepted`,
);
process.exit(open.length > 0 ? 1 : 0);
