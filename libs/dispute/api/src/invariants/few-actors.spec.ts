import { describeInvariants } from './describe-invariants';

describeInvariants('two to four actors', { actors: [2, 4], commands: [2, 3] });
