import type { Context } from '../../../platform/context.ts';
import { record } from '../../history/index.ts';
import type { SignedLine } from './add-file.ts';
import { subjectOf } from './make-document.ts';
import { markSigned, markUnsigned, selectDocumentsOf } from './paper-store.ts';

/** Documents made of one thing: their form and what they were asked of. */
export interface MadeOf {
  readonly form: string;
  readonly params: object;
}

/**
 * The paper these documents were drafts of is signed: they are closed with its number (may be empty: some papers have none) and day. Called inside
 * the signing's transaction, by the use case that has asked the right.
 */
export async function closeDocumentsOf(ctx: Context, made: MadeOf, line: SignedLine): Promise<void> {
  for (const document of await selectDocumentsOf(ctx.db, made, 'made')) {
    await markSigned(ctx.db, document.id, line, ctx.clock.now());
    await record(ctx, { deed: 'document.signed', subject: subjectOf(document), after: { ...line } });
  }
}

/** The signing was taken back: the documents are drafts again. Called like `closeDocumentsOf`. */
export async function reopenDocumentsOf(ctx: Context, made: MadeOf): Promise<void> {
  for (const document of await selectDocumentsOf(ctx.db, made, 'signed')) {
    await markUnsigned(ctx.db, document.id, ctx.clock.now());
    await record(ctx, { deed: 'document.reopened', subject: subjectOf(document), before: { ...document.signed } });
  }
}
