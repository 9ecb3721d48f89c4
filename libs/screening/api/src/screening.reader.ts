import { CLOCK, JOURNAL } from '@mediation/aggregate-api';
import type { Journal } from '@mediation/event-store/port';
import type { Clock } from '@mediation/kernel';
import { ProblemError, type Principal } from '@mediation/nest';
import { maySee, screeningStream } from '@mediation/screening/domain';
import { screeningCodec } from '@mediation/screening/stored-events';
import { Inject, Injectable } from '@nestjs/common';
import { foldScreening, screeningFile, type ScreeningFile } from './screening-file';
import { screeningProblemOf } from './screening.problems';

/** Reads from the journal itself: what was just written is there. */
@Injectable()
export class ScreeningReader {
  constructor(
    @Inject(JOURNAL) private readonly journal: Journal,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  /** @throws ProblemError 404 */
  async file(id: string, caller: Principal): Promise<ScreeningFile> {
    const stored = await this.journal.readStream(screeningStream(id));
    const events = stored.map((each) => screeningCodec.decode(each));
    const screening = foldScreening(events);
    if (screening.phase === 'absent' || !maySee(caller, screening)) {
      throw new ProblemError(screeningProblemOf('screening-unknown'));
    }
    return screeningFile(id, screening, { events, caller, now: this.clock.now() });
  }
}
