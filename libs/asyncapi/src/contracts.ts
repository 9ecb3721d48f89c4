import type { Contract } from './contract';
import { intakeContracts } from './intake.channel';
import { lifecycleContracts } from './lifecycle.channel';

/** Everything published: what others read of us and what they write to us. */
export const contracts = (): readonly Contract[] => [...lifecycleContracts(), ...intakeContracts()];
