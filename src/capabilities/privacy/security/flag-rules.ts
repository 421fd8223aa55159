import { foldText } from '../../../language/folding.ts';
import { stemOf } from '../../../language/stemming.ts';
import { headerWords } from '../../../tabular/kinds/header-words.ts';
import type { FlaggedColumn, LookedColumn, LookedDataset, SecurityFlag } from './security-flag.ts';
import { type ColumnRisk, type DatasetRisk, SECURITY_RISKS } from './security-risk.ts';

const WORD = /[\p{L}\p{N}]+/gu;
const stemsOf = (text: string) => (foldText(text).match(WORD) ?? []).map(stemOf);

const TITLES = new Map(SECURITY_RISKS.datasets.map(({ code, titles }) => [code, titles.map(stemsOf)]));
const HEADERS = new Map(
  SECURITY_RISKS.columns.map(({ code, words, not }) => [
    code,
    { words: new RegExp(words, 'u'), not: new RegExp(not, 'u') },
  ]),
);

/** All that asks for a security decision in a dataset: by its item of the list of resolution 835, words of titles, and columns. Pure. */
export function securityFlags(dataset: LookedDataset): SecurityFlag[] {
  const ofDatasets = SECURITY_RISKS.datasets.flatMap((risk): SecurityFlag[] => {
    const by = isOfItem(risk, dataset) ? 'item' : isTitled(risk, dataset) ? 'title' : null;
    if (by === null) return [];
    const columns = columnsOf(dataset, ({ code }) => risk.columns.includes(code));
    if (risk.needs && !columns.some((column) => risk.needs?.includes(column.risk))) return [];
    const { code, title, harm, source } = risk;
    return [{ code, title, harm, by, source, columns }];
  });
  const told = new Set(ofDatasets.flatMap(({ columns }) => columns.map(nameOf)));
  const ofColumns = SECURITY_RISKS.columns.flatMap((risk): SecurityFlag[] => {
    if (!risk.anywhere) return [];
    const columns = columnsOf(dataset, ({ code }) => code === risk.code, 'telling').filter(
      (column) => !told.has(nameOf(column)),
    );
    const { code, title, harm } = risk;
    return columns.length === 0 ? [] : [{ code, title, harm, by: 'column', source: SECURITY_RISKS.source, columns }];
  });
  return [...ofDatasets, ...ofColumns];
}

const nameOf = ({ resourceId, columnTitle }: FlaggedColumn) => `${resourceId} ${columnTitle}`;

function isOfItem({ items }: DatasetRisk, { passport: { ground } }: LookedDataset): boolean {
  if (ground.kind !== 'resolution-835') return false;
  return items.some(({ section, number }) => section === ground.section && number === ground.number);
}

function isTitled({ code }: DatasetRisk, { passport, resources }: LookedDataset): boolean {
  const wanted = TITLES.get(code) ?? [];
  return [passport.title, ...resources.map(({ title }) => title)].some((title) => {
    const has = new Set(stemsOf(title));
    return wanted.some((stems) => stems.every((stem) => has.has(stem)));
  });
}

/** Columns of all tables that a risk is seen in, each once. @param answers `telling`: mere answers yes and no are left out */
function columnsOf(
  { resources }: LookedDataset,
  wanted: (risk: ColumnRisk) => boolean,
  answers: 'all' | 'telling' = 'all',
): FlaggedColumn[] {
  const risks = SECURITY_RISKS.columns.filter(wanted);
  return resources.flatMap(({ id, columns }) =>
    columns.flatMap((column): FlaggedColumn[] => {
      if (answers === 'telling' && column.type === 'boolean') return [];
      const risk = risks.find((one) => isOf(one, column));
      return risk ? [{ resourceId: id, columnTitle: column.title, risk: risk.code, way: risk.way }] : [];
    }),
  );
}

function isOf({ code, kinds }: ColumnRisk, { title, kind }: LookedColumn): boolean {
  const header = HEADERS.get(code);
  const words = headerWords(title);
  if (header === undefined || header.not.test(words)) return false;
  return header.words.test(words) || (kind !== null && kinds?.includes(kind) === true);
}
