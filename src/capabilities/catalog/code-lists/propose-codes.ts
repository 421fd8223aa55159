import { rm } from 'node:fs/promises';
import { dayOf } from '../../../kernel/dates.ts';
import { type FieldFault, RequestError } from '../../../kernel/errors.ts';
import { isId, newId } from '../../../kernel/ids.ts';
import { type Context, transaction } from '../../../platform/context.ts';
import { readCells } from '../../../tabular/index.ts';
import { invalidForm } from '../refusals.ts';
import { changeCodeList, noCodeList, permitListChange } from './change-code-list.ts';
import { type CodeList, type GivenCode, MOST_CODES, type Served } from './code-list.ts';
import { codesOfCells, strangeCodes } from './code-list-cells.ts';
import { type CodesDifference, differenceOf, isSweeping, mergeCodes } from './code-list-rules.ts';
import { selectCodeListsById } from './code-list-store.ts';
import { deleteProposal, deleteProposalsBefore, insertProposal, selectProposal } from './proposal-store.ts';

/** Days a file of codes waits to be accepted. */
const KEPT_DAYS = 14;

/** Codes of a workbook or a text file, read like any other file. Throws `invalid` with the rows that are wrong. */
export async function codesOfFile(
  ctx: Context,
  path: string,
  fileName: string,
  serves: Served | null = null,
): Promise<GivenCode[]> {
  const workFolder = await ctx.objects.workFolder();
  try {
    const wanted = { path, fileName, workFolder, sheetNames: [], most: MOST_CODES, signal: ctx.signal };
    const cells = await readCells(ctx.duckdb, wanted);
    if (cells.kind === 'refused') throw invalidForm([{ field: 'file', text: cells.reason.message }]);
    if (cells.kind === 'too-long')
      throw invalidForm([
        {
          field: 'file',
          text: {
            uk: `У файлі ${cells.rows} рядків, а довідник вміщує ${MOST_CODES} кодів. Лишіть потрібні.`,
            en: `The file has ${cells.rows} rows, a code list holds ${MOST_CODES} codes. Leave those that are needed.`,
          },
        },
      ]);
    const { codes, faults } = codesOfCells(cells.headings, cells.rows);
    const wrong = [...faults, ...strangeCodes(serves, codes)];
    if (wrong.length > 0) throw invalidForm(wrong);
    return codes;
  } finally {
    await rm(workFolder, { recursive: true, force: true });
  }
}

async function listOf(ctx: Context, id: string): Promise<CodeList> {
  const list = isId(id) ? (await selectCodeListsById(ctx.db, [id]))[0] : undefined;
  if (!list) throw noCodeList();
  await permitListChange(ctx, list.unitId);
  return list;
}

/**
 * Reads a file of codes for a list and keeps it until it is accepted; nothing of the list is changed yet.
 * @returns the proposal's id. Throws `invalid` (rows), `forbidden`, `not-found`.
 */
export async function proposeCodes(
  ctx: Context,
  listId: string,
  file: { readonly path: string; readonly fileName: string },
): Promise<string> {
  const list = await listOf(ctx, listId);
  const codes = await codesOfFile(ctx, file.path, file.fileName, list.serves);
  const now = ctx.clock.now();
  const id = newId(now.getTime());
  await transaction(ctx, async ({ db }) => {
    await deleteProposalsBefore(db, new Date(now.getTime() - KEPT_DAYS * 86_400_000));
    await insertProposal(db, { id, listId: list.id, fileName: file.fileName.slice(0, 254), codes }, now);
  });
  return id;
}

/** What a file would make of a list. */
export interface CodesProposal {
  readonly id: string;
  readonly fileName: string;
  readonly list: CodeList;
  /** Codes of the file. */
  readonly given: number;
  /** With the codes that are not in the file taken out of use. */
  readonly difference: CodesDifference;
  /** Most codes would go out of use. */
  readonly sweeping: boolean;
  /** Codes that are out of use and would get another meaning: nothing is accepted then. */
  readonly faults: readonly FieldFault[];
}

/** The difference a waiting file makes, against the list as it is now. Throws `not-found`, `forbidden`. */
export async function loadProposal(ctx: Context, id: string): Promise<CodesProposal> {
  const stored = isId(id) ? await selectProposal(ctx.db, id) : null;
  if (!stored) throw noProposal();
  const list = await listOf(ctx, stored.listId);
  const today = dayOf(ctx.clock.now());
  const { codes, faults } = mergeCodes(list.codes, stored.codes, { only: true, today });
  const difference = differenceOf(list.codes, codes);
  const sweeping = isSweeping(list.codes, difference);
  return { id, fileName: stored.fileName, list, given: stored.codes.length, difference, sweeping, faults };
}

/**
 * Accepts a waiting file.
 * @param only codes that are not in the file go out of use; otherwise they stay
 */
export function acceptProposal(ctx: Context, id: string, only: boolean): Promise<CodeList> {
  return transaction(ctx, async (inner) => {
    const stored = isId(id) ? await selectProposal(inner.db, id) : null;
    if (!stored) throw noProposal();
    const list = await changeCodeList(inner, stored.listId, { codes: stored.codes, only });
    await deleteProposal(inner.db, id);
    return list;
  });
}

/** Forgets a waiting file. */
export async function dropProposal(ctx: Context, id: string): Promise<void> {
  const stored = isId(id) ? await selectProposal(ctx.db, id) : null;
  if (!stored) return;
  await listOf(ctx, stored.listId);
  await deleteProposal(ctx.db, id);
}

function noProposal(): RequestError {
  return new RequestError('not-found', 'code-proposal-not-found', {
    uk: 'Цього файла кодів уже немає: його прийнято, відхилено або минуло 14 днів. Завантажте його ще раз.',
    en: 'This file of codes is no longer here: it was accepted, dropped, or 14 days have passed. Upload it again.',
  });
}
