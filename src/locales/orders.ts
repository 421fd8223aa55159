import type { Language } from '../kernel/text.ts';
import { ordersEn } from './orders-en.ts';
import { type OrdersTexts, ordersUk } from './orders-uk.ts';

export const ordersTexts: Readonly<Record<Language, OrdersTexts>> = { uk: ordersUk, en: ordersEn };
