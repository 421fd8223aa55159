import type { Context } from '../../platform/context.ts';
import type { Card } from './card.ts';

export declare function writeCard(ctx: Context, card: Card): Promise<void>;
