import type { AggregateCalls } from '@mediation/aggregate-api';
import {
  disputeIdOf,
  disputeStream,
  disputeUseCase,
  type DisputeCommand,
  type DisputeRefusal,
} from '@mediation/dispute/domain';
import { FIELD_WORDS, wordsOfList } from '@mediation/dispute/words';
import { EXAMPLES } from './examples';
import { problemOf } from './refusal-problems';
import { DISPUTE_ROUTES } from './routes';

export const DISPUTE_CALLS: AggregateCalls<DisputeCommand, DisputeRefusal> = {
  noun: { zh: '纠纷', en: 'dispute', path: 'disputes' },
  routes: DISPUTE_ROUTES,
  useCase: disputeUseCase,
  numbers: ['agreement', 'aid', 'record'],
  examples: EXAMPLES,
  words: { ofField: (name) => FIELD_WORDS[name], ofList: wordsOfList },
  recorded: 'Recorded',
  stream: disputeStream,
  idOf: disputeIdOf,
  problemOf,
};
