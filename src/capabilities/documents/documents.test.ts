import { unzipSync, zipSync } from 'fflate';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { z } from 'zod';
import { appoint } from '../../../tests/support/appoint.ts';
import { makeTestContext, type TestContext } from '../../../tests/support/make-context.ts';
import { wordsOfDocx } from '../../../tests/support/office.ts';
import type { Context } from '../../platform/context.ts';
import { repeatedRow, rowsField, textField } from '../../platform/documents/index.ts';
import { createUnit, listAllUnits, setUp, type Unit, viewHistory } from '../accounts/index.ts';
import {
  addEditedFile,
  changesSince,
  closeDocument,
  defineRecipe,
  filesOf,
  fillForm,
  findDocument,
  inCases,
  listDocuments,
  listTemplateVersions,
  makeDocument,
  openFile,
  openTemplateFile,
  previewTemplate,
  refreshDocument,
  removeWording,
  restoreDefault,
  saveTemplate,
  setWording,
  takeVersion,
} from './index.ts';

const FORM = {
  code: 'test.units',
  title: { uk: 'Перелік підрозділів', en: 'List of units' },
  about: { uk: 'Для перевірки.', en: 'For the test.' },
  audience: 'internal' as const,
  fields: [
    textField('note', 'примітка', 'Примітка'),
    rowsField('units', 'підрозділи', [
      textField('number', '№', '1'),
      textField('name', 'назва', 'Відділ'),
      textField('phone', 'телефон', '(0362) 12-34-56'),
    ]),
  ],
  sketch: {
    parts: [
      { kind: 'title' as const, text: 'Перелік підрозділів' },
      { kind: 'paragraph' as const, text: '{примітка}' },
      {
        kind: 'table' as const,
        heading: ['№', 'Назва', 'Телефон'],
        rows: [repeatedRow('підрозділи', ['{№}', '{назва}', '{телефон}'])],
      },
    ],
  },
};

/** A list of the units as the tree has them, with a note typed by whoever makes it. */
const RECIPE = defineRecipe<{ note: string; unitId: string | null }>({
  ...FORM,
  deed: 'city.manage',
  params: z.object({ note: z.string().max(200), unitId: z.string().nullable() }),
  placeOf: ({ unitId }) => unitId,
  compose: async (ctx, { note }) => ({
    title: 'Перелік підрозділів громади',
    data: {
      note,
      units: (await listAllUnits(ctx)).map(({ name, phone }, at) => ({ number: String(at + 1), name, phone })),
    },
  }),
});
const PUBLIC = { ...RECIPE, audience: 'public' as const };

let test: TestContext;
let coordinator: Context;
let clerk: Context;
let root: Unit;

beforeAll(async () => {
  test = await makeTestContext({ now: '2026-11-20T10:00:00+02:00' });
  ({ root } = await setUp(test.ctx, {
    community: {
      name: 'Вербівська громада',
      edrpou: '00032129',
      katottg: 'UA46060370010083384',
      colour: '#17467d',
      email: 'rada@verbivka.example',
      site: '',
    },
    administrator: { name: 'Ганна Мальва', email: 'hanna@verbivka.example', password: 'довгий пароль для перевірки' },
  }));
  const unit = await createUnit(test.ctx, { name: 'Відділ освіти', parentId: root.id, edrpou: '' });
  coordinator = await appoint(test, 'marta', 'coordinator', root.id);
  clerk = await appoint(test, 'ostap', 'responsible', unit.id);
});

afterAll(() => test.close());

/** A minute goes by: what is done then stands after what was done before. */
function later(): void {
  test.clock.set(new Date(test.clock.now().getTime() + 60_000));
}

const params = { note: 'станом на сьогодні', unitId: null };
const refused = (code: string) => expect.objectContaining({ code });

/** A template as somebody changes it in Word: other words in `word/document.xml`. */
function reworded(template: Uint8Array, from: string, to: string): Uint8Array {
  const files = unzipSync(template);
  const xml = new TextDecoder().decode(files['word/document.xml']).replace(from, to);
  return zipSync({ ...files, 'word/document.xml': new TextEncoder().encode(xml) });
}

