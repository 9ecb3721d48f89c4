import 'reflect-metadata';
import { viewsDataSource } from '../entities/data-source';
import { FeedReader } from '../feed/feed.reader';
import { WebhookSender, type SenderSettings } from '../webhooks/sender';

/** A sender of its own, to be killed. Arguments: the database, its settings. */
const [databaseUrl, settings] = process.argv.slice(2);

const main = async (): Promise<void> => {
  const views = await viewsDataSource(databaseUrl!).initialize();
  const reader = new FeedReader(views, () => undefined);
  new WebhookSender({
    databaseUrl: databaseUrl!,
    views,
    reader,
    settings: JSON.parse(settings!) as SenderSettings,
  }).start();
  process.stdout.write('ready\n');
};

void main();
