// The walls of the house: who may import whom. Fails on any breach, and when the cruiser read no module at all
// (it would then pass while it sees nothing).
import { cruise } from 'dependency-cruiser';
import extractTSConfig from 'dependency-cruiser/config-utl/extract-ts-config';
import rules from '../.dependency-cruiser.mjs';

const { output } = await cruise(
  ['src'],
  { ...rules.options, ruleSet: { forbidden: rules.forbidden }, validate: true },
  {},
  {
    tsConfig: extractTSConfig('tsconfig.json'),
  },
);
const { summary, modules } = output;
const own = modules.filter(({ source }) => source.startsWith('src/'));
const links = own.reduce((sum, { dependencies }) => sum + dependencies.length, 0);

if (own.length === 0 || links === 0) {
  console.error(`The cruiser read ${own.length} modules and ${links} imports: it sees nothing.`);
  process.exit(1);
}
for (const { rule, from, to } of summary.violations) console.error(`${rule.name}: ${from} → ${to}`);
console.log(`${own.length} modules, ${links} imports, ${summary.violations.length} breaches`);
process.exit(summary.violations.length > 0 ? 1 : 0);
