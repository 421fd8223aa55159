import { type Evidence, FACT_KINDS } from '../../../capabilities/evidence/index.ts';
import { inLanguage, type Language } from '../../../kernel/text.ts';
import { evidenceTexts } from '../../../locales/evidence.ts';
import { provesInWords } from './evidence-page.tsx';

/** A cell that begins as a formula is told to be text: the file is opened in a spreadsheet. */
function cell(text: string): string {
  const plain = /^[=+\-@\t\r]/u.test(text) ? `'${text}` : text;
  return /[",\n\r]/u.test(plain) ? `"${plain.replaceAll('"', '""')}"` : plain;
}

/** Facts as CSV (RFC 4180, UTF-8 with its mark, so that Excel reads Ukrainian); the frozen snapshot as JSON in the last column. */
export function evidenceCsv(
  facts: readonly Evidence[],
  unitNames: ReadonlyMap<string, string>,
  { language, origin }: { readonly language: Language; readonly origin: string },
): string {
  const lines = facts.map((fact) => [
    fact.day,
    fact.kind,
    inLanguage(FACT_KINDS[fact.kind].title, language),
    fact.title,
    provesInWords(fact, language),
    fact.doneBy,
    unitNames.get(fact.unitId ?? '') ?? '',
    fact.address === null ? '' : `${origin}${fact.address}`,
    fact.public ? 'true' : 'false',
    fact.takenBackAt === null ? 'false' : 'true',
    JSON.stringify(fact.snapshot),
  ]);
  return `\ufeff${[evidenceTexts[language].csvColumns, ...lines].map((line) => line.map(cell).join(',')).join('\r\n')}\r\n`;
}
