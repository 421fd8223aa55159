import { describe, expect, it } from 'vitest';
import { addressFault, fileNameOf, sftpPlaceOf, sheetExportAddress } from './address-rules.ts';
import { nextTime, retryTime } from './schedule-rules.ts';
import type { Schedule } from './source.ts';
import { parseSourceForm, type SourceForm } from './source-form.ts';

const SHEET = 'https://docs.google.com/spreadsheets/d/1AbC_dEf-GhIjKlMnOpQrStUvWxYz0123456789';

describe('a link to a sheet of Google', () => {
  it.each([
    [`${SHEET}/edit?usp=sharing`, `${SHEET}/export?format=csv`],
    [`${SHEET}/edit?gid=77#gid=77`, `${SHEET}/export?format=csv&gid=77`],
    [`${SHEET}/edit#gid=0`, `${SHEET}/export?format=csv&gid=0`],
    [`  ${SHEET}  `, `${SHEET}/export?format=csv`],
    [`${SHEET}/htmlview?gid=5`, `${SHEET}/export?format=csv&gid=5`],
    [`${SHEET}/edit?gid=1%26x#range=A1`, `${SHEET}/export?format=csv`],
    [SHEET.replace('/d/', '/u/1/d/'), `${SHEET}/export?format=csv`],
    [
      'https://docs.google.com/spreadsheets/d/e/2PACX-1vQabc_def/pubhtml?gid=9&single=true',
      'https://docs.google.com/spreadsheets/d/e/2PACX-1vQabc_def/pub?output=csv&gid=9&single=true',
    ],
    ['https://docs.google.com/document/d/1AbC_dEf-GhIjKl/edit', null],
    ['https://docs.google.com.example.org/spreadsheets/d/1AbC_dEf-GhIjKl/edit', null],
    ['https://example.org/spreadsheets/d/1AbC_dEf-GhIjKl/edit', null],
    ['таблиця', null],
  ])('%s', (link, address) => expect(sheetExportAddress(link)).toBe(address));
});

describe('an address of SFTP', () => {
  it.each([
    ['sftp://files.misto.gov.ua/a/b.csv', { host: 'files.misto.gov.ua', port: 22, path: '/a/b.csv' }],
    ['sftp://10.0.0.5:2222/%D0%B0.csv', { host: '10.0.0.5', port: 2222, path: '/а.csv' }],
    ['sftp://[fd12::1]/a.csv', { host: 'fd12::1', port: 22, path: '/a.csv' }],
    ['sftp://u:p@files.misto.gov.ua/a.csv', null],
    ['sftp://files.misto.gov.ua/', null],
    ['sftp://files.misto.gov.ua/folder/', null],
    ['sftp://files.misto.gov.ua/%00.csv', null],
    ['https://files.misto.gov.ua/a.csv', null],
  ])('%s', (address, place) => expect(sftpPlaceOf(address)).toEqual(place));
});

describe('the looks of an address', () => {
  it.each([
    ['web', 'https://data.misto.gov.ua/a.csv', null],
    ['web', 'https://user:secret@data.misto.gov.ua/a.csv', 'credentials'],
    ['web', 'http://localhost/a.csv', 'inside'],
    ['web', 'http://2130706433/a.csv', 'inside'],
    ['web', 'http://[::ffff:10.0.0.1]/a.csv', 'inside'],
    ['web', 'http://169.254.169.254/a.csv', 'inside'],
    ['web', 'http://files.rada.local/a.csv', null],
    ['web', 'http://other.rada.local/a.csv', 'inside'],
    ['web', 'file:///etc/passwd', 'not-web'],
    ['web', 'ftp://data.misto.gov.ua/a.csv', 'not-web'],
    ['sftp', 'sftp://127.0.0.1/etc/passwd', 'inside'],
    ['sftp', 'sftp://files.rada.local/a.csv', null],
    ['sftp', 'http://files.misto.gov.ua/a.csv', 'not-sftp'],
    ['sheet', 'https://data.misto.gov.ua/a.csv', 'not-sheet'],
  ] as const)('%s %s: %s', (kind, address, fault) => {
    expect(addressFault(kind, address, ['files.rada.local'])).toBe(fault);
  });
});

