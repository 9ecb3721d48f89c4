import { describeWithPostgres } from '@mediation/testing';
import { journeyCases } from '@tools/acceptance';
import { startSystem } from './spec/system.fixture';

describeWithPostgres('one dispute through three tiers and three channels, in one process', () =>
  journeyCases(startSystem),
);
