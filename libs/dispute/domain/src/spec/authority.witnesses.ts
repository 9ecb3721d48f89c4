import type { AuthorityRefusal } from '../authority.refusals';
import type { Witness } from './given';

/** One way to each refusal. */
export const AUTHORITY_WITNESSES: { readonly [R in AuthorityRefusal]: Witness } = {};
