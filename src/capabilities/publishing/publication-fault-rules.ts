import type { Finding } from '../../kernel/finding.ts';
import type { Text } from '../../kernel/text.ts';
import { passportFaults, structureFaults } from '../catalog/index.ts';
import type { Reading } from '../ingest/index.ts';
import type { Draft, DraftResource } from './draft.ts';
import { closedColumns } from './original-rules.ts';
import { documentNotStated, personalDataFaults } from './personal-fault-rules.ts';
import type { PublicationFault } from './publication.ts';

type Step = PublicationFault['step'];

function fault(step: Step, resourceId: string | null, field: string, uk: string, en: string): PublicationFault {
  return { step, resourceId, field, text: { uk, en } };
}

/** All that stands between a draft and its publication, in the order of the walk; a pure decision. */
export function faultsOf(draft: Draft): PublicationFault[] {
  const passport = passportFaults(draft.dataset.passport).map((one) => ({
    ...one,
    step: 'passport' as const,
    resourceId: null,
  }));
  return [...(draft.resources.length === 0 ? [NOTHING] : draft.resources.flatMap(resourceFaults)), ...passport];
}

/** Users of the published version are to be told what breaks for them. */
export function noteMissing(): PublicationFault {
  return fault(
    'note',
    null,
    'note',
    'Напишіть, що змінилось для користувачів: нова версія має зміни, через які їхні програми чи таблиці можуть перестати працювати.',
    'Write what has changed for users: the new version has changes that may stop their programs or tables.',
  );
}

/** The same table was taken away because of personal data. */
export function purgedAgain(resourceId: string, title: string): PublicationFault {
  return fault(
    'file',
    resourceId,
    'file',
    `«${title}» — це ті самі дані, які терміново вилучили. Приберіть із них персональні дані або завантажте виправлений файл.`,
    `“${title}” holds the very data that were taken away. Remove the personal data from them or upload a mended file.`,
  );
}

const NOTHING = fault(
  'file',
  null,
  'file',
  'У наборі ще немає жодного ресурсу. Додайте файл або адресу API.',
  'The dataset has no resource yet. Add a file or the address of an API.',
);

function resourceFaults(part: DraftResource): PublicationFault[] {
  const { resource, reading } = part;
  if (resource.kind === 'link') {
    if (resource.url) return [];
    return [
      fault(
        'file',
        resource.id,
        'url',
        `Вкажіть адресу для «${resource.title}».`,
        `Give the address of "${resource.title}".`,
      ),
    ];
  }
  const waiting = readingFaults(resource.id, resource.title, reading);
  if (waiting.length > 0) return waiting;
  if (resource.kind !== 'table')
    return [...documentNotStated(part), ...(closedColumns(part).length > 0 ? [documentHoldsClosed(part)] : [])];
  return [...personalDataFaults(part), ...tableFaults(part)];
}

/** A document is published as it is, with all the columns it was said to have. */
function documentHoldsClosed(part: DraftResource): PublicationFault {
  const { id, title } = part.resource;
  return fault(
    'structure',
    id,
    'fields',
    `Файл «${title}» публікується цілим, а в ньому є закриті стовпці: ${closedColumns(part).join(', ')}. Завантажте його як таблицю або файл без цих стовпців.`,
    `The file "${title}" is published whole, and it holds closed columns: ${closedColumns(part).join(', ')}. Upload it as a table, or a file without these columns.`,
  );
}

/** Why the file of a resource cannot be published yet. */
function readingFaults(id: string, title: string, reading: Reading | null): PublicationFault[] {
  if (reading === null) {
    return [
      fault(
        'file',
        id,
        'file',
        `Для «${title}» ще немає файлу. Завантажте його.`,
        `"${title}" has no file yet. Upload one.`,
      ),
    ];
  }
  switch (reading.state) {
    case 'ready':
      return errorFindings(reading).map((finding) => ofFinding('repairs', id, finding.message));
    case 'checked':
      return [
        fault(
          'repairs',
          id,
          'repairs',
          `Файл «${reading.fileName}» перевірено. Вирішіть, що виправити, або залиште все як є.`,
          `The file "${reading.fileName}" was checked. Decide what to repair, or leave it as it is.`,
        ),
      ];
    case 'refused':
    case 'failed':
      if (reading.refusal) return [ofFinding('file', id, reading.refusal.message)];
      return [
        fault(
          'file',
          id,
          'file',
          'Файл не вдалося прочитати. Завантажте його ще раз.',
          'The file could not be read. Upload it again.',
        ),
      ];
    case 'cancelled':
      return [
        fault(
          'file',
          id,
          'file',
          `Для «${title}» ще немає файлу. Завантажте його.`,
          `"${title}" has no file yet. Upload one.`,
        ),
      ];
    default:
      return [
        fault(
          'file',
          id,
          'file',
          `Файл «${reading.fileName}» ще обробляється. Зачекайте, поки ми закінчимо.`,
          `The file "${reading.fileName}" is still being worked on. Wait until we are done.`,
        ),
      ];
  }
}

function ofFinding(step: Step, resourceId: string, text: Text): PublicationFault {
  return { step, resourceId, field: step, text };
}

/** Errors left after the repairs; warnings and advice never block. */
function errorFindings(reading: Reading): readonly Finding[] {
  const inspection = reading.mended?.inspection ?? reading.inspection;
  return (inspection?.findings ?? []).filter((finding) => finding.severity === 'error');
}

/** The structure against itself and against the columns of the file. */
function tableFaults({ resource, reading }: DraftResource): PublicationFault[] {
  const { fields } = resource.structure;
  const at = (field: string, uk: string, en: string) => fault('structure', resource.id, field, uk, en);
  const faults: PublicationFault[] = structureFaults(resource.structure).map((one) => ({
    ...one,
    step: 'structure',
    resourceId: resource.id,
  }));
  if (fields.length === 0)
    return [...faults, at('fields', 'Опишіть поля таблиці.', 'Describe the fields of the table.')];
  if (fields.every((field) => field.sensitivity === 'restricted')) {
    faults.push(
      at(
        'fields',
        'Усі поля позначено як обмежені, тому показати нічого. Залиште відкритим хоча б одне.',
        'All fields are marked as restricted, so there is nothing to show. Leave at least one open.',
      ),
    );
  }
  for (const [i, field] of fields.entries()) {
    const column = reading?.typed?.columns.find(({ index }) => index === field.sourceColumn);
    if (field.sourceColumn === null || (reading?.typed && !column)) {
      faults.push(
        at(
          `fields.${i}.name`,
          `Поля «${field.title}» у файлі немає. Приберіть його зі структури або завантажте файл, у якому воно є.`,
          `The file has no field "${field.title}". Remove it from the structure or upload a file that has it.`,
        ),
      );
    } else if (column && column.type !== field.type) {
      faults.push(
        at(
          `fields.${i}.type`,
          `Тип поля «${field.title}» ще не застосовано до файлу. Збережіть структуру ще раз.`,
          `The type of the field "${field.title}" is not applied to the file yet. Save the structure again.`,
        ),
      );
    }
  }
  return faults;
}
