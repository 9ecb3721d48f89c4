import type { Sight } from './plausible-data';

const lastProceeding = ({ dispute }: Sight): number =>
  dispute.phase === 'absent' ? 1 : Math.max(dispute.file.proceedings, 1);
const partiesOf = ({ dispute }: Sight): readonly string[] =>
  dispute.phase === 'absent' ? ['p1'] : dispute.file.parties.map(({ id }) => id);

/** Data that each use case might be sent, sensible more often than not. */
export const TIME_LIMIT_PLAUSIBLE = {
  ExtendTimeLimit: (sight: Sight) => ({
    clock: `month/proceeding-${lastProceeding(sight)}`,
    parties: sight.draw.chance(85) ? partiesOf(sight) : [],
  }),
  ExpireTimeLimit: (sight: Sight) => ({
    clock: `${sight.draw.chance(85) ? 'over' : 'month'}/proceeding-${lastProceeding(sight)}`,
  }),
};
