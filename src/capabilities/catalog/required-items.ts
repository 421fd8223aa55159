import type { RequiredItem } from './required-item.ts';

export declare const requiredListEdition: string;
export declare function listRequiredItems(): RequiredItem[];
export declare function findRequiredItem(section: string, number: number): RequiredItem | null;
export declare function searchRequiredItems(q: string, limit?: number): RequiredItem[];
