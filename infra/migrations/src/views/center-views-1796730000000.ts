import type { MigrationInterface, QueryRunner } from 'typeorm';
import { createView, dropView } from './create-view';

/** 突发群体性事件, one row per dispute that had one. Nothing personal. */
const EMERGENCIES = {
  columns: `
  running   boolean NOT NULL,
  raised_at timestamptz NOT NULL,
  incidents jsonb NOT NULL`,
  indexes: ['(raised_at, key)', '(raised_at, key) WHERE running'],
};

/** What superiors ordered and what came back; signs that a risk rises. Nothing personal. */
const OVERSIGHT = {
  columns: `
  orders     jsonb NOT NULL,
  ordered_at timestamptz,
  signs      jsonb NOT NULL,
  rising_on  date,
  risk_grade text`,
  indexes: ['(ordered_at, key) WHERE ordered_at IS NOT NULL', '(rising_on, key) WHERE rising_on IS NOT NULL'],
};

/** Lists waiting to be merged are read by every search: kept short. */
const GIN = 'WITH (gin_pending_list_limit = 512)';

/** Every column but the key and the time is personal data, and none is shown: disputes are found by them. */
const SEARCH_TEXTS = {
  columns: `
  registered_at timestamptz NOT NULL,
  facts         text NOT NULL,
  place_words   text NOT NULL,
  terms         text NOT NULL,
  agreements    jsonb NOT NULL,
  people        text[] NOT NULL,
  names         text NOT NULL,
  grams         int[] NOT NULL,
  name_grams    int[] NOT NULL`,
  indexes: [`USING gin (grams) ${GIN}`, `USING gin (name_grams) ${GIN}`],
};

/** Begin empty: the projector fills them from the first event on, while the views that are there skip what they have. */
export class CenterViews1796730000000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await createView(runner, 'emergencies', EMERGENCIES);
    await createView(runner, 'oversight', OVERSIGHT);
    await createView(runner, 'search_texts', SEARCH_TEXTS);
  }

  async down(runner: QueryRunner): Promise<void> {
    for (const view of ['search_texts', 'oversight', 'emergencies']) await dropView(runner, view);
  }
}
