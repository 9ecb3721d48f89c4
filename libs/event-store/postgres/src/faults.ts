import { DatabaseError } from 'pg';
import { StoreUnavailable } from '@mediation/event-store/port';

/**
 * After these the same request may succeed: connection (class 08), resources (53), operator intervention such as a restart or
 * a time-out (57), a serialization failure or deadlock, a lock not had in time, a server that is a standby for now, a session
 * ended because it stood idle in a transaction.
 */
const TRANSIENT = /^(08|53|57|40001|40P01|55P03|25006|25P03)/;

/** What callers get for an error of the driver: StoreUnavailable when the store cannot be asked now, else the error itself. */
export const toFault = (error: unknown): Error => {
  if (!(error instanceof DatabaseError)) {
    return new StoreUnavailable('the connection to the database was lost or refused', { cause: error });
  }
  const isTransient = error.code !== undefined && TRANSIENT.test(error.code);
  return isTransient ? new StoreUnavailable(`the database answered ${error.code}`, { cause: error }) : error;
};

/** The unique key a statement ran into, if that is why it failed. */
export const violatedKey = (error: unknown): string | undefined =>
  error instanceof DatabaseError && error.code === '23505' ? error.constraint : undefined;
