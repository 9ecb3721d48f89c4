import { Caller, type Principal } from '@mediation/nest';
import { disputeIdOf } from '@mediation/dispute/domain';
import { Controller, Get, Inject } from '@nestjs/common';
import { requireOperator } from '../scope';
import { PROJECTING } from '../tokens';
import type { Projecting } from './projecting';
import type { ParkedAnswer, ViewsAnswer } from './views.answer';

@Controller('api/center/v1')
export class ViewsController {
  constructor(@Inject(PROJECTING) private readonly projecting: Projecting) {}

  /** Where each view stands. */
  @Get('views')
  async views(@Caller() caller: Principal): Promise<ViewsAnswer> {
    requireOperator(caller);
    const { events, views: store } = this.projecting;
    const [statuses, head] = await Promise.all([store.statuses(), events.head()]);
    const { state, fault, stale } = this.projecting.status();
    const views = await Promise.all(
      statuses.map(async ({ checkpoint, ...view }) => ({
        ...view,
        checkpoint,
        behind: await this.projecting.behind(checkpoint, head),
      })),
    );
    return { projector: { state, fault, stale }, head, views };
  }

  /** Streams that a view could not take in. `npm run rebuild -- <view> --stream <stream>` tries again. */
  @Get('parked')
  async parked(@Caller() caller: Principal): Promise<ParkedAnswer> {
    requireOperator(caller);
    const parked = await this.projecting.views.parked();
    const disputeOf = (stream: string) => (stream.startsWith('dispute-') ? { dispute: disputeIdOf(stream) } : {});
    return { items: parked.map((each) => ({ ...each, ...disputeOf(each.stream) })) };
  }
}
