import { describe, expect, it } from 'vitest';
import { hostOfPortal, portalOf, questionOf } from '../portal/portal-question.ts';
import { remoteDatasetOf } from '../portal/remote-dataset.ts';
import { carriedFile } from './file-rules.ts';
import { holderOf, matchUnit } from './holder-rules.ts';
import { passportOfRemote } from './passport-of-remote.ts';

const told = (more: object) => ({ id: 'abc', name: 'abc', title: 'Набір', resources: [], state: 'active', ...more });
const read = (more: object) => {
  const remote = remoteDatasetOf(told(more));
  if (!remote) throw new Error('unreadable');
  return remote;
};

describe('a question', () => {
  it('is a code, a name, or an address of a portal or of a page on it', () => {
    const there = (typed: string, portal = '') => questionOf(typed, portal);
    expect(there('04053648')).toEqual({ portal: 'https://data.gov.ua', wanted: { kind: 'edrpou', code: '04053648' } });
    expect(there('Вигадана рада', 'data.example.org/')).toEqual({
      portal: 'https://data.example.org',
      wanted: { kind: 'name', words: 'Вигадана рада' },
    });
    expect(there('https://data.gov.ua/organization/vyhadana')?.wanted).toEqual({
      kind: 'organization',
      key: 'vyhadana',
    });
    expect(there('data.example.org/uk/dataset/abc/resource/1')?.wanted).toEqual({ kind: 'dataset', key: 'abc' });
    expect(there('https://city.example.org/ckan/api/3/action/package_list')).toEqual({
      portal: 'https://city.example.org/ckan',
      wanted: { kind: 'whole' },
    });
    expect([there(''), there('місто', 'ftp://x'), portalOf('https://user@x.org/')]).toEqual([null, null, null]);
    expect(hostOfPortal('https://Data.Gov.UA/ckan')).toBe('data.gov.ua');
  });
});

describe('a dataset of a portal', () => {
  it('is read whatever its version puts where: flat fields or extras, numbers for texts, broken members', () => {
    const remote = read({
      title: 2024,
      extras: [{ key: 'update_frequency', value: 'once a month' }, null, { key: 'language', value: 'ua' }],
      tags: [{ name: 'школа' }, 7],
      resources: [{ id: 'r', url: ' https://x.org/a.csv ', size: 'unknown', format: null }, { name: 'no id' }],
      metadata_created: '2019-04-05T10:11:12.123456',
      groups: 'none',
    });
    expect(remote).toMatchObject({ title: '2024', frequency: 'once a month', language: 'ua', keywords: ['школа'] });
    expect(remote.createdAt).toBe('2019-04-05T10:11:12.123Z');
    expect(remote.files).toMatchObject([{ id: 'r', url: 'https://x.org/a.csv', size: null, format: '' }]);
    expect([
      remoteDatasetOf(told({ state: 'deleted' })),
      remoteDatasetOf(told({ private: true })),
      remoteDatasetOf(7),
    ]).toEqual([null, null, null]);
  });

  it('becomes a passport within the limits; what does not fit is told', () => {
    const { passport, notes } = passportOfRemote(
      read({
        title: 'Н'.repeat(300),
        notes: 'о'.repeat(4100),
        purpose_of_collecting_information: 'п'.repeat(600),
        update_frequency: 'http://publications.europa.eu/resource/authority/frequency/QUARTERLY',
        language: 'клінгонська',
        groups: [{ name: 'x', title: 'Енергетика' }],
        tag_string: 'школа, Школа , ліцей',
      }),
    );
    expect([passport.title.length, passport.description.length, passport.purpose.length]).toEqual([254, 4000, 512]);
    expect(passport).toMatchObject({
      frequency: 'once a quarter',
      language: 'uk',
      themes: ['energetyka'],
      keywords: ['школа', 'ліцей'],
    });
    expect(notes).toHaveLength(4);
  });
});

describe('a file of a portal', () => {
  it('is what its address or its format says, in whatever letters', () => {
    const kindOf = (url: string, format: string, uploaded = true) => {
      const [file] = read({ resources: [{ id: 'r', url, format, url_type: uploaded ? 'upload' : null }] }).files;
      const { kind, fileName } = carriedFile(
        file ?? {
          id: '',
          title: '',
          format: '',
          url: '',
          size: null,
          createdAt: '',
          changedAt: '',
          hash: '',
          uploaded,
        },
        'Набір',
      );
      return `${kind} ${fileName}`;
    };
    expect(kindOf('https://x.org/download/dani.csv', 'XLS')).toBe('table dani.csv');
    expect(kindOf('https://x.org/download/1234', '.сsv')).toBe('table 1234.csv');
    expect(kindOf('https://x.org/download/1234', 'xls xlsx')).toBe('table 1234.xls');
    expect(kindOf('https://x.org/zvit.pdf', 'PDF')).toBe('document zvit.pdf');
    expect(kindOf('https://api.x.org/v1/points', 'API', false)).toBe('link ');
    expect(kindOf('javascript:alert(1)', 'API', false)).not.toContain('link');
  });
});

describe('whose a dataset is', () => {
  const units = [
    { id: 'top', parentId: null, name: 'Вигадана міська рада' },
    { id: 'edu', parentId: 'top', name: 'Управління освіти' },
    { id: 'land', parentId: 'top', name: 'Відділ земельних ресурсів' },
    { id: 'cult', parentId: 'top', name: 'Відділ культури та туризму' },
  ];
  const unitOf = (holder: string) => matchUnit(holder, units, 'Вигадана громада')?.id ?? null;

  it('is the unit named as its author, else its organization', () => {
    const organization = { id: 'o', name: 'o', title: 'Вигадана міська рада' };
    expect(holderOf(read({ author: 'Управління освіти', organization }))).toBe('Управління освіти');
    expect(holderOf(read({ author: 'Марко Вигаданий', organization }))).toBe('Вигадана міська рада');
    expect(holderOf(read({}))).toBe('');
  });

  it('is found by the words that tell units apart', () => {
    expect(unitOf('УПРАВЛІННЯ ОСВІТИ Вигаданої міської ради')).toBe('edu');
    expect(unitOf('Відділ культури і туризму виконавчого комітету')).toBe('cult');
    expect(unitOf('Вигадана міська рада')).toBe('top');
    expect(unitOf('Комунальне підприємство «Чисте місто»')).toBeNull();
    expect(unitOf('Відділ')).toBeNull();
  });
});
