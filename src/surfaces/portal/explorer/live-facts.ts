import type { PointsAnswer, Row } from '../../../capabilities/tables/index.ts';
import { explorerTexts } from '../../../locales/explorer.ts';
import type { Bounds } from '../../components/chart-map.tsx';
import type { ExplorerModel } from './explorer-model.ts';
import { cellText } from './table-cell.tsx';

/** Places whose facts come along with the map; of the others the list beside it tells. */
const MOST_TOLD = 300;
/** Facts of a place, and letters of each. */
const MOST_FACTS = 6;
const LETTERS = 90;

/** What the live map needs, as JSON: places, outlines, and facts of the first of them to tell on a click. */
export function liveFacts(model: ExplorerModel, answer: PointsAnswer, bounds: Bounds): string {
  const { visit } = model;
  const { live, close } = explorerTexts[visit.language].map;
  const columns = model.shown.filter((column) => column.geometry === null).slice(0, MOST_FACTS);
  const facts: string[][] = [];
  const tell = (row: Row | null): number => {
    if (row === null || facts.length >= MOST_TOLD) return -1;
    facts.push(columns.map((column) => short(cellText(row[column.name] ?? null, column, visit.language))));
    return facts.length - 1;
  };
  const shapes = answer.shapes.map(({ shape, row }) => [shape, tell(row)]);
  const points = answer.points.map(({ longitude, latitude, rows, row }) => [
    shortDegree(longitude),
    shortDegree(latitude),
    rows,
    tell(row),
  ]);
  const titles = columns.map(({ title }) => title);
  return JSON.stringify({ bounds, points, shapes, titles, facts, label: live, close });
}

const short = (text: string) => (text.length > LETTERS ? `${text.slice(0, LETTERS - 1)}…` : text);
const shortDegree = (degree: number) => Math.round(degree * 1e5) / 1e5;
