import { readonly, ref, type Ref } from 'vue';

const narrow = matchMedia('(max-width: 767px)');
const phone = ref(narrow.matches);
narrow.addEventListener('change', ({ matches }) => (phone.value = matches));

/** Whether lists are cards rather than tables. */
export const usePhone = (): Readonly<Ref<boolean>> => readonly(phone);
