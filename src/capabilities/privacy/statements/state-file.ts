import { nameOfActor } from '../../../kernel/actor.ts';
import { RequestError } from '../../../kernel/errors.ts';
import { isId, newId } from '../../../kernel/ids.ts';
import { type Context, once, transaction } from '../../../platform/context.ts';
import { askAlone } from '../../../platform/database/ask-together.ts';
import { permit, permitAny } from '../../accounts/index.ts';
import { findResource, loadDataset } from '../../catalog/index.ts';
import { record } from '../../history/index.ts';
import { latestReading } from '../../ingest/index.ts';
import { badDecision, noSuchDecision } from '../decisions/refusals.ts';
import { type Statement, StatementWish } from './statement.ts';
import { faultsOfStatement, holdsUnread } from './statement-rules.ts';
import { endStatements, insertStatement, lockStatement, statementsQuestion } from './statement-store.ts';

/** Statements of a dataset that stand. The caller has asked the right to see the draft. */
export function statementsOf(ctx: Context, datasetId: string): Promise<readonly Statement[]> {
  return once(ctx, `privacy.statements ${datasetId}`, () => askAlone(ctx, statementsQuestion(datasetId)));
}

/**
 * Says of the newest file of a resource that is published as it is, or of the archive a table came in with files that are no
 * tables, whether there are personal data in it; takes the place of what was said of that file
 * before. That there are none needs `privacy.protect` or `privacy.keep`; to publish them on a ground needs `privacy.keep`.
 * Throws `invalid` (`decision-incomplete`), `conflict` (`another-file`: the newest file is not the one that was looked at), `forbidden`.
 */
export function stateFile(ctx: Context, resourceId: string, wish: StatementWish): Promise<Statement> {
  return transaction(ctx, async (tx) => {
    const read = StatementWish.parse(wish);
    const resource = isId(resourceId) ? await findResource(tx, resourceId) : null;
    if (!resource || resource.kind === 'link') throw anotherFile();
    const dataset = await loadDataset(tx, resource.datasetId);
    if (read.says === 'kept') await permit(tx, 'privacy.keep', dataset);
    else await permitAny(tx, ['privacy.protect', 'privacy.keep'], dataset);
    const faults = faultsOfStatement(read);
    if (faults.length > 0) throw badDecision(faults);
    const reading = await latestReading(tx, resourceId);
    if (!reading?.originalSha256 || reading.originalSha256 !== read.sha256) throw anotherFile();
    // what stands in a table is decided by column
    if (resource.kind === 'table' && !holdsUnread(reading)) throw anotherFile();
    const [by, at] = [nameOfActor(tx.actor), tx.clock.now()];
    const kept = read.says === 'kept';
    const made: Statement = {
      ...{ id: newId(at.getTime()), datasetId: dataset.id, resourceId, sha256: read.sha256, says: read.says },
      ...{ groundCode: kept ? read.groundCode : null, act: kept ? read.act : null, reason: kept ? read.reason : '' },
      ...{ statedBy: by, statedAt: at },
    };
    await endStatements(tx.db, made, { by, at });
    await insertStatement(tx.db, made);
    await record(tx, {
      deed: 'personal-data.stated',
      subject: { kind: 'dataset', id: dataset.id, name: dataset.passport.title, unitId: dataset.unitId },
      after: evidenceOf(made, resource.title),
    });
    return made;
  });
}

/** Takes a statement back: its file waits for one again. Needs `privacy.protect` or `privacy.keep`. Throws `not-found`, `forbidden`. */
export function undoStatement(ctx: Context, id: string): Promise<void> {
  return transaction(ctx, async (tx) => {
    const statement = isId(id) ? await lockStatement(tx.db, id) : null;
    if (!statement) throw noSuchDecision();
    const dataset = await loadDataset(tx, statement.datasetId);
    await permitAny(tx, ['privacy.protect', 'privacy.keep'], dataset);
    await endStatements(tx.db, statement, { by: nameOfActor(tx.actor), at: tx.clock.now() });
    const title = dataset.resources.find((one) => one.id === statement.resourceId)?.title ?? '';
    await record(tx, {
      deed: 'personal-data.statement-undone',
      subject: { kind: 'dataset', id: dataset.id, name: dataset.passport.title, unitId: dataset.unitId },
      before: evidenceOf(statement, title),
    });
  });
}

function evidenceOf({ sha256, says, groundCode, act, reason }: Statement, resource: string) {
  return { resource, sha256, says, groundCode, act, reason };
}

function anotherFile(): RequestError {
  return new RequestError('conflict', 'another-file', {
    uk: 'Тепер тут інший файл. Оновіть сторінку, перегляньте файл і скажіть про нього.',
    en: 'There is another file here now. Reload the page, look at the file and say it of that one.',
  });
}
