import type { Finding } from '../../kernel/finding.ts';
import { meantExtension } from '../checks/file/name-letters.ts';
import type { ContentKind } from './content-kind.ts';
import { readingFinding } from './reading-findings.ts';

/** Extensions of tables, by what such a file holds. */
const HOLDS: Readonly<Record<string, readonly ContentKind[]>> = {
  csv: ['text'],
  tsv: ['text'],
  txt: ['text', 'json'],
  json: ['json'],
  geojson: ['json'],
  xlsx: ['xlsx'],
  xls: ['ole'],
  ods: ['ods'],
};
const WORDS: Partial<Record<ContentKind, string>> = {
  text: 'CSV',
  json: 'JSON',
  xlsx: 'Excel (XLSX)',
  ole: 'Excel (XLS)',
  ods: 'OpenDocument (ODS)',
  html: 'HTML',
};

/** What is found of the file itself, before its table is looked at: its name and the ends of its lines. */
export function fileFindings(fileName: string, kind: ContentKind, head: Buffer): Finding[] {
  return [...ofName(fileName, kind), ...(kind === 'text' ? ofLineEnds(head) : [])];
}

function ofName(fileName: string, kind: ContentKind): Finding[] {
  const letters = meantExtension(fileName);
  if (letters !== null) {
    const { written, meant } = letters;
    return [
      readingFinding('extension-letters', 1, [{ row: 0, value: fileName }], {
        uk: `У розширенні файлу «.${written}» є українська літера замість латинської: має бути «.${meant}». Перейменуйте файл, інакше комп’ютер не знатиме, чим його відкрити.`,
        en: `The extension “.${written}” has a Ukrainian letter for a Latin one: it should be “.${meant}”. Rename the file, or computers do not know what to open it with.`,
      }),
    ];
  }
  const extension = /\.([a-z0-9]{1,8})$/iu.exec(fileName)?.[1]?.toLowerCase() ?? '';
  const holds = HOLDS[extension];
  const found = WORDS[kind];
  if (holds === undefined || found === undefined || holds.includes(kind)) return [];
  return [
    readingFinding('extension-differs', 1, [{ row: 0, value: fileName }], {
      uk: `Файл названо «.${extension}», а всередині ${found}. Ми прочитали його за змістом; дайте йому правильне розширення, щоб відкривався і в інших.`,
      en: `The file is named “.${extension}” but holds ${found}. We have read it by its content; give it the right extension so that it opens elsewhere too.`,
    }),
  ];
}

/** Ends of lines are counted in the beginning of the file: there is no need of more to see that they are mixed. */
function ofLineEnds(head: Buffer): Finding[] {
  if (head.includes(0)) return [];
  const text = head.toString('latin1').replace(/"(?:[^"]|"")*"/g, '');
  const both = text.match(/\r\n/g)?.length ?? 0;
  const single = (text.match(/\n/g)?.length ?? 0) - both;
  const old = (text.match(/\r(?!\n)/g)?.length ?? 0) - (text.endsWith('\r') ? 1 : 0);
  const kinds = [both, single, old].filter((n) => n > 0).length;
  if (kinds < 2) return [];
  return [
    readingFinding('mixed-line-ends', Math.min(...[both, single, old].filter((n) => n > 0)), [], {
      uk: 'Рядки файлу закінчуються по-різному (CRLF і LF): його склеїли з частин різних програм. Ми прочитали всі; перевірте, чи не розірвано якогось запису.',
      en: 'Lines of the file end in different ways (CRLF and LF): it was put together of parts from several programs. We have read them all; check that no record is torn.',
    }),
  ];
}
