/** What a token may be made for; a program is given what it needs and no more. */
export const TOKEN_SCOPES = [
  'dataset.create',
  'dataset.edit',
  'file.upload',
  'rows.write',
  'publish',
  'internal.read',
  'rows.allow',
  'privacy.decide',
] as const;
export type TokenScope = (typeof TOKEN_SCOPES)[number];

/** Scopes of a token that belongs to no person: what only a person may decide is not among them. */
export const UNIT_TOKEN_SCOPES: readonly TokenScope[] = TOKEN_SCOPES.filter(
  (scope) => scope !== 'rows.allow' && scope !== 'privacy.decide',
);

/** Why a token works no more before its term. */
export type TokenEnd = 'revoked' | 'access-ended';

/** A token as it is kept: never the token itself, only its digest. */
export interface Token {
  readonly id: string;
  /** What people called it, e.g. «Бухгалтерія, 1С». */
  readonly name: string;
  /** The last four letters, to tell one from another. */
  readonly ending: string;
  /** Whose it is; null: it acts for its unit. */
  readonly personId: string | null;
  /** Where it may act: this unit and those below; null: wherever its person may. */
  readonly unitId: string | null;
  /** Only these datasets; null: all of the unit. */
  readonly datasetIds: readonly string[] | null;
  readonly scopes: readonly TokenScope[];
  /** Name of who made it. */
  readonly createdBy: string;
  readonly createdAt: Date;
  readonly expiresAt: Date;
  readonly endedAt: Date | null;
  readonly endReason: TokenEnd | null;
  /** The day (of Ukraine) it was last used, `YYYY-MM-DD`, and the address it was used from. */
  readonly usedOn: string | null;
  readonly usedFrom: string | null;
}

/** A token to be. */
export interface NewToken {
  readonly name: string;
  readonly scopes: readonly string[];
  /** Null: a token of the person who asks, for wherever they may act. */
  readonly unitId: string | null;
  readonly datasetIds: readonly string[] | null;
  /** Days it will work; a year when left out. */
  readonly days?: number;
}
