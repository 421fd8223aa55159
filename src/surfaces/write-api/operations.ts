import { z } from '@hono/zod-openapi';
import type { TokenScope } from '../../capabilities/accounts/index.ts';
import { StructureField } from '../../capabilities/catalog/index.ts';
import { MOST_BATCH } from '../../capabilities/tables/index.ts';
import {
  DraftListAnswer,
  MadeAnswer,
  PublicationAnswer,
  RowsWrittenAnswer,
  SentRowBody,
  UnchangedAnswer,
} from './answer-schemas.ts';
import { DecisionBody, PersonalDataAnswer } from './decision-routes.ts';
import { DraftAnswer } from './draft-answer.ts';
import { DraftsQuery, FieldsBody, NewDatasetBody, PassportBody } from './draft-routes.ts';
import { FileQuery } from './file-routes.ts';
import { InternalAnswer, InternalListAnswer, InternalRowsAnswer, InternalRowsQuery } from './internal-routes.ts';
import { PublicationQuery } from './publication-routes.ts';
import { ReadingAnswer } from './reading-answer.ts';
import { ChoicesBody, PartsBody, RepairsBody } from './reading-routes.ts';
import { RowRuleAnswer, RowRuleBody } from './rule-routes.ts';

/** One thing a token may ask. */
export interface Operation {
  readonly id: string;
  readonly summary: string;
  /** Null: every token that may see the dataset. */
  readonly scope: TokenScope | null;
  readonly query?: z.ZodObject;
  readonly body?: Readonly<Record<string, z.ZodType>>;
  /** By status: the answer, null where there is no body. */
  readonly answers: Readonly<Record<number, z.ZodType | null>>;
  /** Takes an Idempotency-Key. */
  readonly keyed?: boolean;
}

const json = (schema: z.ZodType) => ({ 'application/json': schema });
const bytes = z.string().meta({ format: 'binary' });
const rows = {
  'application/json': z.union([SentRowBody, z.array(SentRowBody).max(MOST_BATCH)]),
  'application/jsonl': z.string(),
  'text/csv': z.string(),
};
const written = { scope: 'rows.write', answers: { 200: RowsWrittenAnswer }, keyed: true } as const;
const file = { scope: 'file.upload', query: FileQuery, answers: { 202: ReadingAnswer }, keyed: true } as const;

const DATASET = '/api/1/datasets/{dataset}';
const READING = '/api/1/readings/{id}';

