import { BusyViews1796730100000 } from './busy-views-1796730100000';
import { DisputeCategories1796700100000 } from './dispute-categories-1796700100000';
import { CenterViews1796730000000 } from './center-views-1796730000000';
import { DisputesByType1796780000000 } from './disputes-by-type-1796780000000';
import { DisputeClocks1796601700000 } from './dispute-clocks-1796601700000';
import { FactsRecorded1796700000000 } from './facts-recorded-1796700000000';
import { Funnel1796740000000 } from './funnel-1796740000000';
import { Likeness1796083260000 } from './likeness-1796083260000';
import { LikenessWhole1796790000000 } from './likeness-whole-1796790000000';
import { Screening1796710000000 } from './screening-1796710000000';
import { Subsidies1796720000000 } from './subsidies-1796720000000';
import { TimeLimits1796601600000 } from './time-limits-1796601600000';
import { Views1795392060000 } from './views-1795392060000';

/** In the order they are applied. */
export const viewMigrations = [
  Views1795392060000,
  Likeness1796083260000,
  TimeLimits1796601600000,
  DisputeClocks1796601700000,
  FactsRecorded1796700000000,
  DisputeCategories1796700100000,
  Screening1796710000000,
  Subsidies1796720000000,
  CenterViews1796730000000,
  BusyViews1796730100000,
  Funnel1796740000000,
  DisputesByType1796780000000,
  LikenessWhole1796790000000,
] as const;
