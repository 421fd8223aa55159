import { type OrderEffectKind, policyEffect } from '../capabilities/orders/index.ts';
import { appointmentEffect } from './order-effects/appointments.ts';
import { localListEffect, noDataEffect } from './order-effects/lists.ts';

/** Every kind of effect an order may have, and how it reaches the part whose facts it makes lawful. */
export const ORDER_EFFECTS: readonly OrderEffectKind[] = [
  appointmentEffect,
  localListEffect,
  noDataEffect,
  policyEffect,
];
