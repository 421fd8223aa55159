import { AID_FILES } from './files-aid.ts';
import { COUNCIL_FILES } from './files-council.ts';
import { CULTURE_FILES } from './files-culture.ts';
import { OFFICE_FILES } from './files-office.ts';
import { PEOPLE_FILES } from './files-people.ts';
import { PROPERTY_FILES } from './files-property.ts';
import { REGISTER_FILES } from './files-registers.ts';
import { SECOND_FILES } from './files-second.ts';
import { THING_FILES } from './files-things.ts';
import { TOWN_FILES } from './files-town.ts';
import { TRAP_FILES } from './files-traps.ts';
import type { MadeFile } from './row.ts';

/** Every file of the labelled set. */
export const MADE_FILES: readonly MadeFile[] = [
  ...PEOPLE_FILES,
  ...REGISTER_FILES,
  ...PROPERTY_FILES,
  ...OFFICE_FILES,
  ...TOWN_FILES,
  ...TRAP_FILES,
  ...COUNCIL_FILES,
  ...CULTURE_FILES,
  ...AID_FILES,
  ...THING_FILES,
  ...SECOND_FILES,
];
