import { describe, expect, test } from 'vitest';
import { quietError, quietFacts, withoutValues } from './without-values.ts';

/** An invented person as engines would quote them. */
const SAID: readonly (readonly [string, string])[] = [
  [
    "Conversion Error: Could not convert string 'Ковтун Дзвенислава' to INT32",
    'Conversion Error: Could not convert string … to INT32',
  ],
  [
    "Conversion Error: Could not convert string 'O'Brien, 3184710691' to DATE when casting from source column c3\n\nLINE 1: SELECT 'Ковтун'\n               ^",
    'Conversion Error: Could not convert string … to DATE when casting from source column c3',
  ],
  ["Conversion Error: Could not convert string 'Ковтун\nДзвенислава", 'Conversion Error: Could not convert string …'],
  [
    'Constraint Error: Duplicate key "tax: 3184710691" violates primary key constraint.',
    'Constraint Error: Duplicate key … violates primary key constraint.',
  ],
  [
    'duplicate key value violates unique constraint "accounts_user_email_key"\nDETAIL:  Key (email)=(dzvinka@example.org) already exists.',
    'duplicate key value violates unique constraint …',
  ],
  [
    'Invalid Input Error: CSV Error on Line: 5\nOriginal Line: Ковтун;3184710691',
    'Invalid Input Error: CSV Error on Line: 5',
  ],
  ['bad number 3184710691 of dzvinka@example.org, call +380 67 123 45 67 Ковтун', 'bad number … of … call … …'],
];

describe('words of an error', () => {
  test.each(SAID)('%s', (words, left) => {
    expect(withoutValues(words)).toBe(left);
  });

  test('keep what tells where to look: kind, our own files and tables, the frames of the stack', () => {
    const words = "ENOENT: no such file or directory, open '/srv/objects/public/0190/ab12.parquet'";
    expect(withoutValues(words)).toBe(words);
    expect(withoutValues('relation "ingest_reading" does not exist')).toBe('relation "ingest_reading" does not exist');
    const stack = "Error: value 'Ковтун' is bad\n    at read (file:///srv/app/read.js:12:34)";
    expect(withoutValues(stack)).toBe('Error: value … is bad\n    at read (file:///srv/app/read.js:12:34)');
    expect(
      withoutValues('Out of Memory Error: failed to allocate data of size 16.0 MiB (286.1 MiB/286.1 MiB used)'),
    ).toBe('Out of Memory Error: failed to allocate data of size 16.0 MiB (286.1 MiB/286.1 MiB used)');
  });

  test('are all that is left of an error that is kept: nothing that hung on it goes along', () => {
    const error = Object.assign(new Error("string 'Ковтун'"), { code: '22P02', detail: 'Key (name)=(Ковтун)' });
    const quiet = quietError(error);
    expect(quiet.message).toBe('string …');
    expect(JSON.stringify({ ...quiet })).toBe('{"code":"22P02"}');
    expect(quiet.stack).not.toContain('Ковтун');
  });

  test('are hidden in facts of the log, whatever the fact is called; numbers and ids stay', () => {
    const facts = {
      readingId: '0190c1f0-3184-7106-9123-31847106910a',
      rows: 3184710691,
      why: "value 'Ковтун'",
      name: 'Ковтун',
    };
    expect(quietFacts(facts)).toEqual({ ...facts, why: 'value …', name: '…' });
  });
});
