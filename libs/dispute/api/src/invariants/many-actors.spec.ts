import { describeInvariants } from './describe-invariants';

describeInvariants('five to eight actors', { actors: [5, 8], commands: [1, 2] });
