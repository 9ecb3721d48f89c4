import { INTAKE_TOPIC } from '@mediation/dispute/contracts';
import type { ConsumeOptions, Consumption, Messaging } from '@mediation/messaging/port';
import type { Commands } from './file-message';
import { intakeHandler } from './intake-handler';
import type { IntakeSources } from './sources';

export interface IntakeStart {
  /** Closing it ends the intake. */
  readonly messaging: Messaging;
  readonly commands: Commands;
  readonly sources: IntakeSources;
  readonly group: string;
  readonly onEvent?: ConsumeOptions['onEvent'];
}

/** Few enough that a batch is done well within a session, also when the journal is slow. */
const MOST_AT_ONCE = 100;

export const startIntake = ({ messaging, commands, sources, group, onEvent }: IntakeStart): Consumption =>
  messaging.consume({
    group,
    topics: [INTAKE_TOPIC],
    maxBatch: MOST_AT_ONCE,
    handle: intakeHandler({ commands, sources, producer: messaging.producer() }),
    ...(onEvent && { onEvent }),
  });
