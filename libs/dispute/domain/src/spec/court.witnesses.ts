import type { CourtRefusal } from '../court.refusals';
import type { Witness } from './given';

/** One way to each refusal. */
export const COURT_WITNESSES: { readonly [R in CourtRefusal]: Witness } = {};
