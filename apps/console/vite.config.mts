import vue from '@vitejs/plugin-vue';
import { existsSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { defineConfig, type Plugin } from 'vite';

const here = dirname(fileURLToPath(import.meta.url));
const root = join(here, '..', '..');
const STYLES = join(root, 'node_modules', 'element-plus', 'es', 'components');

const kebab = (name: string) => name.replace(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`).slice(1);

/** A component of Element Plus brings its own style sheet with it, and the unused ones stay out. */
const elementStyles = (): Plugin => ({
  name: 'element-styles',
  transform(code, id) {
    if (id.includes('node_modules')) return undefined;
    const names = [...code.matchAll(/import\s*\{([^}]*)\}\s*from\s*['"]element-plus['"]/g)].flatMap(([, list]) =>
      [...(list ?? '').matchAll(/\bEl([A-Z]\w*)/g)].map(([, name]) => kebab(name ?? '')),
    );
    const styled = [...new Set(names)].filter((name) => existsSync(join(STYLES, name, 'style', 'css.mjs')));
    if (styled.length === 0) return undefined;
    const imports = styled.map((name) => `import 'element-plus/es/components/${name}/style/css';`);
    return { code: `${imports.join('')}${code}`, map: null };
  },
});

export default defineConfig({
  root: here,
  plugins: [vue(), elementStyles()],
  resolve: {
    alias: [{ find: /^@mediation\/(.*)$/, replacement: join(root, 'libs', '$1', 'src', 'index.ts') }],
  },
  define: { __VUE_OPTIONS_API__: true, __VUE_PROD_DEVTOOLS__: false, __INTLIFY_PROD_DEVTOOLS__: false },
  build: {
    outDir: join(root, 'dist', 'apps', 'console'),
    emptyOutDir: true,
    manifest: true,
    // Phones of some years ago.
    target: ['es2020', 'chrome87', 'safari14'],
    modulePreload: { polyfill: false },
    reportCompressedSize: false,
    chunkSizeWarningLimit: 1_200,
  },
  server: { proxy: { '^/(api|console|oidc|\\.well-known|health|openapi\\.json)': 'http://localhost:8080' } },
});
