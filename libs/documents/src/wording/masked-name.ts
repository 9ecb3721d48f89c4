/** Surnames of two characters in use; with any other name the first character is the surname. */
const COMPOUND = new Set(
  '欧阳 太史 上官 端木 司马 东方 独孤 南宫 万俟 闻人 夏侯 诸葛 尉迟 公羊 赫连 澹台 皇甫 宗政 濮阳 公冶 太叔 申屠 公孙 慕容 仲孙 钟离 长孙 宇文 司徒 鲜于 司空 令狐'.split(
    ' ',
  ),
);

/** A minor as others may read of them: the surname and 某 (未成年人保护法 103). A name in letters keeps its first letter. */
export const maskedName = (name: string): string => {
  const characters = [...name.trim()];
  const first = characters[0] ?? '';
  if (/^[A-Za-z]/.test(first)) return `${first.toUpperCase()}某`;
  const two = characters.slice(0, 2).join('');
  return `${characters.length > 2 && COMPOUND.has(two) ? two : first}某`;
};
