import type { HealthCheck } from '@mediation/nest';
import { Module, type DynamicModule, type Provider } from '@nestjs/common';
import type { DataSource } from 'typeorm';
import { AssessmentController } from './assessment/assessment.controller';
import { AssessmentReader } from './assessment/assessment.reader';
import type { CenterOptions } from './center.options';
import { ConsoleConfigController } from './console/console-config.controller';
import { DeadlinesController } from './deadlines/deadlines.controller';
import { DisputeSearch } from './disputes/dispute-search';
import { DirectoryController } from './directory/directory.controller';
import { DisputesController } from './disputes/disputes.controller';
import { DisputesReader } from './disputes/disputes.reader';
import { viewsDataSource } from './entities/data-source';
import { DuplicatesController } from './duplicates/duplicates.controller';
import { DuplicatesReader } from './duplicates/duplicates.reader';
import { FeedController } from './feed/feed.controller';
import { FeedReader } from './feed/feed.reader';
import { EmergenciesController } from './emergencies/emergencies.controller';
import { EmergenciesReader } from './emergencies/emergencies.reader';
import { BoardReader } from './handoffs/board.reader';
import { FunnelDisputesReader } from './funnel/funnel-disputes.reader';
import { FunnelController } from './funnel/funnel.controller';
import { FunnelReader } from './funnel/funnel.reader';
import { HotSpotsController } from './hot-spots/hot-spots.controller';
import { HotSpotsReader } from './hot-spots/hot-spots.reader';
import { LinkedDisputesReader } from './hot-spots/linked-disputes.reader';
import { RepeatPartiesReader } from './hot-spots/repeat-parties.reader';
import { SpotCounts } from './hot-spots/spot-counts';
import { FoundDisputesReader } from './disputes/found-disputes.reader';
import { HandoffsController } from './handoffs/handoffs.controller';
import { HandoffsReader } from './handoffs/handoffs.reader';
import { PartyCodesStore } from './party/party-codes.store';
import { PartyController } from './party/party.controller';
import { PartyCodes } from './party/party-codes';
import { PartyLookUp } from './party/party-look-up';
import { ScreeningController } from './screening/screening.controller';
import { ScreeningReader } from './screening/screening.reader';
import { ReconciliationReader } from './subsidies/reconciliation.reader';
import { SubsidiesController } from './subsidies/subsidies.controller';
import { SubsidiesReader } from './subsidies/subsidies.reader';
import { ReturnFactsReader } from './returns/return-facts.reader';
import { ReturnFilesReader } from './returns/return-files.reader';
import { ReturnsController } from './returns/returns.controller';
import { ReturnsReader } from './returns/returns.reader';
import { SummaryController } from './summary/summary.controller';
import { SummaryReader } from './summary/summary.reader';
import { ConcernsReader } from './supervisions/concerns.reader';
import { OrdersReader } from './supervisions/orders.reader';
import { SupervisionsController } from './supervisions/supervisions.controller';
import { PullController } from './pull/pull.controller';
import { PullReader } from './pull/pull.reader';
import {
  CLOCK,
  CONSOLE_SIGN_IN,
  DIRECTORY,
  DUPLICATE_WINDOW_DAYS,
  DIVISIONS,
  NAME_OF_BODY,
  PARTY_CODE_DAYS,
  PROJECTING,
  VIEWS,
  WEBHOOK_SENDER,
} from './tokens';
import { Projecting } from './views/projecting';
import { ViewsController } from './views/views.controller';
import { ViewMetrics } from './views/view-metrics';
import { WebhookSender } from './webhooks/sender';
import { Subscriptions } from './webhooks/subscriptions.store';
import { WebhookMetrics } from './webhooks/webhook-metrics';
import { WebhooksController } from './webhooks/webhooks.controller';
import { WorklistsController } from './worklists/worklists.controller';
import { WorklistsReader } from './worklists/worklists.reader';

/** The centre: its projector, and the queries over what it writes. */
export class Center {
  private constructor(
    private readonly options: CenterOptions,
    private readonly views: DataSource,
    readonly projecting: Projecting,
    readonly webhooks: WebhookSender,
  ) {}

