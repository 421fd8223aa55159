/** Training of responsible persons: its share on a day, courses, the schedule, who came. */
export { trainingRoutes } from './training-routes.tsx';
