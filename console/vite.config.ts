import tailwind from '@tailwindcss/vite'
import react from '@vitejs/plugin-react'
import { defineConfig } from 'vite'

const page = (name: string) => new URL(name, import.meta.url).pathname
const server = 'http://127.0.0.1:4400'

/** Three pages over one set of assets: the server answers /, /phone and /docs with them, and /pages/assets as they are. */
export default defineConfig({
  root: import.meta.dirname,
  base: '/pages/',
  plugins: [react(), tailwind()],
  build: {
    outDir: '../server/dist/pages',
    emptyOutDir: true,
    chunkSizeWarningLimit: 1500,
    rolldownOptions: {
      input: [page('index.html'), page('phone/index.html'), page('docs/index.html')],
    },
  },
  server: {
    host: '127.0.0.1',
    proxy: { '/control': server, '/healthz': server, '/openapi.json': server },
  },
})
