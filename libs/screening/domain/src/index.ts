export * from './vocabulary';
export * from './screening.events';
export * from './screening.state';
export * from './screening.refusals';
export { evolve } from './screening.evolve';
export * from './screening.use-cases';
export { mayRead, maySee, readingArea } from './competence';
export type { Context, ScreeningDecision } from './use-case';