/** Everything that can be asked of the write API: by address, by method. */
export const OPERATIONS: Readonly<Record<string, Readonly<Record<string, Operation>>>> = {
  '/api/1/datasets': {
    post: {
      id: 'createDataset',
      summary: 'A new working copy with what is known of its passport',
      scope: 'dataset.create',
      body: json(NewDatasetBody),
      answers: { 201: MadeAnswer },
      keyed: true,
    },
  },
  '/api/1/drafts': {
    get: {
      id: 'listDrafts',
      summary: 'Datasets the token may see',
      scope: null,
      query: DraftsQuery,
      answers: { 200: DraftListAnswer },
    },
  },
  [`${DATASET}/draft`]: {
    get: {
      id: 'getDraft',
      summary: 'A working copy and all that stands in its way',
      scope: null,
      answers: { 200: DraftAnswer },
    },
    patch: {
      id: 'changeDraft',
      summary: 'Changes the named elements of the passport; `If-Match` refuses to change what is stale',
      scope: 'dataset.edit',
      body: json(PassportBody),
      answers: { 200: DraftAnswer },
    },
  },
  [`${DATASET}/resources/{resource}/fields`]: {
    patch: {
      id: 'changeFields',
      summary: 'Says what the named fields mean',
      scope: 'dataset.edit',
      body: json(FieldsBody),
      answers: { 200: z.object({ fields: z.array(StructureField) }) },
    },
  },
  [`${DATASET}/file`]: {
    put: {
      ...file,
      id: 'putFile',
      summary: 'The next file of the dataset, its bytes as the body',
      body: { 'application/octet-stream': bytes },
    },
    post: {
      ...file,
      id: 'postFile',
      summary: 'The same by a form',
      body: { 'multipart/form-data': z.object({ file: bytes }) },
    },
  },
  [`${DATASET}/resources/{resource}/file`]: {
    put: {
      ...file,
      id: 'putFileOfResource',
      summary: 'The next file of one of several resources',
      body: { 'application/octet-stream': bytes },
    },
    post: {
      ...file,
      id: 'postFileOfResource',
      summary: 'The same by a form',
      body: { 'multipart/form-data': z.object({ file: bytes }) },
    },
  },
  [READING]: {
    get: {
      id: 'getReading',
      summary: 'How far a file is, what was found, what is next',
      scope: null,
      answers: { 200: ReadingAnswer },
    },
    patch: {
      id: 'changeChoices',
      summary: 'Reads the file anew, otherwise',
      scope: 'file.upload',
      body: json(ChoicesBody),
      answers: { 202: ReadingAnswer },
    },
    delete: { id: 'cancelReading', summary: 'Gives the file up', scope: 'file.upload', answers: { 204: null } },
  },
  [`${READING}/parts`]: {
    post: {
      id: 'takeParts',
      summary: 'Takes further tables of the file, each as a resource of the dataset',
      scope: 'file.upload',
      body: json(PartsBody),
      answers: { 202: z.object({ readings: z.array(ReadingAnswer) }) },
    },
  },
  [`${READING}/repairs`]: {
    post: {
      id: 'decideRepairs',
      summary: 'Decides what of the offered repairs is done',
      scope: 'file.upload',
      body: json(RepairsBody),
      answers: { 202: ReadingAnswer },
    },
  },
  [`${DATASET}/publication`]: {
    post: {
      id: 'publish',
      summary: 'Publishes the working copy through the one gate',
      scope: 'publish',
      query: PublicationQuery,
      answers: { 200: PublicationAnswer, 202: PublicationAnswer },
    },
    get: {
      id: 'getPublication',
      summary: 'How far it is',
      scope: null,
      answers: { 200: PublicationAnswer, 202: PublicationAnswer },
    },
  },
  [`${DATASET}/unchanged`]: {
    post: {
      id: 'confirmUnchanged',
      summary: 'The published data are still true',
      scope: 'publish',
      answers: { 200: UnchangedAnswer },
    },
  },
  [`${DATASET}/rows-rule`]: {
    get: {
      id: 'getRowRule',
      summary: 'Whether rows are taken now, and why not',
      scope: null,
      answers: { 200: RowRuleAnswer },
    },
    put: {
      id: 'decideRowRule',
      summary: 'Allows rows without review, or no longer',
      scope: 'rows.allow',
      body: json(RowRuleBody),
      answers: { 200: RowRuleAnswer },
    },
  },
  [`${DATASET}/personal-data`]: {
    get: {
      id: 'getPersonalData',
      summary: 'Personal data found in the newest files, and decisions on them; no value',
      scope: null,
      answers: { 200: PersonalDataAnswer },
    },
  },
  [`${DATASET}/resources/{resource}/decisions`]: {
    post: {
      id: 'decidePersonalData',
      summary: 'Decides what becomes of personal data of columns, all or none',
      scope: 'privacy.decide',
      body: json(z.union([DecisionBody, z.array(DecisionBody)])),
      answers: { 200: PersonalDataAnswer },
    },
  },
  '/api/1/decisions/{decision}': {
    delete: {
      id: 'undoDecision',
      summary: 'Takes a decision back: the one before it counts again',
      scope: 'privacy.decide',
      answers: { 200: PersonalDataAnswer },
    },
  },
  '/api/rows/{id}': {
    post: { ...written, id: 'appendRows', summary: 'Adds rows; one whose key is there is refused', body: rows },
    put: { ...written, id: 'putRows', summary: 'Puts whole rows in the place of old ones, or adds them', body: rows },
    patch: { ...written, id: 'patchRows', summary: 'Changes the named columns of rows', body: rows },
    delete: {
      ...written,
      id: 'deleteRows',
      summary: 'Removes rows by key: in the address (`?code=5`) or in the body',
      body: rows,
    },
  },
  '/api/1/internal': {
    get: {
      id: 'listInternal',
      summary: 'Internal datasets the token may read',
      scope: 'internal.read',
      answers: { 200: InternalListAnswer },
    },
  },
  '/api/1/internal/{dataset}': {
    get: {
      id: 'getInternal',
      summary: 'Passport and structure of an internal dataset',
      scope: 'internal.read',
      answers: { 200: InternalAnswer },
    },
  },
  '/api/1/internal/{dataset}/rows': {
    get: {
      id: 'readInternalRows',
      summary: 'Its rows',
      scope: 'internal.read',
      query: InternalRowsQuery,
      answers: { 200: InternalRowsAnswer },
    },
  },
};
