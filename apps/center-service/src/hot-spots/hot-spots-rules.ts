/** What each list of the hot spots counts, told with it. */
export const HOT_SPOT_RULES = {
  places: {
    zh: '期内登记的纠纷按发生地点计数,一案一件;地点只精确到村居的只计入该村居,登记到镇或区一级的计入镇或区本身。没有人口数据,不计算人均',
    en: 'Disputes registered in the period by the place where they arose, each once; one placed no closer than a township or the district counts there itself. There are no population figures, so nothing is per head',
  },
  repeatParties: {
    zh: '同名且身份证号或电话相符的自然人,或同名的单位,在期内两件及以上纠纷中出现;只有同名、没有号码的自然人不算。比对用的是不可还原的标记,不另存个人信息;已认定为重复登记的仍各计一件',
    en: 'A person of the same name with the same identity number or telephone, or an organisation of the same name, in two or more disputes of the period; people by name alone do not count. Compared by marks that cannot be turned back; nothing personal is kept for it. Disputes found to be duplicates still count each',
  },
  linked: {
    zh: '人工认定为重复登记或相关联的纠纷,连成一组;同一对有多次认定的以最后一次为准,最后认定并非同一纠纷的不连',
    en: 'Disputes that people found to be duplicates or related, joined into groups; of several words about a pair the last one counts, and a pair told apart last is not joined',
  },
  warnings: {
    zh:
      '对每个“镇街×类型”“村居”“村居×类型”,由其自身历史(数据少时向同类各地平均收缩)和当季系数推算本月应有件数的分布(负二项),' +
      '实际件数超出到几乎不可能是巧合时提示。三类共分摊“无变化时每月至多1次误报”;少于3件不提示;此前不足24个完整月不提示。' +
      '当月未结束时与全月应有件数相比,因此每天查看不增加误报。提示只说明件数异常,不说明原因,也不评价任何人。参数是本系统的选择,不是法定标准',
    en:
      'For each township × type, each village and each village × type, what this month should bring is reckoned from its own history (drawn ' +
      'towards the same type elsewhere where it is short) and the season, as a negative binomial distribution; a count too high to be chance is told. ' +
      'The three share at most one false alarm a month while nothing changes; fewer than 3 disputes, or fewer than 24 complete months before, are never told. ' +
      'A running month is compared with what the whole month would bring, so looking every day adds no false alarms. A warning says that a count is unusual, ' +
      'not why, and judges nobody. The parameters are choices of this system, not of the law',
  },
} as const;
