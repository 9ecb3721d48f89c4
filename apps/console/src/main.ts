import { createApp } from 'vue';
import { startFeed } from './api/feed';
import App from './app.vue';
import { router } from './router';
import { session } from './session/session';
import './style/theme.css';
import './style/layout.css';
import './style/parts.css';
import { i18n } from './words/locale';

session.takeFromAddress();
startFeed();
createApp(App).use(i18n).use(router).mount('#console');
