import { readonly, ref, type Ref } from 'vue';

const online = ref(navigator.onLine);
addEventListener('online', () => (online.value = true));
addEventListener('offline', () => (online.value = false));

/** Whether the device has a network at all; whether the service answers is another thing. */
export const useOnline = (): Readonly<Ref<boolean>> => readonly(online);
