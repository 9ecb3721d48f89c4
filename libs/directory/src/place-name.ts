import type { Division } from './directory.port';

const ending = (name: string, suffix: string): string => (/(村|社区)$/.test(name) ? name : name + suffix);

/** A village or community without the committee that governs it: 岳楼村委会 → 岳楼村, 铁西居委会 → 铁西社区. */
const settlement = (name: string): string => {
  const village = /^(.+?)(村民委员会|村委会)$/.exec(name)?.[1];
  if (village !== undefined) return ending(village, '村');
  const community = /^(.+?)(居民委员会|居委会)$/.exec(name)?.[1];
  return community === undefined ? name : ending(community, '社区');
};

/** The place as bodies are named after it. */
export const placeName = ({ name, tier }: Division): string => (tier === 'village' ? settlement(name) : name);

/** The bare name: 永安镇 → 永安, 光明路街道 → 光明路, 岳楼村 → 岳楼. */
export const bareName = (division: Division): string =>
  placeName(division).replace(/(?<=.)(街道办事处|街道|镇|乡|农村社区|社区|村|区|县)$/, '');
