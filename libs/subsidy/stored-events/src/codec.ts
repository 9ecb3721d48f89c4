import { codecOf } from '@mediation/stored-events';
import type { SubsidyEvent } from '@mediation/subsidy/domain';
import { SUBSIDY_STORED_NAMES } from './names';
import { subsidyPayloads } from './payloads';

export const subsidyCodec = codecOf<SubsidyEvent>({ names: SUBSIDY_STORED_NAMES, payloads: subsidyPayloads });
