import type { WrittenFormat } from '../src/tabular/writers/index.ts';
import { measureDownload } from './downloads.ts';

/** Measures one format in a process of its own and sends what it measured. */
const [path = '', format = 'csv'] = process.argv.slice(2);
process.send?.(await measureDownload(path, format as WrittenFormat));
process.disconnect();
