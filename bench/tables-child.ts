import { measureTable } from './tables.ts';

/** Measures one file in a process of its own and sends what it measured. */
const [path = '', runs = '1', unit = 'true'] = process.argv.slice(2);
process.send?.(await measureTable(path, Number(runs), unit === 'true'));
process.disconnect();
