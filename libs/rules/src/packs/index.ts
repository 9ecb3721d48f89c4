import cn20220501Confirmation from './cn/2022-05-01/confirmation.json';
import cn20220501Court from './cn/2022-05-01/court.json';
import cn20220501Dossier from './cn/2022-05-01/dossier.json';
import cn20220501Duties from './cn/2022-05-01/duties.json';
import cn20220501Handoffs from './cn/2022-05-01/handoffs.json';
import cn20220501Holidays from './cn/2022-05-01/holidays.json';
import cn20220501Labour from './cn/2022-05-01/labour.json';
import cn20220501Land from './cn/2022-05-01/land.json';
import cn20220501Medical from './cn/2022-05-01/medical.json';
import cn20220501Peoples from './cn/2022-05-01/peoples.json';
import cn20240101Confirmation from './cn/2024-01-01/confirmation.json';
import cn20250101Court from './cn/2025-01-01/court.json';
import cn20250101Holidays from './cn/2025-01-01/holidays.json';

/** A layer as it lies in the folders: its place in law and time, and a file for each topic. */
export interface LayerFiles {
  readonly jurisdiction: string;
  readonly effectiveOn: string;
  readonly revision?: number;
  readonly extends?: string;
  readonly topics: readonly object[];
}

export const LAYER_FILES: readonly LayerFiles[] = [
  {
    jurisdiction: 'cn',
    effectiveOn: '2022-05-01',
    topics: [
      cn20220501Handoffs,
      cn20220501Confirmation,
      cn20220501Court,
      cn20220501Dossier,
      cn20220501Duties,
      cn20220501Holidays,
      cn20220501Labour,
      cn20220501Land,
      cn20220501Medical,
      cn20220501Peoples,
    ],
  },
  { jurisdiction: 'cn', effectiveOn: '2024-01-01', extends: 'cn@2022-05-01', topics: [cn20240101Confirmation] },
  {
    jurisdiction: 'cn',
    effectiveOn: '2025-01-01',
    extends: 'cn@2024-01-01',
    topics: [cn20250101Court, cn20250101Holidays],
  },
  { jurisdiction: 'cn', effectiveOn: '2026-01-01', extends: 'cn@2025-01-01', topics: [] },
];
