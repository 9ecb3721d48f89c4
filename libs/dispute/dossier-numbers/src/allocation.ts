import type { BodyCode, Instant } from '@mediation/kernel';

/** A number that was set aside for a dispute. */
export interface Allocation {
  readonly serial: number;
  readonly dispute: string;
  readonly allocatedAt: Instant;
}

/** What both implementations are: the port that the calls of a dispute have for it, and its end. */
export interface ClosableNumbers {
  allocate(body: BodyCode, year: number, dispute: string): Promise<number>;
  list(body: BodyCode, year: number, page: { after: number; limit: number }): Promise<readonly Allocation[]>;
  close(): Promise<void>;
}