describe('the name of a file that came', () => {
  it.each([
    ['реєстр.xlsx', 'https://a.ua/get?id=5', '', 'реєстр.xlsx'],
    [null, 'https://a.ua/d/%D0%B1%D0%BE%D1%80%D0%B3.csv?x=1', 'text/csv', 'борг.csv'],
    [null, 'https://a.ua/export.php?t=debt', 'application/json; charset=utf-8', 'export.json'],
    [null, 'https://a.ua/', 'text/csv', 'data.csv'],
    [null, 'https://a.ua/api/debt', 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet', 'debt.xlsx'],
    ['../../etc/passwd', 'https://a.ua/', '', '.. .. etc passwd.csv'],
  ])('%s %s', (given, address, contentType, name) => {
    expect(fileNameOf({ given, address, contentType })).toBe(name);
  });
});

describe('the next time', () => {
  it.each<[Schedule, string, string]>([
    [{ every: 'hours', hours: 6 }, '2026-11-02T08:10:00+02:00', '2026-11-02T14:10:00+02:00'],
    [{ every: 'day', hour: 6 }, '2026-11-02T05:59:00+02:00', '2026-11-02T06:00:00+02:00'],
    [{ every: 'day', hour: 6 }, '2026-11-02T06:00:00+02:00', '2026-11-03T06:00:00+02:00'],
    [{ every: 'week', weekday: 1, hour: 7 }, '2026-11-02T08:00:00+02:00', '2026-11-09T07:00:00+02:00'],
    [{ every: 'week', weekday: 7, hour: 7 }, '2026-11-02T08:00:00+02:00', '2026-11-08T07:00:00+02:00'],
    [{ every: 'month', day: 31, hour: 7 }, '2026-11-02T08:00:00+02:00', '2026-11-30T07:00:00+02:00'],
    [{ every: 'month', day: 31, hour: 7 }, '2026-11-30T08:00:00+02:00', '2026-12-31T07:00:00+02:00'],
    [{ every: 'month', day: 29, hour: 7 }, '2027-02-01T08:00:00+02:00', '2027-02-28T07:00:00+02:00'],
    // the clocks: on 28 March 2027 there is no 03:00, on 31 October there are two
    [{ every: 'day', hour: 3 }, '2027-03-27T12:00:00+02:00', '2027-03-28T04:00:00+03:00'],
    [{ every: 'day', hour: 3 }, '2027-10-30T12:00:00+03:00', '2027-10-31T03:00:00+03:00'],
    [{ every: 'day', hour: 6 }, '2027-10-30T12:00:00+03:00', '2027-10-31T06:00:00+02:00'],
    [{ every: 'day', hour: 0 }, '2027-07-01T12:00:00+03:00', '2027-07-02T00:00:00+03:00'],
  ])('%o after %s', (schedule, after, next) => {
    expect(nextTime(schedule, new Date(after))).toEqual(new Date(next));
  });

  it('after failures it is sooner, and never later than the schedule says', () => {
    const now = new Date('2026-11-02T08:00:00+02:00');
    const wait = (failures: number, schedule: Schedule) =>
      (retryTime(schedule, failures, now).getTime() - now.getTime()) / 60_000;
    expect([1, 2, 3, 4].map((failures) => wait(failures, { every: 'day', hour: 7 }))).toEqual([10, 60, 240, 23 * 60]);
    expect([1, 2, 3, 4].map((failures) => wait(failures, { every: 'hours', hours: 1 }))).toEqual([10, 60, 60, 60]);
  });
});

const FORM: SourceForm = {
  kind: 'web',
  address: 'https://data.misto.gov.ua/a.csv',
  auth: 'none',
  authName: '',
  secret: '',
  schedule: { every: 'day', hour: 6 },
  moveDate: false,
};

describe('the form', () => {
  const faultsOf = (form: object) => {
    try {
      parseSourceForm({ ...FORM, ...form }, null, []);
      return [];
    } catch (error) {
      return (error as { fields: { field: string }[] }).fields.map(({ field }) => field);
    }
  };
  it.each([
    [{}, []],
    [{ address: '' }, ['address']],
    [{ schedule: { every: 'day', hour: 24 } }, ['schedule']],
    [{ schedule: { every: 'hours', hours: 0 } }, ['schedule']],
    [{ auth: 'password', authName: 'x', secret: 'y' }, ['auth']],
    [{ auth: 'basic', authName: '', secret: '' }, ['authName', 'secret']],
    [{ auth: 'basic', authName: 'a:b', secret: 'y' }, ['authName']],
    [{ auth: 'header', authName: 'X-Api-Key', secret: 'abc' }, []],
    [{ auth: 'header', authName: 'Host', secret: 'abc' }, ['authName']],
    [{ auth: 'header', authName: 'X Key', secret: 'abc' }, ['authName']],
    [{ auth: 'header', authName: 'X-Api-Key', secret: 'a\r\nHost: b' }, ['secret']],
    [{ kind: 'sftp', address: 'sftp://f.misto.ua/a.csv', auth: 'key', authName: 'u', secret: 'не ключ' }, ['secret']],
    [{ kind: 'sheet', address: SHEET, auth: 'basic', authName: 'u', secret: 'p' }, ['auth']],
  ])('%o: %o', (form, faults) => expect(faultsOf(form)).toEqual(faults));
});
