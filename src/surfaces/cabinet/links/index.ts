/*
 * One-time links: giving them in the cabinet, and what a person without an account sees and does by one.
 */
import { Hono } from 'hono';
import type { SurfaceEnv } from '../../components/index.ts';
import { askPages } from './ask-routes.tsx';
import { givePages } from './give-routes.tsx';
import { guestPages } from './guest-routes.tsx';

/** All addresses of this part. */
export function linkRoutes(): Hono<SurfaceEnv> {
  return new Hono<SurfaceEnv>().route('/', guestPages()).route('/', givePages()).route('/', askPages());
}