  /** Connects to the views; the projector waits for `start`. */
  static async open(options: CenterOptions): Promise<Center> {
    const views = await viewsDataSource(options.databaseUrl).initialize();
    const { databaseUrl, nameOfBody, webhooks: settings } = options;
    const reader = new FeedReader(views, nameOfBody);
    const webhooks = new WebhookSender({ databaseUrl, views, reader, settings });
    return new Center(options, views, new Projecting(options.events, databaseUrl), webhooks);
  }

  /** Begins, or goes on, to project. */
  start(): void {
    this.projecting.start();
    this.projecting.onMoved(() => this.webhooks.feed());
    this.webhooks.start();
  }

  readonly healthCheck: HealthCheck = {
    name: 'views',
    // An event store that is away leaves the views as they are: better a board of a minute ago than none.
    check: async () => {
      const { state, stale } = this.projecting.status();
      if (state === 'starting') throw new Error('the projector has not begun');
      if (stale.length > 0) throw new Error(`views to be rebuilt: ${stale.join(', ')}`);
      await this.projecting.views.statuses();
    },
    status: async () => {
      const { state, fault, position } = this.projecting.status();
      const webhooks = this.webhooks.fault ?? 'ok';
      const standing = { state, ...(fault !== undefined && { fault }), position, webhooks };
      if (state !== 'following') return standing;
      const head = await this.options.events.head();
      return { ...standing, head, behind: await this.projecting.behind(position, head) };
    },
  };

  providers(): readonly Provider[] {
    return [
      { provide: VIEWS, useValue: this.views },
      { provide: PROJECTING, useValue: this.projecting },
      { provide: WEBHOOK_SENDER, useValue: this.webhooks },
      { provide: CLOCK, useValue: this.options.clock },
      { provide: NAME_OF_BODY, useValue: this.options.nameOfBody },
      { provide: DIVISIONS, useValue: this.options.divisions },
      { provide: DIRECTORY, useValue: this.options.directory },
      { provide: PARTY_CODE_DAYS, useValue: this.options.partyCodeDays ?? 30 },
      { provide: CONSOLE_SIGN_IN, useValue: this.options.console },
      { provide: DUPLICATE_WINDOW_DAYS, useValue: this.options.duplicateWindowDays ?? 90 },
    ];
  }

  /** After the application that serves it, before the event store. */
  async close(): Promise<void> {
    await this.webhooks.close();
    await this.projecting.close();
    await this.views.destroy();
  }
}

@Module({})
export class CenterModule {
  static forRoot(center: Center): DynamicModule {
    return {
      module: CenterModule,
      controllers: [
        HandoffsController,
        EmergenciesController,
        SupervisionsController,
        DisputesController,
        WorklistsController,
        DuplicatesController,
        ScreeningController,
        AssessmentController,
        SubsidiesController,
        SummaryController,
        ReturnsController,
        FunnelController,
        HotSpotsController,
        DeadlinesController,
        FeedController,
        PullController,
        WebhooksController,
        ViewsController,
        ConsoleConfigController,
        DirectoryController,
        PartyController,
      ],
      providers: [
        ...center.providers(),
        PartyCodesStore,
        PartyCodes,
        PartyLookUp,
        HandoffsReader,
        EmergenciesReader,
        OrdersReader,
        ConcernsReader,
        BoardReader,
        DisputesReader,
        DisputeSearch,
        FoundDisputesReader,
        WorklistsReader,
        DuplicatesReader,
        ScreeningReader,
        AssessmentReader,
        SubsidiesReader,
        ReconciliationReader,
        SummaryReader,
        ReturnFactsReader,
        ReturnsReader,
        ReturnFilesReader,
        FunnelReader,
        FunnelDisputesReader,
        SpotCounts,
        HotSpotsReader,
        LinkedDisputesReader,
        RepeatPartiesReader,
        FeedReader,
        PullReader,
        Subscriptions,
        WebhookMetrics,
        ViewMetrics,
      ],
    };
  }
}
