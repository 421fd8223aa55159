import { type RegisterLine, wordsOfDecisionMade } from '../../../capabilities/privacy/index.ts';
import { csvLine } from '../../../kernel/csv.ts';
import { dayOf } from '../../../kernel/dates.ts';
import type { Language } from '../../../kernel/text.ts';
import { privacyReportTexts } from '../../../locales/privacy-report.ts';

/** A cell that begins as a formula is told to be text: the file is opened in a spreadsheet. */
const plain = (text: string): string => (/^[=+\-@\t\r]/u.test(text) ? `'${text}` : text);

/** The register as CSV (RFC 4180, UTF-8 with its mark, so that a spreadsheet reads Ukrainian). */
export function registerCsv(
  lines: readonly RegisterLine[],
  unitNames: ReadonlyMap<string, string>,
  language: Language,
): string {
  const { columns, states, unit } = privacyReportTexts[language].register;
  const head = [columns.dataset, unit, columns.column, columns.decision, columns.ground, columns.who, columns.state];
  const rows = lines.map((line) => {
    const { done, ground } = wordsOfDecisionMade(line, language);
    const who = `${line.decidedBy}, ${dayOf(line.decidedAt)}`;
    const cells = [line.datasetTitle, unitNames.get(line.unitId ?? '') ?? '', line.columnTitle, done, ground, who];
    return [...cells, states[line.state]].map(plain);
  });
  return `\ufeff${[head, ...rows].map(csvLine).join('')}`;
}
