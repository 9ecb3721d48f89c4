export const PML = (article: number) => `《人民调解法》第${article}条`;
/** No article of the Act orders the notice; the form of the file does, and the Act lists the rights it names. */
export const RIGHTS_NOTICE = `人民调解文书格式（司法部2010）权利义务告知书；权利见${PML(23)}`;
