import cn330220220501Peoples from './cn-3302/2022-05-01/peoples.json';
import cn330220220501Procuratorate from './cn-3302/2022-05-01/procuratorate.json';
import cn3720220501Administrative from './cn-37/2022-05-01/administrative.json';
import cn3720220501Court from './cn-37/2022-05-01/court.json';
import cn3720220501LegalAid from './cn-37/2022-05-01/legal-aid.json';
import cn3720220501Procuratorate from './cn-37/2022-05-01/procuratorate.json';
import cn3720250501Administrative from './cn-37/2025-05-01/administrative.json';
import cn440320220501Administrative from './cn-4403/2022-05-01/administrative.json';
import cn440320220501Confirmation from './cn-4403/2022-05-01/confirmation.json';
import cn440320220501Court from './cn-4403/2022-05-01/court.json';
import cn440320220501Peoples from './cn-4403/2022-05-01/peoples.json';
import cn440320220501Procuratorate from './cn-4403/2022-05-01/procuratorate.json';
import cn20220501Administrative from './cn/2022-05-01/administrative.json';
import cn20220501Confirmation from './cn/2022-05-01/confirmation.json';
import cn20220501Court from './cn/2022-05-01/court.json';
import cn20220501Dossier from './cn/2022-05-01/dossier.json';
import cn20220501Duties from './cn/2022-05-01/duties.json';
import cn20220501Handoffs from './cn/2022-05-01/handoffs.json';
import cn20220501Holidays from './cn/2022-05-01/holidays.json';
import cn20220501Labour from './cn/2022-05-01/labour.json';
import cn20220501Land from './cn/2022-05-01/land.json';
import cn20220501LegalAid from './cn/2022-05-01/legal-aid.json';
import cn20220501Medical from './cn/2022-05-01/medical.json';
import cn20220501Peoples from './cn/2022-05-01/peoples.json';
import cn20220501Petition from './cn/2022-05-01/petition.json';
import cn20220501Police from './cn/2022-05-01/police.json';
import cn20220501Procuratorate from './cn/2022-05-01/procuratorate.json';
import cn20220501Subsidy from './cn/2022-05-01/subsidy.json';
import cn20220501Traffic from './cn/2022-05-01/traffic.json';
import cn20240101Confirmation from './cn/2024-01-01/confirmation.json';
import cn20250101Court from './cn/2025-01-01/court.json';
import cn20250101Holidays from './cn/2025-01-01/holidays.json';
import cn20260101Administrative from './cn/2026-01-01/administrative.json';
import cn20260101Police from './cn/2026-01-01/police.json';

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
      cn20220501Administrative,
      cn20220501Confirmation,
      cn20220501Court,
      cn20220501Dossier,
      cn20220501Duties,
      cn20220501Holidays,
      cn20220501Labour,
      cn20220501Land,
      cn20220501LegalAid,
      cn20220501Medical,
      cn20220501Peoples,
      cn20220501Petition,
      cn20220501Police,
      cn20220501Procuratorate,
      cn20220501Subsidy,
      cn20220501Traffic,
    ],
  },
  { jurisdiction: 'cn', effectiveOn: '2024-01-01', extends: 'cn@2022-05-01', topics: [cn20240101Confirmation] },
  {
    jurisdiction: 'cn',
    effectiveOn: '2025-01-01',
    extends: 'cn@2024-01-01',
    topics: [cn20250101Court, cn20250101Holidays],
  },
  {
    jurisdiction: 'cn',
    effectiveOn: '2026-01-01',
    extends: 'cn@2025-01-01',
    topics: [cn20260101Administrative, cn20260101Police],
  },
  {
    jurisdiction: 'cn-37',
    effectiveOn: '2022-05-01',
    topics: [cn3720220501Administrative, cn3720220501Court, cn3720220501LegalAid, cn3720220501Procuratorate],
  },
  {
    jurisdiction: 'cn-37',
    effectiveOn: '2025-05-01',
    extends: 'cn-37@2022-05-01',
    topics: [cn3720250501Administrative],
  },
  { jurisdiction: 'cn-3302', effectiveOn: '2022-05-01', topics: [cn330220220501Peoples, cn330220220501Procuratorate] },
  {
    jurisdiction: 'cn-4403',
    effectiveOn: '2022-05-01',
    topics: [
      cn440320220501Administrative,
      cn440320220501Confirmation,
      cn440320220501Court,
      cn440320220501Peoples,
      cn440320220501Procuratorate,
    ],
  },
];
