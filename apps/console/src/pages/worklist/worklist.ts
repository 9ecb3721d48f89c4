import type { components } from '@mediation/client';
import { ask, client } from '../../api/client';
import { rememberName } from '../../ui/body-names';

type Schemas = components['schemas'];

export interface Item {
  readonly task: string | null;
  readonly due: string | null;
  readonly overdue: boolean;
  readonly remaining?: { readonly days: number; readonly workingDays: number };
  readonly urgency?: string;
  readonly dispute: Schemas['CenterDispute'];
}

export interface Worklist {
  readonly body: { readonly body: string; readonly name?: string };
  readonly asOf: string;
  readonly overdue: number;
  readonly more: boolean;
  readonly items: readonly Item[];
  readonly possibleDuplicates: readonly Schemas['PossibleDuplicate'][];
}

export const readWorklist = async (orgCode: string, signal: AbortSignal): Promise<Worklist> => {
  const path = { params: { path: { orgCode } }, signal };
  const worklist = (await ask(client.GET('/api/center/v1/worklists/{orgCode}', path))) as unknown as Worklist;
  rememberName(worklist.body);
  return worklist;
};

export const GROUPS = ['overdue', 'today', 'soon', 'later', 'undated'] as const;
export type Group = (typeof GROUPS)[number];

/** Working days within which something is soon. */
const SOON = 3;

export const groupOf = ({ remaining }: Item): Group => {
  if (remaining === undefined) return 'undated';
  if (remaining.days < 0) return 'overdue';
  if (remaining.days === 0) return 'today';
  return remaining.workingDays <= SOON ? 'soon' : 'later';
};

export const grouped = (
  items: readonly Item[],
): readonly { readonly group: Group; readonly items: readonly Item[] }[] =>
  GROUPS.map((group) => ({ group, items: items.filter((item) => groupOf(item) === group) })).filter(
    (each) => each.items.length > 0,
  );
