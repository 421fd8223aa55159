/*
 * The coordinator's board: datasets of all units by term, deeds over many of them at once with undo, and the list to take away.
 */
import { Hono } from 'hono';
import type { SurfaceEnv } from '../../components/index.ts';
import { askToSignIn } from '../walk/signed-in.ts';
import { boardPages } from './board-routes.tsx';

/** All addresses of the board. */
export function boardRoutes(): Hono<SurfaceEnv> {
  return new Hono<SurfaceEnv>()
    .use('/cabinet/board', askToSignIn)
    .use('/cabinet/board/*', askToSignIn)
    .route('/', boardPages());
}