describe('a made document', () => {
  it('keeps its data at one moment; what changed since is told, then put in beside the earlier file', async () => {
    const made = await makeDocument(coordinator, RECIPE, params);
    expect(await changesSince(coordinator, RECIPE, made)).toEqual([]);
    const first = await openFile(coordinator, made);
    expect(await wordsOfDocx(first.bytes)).toContain('Відділ освіти');

    test.clock.set('2026-11-23T10:00:00+02:00');
    await createUnit(test.ctx, { name: 'Архів', parentId: root.id, edrpou: '' });
    expect(await changesSince(coordinator, RECIPE, made)).toEqual([
      { words: 'підрозділи', row: 'Архів', before: '', after: 'Архів' },
    ]);
    expect(await wordsOfDocx((await openFile(coordinator, made)).bytes)).not.toContain('Архів');

    const fresh = await refreshDocument(coordinator, RECIPE, made.id);
    expect(fresh.dataAsOf).toEqual(test.clock.now());
    expect(await wordsOfDocx((await openFile(coordinator, made)).bytes)).toContain('Архів');
    const files = await filesOf(coordinator, made);
    expect(files.map(({ kind }) => kind)).toEqual(['made', 'made']);
    expect((await openFile(coordinator, made, first.file.id)).bytes).toEqual(first.bytes);
  });

  it('takes back a file edited in Word, then is closed by its number and signed file', async () => {
    const made = await makeDocument(coordinator, RECIPE, params);
    const { bytes } = await openFile(coordinator, made);
    later();
    await addEditedFile(coordinator, made.id, { name: 'C:\\Папери\\перелік.docx', bytes });
    await expect(addEditedFile(coordinator, made.id, { name: 'a.docx', bytes: Buffer.from('x') })).rejects.toEqual(
      refused('document-not-word'),
    );
    const pdf = { name: 'підписано.pdf', bytes: Buffer.from('%PDF-1.7 …') };
    await expect(closeDocument(coordinator, made.id, { number: '', date: '2027-01-01' }, pdf)).rejects.toEqual(
      expect.objectContaining({
        fields: [expect.objectContaining({ field: 'number' }), expect.objectContaining({ field: 'date' })],
      }),
    );
    const page = { name: 'підписано.html', bytes: Buffer.from('<script>') };
    await expect(closeDocument(coordinator, made.id, { number: '7', date: '2026-11-20' }, page)).rejects.toEqual(
      expect.objectContaining({ fields: [expect.objectContaining({ field: 'signed' })] }),
    );
    later();
    await closeDocument(coordinator, made.id, { number: '7-р', date: '2026-11-20' }, pdf);
    const closed = await findDocument(coordinator, made.id);
    expect(closed).toMatchObject({ state: 'signed', signed: { number: '7-р', date: '2026-11-20' } });
    expect((await filesOf(coordinator, closed)).map(({ kind, fileName }) => [kind, fileName])).toEqual([
      ['signed', 'підписано.pdf'],
      ['edited', 'перелік.docx'],
      ['made', 'Перелік підрозділів громади.docx'],
    ]);
    await expect(refreshDocument(coordinator, RECIPE, made.id)).rejects.toEqual(refused('document-signed'));
    await expect(addEditedFile(coordinator, made.id, { name: 'a.docx', bytes })).rejects.toEqual(
      refused('document-signed'),
    );
    const { items } = await viewHistory(coordinator, { subjectId: made.id }, { size: 10 });
    expect(items.map(({ deed }) => deed)).toEqual(['document.signed', 'document.edited', 'document.made']);
  });

  it('is made, seen and changed only by those who may', async () => {
    await expect(makeDocument(clerk, RECIPE, params)).rejects.toEqual(refused('not-permitted'));
    await expect(makeDocument(coordinator, RECIPE, { note: 5 })).rejects.toEqual(refused('document-params'));
    later();
    const made = await makeDocument(coordinator, RECIPE, params);
    await expect(findDocument(clerk, made.id)).rejects.toEqual(refused('not-permitted'));
    await expect(refreshDocument(clerk, RECIPE, made.id)).rejects.toEqual(refused('not-permitted'));
    await expect(findDocument(coordinator, 'x')).rejects.toEqual(refused('document-unknown'));
    expect((await listDocuments(clerk)).documents).toEqual([]);
    const { documents } = await listDocuments(coordinator, { form: RECIPE.code });
    expect(documents[0]?.id).toBe(made.id);
    expect((await listDocuments(coordinator, { form: 'other' })).documents).toEqual([]);
  });

  it('for everybody holds no private contacts and numbers; those of units may stand in it', async () => {
    const make = (note: string) => makeDocument(coordinator, PUBLIC, { note, unitId: null });
    for (const note of ['пишіть olena.koval@gmail.com', 'дзвоніть +38 (067) 123-45-67', 'паспорт МА 123456'])
      await expect(make(note)).rejects.toEqual(refused('document-private'));
    await expect(makeDocument(coordinator, RECIPE, { note: '067 123 45 67', unitId: null })).resolves.toBeTruthy();
    await expect(make('rada@verbivka.example, (0362) 12-34-56')).resolves.toBeTruthy();
  });
});

