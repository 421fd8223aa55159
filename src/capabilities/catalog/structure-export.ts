import type { Structure } from './structure.ts';

/** Frictionless Table Schema, version 1. */
export interface TableSchema {
  readonly fields: readonly {
    readonly name: string;
    readonly title: string;
    readonly type: string;
    readonly format?: string;
    readonly description?: string;
    readonly unit?: string;
    readonly constraints?: { readonly required?: boolean };
  }[];
  readonly primaryKey?: readonly string[];
  readonly missingValues: readonly string[];
}

export declare function structureAsTableSchema(structure: Structure): TableSchema;
export declare function structureAsCsv(structure: Structure): string;
