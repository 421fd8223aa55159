import { PEOPLE_FILES } from './files-people.ts';
import { PROPERTY_FILES } from './files-property.ts';
import { TOWN_FILES } from './files-town.ts';
import type { MadeFile } from './row.ts';

/** Every file of the labelled set. */
export const MADE_FILES: readonly MadeFile[] = [...PEOPLE_FILES, ...PROPERTY_FILES, ...TOWN_FILES];