describe('a template', () => {
  it('is taken edited, used from then on, and left for the default again; every version stays', async () => {
    const template = await openTemplateFile(coordinator, RECIPE);
    const faulty = reworded(template, '{примітка}', '{примітки}');
    await expect(saveTemplate(coordinator, RECIPE, { name: 'a.docx', bytes: faulty })).rejects.toMatchObject({
      code: 'template-faults',
      fields: [{ field: 'file', text: { uk: expect.stringContaining('Можливо, це {примітка}.') } }],
    });
    const own = reworded(template, 'Перелік підрозділів', 'Наш перелік');
    await saveTemplate(coordinator, RECIPE, { name: 'наш.docx', bytes: own });
    expect(await wordsOfDocx(await previewTemplate(coordinator, RECIPE))).toContain('Наш перелік');
    const made = await makeDocument(coordinator, RECIPE, params);
    expect(await wordsOfDocx((await openFile(coordinator, made)).bytes)).toContain('Наш перелік');
    expect(await wordsOfDocx(await fillForm(clerk, FORM, { note: 'одразу' }))).toContain('Наш перелік');

    await restoreDefault(coordinator, RECIPE);
    await restoreDefault(coordinator, RECIPE);
    expect(await wordsOfDocx(await previewTemplate(coordinator, RECIPE))).not.toContain('Наш');
    await takeVersion(coordinator, RECIPE, 1);
    expect(await wordsOfDocx(await previewTemplate(coordinator, RECIPE))).toContain('Наш перелік');
    expect(await wordsOfDocx(await previewTemplate(coordinator, RECIPE, 0))).not.toContain('Наш');
    const versions = await listTemplateVersions(coordinator, RECIPE);
    expect(versions.map(({ number, fileName }) => [number, fileName])).toEqual([
      [3, 'наш.docx'],
      [2, ''],
      [1, 'наш.docx'],
    ]);
    await expect(saveTemplate(clerk, RECIPE, { name: 'a.docx', bytes: own })).rejects.toEqual(refused('not-permitted'));
    await restoreDefault(coordinator, RECIPE);
  });
});

describe('cases', () => {
  it('come by rule until somebody writes them by hand', async () => {
    expect((await inCases(clerk, 'post', 'головний спеціаліст')).dative).toBe('головному спеціалісту');
    expect((await inCases(clerk, 'unit', 'Відділ освіти')).genitive).toBe('Відділу освіти');
    expect((await inCases(clerk, 'name', 'Коваленко Олена Петрівна')).accusative).toBe('Коваленко Олену Петрівну');
    const cases = { genitive: 'Мальви', dative: 'Мальві', accusative: 'Мальву', ablative: 'Мальвою' };
    await setWording(coordinator, { kind: 'name', words: ' Мальва ', cases });
    expect(await inCases(clerk, 'name', 'Мальва')).toEqual(cases);
    await expect(setWording(clerk, { kind: 'name', words: 'Мальва', cases })).rejects.toEqual(refused('not-permitted'));
    await expect(
      setWording(coordinator, { kind: 'name', words: 'Мальва', cases: { ...cases, dative: '' } }),
    ).rejects.toEqual(refused('form-invalid'));
    await removeWording(coordinator, 'name', 'Мальва');
    expect((await inCases(clerk, 'name', 'Мальва')).dative).toBe('Мальва');
  });
});
