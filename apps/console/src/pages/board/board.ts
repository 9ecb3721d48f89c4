import type { AnswerOf } from '@mediation/client';
import { ask, client } from '../../api/client';

export type Matrix = AnswerOf<'centerMatrix'>;
export type Cell = Matrix['byTier'][number];
export type Counts = Matrix['total'];
export type Handoff = AnswerOf<'centerHandoffs'>['items'][number];
export type Handoffs = AnswerOf<'centerHandoffs'>;
export type Bodies = AnswerOf<'centerHandoffBodies'>;

/** Which handoffs a drawer lists: the query of the board's list, and what it is called. */
export interface Opened {
  readonly title: string;
  readonly query: Readonly<Record<string, string | number | boolean>>;
}

export const COLOURS = ['red', 'orange', 'yellow', 'green'] as const;

const TIERS = ['village', 'township', 'district'] as const;
const CHANNELS = ['peoples', 'administrative', 'judicial', 'none'] as const;

export const AXES = { tier: TIERS, channel: CHANNELS } as const;
export type Axis = keyof typeof AXES;

export interface Board {
  readonly matrix: Matrix;
  readonly bodies: Bodies;
}

export const readBoard = async (asOf: string | undefined, signal: AbortSignal): Promise<Board> => {
  const options = { params: { query: asOf === undefined ? {} : { asOf } }, signal };
  const [matrix, bodies] = await Promise.all([
    ask(client.GET('/api/center/v1/handoffs/matrix', options)),
    ask(client.GET('/api/center/v1/handoffs/bodies', options)),
  ]);
  return { matrix, bodies };
};

export const readHandoffs = (query: Opened['query'], signal: AbortSignal): Promise<Handoffs> =>
  ask(client.GET('/api/center/v1/handoffs', { params: { query: { order: 'due', limit: 200, ...query } }, signal }));

/** The colour of the most urgent of a cell's open handoffs. */
export const worst = ({ colours }: Counts): (typeof COLOURS)[number] | undefined =>
  COLOURS.find((colour) => colours[colour] > 0);

export const openedCell = (axis: Axis, from: string, to: string): Opened['query'] =>
  axis === 'tier' ? { state: 'open', fromTier: from, toTier: to } : { state: 'open', fromChannel: from, toChannel: to };
