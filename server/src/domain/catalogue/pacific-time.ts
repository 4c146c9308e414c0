const PARTS = new Intl.DateTimeFormat('en-US', {
  timeZone: 'America/Los_Angeles',
  weekday: 'long',
  day: '2-digit',
  month: 'short',
  year: '2-digit',
  hour: '2-digit',
  minute: '2-digit',
  second: '2-digit',
  hourCycle: 'h23',
  timeZoneName: 'short',
})

/** `Friday, 26-Apr-24 06:00:00 PDT`: token errors print instants in the wall clock of California (PST in winter). */
export function pacificTime(at: number): string {
  const part = Object.fromEntries(PARTS.formatToParts(at).map(({ type, value }) => [type, value]))
  const date = `${part.day}-${part.month}-${part.year}`
  return `${part.weekday}, ${date} ${part.hour}:${part.minute}:${part.second} ${part.timeZoneName}`
}
