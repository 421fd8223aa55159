import { isDay } from '../../kernel/dates.ts';
import type { Text } from '../../kernel/text.ts';
import type { HistoryEntry } from '../history/index.ts';
import type { ProofCode } from './proofs.ts';

/** One kind of facts: by which deeds of the history it is known, what of them is kept, what it proves (governance G0.5). */
export interface FactKind {
  readonly title: Text;
  readonly deeds: readonly string[];
  readonly proves: readonly ProofCode[];
  /** Anybody may know of it, and of what the snapshot keeps. */
  readonly public: boolean;
  /** Fields of the entry that are kept. */
  readonly keeps: readonly string[];
  /** The field that says on which day it happened; left out: the day of the deed. */
  readonly dayIn?: string;
  /** Not each such deed is such a fact. */
  counts?(entry: HistoryEntry): boolean;
  /** The deed that undoes it, of the same subject; `same`: and with the same values of these fields. */
  readonly undoneBy?: { readonly deed: string; readonly same?: readonly string[] };
  /** Its subject is called by a code that tells people nothing. */
  readonly nameless?: true;
}

const fieldsOf = (value: unknown): Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null ? (value as Record<string, unknown>) : {};

const isFilled = (entry: HistoryEntry, field: string) => Boolean(fieldsOf(entry.after)[field]);

/** An appointment is lawful from the moment its order is known; a later change of something else is no new fact. */
const becameLawful = (entry: HistoryEntry) =>
  isFilled(entry, 'order') && fieldsOf(entry.before).order !== fieldsOf(entry.after).order;

/** The whole table: a new line is read back through all of the history by itself. */
export const FACT_KINDS = {
  'dataset-published': {
    title: { uk: 'Оприлюднено новий набір', en: 'New dataset published' },
    deeds: ['version.published'],
    proves: ['data-published', 'data-updated'],
    public: true,
    keeps: ['version', 'note'],
    counts: (entry) => fieldsOf(entry.after).version === 1,
  },
  'version-published': {
    title: { uk: 'Опубліковано оновлення набору', en: 'Update of a dataset published' },
    deeds: ['version.published', 'version.repeated'],
    proves: ['data-updated'],
    public: true,
    keeps: ['version', 'repeats', 'changes', 'note'],
  },
  'data-confirmed': {
    title: { uk: 'Підтверджено, що дані не змінилися', en: 'Data confirmed as unchanged' },
    deeds: ['dataset.confirmed-unchanged'],
    proves: ['data-updated'],
    public: true,
    keeps: [],
  },
  'promise-kept': {
    title: { uk: 'Обіцяний набір оприлюднено', en: 'Promised dataset published' },
    deeds: ['promise.kept'],
    proves: ['data-published'],
    public: true,
    keeps: ['keptOn'],
  },
  'appointment-ordered': {
    title: { uk: 'Відповідальну особу визначено наказом', en: 'Responsible person appointed by an order' },
    deeds: ['appointment.made', 'appointment.changed'],
    proves: ['responsible-persons'],
    public: false,
    keeps: ['role', 'post', 'functions', 'from', 'to', 'order', 'unitId'],
    counts: becameLawful,
  },
  'person-replaced': {
    title: { uk: 'Замінено відповідальну особу', en: 'Responsible person replaced' },
    deeds: ['person.replaced'],
    proves: ['responsible-persons'],
    public: false,
    keeps: ['replacedBy', 'from'],
  },
  'order-signed': {
    title: { uk: 'Підписано розпорядчий документ', en: 'Order signed' },
    deeds: ['order.signed'],
    proves: ['orders-made'],
    public: false,
    keeps: ['kind', 'issuer', 'title', 'number', 'date'],
    dayIn: 'date',
    undoneBy: { deed: 'order.signing-undone' },
  },
  'required-answered': {
    title: { uk: 'Сказано про обов’язкові набори', en: 'Said of required datasets' },
    deeds: ['mandates.answered', 'mandates.decided'],
    proves: ['required-lists'],
    public: false,
    keeps: ['changed'],
    // an order that carries, or carries no more, what was said before says nothing anew
    counts: (entry) => isFilled(entry, 'changed'),
    undoneBy: { deed: 'mandates.undone' },
    nameless: true,
  },
  'list-approved': {
    title: { uk: 'Затверджено місцевий перелік наборів', en: 'Local list of datasets approved' },
    deeds: ['mandates.list-approved'],
    proves: ['required-lists', 'orders-made'],
    public: false,
    keeps: ['order', 'items'],
    counts: (entry) => isFilled(entry, 'order'),
  },
  'training-held': {
    title: { uk: 'Проведено навчання', en: 'Training held' },
    deeds: ['session.held'],
    proves: ['persons-trained'],
    public: false,
    keeps: ['on', 'came'],
    dayIn: 'on',
  },
  'training-taken': {
    title: { uk: 'Людина пройшла курс', en: 'Person took a course' },
    deeds: ['training.taken'],
    proves: ['persons-trained'],
    public: false,
    keeps: ['course', 'on', 'certificate'],
    dayIn: 'on',
    undoneBy: { deed: 'training.removed', same: ['course', 'on'] },
  },
  'consultation-held': {
    title: { uk: 'Надано консультацію', en: 'Advice given' },
    deeds: ['consultation.noted'],
    proves: ['people-advised'],
    public: false,
    keeps: ['on', 'channel', 'minutes'],
    dayIn: 'on',
    undoneBy: { deed: 'consultation.removed' },
  },
  'guidance-added': {
    title: { uk: 'Додано методичний матеріал', en: 'Guidance added' },
    deeds: ['material.added'],
    proves: ['guidance-kept'],
    public: false,
    keeps: ['edition', 'kind', 'public'],
  },
  'session-held': {
    title: { uk: 'Відбулося засідання робочої групи', en: 'Session of the working group held' },
    deeds: ['sitting.held'],
    proves: ['meetings'],
    public: false,
    keeps: ['on', 'present'],
    dayIn: 'on',
  },
  'registry-confirmed': {
    title: { uk: 'Керівник підтвердив реєстр', en: 'Head confirmed the registry' },
    deeds: ['registry.confirmed'],
    proves: ['registry-kept'],
    public: false,
    keeps: ['day', 'entries', 'sha256'],
    dayIn: 'day',
  },
  'message-answered': {
    title: { uk: 'Надано відповідь на звернення', en: 'Message answered' },
    deeds: ['message.answered', 'message.decided'],
    proves: ['feedback-answered'],
    public: false,
    keeps: ['state'],
  },
} as const satisfies Record<string, FactKind>;

