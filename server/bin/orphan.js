/** How often it is looked whether the one that started this process still lives. Milliseconds. */
const EVERY = 500

/**
 * npm runs a script in a shell and passes a signal on to that shell only, which ends without a word to what it runs. So
 * a SIGTERM to `npx landline start` or `npm start` would leave a server behind. A parent that is gone means that
 * somebody ended the script, and this process ends as well.
 *
 * @param {() => void} end
 */
export function endWithScript(end) {
  if (!waitsForUs(process.env.npm_lifecycle_script)) return
  const parent = process.ppid
  const look = setInterval(() => {
    if (process.ppid === parent) return
    clearInterval(look)
    end()
  }, EVERY)
  look.unref()
}

/**
 * Whether a script of npm calls this command by its name or file and waits for it: with an `&` it may be meant to stay.
 *
 * @param {string | undefined} script
 */
export const waitsForUs = script =>
  script !== undefined && !script.includes('&') && /(^|[\s;/'"])landline(\.js)?($|[\s;'"])/.test(script)
