import { type FieldFault, fieldFault } from '../../../kernel/errors.ts';
import type { Reading } from '../../ingest/index.ts';
import { findGround } from '../decisions/ground.ts';
import type { ReadStatementWish, Statement } from './statement.ts';

/** What was said of this very file; null: nobody has said a word, or it was of another file. */
export function statementOn(
  reading: Pick<Reading, 'resourceId' | 'originalSha256'> | null,
  statements: readonly Statement[],
): Statement | null {
  if (!reading?.originalSha256) return null;
  const { resourceId, originalSha256 } = reading;
  return statements.find((one) => one.resourceId === resourceId && one.sha256 === originalSha256) ?? null;
}

/**
 * Whether a table came in an archive with files that are no tables: nobody has looked into them. Of an archive read before they were counted nothing is
 * known, so it counts as one.
 */
export function holdsUnread({ source, fileName }: Pick<Reading, 'source' | 'fileName'>): boolean {
  if (source === null) return false;
  return source.besides === undefined ? /\.zip$/i.test(fileName) : source.besides > 0;
}

/** What is missing in a statement; empty where it can be kept. */
export function faultsOfStatement({ says, groundCode, act, reason }: ReadStatementWish): FieldFault[] {
  if (says === 'none') return [];
  const ground = findGround(groundCode);
  if (!ground)
    return [
      fieldFault('groundCode', 'Оберіть підставу, на якій це оприлюднюється.', 'Choose the ground of publication.'),
    ];
  const faults: FieldFault[] = [];
  if (ground.asks.includes('act') && act === null)
    faults.push(
      fieldFault(
        'act',
        'Назвіть документ: закон і статтю, рішення або згоду.',
        'Name the document: a law and its article, a decision or a consent.',
      ),
    );
  if (ground.asks.includes('reason') && reason === '')
    faults.push(
      fieldFault(
        'reason',
        'Поясніть кількома словами, чому це можна оприлюднити.',
        'Explain in a few words why this may be published.',
      ),
    );
  return faults;
}
