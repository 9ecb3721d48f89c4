import { computed, type WritableComputedRef } from 'vue';
import { useRoute, useRouter } from 'vue-router';
import { today } from '../words/format';

/** Whole months, `YYYY-MM`, and a body or division. */
export interface Period {
  readonly from: string;
  readonly to: string;
  readonly org?: string | undefined;
}

export const shiftMonth = (month: string, by: number): string => {
  const index = Number(month.slice(0, 4)) * 12 + Number(month.slice(5, 7)) - 1 + by;
  return `${Math.floor(index / 12)}-${String((index % 12) + 1).padStart(2, '0')}`;
};

const lastDay = (month: string): string =>
  new Date(Date.parse(`${shiftMonth(month, 1)}-01T00:00:00Z`) - 86_400_000).toISOString().slice(0, 10);

/** As the centre's calls take it. */
export const periodQuery = ({ from, to, org }: Period) => ({
  from: `${from}-01`,
  to: lastDay(to),
  ...(org !== undefined && { org }),
});

export const thisMonth = (): string => today().slice(0, 7);
export const lastTwelve = (): Period => ({ from: shiftMonth(thisMonth(), -11), to: thisMonth() });
export const wholeYear = (back: number): Period => {
  const year = Number(today().slice(0, 4)) - back;
  return { from: `${year}-01`, to: `${year}-12` };
};

const MONTH = /^(19|20|21)\d{2}-(0[1-9]|1[0-2])$/;
const text = (value: unknown): string | undefined => (typeof value === 'string' && value !== '' ? value : undefined);
const month = (value: unknown): string | undefined => {
  const given = text(value);
  return given !== undefined && MONTH.test(given) ? given : undefined;
};

/** In the address, so that a view can be sent to a colleague; the last twelve months where it says none. */
export const usePeriod = (): WritableComputedRef<Period> => {
  const route = useRoute();
  const router = useRouter();
  return computed({
    get: () => {
      const { from, to } = lastTwelve();
      return {
        from: month(route.query['from']) ?? from,
        to: month(route.query['to']) ?? to,
        org: text(route.query['org']),
      };
    },
    set: ({ from, to, org }) => void router.replace({ query: { from, to, ...(org !== undefined && { org }) } }),
  });
};
