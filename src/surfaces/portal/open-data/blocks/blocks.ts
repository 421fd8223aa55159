import type { BlockKind } from './block.ts';
import { cardBlock, listBlock, promisesBlock } from './dataset-blocks.ts';
import { materialsBlock } from './materials-block.ts';
import { normsBlock } from './norms-block.ts';
import { personsBlock } from './persons-block.ts';
import { policyBlock } from './policy-block.ts';
import { registryBlock } from './registry-block.ts';
import { requiredBlock } from './required-block.ts';

/** Every block a page of the council may show; a view of one table, its chart or map is a frame of its own (`../../embed`). */
export const BLOCKS: readonly BlockKind[] = [
  listBlock,
  cardBlock,
  promisesBlock,
  personsBlock,
  materialsBlock,
  registryBlock,
  requiredBlock,
  policyBlock,
  normsBlock,
];
