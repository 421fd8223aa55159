import { z } from 'zod';
import { digestSql } from '../keyed-digest.ts';
import { defineProtection, everyCell } from '../protect-step.ts';

/** The same value gets the same pseudonym in all tables of a dataset and another in any other dataset; back leads only the key. */
export const pseudonym = defineProtection({
  code: 'protect-pseudonym',
  title: { uk: 'Псевдонім', en: 'Pseudonym' },
  deed: { uk: 'Замінити псевдонімами', en: 'Replace by pseudonyms' },
  shape: 'none; needs the key',
  of: 'column',
  keyed: true,
  parameters: z.strictObject({}),
  describe: () => ({
    uk: 'замість значень умовні позначки, для однакових однакові',
    en: 'values replaced by pseudonyms, equal ones by equal ones',
  }),
  apply: (work) => everyCell(work, (value) => digestSql(value, 'pseudonym')),
});
