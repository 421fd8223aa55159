import { writeOds, writeXls, writeXlsx } from './make-workbooks.ts';
import { measureWorkbook } from './workbooks.ts';

/** Makes a workbook or measures how it is read, in a process of its own. */
const [deed = '', path = '', rows = '0', columns = '0', distinct = ''] = process.argv.slice(2);
const made = { rows: Number(rows), columns: Number(columns), distinct: distinct === 'true' };
if (deed === 'read') process.send?.(await measureWorkbook(path));
else {
  if (path.endsWith('.xlsx')) await writeXlsx(path, made);
  else if (path.endsWith('.ods')) await writeOds(path, made);
  else writeXls(path, made);
  process.send?.('made');
}
process.disconnect();