export type FactKindCode = keyof typeof FACT_KINDS;

const KINDS: readonly (readonly [FactKindCode, FactKind])[] = Object.entries(FACT_KINDS) as [FactKindCode, FactKind][];

/** The kind of fact an entry of the history tells of; null: of none. */
export function kindOfEntry(entry: HistoryEntry): FactKindCode | null {
  return KINDS.find(([, kind]) => kind.deeds.includes(entry.deed) && (kind.counts?.(entry) ?? true))?.[0] ?? null;
}

/** Kinds whose facts this entry undoes, with the values by which the fact is known among others of its subject. */
export function undoneByEntry(
  entry: HistoryEntry,
): readonly { readonly kind: FactKindCode; readonly values: Readonly<Record<string, unknown>> }[] {
  const before = fieldsOf(entry.before);
  return KINDS.filter(([, { undoneBy }]) => undoneBy?.deed === entry.deed).map(([code, { undoneBy }]) => ({
    kind: code,
    values: Object.fromEntries((undoneBy?.same ?? []).map((field) => [field, before[field] ?? null])),
  }));
}

/** What of an entry is kept for good. */
export function snapshotOf(code: FactKindCode, entry: HistoryEntry): Readonly<Record<string, unknown>> {
  const after = fieldsOf(entry.after);
  const kept = FACT_KINDS[code].keeps.filter((field) => after[field] !== undefined && after[field] !== null);
  return Object.fromEntries(kept.map((field) => [field, after[field]]));
}

/** The day a fact happened, where its entry says so in a field of its own. */
export function dayIn(code: FactKindCode, entry: HistoryEntry): string | null {
  const kind: FactKind = FACT_KINDS[code];
  const said = kind.dayIn === undefined ? undefined : fieldsOf(entry.after)[kind.dayIn];
  return typeof said === 'string' && isDay(said) ? said : null;
}

/** Whose a fact is: of the unit of its entry, or of the one the entry speaks of. */
export function unitOfEntry(entry: HistoryEntry): string | null {
  const said = fieldsOf(entry.after).unitId;
  return entry.unitId ?? (typeof said === 'string' ? said : null);
}
