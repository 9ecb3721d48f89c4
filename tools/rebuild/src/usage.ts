import { VIEW_NAMES } from '@apps/center-service';
import { timeLimits } from '@mediation/dispute/read-models';

/** The caller asked for something that cannot be; the message says what to do. */
export class UsageError extends Error {
  constructor(zh: string, en: string) {
    super(`${zh} · ${en}`);
  }
}

/** Of the journal, beside it, for the watcher; `all` are the centre's. */
export const WATCHERS_VIEW = timeLimits.name;

export const USAGE = `用法 usage:
  npm run rebuild -- <视图 view>|all [--check]
  npm run rebuild -- <视图 view>|all --stream <dispute-…>

  视图 views: ${VIEW_NAMES.join(', ')}
  ${WATCHERS_VIEW}: 期限届满的监看(更新节假日数据后重建) the watcher's own; rebuild it once new holidays are in
  --check   只比较,不替换 compare only; exit code 1 when something differs
  --network 网络方式运行时的视图 the views of the network that runs on this machine (npm run network)
  --stream  重试一个被搁置的流 take up one parked stream again

系统运行时即可执行;数据库取自 DATABASE_URL 与 DATABASE_OWNER_URL,否则取自 DATA_DIR(默认 .data)
runs beside the live system; the database is that of DATABASE_URL and DATABASE_OWNER_URL, else of DATA_DIR (default .data); events from EVENT_STORE_URL when set`;
