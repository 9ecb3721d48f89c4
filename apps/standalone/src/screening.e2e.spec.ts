import { describeWithPostgres } from '@mediation/testing';
import { screeningCases } from '@tools/acceptance';
import { startSystem } from './spec/system.fixture';

describeWithPostgres('one screening from its plan to its closing, in one process', () => screeningCases(startSystem));
