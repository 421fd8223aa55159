import { boardEn } from './board-en.ts';
import { boardUk } from './board-uk.ts';

/** Words of the coordinator's board. */
export const boardTexts = { uk: boardUk, en: boardEn };
