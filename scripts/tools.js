import { existsSync } from 'node:fs'

const installed = name => existsSync(new URL(`../node_modules/${name}/package.json`, import.meta.url))

/** Whether what builds Landline is there; an install for production leaves it out. */
export const canBuild = () => installed('rolldown') && installed('vite') && installed('typescript')

export const HOW_TO_BUILD =
  'Landline is not built: that takes the development dependencies. ' +
  'Run npm install without --omit=dev or --production, then: npm run build'
